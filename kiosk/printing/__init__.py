"""Law: takes the evening to paper: files for the organizer, and jobs from the queue to the printers."""
