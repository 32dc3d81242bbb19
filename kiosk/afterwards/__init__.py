"""Law: makes the files afterwards, as bytes, out of the screens; reads only."""
