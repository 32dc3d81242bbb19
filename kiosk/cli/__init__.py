"""The kiosk from the terminal: one file for each kind of command."""

import click

from kiosk.cli.guests import badges
from kiosk.cli.guests import import_
from kiosk.cli.keeping import backup
from kiosk.cli.keeping import erase
from kiosk.cli.keeping import export
from kiosk.cli.keeping import import_evening
from kiosk.cli.keeping import restore
from kiosk.cli.options import InWords
from kiosk.cli.running import doctor
from kiosk.cli.running import new
from kiosk.cli.running import run
from kiosk.cli.trying import rehearse
from kiosk.cli.trying import replay


@click.group(cls=InWords)
def main() -> None:
    """Mixer Kiosk: one evening where people meet."""


for command in (new, run, import_, badges, export, import_evening, rehearse, replay, backup, restore, erase, doctor):
    main.add_command(command)
