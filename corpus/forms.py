"""What site furniture looks like: the form of a line, for any site and any subject."""

import re

from corpus.patterns import regex

_SITES = (
    r"facebook|twitter|x|whatsapp|telegram|linkedin|reddit|instagram|youtube|pinterest|messenger|rss|threads|bluesky"
)
_MENU = regex(
    rf"""home(?:page)?|(?:main\s)?menu|search|skip\sto\s.{{1,30}}|(?:back\sto\s)?top|back\sto\s.{{1,30}}|log\s?in|sign\s?in
    |sign\s?up|register|my\saccount|subscribe(?:\snow)?|donate(?:\snow)?|tweet|pin(?:\sit)?|print|e-?mail|copy(?:\slink)?
    |(?:link\s)?copied!?|{_SITES}|share|share\s(?:this|on|via|with|to)\b.{{0,60}}|(?:follow|like|find|join)\sus\b.{{0,60}}
    |advertisements?|ads?|sponsored(?:\scontent)?|promoted|close|open|next|previous|older|newer
    |(?:load|show|see|view)\s(?:more|all|less|comments)|(?:read|view)\s(?:the\s)?full\s(?:story|article)|continue\sreading
    |play|listen|watch(?:\slive)?|listen\sto\s(?:this|the)\s.{{1,30}}|save(?:\sfor\slater)?|bookmark|(?:photo\s)?gallery
    |\d+\s?-?\s?min(?:ute)?s?(?:\sread|\slisten)?|(?:reading|estimated)\stime:?.{{0,30}}|[\d.,]+k?\s(?:shares?|views?|likes?)
    |(?:tags?|topics?|keywords?|categor(?:y|ies)|filed\sunder|posted\sin)(?::.{{0,200}})?
    |(?:no|\d+)\scomments?(?:\son\b.*)?|comments?(?:\s\(\d+\))?|contact(?:\sus)?|about(?:\sus)?|privacy(?:\s\w+)?
    |terms(?:\s(?:of|and|&)\s\w+)?|cookie\s\w+|imprint|site\s?map|careers|advertise(?:\swith\sus)?|faqs?|newsletters?
    |(?:accept|reject|allow|manage)\s(?:all|cookies|all\scookies)|i\sagree|got\sit|ok|all\srights\sreserved
    |(?:page\s)?\d{{1,4}}(?:\s?(?:of|/)\s?\d{{1,4}})?""",
    re.IGNORECASE | re.VERBOSE,
)
_COMMENT_COUNT = regex(r"(?:^|\s)(?:no|\d+)\scomments?\son\s", re.IGNORECASE)
_CRUMBS = regex(r"\s*[|›»>•·]\s*|\s+[–—/-]\s+|\s{3,}|\t+")
_BYLINE = regex(
    r"(?:written\s|reported\s|story\s|text\s|words\s)?by:?\s+(?:the\s)?(?:(?-i:[A-Z])[\w.’'-]*,?\s*(?:and\s|&\s)?){1,8}"
    r"(?:team|staff|desk)?(?:\W+\d+\smin.*)?",
    re.IGNORECASE,
)
_STAMP = regex(
    r"(?:first\s|last\s)?(?:published|posted|updated|modified|edited|date)(?:\s(?:on|at))?\b.{0,80}", re.IGNORECASE
)
RELATED = regex(
    r"""(?:(?:more|also|other)\s(?:from|on|about|in|stories|news|articles|posts|reading|like\sthis|by)\b.*
    |(?:related|similar|recommended|recent|latest|popular|trending|most\sread|most\spopular|top|featured|further)
        (?:\s(?:articles?|stories|story|posts?|content|topics?|reading|news|coverage|links|now|videos?|for\syou|this\sweek))*
    |read\s(?:more|also|next|this)\b.*|also\sread\b.*|see\salso\b.*|(?:you\s)?(?:may|might)\s(?:also\s)?(?:like|be\sinterested).*
    |don[’']t\smiss\b.*|editor[’']?s[’']?\s(?:picks?|choice)|up\snext|what\sto\sread\snext|around\sthe\sweb|from\sthe\sweb
    |(?:next|previous)\s(?:article|post|story)\b.*|related:.*)""",
    re.IGNORECASE | re.VERBOSE,
)
FOOTER = regex(
    r"""(?:copyright\s*(?:©|\(c\)|\d{4}|by\b)|©\s*(?:copyright\s*)?(?:\d{4}|all\srights)|\(c\)\s*\d{4}|all\srights\sreserved
    |leave\s(?:a|your)\s(?:comment|reply)|please\senter\syour\s|post\sa\scomment|write\sa\scomment|comments\sare\sclosed
    |join\sthe\s(?:discussion|conversation)|your\se-?mail\saddress\swill\snot|enter\syour\se-?mail|about\sthe\sauthors?$)""",
    re.IGNORECASE | re.VERBOSE,
)
_BOILERPLATE = regex(
    r"""(?:we|this\s(?:web)?site|our\s(?:web)?site|our\spartners)\s(?:and\sour\spartners\s)?uses?\scookies
    |\b(?:accept|reject|manage)\s(?:all\s)?cookies|by\s(?:continuing|clicking|signing\sup|subscribing|submitting)\b.{0,80}\byou\s(?:agree|accept|consent)
    |required\sfields\sare\smarked|save\smy\sname,?\se-?mail|protected\sby\srecaptcha|all\srights\sreserved
    |^(?:sign\sup|subscribe|register)\b.{0,120}\b(?:newsletters?|inbox|e-?mail|updates|alerts|news)\b|^get\b.{0,80}\b(?:in|to)\syour\sinbox
    |^(?:please\s)?(?:enable|turn\son)\sjavascript|javascript\s(?:is|must\sbe)\s(?:disabled|enabled|required)
    |^(?:click|tap)\shere\b|^follow\s(?:us|\S+)\son\s|^download\s(?:our|the)\s.{0,20}\bapp\b|^thank\syou\sfor\s(?:subscribing|signing)
    |^(?:\w+\s)?credits?:\s
    |\b(?:views|opinions)\sare\s(?:her|his|their|my|the\sauthor[’']s|those)\b|\b(?:may|must|can)\s(?:not\s)?(?:be\s)?(?:reproduce|republish|redistribute)d?\b
    |\b(?:views|opinions)\sexpressed\b.{0,120}\b(?:do\snot|are\sthose|are\ssolely)|^please\senter\syour\s|^no\spart\sof\sthis\spublication""",
    re.IGNORECASE | re.VERBOSE,
)
_FUNDING = regex(
    r"^this\s(?:publication|article|report|story|project|work|series|content|material|website)\b.{0,60}\b(?:prepared|produced|published|"
    r"created|written|funded|financed|supported|made\spossible|implemented)\b.*\b(?:support|fund(?:s|ed|ing)?|grants?|financ\w+|project|programme|program)\b",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_LINE, _LONGEST_NOTICE = 160, 400


def is_menu_word(text: str) -> bool:
    """Whether a short line is a button, a menu entry, a tag list, or a counter."""
    bare = text.strip(" \t\n:.…»›>|•*-–—#[]()")
    return len(text) <= _LONGEST_LINE and (not bare or _MENU.fullmatch(bare) is not None)


def is_furniture_line(text: str) -> bool:
    """Whether a line without a full stop is a menu, a crumb trail, a byline, a date or a comment counter."""
    if is_menu_word(text) or (len(text) <= 300 and _COMMENT_COUNT.search(text)):
        return True
    if len(text) > _LONGEST_LINE:
        return False
    crumbs = [crumb for crumb in _CRUMBS.split(text) if crumb]
    is_trail = len(crumbs) > 2 and all(len(crumb.split()) <= 4 for crumb in crumbs[:-1])
    return is_trail or _BYLINE.fullmatch(text) is not None or _STAMP.fullmatch(text) is not None


def is_boilerplate(text: str) -> bool:
    """Whether a short paragraph, full stops and all, is a cookie line, a form's hint or a newsletter's call."""
    return len(text) <= _LONGEST_NOTICE and _BOILERPLATE.search(" ".join(text.split())) is not None


def is_funding_notice(text: str) -> bool:
    """Whether a whole paragraph says who paid for the publication."""
    return len(text) <= 2 * _LONGEST_NOTICE and _FUNDING.match(text) is not None
