"""`python -m kiosk` is `kiosk`."""

from kiosk.cli import main

main(prog_name="kiosk")
