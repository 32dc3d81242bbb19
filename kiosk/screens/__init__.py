"""Law: read only. One frozen dataclass per screen, built from the store."""
