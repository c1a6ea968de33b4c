"""A section of a guide moves, a step goes, the product gets another name.

Invariant: the answer is written from the same parts as the text, so the steps are counted anew.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.pairs import prose_texts as texts
from lib.engine.adapter.tasks.demos.pairs import prose_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.prose_telling import draw_wanted, tell_prose
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit


def move_section(context: Context) -> Edit | None:
    """Move a section of a document, and add a sentence to a paragraph."""
    random = context.random
    title, known = random.choice(texts.GUIDES)
    title += random.choice(("", "", " 2025", " (draft)", " 2026", ": the short version"))
    old = random.sample(known, random.choice((3, 4)))
    mark = random.choice(("##", "##", "###", "#"))
    move, add = draw_wanted(context)
    new, parts = list(old), []
    if move:
        moved = random.choice(old[:-1])
        new.remove(moved)
        place, at = random.choice(("at the very end", "at the bottom")), len(new)
        if context.chance(0.6):
            at = random.randrange(len(new))
            is_after = context.chance(0.4)
            place = f"{'after' if is_after else 'before'} {_named(context, new[at][0])}"
            at += is_after
        new.insert(at, moved)
        if new == old:
            return None
        parts.append(context.say(wordings.MOVE, name=_named(context, moved[0]), place=place))
    if add:
        name, sentence = random.choice(old)[0], random.choice(texts.SENTENCES)
        new = [(n, f"{t} {sentence}" if n == name else t) for n, t in new]
        told = {"name": _named(context, name), "sentence": f'"{sentence}"'}
        parts.append(context.say(wordings.APPEND, **told))
    if context.chance(0.3):
        parts.reverse()
    pair = tuple(
        f"# {title}\n\n" * (mark != "#") + "\n\n".join(f"{mark} {n}\n\n{t}" for n, t in sections)
        for sections in (old, new)
    )
    request = tell_prose(context, parts)
    return make_edit(context, "move section", request, "markdown", (pair[0], pair[1]))


def _named(context: Context, heading: str) -> str:
    return context.quoted(heading, bare=0.4)


def drop_step_rename(context: Context) -> Edit | None:
    """Delete a numbered step, with the numbers after it, and rename the product."""
    random = context.random
    title, joined = random.choice(texts.STEPS)
    steps = joined.split("|")
    drop = random.randrange(1, len(steps) - 1)
    refer = random.choice([i for i in range(1, len(steps)) if i != drop])
    old, new = random.sample(texts.PRODUCTS, 2)
    is_mail = context.chance(0.5)
    address = (
        f"{random.choice(('help', 'support', 'team'))}@{old.lower()}.com"
        if is_mail
        else f"https://{random.choice(('www.', 'docs.', ''))}{old.lower()}.io/help"
    )
    note = random.choice(("If it fails, go back to step {}.", "Repeat step {} if you are not sure.",
                          "Step {} may take 4 minutes."))  # fmt: skip
    form = random.choice(("{}. {}", "{}) {}"))
    cut, rename = draw_wanted(context)
    if "~P~" in steps[drop]:
        return None
    foot = f"\n\n{note}\n~P~ answers questions: {address}"

    def write(kept: list[str], number: int, name: str) -> str:
        lines = "\n".join(form.format(i, step) for i, step in enumerate(kept, 1))
        return f"{title}\n\n{lines}{foot.format(number)}".replace("~P~", name)

    parts = []
    if cut:
        told = {"number": str(drop + 1), "text": f'"{steps[drop].rstrip(".")}"'}
        parts.append(context.say(wordings.STEP, **told))
    if rename:
        contact = "mail address" if is_mail else random.choice(("link", "URL"))
        parts.append(context.say(wordings.RENAME, old=old, new=new, contact=contact))
    kept = [step for i, step in enumerate(steps) if not cut or i != drop]
    answer = write(kept, refer + 1 - (cut and refer > drop), new if rename else old)
    pair = write(steps, refer + 1, old), answer
    return make_edit(context, "drop step and rename", tell_prose(context, parts), "text", pair)
