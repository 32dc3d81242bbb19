"""What is kept of an evening: written, copied, brought back, forgotten."""

from datetime import timedelta
from pathlib import Path

import click

from kiosk.actions.forget import forget
from kiosk.actions.forget import forget_now
from kiosk.cli.options import config_option
from kiosk.cli.options import console
from kiosk.cli.options import data_option
from kiosk.domain.refusal import NoBackup
from kiosk.evening import DATABASE
from kiosk.evening import open_evening
from kiosk.store import backups
from kiosk.store.database import system_clock


@click.command()
@data_option
@config_option
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def export(data: Path, config: Path | None, folder: Path) -> None:
    """Write the files of the evening into FOLDER: CSV with a README, the report, and evening.json, which holds all."""
    from kiosk.cli.exporting import write_files

    if folder.resolve().is_relative_to(data.resolve()):
        raise click.UsageError(f"{folder} is in the kiosk's own folder, where everyone is forgotten: choose another.")
    evening = open_evening(data, config=config)
    try:
        write_files(evening, folder, console)
    finally:
        evening.database.close()


@click.command("import-evening")
@data_option
@config_option
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def import_evening(data: Path, config: Path | None, file: Path) -> None:
    """Bring an evening back from its evening.json, into a folder where there is none. Screens are paired anew."""
    from kiosk.cli.exporting import bring_back
    from kiosk.serve import alone

    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with alone(data):
        evening = open_evening(data, config=config)
        try:
            bring_back(evening, file, console)
        finally:
            evening.database.close()


@click.command()
@data_option
@config_option
def backup(data: Path, config: Path | None) -> None:
    """Copy the evening now. While it runs, the kiosk does so every five minutes by itself."""
    evening = open_evening(data, config=config)
    made = backups.make(evening.database)
    evening.database.close()
    console.print(f"Copied to {made.path}", markup=False, highlight=False)


@click.command()
@data_option
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
    open_evening(data).database.close()
    console.print(f"Restored {chosen}", markup=False, highlight=False)


@click.command()
@data_option
@config_option
@click.option("--after", type=click.IntRange(0), metavar="DAYS", help="Only if the evening was so many days ago.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def erase(data: Path, config: Path | None, after: int | None, yes: bool) -> None:
    """Forget everyone: database, log, backups. How many came and met stays; the settings and screens stay too.

    The kiosk does this by itself `keep_days` after the evening.
    """
    evening = open_evening(data, config=config)
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
