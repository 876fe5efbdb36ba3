"""Nouns by which a question asks for an aspect of its matter: sentences give it without the word."""

ASPECTS = frozenset(
    """
    ability advantage advantages aim aims alternative alternatives approach argument arguments aspect aspects attitude
    basis benefit benefits chance chances change changes choice circumstances complaint complaints compromise concern
    concerns condition conditions connection connections consequence consequences consideration considerations
    criticism danger dangers defect defects difference differences difficulties difficulty disadvantage disadvantages
    doubt doubts effect effects evidence excuse excuses expectation expectations experience experiences explanation
    explanations extent fact factor factors facts fault faults fear fears flaw flaws good ground grounds harm help
    hope hopes idea ideas impact impacts importance impression influence interest interests issue issues justification
    kind lesson lessons likelihood link links matter matters meaning means measure measures merit merits method
    methods mood motive motives need needs objection objections obstacle obstacles opinion opinions option options
    outcome part parts plan plans point points position positions problem problems proof proposal proposals prospect
    prospects purpose quality question questions reaction reactions reason reasons relation relations relationship
    remedies remedy response responses result results risk risks role roles sense sign significance signs solution
    solutions sort stance state status step steps suggestion suggestions support task tasks thing things threat
    threats tie ties treatment trouble use uses value view views way ways weakness weaknesses weight work worries
    worry
    """.split()
)
