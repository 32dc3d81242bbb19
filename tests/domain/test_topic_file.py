import pytest

from kiosk.domain.topic_file import parse_topics

SHIPPED = "name,aliases,related\nbeekeeping,bees,gardens\ngardens,gardening,\n"


def test_a_file_of_ones_own_adds_topics_aliases_and_what_is_related() -> None:
    read = parse_topics("name,aliases,related\nRepair café,mending,gardens\nBeekeeping,hives,\n", over=SHIPPED)
    assert read.resolve("mending") == "repair cafe"
    assert read.name("repair cafe", "") == "Repair café"
    assert read.resolve("hives") == read.resolve("bees") == "beekeeping"
    assert read.name("beekeeping", "") == "Beekeeping"
    assert read.related("repair cafe", "gardens")
    assert read.related("beekeeping", "gardens")


def test_an_alias_of_ones_own_comes_before_one_that_ships() -> None:
    assert parse_topics("name,aliases,related\ninsects,bees,\n", over=SHIPPED).resolve("bees") == "insects"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: the first line"),
        ("names\n", "line 1: the first line"),
        ("name,aliases,related\nkites,,\n ,x,\n", "line 3: the name"),
        ("name,aliases,related\nkites,,\n\nKITES,,\n", "line 4: “KITES” stands in line 2"),
        ("name,aliases,related\nkites,a,b,c\n", "line 2: there are more than three columns"),
        (f"name,aliases,related\n{'k' * 61},,\n", "line 2: the name"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_topics(text, over=SHIPPED)
