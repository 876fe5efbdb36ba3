"""Which words are nouns, verbs and adverbs, as far as a word tells it by itself."""

from collections.abc import Sequence

from index.numerals import NUMBER_WORDS

_PLURALS = frozenset("people feet teeth mice geese criteria phenomena".split())
_PLURAL_ENDS = ("men", "women", "children", "people")
_ONE_OR_MANY = frozenset(
    """
    police staff cattle personnel crew youth clergy sheep militia livestock poultry swine offspring
    deer elk moose bison buffalo salmon trout cod carp herring tuna mackerel sturgeon haddock squid shrimp prawn krill
    """.split()
)
_ONE_OR_MANY_ENDS = ("craft", "fish", "deer")
_NO_MEN = frozenset("abdomen acumen amen bitumen omen regimen semen specimen stamen yemen".split())
_NO_ADVERBS = frozenset(
    "family assembly supply ally rally reply elderly daily weekly monthly yearly deadly friendly costly early".split()
)
_NO_PARTICIPLES = frozenset(
    "need seed speed feed breed bed red building meeting hearing crossing shooting ring".split()
)
# Words that end a noun phrase, and the verbs most often found where a noun could be.
_STOPS = NUMBER_WORDS | frozenset(
    """
    a an the that this these those some any each every no not and or but nor so yet as if than then when while where
    because since until till unless though although who whom whose which what why how i you he she it we they me him
    us them my your his her its our their myself himself herself itself themselves both either neither am is are was
    were be been being has have had having do does did doing will would shall should can could may might must cannot
    of in on at by to from for with without within into onto upon over under above below between among amid against
    about around across along after before behind beyond near off out up down through throughout during toward
    towards per via despite except inside outside plus versus like including following according due instead there
    here now just also only even still again already always never often ever once twice almost nearly perhaps today
    yesterday tomorrow tonight overnight monday tuesday wednesday thursday friday saturday sunday ago later earlier
    last next past least most much many more less fewer further very well far ahead else overall away apart together
    alone too worldwide nationwide abroad worth higher lower faster better worse die dies died fled left came come
    comes went go goes said say says told tell took take takes made make makes got get rose fell held stood spoke
    sank won lost saw met sought bought brought caught felt heard found kept ran sat began became gave knew grew
    drove flew wrote chose broke hurt killed drowned survived perished want wanted need believe think remain
    remained stayed faced worked voted joined attended crossed entered reached called signed asked demanded received
    reported arrived returned applied backed opposed supported participated travelled traveled visited lived
    suffered moved claimed believed protested marched gathered rallied earned walked turned contracted tested
    succumbed starved resigned feared thought seen shown known given taken includes stands stand speaks speak
    remains means requires seems becomes shows puts
    """.split()
)


def ends_phrase(word: str = "") -> bool:
    """Whether a word ends a noun phrase, as the end of the text does."""
    return not word or (word.lower() in _STOPS and word not in ("US", "IT", "WHO")) or is_adverb(word)


def is_adverb(word: str) -> bool:
    """Whether a word is an adverb by its ending."""
    return word.endswith("ly") and word.islower() and word not in _NO_ADVERBS


def is_participle(word: str) -> bool:
    """Whether a word is a past tense or a participle by its ending."""
    return word.endswith(("ed", "ing")) and word.islower() and "-" not in word and word not in _NO_PARTICIPLES


def is_plural(word: str) -> bool:
    """Whether a word may stand for many, as a noun or as police do."""
    low = word.lower()
    if low in _STOPS:
        return False
    return is_regular_plural(low) or low in _PLURALS or low.endswith(_PLURAL_ENDS) or is_one_or_many(low)


def is_regular_plural(word: str) -> bool:
    """Whether a word has the s of many, or of a verb."""
    return word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", "’s", "'s"))


def one_of(noun: str) -> str:
    """The noun for one of those that "men", "policewomen" or "children" are; any other as it is."""
    if noun == "children":
        return "child"
    return f"{noun[:-2]}an" if noun.endswith("men") and noun not in _NO_MEN else noun


def is_one_or_many(word: str) -> bool:
    """Whether a noun is the same for one and for many."""
    return word in _ONE_OR_MANY or word.endswith(_ONE_OR_MANY_ENDS)


def are_names(words: Sequence[str]) -> bool:
    """Whether all words have a capital, and there is one."""
    return bool(words) and all(word[0].isupper() and not word.endswith(("ed", "ing")) for word in words)
