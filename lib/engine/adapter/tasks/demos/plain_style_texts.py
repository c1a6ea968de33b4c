"""Style sheets of many themes, whose rules have names in plain words.

Invariant: no two rules of a sheet have the same selector or share a plain name, and no rule has
a property twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.words import split_words

Declarations = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A selector with its declarations, and what people call the things it styles."""

    selector: str
    names: tuple[str, ...]
    declarations: Declarations
    comment: str = ""

    def value(self, name: str) -> str | None:
        """Return what a property is set to, None where it is not set."""
        return dict(self.declarations).get(name)

    def put(self, name: str, value: str) -> Rule:
        """Return the rule with one declaration changed, or added as the last one."""
        return replace(self, declarations=tuple({**dict(self.declarations), name: value}.items()))

    def drop(self, name: str) -> Rule:
        """Return the rule without a property."""
        kept = tuple(one for one in self.declarations if one[0] != name)
        return replace(self, declarations=kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a sheet is written."""

    indent: str = "  "
    gap: str = "\n\n"
    colon: str = ": "
    is_flat: bool = False
    ends_bare: bool = False
    """The last declaration of each rule has no semicolon."""
    around: str = ""
    """An at-rule around the whole sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Rules, how they are written, and the colours that they share."""

    rules: tuple[Rule, ...]
    layout: Layout
    colors: tuple[str, ...] = field(default=())

    def put(self, place: int, rule: Rule) -> Sheet:
        """Return the sheet with another rule in this place."""
        return replace(self, rules=(*self.rules[:place], rule, *self.rules[place + 1 :]))

    def write(self) -> str:
        """Return the sheet as text, without a newline at its end."""
        text = self.layout.gap.join(_write_rule(rule, self.layout) for rule in self.rules)
        if not self.layout.around:
            return text
        lines = [self.layout.indent + line if line else line for line in text.split("\n")]
        return "\n".join([f"{self.layout.around} {{", *lines, "}"])


def _write_rule(rule: Rule, layout: Layout) -> str:
    lines = [f"{name}{layout.colon}{value};" for name, value in rule.declarations]
    if layout.ends_bare:
        lines[-1] = lines[-1].removesuffix(";")
    comment = f"/* {rule.comment} */\n" if rule.comment else ""
    if layout.is_flat:
        return f"{comment}{rule.selector} {{ {' '.join(lines)} }}"
    inner = "\n".join(layout.indent + line for line in lines)
    return f"{comment}{rule.selector} {{\n{inner}\n}}"


_DARK = split_words(
    """red navy teal maroon olive purple crimson indigo tomato orchid sienna chocolate black gray
    steelblue darkred seagreen slategray midnightblue hotpink royalblue firebrick darkorange
    goldenrod brown darkcyan dimgray rebeccapurple orangered #333 #222 #0a5c8f #b3261e #5b3a8c"""
)
_LIGHT = split_words(
    """ivory beige lavender linen khaki white whitesmoke gold coral salmon plum turquoise silver
    pink wheat honeydew mintcream lightyellow aliceblue mistyrose thistle #fafafa #f4f4f0 #eee"""
)
_FONTS = split_words("Georgia Verdana Arial Tahoma Helvetica Garamond Courier Futura Palatino")
VALUES = {
    "font-weight": ("bold", "normal", "bold", "600", "300"),
    "font-size": split_words(
        "12px 13px 14px 15px 16px 18px 20px 22px 24px 1rem 1.25rem 2rem 0.9em"
    ),
    "line-height": split_words("1.2 1.3 1.4 1.5 1.6 1.75 1.8 2"),
    "letter-spacing": split_words("1px 2px 0.5px 0.05em 3px 0.1em"),
    "margin": split_words("4px 6px 8px 10px 12px 16px 20px 24px 32px 1rem 2em"),
    "padding": split_words("4px 6px 8px 10px 12px 16px 20px 24px 32px 1rem 2em"),
    "gap": split_words("4px 6px 8px 10px 12px 16px 20px 24px"),
    "width": split_words("120px 160px 200px 240px 280px 320px 50% 60% 80% 100%"),
    "max-width": split_words("480px 600px 640px 720px 800px 960px 1200px 40rem"),
    "height": split_words("24px 32px 40px 48px 60px 80px 120px"),
    "border-radius": split_words("2px 3px 4px 5px 6px 8px 10px 12px 16px 20px"),
    "box-shadow": ("none", "0 1px 2px gray", "0 2px 4px silver", "0 4px 8px black", "0 0 6px gray"),
    "text-decoration": ("underline", "none"),
    "text-transform": ("uppercase", "none", "capitalize", "lowercase"),
    "text-align": ("center", "left", "right", "justify"),
    "font-style": ("italic", "normal"),
    "opacity": split_words("0.5 0.6 0.7 0.8 0.9 1"),
    "cursor": ("pointer", "default", "help", "wait"),
    "font-family": _FONTS,
}
"""What properties are set to; colours and borders are drawn of the sheet's own colours."""


def draw_value(random: Random, name: str, colors: tuple[str, ...]) -> str:
    """Return a value of a property, its colour one of these: dark ones first, then two light."""
    if name == "color":
        return random.choice(colors[:-2])
    if name in ("background", "background-color"):
        return random.choice((*colors[-2:], *colors[-2:], colors[0]))
    if name.startswith("border") and name != "border-radius":
        line = random.choice(("solid", "solid", "solid", "dashed", "dotted"))
        return f"{random.choice(('1px', '2px', '3px', '4px'))} {line} {random.choice(colors)}"
    return random.choice(VALUES[name])


def draw_colors(random: Random) -> tuple[str, ...]:
    """Return the few colours of a sheet: three dark ones, then two light ones."""
    return (*random.sample(_DARK, 3), *random.sample(_LIGHT, 2))


def other_color(random: Random, old: str) -> str:
    """Return a colour as dark or as light as this one."""
    return random.choice([one for one in (_LIGHT if old in _LIGHT else _DARK) if one != old])


PROPERTIES = {
    "page": "color background font-family font-size line-height margin padding",
    "head": "color font-size font-weight margin text-align letter-spacing text-transform",
    "text": "color font-size line-height margin text-align font-style font-weight",
    "link": "color text-decoration font-weight letter-spacing font-size",
    "box": "background color border border-radius padding margin box-shadow width text-align",
    "bar": "background color padding gap height text-align font-size letter-spacing",
    "button": "background color border border-radius padding font-size font-weight cursor "
    "text-transform",
    "input": "border border-radius padding width font-size background color",
    "cell": "padding text-align border color font-weight background font-size",
    "image": "width border border-radius margin box-shadow opacity",
    "list": "margin padding gap color line-height font-size",
}
"""What rules of a kind usually set."""

_PAGE = ("body", "page", "the page|the whole page|the body")
_FOOT = ("footer", "bar", "the footer|the foot of the page|the bottom bar")
_HEAD = ("header", "bar", "the header|the top bar|the banner at the top")
_NAV = ("nav", "bar", "the menu|the navigation|the nav bar")
_NAV_LINK = ("nav a", "link", "the menu links|the links in the menu|menu links")
_LINK = ("a", "link", "the links|links|all ordinary links")
_HOVER = ("a:hover", "link", "hovered links|links under the mouse")
_TITLE = ("h1", "head", "the main heading|the big heading|the page title")
_SUB = ("h2", "head", "the subheadings|second-level headings|the smaller headings")
_QUOTE = ("blockquote", "text", "the quotes|quotes|quotations")
_BUTTON = ("button", "button", "the buttons|buttons")
_THEMES: tuple[tuple[tuple[str, str, str], ...], ...] = (
    (_PAGE, ("h1, h2, h3", "head", "the headings|headings|all headings"),
     ("p", "text", "the paragraphs|paragraphs"), _LINK, _QUOTE, _BUTTON,
     (".box", "box", "the box|the boxes"), _FOOT),
    (_PAGE, _TITLE, (".post", "box", "the posts|the blog posts"), (".post h2", "head",
     "the post titles|the titles of the posts"), (".date", "text", "the dates|the date line"),
     _LINK, _HOVER, _QUOTE, (".tags", "list", "the tags|the tag list"), _FOOT),
    ((".shop", "page", "the shop page|the shop"), (".card", "box", "the cards|the product cards"),
     (".card img", "image", "the product pictures|the photos on the cards"), (".card h3", "head",
     "the product names|the names of the products"), (".price", "text", "the prices|the price"),
     (".old-price", "text", "the crossed-out prices|the former prices"), (".buy", "button",
     "the buy buttons|the buy button"), (".badge", "box", "the sale badges|the badges")),
    (("form", "box", "the form|the whole form"), ("label", "text", "the labels|labels"),
     ("input", "input", "the one-line fields|the single-line fields"),
     ("textarea", "input", "the big text area|the multi-line field"),
     ("select", "input", "the dropdown|the drop-down boxes"), (".hint", "text", "the hints|hints"),
     (".error", "text", "the error messages|error messages"),
     (".submit", "button", "the submit button|the send button"),
     (".cancel", "button", "the cancel button")),
    (("table", "box", "the table|the table as a whole"), ("caption", "text", "the caption"),
     ("th", "cell", "the column heads|the header cells"), ("td", "cell", "the ordinary cells"),
     ("tr:hover", "cell", "the row under the mouse|hovered rows"),
     (".total", "cell", "the totals|the total row"), (".note", "text", "the note|the remark"),
     (".negative", "cell", "negative numbers|the negative amounts")),
    (_HEAD, (".logo", "image", "the logo"), _NAV, _NAV_LINK, ("nav a:hover", "link",
     "menu links under the mouse|hovered menu links"), (".current", "link",
     "the current entry|the entry of the current page"), (".dropdown", "box",
     "the dropdown|the submenu"), (".search", "input", "the search box|the search field")),
    (_PAGE, _TITLE, _SUB, ("p", "text", "the paragraphs|body paragraphs"), _LINK,
     ("table", "box", "the tables|tables"), ("img", "image", "the pictures|images"),
     (".address", "text", "the address block|the address"), (".legal", "text", "the small print")),
    ((".dashboard", "page", "the dashboard"), (".sidebar", "bar", "the sidebar|the side bar"),
     (".widget", "box", "the widgets|widgets"), (".widget h2", "head", "the widget titles"),
     (".chart", "box", "the chart|the charts"), (".value", "text", "the big numbers|the figures"),
     (".trend-up", "text", "the rising trends|upward trends"),
     (".trend-down", "text", "the falling trends|downward trends"),
     (".alert", "box", "the alerts|the alert box")),
    (("#game", "page", "the game screen|the game"), (".board", "box", "the board|the game board"),
     (".tile", "box", "the tiles|tiles"), (".tile.active", "box", "the active tile"),
     (".score", "text", "the score"), (".lives", "text", "the lives|the lives counter"),
     (".timer", "text", "the timer|the countdown"), ("#start", "button", "the start button"),
     ("#pause", "button", "the pause button"), (".message", "box", "the message box")),
    ((".newsletter", "page", "the newsletter"), (".intro", "text", "the intro|the introduction"),
     (".story", "box", "the stories|the story boxes"), (".story h2", "head", "the story headlines"),
     (".more", "link", "the read-more links|read-more links"), (".offer", "box", "the offer"),
     (".offer strong", "text", "the bold part of the offer"), _FOOT),
    ((".gallery", "bar", "the gallery"), (".photo", "image", "the photos|photos"),
     (".photo:hover", "image", "photos under the mouse|the hovered photo"),
     (".caption", "text", "the captions|the photo captions"), (".album", "box", "the albums"),
     (".album h3", "head", "the album names"), (".close", "button", "the close button"),
     (".next, .prev", "button", "the arrows|the two arrow buttons")),
    (_PAGE, (".recipe", "box", "the recipe|the recipe card"), (".recipe h1", "head",
     "the recipe title"), (".ingredients", "list", "the ingredients|the ingredient list"),
     (".steps", "list", "the steps|the list of steps"), (".tip", "box", "the tip|the tip box"),
     (".time", "text", "the cooking time"), (".print", "button", "the print button")),
    ((".chat", "page", "the chat|the chat window"), (".message.own", "box",
     "my own messages"), (".message.other", "box",
     "the other person's messages"), (".sender", "text", "the sender names|the name of the sender"),
     (".sent-at", "text", "the times|the time stamps"), (".typing", "text", "the typing notice"),
     (".send", "button", "the send button"), (".chat input", "input", "the chat input")),
    ((".profile", "box", "the profile|the profile box"), (".avatar", "image", "the avatar"),
     (".nickname", "head", "the nickname"), (".bio", "text", "the bio|the short biography"),
     (".stats", "bar", "the stats|the row of stats"), (".follow", "button", "the follow button"),
     (".block", "button", "the block button"), (".skills", "list", "the skills|the skill list")),
    ((".plans", "bar", "the row of plans"), (".plan", "box", "the plans|the plan boxes"),
     (".plan.popular", "box", "the popular plan|the highlighted plan"), (".plan h3", "head",
     "the plan names"), (".fee", "text", "the fees|the monthly fee"),
     (".features", "list", "the features|the feature lists"), (".choose", "button",
     "the choose buttons"), (".faq", "text", "the FAQ|the questions below")),
)  # fmt: skip


def draw_sheet(context: Context, *, fewest: int = 1) -> Sheet:
    """Return a sheet of 2 to 8 rules with at least so many declarations each."""
    random, colors = context.random, draw_colors(context.random)
    theme = random.choice(_THEMES)
    count = min(8, len(theme), max(2, context.size // 75 + random.randrange(-1, 2)))
    places = sorted(random.sample(range(len(theme)), count))
    has_comments = context.chance(0.2)
    says_color = context.chance(0.35)
    rules = []
    for place in places:
        selector, kind, names = theme[place]
        pool = PROPERTIES[kind].split()
        chosen = random.sample(pool, random.randrange(fewest, 5))
        if says_color:
            chosen = [one.replace("background", "background-color") for one in chosen]
        called = tuple(names.split("|"))
        comment = called[0].removeprefix("the ").capitalize() if has_comments else ""
        rules.append(Rule(
            selector=selector, names=called, comment=comment if context.chance(0.6) else "",
            declarations=tuple((one, draw_value(random, one, colors)) for one in chosen),
        ))  # fmt: skip
    return Sheet(rules=tuple(rules), layout=_draw_layout(context), colors=colors)


def _draw_layout(context: Context) -> Layout:
    random = context.random
    around = random.choice(("@media print", "@media (max-width: 700px)", "@media screen"))
    return Layout(
        indent=random.choice(("  ", "  ", "    ", "    ", "\t")),
        gap=random.choice(("\n\n", "\n\n", "\n")),
        colon=random.choice((": ", ": ", ": ", ": ", ": ", ":")),
        is_flat=context.chance(0.15),
        ends_bare=context.chance(0.05),
        around=around if context.chance(0.08) else "",
    )
