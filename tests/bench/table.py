"""How a benchmark says what it found: a table to read, then one line of JSON, the last it prints."""

import json
from collections.abc import Mapping
from collections.abc import Sequence

import numpy as np
from rich.console import Console
from rich.table import Table


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` percent of `values` do not exceed."""
    return float(np.percentile(values, share, method="inverted_cdf"))


def show(title: str, headers: Sequence[str], rows: Sequence[Sequence[str]], figures: Mapping[str, float]) -> None:
    """Print the table and the figures."""
    table = Table(title=title, title_justify="left")
    for number, header in enumerate(headers):
        table.add_column(header, justify="right" if number else "left")
    for row in rows:
        table.add_row(*row)
    Console().print(table)
    print(json.dumps({name: round(figure, 3) for name, figure in figures.items()}))
