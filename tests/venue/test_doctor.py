"""What the doctor says of a laptop."""

from pathlib import Path

from kiosk.venue.doctor import look


def test_a_healthy_laptop_has_nothing_to_look_at(tmp_path: Path) -> None:
    findings = look(tmp_path, "http://mixer.example", "3.53.4", lambda text: set(), shaped=True)
    assert [f.said for f in findings if not f.fine and "address" not in f.said] == []


def test_an_old_sqlite_and_a_script_without_a_font_are_named(tmp_path: Path) -> None:
    findings = look(tmp_path, "http://mixer.example", "3.40.1", lambda text: {"漢"}, shaped=False)
    said = [finding.said for finding in findings if not finding.fine]
    assert any("3.40.1" in sentence for sentence in said)
    assert any("漢" in sentence for sentence in said)
    assert any("libfribidi" in sentence for sentence in said)
