"""What one person says of another, in one direction. Each is shown to whoever says it, and to nobody else."""

from enum import StrEnum


class Relation(StrEnum):
    GLAD = "glad"
    """Glad that they met."""
    AGAIN = "again"
    """Would like to meet again; it counts once both would."""
    KNOWS = "knows"
    """Known from before the evening."""
    BLOCKS = "blocks"
    """Nothing may bring the two together."""
