"""The rehearsal as the terminal sees it: a bar while it plays, then what happened."""

import asyncio
import resource

from rich.console import Console
from rich.progress import BarColumn
from rich.progress import Progress
from rich.progress import TextColumn
from rich.progress import TimeRemainingColumn

from kiosk.rehearsal.browser import Browser
from kiosk.rehearsal.contacts import Contacts
from kiosk.rehearsal.host import Host
from kiosk.rehearsal.outcome import Outcome
from kiosk.rehearsal.play import Play
from kiosk.rehearsal.play import play
from kiosk.rehearsal.replay import replay
from kiosk.rehearsal.report import report


def rehearse(planned: Play, contacts: Contacts | None, console: Console) -> bool:
    """Play it and tell what happened; whether all went without an error. Raises `NotPossible`.

    Where there are `contacts`, that real evening is replayed; else one is made up.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))  # each guest is a socket or two
    outcome = Outcome()
    with _bar(console) as bar:
        task = bar.add_task("", total=1.0)

        def show(done: float) -> None:
            here = f"{outcome.arrived} here, {len(outcome.delivered)} prompts, {len(outcome.met)} met"
            bar.update(task, completed=done, description=here)

        if contacts is None:
            asyncio.run(play(planned, outcome, show))
        else:
            pairs = asyncio.run(replay(planned, contacts, outcome, show))
    if contacts is not None:
        console.print(
            f"{len(contacts.meetings)} pairs faced each other for a minute; {len(pairs)} are in meetings.csv."
        )
    console.print(report(outcome))
    console.print("Everyone invented stays until `kiosk rehearse --wipe`.")
    return not outcome.errors


def wipe(base: str, passphrase: str) -> None:
    """Wipe the rehearsal of the running kiosk. Raises `NotPossible`."""
    asyncio.run(_wipe(base, passphrase))


async def _wipe(base: str, passphrase: str) -> None:
    async with Browser(base, outcome := Outcome()) as browser:
        host = Host(browser, passphrase, outcome)
        await host.sign_in()
        await host.wipe()


def _bar(console: Console) -> Progress:
    return Progress(BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn(), console=console)
