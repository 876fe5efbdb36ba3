"""The note that a question is kept to some outlets."""

from collections.abc import Sequence

from ui.markup import Html, element, plain


def hearing_note(outlets: Sequence[str]) -> Html:
    """Which outlets alone the next question is asked of; nothing where it is asked of all."""
    if not outlets:
        return Html("")
    names = ", ".join(outlets)
    return element("p", plain("The next question is asked only of "), element("b", plain(names), attributes={"dir": "auto"}))
