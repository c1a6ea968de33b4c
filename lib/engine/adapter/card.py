"""The card beside an adapter: what it was made from and how, and how well it does.

Invariant: whoever writes one half leaves the other alone: training writes all but the scores,
the evaluation writes nothing but the scores.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lib.engine.adapter.plan import PHASES, ROUNDS, Phase, Plan, Round
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
    phases = ", ".join(
        f"until step {end} {_length(phase.max_characters)}{_mix(phase)}{_weight(phase)}"
        for _, end, phase in plan.reached(PHASES)
    )
    seeds = ", ".join(str(plan.task_seed(phase)) for *_, phase in plan.reached(PHASES))
    falls = ", ".join(
        f"from {part.rate_share * plan.learning_rate:g} to 0 in the last {part.fall_share:.0%} of "
        f"the steps {start + 1:,} to {part.planned_until or end:,}{_early_end(part, end)}"
        f"{_mean(part)}"
        for start, end, part in plan.reached(ROUNDS)
    )
    path.write_text(
        f"""# {path.stem}

A LoRA adapter that teaches {base} to return a text with one told edit and nothing else changed.
For edits of short texts; for anything else use the model without it.

- Licence: Apache-2.0, as that of the model it was trained for.
- Base: `{base}`, SHA-256 `{base_sha256}`; its weights as users run them, dequantised.
- Adapter: rank {plan.rank}, alpha {plan.alpha:g}, on all linear layers; stored in 8 bits (Q8_0).

## Training

- Data: `lib/engine/adapter/tasks`, split `train`, seeds {seeds}; made by programs from
  the patterns there; each answer is computed: from its pattern's rule or, of a wished edit, from
  the lines that assistants (language models) wrote down with the text.
- {totals.num_tasks:,} tasks, {totals.num_tokens:,} tokens, {totals.num_steps} steps of \
{plan.tokens_per_step:,} tokens at most, each task seen once.
- Length of answers: {phases}.
- Adam, learning rate falling {falls};
  bfloat16, factors in 32 bits; loss on the answer only, tokens that copying the source would not
  give weigh {plan.edit_weight:g} times as much unless said.
- {totals.duration_s / 60:.0f} minutes with {machine}.

    {command(plan)}

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
    head, mark, _ = path.read_text(encoding="utf-8").partition(SCORES)
    if not mark:
        raise ValueError(f"The card {path} has no line {SCORES.strip()!r} to write below.")
    table = "\n".join(lines).strip("\n")
    path.write_text(f"{head}{mark}\n```text\n{table}\n```\n", encoding="utf-8")


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
    Variety.FIRST: "",
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


def _mix(phase: Phase) -> str:
    mix = _MIXES[phase.variety]
    return f" ({mix})" if mix else ""


def _weight(phase: Phase) -> str:
    return "" if phase.edit_weight is None else f" with edits weighing {phase.edit_weight:g}"


def _early_end(part: Round, end: int) -> str:
    return f", but ended after {end:,}" if part.planned_until else ""


def _mean(part: Round) -> str:
    if not part.kept_share:
        return ""
    kept, new = f"{part.kept_share:.0%}", f"{1 - part.kept_share:.0%}"
    return f" (then the factors are {kept} those from before these steps, {new} those from after)"


def _length(max_characters: int | None) -> str:
    return f"up to {max_characters:,} characters" if max_characters else "any"
