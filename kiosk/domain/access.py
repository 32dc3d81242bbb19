"""Who may do what: every route and every live region, in one table. What is not in it does not exist."""

from enum import StrEnum


class Role(StrEnum):
    STRANGER = "stranger"
    ATTENDEE = "attendee"
    DOOR = "door"
    SELF_SERVICE = "self_service"
    PROJECTOR = "projector"
    ORGANIZER = "organizer"
    HELPER = "helper"
    """Sees the evening as the organizer does, and changes nothing."""


_ANYONE = frozenset(Role)
_ATTENDEE = frozenset({Role.ATTENDEE})
_DOOR = frozenset({Role.DOOR})
_SELF_SERVICE = frozenset({Role.SELF_SERVICE})
_PROJECTOR = frozenset({Role.PROJECTOR})
_ORGANIZER = frozenset({Role.ORGANIZER})
_SEES = frozenset({Role.ORGANIZER, Role.HELPER})
_WALL = _SEES | _PROJECTOR

ROUTES: dict[str, frozenset[Role]] = {
    "static": _ANYONE,
    "public.show": _ANYONE,
    "public.set_language": _ANYONE,
    "public.healthz": _ANYONE,
    "link.show": _ANYONE,
    "link.use_token": _ANYONE,
    "link.use_digits": _ANYONE,
    "badge.show": _ANYONE,
    "badge.scan": _ATTENDEE,
    "badge.meet": _ATTENDEE,
    "phone.show": _ATTENDEE,
    "phone.set_mood": _ATTENDEE,
    "phone.set_contact": _ATTENDEE,
    "phone.answer": _ATTENDEE,
    "phone.say_met": _ATTENDEE,
    "phone.find": _ATTENDEE,
    "phone.another_spot": _ATTENDEE,
    "phone.unlink": _ATTENDEE,
    "phone.unlink_another": _ATTENDEE,
    "phone.badge_image": _ATTENDEE,
    "state.set_leaving": _ATTENDEE,
    "state.leave": _ATTENDEE,
    "state.come_back": _ATTENDEE,
    "state.pause": _ATTENDEE,
    "state.set_wishes": _ATTENDEE,
    "met.show": _ATTENDEE,
    "met.say": _ATTENDEE,
    "met.share": _ATTENDEE,
    "met.remember": _ATTENDEE,
    "met.unblock": _ATTENDEE,
    "met.introduce": _ATTENDEE,
    "keepsake.show": _ATTENDEE,
    "keepsake.cards": _ATTENDEE,
    "keepsake.card": _ATTENDEE,
    "keepsake.table": _ATTENDEE,
    "keepsake.page": _ATTENDEE,
    "kept.show": _ATTENDEE,
    "kept.download": _ATTENDEE,
    "kept.erase": _ATTENDEE,
    "welcome.show": _ATTENDEE,
    "welcome.begin": _ATTENDEE,
    "profile.state_topic": _ATTENDEE,
    "profile.drop_a_topic": _ATTENDEE,
    "profile.choose_topic": _ATTENDEE,
    "profile.set_purposes": _ATTENDEE,
    "profile.agree_to_match": _ATTENDEE,
    "profile.set_shown": _ATTENDEE,
    "profile.set_organizer_keeps_contact": _ATTENDEE,
    "report.show": _ATTENDEE,
    "report.send": _ATTENDEE,
    "report.put_away": _ORGANIZER,
    "door.show": _DOOR,
    "door.check_in": _DOOR,
    "door.find_code": _DOOR,
    "door.bind_badge": _DOOR,
    "arrival.answer_questions": _DOOR,
    "arrival.remark": _DOOR,
    "arrival.leave": _DOOR,
    "door.walk_in": _DOOR,
    "door.arrival": _DOOR,
    "door.undo": _DOOR,
    "arrival.answer": _DOOR,
    "arrival.agree_to_match": _DOOR,
    "arrival.set_shown": _DOOR,
    "arrival.set_minor": _DOOR,
    "door.new_link": _DOOR,
    "door.badge_image": _DOOR,
    "printing.ask": _DOOR,
    "printing.again": _DOOR,
    "printing.drop": _DOOR,
    "printing.paper": _DOOR,
    "printing.paper_css": _DOOR,
    "cut_off.guests": _DOOR,
    "cut_off.catch_up": _DOOR,
    "self_service.show": _SELF_SERVICE,
    "self_service.find": _SELF_SERVICE,
    "self_service.find_code": _SELF_SERVICE,
    "self_service.which": _SELF_SERVICE,
    "self_service.hello": _SELF_SERVICE,
    "self_service.check_in": _SELF_SERVICE,
    "self_service.welcome": _SELF_SERVICE,
    "self_service.badge_image": _SELF_SERVICE,
    "self_service.leave": _SELF_SERVICE,
    "projector.show": _WALL,
    "projector.join_qr": _WALL,
    "projector.wifi_qr": _WALL,
    "organizer.sign_in": _ANYONE,
    "organizer.sign_out": _SEES,
    "organizer.show": _SEES,
    "organizer.start_round": _ORGANIZER,
    "organizer.lengthen_round": _ORGANIZER,
    "organizer.end_round": _ORGANIZER,
    "organizer.set_next_round": _ORGANIZER,
    "organizer.set_flow": _ORGANIZER,
    "organizer.hold_scene": _ORGANIZER,
    "organizer.hide_name": _ORGANIZER,
    "organizer.accept_address": _ORGANIZER,
    "organizer.send_message": _ORGANIZER,
    "organizer.take_back_message": _ORGANIZER,
    "organizer.end_evening": _ORGANIZER,
    "organizer.go_on": _ORGANIZER,
    "screens.pair": _ORGANIZER,
    "screens.revoke": _ORGANIZER,
    "screens.sign_out_everybody_else": _ORGANIZER,
    "audit.show": _ORGANIZER,
    "attendee.find": _ORGANIZER,
    "attendee.show": _ORGANIZER,
    "attendee.correct": _ORGANIZER,
    "attendee.check_in": _ORGANIZER,
    "attendee.check_out": _ORGANIZER,
    "attendee.undo_check_in": _ORGANIZER,
    "attendee.new_badge": _ORGANIZER,
    "attendee.new_link": _ORGANIZER,
    "attendee.unlink": _ORGANIZER,
    "attendee.hide": _ORGANIZER,
    "attendee.block": _ORGANIZER,
    "attendee.unblock": _ORGANIZER,
    "attendee.erase": _ORGANIZER,
    "guest_list.show": _ORGANIZER,
    "guest_list.preview": _ORGANIZER,
    "guest_list.look": _ORGANIZER,
    "guest_list.left_out": _ORGANIZER,
    "guest_list.save": _ORGANIZER,
    "rehearsal.show": _ORGANIZER,
    "rehearsal.begin": _ORGANIZER,
    "rehearsal.wipe": _ORGANIZER,
    "settings.show": _ORGANIZER,
    "settings.change": _ORGANIZER,
    "topics.show": _ORGANIZER,
    "topics.decide": _ORGANIZER,
    "topics.undo": _ORGANIZER,
    "badges.show": _ORGANIZER,
    "badges.preview": _ORGANIZER,
    "badges.sheets": _ORGANIZER,
    "badges.table_cards": _ORGANIZER,
    "badges.tick_list": _ORGANIZER,
    "badges.roll": _ORGANIZER,
    "badges.print_all": _ORGANIZER,
    "badges.again": _ORGANIZER,
    "badges.drop": _ORGANIZER,
    "export.show": _ORGANIZER,
    "export.download": _ORGANIZER,
    "export.erase": _ORGANIZER,
}
"""Flask endpoint to the roles that may ask for it. A role is proved by that role's own cookie."""

PAIRED_BY_LINK = (Role.DOOR, Role.SELF_SERVICE, Role.PROJECTOR, Role.HELPER)
"""What the organizer makes a browser by a one-time link."""

REGIONS: dict[str, frozenset[Role]] = {
    "phone": _ATTENDEE,
    "profile": _ATTENDEE,
    "door": _DOOR,
    "printing": _DOOR,
    "projector": _WALL,
    "organizer": _ORGANIZER,
    "helper": frozenset({Role.HELPER}),
}
"""Live region to the roles whose sockets may hear it. A screen's region has its name; a phone has its
profile too, a door its prints."""


def may(role: Role, endpoint: str) -> bool:
    """Whether the table lets this role ask for it: what it does not, its screens do not offer."""
    return role in ROUTES[endpoint]
