"""Every script that guests bring is drawn, in one face, shaped, and what cannot be drawn is said."""

from pathlib import Path

import pytest

from kiosk.badges.clusters import clusters
from kiosk.badges.fonts import SHAPER_FOUND
from kiosk.badges.fonts import Fonts
from kiosk.badges.text import Ink
from kiosk.badges.text import Style
from kiosk.badges.text import Text

HEADLINE = "Bricolage Grotesque"
BODY = "Atkinson Hyperlegible Next"

NAMES = {
    "accents": "Zoë Müller-Lüdenscheidt Łukasz Ğülşen Ñuñez Ørsted",
    "vietnamese": "Nguyễn Thị Ánh Nguyệt",
    "yoruba": "Ọlá Ṣóyínká",
    "cyrillic": "Хома Гаврилів Ђорђе",
    "greek": "Ελένη Παπαδοπούλου",
    "arabic": "محمد بن عبد الرحمن",
    "hebrew": "עובדיה לוי",
    "devanagari": "चेतना रंगराजन",
    "chinese": "陈晓明",
    "japanese": "遠藤 涼平 さくら サクラ",
    "korean": "김미숙",
    "emoji": "🌻 ☕ 👩‍💻 ❤️ 👍🏽 🇺🇦",
}


@pytest.fixture(scope="module")
def plain() -> Fonts:
    """The fonts on a machine without FriBiDi."""
    return Fonts(Path(__file__).parents[2] / "static" / "dist" / "fonts", shaped=False)


def ink_of(text: str, fonts: Fonts, family: str = HEADLINE, leftward: bool = False) -> Ink:
    (ink,) = Text(text, Style(family, 700), leftward, fonts).in_lines(1).set(80)
    return ink


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
@pytest.mark.parametrize("family", [HEADLINE, BODY])
def test_no_character_of_any_script_is_an_empty_box(fonts: Fonts, name: str, family: str) -> None:
    assert fonts.missing(name) == set()
    for cluster, face in fonts.faces(name, family):
        if not cluster.isspace():
            font = fonts.open(face, 60, 400)
            assert bytes(font.getmask(cluster)) != bytes(font.getmask("\U0010ffff")), cluster


def test_what_no_font_has_is_named(fonts: Fonts) -> None:
    assert fonts.missing("Zoë ไทย 🌻") == {"ไ", "ท", "ย"}
    assert "".join(cluster for cluster, _ in fonts.faces("ไทย", HEADLINE)) == "ไทย"


@pytest.mark.parametrize("family", [HEADLINE, BODY])
@pytest.mark.parametrize("script", ["vietnamese", "yoruba", "cyrillic", "greek", "arabic", "chinese", "japanese"])
def test_a_script_of_a_text_keeps_one_typeface(fonts: Fonts, script: str, family: str) -> None:
    faces = [face for cluster, face in fonts.faces(NAMES[script], family) if cluster.isalpha()]
    typefaces = {fonts.open(face, 20, 400).getname()[0] for face in faces}
    assert len(typefaces) == 1


def test_latin_keeps_its_typeface_beside_another_script(fonts: Fonts) -> None:
    faces = dict(fonts.faces("Zoë 陈晓明 🌻", HEADLINE))
    names = {cluster: fonts.open(face, 20, 400).getname()[0] for cluster, face in faces.items()}
    assert names["Z"].startswith("Bricolage")
    assert names["陈"].startswith("Noto Sans SC")
    assert names["🌻"].startswith("Noto Emoji")
    assert names[" "] == names["Z"] or names[" "] == names["陈"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("चेतना", ["चे", "त", "ना"]),
        ("e\u0323\u0301x", ["e\u0323\u0301", "x"]),
        ("👩‍💻❤️👍🏽", ["👩‍💻", "❤️", "👍🏽"]),
        ("🇺🇦🇩🇪", ["🇺🇦", "🇩🇪"]),
        ("می‌خواهم", ["م", "ی\u200c", "خ", "و", "ا", "ه", "م"]),
        ("", []),
    ],
)
def test_marks_and_joiners_stay_with_their_letter(text: str, parts: list[str]) -> None:
    assert clusters(text) == parts


def test_letters_and_their_marks_are_drawn_by_one_face(fonts: Fonts) -> None:
    assert [cluster for cluster, _ in fonts.faces("Ngu\u0079e\u0302\u0303n", HEADLINE)] == list("Nguyễn")


def test_the_shaper_is_there() -> None:
    assert SHAPER_FOUND, "Pillow found no FriBiDi: install libfribidi0"


def test_arabic_letters_are_joined(fonts: Fonts) -> None:
    joined = ink_of("محمد", fonts, leftward=True)
    apart = ink_of("م\u200cح\u200cم\u200cد", fonts, leftward=True)
    assert len(_columns_without_ink(joined)) == 0
    assert len(_columns_without_ink(apart)) > 0


def test_devanagari_letters_are_combined(fonts: Fonts) -> None:
    assert ink_of("क्ष", fonts).mask.width < 0.8 * ink_of("क\u094d\u200cष", fonts).mask.width


def test_without_a_shaper_brackets_still_turn_and_direction_marks_stay_unseen(plain: Fonts) -> None:
    assert ink_of("(", plain, leftward=True).mask == ink_of(")", plain).mask
    assert ink_of("\u200eAna\u200e", plain).mask == ink_of("Ana", plain).mask


def test_words_that_run_left_stand_in_their_order_with_or_without_a_shaper(fonts: Fonts, plain: Fonts) -> None:
    assert _close(ink_of("לוי (א)", fonts, leftward=True), ink_of("לוי (א)", plain, leftward=True))
    assert not _close(ink_of("לוי (א)", fonts, leftward=True), ink_of("(א) יול", plain, leftward=True))


def test_a_heavier_weight_is_heavier(fonts: Fonts) -> None:
    thin, bold = (
        sum(Text("Ana", Style(BODY, weight), False, fonts).in_lines(1).set(80)[0].mask.tobytes())
        for weight in (400, 700)
    )
    assert bold > 1.2 * thin


def test_a_missing_folder_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="pip install"):
        Fonts(tmp_path)


def _columns_without_ink(ink: Ink) -> list[int]:
    return [x for x in range(ink.mask.width) if ink.mask.crop((x, 0, x + 1, ink.mask.height)).getbbox() is None]


def _close(one: Ink, other: Ink) -> bool:
    """Whether two drawings have their ink in the same tenths of the width, give or take the rounding of widths."""
    return all(abs(a - b) < 0.12 for a, b in zip(_tenths(one), _tenths(other), strict=True))


def _tenths(ink: Ink) -> list[float]:
    row = ink.mask.resize((10, 1))
    return [value / 255 for value in row.tobytes()]
