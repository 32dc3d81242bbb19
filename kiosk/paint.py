"""What the second painter runs (see `live/second_painter.py`): `python -m kiosk.paint FOLDER PORT`.

It only reads. Settings, then jobs come in by stdin and regions go out by stdout, until the kiosk that asks is gone.
"""

import gc
import os
import pickle
import signal
import sys
from pathlib import Path

from kiosk.app import create_app
from kiosk.evening import DATABASE
from kiosk.evening import Evening
from kiosk.live.regions import Regions
from kiosk.store.database import Database


def paint(folder: Path, port: int) -> None:
    """Answer each job, which brings the settings of the moment, with what it asks for or what went wrong."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is meant for the kiosk, whose end is heard of here
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)  # a stray print goes where errors go, not between the answers
        evening = Evening(folder, pickle.load(sys.stdin.buffer), Database(folder / DATABASE), port)
        regions = Regions(create_app(evening), evening)
        regions.compile()
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)
        answer: object = []
        while True:
            pickle.dump(answer, answers)
            answers.flush()
            try:
                evening.settings, rooms, around = pickle.load(sys.stdin.buffer)
            except EOFError:
                return
            try:
                answer = list(regions.paint(rooms, around))
            except Exception as error:  # noqa: BLE001 - raised again where it was asked for
                answer = error


if __name__ == "__main__":
    paint(Path(sys.argv[1]), int(sys.argv[2]))
