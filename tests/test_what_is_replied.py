"""Which replies a question brings in, and how far he who answers is read."""

from pathlib import Path

import pytest

from index.vocabulary import Vocabulary
from rag.answer import Answer
from rag.engine import Engine
from rag.question import understand
from rag.reply_differences import ACCEPTED_NEAR, SAID_NEAR, said_near
from tests.small_engine import engine_over

ARTICLES = {
    "dispatch.txt": (
        "The orchard\n\nThe Dispatch, 3 May 2031\n\nA former picker, Tilda Roan, alleges that the pears were sprayed "
        "by night with a powder which the county has banned. The grower denies it outright. The paper asked for the "
        "delivery notes of two summers and has been shown none of them.\n\n"
        "The county's report calls the storing of the crates above the chapel reckless. Edda Marl disputes this. There "
        "was no other dry room in the valley, the manager told us by letter. “We took the best of three poor rooms,” "
        "she wrote.\n\nMarl denied that anyone had lied to the chapel. The county clerk said that the lease ran until "
        "2040."
    ),
    "mirror.txt": (
        "A quiet winner\n\nThe Mirror, 8 May 2031\n\nDr Oska Venn has warned of the mill since 2024. Dr Venn keeps "
        "nine goats above the weir. “I’d have preferred to be wrong, for then the race would be less foul than it is,” "
        "she said. The mill was sold in 2019 for little money, and its wheel is in "
        "the town's garden.\n\nThe doctor said that the water of the mill race was safe for bathing. Rudi Hale was "
        "less sure. The gravest harm, he said, is that it may not show for years. A neighbour sells honey."
    ),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Two articles in which people are answered in few words."""
    return engine_over(ARTICLES, tmp_path_factory.mktemp("orchard"))


def sides_of(answer: Answer) -> list[list[str]]:
    """The quotes of each side of the only difference."""
    [difference] = answer.disagreements
    quotes = {citation.number: citation.quote for citation in answer.citations}
    return [[quotes[number] for number in side.citations] for side in difference.sides]


def test_a_bare_denial_answers_the_question_that_is_denied(engine: Engine) -> None:
    """What a person asks in the words of a statement is answered by him who denies it, in whatever words."""
    said, reply = sides_of(engine.ask("did anybody spray something at night?"))
    assert "alleges" in said[0]
    assert reply == ["The grower denies it outright."]


def test_he_who_answers_is_read_on(engine: Engine) -> None:
    """Who disputes a thing says why in the next sentence, and a reader sees the words of both."""
    _, reply = sides_of(engine.ask("Was it reckless to store the crates above the chapel?"))
    assert reply[0] == "Edda Marl disputes this." and reply[1].startswith("There was no other dry room")
    _, reply = sides_of(engine.ask("Was the water of the mill race safe for bathing?"))
    assert [quote.split()[0] for quote in reply] == ["Rudi", "The"]
    [difference] = engine.ask("Was the water of the mill race safe for bathing?").disagreements
    assert difference.sides[1].position.startswith("“Rudi Hale was less sure. The gravest harm, he said")
    assert difference.sides[1].holders == ("Rudi Hale",)


def test_a_reply_that_is_read_on_is_told_once(tmp_path: Path) -> None:
    """The same two sentences are no second difference, though one of them stands there without what follows it."""
    text = (
        "The ferry\n\nThe Post, 9 May 2031\n\nThe dockers say that the ferry left the quay with its gate open. The "
        "company insists that no gate was open. It had been checked twice, the company said."
    )
    _, reply = sides_of(engine_over({"a.txt": text}, tmp_path).ask("Did the ferry leave with its gate open?"))
    assert len(reply) == 2


OTHERS = {
    "ledger.txt": (
        "The bridge\n\nThe Ledger, 3 May 2031\n\nThe inspector said that the bridge was unsafe for lorries. Karla Dunn "
        "disputes this. The inspector said that he had measured the crack twice.\n\nThe auditors allege that the club "
        "paid for a villa. The club denies it. The club's former accountant said that an envelope was handed over."
    ),
    "globe.txt": (
        "The cup\n\nThe Globe, 4 May 2031\n\nThe referee was late by an hour, witnesses said.\n\nReferee Tom Hale took "
        "a bribe of 900 crowns before the cup final. Hale denies it.\n\nMilan Voss, the striker of Nordhavn, alleges "
        "that the training ground, which was built in 1998 near the harbour, has been sold to a casino. The owner "
        "denies it outright."
    ),
}


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Two articles in which others speak behind a denial, and one is accused by name."""
    return engine_over(OTHERS, tmp_path_factory.mktemp("bridge"))


@pytest.mark.parametrize(
    ("question", "denial"),
    [
        ("Was the bridge unsafe for lorries?", "Karla Dunn disputes this."),
        ("Did the club pay for a villa?", "The club denies it."),
        ("Did Tom Hale take a bribe before the cup final?", "Hale denies it."),
    ],
)
def test_another_voice_is_not_read_as_his(others: Engine, question: str, denial: str) -> None:
    """Who said it first, or left the club, speaks for himself; who is accused by name is the one who denies it."""
    said, reply = sides_of(others.ask(question))
    assert reply == [denial]
    assert not said[0].startswith("The referee was late")


@pytest.mark.parametrize(
    "question", ["Who is Milan Voss?", "Is Milan Voss a striker?", "Was the training ground built in 1998?"]
)
def test_what_is_told_by_the_way_is_not_denied(others: Engine, question: str) -> None:
    """Who alleges a thing, and what is told of it between commas, is not what is denied."""
    assert others.ask(question).disagreements == ()


BASIN = {
    "tribune.txt": (
        "The basin\n\nThe Tribune, 16 March 2031\n\nTwo years before the dam of Orlen broke, the inspectorate advised "
        "Halver Mines to lower the water in the basin. An e-mail of April 2029 shows that the inspectorate advised it "
        "twice. The basin of Orlen was not lowered, the inspectorate wrote in a later report.\n\nThe company maintains "
        "that the advice was followed in full. Emil Roan, a former foreman, tells it differently: the pumps were off "
        "again within a week."
    ),
    "post.txt": (
        "The warden\n\nThe Post, 18 March 2031\n\nThe warden said that trout had been killed with a chemical. The "
        "miller was less sure: trout die in any hot summer.\n\nMarta Lind said that she had been lied to by the "
        "foreman. Roan denied that anyone had lied to her.\n\nThe choir meets on Mondays in the chapel."
    ),
}


@pytest.fixture(scope="module")
def basin(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """What the company says is less near to some questions than what is told of it."""
    return engine_over(BASIN, tmp_path_factory.mktemp("basin"))


def test_what_is_answered_at_once_may_stand_farther_off(basin: Engine) -> None:
    """Who says that the advice was followed and who tells it differently are read in one breath."""
    said, reply = sides_of(basin.ask("Did anyone take the inspectorate's advice on the basin?"))
    assert said[0].startswith("The company maintains")
    assert reply[0].startswith("Emil Roan")


def test_what_another_paragraph_answers_may_not(tmp_path: Path) -> None:
    """Between them stands something else: they are no one breath."""
    apart = {"tribune.txt": BASIN["tribune.txt"].replace(" Emil Roan", "\n\nEmil Roan"), "post.txt": BASIN["post.txt"]}
    engine = engine_over(apart, tmp_path)
    assert not engine.ask("Did anyone take the inspectorate's advice on the basin?").disagreements


def test_a_reply_without_a_word_of_the_question_must_mean_it(basin: Engine) -> None:
    """Trout are fish, and a chemical is poison; but neither is told of water that is clean."""
    said, _ = sides_of(basin.ask("Were any fish poisoned?"))
    assert said == ["The warden said that trout had been killed with a chemical."]
    assert not basin.ask("Is the water clean?").disagreements


def test_nobody_answers_what_is_told_of_him(engine: Engine) -> None:
    """Her own words about a matter answer no sentence in which the article tells of her."""
    assert engine.ask("does dr venn keep goats above the weir").disagreements == ()


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("Whom does the sexton blame, and does everyone buy that?", ACCEPTED_NEAR),
        ("Did anybody challenge the report?", ACCEPTED_NEAR),
        ("Does everyone at the orchard own a goat?", SAID_NEAR),
        ("Whom does the sexton blame?", SAID_NEAR),
    ],
)
def test_whether_others_accept_it_asks_for_the_reply(question: str, near: float) -> None:
    """What is answered may stand farther from such a question: it asks for the answer."""
    assert said_near(understand(question, Vocabulary({}, frozenset()))) == near
