"""`kiosk import`: the same reading as on the organizer's page, told in the terminal."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from click.testing import Result

from kiosk.cli import main

LIST = "Wer,Zusage?,Frage\nAnn,bin dabei,bees\nBo,mal sehen,chess\n"
SAID = ("--column", "Wer=name", "--column", "Frage=interests", "--coming", "bin dabei")


@pytest.fixture
def kiosk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Terminal":
    monkeypatch.setenv("COLUMNS", "200")
    return Terminal(tmp_path)


class Terminal:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def imports(self, text: str, *options: str) -> Result:
        file = self.folder / "list.csv"
        file.write_text(text, encoding="utf-8")
        return CliRunner().invoke(main, ["import", "--data", str(self.folder / "evening"), *options, str(file)])


def test_columns_and_statuses_are_said_once_and_remembered(kiosk: Terminal) -> None:
    first = kiosk.imports(LIST, *SAID)
    assert first.exit_code == 0, first.output
    assert "row 3: Bo: The kiosk does not know the status in this row." in first.output
    assert "Statuses not known: mal sehen (1)." in first.output
    again = kiosk.imports(LIST + "Cy,bin dabei,\n")
    assert again.exit_code == 0, again.output


def test_a_list_without_names_says_which_columns_there_are(kiosk: Terminal) -> None:
    refused = kiosk.imports(LIST)
    assert refused.exit_code == 2
    assert "--column 'HEADER=name'" in refused.output
    assert "Wer, Zusage?, Frage" in refused.output


def test_a_list_without_headings_is_read_as_one_where_that_is_said(kiosk: Terminal) -> None:
    assert "say --no-headings" in kiosk.imports("Ann\nBo\n").output
    assert "2" in kiosk.imports("Ann\nBo\n", "--no-headings", "--look").output.split("would be imported")[0][-20:]


@pytest.mark.parametrize(("said", "why"), [("Wo=name", "no column"), ("Wer=hat", "no field"), ("Wer", "no column")])
def test_a_column_or_a_field_there_is_not_is_named(kiosk: Terminal, said: str, why: str) -> None:
    refused = kiosk.imports(LIST, "--column", said)
    assert (refused.exit_code, why in refused.output) == (2, True)


def test_looking_saves_nothing_and_the_rows_left_out_are_written(kiosk: Terminal) -> None:
    file = kiosk.folder / "left-out.csv"
    looked = kiosk.imports(LIST, *SAID, "--look", "--left-out", str(file))
    assert "would be imported" in looked.output
    assert b'"3","The kiosk does not know the status in this row.","Bo","mal sehen","chess"' in file.read_bytes()
    assert kiosk.imports(LIST).exit_code == 2
