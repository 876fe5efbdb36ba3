"""Regular expressions that are compiled when they are first used: to import some five hundred is to be quick."""

import re
from functools import cached_property
from typing import Any, AnyStr, cast


class _LatePattern:
    """Stands for a compiled pattern. What is asked of it once it keeps, so that it costs nothing from then on."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._wanted = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[Any]:
        return re.compile(self.pattern, self._wanted)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # a copier asks for these of an object that has nothing yet
            raise AttributeError(name)
        self.__dict__[name] = value = getattr(self._compiled, name)
        return value


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile`, but at the first use; a pattern that is none raises `re.error` there."""
    return cast("re.Pattern[AnyStr]", _LatePattern(pattern, flags))
