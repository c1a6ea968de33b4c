"""An element of a page is changed, or another put beside it.

Invariant: a change changes the tree as its request says, or returns None; then the tree is spent.
"""

from __future__ import annotations

from dataclasses import replace

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.sheets.nodes import Node, make_node, make_row, words_of
from lib.engine.adapter.tasks.sheets.page_words import BUTTONS, HEADINGS, LINKS, SENTENCES, THINGS
from lib.engine.adapter.tasks.sheets.pages import Page

LEVELS = ("h1", "h2", "h3", "h4")
_POOLS = {
    "a": tuple(link.split("|")[0] for link in LINKS), "li": THINGS, "option": THINGS,
    "td": THINGS, "button": BUTTONS, "p": SENTENCES, "dd": SENTENCES, "dt": HEADINGS,
    **dict.fromkeys(LEVELS, HEADINGS),
    "label": ("E-mail address", "Full name", "Your phone", "Home town", "Secret word", "Amount"),
    "span": ("12 EUR", "from 20 EUR", "39 EUR", "sold out", "free"),
}  # fmt: skip
_ATTRIBUTES = {
    "href": tuple(link.split("|")[1] for link in LINKS),
    "class": ("btn btn-large", "highlight", "link-primary", "is-active", "box shadow", "featured"),
    "alt": tuple(f"{thing} on a table" for thing in THINGS),
    "src": ("/img/new.jpg", "/img/placeholder.png", "images/hero.webp", "/img/summer.jpg"),
    "type": ("text", "email", "number", "tel", "password", "date", "search"),
    "placeholder": ("Type here", "Enter a value", "Required", "e.g. Anna Berg", "Optional"),
    "value": ("other", "none", "default", "first", "top"),
    "name": ("user_name", "contact_field", "input_1", "answer"),
}  # fmt: skip
_MORE_ATTRIBUTES = {
    "a": ("target=_blank", "title=Read more", "id=top-link", "rel=nofollow", "class=active"),
    "img": ("width=320", "loading=lazy", "height=200", "class=rounded", "title=Photo"),
    "input": ("required=", "disabled=", "class=wide", "title=Fill this in"),
    "button": ("disabled=", "id=main-button", "title=Click me", "name=action"),
    "li": ("class=done", "id=current", "title=New", "class=selected"),
    "option": ("disabled=", "class=extra", "id=chosen"),
    "p": ("class=intro", "id=hint", "lang=en", "class=small"),
    "h2": ("id=start", "class=title", "lang=en"), "h3": ("id=more", "class=subtitle"),
    "td": ("class=number", "class=wide"),
}  # fmt: skip


def change_words(context: Context, told: Node, kind: str) -> dict[str, str] | None:
    """Change the text or the level of the element itself; return what the request names."""
    if kind == "level":
        if told.tag not in LEVELS:
            return None
        old, told.tag = told.tag, context.random.choice(("h2", "h3", "h4", "h5"))
        return {"old": old, "new": told.tag} if told.tag != old else None
    if not told.text or told.tag not in _POOLS:
        return None
    old, told.text = told.text, context.random.choice(_POOLS[told.tag])
    if told.tag == "td" and old[0].isdigit():
        told.text = f"{context.random.choice((3, 8, 14, 21, 35))}.50" if "." in old else "7"
    return {"old": context.quoted(old, bare=0), "new": context.quoted(told.text, bare=0)}


def change_attribute(context: Context, page: Page, told: Node, kind: str) -> dict[str, str] | None:
    """Change, add or remove an attribute of the element; return what the request names."""
    if kind == "add attribute":
        name, value = context.random.choice(_MORE_ATTRIBUTES.get(told.tag, ("=",))).split("=")
        if not name or name in told.attributes:
            return None
        told.attributes[name] = value
        return {"new": context.coded(page.attribute(name, value))}
    known = [name for name in told.attributes if name in _ATTRIBUTES]
    if not known:
        return None
    name = context.random.choice(known)
    shown = page.attribute(name, "")
    if kind == "drop attribute":
        if name not in ("class", "placeholder", "alt", "name"):
            return None
        del told.attributes[name]
        return {"name": shown}
    if told.tag == "button" and name == "type":
        return None
    old, new = told.attributes[name], context.random.choice(_ATTRIBUTES[name])
    told.attributes[name] = new
    return {"name": shown, "old": context.quoted(old, bare=0), "new": context.quoted(new, bare=0)}


def change_siblings(
    context: Context, page: Page, siblings: list[Node], told: Node, kind: str
) -> dict[str, str] | None:
    """Add an element like the told one beside it, or remove it; return what the request names."""
    alike = [node for node in siblings if node.tag == told.tag]
    if len(alike) < 2 or told.tag not in ("a", "li", "option", "tr", "img", "button"):
        return None
    at = next(i for i, node in enumerate(siblings) if node is told)
    if kind == "drop":
        siblings.pop(at)
        return {}
    new = _draw_like(context, told)
    if any(words_of(node) == words_of(new) for node in siblings):
        return None
    siblings.insert(at + (kind == "after"), new)
    said = context.coded(page.node(new))
    if new.tag == "li" and not new.attributes and not new.children and context.chance(0.6):
        said = f"a list item {context.quoted(new.text, bare=0)}"
    if new.tag == "a" and list(new.attributes) == ["href"] and context.chance(0.6):
        said = f"a link {context.quoted(new.text, bare=0)} to {new.attributes['href']}"
    return {"new": said}


def _draw_like(context: Context, told: Node) -> Node:
    """Draw an element like the told one."""
    random = context.random
    if told.tag == "tr":
        cells = [make_node("td", random.choice(THINGS))]
        cells.append(make_node("td", f"{random.randrange(3, 60)}.50"))
        cells += [make_node("td", str(random.randrange(1, 30)))] * (len(told.children) - 2)
        return make_row("tr", cells)
    if told.tag == "a" or told.children:
        text, address = random.choice(LINKS).split("|")
        link = told if told.tag == "a" else told.children[0]
        link = replace(link, text=text, attributes=link.attributes | {"href": address})
        return link if told.tag == "a" else make_row("li", [link])
    text = random.choice(_POOLS.get(told.tag, THINGS))
    if told.tag == "img":
        return replace(told, attributes=told.attributes | {"src": "images/new.png", "alt": text})
    if told.tag == "option":
        value = text.split()[0].lower()
        return replace(told, text=text, attributes=told.attributes | {"value": value})
    return replace(told, text=text, attributes={} if told.tag == "li" else told.attributes)
