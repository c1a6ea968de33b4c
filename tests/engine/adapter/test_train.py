"""The parts of a training that need no PyTorch."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from lib.engine.adapter.batches import Example, encode_task, gather, mark_edits, pack
from lib.engine.adapter.card import Totals, command, read_totals, write_card, write_scores
from lib.engine.adapter.plan import MAX_EXAMPLE_TOKENS, PHASES, ROUNDS, Plan, Round, read_steps
from lib.engine.adapter.tasks import EditTask
from lib.engine.adapter.train import INSTALL_COMMAND, main
from lib.engine.gguf import read_gguf
from lib.engine.tokenizer import Tokenizer, read_tokenizer
from tests.support.tiny_gguf import vocabulary, write_tiny_gguf

END_ID = 2


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> Tokenizer:
    gguf = read_gguf(write_tiny_gguf(tmp_path_factory.mktemp("train") / "tiny.gguf"))
    return read_tokenizer(gguf, len(vocabulary()))


def make_task(source: str, answer: str) -> EditTask:
    return EditTask(
        task_id="t",
        kind="replace",
        language="text",
        split="train",
        messages=(("user", "Change it."), ("user", source)),
        source=source,
        answer=answer,
    )


def test_an_example_ends_with_the_end_and_weighs_the_edit(tokenizer: Tokenizer) -> None:
    example = encode_task(tokenizer, make_task("a cat", "a dog"), edit_weight=3.0)
    assert example.answer_ids == (*tokenizer.encode("a dog"), END_ID)
    assert len(example.weights) == len(example.answer_ids)
    weights = dict(zip(tokenizer.encode("a dog"), example.weights, strict=False))
    assert weights[tokenizer.encode("a")[0]] == 1.0
    assert weights[tokenizer.encode("g")[0]] == 3.0
    assert tokenizer.decode(example.prompt_ids).endswith("a cat\nassistant\n")


@pytest.mark.parametrize(
    ("source", "answer", "marked"),
    [
        pytest.param([1, 2, 3], [1, 2, 3], [], id="copy"),
        pytest.param([1, 2, 3], [1, 9, 3], [1, 2], id="replaced, and the first copy after it"),
        pytest.param([1, 2, 3], [1, 3], [1], id="deleted: the choice to go on further down"),
        pytest.param([1, 2], [1, 2, 8], [2, 3], id="appended: the end is a choice"),
        pytest.param([1, 2, 3], [1, 2], [2], id="cut short: the end is the choice"),
    ],
)
def test_edits_are_marked(source: list[int], answer: list[int], marked: list[int]) -> None:
    marks = mark_edits(source, answer)
    assert len(marks) == len(answer) + 1
    assert [i for i, mark in enumerate(marks) if mark] == marked


def test_a_batch_learns_answers_and_nothing_else() -> None:
    one = Example("k", (10, 11, 12), (13, END_ID), (1.0, 3.0))
    two = Example("k", (20,), (21, 22, END_ID), (1.0, 1.0, 3.0))
    batch = pack([one, two])
    assert batch.ids.tolist() == [10, 11, 12, 13, 20, 21, 22]
    assert batch.positions.tolist() == [0, 1, 2, 3, 0, 1, 2]
    assert batch.spans == ((0, 4), (4, 7))
    assert batch.rows.tolist() == [2, 3, 4, 5, 6]
    assert batch.targets.tolist() == [13, END_ID, 21, 22, END_ID]
    assert batch.weights.tolist() == [1.0, 3.0, 1.0, 1.0, 3.0]
    assert batch.weights.dtype == np.float32
    assert [one.num_tokens, two.num_tokens] == [4, 3]


def test_groups_hold_whole_examples_in_their_order() -> None:
    examples = [Example(str(size), (0,) * size, (END_ID,), (1.0,)) for size in (4, 5, 3, 20, 1, 1)]
    groups = [[one.num_tokens for one in group] for group in gather(examples, 10)]
    assert groups == [[4, 5], [3], [20], [1, 1]]


def test_a_training_that_goes_on_sees_the_same_steps(tokenizer: Tokenizer) -> None:
    plan = Plan(steps=8, tokens_per_step=2500)
    steps = list(read_steps(plan, tokenizer))
    assert len(steps) == plan.steps
    for first in (1, 2, 7):
        assert list(read_steps(plan, tokenizer, first)) == steps[first:]
    assert next(read_steps(replace(plan, seed=2), tokenizer)) != steps[0]
    longer = read_steps(replace(plan, steps=12), tokenizer)
    assert list(islice(longer, plan.steps)) == steps


def test_short_answers_come_first(tokenizer: Tokenizer) -> None:
    until, most = PHASES[0].until, PHASES[0].max_characters
    assert until is not None
    assert most is not None
    plan = Plan(steps=until + 1, tokens_per_step=2000)
    early = islice(read_steps(plan, tokenizer), 5)
    assert max(len(tokenizer.decode(one.answer_ids)) for step in early for one in step) <= most
    late = read_steps(plan, tokenizer, until - 1)
    assert len(list(late)) == 2
    assert all(one.num_tokens <= MAX_EXAMPLE_TOKENS for step in late for one in step)


def test_a_phase_can_weigh_edits_in_its_own_way(tokenizer: Tokenizer) -> None:
    index = next(i for i, phase in enumerate(PHASES) if phase.edit_weight is not None)
    start, own = PHASES[index - 1].until, PHASES[index].edit_weight
    assert start is not None
    plan = Plan(steps=start + 1)
    before, after = read_steps(plan, tokenizer, start - 1)
    assert {weight for one in before for weight in one.weights} == {1.0, plan.edit_weight}
    assert {weight for one in after for weight in one.weights} == {1.0, own}


def test_the_learning_rate_rises_stays_and_falls() -> None:
    plan = Plan(steps=100, learning_rate=1e-3)
    rates = [plan.learning_rate_at(step) for step in range(100)]
    assert rates[0] == pytest.approx(1e-4)
    assert set(rates[9:50]) == {1e-3}
    assert rates[50:] == sorted(rates[50:], reverse=True)
    assert 0 < rates[-1] < 1e-4
    longer = replace(plan, steps=200)
    assert [longer.learning_rate_at(step) for step in range(50)] == rates[:50]


def test_a_later_round_takes_the_learning_rate_up_again() -> None:
    first = ROUNDS[0].until
    assert first is not None
    plan, longer = Plan(steps=first), Plan(steps=first + 100)
    rates = [longer.learning_rate_at(step) for step in range(longer.steps)]
    assert rates[:first] == [plan.learning_rate_at(step) for step in range(first)]
    second, most = rates[first:], ROUNDS[1].rate_share * plan.learning_rate
    assert second[0] == pytest.approx(most / 10)
    assert second[9:] == sorted(second[9:], reverse=True)
    assert 0.9 * most < max(second) <= most
    assert second[-1] < most / 50


@pytest.mark.parametrize(
    "one", [part for part in ROUNDS if part.planned_until], ids=lambda part: str(part.until)
)
def test_a_round_ended_sooner_keeps_its_rates(one: Round) -> None:
    plan = Plan(steps=(one.until or 0) + 400)
    start = max(part.until for part in ROUNDS if part.until and part.until < (one.until or 0))
    rates = [plan.learning_rate_at(step) for step in range(start + 9, one.until or 0)]
    assert rates == sorted(rates, reverse=True)
    steps_left = (one.planned_until or 0) - (one.until or 0) + 1
    assert rates[-1] == pytest.approx(rates[-2] * steps_left / (steps_left + 1))
    assert all(plan.learning_rate_at(step) > 0 for step in range(plan.steps))


def test_a_round_ends_at_its_last_step_only() -> None:
    own = [part.until for part in ROUNDS if part.until]
    plan = Plan(steps=own[-1] + 100)
    ends = [step for step in range(plan.steps + 1) if plan.round_ending_at(step)]
    assert ends == [*own, plan.steps]
    assert plan.round_ending_at(plan.steps) == ROUNDS[-1]
    short = Plan(steps=4)
    assert short.round_ending_at(3) is None
    assert short.round_ending_at(4) == ROUNDS[0]


def test_the_card_has_a_row_for_each_phase_and_round(tmp_path: Path) -> None:
    path = tmp_path / "small-edit.md"
    plan = Plan(steps=10_000)
    write_card(path, plan, Totals(), base="base.gguf", base_sha256="ab12", machine="2 threads")
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if " to " in line]
    rows = [row for row in rows if row.startswith("| ")]
    phases, rounds = [*plan.reached(PHASES)], [*plan.reached(ROUNDS)]
    assert len(rows) == len(phases) + len(rounds)
    assert rows[0] == "| 1 to 100 | 3 | 500 | 3 | the first kinds of edits |"
    assert rows[len(phases) - 1] == "| 9,951 to 10,000 | 22 | 700 | 3 | as in the row above |"
    assert rows[-2] == "| 8,501 to 9,950 | 0.0004 | 100% of the steps | 10,150 | 20% |"


def test_the_card_tells_how_to_train_the_same_again(tmp_path: Path) -> None:
    plan = Plan(steps=7, tokens_per_step=900, seed=4, learning_rate=2e-3)
    totals = Totals(num_steps=7, num_tasks=31, num_tokens=6200, duration_s=180)
    path = tmp_path / "small-edit.md"
    write_card(path, plan, totals, base="base.gguf", base_sha256="ab12", machine="2 threads")
    card = path.read_text(encoding="utf-8")
    assert card.startswith("# small-edit\n")
    for part in ("Apache-2.0", "ab12", "31 tasks, 6,200 tokens", "3 minutes", command(plan)):
        assert part in card
    assert "--steps 7 --tokens-per-step 900 --seed 4 --learning-rate 0.002" in command(plan)
    write_scores(path, ["right: 3", "wrong: 1"])
    write_scores(path, ["right: 4", "wrong: 0"])
    scored = path.read_text(encoding="utf-8")
    assert scored.count("right:") == 1
    assert scored.endswith("```text\nright: 4\nwrong: 0\n```\n")
    assert scored.startswith(card[: card.index("## Scores")])


def test_the_card_says_how_far_its_adapter_was(tmp_path: Path) -> None:
    path = tmp_path / "small-edit.md"
    totals = Totals(num_steps=8500, num_tasks=43_728, num_tokens=12_122_388, duration_s=32_340.0)
    write_card(path, Plan(), totals, base="base.gguf", base_sha256="ab12", machine="2 threads")
    assert read_totals(path) == totals
    path.write_text("# small-edit\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"small-edit\.md does not say how long"):
        read_totals(path)


def test_new_scores_leave_what_people_wrote_below_them(tmp_path: Path) -> None:
    path = tmp_path / "small-edit.md"
    notes = "\n## Rounds\n\nThe first.\n\n## Choices\n\nNone.\n"
    path.write_text(
        "# small-edit\n\n## Scores\n\n```text\nright: 3\n```\n" + notes, encoding="utf-8"
    )
    write_scores(path, ["right: 4"])
    expected = "# small-edit\n\n## Scores\n\n```text\nright: 4\n```\n" + notes
    assert path.read_text(encoding="utf-8") == expected


def test_a_text_without_scores_is_no_card(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# Notes\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"notes\.md has no line '## Scores'"):
        write_scores(tmp_path / "notes.md", ["right: 4"])


def test_without_pytorch_it_says_how_to_install_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "torch" else find_spec(name)
    )
    assert main(["--output", str(tmp_path / "out")]) == 1
    assert INSTALL_COMMAND in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_install_command_names_a_file_that_is_there() -> None:
    root = Path(__file__).parent.parent.parent.parent
    assert (root / INSTALL_COMMAND.split()[-1]).is_file()
