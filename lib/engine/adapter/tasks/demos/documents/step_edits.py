"""A step comes after a told one, or a told one goes.

Invariant: text and answer are written by the same function, so the later steps are counted anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.engine.adapter.tasks.demos.documents import step_wordings as wordings
from lib.engine.adapter.tasks.demos.documents.list_texts import STEPS
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_MARKS = ("{}. ", "{}. ", "{}. ", "{}) ", "Step {}: ", "({}) ", "- ", "* ")
_INTROS = ("This is how it works:", "Do it in this order:", "You need about half an hour.",
           "Please follow these steps.", "Easier than it looks!", "Steps:")  # fmt: skip
_OUTROS = ("That's it!", "Good luck!", "Questions? Ask in the office.", "Done.",
           "If something goes wrong, start again.", "Written down for beginners.")  # fmt: skip
_AFTERWARDS = ("Put everything back in its place.", "Wash your hands.", "Tell the others.",
               "Take a break.", "Write down what you have learned.", "Tidy up.")  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


class _StepText:
    """What stands around the steps, and how they are marked."""

    def __init__(self, context: Context) -> None:
        random = context.random
        self.title, self.steps = random.choice(STEPS)
        self.mark = random.choice(_MARKS)
        self.is_markdown = context.chance(0.5)
        self.intro = random.choice(_INTROS) if context.chance(0.5) else ""
        self.outro = random.choice(_OUTROS) if context.chance(0.4) else ""
        self.later = random.sample(_AFTERWARDS, 2) if context.chance(0.35) else []
        wanted = min(len(self.steps) - 1, max(3, context.size // 60))
        self.kept = sorted(random.sample(range(len(self.steps)), wanted))

    def write(self, steps: Sequence[int]) -> str:
        """Return the text with these steps."""
        title = f"# {self.title}" if self.is_markdown else self.title
        later = ["Afterwards:", self._write_list(self.later)] if self.later else []
        blocks = [title, self.intro, self._write_list([self.steps[i][1] for i in steps])]
        return "\n\n".join(block for block in [*blocks, *later, self.outro] if block)

    def _write_list(self, steps: Sequence[str]) -> str:
        return "\n".join(self.mark.format(i) + step for i, step in enumerate(steps, start=1))

    def name(self, context: Context, place: int) -> str:
        """Return how the kept step is told."""
        by_number = "{}" in self.mark and not self.later and context.chance(0.4)
        forms = ("step {n}", "number {n}", "the {th} step") if by_number else (
            "the step about {topic}", "the part about {topic}", "the one on {topic}",
            "the step concerning {topic}", "the step with {topic}")  # fmt: skip
        return context.random.choice(forms).format(
            n=place + 1, th=_ORDINALS[place], topic=self.steps[self.kept[place]][0]
        )


def insert_step(context: Context) -> Edit | None:
    """Put a quoted step after a told one; the later ones are counted on."""
    random = context.random
    text = _StepText(context)
    place = random.randrange(len(text.kept))
    first = text.kept[place] + 1
    last = text.kept[place + 1] if place + 1 < len(text.kept) else len(text.steps)
    if first == last:
        return None
    new = random.randrange(first, last)
    told = text.name(context, place)
    request = tell(context, wordings.INSERT_STEP, reasons=wordings.STEP_REASONS,
                   stays=wordings.INSERT_STAYS, after=told,
                   new=context.quoted(text.steps[new][1]))  # fmt: skip
    pair = text.write(text.kept), text.write(sorted([*text.kept, new]))
    return make_edit(context, "insert step", request, _language(text), pair)


def drop_step(context: Context) -> Edit | None:
    """Remove a told step; the later ones are counted anew."""
    random = context.random
    text = _StepText(context)
    place = random.randrange(len(text.kept))
    twin = text.steps[random.choice([i for i in text.kept if i != text.kept[place]])][0]
    request = tell(context, wordings.DROP_STEP, reasons=wordings.STEP_REASONS,
                   stays=wordings.DROP_STEP_STAYS, step=text.name(context, place),
                   twin=twin)  # fmt: skip
    left = [i for i in text.kept if i != text.kept[place]]
    return make_edit(
        context, "drop step", request, _language(text), (text.write(text.kept), text.write(left))
    )


def _language(text: _StepText) -> str:
    return "markdown" if text.is_markdown else "text"
