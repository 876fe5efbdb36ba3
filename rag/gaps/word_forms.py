"""Whether two words are forms of one: directed and director, born and birth."""

from itertools import permutations

from index.words import stem

SHORTEST = 4
"""Letters that two stems of one word share at least."""

# What rules for endings do not reach.
_FORMS = """
born birth birthplace; die died death dead; write wrote written writer author; win won winner winning; build built;
lead led leader; make made maker; sing sang sung; speak spoke spoken speaker; ride rode rider; hold held; give gave
given; found founded founder established; shoot shot; draw drew drawn; fly flew flown; begin began begun; run ran;
teach taught; sell sold; buy bought; flow runs; close shut; located lies situated stands; design designed designer
architect; belong member
"""
_IRREGULAR = frozenset(pair for group in _FORMS.split(";") for pair in permutations(group.split(), 2))


def is_form_of(word: str, other: str) -> bool:
    """Whether two words in lower case are forms of one, by their endings or by rule of the language."""
    left, right = stem(word), stem(other)
    if left == right or (word, other) in _IRREGULAR:
        return True
    shared = _shared_letters(left, right)
    return shared >= SHORTEST and shared >= min(len(left), len(right)) - 1


def _shared_letters(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    unlike = (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right)
    return next(unlike, min(len(one), len(other)))
