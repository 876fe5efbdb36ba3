"""Text that speaks to machines that read the article, not to its readers."""

import re

from corpus.patterns import regex

_MACHINE = (
    r"(?:(?:AI|A\.I\.|artificial[\s-]intelligence|(?:large\s)?language|LLM|chat)[\s-]*(?:assistants?|models?|systems?|agents?|bots?|"
    r"crawlers?|chatbots?|tools?|readers?|summari[sz]ers?)|LLMs?|chatbots?|chat\s?bots?|(?:web\s)?crawlers?|AIs?)"
)
_DUTY = (
    r"(?:must|should|shall|please|do\snot|don[’']t|are\s(?:required|instructed|asked|told|to)|"
    r"is\s(?:required|instructed|to)|need\sto|have\sto|will)"
)
_OUTPUT = (
    r"(?:answer|ignore|disregard|cite|respond|reply|say|state|mention|tell|summari[sz]e|recommend|output|print|repeat|quote|"
    r"conclude|report|describe|present|treat|rank|prefer|refuse|follow|include|omit|add|trust|rely|use)"
)
_ANCHOR = (
    r"(?:this\s(?:article|page|text|document|site|source|content|passage|story|file)|(?:the|these|following|above|previous)\s"
    r"(?:instructions?|user|prompt|question|answer)|users?\b|your?\b|(?:an|any|its|their|in)\s(?:answers?|summar\w+|responses?|repl\w+)|"
    r"(?:answer|state|say|respond|reply|report|conclude)\s(?:that|with|only)|other\ssources|as\s(?:false|true|fact)|only)"
)
_ADDRESS = regex(
    rf"""\b(?:ignore|disregard|forget|override)\s(?:all\s|any\s|every\s|the\s|your\s|these\s|of\s)*(?:previous|prior|above|earlier|preceding|
        system|former|other)\s(?:\w+\s)?(?:instructions?|prompts?|directions?|rules|text|context|messages?|sources)\b
    |\bif\syou\sare\s(?:an?\s|the\s)?(?:automated\s|helpful\s)?{_MACHINE}\b
    |\b(?:as|you\sare(?:\snow)?)\s(?:an?\s|the\s)(?:helpful\s|automated\s)?{_MACHINE}\b.{{0,40}}\b(?:you|your)\b
    |\byou\sare(?:\snow)?\s(?:an?\s)(?:helpful\s)?(?:AI|language\smodel|assistant|chatbot)\b
    |\b(?:note|notice|attention|message|instructions?|dear|hello|hey|reminder|warning|important|info(?:rmation)?)\s?[:,]?\s(?:to|for)?\s?(?:all\s|any\s)*{_MACHINE}\b
    |^\W*(?:all\s|any\s)*{_MACHINE}\s*(?:[:,]|reading\b)(?!\swhich\b).{{0,60}}?\b(?:you|your|please|must|should|do\snot|don[’']t|never|always|ignore
        |disregard|note|say|state|answer|respond|reply|cite|summari[sz]e|rank|recommend|mention|describe)\b
    |\b(?:all\s|any\s)?{_MACHINE}\b[^.]{{0,80}}?\b{_DUTY}\s(?:\w+\s){{0,3}}?{_OUTPUT}\b(?=.{{0,160}}\b{_ANCHOR})
    |\b{_MACHINE}\b[^.]{{0,80}}?\b{_DUTY}\s(?:\w+\s){{0,3}}?(?:answer|say|state|respond|reply|conclude|output)\s(?:that|with|only)\b
    |\b(?:when|while|before)\s(?:summari[sz]ing|answering|citing|quoting|processing|indexing)\b.{{0,80}}\b(?:must|do\snot|always|never|you|please)\b
    |<\|?(?:im_start|im_end|system|endoftext)\|?>|\[/?INST\]|^\W*(?:system|assistant)\s?:\s""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_FOLLOW_UP = regex(
    r"\W*(?:\w+\W+){0,3}?(?:you|your|they\smust|it\smust|must|do\snot|don[’']t|always|never|say|state|answer|respond|reply|instead|"
    r"output|write|ignore|disregard|cite|repeat)\b",
    re.IGNORECASE,
)
_LONGEST = 2_000


def speaks_to_machines(sentence: str) -> bool:
    """Whether a sentence gives orders to whatever program reads it."""
    return _ADDRESS.search(sentence[:_LONGEST]) is not None


def continues_the_order(sentence: str) -> bool:
    """Whether a sentence goes on with the orders of the one before."""
    return speaks_to_machines(sentence) or _FOLLOW_UP.match(sentence[:_LONGEST]) is not None
