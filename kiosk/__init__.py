"""Mixer Kiosk: a kiosk for one evening where people meet."""

__version__ = "0.1.0"
