"""Invented evidence with statements that it supports and statements that it does not, by what is wrong with them."""

from dataclasses import dataclass
from datetime import date

from rag.verify import Evidence

DAM = Evidence(
    "Nearly 7,000 people left the Orrin valley by Monday, said the county engineer Ann Reed, who warned that up to "
    "40 homes could be flooded.",
    holder="Ann Reed",
    outlet="Vell Courier",
    date=date(2031, 5, 21),
)
MAYOR = Evidence(
    "Mayor Tom Moss said on Tuesday that the dam was not at risk and that the gates “will hold for a hundred years”.",
    holder="Tom Moss",
    outlet="Orrin Gazette",
    date=date(2031, 5, 22),
)
FIRE = Evidence("The fire at the Kell mill killed 12 workers and injured 45 on 3 March 2030.", outlet="Kell Post")
DENIAL = Evidence("The ministry denied that its boats had fired on the trawlers off Cape Senn.", holder="the ministry")
SHE = Evidence("She said the school would reopen in September.", holder="Ida Brandt")
QUARRY = Evidence("The quarry in Vell closed after a landslide in 1990.")
SPINNERY = Evidence("The spinnery at Orrin employs 300 people and exports to Peru.")
LENGTH = Evidence("The new canal is 40 km long and cost $3 million.")
RETOLD = Evidence("About 300 people work at the Orrin spinnery, according to its owner.", holder="its owner")
TWO = Evidence("Reed said the bridge was safe. Moss said the bridge would have to be closed.")
BOUND = Evidence("At least 500 tonnes of grain were lost and no more than 20 trucks got through.")


@dataclass(frozen=True, slots=True)
class Case:
    """A statement and its evidence."""

    claim: str
    evidence: tuple[Evidence, ...]


def case(claim: str, *evidence: Evidence) -> Case:
    return Case(claim, evidence)


FAITHFUL = {
    "paraphrase": case("According to Ann Reed, as many as 40 homes could be flooded.", DAM),
    "shortening": case("Nearly 7,000 people left the Orrin valley by Monday.", DAM),
    "two agreeing": case("The Orrin spinnery employs about 300 people.", SPINNERY, RETOLD),
    "converted": case("The canal is about 25 miles long.", LENGTH),
    "rounded as it is": case("Nearly 7,000 people had left the valley.", DAM),
    "pronoun through holder": case("Ida Brandt said the school would reopen in September.", SHE),
    "short name": case("Moss said that the dam was not at risk.", MAYOR),
    "quotation": case("Tom Moss said the gates “will hold for a hundred years”.", MAYOR),
    "negation kept": case("The mayor said on Tuesday the dam was not at risk.", MAYOR),
    "denial kept": case("The ministry denied that boats fired on trawlers off Cape Senn.", DENIAL),
    "number in words": case("Twelve workers were killed in the fire at the Kell mill.", FIRE),
    "longer time": case("The Kell mill fire killed 12 workers in March 2030.", FIRE),
    "day for weekday": case("Nearly 7,000 people left the Orrin valley by 19 May.", DAM),
    "two clauses, two sources": case(
        "The quarry in Vell closed in 1990, and the spinnery at Orrin employs 300 people.", QUARRY, SPINNERY
    ),
    "bound in other words": case("More than 500 tonnes of grain were lost; at most 20 trucks got through.", BOUND),
    "each his own": case("Moss said the bridge would have to be closed.", TWO),
    "money": case("The new canal cost 3 million dollars.", LENGTH),
    "outlet": case("The Vell Courier reports that nearly 7,000 people left the valley.", DAM),
}
UNFAITHFUL = {
    "number, a digit more": case("Nearly 70,000 people left the Orrin valley by Monday.", DAM),
    "number, a digit changed": case("The fire at the Kell mill killed 13 workers.", FIRE),
    "number, digit of a year": case("The quarry in Vell closed after a landslide in 1991.", QUARRY),
    "number of another thing": case("The fire killed 45 workers and injured 12.", FIRE),
    "number, unit changed": case("The new canal is 40 miles long.", LENGTH),
    "number invented": case("The quarry in Vell, with 80 workers, closed after a landslide in 1990.", QUARRY),
    "comparator turned": case("At least 40 homes could be flooded.", DAM),
    "comparator turned down": case("Up to 500 tonnes of grain were lost.", BOUND),
    "comparator turned up": case("More than 20 trucks got through.", BOUND),
    "comparator lost": case("40 homes could be flooded.", DAM),
    "date changed": case("Nearly 7,000 people left the Orrin valley by Thursday.", DAM),
    "month changed": case("The school would reopen in October, Ida Brandt said.", SHE),
    "day changed": case("The fire at the Kell mill was on 4 March 2030.", FIRE),
    "name in another's mouth": case("Ann Reed said that the dam was not at risk.", MAYOR, DAM),
    "name in another's mouth, one text": case("Moss said the bridge was safe.", TWO),
    "name unknown": case("Pia Lund said the school would reopen in September.", SHE),
    "place changed": case("Nearly 7,000 people left the Tamar valley by Monday.", DAM),
    "place invented": case("The spinnery at Orrin exports to Chile.", SPINNERY),
    "negation lost": case("Tom Moss said that the dam was at risk.", MAYOR),
    "negation added": case("The spinnery at Orrin does not export to Peru.", SPINNERY),
    "denial lost": case("The ministry's boats fired on the trawlers off Cape Senn.", DENIAL),
    "blended subject": case("The spinnery at Orrin closed after a landslide.", QUARRY, SPINNERY),
    "blended cause": case(
        "The quarry in Vell closed because the spinnery at Orrin employs 300 people.", QUARRY, SPINNERY
    ),
    "invented quotation": case("Ann Reed said the homes “will be gone by winter”.", DAM),
    "changed quotation": case("Tom Moss said the gates “will hold for a thousand years”.", MAYOR),
    "elsewhere": case("A choir of fishermen won the prize for singing.", DAM),
    "added": case("The spinnery at Orrin employs 300 people and has won prizes for its wool.", SPINNERY),
}
