"""What the page notes beside its controls: which outlets are heard, and what became of an upload."""

from collections.abc import Sequence

from ui.markup import Html, element, plain


def hearing_note(outlets: Sequence[str]) -> Html:
    """Which outlets alone the next question is asked of; nothing where it is asked of all."""
    if not outlets:
        return Html("")
    names = element("b", plain(", ".join(outlets)), attributes={"dir": "auto"})
    return element("p", plain("The next question is asked only of "), names)


def told_lines(lines: Sequence[str]) -> Html:
    """Sentences below each other, read out when they come."""
    told = [element("p", plain(line), attributes={"dir": "auto"}) for line in lines]
    return element("div", *told, attributes={"role": "status"})
