from __future__ import annotations

from lib.analysis.reproducibility import find_repetitions
from lib.charts.experiment import has_points
from lib.charts.reproducibility import make_agreement_chart, make_heat_map
from tests.support.trials import make_plan, make_trials

PLAN = make_plan(num_cases=2, repetitions=3)
TRIALS = make_trials(
    PLAN, lambda planned: {"text": f"one two {planned.repetition if planned.arm == 'on' else ''}"}
)


def test_the_heat_map_has_a_cell_a_pair_of_runs() -> None:
    same, different = find_repetitions(PLAN, TRIALS)[:2]
    (heat,) = make_heat_map(same).data
    assert [list(row) for row in heat.z] == [[1.0] * 3] * 3
    (heat,) = make_heat_map(different).data
    assert heat.z[0][1] < 1.0
    assert (heat.zmin, heat.zmax) == (0, 1)


def test_one_answer_has_no_heat_map() -> None:
    alone = find_repetitions(PLAN, TRIALS[:1])[0]
    assert not make_heat_map(alone).data


def test_each_request_has_a_line_of_its_own() -> None:
    figure = make_agreement_chart(find_repetitions(PLAN, TRIALS))
    assert [trace.name for trace in figure.data] == [
        *("off, case-0", "on, case-0", "off, case-1", "on, case-1")
    ]
    assert len({(trace.line.color, trace.line.dash) for trace in figure.data}) == 4
    assert figure.data[0].y[-1] == 1.0
    assert figure.data[1].y[-1] == 0.0


def test_without_answers_it_is_blank() -> None:
    assert not has_points(make_agreement_chart(()))
