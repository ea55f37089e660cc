"""Work on pieces of a table, some of it done while the piece before is used."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

P = TypeVar("P")
R = TypeVar("R")
AT_ONCE = 2


def ahead(work: Callable[[P], R], pieces: Iterable[P]) -> Iterator[R]:
    """What becomes of each piece, in their order, a few of them worked on at the same time."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        waiting: deque[Future[R]] = deque()
        for piece in pieces:
            waiting.append(pool.submit(work, piece))
            if len(waiting) > AT_ONCE:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
