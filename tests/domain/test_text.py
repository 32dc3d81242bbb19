"""What people type, made safe to show and possible to find."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from kiosk.domain.badge_code import read_badge_code
from kiosk.domain.text import NAME_LIMIT
from kiosk.domain.text import clean
from kiosk.domain.text import clean_name
from kiosk.domain.text import fold
from kiosk.domain.text import given_name
from kiosk.domain.text import without_junk


@given(st.text(max_size=300))
def test_a_shown_name_is_one_line_without_control_or_bidi_characters(text: str) -> None:
    name = clean_name(text)
    assert len(name) <= NAME_LIMIT
    for char in name:
        assert unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        assert char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
    assert name == name.strip()
    assert clean_name(name) == name


def test_zalgo_stays_on_its_line() -> None:
    assert len(clean("Z" + "\u0300\u0301\u0302\u0303" * 20)) <= 4


def test_joiners_that_scripts_and_emoji_need_stay() -> None:
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
    assert clean("👩\u200d🌾") == "👩\u200d🌾"


def test_answers_that_say_nothing_are_dropped() -> None:
    assert [without_junk(text) for text in ("N/A", " - ", "none", "TBD", "n/a.", "Nonesuch")] == [
        *("", "", "", ""),
        "n/a.",
        "Nonesuch",
    ]


def test_spellings_of_one_name_fold_to_one() -> None:
    assert fold("Zoë  Müller-Lüdenscheidt") == fold("ZOE muller ludenscheidt") == "zoe muller ludenscheidt"
    assert fold("C++") != fold("C#")


@pytest.mark.parametrize(
    ("one", "other"), [("ガーデン", "カーテン"), ("パリ", "バリ"), ("はな", "ばな"), ("パン", "ハン")]
)
def test_the_voiced_marks_of_kana_make_another_word(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert fold(one) == fold(unicodedata.normalize("NFD", one)) == unicodedata.normalize("NFC", one)


def test_half_and_full_width_kana_are_one() -> None:
    assert fold("ｶﾞｰﾃﾞﾝ") == fold("ガーデン")


def test_a_korean_syllable_is_found_while_it_is_being_typed() -> None:
    assert fold("김미숙").startswith(fold("김미수"))


@given(st.text(alphabet="かがはばぱゝゞアヴカガー・ｶﾊﾞﾟ゙゚゛ ", max_size=20))
def test_kana_that_are_folded_stay_as_they_are(text: str) -> None:
    assert fold(fold(text)) == fold(text) == unicodedata.normalize("NFC", fold(text))


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Ana García", "Ana"),
        ("Dr. Ana García", "Ana"),
        ("🐝 Ana", "Ana"),
        ("遠藤 涼平", "遠藤 涼平"),
        ("김미숙", "김미숙"),
        ("J. R.", "J. R."),
        ("", ""),
    ],
)
def test_people_are_called_by_the_name_they_answer_to(name: str, called: str) -> None:
    assert given_name(name) == called


@given(st.text(alphabet="0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=8, max_size=8))
def test_a_badge_code_is_read_however_it_is_typed(code: str) -> None:
    assert read_badge_code(f" {code[:4]}-{code[4:]} ".lower()) == code
    assert read_badge_code(code.replace("0", "O").replace("1", "l")) == code


@given(st.text(max_size=20))
def test_what_is_no_code_is_not_taken_for_one(text: str) -> None:
    code = read_badge_code(text)
    assert code is None or len(code) == 8


def test_vowel_signs_of_indic_scripts_and_thai_tell_words_apart() -> None:
    assert fold("मेरा") != fold("मोर")
    assert " " not in fold("चेतना")
    assert fold("กา") != fold("กี")


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_is_folded_and_cleaned_like_any_other(text: str) -> None:
    odd = "ж"
    assert fold(text) == fold(f"{text} {odd}").removesuffix(odd).rstrip()
    assert clean(text) == clean(f"{odd} {text}").removeprefix(odd).lstrip()
