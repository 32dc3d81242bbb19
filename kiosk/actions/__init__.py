"""Law: one file is one deed is one function is one transaction. Raises refusals, tells facts."""
