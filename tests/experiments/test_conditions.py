from __future__ import annotations

import re

import pytest

from lib.analysis.paired import Comparison
from lib.experiments.conditions import judge, parse_condition

ROW = Comparison(
    arm="on",
    baseline="off",
    metric="latency",
    n_pairs=25,
    baseline_median=2.0,
    median=1.0,
    ratio=0.5,
    ratio_ci_low=0.4,
    ratio_ci_high=0.8,
)


@pytest.mark.parametrize(
    ("text", "holds", "value"),
    [
        ("on.latency.ratio_ci_high < 0.9", True, 0.8),
        ("on.latency.ratio_ci_high<0.8", False, 0.8),
        ("on.latency.ratio_ci_high <= 0.8", True, 0.8),
        ("on.latency.speed_up > 1.99", True, 2.0),
        ("on.latency.speed_up_ci_low > 1.2", True, 1.25),
        ("on.latency.n_pairs == 25", True, 25),
        ("on.latency.median >= 1.1", False, 1.0),
        ("failures == 0", False, 3),
        ("failures < 4", True, 3),
    ],
)
def test_a_condition_holds_or_not(text: str, holds: bool, value: float) -> None:
    finding = judge(parse_condition(text, ["on"]), [ROW], 3)
    assert (finding.holds, finding.condition) == (holds, text)
    assert finding.value == pytest.approx(value)


def test_a_number_that_is_not_known_does_not_pass() -> None:
    unknown = Comparison(arm="on", baseline="off", metric="latency", n_pairs=2)
    for sign in ("<", ">"):
        condition = parse_condition(f"on.latency.ratio {sign} 0.9", ["on"])
        finding = judge(condition, [unknown], 0)
        assert not finding.holds
        assert finding.value is None


def test_the_name_of_an_arm_may_hold_dots_and_blanks() -> None:
    condition = parse_condition("gpt-4.1 with source.ttft.ratio < 1", ["gpt-4.1 with source"])
    assert (condition.arm, condition.metric, condition.field) == (
        "gpt-4.1 with source",
        "ttft",
        "ratio",
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "cannot be read"),
        ("on.latency.ratio", "cannot be read"),
        ("on.latency.ratio < fast", "'fast'"),
        ("on.latency.ratio < ", "cannot be read"),
        ("of.latency.ratio < 1", "no arm 'of' (there is: on)"),
        ("on.speed.ratio < 1", "no metric 'speed'"),
        ("on.latency.p99 < 1", "no number 'p99'"),
        ("off.speed.p99 < 1", "no arm 'off' (there is: on); there is no metric 'speed'"),
        ("ratio < 1", "no arm ''"),
    ],
)
def test_a_wrong_condition_says_what_is_wrong(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        parse_condition(text, ["on"])
