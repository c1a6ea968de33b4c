"""The experiments page: from the form to a verdict, against a real provider double."""

from __future__ import annotations

from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain import Price
from lib.experiments.library import keep_plan, read_stored_plan
from lib.experiments.progress import State
from lib.experiments.result_file import make_result
from lib.ui.experiment_desk import ExperimentDesk, open_desk
from lib.ui.services import Services
from tests.pages.test_playground import session_of
from tests.support.trials import PATIENCE_S, count_tokens, make_plan, simulate

HOSTILE = "![x](http://127.0.0.1:9/x.png)<img src=x>"


def open_page(app: AppTest) -> AppTest:
    app.switch_page("../../pages/experiments.py").run()
    assert not app.exception
    return app


def words_of(app: AppTest) -> str:
    elements = (*app.text, *app.code, *app.markdown, *app.caption, *app.header, *app.subheader)
    return "\n".join(
        [
            *(str(each.value) for each in elements),
            *(str(each.proto.body) for each in app.get("html")),
        ]
    )


def choose_model(app: AppTest, model: str) -> None:
    app.selectbox(key="experiment_provider").select("compatible").run()
    app.selectbox(key="experiment_model_compatible").select(model).run()
    assert not app.exception


def start(app: AppTest) -> ExperimentDesk:
    app.button(key="start_experiment").click().run()
    assert not app.exception
    return open_desk()


def finish(app: AppTest, desk: ExperimentDesk) -> str:
    (experiment, *_) = desk.services.repository.experiments.list_experiments()
    runner = desk.find(experiment.experiment_id)
    assert runner is not None
    assert runner.wait(PATIENCE_S)
    app.run()
    assert not app.exception
    return experiment.experiment_id


def test_models_typed_on_the_connections_page_are_offered(app: AppTest) -> None:
    app.switch_page("../../pages/connections.py").run()
    app.text_input(key="typed_COMPATIBLE_MODELS").input("my-own-model").run()
    open_page(app)
    app.selectbox(key="experiment_provider").select("compatible").run()
    assert app.selectbox(key="experiment_model_compatible").options == ["my-own-model"]


def test_the_first_visit_teaches_and_can_start_at_once(app: AppTest) -> None:
    open_page(app)
    words = words_of(app)
    assert "One run proves nothing" in words
    assert "40 runs: 5 texts × 2 arms × (3 + 1 warm-up)" in words
    assert "cost not known" in words
    assert not app.button(key="start_experiment").disabled


def test_the_sessions_price_is_kept_with_the_experiment(app: AppTest) -> None:
    open_page(app)
    price = Price(input_usd=Decimal(1), output_usd=Decimal(3), source="your own price")
    session_of(app).prices["compatible", "echo"] = price
    choose_model(app, "echo")
    app.multiselect(key="experiment_samples").set_value(["fizz"]).run()
    app.number_input(key="experiment_repetitions").set_value(1).run()
    desk = start(app)
    experiment_id = finish(app, desk)
    session_of(app).prices.clear()
    app.run()
    assert "Counted for echo: $1.00 input, $3.00 output. Your own price" in words_of(app)
    trials = desk.load_trials(experiment_id)
    assert {trial.price for trial in trials} == {price}
    stored = desk.find_stored(experiment_id)
    assert stored is not None
    assert {arm.price for arm in read_stored_plan(stored).arms} == {price}


def test_the_estimate_counts_with_the_sessions_price(app: AppTest, services: Services) -> None:
    plan = make_plan(num_cases=1, repetitions=1)
    for trial in simulate(plan, 1.0, usage=count_tokens(100)):
        services.repository.save(trial.result)
    open_page(app)
    choose_model(app, "echo")
    assert "cost not known" in words_of(app)
    price = Price(input_usd=Decimal(1), output_usd=Decimal(3), source="your own price")
    session_of(app).prices["compatible", "echo"] = price
    app.run()
    assert "cost not known" not in words_of(app)
    assert ", $0.0" in words_of(app)


def test_from_start_to_verdict(app: AppTest) -> None:
    open_page(app)
    choose_model(app, "echo")
    app.multiselect(key="experiment_samples").set_value(["fizz", "styles"]).run()
    desk = start(app)
    experiment_id = finish(app, desk)
    words = words_of(app)
    assert "source against off: " in words
    assert "6 pairs" in words
    (metrics, arms, *_) = [table.value for table in app.dataframe]
    assert list(metrics["Metric"]) == ["Latency, s", "TTFT, s", "Tokens/s", "Cost, USD"]
    assert list(metrics["Ratio"])[3] == "–"
    assert list(arms["Measured"]) == [6, 6]
    assert len(desk.load_trials(experiment_id)) == 16


def test_the_page_shows_the_numbers_of_the_headless_command(
    app: AppTest, services: Services
) -> None:
    plan = make_plan(num_cases=3, repetitions=4)
    trials = simulate(plan, 0.6)
    experiment = keep_plan(services.repository.experiments, plan)
    for trial in trials:
        services.repository.experiments.save_trial(experiment.experiment_id, trial)
    open_page(app)
    app.session_state["playground_session"].shown_experiment_id = experiment.experiment_id
    app.run()
    written = make_result(plan, trials, is_complete=True, ending="")
    table = app.dataframe[0].value
    for row, cells in zip(written["comparisons"], table.to_dict("records"), strict=True):
        assert cells["Pairs"] == row["n_pairs"]
        expected = "–" if row["ratio"] is None else f"{row['ratio']:.3g}"
        assert cells["Ratio"] == expected
    assert f"on against off: {written['verdicts'][0]['verdict']}" in words_of(app)
    assert written["verdicts"][0]["reason"] in words_of(app)


def test_failures_are_told_with_their_reason(app: AppTest) -> None:
    open_page(app)
    choose_model(app, "no-prediction")
    app.multiselect(key="experiment_samples").set_value(["fizz", "styles"]).run()
    finish(app, start(app))
    words = words_of(app)
    assert "6 of its trials failed" in words
    assert "8 trials were not measured" in words


def test_an_experiment_that_was_stopped_is_resumed(app: AppTest) -> None:
    open_page(app)
    choose_model(app, "echo-slow")
    desk = start(app)
    experiment_id = desk.services.repository.experiments.list_experiments()[0].experiment_id
    runner = desk.find(experiment_id)
    assert runner is not None
    assert app.button(key="stop_experiment")
    runner.stop()
    finish(app, desk)
    assert runner.progress().state is State.STOPPED
    assert "Stopped" in words_of(app)
    app.button(key="resume_experiment").click().run()
    assert not app.exception
    again = desk.find(experiment_id)
    assert again is not None
    assert again is not runner
    again.stop()
    assert again.wait(PATIENCE_S)


@pytest.mark.parametrize(("key", "words"), [("experiment_samples", "at least one sample")])
def test_what_cannot_be_started_says_why(app: AppTest, key: str, words: str) -> None:
    open_page(app)
    app.multiselect(key=key).set_value([]).run()
    assert words in words_of(app)
    assert not [button for button in app.button if button.key == "start_experiment"]


@pytest.mark.parametrize("comparison", ["unrelated", "acceptance", "length", "temperature"])
def test_every_comparison_can_be_started(app: AppTest, comparison: str) -> None:
    open_page(app)
    app.segmented_control(key="experiment_comparison").set_value(comparison).run()
    assert not app.exception
    assert not app.button(key="start_experiment").disabled


def test_a_comparison_that_needs_predictions_says_so(app: AppTest) -> None:
    open_page(app)
    app.segmented_control(key="experiment_comparison").set_value("own").run()
    assert "5 of 5 cases have none" in words_of(app)
    assert app.button(key="start_experiment").disabled


def test_hostile_names_are_shown_as_text(app: AppTest, services: Services) -> None:
    plan = make_plan(num_cases=3, repetitions=2, name=HOSTILE)
    experiment = keep_plan(services.repository.experiments, plan)
    for trial in simulate(plan, 0.6, text=HOSTILE):
        services.repository.experiments.save_trial(experiment.experiment_id, trial)
    open_page(app)
    app.session_state["playground_session"].shown_experiment_id = experiment.experiment_id
    app.run()
    assert not app.exception
    for element in (*app.markdown, *app.caption, *app.header, *app.subheader):
        assert "![" not in str(element.value)
    assert "&lt;img" in words_of(app)
    assert not [each for each in app.get("html") if "<img" in each.proto.body]


def test_a_stored_plan_is_what_was_started(app: AppTest) -> None:
    open_page(app)
    choose_model(app, "echo")
    desk = start(app)
    finish(app, desk)
    (experiment,) = desk.services.repository.experiments.list_experiments()
    plan = read_stored_plan(experiment)
    assert [(arm.name, arm.prediction.value) for arm in plan.arms] == [
        ("off", "none"),
        ("source", "source"),
    ]
    assert (plan.arms[0].temperature, plan.arms[0].seed, plan.arms[0].max_tokens) == (0.0, 7, 400)


def test_an_undecided_experiment_offers_a_longer_one(app: AppTest, services: Services) -> None:
    plan = make_plan(num_cases=2, repetitions=3)
    experiment = keep_plan(services.repository.experiments, plan)
    for trial in simulate(plan, 1.0, noise=0.4):
        services.repository.experiments.save_trial(experiment.experiment_id, trial)
    open_page(app)
    app.session_state["playground_session"].shown_experiment_id = experiment.experiment_id
    app.run()
    assert "not enough runs" in words_of(app)
    button = app.button(key="experiment_again")
    assert "repetitions" in button.label
    button.click().run()
    assert not app.exception
    newest = services.repository.experiments.list_experiments()[0]
    longer = read_stored_plan(newest)
    assert longer.repetitions > plan.repetitions
    assert longer.order_seed != plan.order_seed
    assert (longer.cases, longer.arms) == (plan.cases, plan.arms)
    runner = open_desk().find(newest.experiment_id)
    assert runner is not None
    runner.stop()
    assert runner.wait(PATIENCE_S)
