"""The kind of thing a question asks for, and the sentences that have it."""

import pytest

from index.encoder import Encoder
from index.taken_up import Reading
from index.vocabulary import Vocabulary
from rag.fits import UNTOLD, fits
from rag.question import understand
from rag.slots import slots_of

NOTHING = Vocabulary({}, frozenset())
ENOUGH = 0.6


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("How many people were hurt?", "people"),
        ("how many litres of fuel were lost", "litres"),
        ("How many of the passengers are children?", "children"),
        ("number of russian sailors on board", "sailors"),
        ("How many people saw the ferry last year?", "people"),
        ("How many ferries sail at night?", "ferries"),
        ("How many were hurt?", None),
        ("how many child caught the fever", "child"),
        ("How many caught the fever?", None),
        ("How many of them were valid?", None),
    ],
)
def test_what_is_counted(question: str, counted: str | None) -> None:
    """The noun that a number must count is read from the question."""
    assert slots_of(understand(question, NOTHING))[0].counted == counted


@pytest.mark.parametrize(
    ("question", "has", "lacks"),
    [
        ("How many people were hurt?", "At least 19 people were hurt.", "The ferry has 2 rudders."),
        ("How many children were hurt?", "Four children were hurt.", "More than 40 tonnes of sludge were lost."),
        ("How many litres were lost?", "Some 900 litres were lost.", "It lost 64 tons of fuel."),
        ("How much did the board pay?", "The board paid $2.5 million.", "The board paid for 19 people."),
        ("number of leaks on board", "Counts of leaks stood at 25.", "The ferry has 25 lamps."),
        ("What sum was paid per home?", "It paid 900 crowns to each household.", "It paid 900 crowns to the church."),
        ("What sum was paid per home?", "It paid 900 crowns a household.", "Of each home it knew; it paid 900 crowns."),
        ("How many people fell ill?", "The ward had seen 210 patients.", "The ward had 210 beds."),
        ("How old is the captain?", "Jon Brekke, 54, was alone.", "The captain saw 50 metres."),
        ("When did it begin?", "It began on Monday.", "It began with a blow."),
        ("How long is the longest crack?", "It measures 2.3 metres.", "It was found in the pier."),
        ("How long is the wait?", "It lasts three hours.", "It was found in the pier."),
        ("How long did it last?", "It lasted three hours.", "It measures 2.3 metres."),
        ("How long did it last?", "It lasted three hours.", "It lasted."),
        ("What is the name of the captain?", "Captain Jon Brekke was alone.", "The captain of the Ansa was alone."),
        ("What is the name of the captain?", "The captain was identified as Jon Brekke.", "Jon Brekke sold tickets."),
        ("The captain slept, so give me his name.", "Captain Jon Brekke was alone.", "Jon Brekke sold tickets."),
        ("How many people died?", "Two ferries sank and nearly 300 died.", "Nearly 300 fled."),
        ("How old is the captain?", "Brekke, who is 54, was alone.", "The captain saw 50 metres."),
        ("What did the board pay?", "It bought the ferry for 900 zlorins.", "The ferry has 900 cabins."),
        ("How tall was the mast?", "It rose 38 metres.", "Its 38 ropes held."),
        ("How much rain fell, in mm?", "The gauge showed 88 millimetres.", "The 88 gauges failed."),
        ("How many of the 300 passengers fell ill?", "Some 40 passengers were treated.", "There were 300 passengers."),
        ("At what time did it sink?", "It sank at half past three.", "It sank on Monday."),
        (
            "What is the name of the Norse captain?",
            "The Norse captain Jon Brekke left.",
            "The Danish captain Ole Holm left.",
        ),
        ("How many died in the 3 day storm?", "There 19 people died.", "The storm raged for 3 days."),
        ("When did it sink?", "It sank at half past three.", "It sank."),
        ("What number can passengers ring?", "Call 0800 555 012.", "Passengers may call the line for 2 weeks."),
        ("How many babies did the fever kill?", "One child died of it.", "Nine babies were infected."),
        ("How many sailors died?", "Seven sailors died of it.", "Nine sailors met on the pier."),
        ("How many recruits died?", "Seven recruits died of it.", "Nine recruits were confined to the infirmary."),
        ("How many recruits died?", "Seven conscripts died of it.", "Nine pupils were ill."),
        ("How many seats are cheap?", "Cheap seats make up nine per cent of the house.", "It made 9 crowns."),
        ("how many salmon escaped", "The storm tore a pen, from which 4,000 salmon escaped.", "It has 19 pens."),
        ("How many sailors died in 2020?", "In 2020, 7 sailors died.", "In 2022, 9 sailors died."),
    ],
)
def test_a_sentence_has_what_is_asked_for_or_lacks_it(question: str, has: str, lacks: str, encoder: Encoder) -> None:
    """A number must count what is asked about, in its year; a day, a sum, an age or a name must be there."""
    found = fits(slots_of(understand(question, NOTHING)), [Reading.of(has), Reading.of(lacks)], encoder)[0]
    assert found[0] >= ENOUGH > found[1]


def test_a_count_with_no_fate_is_one_of_the_dead_where_none_is_told(encoder: Encoder) -> None:
    """A sentence may leave out what befell those whom it counts, as long as no other says it."""
    slots = slots_of(understand("How many sailors died?", NOTHING))
    untold, told = Reading.of("Nine sailors, the captain said."), Reading.of("Seven sailors died.")
    assert fits(slots, [untold], encoder)[0, 0] == 1
    assert fits(slots, [untold, told], encoder)[0].tolist() == [UNTOLD, 1]


def test_each_part_has_a_slot_of_its_own(encoder: Encoder) -> None:
    """Two questions in one ask for two things."""
    slots = slots_of(understand("When did the ferry leave Tessel, and how long did the crossing take?", NOTHING))
    assert [slot.kind.value for slot in slots] == ["time", "duration"]


@pytest.mark.parametrize("question", ["Why did it happen?", "Who is to blame?", "the ferry", "Is the pier open?"])
def test_other_questions_ask_for_nothing_a_sentence_could_lack(question: str) -> None:
    """A reason or a person may be given in any words, so nothing is demanded."""
    assert not any(slot.asks_for_something for slot in slots_of(understand(question, NOTHING)))
