"""The files that the page is made of besides Python: styles, scripts, fixed HTML."""

from importlib.resources import files

STYLES = ("page.css", "chat.css", "reader.css", "views.css")
SCRIPTS = ("reader.js", "hover.js", "chat.js", "timeline.js", "history.js", "taking.js", "asking.js")


def asset(name: str) -> str:
    """The text of a file of the page."""
    return files("ui").joinpath("assets", name).read_text(encoding="utf-8")


def styles() -> str:
    """Every style sheet, as one."""
    return "\n".join(asset(name) for name in STYLES)


def script() -> str:
    """Every script, as one function that is run once the page is there; each file holds a function of its own."""
    return "() => {\n" + "\n".join(f"({asset(name).strip()})();" for name in SCRIPTS) + "\n}"
