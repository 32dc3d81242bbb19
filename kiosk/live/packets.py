"""What a client may say: the text packets of Engine.IO 4 with Socket.IO 5 inside."""

from engineio import packet as engine
from socketio import Server
from socketio import packet as message

LARGEST_MESSAGE = 64 * 1024  # bytes, in one websocket message or one POST

# What a client may send besides messages: goodbye, heartbeats, and the steps of the upgrade to a websocket.
_CONTROL = {engine.CLOSE, engine.PING, engine.PONG, engine.UPGRADE}


def readable(encoded: str) -> bool:
    """Whether `encoded`, one packet from a client, can be decoded and acted on.

    engineio and socketio decode and act in one go and let whatever goes wrong out as IndexError, KeyError, TypeError,
    ValueError or RecursionError, which they log with a traceback and then answer with 200. So each packet is tried here
    first, with their decoders.
    Binary packets are refused: the kiosk asks for none, and half of one would be kept until its attachments come.
    """
    try:
        outer = engine.Packet(encoded_packet=encoded)
        if outer.packet_type in _CONTROL:
            return True
        if outer.packet_type != engine.MESSAGE or not isinstance(outer.data, str):
            return False
        inner = message.Packet(encoded_packet=outer.data)
    except (LookupError, TypeError, ValueError, RecursionError):
        return False
    data = inner.data
    match inner.packet_type:
        case message.CONNECT:
            return data is None or isinstance(data, dict)
        case message.DISCONNECT:
            return True
        case message.EVENT:
            # A reserved name would run the connect or disconnect handler for a client that does neither.
            name = data[0] if isinstance(data, list) and data else None
            return isinstance(name, str) and name not in Server.reserved_events
        case message.ACK:
            return inner.id is not None and isinstance(data, list)
    return False
