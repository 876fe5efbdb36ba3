"""How things stood and how they stand now, by articles of different times."""

from pathlib import Path

from tests.small_engine import engine_over

HEAD = "---\ntitle: {title}\noutlet: Dell Courier\ndate: {day}\n---\n\n"
FINE = (
    HEAD.format(title="A fine for Vento", day="2031-03-04")
    + "The authority imposes a fine of three million on Vento.\n"
)
ANNULLED = "The court at Dell annulled the fine against Vento and sent the file back.\n"
PARK = "The park by the river opens at eight.\n"


def test_whether_something_is_still_so(tmp_path: Path) -> None:
    """What a later article tells is how things stand now, whichever of the two answers better."""
    later = HEAD.format(title="In court", day="2031-10-30") + ANNULLED
    [difference] = (
        engine_over({"a.md": later, "b.md": FINE}, tmp_path).ask("Is the fine on Vento still valid?").disagreements
    )
    assert (difference.about, difference.relation) == ("status", "update")
    assert ["annulled" in side.position for side in difference.sides] == [False, True]


def test_articles_of_the_same_weeks_tell_of_one_state(tmp_path: Path) -> None:
    """What another wrote a few days later is no news of how things went on."""
    soon = HEAD.format(title="In court", day="2031-03-09") + ANNULLED
    assert (
        not engine_over({"a.md": soon, "b.md": FINE}, tmp_path).ask("Is the fine on Vento still valid?").disagreements
    )


def test_who_says_the_same_again_tells_no_news(tmp_path: Path) -> None:
    """Nor does a later article of something else."""
    again = FINE.replace("2031-03-04", "2031-10-30") + "\n" + PARK
    assert (
        not engine_over({"a.md": again, "b.md": FINE}, tmp_path).ask("Is the fine on Vento still valid?").disagreements
    )


def test_two_sentences_with_most_words_of_a_question_are_of_one_matter(tmp_path: Path) -> None:
    """A question for a thing: both have its words; what shares but one of them is of something else."""
    before = (
        HEAD.format(title="The credit union", day="2031-03-04")
        + "The waiting list at the credit union is ten weeks long.\n"
    )
    after = (
        HEAD.format(title="Shorter", day="2031-10-30")
        + "The waiting list at the credit union has been cut to a week.\n"
    )
    other = HEAD.format(title="Roses", day="2031-11-30") + "There is a waiting list for the roses of the park.\n"
    engine = engine_over({"a.md": before, "b.md": after, "c.md": other}, tmp_path)
    [difference] = engine.ask("What about the waiting list at the credit union?").disagreements
    assert ["been cut" in side.position for side in difference.sides] == [False, True]


def test_the_latest_tells_whether_it_is_still_so(tmp_path: Path) -> None:
    """What was told in between may be nearer to the question, and is overtaken."""
    between = HEAD.format(title="Appeal", day="2031-06-04") + "Vento has asked for time to pay the fine.\n"
    later = HEAD.format(title="In court", day="2031-10-30") + ANNULLED
    engine = engine_over({"a.md": FINE, "b.md": between, "c.md": later}, tmp_path)
    [difference] = engine.ask("Is the fine on Vento still valid?").disagreements
    assert "annulled" in difference.sides[-1].position


def test_what_shares_only_its_subject_is_no_news(tmp_path: Path) -> None:
    """Two things that are told of a crane, or what is told of long ago, are no state of it before and after."""
    first = (
        HEAD.format(title="The crane", day="2031-03-04") + "The harbour crane lifts fishing boats out of the water.\n"
    )
    gull = HEAD.format(title="A nest", day="2031-10-30") + "A gull nests on the harbour crane.\n"
    assert not engine_over({"a.md": first, "b.md": gull}, tmp_path).ask("What is the harbour crane?").disagreements


def test_what_was_long_ago_is_no_state_of_now(tmp_path: Path) -> None:
    """A later article may tell of an earlier time."""
    closed = HEAD.format(title="The inn", day="2031-03-04") + "The Sill inn closed its doors for good in 2031.\n"
    opened = HEAD.format(title="A memory", day="2031-10-30") + "The Sill inn opened in 1890, an old guest recalls.\n"
    assert not engine_over({"a.md": closed, "b.md": opened}, tmp_path).ask("Is the Sill inn still open?").disagreements
