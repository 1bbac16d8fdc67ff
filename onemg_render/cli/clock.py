"""What ends a run that takes too long."""

import signal
import threading
from _thread import interrupt_main
from types import FrameType
from typing import NoReturn


class Clock:
    """Interrupts the main thread after so many seconds, and again each second after."""

    def __init__(self, seconds: int) -> None:
        self._seconds = seconds
        self._timer = threading.Timer(seconds, self._ring)
        self.has_rung = False

    def __enter__(self) -> None:
        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGALRM, self._interrupt)
            signal.setitimer(signal.ITIMER_REAL, self._seconds, 1.0)
        else:
            self._timer.daemon = True
            self._timer.start()

    def __exit__(self, *_: object) -> None:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
        else:
            self._timer.cancel()

    def _interrupt(self, number: int, frame: FrameType | None) -> NoReturn:
        self.has_rung = True
        raise KeyboardInterrupt

    def _ring(self) -> None:
        self.has_rung = True
        interrupt_main()
