"""Words that are opposites on any subject: what one of them says, the other denies.

Each is a group of the alternatives of a regular expression, without the edges of the words.
"""

import re

from corpus.patterns import regex

AGREED = r"agree[sd]?|agreeing|acced\w+|consent\w*|concur\w*"
ACCEPTED = r"accept(?:s|ed|ing)?|approv\w+|agreed\ to"
SIGNED = r"sign(?:s|ed|ing)?"
REFUSED = r"reject\w*|refus\w+|turn(?:s|ed)?\ down|spurn\w*"
DECLINED = r"declin(?:e|es|ed|ing)"
SUPPORTED = r"support(?:s|ed|ing)?|backs?|backed|favou?r(?:s|ed)?|endors\w+|advocat\w+"
OPPOSED = r"oppos(?:e|es|ed|ing|ition)"
PRAISED = r"praise[sd]?|praising|welcom\w+|applaud\w*|commend\w*"
CONDEMNED = r"condemn\w*|criticis\w+|criticiz\w+|denounc\w+"
ADMITTED = r"confirm\w*|admit\w*|acknowledg\w+|conced\w+"
DENIED = r"den(?:y|ies|ied|ying)|disput\w+"
OPENED = r"open(?:s|ed|ing)?|reopen(?:s|ed|ing)?"
CLOSED = r"clos(?:e|es|ed|ing|ure)|shut(?:s|ting)?"
BEGAN = r"began|beg(?:in|ins|inning|un)|start(?:s|ed|ing)?"
ENDED = r"end(?:s|ed|ing)?|finish\w*|ceased|stopped"
LIFTED = r"withdr[ae]w\w*|lift\w*|cancel\w*|drop\w*"
UPHELD = r"uph[eo]ld\w*|extend\w*|prolong\w*"
ROSE = r"rose|ris(?:e|es|en|ing)|grew|grow(?:s|n|ing)?|increas\w+|climbed|jumped|soared|up\ from|higher\ than"
FELL = r"fell|fall(?:s|en|ing)?|dropp?\w*|declin\w+|decreas\w+|shrank|plunged|sank|down\ from|lower\ than"

PAIRS = (
    (ROSE, FELL),
    (BEGAN, ENDED),
    (OPENED, CLOSED),
    (ACCEPTED, REFUSED),
    (SUPPORTED, OPPOSED),
    (PRAISED, CONDEMNED),
    (r"profits?", r"loss(?:es)?"),
    (r"alive|survived", r"dead|died|killed"),
    (r"guilty|convicted", r"acquitted|innocent|cleared"),
    (r"majority|most", r"minority"),
    (r"before|prior\ to", r"after|following"),
    (r"arriv\w+|entered", r"departed|left"),
    (r"strengthen\w*|improv\w+", r"weaken\w*|worsen\w*|deteriorat\w+"),
    (r"allow(?:s|ed|ing)?|permit(?:s|ted)?", r"ban(?:s|ned|ning)?|prohibit\w*|forb[aio]\w+"),
    (r"legal|lawful", r"illegal|unlawful"),
    (r"safe", r"unsafe|dangerous"),
    (r"possible", r"impossible"),
    (r"likely", r"unlikely"),
)
"""Opposites that cannot both be said of one thing; such as one event can show from its two sides are left out."""


def any_of(*groups: str) -> re.Pattern[str]:
    """A pattern of any word of these groups."""
    return regex(rf"\b(?:{'|'.join(groups)})\b", re.IGNORECASE)
