"""What a badge says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Badge:
    """`url` goes into the QR code, `code` is the same in letters.

    `ask_label` stands over the topics ("Ask me about") and is handed in translated: the badge knows no language.
    """

    name: str
    company: str
    code: str
    url: str
    ask_about: tuple[str, ...] = ()
    ask_label: str = ""
