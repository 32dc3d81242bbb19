"""One meaning for each setting, wrong ones refused in words."""

import tomllib
from pathlib import Path

import pytest

from kiosk.files import CONFIG
from kiosk.settings import Settings
from kiosk.settings import SettingsError
from kiosk.settings import read_settings


def written(folder: Path, text: str) -> Path:
    path = folder / "event.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_first_run_asks_nothing(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "event.toml") == Settings()


def test_the_example_file_shows_every_setting_and_can_be_used(tmp_path: Path) -> None:
    example = CONFIG / "event.example.toml"
    assert set(tomllib.loads(example.read_text(encoding="utf-8"))) == set(Settings.model_fields)
    assert read_settings(example).spots


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('nmae = "x"', "did you mean “name”"),
        ('spots = [{ name = "bar", seats = 4 }]', "“spots.0.seats” is not a setting"),
        ('programme = [{ at = "19:00", waht = "Hello" }]', "did you mean “what”"),
        ('rules = [""]', "at least 1 character"),
        ("answer_seconds = 5", "greater than or equal to 30"),
        ('timezone = "Mars/Olympus"', "time zone is not known"),
        ('language = "tlh"', "choose one of en, de"),
        ('address = "mixer.example"', "whole address"),
        ("name = ", "not written as TOML"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError) as error:
        read_settings(written(tmp_path, text))
    assert said in str(error.value)


def test_a_round_is_never_shorter_than_its_answering_time(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, "answer_seconds = 1800\nround_minutes = 2"))
    assert settings.round_time == settings.answer_time
