"""The card beside an adapter: what it was made from and how, and how well it does.

Invariant: training writes the card anew, with its scores as not measured; the evaluation replaces
the scores and nothing else, so what people add below headings of their own stays.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lib.engine.adapter.plan import PHASES, ROUNDS, WARM_UP_STEPS, Phase, Plan
from lib.engine.adapter.tasks.phrasing import Variety

SCORES = "## Scores\n"
NO_SCORES = "Not measured yet: `python -m lib.engine.adapter.evaluate --card FILE`."


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What a training has seen and taken so far."""

    num_steps: int = 0
    num_tasks: int = 0
    num_tokens: int = 0
    """Prompts and answers."""
    duration_s: float = 0.0
    """Of the steps alone."""


def write_card(
    path: Path, plan: Plan, totals: Totals, *, base: str, base_sha256: str, machine: str
) -> None:
    """Write everything but the scores, and the scores as not measured."""
    path.write_text(
        f"""# {path.stem}

A LoRA adapter that teaches {base} to return a text with one told edit and nothing else changed.
For edits of short texts; for anything else use the model without it.

- Licence: Apache-2.0, as that of the model it was trained for.
- Base: `{base}`, SHA-256 `{base_sha256}`; its weights as users run them, dequantised.
- Adapter: rank {plan.rank}, alpha {plan.alpha:g}, on all linear layers; stored in 8 bits (Q8_0).

## Training

- Data: `lib/engine/adapter/tasks`, split `train`; made by programs from the patterns there; each
  answer is computed: from its pattern's rule or, of a wished edit, from the lines that assistants
  (language models) wrote down with the text.
- {totals.num_tasks:,} tasks, {totals.num_tokens:,} tokens, {totals.num_steps:,} steps of \
{plan.tokens_per_step:,} tokens at most, each task seen once.
- Adam, bfloat16, factors in 32 bits; loss on the answer only.
- {totals.duration_s / 60:.0f} minutes with {machine}.

    {command(plan)}

The tasks, with the longest answer in characters, and what a token weighs that copying the source
would not give, against 1 for any other:

{_phase_table(plan)}

In each round the learning rate is at its highest after {WARM_UP_STEPS} steps and falls in a line
to its planned end. Then the factors become a mean of themselves and those from before the round:

{_round_table(plan)}

{SCORES}
{NO_SCORES}
""",
        encoding="utf-8",
    )


def read_totals(path: Path) -> Totals:
    """What the training of the adapter beside this card took; ValueError when it does not say."""
    text = path.read_text(encoding="utf-8")
    found = re.search(r"^- ([\d,]+) tasks, ([\d,]+) tokens, ([\d,]+) steps", text, re.MULTILINE)
    minutes = re.search(r"^- ([\d,]+) minutes with", text, re.MULTILINE)
    if not found or not minutes:
        raise ValueError(f"The card {path} does not say how long its adapter was trained.")
    tasks, tokens, steps, time = (
        int(number.replace(",", "")) for number in (*found.groups(), minutes[1])
    )
    return Totals(num_steps=steps, num_tasks=tasks, num_tokens=tokens, duration_s=60.0 * time)


def write_scores(path: Path, lines: Sequence[str]) -> None:
    """Put `lines` in the place of the card's scores; ValueError when it has no such part."""
    head, mark, old = path.read_text(encoding="utf-8").partition(SCORES)
    if not mark:
        raise ValueError(f"The card {path} has no line {SCORES.strip()!r} to write below.")
    _, heading, notes = old.partition("\n## ")
    table = "\n".join(lines).strip("\n")
    path.write_text(f"{head}{mark}\n```text\n{table}\n```\n{heading}{notes}", encoding="utf-8")


def command(plan: Plan) -> str:
    """The command that trains the same again."""
    options = {
        "--steps": plan.steps,
        "--tokens-per-step": plan.tokens_per_step,
        "--seed": plan.seed,
        "--learning-rate": f"{plan.learning_rate:g}",
        "--rank": plan.rank,
        "--edit-weight": f"{plan.edit_weight:g}",
    }
    parts = [str(part) for option in options.items() for part in option]
    return shlex.join(["python", "-m", "lib.engine.adapter.train", *parts])


_MIXES = {
    Variety.FIRST: "the first kinds of edits",
    Variety.EVERYDAY: "everyday edits",
    Variety.WIDE: "everyday edits, further texts",
    Variety.FRESH: "everyday edits, fresh texts",
    Variety.FOCUSED: "everyday edits, fresh texts, several like parts",
    Variety.SEVERAL: "the same, many for several changes",
    Variety.ASKED: "the same, many for several changes, two thirds told in many words",
    Variety.BALANCED: "the same, fewer for several changes, more of prose and templates",
    Variety.CASUAL: "the same, half of them asked for in casual words",
    Variety.DEMOS: "the same, more than half of them what people try first",
    Variety.PAIRED: "the same, a fifth of them ordinary edits with a twist, mostly two at once",
    Variety.SPELLED: "the same, with more misspelled texts",
    Variety.WRAPPED: "the same, with paragraphs broken into lines",
    Variety.WISHED: "the same, more than half of them edits that somebody wrote down for one text",
    Variety.MORE_WISHED: "the same, with more such texts, three of four tasks",
    Variety.RECALLED: "half of them the same, half like the first",
}


def _phase_table(plan: Plan) -> str:
    rows = []
    before: Phase | None = None
    for start, end, phase in plan.reached(PHASES):
        is_new = before is None or phase.variety is not before.variety
        length = f"{phase.max_characters:,}" if phase.max_characters else "any"
        weight = plan.edit_weight if phase.edit_weight is None else phase.edit_weight
        mix = _MIXES[phase.variety] if is_new else "as in the row above"
        rows.append((_steps(start, end), str(plan.task_seed(phase)), length, f"{weight:g}", mix))
        before = phase
    return _table(("steps", "seed", "longest answer", "weight", "tasks"), rows)


def _round_table(plan: Plan) -> str:
    rows = [
        (
            _steps(start, end),
            f"{part.rate_share * plan.learning_rate:g}",
            f"{part.fall_share:.0%} of the steps",
            f"{part.planned_until:,}" if part.planned_until else "as planned",
            f"{part.kept_share:.0%}" if part.kept_share else "none",
        )
        for start, end, part in plan.reached(ROUNDS)
    ]
    header = ("steps", "highest rate", "it falls for", "planned end", "share from before")
    return _table(header, rows)


def _steps(start: int, end: int) -> str:
    return f"{start + 1:,} to {end:,}"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
