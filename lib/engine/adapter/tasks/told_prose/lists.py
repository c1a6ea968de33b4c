"""Lists of everyday texts: what to buy, to do, to pack, to decide.

Invariant: a list knows its items, so that numbers keep counting after an edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from lib.engine.adapter.tasks.slots import Slots

_LISTS = """
Packing: passport; sleeping bag; two towels; rain jacket; tickets; sun cream; ~teen~ euros; \
warm socks; first aid kit; phone charger; hiking boots; water bottle; map of ~city~; snacks
Shopping: milk; ~digit~ eggs; bread; tomatoes; ~digit~ apples; olive oil; rice; coffee; butter; \
washing powder; yogurt; salt; lemons; cheese; onions; dark chocolate; cat food; candles
To do: call ~first~; pay the rent; water the plants; book a table for ~digit~; clean the oven; \
send the parcel to ~city~; repair the bike; write to ~first~ ~last~; return the library books; \
renew the passport; buy a gift for ~first~; ask about the ~item~; cancel the ~item~
Before the release: update the changelog; run all tests; bump the version to ~version~; \
check the links; tag the commit; ask ~first~ for a review; build the packages; back up the \
database; announce it in the chat; close the milestone
After the release: watch the error logs; publish the notes; thank the contributors; \
remove old branches; answer the first tickets; plan version ~version~; tell ~first~
Agenda: Welcome; Minutes of the last meeting; Budget for ~year~; Report by ~first~ ~last~; \
Trip to ~city~; New ~items~; Election of the treasurer; Questions from members; Any other \
business; Next date; Repair of the roof
House rules: No smoking; Quiet after ~digit~ pm; Take off your shoes; Close the windows; \
Bikes go in the cellar; Recycle glass and paper; No pets on the sofa; Lock the front door; \
Report damage to ~first~; Do not feed the ~items~
Features: Dark mode; Export to CSV; Search by ~field~; Works offline; Up to ~n~ ~items~; \
Keyboard shortcuts; Login with ~word~; Daily backups; Free for schools; Import from ~word~; \
Spell checking; Shared ~items~
Ingredients: 200 g flour; ~digit~ eggs; a pinch of salt; 50 g butter; 100 g sugar; two carrots; \
~digit~ spoons of oil; half a lemon; fresh basil; one onion; 250 ml milk; some nutmeg; \
~teen~ olives; baking powder
Steps: Turn off the power; Open the cover; Remove the old ~item~; Clean the contacts; \
Insert the new ~item~; Close the cover; Press the ~color~ button; Wait ~teen~ seconds; \
Turn the power on; Check the light; Write down the serial number
Rooms: kitchen; hall; office of ~first~; meeting room ~word~; cellar; archive; bathroom; \
server room; library; room ~teen~; workshop; garage
Guests: ~First~ ~Last~; ~First2~ ~Last2~; ~First3~; the ~last~ family; Dr. ~Last3~; \
~First4~ and ~First5~; our neighbors; Aunt ~First6~; ~First7~ from ~city~; Uncle ~First8~
Chores: vacuum the stairs; take out the trash; feed the cat; wash the windows; mow the lawn; \
empty the dishwasher; dust the shelves; change the sheets; iron the shirts; sweep the yard
Books: The ~Adj~ ~Item~; A ~Item~ in ~City~; ~Items~ and ~Others~; The last ~item2~; \
My life as a ~item3~; ~Word~ and ~Word2~; Letters from ~city2~; Atlas of ~items4~; Cooking with \
~first~; The ~word3~ ~item5~
Requirements: Python 3.~teen~; ~n~ MB of free space; a modern browser; Docker; Node ~teen~; \
a GitHub account; PostgreSQL; a ~word~ key; Git; access to the ~item~ server; Redis
Known issues: The ~item~ page loads slowly; Fonts are too small; Login fails on old phones; \
Pictures are not sorted; ~Items~ are counted twice; The export skips ~others~; No sound on \
Linux; Dates use the wrong format; The menu hides the ~word~ button; Typos in the help
Decisions: ~First~ orders the ~items~; The office closes on ~weekday~; We stay with ~company~; \
The budget grows by ~teen~%; Meetings start at ~clock~; ~First2~ ~Last2~ writes the report; \
No new ~others~ before ~month~; The trip goes to ~city~; Tests run every night
"""
_TITLES = (
    "Weekend in ~city~", "Plan for ~month~", "Project ~Word~", "Notes", "Week ~teen~",
    "The ~word~ project", "For ~first~", "~Word~ ~Item~", "Meeting on ~weekday~", "~City~ ~year~",
    "Checklist", "Version ~version~", "Moving house", "Everything for ~weekday~", "Overview",
)  # fmt: skip
_ENDINGS = ("Questions? Ask ~first~.", "Last change: ~date~", "Thanks, ~first~", "See ~domain~")


@dataclass(slots=True)
class ListBlock:
    """One list with its heading."""

    heading: str
    items: list[str]
    checked: list[bool]
    spare: list[str]
    """Things that would fit in the list and are not in it."""
    level: str | None = None
    """What stands before its heading, where it differs from the other lists."""


@dataclass(slots=True)
class ListText:
    """Lists under headings. Numbers of a numbered list are counted when it is written."""

    title: str
    blocks: list[ListBlock]
    style: str
    """What stands before an item: "-", "*", "1.", "1)" or "- [ ]"."""
    level: str
    """What stands before a heading: "## ", or nothing where a colon follows it."""
    end: str

    def render(self) -> str:
        """Return the text."""
        parts = [self.title] if self.title else []
        for block in self.blocks:
            lines = [self.mark(i, block) + item for i, item in enumerate(block.items)]
            gap = "\n\n" if self.level else "\n"
            shown, level = "\n".join(lines), block.level or self.level
            parts.append(f"{level}{block.heading}{'' if self.level else ':'}{gap}{shown}")
        return "\n\n".join(parts) + self.end

    def mark(self, place: int, block: ListBlock) -> str:
        """Return what stands before an item."""
        if self.style.startswith("1"):
            return f"{place + 1}{self.style[1:]} "
        if "[" in self.style:
            return f"{self.style[0]} [{'x' if block.checked[place] else ' '}] "
        return f"{self.style} "


def make_lists(random: Random, size: int) -> ListText:
    """Return one to three lists, together of about this many characters."""
    slots = Slots(random)
    pools = [line.partition(": ") for line in _LISTS.strip().split("\n")]
    count = min(1 + size // 170, 3)
    has_capitals = random.random() < 0.3
    blocks = []
    for heading, _, joined in random.sample(pools, count):
        slots.forget()
        items = [slots.fill(item.strip()) for item in joined.split(";")]
        kept = min(random.randrange(3, 6 + (size > 500)), len(items) - 3)
        items = random.sample(items, len(items))
        if has_capitals:
            items = [item[0].upper() + item[1:] for item in items]
        checked = [random.random() < 0.35 for _ in range(kept)]
        blocks.append(ListBlock(heading, items[:kept], checked, items[kept:]))
    level = random.choice(("## ", "## ", "### ", "# ", ""))
    title = ""
    if level != "# " and random.random() < 0.6:
        title = ("# " if level else "") + slots.fill(random.choice(_TITLES))
    end = ""
    if random.random() < 0.25:
        slots.forget()
        end = "\n\n" + slots.fill(random.choice(_ENDINGS))
    style = random.choice(("-", "-", "*", "1.", "1.", "1)", "- [ ]", "- [ ]", "* [ ]"))
    return ListText(title, blocks, style, level, end)
