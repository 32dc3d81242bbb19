"""Feed the list reader whatever a fuzzer finds: `python -m tests.fuzz.guest_list [--minutes 10] [--seed 1]`.

Any bytes are refused in words or every row of them is accounted for, for text and for workbooks. Needs `atheris`
(`pip install atheris`, for CPython 3.11 to 3.13 on Linux), which is no part of the tests that always run.
"""

import argparse
import io
import sys
import zipfile

import atheris

with atheris.instrument_imports(include=["kiosk.guestlists", "kiosk.domain"]):
    from kiosk.domain.list_mapping import ListMapping
    from kiosk.domain.refusal import ListUnreadable
    from kiosk.guestlists.left_out import left_out_csv
    from kiosk.guestlists.read import read_table
    from kiosk.guestlists.recognised import Field
    from kiosk.guestlists.table import decode
    from tests.guestlists.lists import COLUMNS
    from tests.guestlists.test_accounts import check
    from tests.guestlists.workbook import workbook

GOOD = workbook([["Name", "Status", "Interests – Bees"], ["Ann", "approved", "Yes"]])
PARTS = zipfile.ZipFile(io.BytesIO(GOOD)).namelist()
HEADERS = (b"", b"Name,Email,Status\n", b"guest_id,name,approval_status\n", "Name;Interessen – Bienen\n".encode())


def bytes_of(drawn: atheris.FuzzedDataProvider) -> bytes:
    """Text with a header or none, or a workbook of which one part says something else."""
    if drawn.ConsumeBool():
        return HEADERS[drawn.ConsumeIntInRange(0, len(HEADERS) - 1)] + drawn.ConsumeBytes(sys.maxsize)
    other = PARTS[drawn.ConsumeIntInRange(0, len(PARTS) - 1)]
    cut = drawn.ConsumeIntInRange(0, 4000)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as good, zipfile.ZipFile(file, "w") as made:
        for name in PARTS:
            part = good.read(name)
            made.writestr(name, part[:cut] + drawn.ConsumeBytes(sys.maxsize) + part[cut:] if name == other else part)
    return file.getvalue()


def read_one(data: bytes) -> None:
    """One list: nothing but a refusal may be raised, and the accounts must add up, however the columns are chosen."""
    drawn = atheris.FuzzedDataProvider(data)
    chosen = {f"{'name' if n == 0 else 'email'}#1": drawn.PickValueInList(["", *Field]) for n in range(2)}
    try:
        text = decode(bytes_of(drawn))
        check(read_table(text, COLUMNS))
        left_out_csv(read_table(text, COLUMNS, ListMapping(chosen, {"approved": False})))
    except ListUnreadable:
        return


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    atheris.Setup(
        [
            sys.argv[0],
            f"-max_total_time={round(asked.minutes * 60)}",
            f"-seed={asked.seed}",
            "-max_len=4096",
            "-len_control=0",
        ],
        read_one,
    )
    atheris.Fuzz()
