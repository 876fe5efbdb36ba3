"""What a program costs from its start to its end: wall time and peak memory."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile
from time import perf_counter

_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes


class ProgramFailedError(RuntimeError):
    """A program to be measured ended with an error; the message holds its last words."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, and the largest resident memory in MiB."""

    seconds: float
    mebibytes: float


def cost_of(command: Sequence[str]) -> Cost:
    """Run a program to its end and tell what it cost; raises ProgramFailedError.

    Linux counts the memory of the process that starts a program as the program's own, so call it
    from a small one.
    """
    with TemporaryFile() as errors:
        started = perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            last_words = errors.read().decode(errors="replace").strip()[-500:]
            raise ProgramFailedError(f"{' '.join(command)} ended with {process.returncode}: {last_words}")
    return Cost(seconds, usage.ru_maxrss * _UNIT / 2**20)
