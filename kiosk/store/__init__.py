"""Law: the only SQL. Domain objects in and out; decides nothing. One file per table family."""
