"""Law: bytes to rows and rows to bytes; knows no database."""
