"""The files tell what happened, whole; and nothing that is somebody's own."""

import csv
import io
import zipfile

import pytest

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.erase_attendee import erase_attendee
from kiosk.actions.forget import forget_now
from kiosk.actions.import_evening import import_evening
from kiosk.actions.set_organizer_keeps_contact import set_organizer_keeps_contact
from kiosk.afterwards.files import zipped
from kiosk.afterwards.record import read_record
from kiosk.domain.match import Answer
from kiosk.domain.match import State
from kiosk.domain.record import LEFT_OUT
from kiosk.domain.refusal import EveningAlready
from kiosk.domain.refusal import NotAnEvening
from kiosk.domain.topic import Topics
from kiosk.evening import Evening
from kiosk.store import whole_tables
from tests.afterwards.conftest import written
from tests.party import Party

Row = dict[str, str]


def rows(content: bytes) -> list[Row]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_an_evening_written_brought_back_and_written_again_is_the_same_bytes(
    evening: Evening, another: Evening, ids: dict[str, str], topics: Topics
) -> None:
    before = written(evening, topics)
    assert another.database.write(import_evening, read_record(before["evening.json"])) == len(ids)

    assert written(another, topics) == before
    assert zipped(written(another, topics)) == zipped(before)
    another.database.close()


def test_an_empty_evening_has_every_file_and_comes_back_too(evening: Evening, another: Evening, topics: Topics) -> None:
    before = written(evening, topics)
    another.database.write(import_evening, read_record(before["evening.json"]))
    assert written(another, topics) == before
    another.database.close()


def test_the_readme_describes_each_file_and_each_column_in_its_order(
    evening: Evening, ids: dict[str, str], topics: Topics
) -> None:
    made = written(evening, topics)
    text = made["README.txt"].decode("utf-8-sig").replace("\r\n", "\n")
    for name, content in made.items():
        assert name == "README.txt" or name in text
        if name.endswith(".csv"):
            described = text.split(f"\n{name}\n---")[1].split("\n\n")[1].splitlines()
            headers = next(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
            assert [line.split(maxsplit=1)[0] for line in described] == headers
            assert all(len(line.split(maxsplit=1)) == 2 for line in described)
    assert all(table in text for table in LEFT_OUT)


def test_what_is_left_out_is_a_table_and_every_other_one_is_in_the_record(
    evening: Evening, ids: dict[str, str], topics: Topics
) -> None:
    record = read_record(written(evening, topics)["evening.json"])
    assert set(LEFT_OUT) <= set(whole_tables.NAMES)
    assert set(record) == set(whole_tables.NAMES) - set(LEFT_OUT)


def test_an_undone_check_in_stays_with_its_door(evening: Evening, ids: dict[str, str], topics: Topics) -> None:
    [gil] = [row for row in rows(written(evening, topics)["arrivals.csv"]) if row["attendee_id"] == ids["Gil"]]
    assert gil["door"] == "Door left"
    assert gil["undone_at_utc"] == "2026-11-22T18:03:00Z"
    assert gil["undone_at_local"] == "2026-11-22 19:03:00"


def test_an_ask_is_answered_by_whoever_was_met_and_offers_it(
    evening: Evening, ids: dict[str, str], topics: Topics
) -> None:
    asks = rows(written(evening, topics)["asks.csv"])
    assert [(row["ask"], row["answered"]) for row in asks] == [("bees", "yes"), ("glass blowing", "no")]


def test_meetings_introductions_and_topics_are_told(evening: Evening, ids: dict[str, str], topics: Topics) -> None:
    made = written(evening, topics)
    assert {row["how"] for row in rows(made["meetings.csv"])} == {"scan"}
    [introduced] = rows(made["introductions.csv"])
    assert (introduced["by_name"], introduced["line"], introduced["state"]) == ("Ana", "You both dig", "not on")
    counted = {row["topic"]: row for row in rows(made["topics.csv"])}
    assert counted["gardens"]["interests"] == "3"
    assert counted["beekeeping"] | {"offers": "1", "asks": "1", "decided": "hives"} == counted["beekeeping"]


def test_what_staff_did_is_told_and_no_longer_about_whom_once_they_are_erased(
    evening: Evening, ids: dict[str, str], topics: Topics
) -> None:
    badge, started = rows(written(evening, topics)["audit.csv"])
    assert (badge["who"], badge["deed"], badge["name"]) == ("Door left", "Another badge given", "Ana")
    assert (started["deed"], started["attendee_id"]) == ("Round started", "")
    evening.database.write(erase_attendee, ids["Ana"], topics)
    badge, _ = rows(written(evening, topics)["audit.csv"])
    assert (badge["deed"], badge["attendee_id"], badge["name"]) == ("Another badge given", "", "")


def test_reasons_are_told_in_words(evening: Evening, ids: dict[str, str], topics: Topics) -> None:
    told = [row["reasons"] for row in rows(written(evening, topics)["matches.csv"])]
    assert all(": " in reasons for reasons in told)
    assert "{" not in "".join(told)


def test_a_no_reads_the_same_as_a_yes_that_was_left_alone(
    evening: Evening, ids: dict[str, str], topics: Topics
) -> None:
    made = written(evening, topics)
    told = {row["attendee_id"]: row for row in rows(made["matches.csv"]) if row["how"] == "flow"}
    assert told[ids["Dora"]]["prompt_state"] == told[ids["Emil"]]["prompt_state"] == "not on"
    for word in (b"declined", b"later", b'"accepted"', b'"offered"'):
        assert word not in made["evening.json"]
    prompts = read_record(made["evening.json"])["prompts"]
    hidden = [prompt for prompt in prompts if prompt["state"] == State.EXPIRED]
    assert hidden
    assert {prompt["answered_at"] for prompt in hidden} == {None}


@pytest.mark.parametrize("answers", [(), (Answer.GOING,), (Answer.NOT_FOR_ME,), (Answer.LATER, Answer.NOT_FOR_ME)])
def test_before_the_deadline_the_files_are_the_same_whatever_was_answered(
    evening: Evening, party: Party, topics: Topics, answers: tuple[Answer, ...]
) -> None:
    both = party.arrives("Ana"), party.arrives("Ben")
    match = party.matched(*both)
    before = written(evening, topics)
    for who, answer in zip(both, answers, strict=False):
        party.database.write(answer_prompt, match.id, who, answer)
    assert written(evening, topics) == before


def test_contact_details_stand_only_where_the_organizer_may_keep_them(
    evening: Evening, ids: dict[str, str], party: Party, topics: Topics
) -> None:
    made = written(evening, topics)
    emails = {row["name"]: row["email"] for row in rows(made["attendees.csv"]) if row["email"]}
    assert emails == {"Ben": "ben@secret.example"}
    party.database.write(set_organizer_keeps_contact, ids["Ben"], False)
    for name, content in written(evening, topics).items():
        assert b"secret.example" not in content, name
        assert b"555 0199" not in content, name


def test_what_is_peoples_own_is_in_no_file(evening: Evening, ids: dict[str, str], topics: Topics) -> None:
    for name, content in written(evening, topics).items():
        assert b"canary" not in content, name
        assert b"token" not in content, name


def test_who_is_forgotten_leaves_counts(evening: Evening, ids: dict[str, str], topics: Topics) -> None:
    evening.database.write(forget_now)
    made = written(evening, topics)
    [left] = rows(made["evenings.csv"])
    assert (left["came"], left["meetings"], left["met_someone"]) == ("5", "2", "3")
    assert rows(made["attendees.csv"]) == []
    assert b"Ana" not in made["evening.json"]


def test_an_evening_is_not_brought_into_another(evening: Evening, ids: dict[str, str], topics: Topics) -> None:
    before = written(evening, topics)
    with pytest.raises(EveningAlready):
        evening.database.write(import_evening, read_record(before["evening.json"]))
    assert written(evening, topics) == before


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b'{"format": "mixer-kiosk evening 1", "tables": []}'])
def test_a_file_that_is_no_evening_is_refused(content: bytes) -> None:
    with pytest.raises(NotAnEvening):
        read_record(content)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("attendees", "presence", "asleep"),
        ("attendees", "name", 7),
        ("attendees", "walked_in", "perhaps"),
        ("attendees", "created_at", "yesterday"),
        ("meetings", "one_id", "nobody"),
        ("prompts", "reasons", "none"),
        ("meetings", "how", "hearsay"),
    ],
)
def test_a_record_that_was_meddled_with_changes_nothing(
    evening: Evening, another: Evening, ids: dict[str, str], topics: Topics, table: str, column: str, value: object
) -> None:
    record = read_record(written(evening, topics)["evening.json"])
    record[table][0][column] = value
    with pytest.raises(NotAnEvening):
        another.database.write(import_evening, record)
    assert all(another.database.read(whole_tables.is_empty, name) for name in record)
    another.database.close()


def test_a_table_too_few_or_too_many_is_no_record(
    evening: Evening, another: Evening, ids: dict[str, str], topics: Topics
) -> None:
    record = read_record(written(evening, topics)["evening.json"])
    with pytest.raises(NotAnEvening):
        another.database.write(import_evening, {name: record[name] for name in list(record)[1:]})
    with pytest.raises(NotAnEvening):
        another.database.write(import_evening, record | {"devices": []})
    another.database.close()


def test_the_zip_holds_the_files_as_they_are(evening: Evening, ids: dict[str, str], topics: Topics) -> None:
    made = written(evening, topics)
    archive = zipfile.ZipFile(io.BytesIO(zipped(made)))
    assert {name: archive.read(name) for name in archive.namelist()} == made
