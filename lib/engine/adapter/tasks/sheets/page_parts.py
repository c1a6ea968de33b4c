"""Draws the parts of a page: a navigation, a list, a form, cards.

Invariant: no id stands twice on a page, so that an input can be told by its id.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.sheets.nodes import Node, make_group, make_node, make_row
from lib.engine.adapter.tasks.sheets.page_words import (
    BUTTONS,
    FIELDS,
    HEADINGS,
    LINKS,
    SENTENCES,
    THINGS,
)


def _nav(context: Context) -> Node:
    links = [link.split("|") for link in _some(context, LINKS, 2, 5)]
    name = context.random.choice(("", "", "nav-link", "link", "menu-item"))
    shared = {"class_": name} if name else {}
    nodes = [make_node("a", text, href=href, **shared) for text, href in links]
    tag = context.random.choice(("nav", "nav", "footer", "header"))
    if context.chance(0.4):
        return make_group(tag, [make_group("ul", [make_row("li", [node]) for node in nodes])])
    return make_group(tag, nodes)


def _bullets(context: Context) -> Node:
    items = [make_node("li", thing) for thing in _some(context, THINGS, 2, 6)]
    if context.chance(0.3):
        items[context.random.randrange(len(items))].attributes["class"] = "active"
    return make_group(context.random.choice(("ul", "ul", "ol")), items)


def _table(context: Context) -> Node:
    random = context.random
    third = random.choice(("", "Stock", "Size"))
    rows = []
    for thing in _some(context, THINGS, 2, 5):
        cells = [make_node("td", thing), make_node("td", f"{random.choice((4, 9, 12, 19, 24))}.90")]
        cells += [make_node("td", str(random.choice((2, 5, 9, 12, 40))))] if third else []
        rows.append(make_row("tr", cells))
    names = ["Item", "Price", *([third] if third else [])]
    head = make_row("tr", [make_node("th", name) for name in names])
    if context.chance(0.4):
        return make_group("table", [make_group("thead", [head]), make_group("tbody", rows)])
    return make_group("table", [head, *rows])


def _select(context: Context) -> Node:
    name = context.random.choice(("product", "topic", "gift", "article"))
    options = [
        make_node("option", thing, value=thing.split()[0].lower())
        for thing in _some(context, THINGS, 3, 6)
    ]
    return make_group("select", options, id=name, name=name)


def _form(context: Context) -> Node:
    nodes: list[Node] = []
    with_labels = context.chance(0.5)
    for field in _some(context, FIELDS, 1, 4):
        name, kind, hint = field.split("|")
        if with_labels:
            nodes.append(make_node("label", name.capitalize(), for_=name))
        values = {"id": name, "type": kind, "name": name}
        if hint and context.chance(0.7):
            values["placeholder"] = hint
        nodes.append(make_node("input", **values))
    buttons = context.random.sample(BUTTONS, context.random.choice((1, 2)))
    kinds = ("submit", "button")
    nodes += [
        make_node("button", text, type=kind) for text, kind in zip(buttons, kinds, strict=False)
    ]
    action = context.random.choice(("/subscribe", "/login", "/orders", "/search", "/contact"))
    return make_group("form", nodes, action=action, method="post")


def _cards(context: Context) -> Node:
    random = context.random
    level = random.choice(("h2", "h3", "h4"))
    cards = []
    for thing in _some(context, THINGS, 1, 3):
        file = thing.lower().replace(" ", "-")
        image = make_node("img", src=f"/img/{file}.jpg", alt=thing)
        nodes = [image, make_node(level, thing), make_node("p", random.choice(SENTENCES))]
        if context.chance(0.6):
            nodes.append(make_node("a", "Details", href=f"/{file}", class_="btn"))
        nodes.append(make_node("span", f"{random.choice((9, 15, 29))} EUR", class_="price"))
        cards.append(
            make_group("div", random.choice((nodes, nodes[1:], nodes[:-1])), class_="card")
        )
    return make_group("section", cards, class_=random.choice(("cards", "products", "grid")))


def _article(context: Context) -> Node:
    random = context.random
    nodes = []
    for heading in _some(context, HEADINGS, 1, 3):
        nodes.append(make_node(random.choice(("h2", "h2", "h3")), heading))
        nodes += [
            make_node("p", text) for text in random.sample(SENTENCES, random.choice((1, 1, 2)))
        ]
    if context.chance(0.4):
        nodes.insert(0, make_node("h1", random.choice([h for h in HEADINGS if h != nodes[0].text])))
    return make_group(random.choice(("article", "main", "section", "div")), nodes)


def _buttons(context: Context) -> Node:
    nodes = [
        make_node(
            "button", text, class_=context.random.choice(("btn", "btn btn-primary", "btn small"))
        )
        for text in _some(context, BUTTONS, 2, 4)
    ]
    return make_group("div", nodes, class_=context.random.choice(("actions", "toolbar", "buttons")))


def _gallery(context: Context) -> Node:
    nodes = [
        make_node("img", src=f"images/{thing.lower().replace(' ', '_')}.png", alt=thing)
        for thing in _some(context, THINGS, 2, 4)
    ]
    return make_group("div", nodes, class_=context.random.choice(("gallery", "photos", "slider")))


def _terms(context: Context) -> Node:
    nodes = []
    for heading in _some(context, HEADINGS, 2, 3):
        nodes += [make_node("dt", heading), make_node("dd", context.random.choice(SENTENCES))]
    return make_group("dl", nodes)


def _some(context: Context, words: tuple[str, ...], least: int, most: int) -> list[str]:
    count = context.random.randrange(least, (most if context.size > 200 else least + 1) + 1)
    return context.random.sample(words, count)


_PARTS = (_nav, _nav, _bullets, _bullets, _table, _select, _form, _form, _cards, _article,
          _buttons, _gallery, _terms)  # fmt: skip


def draw_parts(context: Context) -> list[Node] | None:
    """Draw one to three parts; None where two of them are forms, with the same ids."""
    random = context.random
    count = 1 if context.size < 250 else random.choice((1, 2, 2, 3))
    parts = random.sample(_PARTS, count)
    if parts.count(_form) > 1:
        return None
    return [part(context) for part in parts]
