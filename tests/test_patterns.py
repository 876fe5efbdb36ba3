"""Patterns that are compiled late: the same as `re`'s, and not compiled before."""

import re

import pytest

from corpus.patterns import regex


def test_a_late_pattern_is_what_re_compiles() -> None:
    """Searching, splitting, replacing and its attributes are those of the compiled pattern."""
    late, compiled = regex(r"(?P<digits>\d+)|x", re.IGNORECASE), re.compile(r"(?P<digits>\d+)|x", re.IGNORECASE)
    for text in ("", "no", "X12 and 7"):
        assert late.sub("_", text) == compiled.sub("_", text)
        assert late.split(text) == compiled.split(text)
        assert [match.groupdict() for match in late.finditer(text)] == [m.groupdict() for m in compiled.finditer(text)]
    assert (late.pattern, late.flags, late.groups) == (compiled.pattern, compiled.flags, compiled.groups)


def test_a_pattern_of_bytes() -> None:
    """Bytes are searched by a pattern of bytes."""
    assert regex(rb"b+").findall(b"abbab") == [b"bb", b"b"]


def test_nothing_is_compiled_before_it_is_used() -> None:
    """A pattern that is none is found out at its first use."""
    late = regex("(")
    assert late.pattern == "("
    with pytest.raises(re.error):
        late.search("x")
