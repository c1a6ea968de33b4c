"""The experiment file: what it means, and every fault with its place."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.catalog import find_price
from lib.domain import (
    Arm,
    Budget,
    Case,
    ExperimentPlan,
    PredictionKind,
    Price,
    Purpose,
    RejectedBilling,
    find_compared,
)
from lib.errors import PlanError
from lib.experiments.cases import list_sample_cases
from lib.experiments.plan_file import read_plan, read_plan_file, write_plan
from lib.experiments.sending import Circumstances

WHOLE = """\
name: rename-small-files
provider: local            # ids: local openai azure
model: smollm2-135m-edit
cases: samples
arms:
  - {name: off, prediction: none}
  - {name: on, prediction: source}
repetitions: 5
warmup: 1
order_seed: 1
settings: {temperature: 0, seed: 7, max_tokens: 400}
pass: ["on.latency.ratio_ci_high < 0.9"]
"""


def read_faults(text: str) -> list[str]:
    with pytest.raises(PlanError) as caught:
        read_plan(text, "e.yaml", circumstances=Circumstances())
    return list(caught.value.faults)


def test_the_documented_file_is_read() -> None:
    plan = read_plan(WHOLE)
    off = Arm(
        name="off",
        provider="local",
        model="smollm2-135m-edit",
        temperature=0.0,
        seed=7,
        max_tokens=400,
    )
    assert plan.arms[0] == off
    assert plan.arms[1].name == "on"
    assert plan.arms[1].prediction is PredictionKind.SOURCE
    assert plan.cases == list_sample_cases()
    assert (plan.name, plan.repetitions, plan.warmup, plan.order_seed) == (
        "rename-small-files",
        5,
        1,
        1,
    )
    assert plan.conditions == ("on.latency.ratio_ci_high < 0.9",)


def test_any_setting_can_differ_by_arm() -> None:
    text = WHOLE.replace(
        "{name: on, prediction: source}",
        "{name: on, prediction: 'damaged:0.25', provider: openai, model: gpt-4.1-mini,"
        " temperature: 1, settings: {seed: null, max_tokens: 9}}",
    )
    arm = read_plan(text).arms[1]
    assert (arm.prediction, arm.damaged_share) == (PredictionKind.DAMAGED, 0.25)
    assert (arm.provider, arm.model) == ("openai", "gpt-4.1-mini")
    assert (arm.temperature, arm.seed, arm.max_tokens) == (1.0, None, 9)


def test_a_price_belongs_to_its_model() -> None:
    text = WHOLE.replace("cases:", "price: {input_usd: 0.4, output_usd: 1.6}\ncases:").replace(
        "{name: on, prediction: source}",
        "{name: on, prediction: source, provider: openai, model: gpt-4.1}",
    )
    off, on = read_plan(text).arms
    assert off.price == Price(
        input_usd=Decimal("0.4"), output_usd=Decimal("1.6"), source="the experiment file"
    )
    assert on.price is None
    on = read_plan(text, circumstances=Circumstances()).arms[1]
    assert on.price == find_price("openai", "gpt-4.1"), "what is sent is counted"


@pytest.mark.parametrize(
    ("price", "words"),
    [
        ("{input_usd: 1}", "says no output_usd"),
        ("{input_usd: -1, output_usd: 2}", "must be a number from 0"),
        ("{input_usd: 1, output_usd: 2, per: 1000}", "is not known"),
        ("{input_usd: 1, output_usd: 2, verified_on: today}", "must be a date"),
        ("{input_usd: 1, output_usd: 2, rejected_billing: never}", "must be one of: as_output"),
        ("7", "must be a mapping"),
    ],
)
def test_a_wrong_price_is_refused(price: str, words: str) -> None:
    faults = read_faults(WHOLE.replace("cases:", f"price: {price}\ncases:"))
    assert any("line 4, price" in fault and words in fault for fault in faults), faults


def test_a_price_without_a_model_is_refused() -> None:
    text = WHOLE.replace("model: smollm2-135m-edit", "price: {input_usd: 1, output_usd: 2}")
    assert any("is of no model" in fault for fault in read_faults(text))


def test_cases_come_from_a_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text(
        '{"source": "a b", "instruction": "Edit.", "prediction": "a c", "id": "x",'
        ' "kind": "prose"}\n'
        '{"source": "c d", "instruction": "Edit.", "reference": "c e", "further": 1}\n'
    )
    path = tmp_path / "e.yaml"
    path.write_text(WHOLE.replace("cases: samples", "cases: cases.jsonl"))
    first, second = read_plan_file(path, Circumstances()).cases
    assert first == Case(id="x", source="a b", instruction="Edit.", prediction="a c", kind="prose")
    assert second == Case(id="case-2", source="c d", instruction="Edit.", reference="c e")


def test_every_fault_is_named_with_its_place() -> None:
    faults = read_faults("""\
provider: opnai
cases: samples
arms:
  - {name: off, prediction: no}
  - {name: off, prediction: "damaged:2", temprature: 1, seed: 1.5}
  - 7
repetitions: 0
warmup: many
colour: blue
settings: {temperature: 3, max_tokens: -1}
budget: {max_usd: free}
pass: ["on.latency.ratio < 1", 4]
""")
    expected = [
        ("line 1, provider", "'opnai'"),
        ("line 4, arms[0].prediction", "'no'"),
        ("line 5, arms[1].prediction", "'damaged:2'"),
        ("line 5, arms[1].temprature", "not known"),
        ("line 5, arms[1].seed", "1.5"),
        ("line 5, arms[1]", "called 'off'"),
        ("line 6, arms[2]", "is 7"),
        ("line 7, repetitions", "is 0"),
        ("line 8, warmup", "'many'"),
        ("line 9, colour", "not known"),
        ("line 10, settings.temperature", "is 3"),
        ("line 10, settings.max_tokens", "is -1"),
        ("line 11, budget.max_usd", "'free'"),
        ("line 12, pass[0]", "no arm 'on'"),
        ("line 12, pass[1]", "is 4"),
        ("", "says no model"),
    ]
    for place, words in expected:
        assert [f for f in faults if place in f and words in f], (place, words, faults)
    assert len(faults) == len(expected), faults


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("# only a comment", "is empty"),
        ("- a\n- b", "must be a mapping"),
        ("just words", "must be a mapping"),
        ("a: [1, 2", "line 1"),
        ("a: b: c", "is not YAML"),
        ("a: \x00", "is not YAML"),
        ("a: &x [*x]", "refers to itself"),
        (
            "\n".join(
                ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
            ),
            "too large",
        ),
        ("a: !!python/object:os.system x", "a"),
        ("{" * 3000, "e.yaml"),
        (WHOLE + "name: again\n", "stands here twice"),
        (WHOLE.replace("samples", "nowhere.jsonl"), "nowhere.jsonl"),
        (WHOLE.replace("samples", "[]"), "is empty"),
        (WHOLE.replace("samples", "[{source: a}]"), "instruction is missing"),
        (WHOLE.replace("prediction: source", "prediction: own"), "5 of 5 cases have none"),
        (
            WHOLE.replace("provider: local", "provider: openai").replace("smollm2-135m-edit", "o3"),
            "o3",
        ),
        (WHOLE.replace("  - {name: on, prediction: source}\n", ""), "at least two arms"),
        (WHOLE.replace("model: smollm2-135m-edit\n", ""), "says no model"),
        (WHOLE.replace("name: on,", ""), "has no name"),
        (WHOLE.replace(", prediction: source", ""), "says no prediction"),
    ],
)
def test_a_wrong_file_is_refused_in_words(text: str, words: str) -> None:
    faults = read_faults(text)
    assert any(words in fault for fault in faults), faults
    assert all(fault.startswith("e.yaml") for fault in faults)


def test_the_hosts_limit_of_tokens_holds_here_too() -> None:
    with pytest.raises(PlanError, match="this host allows 100"):
        read_plan(WHOLE, circumstances=Circumstances(max_output_tokens=100))


def test_off_and_on_are_names() -> None:
    assert [arm.name for arm in read_plan(WHOLE).arms] == ["off", "on"]


words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], include_characters="\n\t"),
    min_size=1,
).filter(lambda text: text.strip())
tricky = st.sampled_from(
    ["on", "off", "no", "1e3", "012", "1:30", "null", "~", "true", " x", "x\n", "- a", "#", "0x1f"]
)
texts = st.one_of(words, tricky)
amounts = st.decimals(0, 1_000_000, places=4)
arms = st.builds(
    Arm,
    name=texts,
    provider=st.just("local"),
    model=texts,
    prediction=st.sampled_from([PredictionKind.NONE, PredictionKind.SOURCE]),
    system_message=st.just("") | texts,
    seed=st.none() | st.integers(-(2**63), 2**63 - 2000),
    varies_seed=st.booleans(),
    temperature=st.none() | st.floats(0, 2),
    max_tokens=st.none() | st.integers(1, 1_000_000),
    price=st.none()
    | st.builds(
        Price,
        input_usd=amounts,
        cached_input_usd=st.none() | amounts,
        output_usd=amounts,
        rejected_billing=st.sampled_from(RejectedBilling),
        source=texts,
        verified_on=st.none() | st.dates(),
    ),
)
plans = st.builds(
    ExperimentPlan,
    name=texts,
    cases=st.lists(
        st.builds(
            Case,
            id=texts,
            source=texts,
            instruction=texts,
            prediction=st.none() | texts,
            reference=st.none() | texts,
            kind=st.none() | texts,
        ),
        min_size=1,
        max_size=3,
        unique_by=lambda case: case.id,
    ).map(tuple),
    arms=st.lists(arms, min_size=2, max_size=3, unique_by=lambda arm: arm.name).map(tuple),
    repetitions=st.integers(1, 1000),
    warmup=st.integers(0, 100),
    order_seed=st.integers(-(2**63), 2**63 - 1),
    concurrency=st.integers(1, 32),
    pause_s=st.floats(0, 3600),
    defeat_cache=st.booleans(),
    purpose=st.sampled_from(Purpose),
    budget=st.builds(
        Budget,
        max_runs=st.none() | st.integers(1, 1_000_000),
        max_output_tokens=st.none() | st.integers(1, 10**12),
        max_usd=st.none() | st.sampled_from([Decimal("0.5"), Decimal("12.25")]),
    ),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans)
def test_a_written_plan_is_read_back_as_it_was(plan: ExperimentPlan) -> None:
    assert read_plan(write_plan(plan)) == plan


PAIRED = """\
cases: samples
provider: local
model: smollm2-135m-edit
arms:
  - {name: off, prediction: none, temperature: 0}
  - {name: on, prediction: source, temperature: 0}
  - {name: warm off, prediction: none, temperature: 1}
  - {name: warm on, prediction: source, temperature: 1, against: warm off}
"""


def test_an_arm_may_name_the_one_it_is_compared_with() -> None:
    plan = read_plan(f'{PAIRED}pass: ["warm on.latency.ratio < 1"]\n')
    assert [arm.against for arm in plan.arms] == [None, None, None, "warm off"]
    assert [arm.name for arm in find_compared(plan.arms)] == ["on", "warm on"]
    assert plan.find_baseline(plan.arms[3]) is plan.arms[2]
    assert plan.find_baseline(plan.arms[1]) is plan.arms[0]
    assert read_plan(write_plan(plan)) == plan


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("against: warm off", "against: nobody", "'nobody', but the other arms are: off, on, warm"),
        ("against: warm off", "against: warm on", "'warm on', but the other arms are"),
        ("temperature: 1}", "temperature: 1, against: off}", "itself compared with 'off'"),
        ("none, temperature: 0}", "none, against: on}", "is the first arm"),
        ("against: warm off", "against: off", None),
    ],
)
def test_what_an_arm_cannot_be_compared_with_is_named(
    before: str, after: str, words: str | None
) -> None:
    text = PAIRED.replace(before, after)
    if words is None:
        assert len(find_compared(read_plan(text).arms)) == 3
    else:
        assert any(words in fault for fault in read_faults(text))


def test_an_arm_that_is_only_a_baseline_has_no_pass_condition() -> None:
    faults = read_faults(f'{PAIRED}pass: ["warm off.latency.ratio < 1"]\n')
    assert "there is no arm 'warm off' (there is: on, warm on)" in faults[0]
