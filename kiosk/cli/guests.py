"""Guests: brought in, and their badges printed."""

from pathlib import Path

import click
from rich.progress import track

from kiosk.actions.draw_blank_badges import draw_blank_badges
from kiosk.actions.note_printed import note_printed
from kiosk.cli.options import config_option
from kiosk.cli.options import console
from kiosk.cli.options import data_option
from kiosk.cli.options import port_option
from kiosk.evening import open_evening
from kiosk.guestlists.left_out import left_out_csv
from kiosk.settings.error import SettingsError


@click.command("import")
@data_option
@config_option
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
    from kiosk.cli.importing import bring_in
    from kiosk.cli.importing import look_at
    from kiosk.cli.importing import tell

    evening = open_evening(data, config=config)
    try:
        looked = look_at(evening, file, columns, coming, leave_out, headings)
        imported = None if look else bring_in(evening, looked)
    finally:
        evening.database.close()
    tell(console, file.name, looked, imported)
    if left_out:
        left_out.write_bytes(left_out_csv(looked.guest_list))


@click.command()
@data_option
@config_option
@port_option
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
    evening = open_evening(data, port, config)
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
    if blank or (people and not what):
        evening.database.write(note_printed, evening.address)
    evening.database.close()
    console.print(f"{out}: {said}; codes lead to {evening.address}", markup=False, highlight=False)
    for name, characters in papers.undrawable(map(evening.badge_of, people), evening.fonts) if what != "cards" else []:
        console.print(f"No font here draws {' '.join(characters)} of {name}", style="yellow", markup=False)
