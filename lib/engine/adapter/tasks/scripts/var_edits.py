"""Variables get another keyword: var, let or const.

Invariant: a variable that is assigned again never becomes const.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scripts.declarations import Block, draw_blocks
from lib.engine.adapter.tasks.scripts.telling import joined, make_edit, say
from lib.engine.adapter.tasks.scripts.writing import Style
from lib.engine.adapter.tasks.texts import Edit

_ALL_CONST = Phrases(
    "change every var{where} to const{lets}",
    "replace var by const everywhere{where}{lets}",
    "use const instead of var{where}{lets}",
    "turn all the vars{where} into const{lets}",
    "replace each `var`{where} with `const`{lets}",
    "get rid of var{where}: use const{lets}",
    "We do not use var any more, make everything{where} const{lets}.",
    "modernize the declarations{where}, const instead of var{lets}",
    "All variables{where} should be const instead of var{lets}",
    "No more var{where}, please use const{lets}.",
    casual=(
        "Why do we still have var{where}? It should all be const{lets}.",
        "So much var{where}! I want const everywhere{lets}.",
        "const, not var{where}{lets}.",
        "The linter complains about var{where}, it wants const{lets}.",
        "I don't want to see var{where} any longer: const{lets}.",
        "I would like everything with var{where} to be const{lets}.",
        "Every var{where} should have been const{lets}.",
    ),
)
_ALL_LET = Phrases(
    "replace every var{where} by let",
    "change all `var`{where} to `let`",
    "use let instead of var everywhere{where}",
    "All the vars{where} should be let.",
    "turn each var{where} into let",
    "We do not use var any more, use let{where}.",
    "switch from var to let{where}",
    casual=(
        "I want let{where}, not var.",
        "Why is there still var{where}? let is what we use.",
        "Our linter bans var{where}, so make that let.",
        "Every var{where} should have been a let.",
        "var{where} is old hat, let for all of them please.",
        "No var{where}, only let.",
    ),
)
_TOLD_KEYWORD = Phrases(
    "declare {names}{where} with {new} instead of {old}",
    "change {names}{where} from {old} to {new}",
    "use {new} for {names}{where}",
    "We want {names}{where} to be {new} instead of {old}.",
    "make {names}{where} {new}",
    "in the declaration of {names}{where}, replace {old} by {new}",
    "replace the {old} of {names}{where} by {new}",
    "have {new} instead of {old} for {names}{where}",
    "turn the {old} of {names}{where} into {new}",
    "switch {names}{where} from {old} to {new}",
    "We want {new} for {names}{where}, the other declarations stay.",
    casual=(
        "{names}{where}: {new}, not {old}.",
        "I see {old} for {names}{where}, that should be {new}.",
        "{new} is what I want for {names}{where}, the {old} was a mistake.",
        "ESLint wants {new} for {names}{where}.",
        "{old} -> {new} for {names}{where}.",
        "Can {names}{where} be declared with {new}?",
        "Wrong keyword for {names}{where}: not {old} but {new}.",
    ),
)
_Change = tuple[str, list[list[str]], list[list[str]]]
"""A request, and the keywords of each block before and after it."""


def edit_var(context: Context) -> Edit | None:
    """Change var, let and const of all or of told variables."""
    blocks, style = draw_blocks(context), Style.draw(context.random)
    op = context.random.choice(("const", "const", "const", "let", "one", "one", "told", "fix"))
    found = (_change_all if op in ("const", "let") else _change_told)(context, blocks, op)
    if found is None:
        return None
    request, before, after = found
    source, answer = (
        style.apply("\n\n".join(one.write(words) for one, words in zip(blocks, state, strict=True)))
        for state in (before, after)
    )
    is_typed = context.chance(0.3)
    return make_edit(context, "change var", request, source, answer, is_typed=is_typed)


def _change_all(context: Context, blocks: list[Block], op: str) -> _Change | None:
    """Change every var, of the whole text or of one function."""
    block = context.random.choice(blocks)
    is_scoped = bool(block.function) and len(blocks) > 1 and context.chance(0.5)
    affected = [block] if is_scoped else blocks
    lets = _reassigned_names(affected)
    if lets is None or (op == "const" and len(lets) > 4):
        return None
    if sum(len(one.names) for one in affected) < 2:
        return None
    where = f" in {_name_around(context, block)}" if is_scoped else ""
    before = [["var"] * len(one.names) for one in blocks]
    after = [
        (one.keywords if op == "const" else ["let"] * len(words)) if one in affected else words
        for one, words in zip(blocks, before, strict=True)
    ]
    phrases = _ALL_LET if op == "let" else _ALL_CONST
    return say(context, phrases, where=where, lets=_say_lets(context, lets)), before, after


def _change_told(context: Context, blocks: list[Block], op: str) -> _Change | None:
    """Change the keyword of one variable, or of some that are const from now on."""
    random = context.random
    scope = random.randrange(len(blocks))
    block = blocks[scope]
    fitting = [
        i for i, again in enumerate(block.reassigned) if op == "one" or again == (op == "fix")
    ]
    if not fitting:
        return None
    count = min(len(fitting), random.choice((1, 1, 2, 3))) if op == "told" else 1
    chosen = sorted(random.sample(fitting, count))
    names = [block.names[i] for i in chosen]
    everywhere = [name for one in blocks for name in one.names]
    is_scoped = any(everywhere.count(name) > 1 for name in names)
    if any(block.names.count(name) > 1 for name in names) or (is_scoped and not block.function):
        return None
    old = {"one": "var", "told": "let"}.get(op, "")
    before = [[old or word for word in one.keywords] for one in blocks]
    after = [list(words) for words in before]
    for i in chosen:
        before[scope][i] = old or "const"
        after[scope][i] = block.keywords[i]
    request = say(
        context,
        _TOLD_KEYWORD,
        names=joined([context.coded(name, bare=0.2) for name in names]),
        where=f" in {_name_around(context, block)}" if is_scoped else "",
        old=context.coded(before[scope][chosen[0]]),
        new=context.coded(after[scope][chosen[0]]),
    )
    return request, before, after


def _reassigned_names(blocks: list[Block]) -> list[str] | None:
    """Return the names that are assigned again; None where one is so at one place only."""
    found: dict[str, bool] = {}
    for block in blocks:
        for name, again in zip(block.names, block.reassigned, strict=True):
            if found.setdefault(name, again) != again:
                return None
    return [name for name, again in found.items() if again]


def _say_lets(context: Context, names: list[str]) -> str:
    if not names:
        return ""
    coded = [f"`{name}`" for name in names] if context.chance(0.6) else names
    said, them = joined(coded), "they need" if len(names) > 1 else "it needs"
    return context.random.choice(
        (f", except {said}, {'which get' if len(names) > 1 else 'which gets'} let",
         f", but let for {said}", f" (only {said} with let)", f", and let for {said}",
         f", except for {said}, {them} let")
    )  # fmt: skip


def _name_around(context: Context, block: Block) -> str:
    name = context.coded(block.function)
    return context.random.choice((name, f"the function {name}", f"{block.function}()"))
