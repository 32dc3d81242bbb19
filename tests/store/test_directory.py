"""The directory follows what is saved."""

from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.actions.undo_arrival import undo_arrival
from kiosk.actions.walk_in import walk_in
from kiosk.domain.attendee import Presence
from kiosk.domain.guest import Guest
from kiosk.domain.topic import Topics
from kiosk.store import people
from kiosk.store.database import Database
from kiosk.store.directory import Guests


def test_who_is_imported_walks_in_or_is_erased_is_known_at_the_next_search(database: Database, topics: Topics) -> None:
    guests = Guests(database)
    assert guests.find("ana", 8).ids == ()
    database.write(import_guests, prepare([Guest(2, "Ana García", keys=("email:ana",))], topics))
    [ana] = guests.find("ana", 8).ids
    walked_in = database.write(walk_in, "Anatol", "Door", "tap-key-1").arrival
    assert guests.find("ana", 8).ids == (ana, walked_in.attendee_id)
    assert guests.find("ana", 8, Presence.HERE).ids == (walked_in.attendee_id,)
    database.write(undo_arrival, walked_in.id)
    assert guests.find("ana", 8, Presence.HERE).ids == ()
    other = Database(database.path)
    other.write(lambda change: people.erase(change.connection))
    other.close()
    database.look_elsewhere()
    assert guests.find("ana", 8).ids == ()
