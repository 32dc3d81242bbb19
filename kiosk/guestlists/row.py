"""One row of a list under its columns: whose it is, whether they come, and what they wrote."""

from collections.abc import Mapping
from collections.abc import Sequence

from kiosk.domain.age import UNDER_AGE
from kiosk.domain.guest import Guest
from kiosk.domain.purpose import Purpose
from kiosk.domain.roll import keys_of
from kiosk.domain.text import clean
from kiosk.domain.text import clean_name
from kiosk.domain.text import fold
from kiosk.domain.text import without_junk
from kiosk.guestlists.answers import items
from kiosk.guestlists.answers import parts
from kiosk.guestlists.answers import united
from kiosk.guestlists.columns import Columns
from kiosk.guestlists.columns import Statuses
from kiosk.guestlists.guest import Reason
from kiosk.guestlists.recognised import Field
from kiosk.guestlists.recognised import Recognised
from kiosk.guestlists.unnamed import how_many
from kiosk.guestlists.write import unescaped


def why_left_out(status: str, known: Statuses, chosen: Mapping[str, bool]) -> Reason | None:
    """Why somebody with this folded status is not expected, or None. Whole values: "not going" is not "going"."""
    if chosen.get(status, not status or status in known.attending):
        return None
    for phrases, reason in (
        (known.cancelled, Reason.CANCELLED),
        (known.not_going, Reason.NOT_GOING),
        (known.waiting, Reason.WAITING),
        (known.pending, Reason.PENDING),
        (known.invited, Reason.INVITED),
    ):
        if status in phrases:
            return reason
    return Reason.NOT_CHOSEN if status in chosen else Reason.UNKNOWN_STATUS


class Row:
    """Cells that are missing are empty, cells too many are not looked at."""

    def __init__(self, cells: Sequence[str], found: Recognised, columns: Columns) -> None:
        self._cells = cells
        self._found = found
        self._columns = columns

    def guest(self, number: int, name: str, purposes: tuple[Purpose, ...]) -> Guest:
        company, email = without_junk(self._cell(Field.COMPANY)), self._email()
        return Guest(
            row=number,
            name=name,
            company=company,
            title=without_junk(self._cell(Field.TITLE)),
            email=email,
            phone=without_junk(self._cell(Field.PHONE)),
            keys=keys_of(name, company, email, self._tickets()),
            registration=without_junk(self._cell(Field.ORDER)),
            tickets=how_many(self._cell(Field.TICKETS)) or 1,
            brings=how_many(self._cell(Field.BRINGS)),
            ticket_code=self._code() or without_junk(self._cell(Field.TICKET)),
            interests=self._answers(Field.INTERESTS),
            offers=self._answers(Field.OFFERS),
            asks=self._answers(Field.ASKS),
            purposes=purposes,
            attention=self._attention(),
            age=self._age(),
        )

    def name(self) -> str:
        """The full name where it is filled, else first and last. Capitals stay as they were typed.

        Where only one of first and last has a column, "name" may be the other half: "Vorname, Name", "Name, Surname".
        """
        full, first, last = (self._name_part(f) for f in (Field.NAME, Field.FIRST_NAME, Field.LAST_NAME))
        if full and {Field.FIRST_NAME, Field.LAST_NAME} <= self._found.places.keys():
            return full
        first, last = ("" if fold(half) in fold(full) else half for half in (first, last))
        return clean_name(f"{first} {full} {last}")

    def status(self) -> str:
        return clean(self._cell(Field.STATUS))

    def purposes(self) -> tuple[tuple[Purpose, ...], tuple[str, ...]]:
        """What they came for, in the order given, and the texts no phrase stands for."""
        read: list[Purpose] = []
        unread: list[str] = []
        for item in self._answers(Field.PURPOSES):
            whole = self._columns.purpose(item)
            several = [whole] if whole else [self._columns.purpose(part) for part in parts(item)]
            purposes = [purpose for purpose in several if purpose]
            read += purposes
            if not purposes:
                unread.append(item)
        return tuple(dict.fromkeys(read)), tuple(unread)

    def _tickets(self) -> tuple[str, ...]:
        """What the exporter knows the person by: a ticket or guest id, an order and the position in it, or a code."""
        whole = without_junk(self._cell(Field.TICKET))
        order, position = (without_junk(self._cell(field)) for field in (Field.ORDER, Field.POSITION))
        placed = f"{order}-{position}" if order and position else ""
        return (whole, placed) if whole or placed else (self._code(),)

    def _code(self) -> str:
        return without_junk(self._cell(Field.CODE))

    def _email(self) -> str:
        email = without_junk(self._cell(Field.EMAIL))
        before, at, after = email.partition("@")
        return email if before and at and after and "@" not in after and " " not in email else ""

    def _attention(self) -> str:
        """All that is to be read at the door; under "Accessibility" a bare yes means the heading, a no nothing."""
        said = []
        for place in self._found.places.get(Field.ATTENTION, ()):
            text = without_junk(self._at(place))
            if fold(text) in self._columns.yes:
                text = self._found.headers[place]
            if fold(text) not in self._columns.no:
                said.append(text)
        return clean(" · ".join(filter(None, said)))

    def _age(self) -> str:
        age = clean(self._cell(Field.AGE))
        if fold(age) in self._columns.yes:
            return UNDER_AGE
        return "" if fold(age) in self._columns.no else age

    def _name_part(self, field: Field) -> str:
        name = clean_name(self._cell(field))
        return name if without_junk(name) or name.isalpha() else ""  # "-" is no name; Nil and Na are

    def _answers(self, field: Field) -> tuple[str, ...]:
        places = self._found.places.get(field, ())
        return united(answer for place in places for answer in self._answer(place)) if places else ()

    def _answer(self, place: int) -> Sequence[str]:
        """What was answered in one column. A bare yes means the choice the column stands for, or nothing."""
        cell = self._at(place)
        folded = fold(cell) if len(cell) < 10 else ""
        if folded in self._columns.yes:
            return [self._found.options[place]] if place in self._found.options else []
        return [] if not cell or folded in self._columns.no else items(cell)

    def _cell(self, field: Field) -> str:
        """The first cell of this field that holds anything."""
        for place in self._found.places.get(field, ()):
            if cell := self._at(place):
                return cell
        return ""

    def _at(self, place: int) -> str:
        return unescaped(self._cells[place]) if place < len(self._cells) else ""
