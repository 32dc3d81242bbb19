"""Law: parse, call one action or one screen, pick a template or a status. One blueprint per screen."""
