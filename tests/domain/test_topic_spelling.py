import pytest

from kiosk.domain.likeness import Likeness
from kiosk.domain.topic import Topics

KNOWN = ["machine learning", "ml", "gardening", "kubernetes", "web of things", "beekeeping"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("beekeping", "beekeeping"),
        ("Beekeeeping", "beekeeping"),
        ("beekepnig", ""),
        ("machine lerning", "machine learning"),
        ("mahcine learning", "machine learning"),
        ("photogrephy", "Photography"),
        ("volunteerng", "volunteering"),
        ("kuberentes", "Kubernetes"),
    ],
)
def test_one_slip_of_the_finger_is_mended_and_two_are_not(topics: Topics, typed: str, name: str) -> None:
    assert topics.name(topics.resolve(typed), "") == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C", "C++"),
        ("C", "C#"),
        ("marketing", "ML"),
        ("hiring", "hiking"),
        ("sewing", "sowing"),
        ("gin", "Gin framework"),
        ("flutter", "flute"),
        ("fish", "fish shell"),
        ("skating", "skat"),
        ("parents", "parenting"),
        ("Java", "JavaScript"),
        ("network", "networking"),
        ("choir", "chair"),
        ("language café", "café"),
        ("supper club", "SUP"),
    ],
)
def test_what_is_written_nearly_alike_is_not_merged(topics: Topics, one: str, other: str) -> None:
    assert topics.resolve(one) != topics.resolve(other)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Beekeeping for beginners", "beekeeping"),
        ("learning French", "French"),
        ("Python programming", "Python"),
        ("choir singing", "choir"),
        ("cargo bike", "cargo bikes"),
        ("I love board games", "board games"),
        ("the history of Rome", ""),
        ("a", ""),
    ],
)
def test_words_that_add_nothing_are_set_aside(topics: Topics, typed: str, name: str) -> None:
    assert topics.name(topics.resolve(typed), "") == name


def test_a_slip_that_could_be_one_of_two_words_is_left_alone() -> None:
    one, other = ("contented", (), ()), ("contested", (), ())
    assert Topics.from_rows([one, other]).resolve("conteted") == "conteted"
    assert Topics.from_rows([one]).resolve("conteted") == "contented"


def test_what_a_text_may_mean_comes_with_the_likeliest_first(topics: Topics) -> None:
    assert topics.like("beekepers", 5)[0] == "beekeeping"
    assert topics.like("ML", 5)[0] == "machine learning"
    assert len(topics.like("music making in the evening", 5)) == 5
    assert topics.like("🎈", 5) == []


def test_the_same_topics_and_text_give_the_same_answer(topics: Topics) -> None:
    again = Topics.from_rows((topic.name, topic.aliases, ()) for topic in topics)
    texts = ["garden parties", "machine lerning", "data", "walking tours", "k8s"]
    assert [again.like(text, 5) for text in texts] == [topics.like(text, 5) for text in texts]
    assert [again.resolve(text) for text in texts] == [topics.resolve(text) for text in texts]


def test_an_abbreviation_is_like_what_it_stands_for() -> None:
    likeness = Likeness(KNOWN)
    assert [KNOWN[likeness.to(short).argmax()] for short in ("wot", "k8s")] == ["web of things", "kubernetes"]


def test_likeness_is_one_for_the_same_and_nothing_where_nothing_is_shared() -> None:
    likeness = Likeness(KNOWN)
    assert likeness.to("gardening")[KNOWN.index("gardening")] == pytest.approx(1)
    assert not likeness.to("zzz").any()
