"""One told style of a style sheet changes, comes, goes or is taken from a variable.

Invariant: the request tells one rule and one property (or says that all are meant), and no other
declaration changes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from lib.engine.adapter.tasks.demos import plain_style_wordings as said
from lib.engine.adapter.tasks.demos.plain_style_texts import (
    VALUES,
    Rule,
    Sheet,
    draw_sheet,
    draw_value,
    other_color,
)
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.words import split_words

_BARE = frozenset(split_words("bold normal center underline uppercase italic left right pointer"))


def change_told_style(context: Context) -> Edit | None:
    """Set one property of one rule to another value; like ones in other rules stay."""
    random, sheet = context.random, draw_sheet(context)
    place = random.randrange(len(sheet.rules))
    name = random.choice([one for one, _ in sheet.rules[place].declarations])
    sheet, twin = _add_twin(random, sheet, place, name)
    rule = sheet.rules[place]
    aspect, old, new = _draw_change(random, name, rule.value(name) or "")
    if twin is None or old == new:
        return None
    changed = rule.put(name, _exchange(rule.value(name) or "", old, new))
    kept = twin.value(name) or ""
    if aspect in ("border width", "border colour"):
        kept = _split_border(kept)[aspect == "border colour"]
    target, other = _target(context, rule), _target(context, twin)
    values = _describe(context, name, aspect, target, new)
    phrases = said.CHANGE
    all_values = " ".join(value for _, value in rule.declarations).split()
    if all_values.count(old) == 1 and old not in ("none", "normal") and context.chance(0.2):
        phrases = said.EXCHANGE
    request = tell(
        context, phrases, reasons=said.REASONS + said.CHANGE_REASONS, stays=said.CHANGE_STAYS,
        old=_shown(context, old), new=_shown(context, new), kept=_shown(context, kept),
        twin=other, Twin=_upper(other), **values,
    )  # fmt: skip
    pair = sheet.write(), sheet.put(place, changed).write()
    return make_edit(context, "change told style", request, "css", pair)


def _add_twin(random: Random, sheet: Sheet, place: int, name: str) -> tuple[Sheet, Rule | None]:
    """Return the sheet with the same property in another rule, half of the time of one value."""
    value = sheet.rules[place].value(name) or ""
    others = [i for i in range(len(sheet.rules)) if i != place]
    random.shuffle(others)
    for count, i in enumerate(others):
        rule = sheet.rules[i]
        if count < 2 or rule.value(name) is not None:
            kept = value if random.random() < 0.5 else draw_value(random, name, sheet.colors)
            clash = name.startswith("background") and any(
                one.startswith("background") and one != name for one, _ in rule.declarations
            )
            if not clash and len(rule.declarations) < 6:
                sheet = sheet.put(i, rule.put(name, kept))
    twins = [sheet.rules[i] for i in others if sheet.rules[i].value(name) is not None]
    return sheet, twins[0] if twins else None


def _draw_change(random: Random, name: str, value: str) -> tuple[str, str, str]:
    """Return what is changed of a property, and its old and new value."""
    if name == "border":
        width, color = _split_border(value)
        if random.random() < 0.5:
            widths = [one for one in ("1px", "2px", "3px", "4px", "5px", "6px") if one != width]
            return "border width", width, random.choice(widths)
        return "border colour", color, other_color(random, color)
    if name in ("color", "background", "background-color"):
        return name, value, other_color(random, value)
    new = random.choice([one for one in VALUES[name] if one != value])
    return name, value, new


def _split_border(value: str) -> tuple[str, str]:
    width, _, color = value.split()
    return width, color


def _exchange(value: str, old: str, new: str) -> str:
    if value == old:
        return new
    return " ".join(new if part == old else part for part in value.split(" "))


def _target(context: Context, rule: Rule) -> str:
    """Return what the rule is called: in plain words, or by its selector."""
    random = context.random
    if context.chance(0.62):
        return random.choice(rule.names)
    mark = random.choice(("`", "`", '"', "'"))
    named = f"{mark}{rule.selector}{mark}"
    patterns = (
        "{0}",
        "{0}",
        "{0}",
        "{0}",
        "the {0} rule",
        "the rule for {0}",
        "the {1} rule",
        "rule {0}",
    )
    return random.choice(patterns).format(named, rule.selector)


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def _describe(
    context: Context, name: str, aspect: str, target: str, new: str = ""
) -> dict[str, str]:
    """Return the slots that tell a rule and one of its properties."""
    random = context.random
    short, longer, makes = said.ASPECTS[aspect]
    prop = random.choice(short) if context.chance(0.7) else f"`{name}`"
    what = f"the {prop} {random.choice(('of', 'in', 'of', 'for'))} {target}"
    if context.chance(0.5) and longer:
        what = random.choice(longer).format(t=target)
    if aspect.startswith("border ") and prop.startswith("`"):
        prop = short[0]
        what = f"the {prop} of {target}"
    made = f"{what} {_shown(context, new)}" if new else what
    patterns = said.MADE_VALUES.get((name, new)) or (makes if new != "none" else ())
    if patterns and new:
        made = random.choice(patterns).format(t=target, v=_shown(context, new))
    return {
        "target": target, "Target": _upper(target), "prop": prop, "Prop": _upper(prop),
        "what": what, "What": _upper(what), "made": made,
    }  # fmt: skip


def _shown(context: Context, value: str) -> str:
    """Return a value as people write it: words that read oddly in a sentence are quoted."""
    is_plain = re.fullmatch(r"#?\w+(\.\w+)?%?", value) and (
        value not in ("none", "help", "wait", "default") or value in _BARE
    )
    if is_plain and context.chance(0.8):
        return value
    return random_mark(context).format(value)


def random_mark(context: Context) -> str:
    """Return a pattern that quotes a value."""
    return context.random.choice(("`{}`", "`{}`", '"{}"', "'{}'"))


def add_told_style(context: Context) -> Edit | None:
    """Add one declaration as the last one of a rule; the request says what, where and that."""
    random, sheet = context.random, _ended(draw_sheet(context))
    place = random.randrange(len(sheet.rules))
    rule = sheet.rules[place]
    name, value, things, deeds = random.choice(said.ADDITIONS)
    if name.startswith("background") and rule.value("background") is not None:
        return None
    if rule.value(name) is not None or (name == "list-style" and "list" not in rule.names[0]):
        return None
    value = value or random.choice(VALUES[name])
    # What is added is often there already, in another rule.
    if len(sheet.rules) > 1 and context.chance(0.6):
        i = random.choice([i for i in range(len(sheet.rules)) if i != place])
        if len(sheet.rules[i].declarations) < 6 and sheet.rules[i].value(name) is None:
            sheet = sheet.put(i, sheet.rules[i].put(name, value))
    target = _target(context, rule)
    twin = _target(context, random.choice([one for one in sheet.rules if one is not rule]))
    code = f"`{name}: {value}`"
    is_coded = context.chance(0.25)
    thing = code if is_coded else random.choice(things).format(v=value)
    deed = random.choice(said.CODED_DEEDS if is_coded else deeds)
    last = random.choice(said.LAST)
    request = tell(
        context, said.ADD, reasons=said.REASONS + said.ADD_REASONS, stays=said.ADD_STAYS,
        target=target, Target=_upper(target), thing=thing, Thing=_upper(thing), last=last,
        do=deed.format(t=target, v=value, c=code), twin=twin, Twin=_upper(twin),
    )  # fmt: skip
    if last not in request:
        is_open = not request.endswith((".", "!", "?"))
        request += f", {last}" if is_open else " " + random.choice(said.LAST_SENTENCES)
    pair = sheet.write(), sheet.put(place, rule.put(name, value)).write()
    return make_edit(context, "add told style", request, "css", pair)


def _ended(sheet: Sheet) -> Sheet:
    """Return the sheet with all semicolons: without them a second line would change as well."""
    return replace(sheet, layout=replace(sheet.layout, ends_bare=False))


_PREFIXED = (
    ("user-select", "none", "-webkit-"), ("appearance", "none", "-webkit-"),
    ("appearance", "none", "-moz-"), ("box-sizing", "border-box", "-moz-"),
    ("transition", "opacity 0.2s", "-webkit-"), ("transform", "scale(1.05)", "-ms-"),
    ("hyphens", "auto", "-webkit-"), ("backdrop-filter", "blur(4px)", "-webkit-"),
    ("box-shadow", "0 1px 3px gray", "-webkit-"), ("border-radius", "8px", "-moz-"),
    ("tab-size", "4", "-o-"), ("flex-wrap", "wrap", "-ms-"), ("user-select", "none", "-moz-"),
)  # fmt: skip


def remove_told_style(context: Context) -> Edit | None:
    """Delete a declaration of one rule, or of all rules, or the twin with a vendor prefix."""
    kind = context.random.random()
    if kind < 0.2:
        return _remove_prefixed(context)
    sheet = _ended(draw_sheet(context, fewest=2))
    return _remove_everywhere(context, sheet) if kind < 0.38 else _remove_one(context, sheet)


def _remove_one(context: Context, sheet: Sheet) -> Edit | None:
    random = context.random
    place = random.randrange(len(sheet.rules))
    name, value = random.choice(sheet.rules[place].declarations)
    sheet, twin = _add_twin(random, sheet, place, name)
    rule = sheet.rules[place]
    if twin is None or value in ("none", "normal"):
        return None
    target, other = _target(context, rule), _target(context, twin)
    slots = _describe(context, name, name, target)
    prop = slots["prop"]
    # "Remove the margin" could also mean a margin of 0: the line, the setting is what goes.
    lines = [f"the {prop} {noun} of {target}" for noun in ("line", "setting", "declaration")]
    lines += [f"the line that sets the {prop} of {target}", f"the `{name}` in {target}",
              f"the declaration `{name}: {value}` in {target}"]  # fmt: skip
    if name in ("box-shadow", "border", "background"):
        lines += [f"the {name.removeprefix('box-')} of {target}"] * 3
    slots["what"] = random.choice(lines)
    slots["What"] = _upper(slots["what"])
    del slots["made"]
    request = tell(
        context, said.REMOVE, reasons=said.REASONS + said.REMOVE_REASONS,
        stays=said.REMOVE_STAYS, twin=other, Twin=_upper(other), **slots,
    )  # fmt: skip
    pair = sheet.write(), sheet.put(place, rule.drop(name)).write()
    return make_edit(context, "remove told style", request, "css", pair)


def _remove_everywhere(context: Context, sheet: Sheet) -> Edit | None:
    random = context.random
    name = random.choice([one for rule in sheet.rules for one, _ in rule.declarations])
    holders = [rule for rule in sheet.rules if rule.value(name) is not None]
    if len(holders) < 2 or any(len(rule.declarations) < 2 for rule in holders):
        return None
    left = sheet
    for i, rule in enumerate(sheet.rules):
        left = left.put(i, rule.drop(name))
    prop = random.choice((f"`{name}`", f"`{name}`", name, random.choice(said.ASPECTS[name][0])))
    request = tell(
        context, said.REMOVE_ALL, reasons=said.REASONS, stays=said.ALL_STAYS,
        prop=prop, Prop=_upper(prop),
    )  # fmt: skip
    return make_edit(context, "remove told style", request, "css", (sheet.write(), left.write()))


def _remove_prefixed(context: Context) -> Edit | None:
    random, sheet = context.random, _ended(draw_sheet(context))
    name, value, prefix = random.choice(_PREFIXED)
    place = random.randrange(len(sheet.rules))
    if any(rule.value(name) is not None for rule in sheet.rules) and context.chance(0.9):
        return None
    rule = sheet.rules[place].drop(name)
    twins = [(prefix + name, value), (name, value)]
    at = random.randrange(len(rule.declarations) + 1)
    declarations = (*rule.declarations[:at], *twins, *rule.declarations[at:])
    rule = replace(rule, declarations=declarations)
    sheet = sheet.put(place, rule)
    target, full = _target(context, rule), random.choice((f"`{prefix}{name}`", prefix + name))
    request = tell(
        context, said.UNPREFIX, reasons=said.REASONS, stays=said.UNPREFIX_STAYS,
        target=target, full=full, name=f"`{name}`", prefix=f"`{prefix}`",
    )  # fmt: skip
    pair = sheet.write(), sheet.put(place, rule.drop(prefix + name)).write()
    return make_edit(context, "remove told style", request, "css", pair)


_SIZED = frozenset(split_words("margin padding gap font-size border-radius height width"))
_COLOR_NAMES = ("accent", "brand", "ink", "primary", "main-color", "tone", "theme", "highlight")
_SIZE_NAMES = ("space", "gap", "step", "unit", "size-m", "gutter", "base-size", "rhythm")


def use_variable(context: Context) -> Edit | None:
    """Write `var(--name)` for a value that is hard-coded: in all rules, or in the told one."""
    random, sheet = context.random, draw_sheet(context)
    is_color = context.chance(0.65)
    found = [
        (place, name, part) for place, rule in enumerate(sheet.rules)
        for name, value in rule.declarations for part in value.split(" ")
        if (part in sheet.colors if is_color else name in _SIZED and part[0].isdigit())
    ]  # fmt: skip
    if not found:
        return None
    place, shared, value = random.choice(found)
    sheet, _ = _add_twin(random, sheet, place, shared)
    rooted, name = _add_root(context, sheet, value, is_color=is_color)
    holders = [
        i for i, rule in enumerate(rooted.rules) if i and any(
            value in one.split(" ") for _, one in rule.declarations
        )
    ]  # fmt: skip
    is_one = context.chance(0.3)
    if len(holders) < 2 and (is_one or context.chance(0.85)):
        return None
    changed, after = [random.choice(holders)] if is_one else holders, rooted
    for i in changed:
        rule = rooted.rules[i]
        declarations = tuple(
            (key, _exchange(one, value, f"var({name})")) for key, one in rule.declarations
        )
        after = after.put(i, replace(rule, declarations=declarations))
    target = _target(context, rooted.rules[changed[0]])
    request = tell(
        context, said.USE_IN if is_one else said.USE, reasons=said.REASONS + said.USE_REASONS,
        stays=said.USE_IN_STAYS if is_one else said.USE_STAYS,
        value=_shown(context, value), name=f"`{name}`" if context.chance(0.6) else name,
        call=f"`var({name})`" if context.chance(0.6) else f"var({name})", target=target,
    )  # fmt: skip
    return make_edit(context, "use variable", request, "css", (rooted.write(), after.write()))


def _add_root(context: Context, sheet: Sheet, value: str, *, is_color: bool) -> tuple[Sheet, str]:
    """Return the sheet with a first rule of variables, and the name of the one of this value."""
    random = context.random
    colors, sizes = random.sample(_COLOR_NAMES, 2), random.sample(_SIZE_NAMES, 2)
    name = f"--{(colors if is_color else sizes)[0]}"
    more = [(f"--{colors[1]}", draw_value(random, "color", sheet.colors)),
            (f"--{sizes[1]}", draw_value(random, "padding", sheet.colors)),
            ("--font", draw_value(random, "font-family", sheet.colors))]  # fmt: skip
    chosen = [(name, value), *(one for one in more if one[1] != value and context.chance(0.6))]
    random.shuffle(chosen)
    root = Rule(selector=":root", names=("the root",), declarations=tuple(chosen))
    return replace(sheet, rules=(root, *sheet.rules)), name


MAKERS = ((change_told_style, 3.0), (add_told_style, 1.3), (remove_told_style, 1.3),
          (use_variable, 0.4))  # fmt: skip
"""Makers with their weights; the first has half of everything."""
