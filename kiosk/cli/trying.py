"""Trying it out: a crowd of invented guests, and plans made anew."""

import sys
from pathlib import Path

import click

from kiosk.cli.options import Told
from kiosk.cli.options import config_option
from kiosk.cli.options import console
from kiosk.cli.options import data_option
from kiosk.cli.options import port_option
from kiosk.evening import open_evening
from kiosk.screens.replay import Verdict
from kiosk.screens.replay import replay as replay_plans


@click.command()
@port_option
@click.option("--people", type=click.IntRange(2, 5000), default=120, show_default=True, help="Invented guests.")
@click.option("--minutes", type=click.FloatRange(0.2, 240), default=6, show_default=True, help="How long it plays.")
@click.option("--speed", type=click.FloatRange(1, 60), default=10, show_default=True, help="Evening minutes a minute.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed invents the same people.")
@click.option(
    "--replay",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Replay real contacts instead: rows of “seconds person person”, one for each 20 seconds.",
)
@click.option("--wipe", is_flag=True, help="Wipe the rehearsal: everyone invented, with all they did.")
@click.option("--yes", is_flag=True, help="Do not ask before wiping.")
@click.option("--passphrase", envvar="KIOSK_PASSPHRASE", prompt=True, hide_input=True, help="The organizer's.")
def rehearse(
    port: int,
    people: int,
    minutes: float,
    speed: float,
    seed: int,
    replay: Path | None,
    wipe: bool,
    yes: bool,
    passphrase: str,
) -> None:
    """Play a crowd of invented guests against the kiosk that runs on this laptop, before anyone real has come."""
    from kiosk.rehearsal import command
    from kiosk.rehearsal.contacts import read_contacts
    from kiosk.rehearsal.host import NotPossible
    from kiosk.rehearsal.play import Play

    base = f"http://127.0.0.1:{port}"
    try:
        if wipe:
            if not yes:
                click.confirm("Wipe everyone invented, with all they did?", abort=True)
            command.wipe(base, passphrase)
            console.print("The rehearsal is wiped.")
            return
        contacts = read_contacts(replay) if replay else None
        if not command.rehearse(Play(base, passphrase, people, minutes, speed, seed), contacts, console):
            sys.exit(1)
    except (NotPossible, ValueError) as problem:
        raise Told(str(problem)) from None


@click.command()
@data_option
@config_option
def replay(data: Path, config: Path | None) -> None:
    """Plan the evening again from the facts and seeds it kept: are these the matches that were made?"""
    evening = open_evening(data, config=config)
    replayed = evening.database.read_long(replay_plans, evening.topics, evening.purposes)
    for plan in replayed:
        made_at = plan.made_at.astimezone(evening.zone)
        matches = f"{plan.made} match{'' if plan.made == 1 else 'es'}"
        console.print(f"plan {plan.plan_id}, {made_at:%H:%M:%S}, {matches}: {plan.verdict.value}", highlight=False)
    evening.database.close()
    same = sum(plan.verdict is Verdict.SAME for plan in replayed)
    console.print(f"{same} of {len(replayed)} plans give the same matches again.", highlight=False)
    sys.exit(1 if any(plan.verdict is Verdict.DIFFERENT for plan in replayed) else 0)
