import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.topic import Decision
from kiosk.domain.topic import Topics
from kiosk.domain.topic_file import parse_topics

ROWS = [
    ("beekeeping", ["bees", "honey"], ["gardening", "meadows"]),
    ("gardening", ["gardens"], []),
    ("machine learning", ["ML"], []),
    ("Food & Drink", ["food"], []),
    ("C++", ["cpp"], []),
    ("C", [], []),
    ("food", [], []),
]


@pytest.fixture(scope="module")
def few() -> Topics:
    return Topics.from_rows(ROWS)


@pytest.mark.parametrize(
    "typed", ["ML", "ml", "machine-learning", "Machine Learning", "machinelearning", " MACHINE_learning "]
)
def test_one_topic_in_any_case_and_spelling(few: Topics, typed: str) -> None:
    assert few.resolve(typed) == few.resolve("machine learning")
    assert few.name(few.resolve(typed), typed) == "machine learning"


def test_an_ampersand_and_the_word_are_one(few: Topics) -> None:
    assert few.resolve("food and drink") == few.resolve("FOOD & DRINK")


def test_signs_that_make_the_name_are_kept(few: Topics) -> None:
    assert few.resolve("c") != few.resolve("c++") == few.resolve("cpp")


def test_a_name_comes_before_an_alias_of_an_earlier_row(few: Topics) -> None:
    assert few.name(few.resolve("Food"), "Food") == "food"


def test_a_text_that_is_no_topic_is_shared_by_whoever_types_the_same(few: Topics) -> None:
    assert few.resolve("Sourdough  Starters!") == few.resolve("sourdough starters") == "sourdough starters"
    assert few.resolve("sourdough starters") != few.resolve("sourdough")
    assert few.name("sourdough starters", "Sourdough Starters") == "Sourdough Starters"


def test_emoji_are_topics_of_their_own(few: Topics) -> None:
    assert few.resolve("🐝") == few.resolve(" 🐝 ") != few.resolve("🎻")


@given(st.text(max_size=30))
def test_a_key_resolves_to_itself(text: str) -> None:
    few = Topics.from_rows(ROWS)
    assert few.resolve(few.resolve(text)) == few.resolve(text)


def test_topics_are_related_both_ways_and_not_to_themselves(few: Topics) -> None:
    bees, gardens = few.resolve("bees"), few.resolve("gardens")
    assert few.related(bees, gardens)
    assert few.related(gardens, bees)
    assert not few.related(bees, bees)
    assert not few.related(bees, few.resolve("food"))
    assert few.neighbours(few.resolve("cpp")) == frozenset()


def test_a_topic_may_be_related_to_one_that_people_type_themselves(few: Topics) -> None:
    assert few.related(few.resolve("Meadows"), few.resolve("bees"))


@pytest.mark.parametrize("again", ["Gardening", "gar dening", ""])
def test_a_name_that_is_empty_or_stands_there_twice_is_refused(again: str) -> None:
    with pytest.raises(ValueError, match="no name or stands there twice"):
        Topics.from_rows([*ROWS, (again, [], [])])


def test_a_file_is_read_with_its_aliases_and_related() -> None:
    read = parse_topics('\ufeffname,aliases,related\nbeekeeping,"bees; honey, raw",gardening\ngardening,,\n')
    assert [topic.name for topic in read] == ["beekeeping", "gardening"]
    assert read.resolve("honey, raw") == read.resolve("bees") == "beekeeping"
    assert read.related("gardening", "beekeeping")


@pytest.mark.parametrize("text", ["", "name,alias,related\n", "name;aliases;related\nbees;;\n"])
def test_a_file_with_other_columns_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="name,aliases,related"):
        parse_topics(text)


def test_every_name_and_alias_that_ships_finds_its_own_topic(topics: Topics) -> None:
    assert len(topics) > 1_700
    astray = [(t.name, text) for t in topics for text in (t.name, *t.aliases) if topics.resolve(text) != t.key]
    assert astray == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("soccer", "football"),
        ("K8s", "Kubernetes"),
        ("Grant application", "grant writing"),
        ("food and drink", "Food & Drink"),
        ("LGBT", "LGBTQ+"),
        ("Gin", "cocktails"),
        ("Deutsch", "German"),
        ("हिन्दी", "Hindi"),
        ("new here", "newcomers in town"),
    ],
)
def test_what_people_type_is_understood(topics: Topics, typed: str, name: str) -> None:
    assert topics.name(topics.resolve(typed), typed) == name


def test_what_is_near_in_life_is_related(topics: Topics) -> None:
    near = [("bees", "gardening"), ("CV", "job search"), ("first flat", "housing"), ("grants", "fundraising")]
    assert all(topics.related(topics.resolve(a), topics.resolve(b)) for a, b in near)
    # The browser Opera and the Soap protocol stand in the technology list.
    assert not topics.related(topics.resolve("opera"), topics.resolve("Firefox"))


def test_what_was_decided_goes_before_what_the_file_says(few: Topics) -> None:
    decided = few.decided([Decision("ml", "ML", "ml", "ML"), Decision("hives", "hives", "beekeeping", "beekeeping")])
    assert decided.resolve("ML") == "ml"
    assert decided.resolve("machine learning") == "machine learning"
    assert decided.resolve("Hives") == "beekeeping"
    assert few.resolve("ML") == "machine learning"


def test_a_merged_topic_brings_its_neighbours(few: Topics) -> None:
    decided = few.decided([Decision("beekeeping", "beekeeping", "insects", "Insects")])
    assert decided.name(decided.resolve("bees"), "") == "Insects"
    assert decided.related("insects", "gardening")
    assert decided.related("gardening", "insects")


def test_what_a_file_says_is_sure_and_what_is_like_it_is_asked(topics: Topics) -> None:
    assert topics.sure("Machine-Learning")
    assert topics.sure("ML")
    assert not topics.sure("machne lerning")
    assert topics.maybe("hikng", 3)[0] == "hiking"
    assert topics.maybe("startup funding", 3)[0] == "startups"
    assert topics.maybe("zzzz", 3) == []
