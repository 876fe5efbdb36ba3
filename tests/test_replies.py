"""Statements that answer others, how they are read, and what they answer."""

import pytest

from index.replies import reply_in, speaker_of
from rag.engine import Engine

ARTICLES = {
    "echo.txt": (
        "The kennel\n\nThe Echo, 3 May 2031\n\nThe volunteers accuse the kennel of leaving forty dogs without water. "
        "The charge was flatly denied by the kennel.\n\nThe kennel houses sixty dogs and was opened in 2019."
    ),
    "mail.txt": (
        "A promise\n\nThe Mail, 5 May 2031\n\nThe owner promised to hire a veterinarian, but the volunteers say they "
        "do not believe him. The town paid for the fence."
    ),
    "post.txt": (
        "The ferry\n\nThe Post, 9 May 2031\n\nThe dockers say that the ferry left the quay with its gate open. The "
        "company insists that no gate was open. The ferry burns heavy oil. The captain maintains that he has never "
        "smoked."
    ),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Two short articles on a quarrel over a kennel."""
    folder = tmp_path_factory.mktemp("kennel")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Engine.build(folder, index=folder.parent / "kennel-index")


@pytest.mark.parametrize(
    "text",
    [
        "The council called the accusation absurd.",
        "Mr Vane said this was not the case.",
        "She disagrees.",
        "Not so, says the mayor.",
        "The club has always rejected claims that it knew of the debts.",
        "Opponents dismissed the study as propaganda.",
        "The union sees it differently.",
        "The bank hit back at the allegations on Tuesday.",
        "The allegations were false, a spokesman said.",
        "Those promises ring hollow, she said.",
        "A statistician reads it quite differently.",
        "The institute draws the opposite conclusion from the same pages.",
        "The shepherd tells it otherwise.",
        "The professor was less sure.",
    ],
)
def test_a_statement_against_another_is_a_reply(text: str) -> None:
    """Words that say of another statement that it is not so, or not to be believed."""
    assert reply_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "He rejected the offer of a new contract.",
        "The court dismissed the case on Monday.",
        "The disputed territory lies in the north.",
        "She did not deny it.",
        "He was wrong about the weather.",
        "The house has a false front.",
        "The referee denied United a penalty.",
        "The doctor declined to comment.",
        "She learned that it was false, and she changed the advice.",
        "The bread is less sure to rise in winter than rye.",
        "The museum of the mill offers a different view of the valley.",
        "Ann Reed was less certain of her place in the choir.",
        "Unless he thinks otherwise, the shop will open.",
        "The play tells a different story every night.",
    ],
)
def test_turning_down_a_thing_is_no_reply(text: str) -> None:
    """An offer, a penalty, a territory are no statements."""
    assert reply_in(text) is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The agency insists that nobody told it anything until Sunday.", "The agency"),
        ("A spokeswoman, Klara Minn, insists there’s no contradiction.", "A spokeswoman"),
        ("The harbour board answered in one sentence: it had received no request.", "The harbour board"),
        ("The ministry in Brod replied that no unit had fired a shot since Sunday.", "The ministry in Brod"),
        ("Qelim denied moving a single man.", "Qelim"),
        ("But he maintained that the boat had never left the quay.", None),
    ],
)
def test_holding_against_what_was_said_is_a_reply_by_its_place(text: str, speaker: str | None) -> None:
    """Who insists behind another's words that it is not so answers them, though nothing in his words points back."""
    reply = reply_in(text)
    assert reply and reply.holds_against and reply.speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The boat maintained a speed of no more than five knots.",
        "The bank answered no calls on Friday.",
        "A guard does not deny that he pushed the button.",
        "Asked if he was to blame, Terrin answered: we did not insist.",
        "A company that answers a flood with nothing has no shame.",
        "The club insists that the roof is safe.",
    ],
)
def test_no_statement_of_others_is_held_against(text: str) -> None:
    """Speed, calls, questions and a denial that is none."""
    reply = reply_in(text)
    assert reply is None or not reply.holds_against


def test_a_sentence_may_say_what_it_answers() -> None:
    """What one says and another answers in one sentence are told apart, with who says each."""
    text = "The firm says that it paid in full; the workers say that they never saw a penny."
    reply = reply_in(text)
    assert reply and reply.turn is not None
    assert text[reply.turn :] == "the workers say that they never saw a penny."
    assert (speaker_of(text), speaker_of(text[reply.turn :])) == ("The firm", "the workers")


def test_a_reply_names_whom_it_answers() -> None:
    """The owner of a claim is read, and that a promise was one."""
    reply = reply_in("The tenants do not believe Brandt's assurances.")
    assert reply and reply.owner == {"brandt"} and reply.promise
    assert reply.may_answer("He pledged to repair the roof.") and not reply.may_answer("He repaired the roof.")


def test_a_charge_and_its_denial_are_a_difference(engine: Engine) -> None:
    """A denial that repeats no word of the question is found beside what it denies."""
    [difference] = engine.ask("Did the kennel leave dogs without water?").disagreements
    assert "accuse the kennel" in difference.sides[0].position
    assert "flatly denied" in difference.sides[1].position
    assert [side.holders for side in difference.sides] == [("The volunteers",), ("the kennel",)]


def test_two_sides_of_one_sentence_are_cited_apart(engine: Engine) -> None:
    """The promise on one side, those who do not believe it on the other, each in its own words."""
    answer = engine.ask("Do the volunteers believe the owner's promise of a veterinarian?")
    [difference] = answer.disagreements
    words = [
        next(each.quote for each in answer.citations if each.number == side.citations[0]) for side in difference.sides
    ]
    assert words == ["The owner promised to hire a veterinarian", "but the volunteers say they do not believe him."]
    assert [side.holders for side in difference.sides] == [("The owner",), ("the volunteers",)]
    held = {citation.number: citation.held for citation in answer.citations}
    assert held[difference.sides[0].citations[0]] != "denied"


def test_what_is_denied_in_its_own_sentence_is_no_denial(engine: Engine) -> None:
    """Half of a sentence that another half turns down is held as it was said."""
    listed = engine.disagreements()
    held = {citation.quote: citation.held for citation in listed.citations}
    assert held["The owner promised to hire a veterinarian"] == "reported"
    assert held["but the volunteers say they do not believe him."] == "denied"


def test_a_denial_of_something_else_is_left_out(engine: Engine) -> None:
    """Where the question is about another thing in the same articles, nothing differs."""
    assert engine.ask("Who paid for the fence?").disagreements == ()


def test_the_whole_corpus_lists_its_denials_first(engine: Engine) -> None:
    """What the articles tell of themselves needs no question: each denial beside what it answers."""
    first, second, *_ = engine.disagreements().disagreements
    assert {first.sides[1].holders, second.sides[1].holders} == {("the kennel",), ("the volunteers",)}


def test_what_is_held_against_another_s_words_is_the_other_side(engine: Engine) -> None:
    """Behind what somebody says; behind what the article tells itself nothing is disputed."""
    [difference] = engine.ask("Did the ferry leave the quay with its gate open?").disagreements
    assert [side.holders for side in difference.sides] == [("The dockers",), ("The company",)]
    assert engine.ask("Does the ferry burn heavy oil?").disagreements == ()


def test_who_speaks_is_no_clause() -> None:
    """A sentence that begins with a pronoun names nobody."""
    assert speaker_of("She believed what she was told, and said so") is None
    assert speaker_of("the club said so") == "the club"


def test_whether_it_is_so_has_one_right_answer(engine: Engine) -> None:
    """Where a question asks whether something is so, its denial is a conflict, however it is judged."""
    differences = engine.ask("Did the kennel leave forty dogs without water?").disagreements
    assert [each.relation for each in differences] == ["conflict"]
