"""evening.json: the record of an evening as a file, and such a file as a record again."""

import json
from typing import Any

from kiosk.domain.refusal import NotAnEvening
from kiosk.screens.record import Record

RECORD = "evening.json"
_FORMAT = "mixer-kiosk evening 1"


def record_bytes(record: Record) -> bytes:
    """UTF-8 JSON, one row a line."""
    tables = (
        json.dumps(name) + ": [" + ",".join("\n" + json.dumps(row, ensure_ascii=False) for row in rows) + "]"
        for name, rows in record.items()
    )
    return ('{"format": ' + json.dumps(_FORMAT) + ', "tables": {\n' + ",\n".join(tables) + "\n}}\n").encode()


def read_record(content: bytes) -> dict[str, list[dict[str, Any]]]:
    """Table to rows. Raises `NotAnEvening` for anything that `record_bytes` did not write."""
    try:
        read = json.loads(content)
        if read["format"] == _FORMAT and all(isinstance(row, dict) for rows in read["tables"].values() for row in rows):
            return dict(read["tables"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    raise NotAnEvening
