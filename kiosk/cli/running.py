"""The evening: begun, run, looked at."""

import os
import sys
from pathlib import Path

import click

from kiosk.actions.sign_out_others import sign_out_others
from kiosk.badges.fonts import SHAPER_FOUND
from kiosk.cli.begin_like import begin_like
from kiosk.cli.options import config_option
from kiosk.cli.options import console
from kiosk.cli.options import data_option
from kiosk.cli.options import port_option
from kiosk.evening import Evening
from kiosk.evening import open_evening
from kiosk.own_topics import own_topics_file
from kiosk.settings import Settings
from kiosk.settings.error import SettingsError
from kiosk.settings.file import EVENT
from kiosk.settings.file import read_settings
from kiosk.store.sqlite import SQLITE_VERSION
from kiosk.venue.doctor import Finding
from kiosk.venue.doctor import look
from kiosk.venue.secrets import ensure_passphrase


@click.command()
@data_option
@click.option(
    "--like",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder of the evening whose settings, topics and logo are taken.",
)
def new(data: Path, like: Path) -> None:
    """Begin another evening with the settings of one before. Nobody who came to that one comes along."""
    for file in begin_like(like, data):
        console.print(str(file), markup=False, highlight=False)
    console.print(f"Look through event.toml, then: kiosk run --data {data}", markup=False, highlight=False)


@click.command()
@data_option
@config_option
@port_option
@click.option("--new-passphrase", is_flag=True, help="Make and print a new passphrase; who is signed in is signed out.")
def run(data: Path, config: Path | None, port: int, new_passphrase: bool) -> None:
    """Serve the evening, until Ctrl-C."""
    settings = read_settings(config or data / EVENT)
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = ensure_passphrase(data, os.environ.get("KIOSK_PASSPHRASE"), renew=new_passphrase)
    os.environ["KIOSK_DATA"] = str(data.resolve())
    os.environ["KIOSK_PORT"] = str(port)
    if config:
        os.environ["KIOSK_CONFIG"] = str(config.resolve())

    from kiosk.serve import alone  # the server's imports are slow and few other commands need them
    from kiosk.serve import greet
    from kiosk.serve import serve

    with alone(data):
        evening = open_evening(data, port, config)
        evening.try_on(settings, Settings.model_fields)  # what is wrong is said here, not by the server
        if new_passphrase:
            evening.database.write(sign_out_others)
        evening.database.close()
        greet(console, data, settings, port, fresh)
        serve(port)


@click.command()
@data_option
@config_option
@port_option
def doctor(data: Path, config: Path | None, port: int) -> None:
    """Look at the laptop and say what is fine and what is not."""
    evening = open_evening(data, port, config)
    findings = look(evening.folder, evening.address, SQLITE_VERSION, evening.fonts.missing, SHAPER_FOUND)
    findings.append(_look_at_topics(evening))
    evening.database.close()
    for finding in findings:
        mark, style = ("ok  ", "green") if finding.fine else ("look", "yellow")
        console.print(f"[{style}]{mark}[/] {finding.said}", highlight=False)
    sys.exit(0 if all(finding.fine for finding in findings) else 1)


def _look_at_topics(evening: Evening) -> Finding:
    """How many topics are known, with the organizer's own among them."""
    own = own_topics_file(evening.settings, evening.folder)
    try:
        known = len(evening.topics)
    except SettingsError as wrong:
        return Finding(False, str(wrong))
    return Finding(True, f"{known} topics, {f'with those of {own}' if own else 'none of your own (topics.csv)'}")
