"""Values as one line of JSON that no terminal, page or reader of lines takes for anything else."""

import json


def json_line(value: object) -> str:
    """JSON in which what is not printed (controls, marks of direction, halves of characters) is an escape.

    The values are the same: a quote that is read back still equals the words of its file. Values that JSON does not
    know, dates for one, are written as texts.
    """
    line = json.dumps(value, ensure_ascii=False, default=str)
    if line.isprintable():
        return line
    return "".join(each if each.isprintable() else json.dumps(each)[1:-1] for each in line)
