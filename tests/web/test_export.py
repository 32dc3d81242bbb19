"""The page on which the files afterwards are fetched."""

import io
import re
from zipfile import ZipFile

from kiosk.domain.access import Role
from tests.web.conftest import PASSPHRASE
from tests.web.conftest import Screens


def test_the_page_says_of_each_file_what_is_in_it_and_of_no_other(screen: Screens) -> None:
    organizer = screen(Role.ORGANIZER)
    told = re.findall(r"<dt>([\w.]+)</dt><dd>\S", organizer.get("/organizer/export").text)
    packed = organizer.post("/organizer/export", data={"passphrase": PASSPHRASE}).data
    assert sorted(told) == sorted(name.rpartition("/")[2] for name in ZipFile(io.BytesIO(packed)).namelist())
