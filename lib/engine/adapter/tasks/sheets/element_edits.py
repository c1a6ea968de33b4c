"""One element of a page of similar ones is changed, added or removed.

Invariant: the request names one element, and no other changes.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.sheets.element_changes import (
    LEVELS,
    change_attribute,
    change_siblings,
    change_words,
)
from lib.engine.adapter.tasks.sheets.element_names import CALLED, name_element
from lib.engine.adapter.tasks.sheets.nodes import walk
from lib.engine.adapter.tasks.sheets.page_parts import draw_parts
from lib.engine.adapter.tasks.sheets.pages import draw_page
from lib.engine.adapter.tasks.texts import Edit

_PHRASES = {
    "text": Phrases(
        "change the text of {place} to {new}", "{place} should say {new}",
        "let {place} say {new}", "replace the text of {place} by {new}",
        "change what {place} says to {new}", "{place} should read {new} instead of {old}",
        "We renamed it: {place} should say {new}.", "write {new} in {place} instead of {old}",
        "the text of {place} should be {new}", "make {place} say {new}",
        casual=("{place}: {new} instead of {old}.",
                "we call it {new} now, so {place} has to say that.",
                "{place} still says {old}, that is {new} now.",
                "why does {place} say {old}? It's {new}!",
                "{new} would be a better text for {place}.",
                "nobody understands {old}, {place} should say {new} pls.",
                "The client wants {place} to say {new}."),
    ),
    "attribute": Phrases(
        "change the {name} of {place} to {new}", "set the {name} of {place} to {new}",
        "the {name} of {place} should be {new}", "in {place}, change {name} from {old} to {new}",
        "use {new} as the {name} of {place}", "{place} should have the {name} {new}",
        "change {name} to {new} in {place}", "update the {name} of {place} to {new}",
        "{place} needs the {name} {new} instead of {old}",
        casual=("{place}: {name} {new}, no longer {old}.", "{name} = {new} for {place}.",
                "{place} has the wrong {name}, it's {new}.",
                "{old} is outdated as the {name} of {place}, {new} it is.",
                "the {name} of {place} can't stay {old}, I need {new} there.",
                "can {place} have {new} as its {name}?",
                "{place} with {new} as {name}, not {old}."),
    ),
    "add attribute": Phrases(
        "add {new} to {place}", "add the attribute {new} to {place}", "give {place} {new}",
        "{place} should have {new}, add it as the last attribute", "put {new} on {place}",
        "add {new} as the last attribute of {place}",
        casual=("{new} is missing on {place}.", "why is {new} not on {place}? it should be.",
                "{place} also needs {new}, as its last attribute.",
                "{place}: {new} too, after the other attributes.",
                "it only works with {new} on {place}.", "I'd like {new} on {place}."),
    ),
    "drop attribute": Phrases(
        "remove the {name} of {place}", "remove the {name} attribute from {place}",
        "delete {name} in {place}", "{place} should have no {name} any more, remove it",
        "drop the {name} attribute of {place}", "take the {name} off {place}",
        casual=("{place} w/o {name}, please.", "no {name} on {place} any more.",
                "{place} does not need its {name}.",
                "the {name} on {place} is useless, away with it.",
                "why is there {name} on {place}? Get rid of that.",
                "{name} has to go from {place}."),
    ),
    "after": Phrases(
        "add {new} after {place}", "insert {new} right after {place}", "after {place}, add {new}",
        "put {new} below {place}", "we also need {new}, right after {place}",
        "add {new} directly behind {place}",
        casual=("right after {place} there should be {new}.",
                "{new} is missing, it comes right after {place}.",
                "we forgot {new}, directly below {place}.", "one more after {place}: {new}.",
                "could there be {new} right behind {place}?",
                "{place} should not come alone, {new} straight after it."),
    ),
    "before": Phrases(
        "add {new} before {place}", "insert {new} right before {place}",
        "before {place}, add {new}", "put {new} above {place}",
        "{new} should come before {place}, add it",
        "we also need {new}, directly before {place}",
        casual=("{new} is missing before {place}.", "one more right before {place}: {new}.",
                "just above {place} I want to see {new}.",
                "{place} comes too early, {new} has to stand right before it.",
                "we forgot {new}, it belongs directly before {place}."),
    ),
    "drop": Phrases(
        "remove {place}", "delete {place}", "drop {place}", "take out {place}",
        "we don't need {place} any more, remove it", "get rid of {place}", "leave out {place}",
        casual=("{place} can go.", "nobody needs {place}, ditch it.",
                "why is {place} still there? It shouldn't be.", "{place} is outdated, out with it.",
                "the page is better off without {place}.",
                "We stopped that, so {place} has to go."),
    ),
    "level": Phrases(
        "make {place} an {new}", "change {place} from {old} to {new}", "turn {place} into an {new}",
        "{place} should be an {new} instead of an {old}", "use {new} for {place}",
        "change the level of {place} to {new}", "{place} should be an {new}",
        casual=("{place}: {new}, not {old}.",
                "{old} is the wrong level for {place}, it's an {new}.",
                "the outline is off: {place} has to be an {new}.",
                "why is {place} an {old}? Should be an {new}.", "{place} as {new}, please."),
    ),
}  # fmt: skip
_KINDS = ("text", "text", "text", "attribute", "attribute", "attribute", "add attribute",
          "drop attribute", "after", "after", "before", "drop", "drop", "level")  # fmt: skip


def edit_told_element(context: Context) -> Edit | None:
    """Change one element of a page of similar ones."""
    random, page = context.random, draw_page(context)
    roots = draw_parts(context)
    if roots is None:
        return None
    source = page.write(roots)
    siblings, told = random.choice([pair for pair in walk(roots) if pair[1].tag in CALLED])
    names = name_element(context, roots, told)
    kind = random.choice(_KINDS)
    if told.tag in LEVELS and context.chance(0.3):
        kind = "level"
    if not names or (told.tag == "tr" and told.children[0].tag == "th"):
        return None
    place = random.choice(names)
    if kind in ("after", "before", "drop"):
        values = change_siblings(context, page, siblings, told, kind)
    elif kind in ("text", "level"):
        values = change_words(context, told, kind)
    else:
        values = change_attribute(context, page, told, kind)
    if values is None:
        return None
    answer = page.write(roots)
    if kind == "text" and answer.count(f">{told.text}<") > 1:
        return None  # an element of the same text is there already
    request = context.say(_PHRASES[kind], place=place, **values)
    language = "javascript" if page.component else "html"
    return make_edit(context, "told element", request, language, (source, answer))
