"""What happened, in words for the terminal."""

from rich.table import Table

from kiosk.rehearsal.outcome import Outcome
from kiosk.rehearsal.outcome import quantile

MOST_ERRORS = 10


def report(outcome: Outcome) -> Table:
    table = Table(title="What happened", show_header=False)
    table.add_column(justify="right")
    table.add_column()
    shown, waited = outcome.shown_after_s, outcome.waited_s
    for figure, said in (
        (outcome.arrived, "guests arrived"),
        (len(outcome.delivered), "prompts stood on a phone"),
        *(
            (count, f"were answered “{_ANSWERS.get(answer, answer)}”")
            for answer, count in outcome.answered.most_common()
        ),
        (len(outcome.met), "prompts ended in a meeting"),
        *(
            [(f"{quantile(shown, 0.5) * 1000:.0f} ms", "from the organizer's tap to a phone, as a rule")]
            if shown
            else []
        ),
        *([(f"{quantile(shown, 0.99) * 1000:.0f} ms", "at the slowest, but for one in a hundred")] if shown else []),
        *([(f"{quantile(waited, 0.5):.0f} s", "from free to a prompt, as a rule")] if waited else []),
        *((count, f"times the kiosk said no: {where}") for where, count in outcome.refused.most_common()),
        (len(outcome.errors), "errors"),
    ):
        table.add_row(str(figure), said)
    for error in outcome.errors[:MOST_ERRORS]:
        table.add_row("", error, style="red")
    return table


_ANSWERS = {"going": "I’m going", "later": "Later", "not_for_me": "Not for me"}
