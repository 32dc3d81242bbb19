"""Law: the laptop's surroundings: addresses, secrets and what the doctor looks at."""
