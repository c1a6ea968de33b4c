"""Style sheets whose rules are asked for by what they style: the links, and not `a`.

Invariant: each thing that has a name has one rule.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import COLORS

_THINGS = {
    "body": ("the page", "the body"),
    "a": ("the links", "links", "all links"),
    "h1": ("the main heading", "the h1 heading", "the heading of the page"),
    "h2": ("the h2 headings", "the second-level headings"),
    "p": ("the paragraphs", "paragraphs"),
    "header": ("the header",),
    "footer": ("the footer",),
    "nav": ("the navigation", "the navigation bar"),
    "button": ("the buttons", "buttons"),
    "li": ("the list items",),
    "table": ("the tables", "tables"),
    "th": ("the table headers",),
    "input": ("the input fields",),
    "blockquote": ("the quotes", "block quotes"),
    "code": ("inline code",),
    "aside": ("the sidebar",),
}
"""Selector -> what people call it."""

_COLOR = Phrases(
    "make {thing} {new}",
    "make {thing} {new} instead of {old}",
    "change the color of {thing} to {new}",
    "change the text color of {thing} from {old} to {new}",
    "give {thing} the color {new}",
    "{thing} should be {new}",
    "{thing} should be {new}, not {old}",
    "turn {thing} {new}",
    "make the text of {thing} {new}",
    "color {thing} {new}",
    "change {thing} from {old} to {new}",
    "use {new} for {thing}",
    casual=("{new} text for {thing}, not {old}.", "{thing} in {new}, please.",
            "{old} is hard to read, so {new} for the text of {thing}.",
            "I'd like to see {thing} in {new}.", "text of {thing}: {new}.",
            "could {thing} have {new} letters?", "{new} suits {thing} better than {old}."),
)  # fmt: skip
_BACKGROUND = Phrases(
    "make the background of {thing} {new}",
    "give {thing} a {new} background",
    "change the background of {thing} to {new}",
    "the background of {thing} should be {new}",
    "put {thing} on a {new} background",
    "set the background of {thing} to {new}",
    "change the background of {thing} from {old} to {new}",
    "{thing} should have a {new} background",
    "use {new} as the background of {thing}",
    "make the background of {thing} {new} instead of {old}",
    casual=("{new} background for {thing}.", "{thing} on {new}, not on {old}.",
            "background of {thing}: {new}.",
            "{old} behind {thing} looks dull, {new} would be nicer.",
            "behind {thing} it should be {new}.",
            "I can't stand the {old} background of {thing}, {new} please.",
            "why is there {old} behind {thing}? We want {new}."),
)  # fmt: skip
_LENGTH = Phrases(
    "set the {what} of {thing} to {new}",
    "change the {what} of {thing} to {new}",
    "change the {what} of {thing} from {old} to {new}",
    "give {thing} a {what} of {new}",
    "the {what} of {thing} should be {new}",
    "{thing} should have a {what} of {new}",
    "make the {what} of {thing} {new}",
    "use a {what} of {new} for {thing}",
    "let {thing} have a {what} of {new}",
    "make the {what} of {thing} {new} instead of {old}",
    casual=("{what} of {thing}: {new}.", "{new} {what} for {thing}.",
            "{old} is not right for {thing}, I want a {what} of {new}.",
            "{thing} with a {what} of {new}, please.",
            "the {what} of {thing} looks off, {new} would be better than {old}.",
            "{thing}: {what} {new} instead of {old}.",
            "could we try {new} for the {what} of {thing}?"),
)  # fmt: skip
_CSS_FILLERS = (
    "line-height: 1.5", "font-weight: bold", "text-align: center", "text-decoration: none",
    "margin: 0", "display: block", "max-width: 640px", "border: 1px solid gray",
)  # fmt: skip


_PIXELS = (3, 6, 9, 10, 12, 14, 18, 20, 22, 24, 28, 36, 40)


def edit_plain_css(context: Context) -> Edit | None:
    """Change one value of a style sheet whose rules are named by what they style."""
    random = context.random
    count = max(2, min(len(_THINGS), round(context.size / 70)))
    colors = random.sample(COLORS, 5)
    new_color = colors.pop()
    background = random.choice(("background", "background", "background-color"))
    rules = [
        (selector, _declarations(context, colors, background))
        for selector in random.sample(sorted(_THINGS), count)
    ]
    selector, declarations = random.choice(rules)
    asked = ("color", "font-size", "padding", "border-radius", background)
    at = random.choice([i for i, (name, _) in enumerate(declarations) if name in asked])
    name, old = declarations[at]
    thing = random.choice(_THINGS[selector])
    if name == "color":
        new, phrases = new_color, _COLOR
    elif name == background:
        new, phrases = new_color, _BACKGROUND
    else:
        new, phrases = f"{random.choice(_PIXELS)}px", _LENGTH
    if new == old:
        return None
    request = context.say(phrases, thing=thing, old=old, new=new, what=name.replace("-", " "))
    source = _write_css(rules)
    declarations[at] = (name, new)
    text = Text(body=source, language="css", noun=random.choice(DOCUMENT_NAMES["css"]))
    return Edit(kind="plain css", request=request, text=text, answer=_write_css(rules))


def _declarations(context: Context, colors: list[str], background: str) -> list[tuple[str, str]]:
    """Draw what one rule says; at least one of it can be asked for."""
    random = context.random
    drawn = [
        ("color", random.choice(colors)),
        (background, random.choice(colors)),
        ("font-size", f"{random.choice((12, 14, 16, 18, 24, 32))}px"),
        ("padding", f"{random.choice((2, 4, 8, 12, 16))}px"),
        ("border-radius", f"{random.choice((2, 4, 8))}px"),
    ]
    drawn = random.sample(drawn, random.choice((1, 2, 2, 3)))
    for filler in random.sample(_CSS_FILLERS, random.choice((0, 1, 1, 2))):
        name, value = filler.split(": ")
        drawn.append((name, value))
    random.shuffle(drawn)
    return drawn


def _write_css(rules: list[tuple[str, list[tuple[str, str]]]]) -> str:
    return "\n\n".join(
        "\n".join([f"{selector} {{", *(f"  {name}: {value};" for name, value in lines), "}"])
        for selector, lines in rules
    )
