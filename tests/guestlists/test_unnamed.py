"""Who comes without a name in the list is told of at the door, once for each order."""

from tests.guestlists.lists import only
from tests.guestlists.lists import read


def attentions(text: str) -> list[str]:
    return [guest.attention for guest in read(text).guests]


def test_tickets_bought_under_one_name_are_people_more() -> None:
    text = "Order ID,First Name,Last Name,Tickets,Status\n1,Ann,Lee,3,\n2,Bo,Ray,1,\n3,Cy,Day,0,\n4,Di,Way,many,\n"

    assert attentions(text) == ["+2", "", "", ""]


def test_whoever_is_named_in_the_same_order_is_one_of_them() -> None:
    assert attentions("Order ID,Name,Quantity\n1,Ann,3\n1,Bo,3\n") == ["+1", ""]
    assert attentions("Order ID,Name,Quantity\n1,Ann,2\n1,Bo,2\n") == ["", ""]
    assert attentions("Order ID,Name,Quantity\n1,Ann,1\n1,Bo,1\n") == ["", ""]


def test_without_an_order_each_row_counts_its_own() -> None:
    assert attentions("Name,Quantity\nAnn,2\nBo,\n") == ["+1", ""]


def test_guests_somebody_brings_stand_beside_what_else_the_door_should_know() -> None:
    assert attentions("Name,User ID,RSVP,Guests,Joined Group on,Accessibility\nAnn,user 1,Yes,1,,Step-free\n") == [
        "+1 · Step-free"
    ]


def test_names_in_such_a_column_are_no_number() -> None:
    assert only("Name,Guests\nAnn,Bo and Cy\n").attention == ""
