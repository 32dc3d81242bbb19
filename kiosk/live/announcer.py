"""Which screens a fact changes. Facts come in after their commit; the painter is told what to paint anew."""

from kiosk.domain import fact as facts
from kiosk.domain.fact import Fact
from kiosk.live.listeners import Listeners
from kiosk.live.painter import Painter

_CONSOLE = ("organizer", "helper")
_STAFF = ("door", "projector", *_CONSOLE)


MANY = 150
"""Open sockets from which on a second painter is worth the memory it takes, about a hundred megabytes."""


class Announcer:
    def __init__(self, listeners: Listeners, painter: Painter) -> None:
        self._listeners = listeners
        self._painter = painter

    def __call__(self, fact: Fact) -> None:
        """Take one fact in; quick, since a check-in waits for it."""
        match fact:
            case (
                facts.RoundStarted(attendee_ids=ids)
                | facts.RoundEnded(attendee_ids=ids)
                | facts.MatchesMade(attendee_ids=ids)
                | facts.PromptAnswered(attendee_ids=ids)
                | facts.PromptsExpired(attendee_ids=ids)
                | facts.PeopleMet(attendee_ids=ids)
            ):
                self._phones(*ids)
                self._regions("projector", *_CONSOLE)
            case facts.ContactShared(attendee_ids=ids):
                self._phones(*ids)
            case facts.KeptToOneself(attendee_id=who):
                self._phones(who)
            case (
                facts.AttendeeArrived(attendee_id=who)
                | facts.ArrivalUndone(attendee_id=who)
                | facts.AttendeeLeft(attendee_id=who)
            ):
                self._phones(who)
                self._regions(*_STAFF)
            case facts.AttendeeChanged(attendee_id=who):
                self._phones(who)
                self._phones(who, region="profile")
                self._regions("projector", *_CONSOLE)
            case facts.AttendeeErased(device_ids=phones):
                for device_id in phones:
                    self._painter.gone(self._listeners.of_device(device_id))
                self._regions("phone", "printing", *_STAFF)
            case facts.EveningTurned() | facts.MessageChanged():
                self._regions("phone", "projector", *_CONSOLE)
            case facts.TopicsDecided():
                self._regions("profile")
            case facts.RoundLengthened() | facts.AgendaSet():
                self._regions("projector", *_CONSOLE)
            case facts.Reported():
                self._regions(*_CONSOLE)
            case facts.PrintingChanged(doors=doors):
                self._painter.soon(room for room in self._listeners.of_region("printing") if room.door in doors)
            case facts.ListImported():
                self._regions("door", *_CONSOLE)
            case facts.DevicesChanged(revoked_ids=revoked):
                for device_id in revoked:
                    self._painter.gone(self._listeners.of_device(device_id))
                self._regions(*_CONSOLE)
            case facts.ChangedElsewhere() | facts.AttendeeCorrected() | facts.SettingsChanged():
                self._regions("phone", "profile", "printing", *_STAFF)

    def every_minute(self) -> None:
        """Paint what grows old by itself: the pace of the queue."""
        self._regions("door")

    def every_ten_seconds(self) -> None:
        """Paint the scene it is time for, and for the organizer who is connected; with many phones, not alone."""
        self._regions("projector", *_CONSOLE)
        if len(self._listeners) > MANY:
            self._painter.get_help()

    def _phones(self, *attendee_ids: str, region: str = "phone") -> None:
        for attendee_id in attendee_ids:
            self._painter.soon(self._listeners.of_attendee(attendee_id, region))

    def _regions(self, *regions: str) -> None:
        for region in regions:
            self._painter.soon(self._listeners.of_region(region))
