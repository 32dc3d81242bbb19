"""Law: draws badges and codes; knows no database."""
