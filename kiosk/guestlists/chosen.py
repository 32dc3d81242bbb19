"""An organizer's choices on the preview, as far as they differ from what the kiosk recognised by itself."""

from collections.abc import Collection
from collections.abc import Mapping

from kiosk.domain.list_mapping import ListMapping
from kiosk.guestlists.columns import Columns
from kiosk.guestlists.recognised import Recognised
from kiosk.guestlists.row import why_left_out


def decisions(
    found: Recognised, columns: Columns, fields: Mapping[int, str], statuses: Collection[str], coming: Collection[str]
) -> ListMapping:
    """The mapping of `fields` (place of a column to its field, "" for none) and of which of `statuses` are `coming`."""
    return ListMapping(
        {found.keys[i]: field for i, field in sorted(fields.items()) if field != (found.fields[i] or "")},
        {
            status: status in coming
            for status in sorted(statuses)
            if (status in coming) is not (why_left_out(status, columns.statuses, {}) is None)
        },
    )
