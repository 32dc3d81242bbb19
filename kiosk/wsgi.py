"""What gunicorn serves: `gunicorn -k gevent -w 1 kiosk.wsgi:application`, with KIOSK_DATA and KIOSK_PORT set."""

import os
from pathlib import Path

from kiosk.app import create_app
from kiosk.app import go_live
from kiosk.evening import open_evening

_config = os.environ.get("KIOSK_CONFIG")
_evening = open_evening(
    Path(os.environ["KIOSK_DATA"]), int(os.environ.get("KIOSK_PORT", "8080")), Path(_config) if _config else None
)
application = create_app(_evening)
go_live(application, _evening)
