"""Native threads beside the event loop: for SQLite, which waits inside C, and for work that keeps a core busy."""

from collections.abc import Callable
from typing import ParamSpec
from typing import TypeVar

from gevent import get_hub
from gevent.threadpool import ThreadPool

P = ParamSpec("P")
R = TypeVar("R")


def on_thread(pool: ThreadPool, work: Callable[[], R]) -> R:
    """Run `work` on a thread of `pool`; the calling greenlet waits, all others go on. Raises what `work` raises.

    What is raised is carried across by hand: gevent would print its traceback, and a refusal is no accident.
    """

    def carried() -> tuple[R | None, BaseException | None]:
        try:
            return work(), None
        except BaseException as raised:  # noqa: BLE001 - all of it is raised again, on the side that asked
            return None, raised

    result, raised = pool.apply(carried)
    if raised is not None:
        raise raised
    return result  # type: ignore[no-any-return]  # gevent has no types


def offload(work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Run what computes long off the event loop, so that sockets and the door do not feel it."""
    return on_thread(get_hub().threadpool, lambda: work(*args, **kwargs))
