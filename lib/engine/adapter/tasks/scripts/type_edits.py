"""A member of a type is added or changed, or a value added to an enum or a union.

Invariant: only the told type changes; the others often have members of the same names.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scripts.function_patterns import SHORT
from lib.engine.adapter.tasks.scripts.functions import draw_function
from lib.engine.adapter.tasks.scripts.telling import make_edit, say
from lib.engine.adapter.tasks.scripts.type_parts import (
    CASES,
    MEMBERS,
    Cases,
    Member,
    Shape,
    draw_cases,
    draw_shapes,
    draw_type,
)
from lib.engine.adapter.tasks.scripts.writing import Style
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_ADD_MEMBER = Phrases(
    "add {kind}property {name} of type {type} {place}",
    "add {code} {place}",
    "insert {kind}property {name} ({type}) {spot}",
    "We now need {kind}property {name} ({type}): add it {place}.",
    "put {code} {spot}",
    "add {kind}field {name} with the type {type} {place}",
    "add {kind}{type} property called {name} {place}",
    "I need {kind}field {name} of type {type}, please add it {place}.",
    "append {kind}member {name}: {type} {place}",
    "add the line {code} {place}",
    "{kind}property {name} ({type}) is missing, add it {place}",
    casual=(
        "{code} {spot}, please.",
        "Something is missing: {code} {spot}.",
        "The backend sends {name} ({type}) as well, so I need {kind}property for it {spot}.",
        "How about {kind}field {name}, type {type}, {spot}?",
        "New field: {code}. It goes {spot}.",
        "Why is there no {name} yet? We need {kind}field of type {type} for it {spot}.",
        "Our form knows {name} now. So: {code} {spot}.",
        "I can't store {name} anywhere, so {kind}property of type {type} {spot} please.",
    ),
)
_SET_FLAG = Phrases(
    "make {prop} {flag} in {target}",
    "make the property {prop} of {target} {flag}",
    "in {target}, make {prop} {flag}",
    "{prop} of {target} should be {flag}",
    "in {target}, {prop} should be {flag}",
    "{prop} must be {flag} in {target}",
    "The {prop} property in {target} should be {flag}",
    "We want {prop} to be {flag} in {target}.",
    "in {target} the field {prop} has to be {flag}",
    "change {target} so that {prop} is {flag}",
    "let {prop} be {flag} in {target}",
    casual=(
        "{prop} in {target}: {flag}, please.",
        "Could {prop} in {target} be {flag}?",
        "From now on {prop} is {flag} in {target}.",
        "We ran into this in production: {prop} of {target} should be {flag}.",
        "Who wrote {target}? {prop} should be {flag}.",
        "Tiny thing about {target}: {prop} should be {flag}.",
        "In {target} I want {prop} {flag}.",
        "Everybody treats {prop} as {flag} in {target}, so write it that way.",
    ),
)
_SET_TYPE = Phrases(
    "change the type of {prop} in {target} to {type}",
    "{prop} in {target} should be {type}",
    "in {target}, {prop} should have the type {type} instead of {old}",
    "in {target}, change {prop} from {old} to {type}",
    "let {prop} in {target} have the type {type}",
    "The type of {prop} in {target} is wrong, it should be {type}",
    "use {type} as the type of {prop} in {target}",
    "make {prop} in {target} of type {type}",
    "{prop} of {target} should now be {type}",
    "set the type of {prop} to {type} in {target}",
    "in {target}, type {prop} as {type}",
    casual=(
        "Type {prop} in {target} as {type}, not {old}.",
        "{old} is wrong for {prop} in {target}, it is really {type}.",
        "{prop} in {target}: {old} -> {type}.",
        "The API returns {type} for {prop} these days, so {target} is out of date there.",
        "Why is {prop} still {old} in {target}? That has to be {type}.",
        "No more {old} for {prop} in {target}, {type} please.",
        "We get {type} in {prop} now, the type in {target} should say so.",
        "So {prop} in {target}, that one is {type} now.",
    ),
)
_ADD_CASE = Phrases(
    "add {case} to {target}{place}",
    "extend {target} with {case}{place}",
    "We have a new value {case} now, add it to {target}{place}.",
    "{target} should also have {case}{place}",
    "append {case} to {target}{place}",
    "{case} is missing in {target}, add it{place}",
    "add a new value {case} to {target}{place}",
    "put {case} into {target}{place}",
    "also allow {case} in {target}{place}",
    "let {target} have {case} as well{place}",
    casual=(
        "We support {case} now, so it goes into {target}{place}.",
        "There is no {case} in {target} yet, I need it there{place}.",
        "Can {target} get {case}{place}?",
        "One more value for {target}{place}: {case}.",
        "How come {target} does not know {case}? It should be in there{place}.",
        "The new clients send {case}, so {target} has to list it{place}.",
        "{target}: + {case}{place}.",
    ),
)


def edit_type_member(context: Context) -> Edit | None:
    """Add or change one member of one interface, type, class, enum or union."""
    random, slots, style = context.random, Slots(context.random), Style.draw(context.random)
    cases, (shape, *shapes) = draw_cases(context), draw_shapes(context, slots)
    others = [one.write() for one in shapes]
    if context.chance(0.25):
        other = draw_cases(context)
        told, changed = cases.write(), _add_case(context, style, cases)
        if other.name == cases.name:
            return None
        others.insert(0, other.write())
    else:
        told, changed = shape.write(), _change_member(context, style, shape)
        if changed is not None and context.chance(0.3):
            others.append(cases.write())
    if changed is None:
        return None
    request, after = changed
    if context.chance(0.3):
        others.append(draw_function(slots, SHORT, is_typed=True).write())
    order = random.sample(range(len(others) + 1), len(others) + 1)
    source, answer = (
        style.apply("\n\n".join([text, *others][i] for i in order)) for text in (told, after)
    )
    return make_edit(context, "type member", request, source, answer, is_typed=True)


def _add_case(context: Context, style: Style, cases: Cases) -> tuple[str, str] | None:
    """Return a request and the changed enum or union."""
    random, at, place = context.random, len(cases.values), ""
    known = next(values.split() for name, values in CASES if cases.name.endswith(name))
    left = [value for value in known if value not in cases.values]
    if not left:
        return None
    new = random.choice(left)
    if context.chance(0.35):
        at = random.randrange(1, at + 1)
        near = style.apply(cases.code(cases.values[at - 1]).partition(" ")[0])
        near = context.coded(near) if cases.is_enum else near
        place = random.choice((", right after ", ", directly after ", ", after ")) + near
    elif context.chance(0.3):
        place = random.choice((", at the end", " as the last one", ", in the last place"))
    after = replace(cases, values=(*cases.values[:at], new, *cases.values[at:]))
    target = _name_type(context, "enum" if cases.is_enum else "type", cases.name)
    code = style.apply(cases.code(new))
    case = context.coded(code) if cases.is_enum else random.choice((f"`{code}`", code))
    return say(context, _ADD_CASE, case=case, target=target, place=place), after.write()


def _change_member(context: Context, style: Style, shape: Shape) -> tuple[str, str] | None:
    """Return a request and the changed shape."""
    random, members = context.random, shape.members
    target = _name_type(context, shape.keyword, shape.name)
    op = random.choice(("add", "add", "add", "optional", "required", "readonly", "writable",
                        "type", "type"))  # fmt: skip
    if op == "add":
        return _add_member(context, style, shape, target)
    index = random.randrange(len(members))
    old = members[index]
    if op == "type":
        new = replace(old, type=draw_type(random, old.type))
        request = say(
            context,
            _SET_TYPE,
            prop=context.coded(old.name),
            target=target,
            old=context.coded(old.type),
            type=context.coded(style.apply(new.type)),
        )
    else:
        is_flag = op in ("optional", "required")
        wanted = op in ("optional", "readonly")
        new = replace(old, is_optional=wanted) if is_flag else replace(old, is_readonly=wanted)
        flag = random.choice({
            "optional": ("optional",), "required": ("required", "mandatory", "no longer optional"),
            "readonly": ("readonly", "read-only"), "writable": ("writable", "no longer readonly"),
        }[op])  # fmt: skip
        request = say(context, _SET_FLAG, prop=context.coded(old.name), target=target, flag=flag)
    if new == old:
        return None
    after = replace(shape, members=(*members[:index], new, *members[index + 1 :]))
    return request, after.write()


def _add_member(
    context: Context, style: Style, shape: Shape, target: str
) -> tuple[str, str] | None:
    """Return a request and the shape with another member."""
    random = context.random
    name, kind = random.choice(MEMBERS)
    if name in [member.name for member in shape.members]:
        return None
    new = Member(name, kind, is_optional=context.chance(0.65))
    at = len(shape.members)
    if context.chance(0.5):
        place = random.choice((f"to {target}", f"at the end of {target}",
                               f"to {target}, as the last one"))  # fmt: skip
    else:
        at = random.randrange(1, at + 1)
        neighbour = shape.members[at - 1].name
        near = context.coded(neighbour)
        place = random.choice((f"to {target}, right after {near}", f"after {near} in {target}",
                               f"below {near} in {target}"))  # fmt: skip
        if context.chance(0.2):
            at -= 1
            place = f"before {context.coded(neighbour)} in {target}"
    code = style.apply(new.write() + (";" if shape.end == ";" else ""))
    request = say(
        context,
        _ADD_MEMBER,
        kind="an optional " if new.is_optional else "a ",
        name=context.coded(name),
        type=context.coded(kind, bare=0.4),
        code=f"`{code}`",
        place=place,
        spot=re.sub("^to ", "in ", place),
    )
    request = re.sub(r"^an? (?=.*is missing)", lambda match: match[0].capitalize(), request)
    after = replace(shape, members=(*shape.members[:at], new, *shape.members[at:]))
    return request, after.write()


def _name_type(context: Context, keyword: str, name: str) -> str:
    coded = context.coded(name)
    return context.random.choice((coded, f"the {keyword} {coded}", f"the {coded} {keyword}"))
