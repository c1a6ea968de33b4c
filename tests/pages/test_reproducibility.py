"""The reproducibility page, against a real provider double."""

from __future__ import annotations

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from lib.domain import Arm, Purpose
from lib.experiments.library import keep_plan
from lib.ui.experiment_desk import open_desk
from lib.ui.services import Services
from tests.pages.test_experiments import HOSTILE, words_of
from tests.support.trials import PATIENCE_S, make_plan, make_trials


def open_page(app: AppTest) -> AppTest:
    app.switch_page("../../pages/reproducibility.py").run()
    assert not app.exception
    return app


def test_the_first_visit_teaches_and_can_start_at_once(app: AppTest) -> None:
    words = words_of(open_page(app))
    assert "sent again and again" in words
    assert "18 runs: 1 text × 3 arms × 6." in words
    assert not app.button(key="start_repetitions").disabled


def test_from_start_to_groups(app: AppTest) -> None:
    open_page(app)
    app.selectbox(key="repetition_provider").select("compatible").run()
    app.selectbox(key="repetition_model_compatible").select("echo").run()
    app.button(key="start_repetitions").click().run()
    assert not app.exception
    desk = open_desk()
    (experiment,) = desk.services.repository.experiments.list_experiments()
    runner = desk.find(experiment.experiment_id)
    assert runner is not None
    assert runner.wait(PATIENCE_S)
    app.run()
    assert not app.exception
    words = words_of(app)
    assert "same seed, temperature 0.7: 100% agree" in words
    assert words.count("All 6 answers are identical") == 3
    assert list(app.dataframe[0].value["Different answers"]) == [1, 1, 1]


def test_where_answers_part_is_shown_and_nothing_of_them_is_markup(
    app: AppTest, services: Services
) -> None:
    arm = Arm(name=HOSTILE, provider="compatible", model="m", temperature=1.0)
    plan = make_plan(
        num_cases=1, arms=(arm,), repetitions=4, purpose=Purpose.REPRODUCIBILITY, name=HOSTILE
    )
    trials = make_trials(
        plan,
        lambda planned: {
            "text": f"{HOSTILE} one {planned.repetition // 2}",
            "system_fingerprint": f"<img src=x>{planned.repetition // 2}",
        },
    )
    experiment = keep_plan(services.repository.experiments, plan)
    for trial in trials:
        services.repository.experiments.save_trial(experiment.experiment_id, trial)
    open_page(app)
    app.session_state["playground_session"].shown_repetition_id = experiment.experiment_id
    app.run()
    assert not app.exception
    words = words_of(app)
    assert "Answers A and B part at line 1" in words
    assert "▶0" in words
    assert "▶1" in words
    assert "changed at run 3" in words
    assert not [each for each in app.get("html") if "<img" in each.proto.body]
    for element in (*app.markdown, *app.caption, *app.header, *app.subheader):
        assert "![" not in str(element.value)


def test_the_two_pages_keep_their_experiments_apart(app: AppTest, services: Services) -> None:
    repository = services.repository.experiments
    comparison = make_plan(num_cases=1, name="a comparison")
    keep_plan(repository, comparison)
    keep_plan(repository, replace(comparison, name="a repetition", purpose=Purpose.REPRODUCIBILITY))
    open_page(app)
    assert list(app.dataframe[0].value["Experiment"]) == ["a repetition"]
    app.switch_page("../../pages/experiments.py").run()
    earlier = app.dataframe[-1].value
    assert list(earlier["Experiment"]) == ["a comparison"]


def test_what_cannot_be_started_says_why(app: AppTest) -> None:
    open_page(app)
    app.multiselect(key="repetition_temperatures").set_value([]).run()
    assert "one use of the seed and one temperature" in words_of(app)
    assert not [button for button in app.button if button.key == "start_repetitions"]
