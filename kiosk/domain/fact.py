"""Facts: something that happened and was saved. They go to the screens, named in the past tense."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """Whatever an action tells. Told after the commit, in commit order, never after a rollback."""


@dataclass(frozen=True, slots=True)
class ListImported(Fact):
    added: int


@dataclass(frozen=True, slots=True)
class AttendeeArrived(Fact):
    attendee_id: str


@dataclass(frozen=True, slots=True)
class ArrivalUndone(Fact):
    attendee_id: str


@dataclass(frozen=True, slots=True)
class AttendeeLeft(Fact):
    attendee_id: str


@dataclass(frozen=True, slots=True)
class AttendeeChanged(Fact):
    """What they stated, their state or their consent."""

    attendee_id: str


@dataclass(frozen=True, slots=True)
class AttendeeCorrected(Fact):
    """What they are called, wherever they are named."""

    attendee_id: str


@dataclass(frozen=True, slots=True)
class AttendeeErased(Fact):
    """Nothing is left of them. `device_ids` were their phones."""

    attendee_id: str
    device_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicsDecided(Fact):
    """The organizer decided what words mean: anyone's statements may be taken for another topic."""


@dataclass(frozen=True, slots=True)
class RoundStarted(Fact):
    round_id: int
    attendee_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoundLengthened(Fact):
    round_id: int


@dataclass(frozen=True, slots=True)
class RoundEnded(Fact):
    round_id: int
    attendee_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatchesMade(Fact):
    """Beside the start of a round: in flow, or for those a round left free. It may be nobody, and known why."""

    attendee_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SettingsChanged(Fact):
    """Any of them, and most stand on some screen."""


@dataclass(frozen=True, slots=True)
class AgendaSet(Fact):
    """Flow was turned on or off, the time of the next round set, or a scene held."""


@dataclass(frozen=True, slots=True)
class EveningTurned(Fact):
    """It was ended, or goes on after all."""


@dataclass(frozen=True, slots=True)
class MessageChanged(Fact):
    """A message to everybody was sent, was taken back, or its time has passed."""


@dataclass(frozen=True, slots=True)
class PromptAnswered(Fact):
    """Told to the screens of those whose picture changed; never to the one who must not learn of a no."""

    match_id: str
    attendee_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PromptsExpired(Fact):
    attendee_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleMet(Fact):
    attendee_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContactShared(Fact):
    attendee_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeptToOneself(Fact):
    """They noted or said something that nobody else sees."""

    attendee_id: str


@dataclass(frozen=True, slots=True)
class Reported(Fact):
    """A report to the organizer was written or put away."""


@dataclass(frozen=True, slots=True)
class DevicesChanged(Fact):
    """A screen was paired or revoked."""

    revoked_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintingChanged(Fact):
    """A badge was asked for, came out or did not. `doors` are the names of those that asked."""

    doors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangedElsewhere(Fact):
    """Another process wrote to the database: every screen reads again."""
