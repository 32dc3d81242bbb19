"""One meaning for each setting, wrong ones refused in words."""

import tomllib
from pathlib import Path

import pytest

from kiosk.files import CONFIG
from kiosk.settings import Settings
from kiosk.settings.error import SettingsError
from kiosk.settings.file import read_settings

EXAMPLE = CONFIG / "event.example.toml"


def written(folder: Path, text: str) -> Path:
    path = folder / "event.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_first_run_asks_nothing(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "event.toml") == Settings()


def test_the_example_file_shows_every_setting_and_can_be_used() -> None:
    assert set(tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))) == set(Settings.model_fields)
    assert read_settings(EXAMPLE).spots


@pytest.mark.parametrize("key", Settings.model_fields)
def test_a_setting_has_a_name_and_one_meaning_in_the_file_as_on_the_page(key: str) -> None:
    about = Settings.model_fields[key]
    assert about.title
    above = EXAMPLE.read_text(encoding="utf-8").split(f"\n{key} = ")[0].split("\n\n")[-1]
    assert str(about.description) in " ".join(line.removeprefix("# ") for line in above.splitlines())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('nmae = "x"', "did you mean “name”"),
        ('spots = [{ name = "bar", seats = 4 }]', "“spots.0.seats” is not a setting"),
        ('programme = [{ at = "19:00", waht = "Hello" }]', "did you mean “what”"),
        ('rules = [""]', "“rules.0”: This must not be empty."),
        ("rules = 5", "“rules”: "),
        ('printers = [{ name = "Left" }]', "“printers.0.kind”: This must not be empty."),
        ('printers = [{ name = "Left", kind = "zpl" }]', "“printers.0.address”: Say its address"),
        ('printers = [{ name = "Left", kind = "zpl", address = "/home/us/list.csv" }]', "stands under /dev/"),
        ('printers = [{ name = "Left", kind = "zpl", address = "/dev/../home/us" }]', "stands under /dev/"),
        ('spots = [{ name = "bar" }, { name = "bar" }]', "“spots”: Give each a name of its own."),
        ('spots = [{ name = "bar", at = [20, 101] }]', "“spots.0.at.1”: Write a number from 0 to 100."),
        ('spots = [{ name = "bar", room_for = 1 }]', "“spots.0.room_for”: Write a whole number from 2 to 500."),
        ("answer_seconds = 5", "“answer_seconds”: Write a whole number from 30 to 1800."),
        ('answer_seconds = "soon"', "“answer_seconds”: Write a whole number from 30 to 1800."),
        ("random_share = 1.1", "“random_share”: Write a number from 0 to 1."),
        ('badge_colour = "red"', "“badge_colour”: Write a colour such as #0b6e69."),
        ('badge_company = "perhaps"', "“badge_company”: Write true or false."),
        (f'name = "{"x" * 61}"', "“name”: Write at most 60 characters."),
        ('timezone = "Mars/Olympus"', "time zone is not known"),
        ('language = "tlh"', "Choose one of these: 'en', 'de'"),
        ('door_questions = ["age"]', "“door_questions.0”: Choose one of these: 'interests'"),
        ('address = "mixer.example"', "whole address"),
        ('address = "http://"', "whole address"),
        ("name = ", "event.toml is not written as TOML"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError) as error:
        read_settings(written(tmp_path, text))
    assert said in str(error.value)


def test_everything_that_is_wrong_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as error:
        read_settings(written(tmp_path, 'name = ""\nkeep_days = 0'))
    assert len(str(error.value).splitlines()) == 2


def test_a_round_is_never_shorter_than_its_answering_time(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, "answer_seconds = 1800\nround_minutes = 2"))
    assert settings.round_time == settings.answer_time
