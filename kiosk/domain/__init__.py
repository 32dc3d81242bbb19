"""Law: pure. No I/O, no Flask, no SQL, no clock, no global randomness; they are handed in."""
