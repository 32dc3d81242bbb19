"""Law: a crowd that plays an evening; it talks to a running kiosk only over HTTP and sockets, as any client would."""
