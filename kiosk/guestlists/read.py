"""An organizer's file to guests. Nobody in it is lost without a reason, and one bad row never stops the file."""

from collections.abc import Iterator
from collections.abc import Sequence

from kiosk.domain.guest import Guest
from kiosk.domain.purpose import Purpose
from kiosk.domain.refusal import ListTooLarge
from kiosk.domain.refusal import ListUnreadable
from kiosk.domain.refusal import NoNameColumn
from kiosk.domain.roll import Roll
from kiosk.domain.roll import keys_of
from kiosk.domain.text import clean
from kiosk.domain.text import clean_name
from kiosk.domain.text import fold
from kiosk.domain.text import without_junk
from kiosk.guestlists.answers import items
from kiosk.guestlists.answers import parts
from kiosk.guestlists.answers import united
from kiosk.guestlists.columns import Columns
from kiosk.guestlists.columns import Field
from kiosk.guestlists.columns import Recognised
from kiosk.guestlists.guest import GuestList
from kiosk.guestlists.guest import Reason
from kiosk.guestlists.guest import Skipped
from kiosk.guestlists.guest import with_later
from kiosk.guestlists.table import SEPARATORS
from kiosk.guestlists.table import decode
from kiosk.guestlists.table import records
from kiosk.guestlists.write import unescaped

MOST_ROWS = 20_000


def read_guest_list(content: bytes, columns: Columns) -> GuestList:
    """Read a guest list as a ticket shop, a form or a spreadsheet wrote it.

    Raises ListTooLarge (10 MB, 20,000 rows), NoNameColumn, or ListUnreadable for what is no table of text.
    """
    text = decode(content)
    separator = max(SEPARATORS, key=lambda s: _fit(columns.recognise(_header(text, s))))
    header = _header(text, separator)
    found = columns.recognise(header)
    if not found.has_names:
        raise NoNameColumn
    people = _People()
    skipped: list[Skipped] = []
    unread: dict[str, str] = {}
    rows = _filled(text, separator)
    next(rows)
    total = 0
    for total, (number, cells) in enumerate(rows, start=1):
        if total > MOST_ROWS:
            raise ListTooLarge
        row = _Row(cells, found, columns)
        name = row.name()
        reason = row.reason() or (None if name else Reason.NO_NAME)
        if reason is None:
            purposes, unknown = row.purposes()
            for text in unknown:
                unread.setdefault(fold(text) or text, text)
            reason = None if people.add(row.guest(number, name, purposes)) else Reason.REPEATED
        if reason is not None:
            skipped.append(Skipped(number, name, reason))
    return GuestList(
        guests=tuple(people.guests),
        skipped=tuple(skipped),
        recognised=found.by_field(),
        ignored=found.ignored(),
        total=total,
        unread_purposes=tuple(unread.values()),
    )


class _Row:
    """One row under the recognised columns. Cells that are missing are empty, cells too many are not looked at."""

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
            keys=keys_of(name, company, email, self._tickets()),
            phone=without_junk(self._cell(Field.PHONE)),
            interests=self._answers(Field.INTERESTS),
            offers=self._answers(Field.OFFERS),
            asks=self._answers(Field.ASKS),
            purposes=purposes,
            registration=without_junk(self._cell(Field.ORDER)),
            ticket_code=self._code() or without_junk(self._cell(Field.TICKET)),
        )

    def name(self) -> str:
        """The full name where it is filled, else first and last. Capitals stay as they were typed.

        Where only one of first and last has a column, "name" may be the other half: "Vorname, Name", "Name, Surname".
        """
        full, first, last = (self._name_part(f) for f in (Field.NAME, Field.FIRST_NAME, Field.LAST_NAME))
        if full and {Field.FIRST_NAME, Field.LAST_NAME} <= self._found.index.keys():
            return full
        first, last = ("" if fold(half) in fold(full) else half for half in (first, last))
        return clean_name(f"{first} {full} {last}")

    def reason(self) -> Reason | None:
        """Why this person is not expected, or None. Whole values are compared: "not_going" is not "going"."""
        status = clean(self._cell(Field.STATUS))
        folded, known = fold(status), self._columns.statuses
        if not status or folded in known.attending:
            return None
        for phrases, reason in (
            (known.not_going, Reason.NOT_GOING),
            (known.waiting, Reason.WAITING),
            (known.pending, Reason.PENDING),
            (known.invited, Reason.INVITED),
        ):
            if folded in phrases:
                return reason
        return Reason.UNKNOWN_STATUS

    def _tickets(self) -> tuple[str, ...]:
        """What the exporter knows the person by: a ticket or guest id, an order and the position in it, or a code."""
        whole = without_junk(self._cell(Field.TICKET))
        order, position = (without_junk(self._cell(field)) for field in (Field.ORDER, Field.POSITION))
        placed = f"{order}-{position}" if order and position else ""
        return (whole, placed) if whole or placed else (self._code(),)

    def _code(self) -> str:
        return without_junk(self._cell(Field.CODE))

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

    def _email(self) -> str:
        email = without_junk(self._cell(Field.EMAIL))
        before, at, after = email.partition("@")
        return email if before and at and after and "@" not in after and " " not in email else ""

    def _name_part(self, field: Field) -> str:
        name = clean_name(self._cell(field))
        return name if without_junk(name) or name.isalpha() else ""  # "-" is no name; Nil and Na are

    def _answers(self, field: Field) -> tuple[str, ...]:
        chosen = (o.text for o in self._found.options if o.field is field and self._ticked(o.index))
        return united((*items(self._cell(field)), *chosen))

    def _ticked(self, index: int) -> bool:
        return fold(self._at(index)) in self._columns.yes

    def _cell(self, field: Field) -> str:
        return self._at(self._found.index.get(field, len(self._cells)))

    def _at(self, index: int) -> str:
        return unescaped(self._cells[index]) if index < len(self._cells) else ""


class _People:
    """The guests so far, each person once."""

    def __init__(self) -> None:
        self.guests: list[Guest] = []
        self._roll: Roll[int] = Roll()

    def add(self, guest: Guest) -> bool:
        """Add a guest, or what is new in them to the same person above; True if they are new here."""
        place = self._roll.find(guest.keys)
        guest = guest.known_by(self._roll.own(guest.keys, place))
        if place is None:
            self.guests.append(guest)
        else:
            self.guests[place] = with_later(self.guests[place], guest)
        self._roll.add(len(self.guests) - 1 if place is None else place, guest.keys)
        return place is None


def _filled(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, with the line a spreadsheet shows them on."""
    for number, cells in enumerate(records(text, separator), start=1):
        if any(cell.strip() for cell in cells):
            yield number, cells


def _header(text: str, separator: str) -> list[str]:
    _, cells = next(_filled(text, separator), (0, []))
    if not cells:
        raise ListUnreadable
    return cells


def _fit(found: Recognised) -> tuple[int, int]:
    """How well a separator suits the header line: the fields it names, then the cells it makes."""
    return len(found.index) + len(found.options), len(found.headers)
