"""What the kiosk refuses to do. Each refusal has its own name, a status and a sentence a person understands.

The sentences are English message ids; `web/errors.py` translates them. `values` fills the placeholders.
"""

from datetime import datetime
from typing import ClassVar


def N_(message: str) -> str:
    """Mark a sentence for translation without translating it here: the domain knows no language."""
    return message


class Refused(Exception):
    """A deed that was not done, and nothing was changed."""

    status: ClassVar[int] = 409
    sentence: str = N_("That is not possible right now.")

    def __init__(self, **values: object) -> None:
        super().__init__(self.sentence % values if values else self.sentence)
        self.values = values


class BadInput(Refused):
    """The request itself was wrong: a field missing, too long or not one of the choices."""

    status = 422
    sentence = N_("Something in the form was missing or too long. Please check it and send it again.")


class NameMissing(BadInput):
    sentence = N_("Please type a name.")


class MessageMissing(BadInput):
    sentence = N_("Please write what everybody shall read.")


class TooManyTopics(BadInput):
    sentence = N_("That is a lot already. Take one away to add another.")


class SoAlready(Refused):
    sentence = N_("This is so already; nothing would change.")


class NotAnAddress(BadInput):
    sentence = N_("This does not look like an e-mail address. Please check it.")


class UnknownAttendee(Refused):
    status = 404
    sentence = N_("This person is not on the list. They may have been removed.")


class AlreadyHere(Refused):
    """Checked in before. `arrived_at` (UTC) and `door` say when and where the first time was."""

    sentence = N_("Already checked in.")

    def __init__(self, attendee_id: str, arrived_at: datetime, door: str) -> None:
        super().__init__()
        self.attendee_id = attendee_id
        self.arrived_at = arrived_at
        self.door = door


class UndoneSince(Refused):
    """A check-in that a tablet kept while it was cut off, of someone whose check-in was undone after it."""

    sentence = N_("This check-in was undone at another door in the meantime.")


class RequestReused(Refused):
    """A request key came again with another deed: the page it was made for is an old one."""

    sentence = N_("This page is an old one. Load it again and repeat what you did.")


class NotHere(Refused):
    sentence = N_("This person is not checked in.")


class UnknownBadge(Refused):
    status = 404
    sentence = N_("No badge here has this code. Please check it and try again.")


class UnknownCode(Refused):
    """A code at the door that is neither a badge nor a ticket of anybody here."""

    status = 404
    sentence = N_("Nobody here has this code.")


class OtherEvent(UnknownCode):
    sentence = N_("This ticket is for another event.")


class BlankBadge(UnknownCode):
    sentence = N_("This badge is nobody’s yet. Find the guest first; once they are in, scan it and it is theirs.")


class BadgeTaken(Refused):
    sentence = N_("This badge is %(name)s’s already. Take another one.")


class OwnBadge(Refused):
    sentence = N_("This is your own badge. Scan the badge of the person you met.")


class LinkSpent(Refused):
    """One sentence for used, stale and never made: a stranger learns nothing from the difference."""

    status = 410
    sentence = N_("This link has been used or is too old. Ask at the door for a new one.")


class PinMissing(BadInput):
    sentence = N_("Choose a PIN of four to eight digits.")


class WrongPin(Refused):
    status = 403
    sentence = N_("That is not the PIN of this tablet.")


class NoSuchGuest(Refused):
    """At self-service, where nothing is shown but what the guest knows already."""

    status = 404
    sentence = N_("We cannot find this. Type your name as you signed up with it, or ask at the door.")


class AskAtTheDoor(Refused):
    """Already here: whoever types the name of someone inside must not get the link to their phone."""

    sentence = N_("You are checked in already. For a badge or a phone link, ask at the door.")


class WrongPassphrase(Refused):
    status = 403
    sentence = N_("That is not the passphrase. It was printed where the kiosk was started.")


class TooManyTries(Refused):
    status = 429
    sentence = N_("Too many tries. Please wait a minute and try again.")


class RoundStillRunning(Refused):
    sentence = N_("A round is still running. End it first, or wait until its time is up.")


class NoRoundRunning(Refused):
    sentence = N_("No round is running.")


class EveningOver(Refused):
    sentence = N_("The evening has ended. Nobody is matched any more.")


class NotATime(BadInput):
    sentence = N_("Please write a time of this evening that is still to come, such as 19:30.")


class TooFewFree(Refused):
    sentence = N_("A round needs at least two people who are here and free.")


class PromptOver(Refused):
    """The answer came after the deadline, or the match ended."""

    sentence = N_("This one is over. You are free, and someone else will come up.")


class SpotStands(Refused):
    sentence = N_("The place stands until everyone’s time to answer is over. Hold up your sign until then.")


class UnknownMeeting(Refused):
    status = 404
    sentence = N_("You have not met this person here yet.")


class NothingToShare(Refused):
    sentence = N_("Add an e-mail address or a telephone number first, then share it.")


class OffersTooFast(Refused):
    status = 429
    sentence = N_("That is ten people within a minute. Wait a little, then offer your contact to the next.")


class EnoughOffers(Refused):
    status = 429
    sentence = N_("You have offered your contact to sixty people this evening. That is as many as the kiosk passes on.")


class StillBlocked(Refused):
    sentence = N_("You blocked this person. Unblock them first, then offer your contact.")


class NothingSaid(BadInput):
    sentence = N_("Please write a few words first.")


class AlreadyMet(Refused):
    sentence = N_("These two have met already.")


class SamePersonTwice(BadInput):
    sentence = N_("Choose two different people.")


class TooManyIntroductions(Refused):
    sentence = N_("Three introductions are under way. Wait until one of them is over, then start the next.")


class ListUnreadable(BadInput):
    """The guest list could not be read. `why` is a whole translated-on-display sentence."""

    sentence = N_("This file could not be read as a guest list. Save it as CSV (UTF-8) or .xlsx and try again.")


class PreviewOver(Refused):
    sentence = N_("This preview is over: the list was saved already, or another was looked at since.")


class PreviewChanged(Refused):
    sentence = N_("Something was changed since this was shown. Here is how it reads now: save it if it is right.")


class ListTooLarge(ListUnreadable):
    status = 413
    sentence = N_("This file is too large. A guest list may have up to 20,000 rows and 10 MB.")


class OldSpreadsheet(ListUnreadable):
    sentence = N_("This spreadsheet is of an old kind or has a password. Save it as .xlsx or CSV and try again.")


class NoNameColumn(ListUnreadable):
    sentence = N_("No column with names was found. The first line must name the columns, one of them “name”.")


class UnknownDevice(Refused):
    status = 404
    sentence = N_("This screen is not known any more.")


class AlreadyPrinted(Refused):
    sentence = N_("This badge was printed already. Say why it is printed again.")


class NoSuchPrinter(Refused):
    status = 404
    sentence = N_("There is no such printer.")


class UnknownPrintJob(Refused):
    status = 404
    sentence = N_("This badge is not waiting to be printed any more.")


class WouldForget(Refused):
    """So few days to keep people that they would be forgotten within the hour."""

    sentence = N_("The evening is longer ago than that: everyone would be forgotten at once.")


class SettingsChangedSince(Refused):
    sentence = N_(
        "The settings were changed elsewhere while this page was open. Save again to put yours in their place, or open "
        "the page anew to see them."
    )


class NotSaved(Refused):
    """The database is locked or the disk is full: nothing was written, the same request may be sent again."""

    status = 503
    sentence = N_("This could not be saved just now. Nothing was changed; please try again.")


class RehearsalOn(Refused):
    sentence = N_("A rehearsal is on. Wipe it before real guests come, or before the next one.")


class NoRehearsal(Refused):
    sentence = N_("There is no rehearsal to wipe.")


class ArrivalsAlready(Refused):
    sentence = N_("People have arrived already. A rehearsal needs an evening that has not begun.")


class StillRunning(Refused):
    sentence = N_("A kiosk is running over this folder. Stop it first.")


class EveningAlready(Refused):
    sentence = N_("There is an evening in this folder already. Choose an empty one.")


class NotAnEvening(Refused):
    status = 422
    sentence = N_("This file holds no evening as this kiosk writes it.")


class NoBackup(Refused):
    status = 404
    sentence = N_("There is no backup here that can be read.")
