"""An organizer's file to guests. Nobody in it is lost without a reason, and one bad row never stops the file."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence

from kiosk.domain.guest import Guest
from kiosk.domain.list_mapping import ListMapping
from kiosk.domain.not_expected import NotExpected
from kiosk.domain.refusal import ListTooLarge
from kiosk.domain.refusal import ListUnreadable
from kiosk.domain.refusal import NoNameColumn
from kiosk.domain.roll import Roll
from kiosk.domain.scanned import ticket_key
from kiosk.domain.text import clean
from kiosk.domain.text import fold
from kiosk.guestlists.columns import Columns
from kiosk.guestlists.first_line import is_guest
from kiosk.guestlists.first_line import without_headings
from kiosk.guestlists.guest import Column
from kiosk.guestlists.guest import GuestList
from kiosk.guestlists.guest import Reason
from kiosk.guestlists.guest import Skipped
from kiosk.guestlists.guest import Status
from kiosk.guestlists.guest import with_later
from kiosk.guestlists.recognised import Recognised
from kiosk.guestlists.row import Row
from kiosk.guestlists.row import why_left_out
from kiosk.guestlists.table import MOST_ROWS
from kiosk.guestlists.table import SEPARATORS
from kiosk.guestlists.table import decode
from kiosk.guestlists.table import records
from kiosk.guestlists.unnamed import told_of_unnamed

_ROWS_SAMPLED = 200
_SAMPLES = 3
_SAMPLE_LIMIT = 60
_MOST_STATUSES = 1_000
"""Distinct ones that are counted; a column with more is none of statuses."""

NO_MAPPING = ListMapping()


def read_guest_list(content: bytes, columns: Columns, mapping: ListMapping = NO_MAPPING) -> GuestList:
    """Read a guest list as a ticket shop, a form or a spreadsheet wrote it.

    Raises ListTooLarge (10 MB, 20,000 rows), NoNameColumn where no column holds names, or ListUnreadable for what is
    no table of text.
    """
    guest_list = read_table(decode(content), columns, mapping)
    if not guest_list.found.has_names:
        raise NoNameColumn
    return guest_list


def recognise_table(text: str, columns: Columns, headings: bool | None = None) -> Recognised:
    """What the first line of a table tells; raises ListUnreadable where there is none.

    `headings` says whether it names the columns or is a guest's own, None that the kiosk is to see for itself.
    """
    return _recognised(text, columns, headings)[0]


def read_table(
    text: str, columns: Columns, mapping: ListMapping = NO_MAPPING, headings: bool | None = None
) -> GuestList:
    """Read a decoded list; where no column is known to hold names, every row is left out for that."""
    found, separator = _recognised(text, columns, headings)
    found = found.with_columns(mapping.columns)
    reader = _Reader(found, columns, mapping)
    rows = _filled(text, separator)
    if found.headings:
        next(rows)
    for number, cells in rows:
        reader.read(number, cells)
        if reader.total > MOST_ROWS:
            raise ListTooLarge
    return reader.guest_list()


class _Reader:
    """The rows so far: each is a guest of its own or was left out for a reason."""

    def __init__(self, found: Recognised, columns: Columns, mapping: ListMapping) -> None:
        self.total = 0
        self._found = found
        self._columns = columns
        self._chosen = mapping.statuses
        self._people = _People()
        self._skipped: list[Skipped] = []
        self._not_expected: dict[NotExpected, tuple[str, ...]] = {}
        self._unread: dict[str, str] = {}
        self._statuses: Counter[str] = Counter()
        self._spelled: dict[str, str] = {}
        self._samples: tuple[dict[str, None], ...] = tuple({} for _ in found.headers)

    def read(self, number: int, cells: Sequence[str]) -> None:
        self.total += 1
        if self.total <= _ROWS_SAMPLED:
            self._sample(cells)
        row = Row(cells, self._found, self._columns)
        name = row.name()
        reason = self._reason(row.status()) or (None if name else Reason.NO_NAME)
        if reason is None:
            purposes, unknown = row.purposes()
            for text in unknown:
                self._unread.setdefault(fold(text) or text, text)
            reason = None if self._people.add(row.guest(number, name, purposes)) else Reason.REPEATED
        if reason is not None:
            self._skipped.append(Skipped(number, name, reason, tuple(cells)))
            if reason.why and name:
                left_out = row.guest(number, name, ())
                self._not_expected[NotExpected(name, ticket_key(left_out.ticket_code), reason.why)] = left_out.keys

    def guest_list(self) -> GuestList:
        known = self._columns.statuses
        return GuestList(
            found=self._found,
            guests=tuple(told_of_unnamed(self._people.guests)),
            skipped=tuple(self._skipped),
            total=self.total,
            unread_purposes=tuple(self._unread.values()),
            columns=tuple(
                Column(key, header, field, tuple(samples))
                for key, header, field, samples in zip(
                    self._found.keys, self._found.headers, self._found.fields, self._samples, strict=True
                )
            ),
            statuses=tuple(
                Status(folded, self._spelled[folded], count, why_left_out(folded, known, self._chosen))
                for folded, count in self._statuses.most_common()
            ),
            not_expected=tuple(one for one, keys in self._not_expected.items() if not self._people.know(keys)),
        )

    def _reason(self, status: str) -> Reason | None:
        folded = fold(status) or status
        if status and (folded in self._statuses or len(self._statuses) < _MOST_STATUSES):
            self._statuses[folded] += 1
            self._spelled.setdefault(folded, status)
        return why_left_out(folded, self._columns.statuses, self._chosen)

    def _sample(self, cells: Sequence[str]) -> None:
        for samples, cell in zip(self._samples, cells, strict=False):
            if len(samples) < _SAMPLES and (text := clean(cell, _SAMPLE_LIMIT)):
                samples[text] = None


class _People:
    """The guests so far, each person once."""

    def __init__(self) -> None:
        self.guests: list[Guest] = []
        self._roll: Roll[int] = Roll()

    def know(self, keys: Sequence[str]) -> bool:
        return self._roll.find(keys) is not None

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


def _recognised(text: str, columns: Columns, headings: bool | None) -> tuple[Recognised, str]:
    """The columns under the separator that suits the first line best: the most fields, then the most cells."""
    lines = [(_first_line(text, separator), separator) for separator in SEPARATORS]
    found, line, separator = max(
        ((columns.recognise(line), line, separator) for line, separator in lines),
        key=lambda each: (sum(field is not None for field in each[0].fields), len(each[1])),
    )
    if headings is None:
        headings = bool(found.places) or not is_guest(line)
    return (found if headings else without_headings(line)), separator


def _filled(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, with the line a spreadsheet shows them on."""
    for number, cells in enumerate(records(text, separator), start=1):
        if any(cell.strip() for cell in cells):
            yield number, cells


def _first_line(text: str, separator: str) -> list[str]:
    _, cells = next(_filled(text, separator), (0, []))
    if not cells:
        raise ListUnreadable
    return cells
