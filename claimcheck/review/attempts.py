"""How often a login may fail before it has to wait."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock

# Five wrong passwords for one name from one address, twenty from one address, fifty for one name from anywhere.
_MOST = {"both": 5, "address": 20, "name": 50}
_SECONDS = 300.0
_REMEMBERED = 10_000


class Attempts:
    """Failed logins of the last five minutes, by name and by address."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._failed: OrderedDict[tuple[str, ...], deque[float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, name: str, address: str) -> int:
        """Seconds until the next attempt is allowed; 0 for now."""
        now = self._clock()
        with self._lock:
            return max(self._wait(key, now) for key in _keys(name, address))

    def failed(self, name: str, address: str) -> None:
        """Counts a wrong password."""
        now = self._clock()
        with self._lock:
            for key in _keys(name, address):
                self._failed.setdefault(key, deque(maxlen=_MOST[key[0]])).append(now)
                self._failed.move_to_end(key)
            while len(self._failed) > _REMEMBERED:
                self._failed.popitem(last=False)

    def succeeded(self, name: str, address: str) -> None:
        """Forgets the failures of this name at this address."""
        with self._lock:
            self._failed.pop(_keys(name, address)[0], None)

    def _wait(self, key: tuple[str, ...], now: float) -> int:
        times = self._failed.get(key)
        if times is None or len(times) < _MOST[key[0]]:
            return 0
        left = times[0] + _SECONDS - now
        return int(left) + 1 if left > 0 else 0


def _keys(name: str, address: str) -> tuple[tuple[str, ...], ...]:
    folded = name.strip().casefold()
    return ("both", folded, address), ("address", address), ("name", folded)
