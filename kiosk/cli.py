"""The kiosk from the terminal."""

import os
import sys
from datetime import timedelta
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from kiosk.actions.draw_blank_badges import draw_blank_badges
from kiosk.actions.forget import forget
from kiosk.actions.forget import forget_now
from kiosk.actions.sign_out_others import sign_out_others
from kiosk.badges.fonts import SHAPER_FOUND
from kiosk.domain.refusal import NoBackup
from kiosk.domain.refusal import Refused
from kiosk.evening import DATABASE
from kiosk.evening import Evening
from kiosk.evening import open_evening
from kiosk.evening import own_topics_file
from kiosk.evening import read_topics
from kiosk.guestlists.left_out import left_out_csv
from kiosk.screens.replay import Verdict
from kiosk.screens.replay import replay as replay_plans
from kiosk.settings_error import SettingsError
from kiosk.settings_file import read_settings
from kiosk.store import backups
from kiosk.store.database import system_clock
from kiosk.store.sqlite import SQLITE_VERSION
from kiosk.store.sqlite import DamageError
from kiosk.venue.doctor import Finding
from kiosk.venue.doctor import look
from kiosk.venue.secrets import ensure_passphrase
from kiosk.web.page import AssetsMissing

console = Console(soft_wrap=True)  # a path is one word, also where another program reads it

_data = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="KIOSK_DATA",
    default=lambda: Path(click.get_app_dir("mixer-kiosk")),
    show_default="a folder of your own",
    help="Where this evening is kept (KIOSK_DATA).",
)
_config = click.option(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    envvar="KIOSK_CONFIG",
    help="Settings to use instead of event.toml in the data folder.",
)
_port = click.option("--port", type=click.IntRange(1, 65535), envvar="KIOSK_PORT", default=8080, show_default=True)


class _Told(click.ClickException):
    """What went wrong, as a sentence."""

    def show(self, file: object = None) -> None:
        Console(stderr=True).print(self.message, style="red", markup=False, highlight=False)


class _Group(click.Group):
    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (Refused, SettingsError, AssetsMissing) as problem:
            raise _Told(str(problem)) from None
        except DamageError as problem:
            raise _Told(
                f"This evening's database is damaged: {problem}.\n"
                "`kiosk restore` brings the last good backup back; what is there now is kept beside it."
            ) from None


@click.group(cls=_Group)
def main() -> None:
    """Mixer Kiosk: one evening where people meet."""


@main.command()
@_data
@_config
@_port
@click.option("--new-passphrase", is_flag=True, help="Make and print a new passphrase; who is signed in is signed out.")
def run(data: Path, config: Path | None, port: int, new_passphrase: bool) -> None:
    """Serve the evening, until Ctrl-C."""
    settings = read_settings(config or data / "event.toml")
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
        read_topics(settings, data)  # what is wrong with them or the evening is said here, not by the server
        evening = open_evening(data, port, config)
        if new_passphrase:
            evening.database.write(sign_out_others)
        evening.database.close()
        greet(console, data, settings, port, fresh)
        serve(port)


@main.command("import")
@_data
@_config
@click.option("--column", "columns", multiple=True, metavar="HEADER=FIELD", help="What a column holds; repeatable.")
@click.option("--headings/--no-headings", default=None, help="Whether the first line names the columns.")
@click.option("--coming", multiple=True, metavar="STATUS", help="A status that means a guest; repeatable.")
@click.option("--leave-out", multiple=True, metavar="STATUS", help="A status that does not; repeatable.")
@click.option("--left-out", type=click.Path(path_type=Path, dir_okay=False), help="Write the rows left out to a CSV.")
@click.option("--look", is_flag=True, help="Only look: nothing is saved.")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def import_(
    data: Path,
    config: Path | None,
    columns: tuple[str, ...],
    headings: bool | None,
    coming: tuple[str, ...],
    leave_out: tuple[str, ...],
    left_out: Path | None,
    look: bool,
    file: Path,
) -> None:
    """Bring a guest list in. Each row is accounted for; the same list again changes nothing."""
    from kiosk.importing import bring_in
    from kiosk.importing import look_at
    from kiosk.importing import tell

    evening = _opened(data, config)
    try:
        looked = look_at(evening, file, columns, coming, leave_out, headings)
        imported = None if look else bring_in(evening, looked)
    finally:
        evening.database.close()
    tell(console, file.name, looked, imported)
    if left_out:
        left_out.write_bytes(left_out_csv(looked.guest_list))


@main.command()
@_data
@_config
@_port
@click.option("--sheet", metavar="NAME", help="A size from config/badges.toml; else the evening's badge_size.")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The PDF to write.")
@click.option("--first", default=1, show_default=True, type=click.IntRange(1), help="The place to begin with.")
@click.option("--blank", type=click.IntRange(1, 5000), metavar="N", help="N badges without a name instead.")
@click.option("--table-cards", "what", flag_value="cards", help="Cards with the codes for Wi-Fi and joining instead.")
@click.option("--tick-list", "what", flag_value="list", help="A list of names with boxes to tick instead.")
def badges(
    data: Path,
    config: Path | None,
    port: int,
    sheet: str | None,
    out: Path,
    first: int,
    blank: int | None,
    what: str | None,
) -> None:
    """Write a PDF with the badges of everyone expected, to print before the evening. Nobody is checked in by it.

    A blank badge is given to whoever is at the door: once they are checked in, scan it, and it is theirs.
    """
    from kiosk.printing import papers

    if blank and what:
        raise click.UsageError("--blank is for badges alone.")
    evening = _opened(data, config, port)
    size = evening.size_named(sheet, "--sheet") if sheet else evening.badge_size
    if size.sheet and first > size.sheet.places:
        raise SettingsError(f"“--first”: a sheet of {size.name} has {size.sheet.places} places")
    people = [] if blank else evening.database.read_long(papers.expected)
    part = out.with_name(f"{out.name}.part")
    with part.open("wb") as file:
        if what == "cards":
            papers.table_cards(file, evening)
            said = "table cards"
        elif what == "list":
            papers.tick_list(file, people, evening)
            said = f"{len(people)} guests"
        elif blank:
            codes = evening.database.write(draw_blank_badges, blank)
            papers.blank_sheets(file, track(codes, "Drawing badges", console=console), evening, size, first)
            said = f"{blank} blank badges, {size.name}"
        else:
            papers.badge_sheets(file, track(people, "Drawing badges", console=console), evening, size, first)
            said = f"{len(people)} guests, {size.name}"
    part.replace(out)
    evening.database.close()
    console.print(f"{out}: {said}; codes lead to {evening.address}", markup=False, highlight=False)
    for name, characters in papers.undrawable(map(evening.badge_of, people), evening.fonts) if what != "cards" else []:
        console.print(f"No font here draws {' '.join(characters)} of {name}", style="yellow", markup=False)


@main.command()
@_data
@_config
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def export(data: Path, config: Path | None, folder: Path) -> None:
    """Write the files of the evening into FOLDER: CSV with a README, the report, and evening.json, which holds all."""
    from kiosk.exporting import write_files

    if folder.resolve().is_relative_to(data.resolve()):
        raise click.UsageError(f"{folder} is in the kiosk's own folder, where everyone is forgotten: choose another.")
    evening = _opened(data, config)
    try:
        write_files(evening, folder, console)
    finally:
        evening.database.close()


@main.command("import-evening")
@_data
@_config
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def import_evening(data: Path, config: Path | None, file: Path) -> None:
    """Bring an evening back from its evening.json, into a folder where there is none. Screens are paired anew."""
    from kiosk.exporting import bring_back
    from kiosk.serve import alone

    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with alone(data):
        evening = _opened(data, config)
        try:
            bring_back(evening, file, console)
        finally:
            evening.database.close()


@main.command()
@_port
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
        raise _Told(str(problem)) from None


@main.command()
@_data
@_config
def replay(data: Path, config: Path | None) -> None:
    """Plan the evening again from the facts and seeds it kept: are these the matches that were made?"""
    evening = _opened(data, config)
    replayed = evening.database.read_long(replay_plans, evening.topics, evening.purposes)
    for plan in replayed:
        made_at = plan.made_at.astimezone(evening.zone)
        matches = f"{plan.made} match{'' if plan.made == 1 else 'es'}"
        console.print(f"plan {plan.plan_id}, {made_at:%H:%M:%S}, {matches}: {plan.verdict.value}", highlight=False)
    evening.database.close()
    same = sum(plan.verdict is Verdict.SAME for plan in replayed)
    console.print(f"{same} of {len(replayed)} plans give the same matches again.", highlight=False)
    sys.exit(1 if any(plan.verdict is Verdict.DIFFERENT for plan in replayed) else 0)


@main.command()
@_data
@_config
def backup(data: Path, config: Path | None) -> None:
    """Copy the evening now. While it runs, the kiosk does so every five minutes by itself."""
    evening = _opened(data, config)
    made = backups.make(evening.database)
    evening.database.close()
    console.print(f"Copied to {made.path}", markup=False, highlight=False)


@main.command()
@_data
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="This copy instead of the last good backup.",
)
@click.option("--yes", is_flag=True, help="Do not ask.")
def restore(data: Path, source: Path | None, yes: bool) -> None:
    """Bring the last good backup back. What is there now is kept beside it."""
    from kiosk.serve import alone

    database = data / DATABASE
    chosen = source or backups.last_good(database)
    if chosen is None:
        raise NoBackup
    if not yes:
        click.confirm(f"Put {chosen} in the place of {database}?", abort=True)
    with alone(data):
        backups.restore(database, chosen, system_clock())
    _opened(data, None).database.close()
    console.print(f"Restored {chosen}", markup=False, highlight=False)


@main.command()
@_data
@_config
@click.option("--after", type=click.IntRange(0), metavar="DAYS", help="Only if the evening was so many days ago.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def erase(data: Path, config: Path | None, after: int | None, yes: bool) -> None:
    """Forget everyone: database, log, backups. How many came and met stays; the settings and screens stay too.

    The kiosk does this by itself `keep_days` after the evening.
    """
    evening = _opened(data, config)
    if after is None:
        if not yes:
            click.confirm("Forget everyone of this evening, for good?", abort=True)
        evening.database.write(forget_now)
        erased = True
    else:
        erased = evening.database.write(forget, timedelta(days=after))
    if erased:
        backups.start_over(evening.database)
        evening.forget_papers()
    evening.database.close()
    console.print("Everyone is forgotten." if erased else "Nothing was erased: the evening is not that long ago.")


@main.command()
@_data
@_config
@_port
def doctor(data: Path, config: Path | None, port: int) -> None:
    """Look at the laptop and say what is fine and what is not."""
    evening = _opened(data, config, port)
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


def _opened(data: Path, config: Path | None, port: int = 8080) -> Evening:
    return open_evening(data, port, config)
