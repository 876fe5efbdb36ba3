"""Words that tell a person's name from a body's, a role, a section of a paper or a phrase."""

PUBLICATIONS = frozenset(
    "news newspaper paper ledger courier tribune gazette herald chronicle journal times observer examiner "
    "dispatch sentinel inquirer daily weekly monthly magazine radio television tv broadcasting newswire wire".split()
)
# What papers are called too; beside anything but a comma and a day it would tell little.
PAPERS = PUBLICATIONS | frozenset(
    "post voice star mirror guardian independent mail express echo argus telegraph advertiser globe digest advocate "
    "mercury lantern statesman bugle".split()
)
ORGANS = frozenset(
    "ministry department government council committee commission agency authority office bureau directorate "
    "inspectorate institute university academy parliament assembly senate association federation foundation "
    "secretariat prefecture municipality republic kingdom commonwealth embassy police service".split()
)
_OF_BODIES = frozenset(
    "press presse agence agencia agentur media post mail board centre center group company corporation corp ltd "
    "inc plc gmbh limited holdings resources corporate affairs communications relations union network trust "
    "society league party college school hospital bank court city county district state national international".split()
)
ROLES = frozenset(
    "staff team desk admin administrator editorial editor editors correspondent correspondents reporter "
    "reporters writer writers columnist columnists journalist journalists contributor contributors guest "
    "special anonymous unknown author authors webmaster user newsroom agencies wires analyst commentator critic "
    "photographer producer chief".split()
)
_SECTIONS = frozenset(
    "opinion analysis comment interview update breaking exclusive live world politics business sport sports "
    "summary executive introduction background conclusion conclusions findings methodology overview abstract "
    "contents notes acknowledgements appendix chapter part section questions answers facts timeline results key "
    "main release statement report review".split()
)
_OF_PHRASES = frozenset(
    "the a an of in on at for from to or but with by after before over under is are was were be has have no not "
    "any all our your their his its this that these why how what who when where more most still two three four "
    "five six monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split()
)
NOT_OF_PERSONS = PUBLICATIONS | ORGANS | _OF_BODIES | ROLES | _SECTIONS | _OF_PHRASES
PLACES_BEGIN = frozenset("new north south east west san santa los las saint port fort united saudi middle".split())
PARTICLES = frozenset(
    "von van vom zu zur de der den del della di da das do dos du la le el al bin ibn bint y e ter ten af av".split()
)
SMALL = PARTICLES | frozenset("of the and for in on at to by a an with und et".split())
# What stands between a body's name and a title, and is neither: "PRESS RELEASE", "Opinion", "WORLD NEWS".
KICKERS = frozenset(
    "press media news release statement bulletin report communiqué communique announcement notice information "
    "informations for immediate official public opinion analysis comment commentary editorial exclusive "
    "breaking update live interview feature features latest top stories story world local national "
    "international regional politics business economy sport sports culture letters column essay background "
    "explainer confidential draft final internal circular memorandum memo embargoed office desk section "
    "department division team communications relations affairs".split()
)
# What a headline may hold and the name of a body does not.
NOT_OF_NAMES = frozenset(
    "to from with by after before over under is are was were be been has have had will can may must not no how why "
    "what who when where while as at but or says said this that it its his her their our we you".split()
)
