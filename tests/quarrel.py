"""Five short invented articles that quarrel about one ferry accident, for every test that needs a corpus.

They differ on the hurt (11, later 19, the union says 40), on the cause (fog, a worn rudder), on who is to
blame, and on words; the newsletter has neither outlet nor date. Nothing is said of a trial or of the dead.
"""

from pathlib import Path

SOURCES_TOML = """\
["courier.txt"]
title = "Ferry strikes pier at Tessel"
outlet = "Tessel Courier"
date = 2031-03-04

["harbour.txt"]
title = "Harbour board defends its ferry"
outlet = "Harbour Gazette"
date = 2031-03-06
"""

ARTICLES = {
    "sources.toml": SOURCES_TOML,
    "courier.txt": """\
Ferry strikes pier at Tessel

The ferry Ansa struck the pier at Tessel on Tuesday morning with 210 passengers on board. Eleven people were hurt, \
the coast guard said. "We felt a blow and then everybody was on the floor," said Mira Holt, a passenger.

Fog caused the accident, according to the harbour board. Captain Jon Brekke could see less than 50 metres, the \
board said. The pier is closed until Friday.
""",
    "harbour.txt": """\
Harbour board defends its ferry

The number of people hurt when the Ansa struck the pier has risen to 19, the coast guard said on Thursday. Two of \
them remain in hospital.

"The rudder was in perfect order," said Ola Lund, who heads the harbour board. She denied that repairs had been \
put off. Repairs to the pier will cost $2.5 million, the board estimates.
""",
    "union.md": """\
---
title: A collision that was waiting to happen
site: Seafarers' Voice
date: 2031-03-05
---

# A collision that was waiting to happen

The crew had warned of a worn rudder for two years, the seafarers' union said on Wednesday. More than 40 people \
were hurt, according to the union. It counts those who went to see a doctor on their own.

The harbour board is to blame, said union leader Petra Vance. "They saved money on repairs and passengers paid \
with broken bones," she said.
""",
    "inland.html": """\
<!DOCTYPE html>
<html lang="en"><head><title>What we know about the Tessel ferry</title>
<meta property="og:site_name" content="Inland Post">
<meta property="article:published_time" content="2031-03-07T09:00:00Z"></head>
<body><article><h1>What we know about the Tessel ferry</h1>
<p>Nineteen people were hurt in Tuesday&#8217;s accident at Tessel, the hospital confirmed. The transport ministry \
has opened an inquiry into the cause of the accident.</p>
<p>Investigators said that the rudder showed signs of wear. Whether it failed before the ferry struck the pier is \
not known, they said.</p>
</article></body></html>
""",
    "newsletter.txt": """\
Neighbours of the pier met on Sunday to talk about the ferry. About 300 people came, the organisers said.

Many of them asked for a slower timetable. The ferry carries 900,000 passengers a year. Anders Moe, who lives by \
the pier, called the accident a scandal.
""",
}


def write_quarrel(folder: Path) -> Path:
    """Write the articles into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
