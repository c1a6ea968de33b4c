"""Generation: whatever is drafted, the text is that of plain decoding, and the counts add up."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.engine.forward_costs import MAX_ROWS
from lib.engine.generation import Generation, GenerationRequest, Step
from lib.engine.model import Model
from lib.engine.sampling import ForcedSampler, make_sampler
from tests.support.stand_in_model import StandInModel, as_model


def eager_stand_in() -> Model:
    """Rows cost nothing here, so that everything that can be drafted is."""
    model = StandInModel()
    model.forward_costs = (0.0, *[1.0] * MAX_ROWS)
    return as_model(model)


STAND_IN = as_model(StandInModel())
EAGER = eager_stand_in()
IDS = st.lists(st.integers(1, STAND_IN.vocab_size - 1), max_size=80)


@dataclass(frozen=True)
class Answer:
    steps: list[Step]
    generation: Generation

    @property
    def text(self) -> str:
        return "".join(step.text for step in self.steps)


def answer(
    model: Model,
    prompt: list[int],
    prediction: list[int],
    *,
    max_tokens: int = 60,
    temperature: float = 0,
    stop: tuple[str, ...] = (),
) -> Answer:
    request = GenerationRequest(
        prompt_ids=tuple(prompt),
        prediction_ids=tuple(prediction),
        max_tokens=max_tokens,
        stop=stop,
    )
    sampler = make_sampler(temperature=temperature, top_p=0.9, seed=7)
    generation = Generation(model, request, sampler)
    steps = []
    while generation.finish_reason is None:
        steps.append(generation.step())
    return Answer(steps, generation)


def check_same(plain: Answer, drafted: Answer) -> None:
    assert drafted.generation.answer_ids == plain.generation.answer_ids
    assert drafted.text == plain.text
    assert drafted.generation.finish_reason == plain.generation.finish_reason
    counts = drafted.generation.counts
    assert counts.accepted_tokens <= counts.visible_tokens
    assert counts.forward_passes <= plain.generation.counts.forward_passes
    assert sum(step.num_draft_tokens for step in drafted.steps) == (
        counts.accepted_tokens + counts.rejected_tokens
    )
    assert sum(step.num_accepted_tokens for step in drafted.steps) == counts.accepted_tokens


@settings(max_examples=150, deadline=None)
@given(
    prediction=IDS,
    cut=st.integers(0, 60),
    temperature=st.sampled_from([0.0, 0.8]),
    stop=st.sampled_from([(), ("stop",), ("op", "é"), ("a\n",)]),
    max_tokens=st.integers(1, 60),
    model=st.sampled_from([STAND_IN, EAGER]),
)
def test_no_prediction_changes_the_answer(
    prediction: list[int],
    cut: int,
    temperature: float,
    stop: tuple[str, ...],
    max_tokens: int,
    model: Model,
) -> None:
    prompt = [3, 1, 4]
    plain = answer(STAND_IN, prompt, [], temperature=temperature, stop=stop, max_tokens=max_tokens)
    # The true answer with foreign tokens in the middle: drafts that are right, then wrong.
    truth = list(plain.generation.answer_ids)
    for guess in (prediction, [*truth[:cut], *prediction, *truth[cut:]], [*truth, *prediction]):
        drafted = answer(
            model, prompt, guess, temperature=temperature, stop=stop, max_tokens=max_tokens
        )
        check_same(plain, drafted)
    for one in stop:
        assert one not in plain.text


@settings(max_examples=20, deadline=None)
@given(prediction=st.lists(st.integers(0, 30), max_size=60), cut=st.integers(0, 30))
def test_no_prediction_changes_the_answer_of_a_tiny_model(
    tiny_model: Model, prediction: list[int], cut: int
) -> None:
    prompt = list(range(20))
    plain = answer(tiny_model, prompt, [], max_tokens=30, temperature=0.8)
    truth = list(plain.generation.answer_ids)
    guess = [*truth[:cut], *prediction, *truth[cut:]]
    check_same(plain, answer(tiny_model, prompt, guess, max_tokens=30, temperature=0.8))


@pytest.mark.model
@pytest.mark.parametrize("temperature", [0.0, 0.8])
def test_no_prediction_changes_the_answer_of_the_real_model(
    real_model: Model, temperature: float
) -> None:
    text = "The shop opens at nine. On Monday it is closed. Every visitor needs a card."
    tokenizer = real_model.tokenizer
    prompt = tokenizer.encode_chat([{"role": "user", "content": f"Repeat exactly:\n\n{text}"}])
    plain = answer(real_model, prompt, [], temperature=temperature)
    edited = plain.text.replace("shop", "library").replace("nine", "ten")
    for guess in (plain.text, text, f"{edited} {plain.text}", "x = 1\n" * 30, " " + plain.text):
        drafted = answer(real_model, prompt, tokenizer.encode(guess), temperature=temperature)
        check_same(plain, drafted)
    exact = answer(real_model, prompt, tokenizer.encode(plain.text), temperature=temperature)
    assert exact.generation.counts.accepted_tokens >= 0.7 * exact.generation.counts.visible_tokens


def test_a_long_prompt_is_taken_in_pieces_and_the_first_token_ends_the_prefill() -> None:
    prompt = [1 + index % 9 for index in range(300)]
    steps = answer(STAND_IN, prompt, [], max_tokens=1).steps
    assert len(steps) == 3
    assert [step.finish_reason for step in steps] == [None, None, "length"]


def test_a_draft_never_runs_past_max_tokens() -> None:
    truth = [1, 2, 3, 4, 5, 6, 7, 8]
    request = GenerationRequest(prompt_ids=(1,), prediction_ids=tuple(truth), max_tokens=4)
    generation = Generation(STAND_IN, request, ForcedSampler(truth, 0))
    generation.step()
    step = generation.step()
    assert generation.answer_ids == (1, 2, 3, 4)
    assert (step.num_draft_tokens, step.num_accepted_tokens) == (2, 2)
    assert step.finish_reason == "length"


def test_learnt_substitutions_are_not_counted() -> None:
    prediction = [1, 9, 2, 3, 4, 9, 5, 6]
    truth = [1, 8, 2, 3, 4, 8, 5, 6]
    request = GenerationRequest(prompt_ids=(1,), prediction_ids=tuple(prediction), max_tokens=9)
    generation = Generation(STAND_IN, request, ForcedSampler(truth, 0))
    while generation.finish_reason is None:
        generation.step()
    counts = generation.counts
    assert generation.answer_ids == tuple(truth)
    assert counts.forward_passes < len(truth)
    assert counts.accepted_tokens <= sum(a == b for a, b in zip(prediction, truth, strict=True))


def test_an_empty_prompt_is_refused() -> None:
    with pytest.raises(ValueError, match="prompt"):
        Generation(
            STAND_IN,
            GenerationRequest(prompt_ids=(), max_tokens=1),
            make_sampler(temperature=0, top_p=1, seed=1),
        )
