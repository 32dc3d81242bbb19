"""What gunicorn serves: `gunicorn -k gevent -w 1 kiosk.wsgi:application`, with KIOSK_DATA and KIOSK_PORT set."""

import gc
import os
import sys
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
# A thread that plans or writes a round hands over to the event loop after this long, not after five milliseconds.
sys.setswitchinterval(0.001)
# What is loaded now stays. A collector that walked over it, and over thousands of open sockets, each time a round has
# made a few hundred objects would stop everyone for as long as many prompts take.
gc.freeze()
gc.set_threshold(50_000, 20, 20)
