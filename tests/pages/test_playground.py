"""The playground page without a browser: what is kept, what is sent, what is refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.catalog.samples import FIRST_SAMPLE, SAMPLES
from lib.domain import Outcome, RunResult
from lib.ui import output, results
from lib.ui.components.live_output import mount_live_output
from lib.ui.form import DOUBLE_CLICK_S
from lib.ui.services import Services
from lib.ui.state import Session
from tests.support.provider_server import ProviderServer


def session_of(app: AppTest) -> Session:
    session: Session = app.session_state["playground_session"]
    return session


def labelled(elements: Iterable[Any], label: str) -> Any:
    return next(element for element in elements if element.label == label)


def source_of(app: AppTest) -> Any:
    return labelled(app.text_area, "Source text")


def use_model(app: AppTest, model: str) -> None:
    app.selectbox(key="provider").set_value("compatible").run()
    app.selectbox(key="model_compatible").set_value(model).run()


def press_run(app: AppTest, services: Services) -> RunResult:
    """Press Run, wait until the run is saved, draw the page again, return what is stored."""
    session_of(app).started_at_s -= DOUBLE_CLICK_S
    labelled(app.button, "Run").click().run()
    run_id = session_of(app).shown_run_id
    assert run_id is not None
    run = services.manager.find(run_id)
    assert run is not None
    assert run.wait(30)
    app.run()
    assert not app.exception
    stored = services.repository.get(run_id)
    assert stored is not None
    return stored


def metric(app: AppTest, label: str) -> str:
    return str(labelled(app.metric, label).value)


def test_first_sight_has_a_sample_and_every_number_empty(app: AppTest) -> None:
    assert source_of(app).value == FIRST_SAMPLE.source
    assert labelled(app.text_area, "Instructions").value == FIRST_SAMPLE.instructions
    names = ("TTFT", "Latency", "Tokens/s", "Accepted", "Rejected", "Acceptance rate", "Cost")
    assert [metric.label for metric in app.metric] == list(names)
    assert {metric(app, name) for name in names} == {"–"}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
def test_a_sample_fills_the_texts(app: AppTest, sample: object) -> None:
    chosen = next(known for known in SAMPLES if known is sample)
    app.selectbox(key="sample").set_value(chosen.id).run()
    assert source_of(app).value == chosen.source
    assert labelled(app.text_area, "Instructions").value == chosen.instructions


@pytest.mark.parametrize("first", ["own", FIRST_SAMPLE.id])
def test_what_was_typed_survives_looking_at_samples(app: AppTest, first: str) -> None:
    app.selectbox(key="sample").set_value(first).run()
    source_of(app).set_value("my text").run()
    app.selectbox(key="sample").set_value(SAMPLES[2].id).run()
    assert source_of(app).value == SAMPLES[2].source
    app.selectbox(key="sample").set_value(first).run()
    assert source_of(app).value == "my text"


def test_an_edited_sample_can_be_restored(app: AppTest) -> None:
    source_of(app).set_value("my text").run()
    labelled(app.button, "Restore the sample").click().run()
    assert source_of(app).value == FIRST_SAMPLE.source
    assert not [button for button in app.button if button.label == "Restore the sample"]


def test_a_run_is_sent_kept_and_drawn(
    app: AppTest, services: Services, provider: ProviderServer
) -> None:
    use_model(app, "echo")
    app.text_area(key="system_message").set_value("Be brief.").run()
    app.toggle(key="set_seed").set_value(True).run()
    app.number_input(key="seed").set_value(11).run()
    app.number_input(key="max_tokens").set_value(500).run()
    result = press_run(app, services)
    assert result.outcome is Outcome.COMPLETED
    assert result.text == FIRST_SAMPLE.source
    body = provider.requests[-1].body
    assert body["seed"] == 11
    assert body["temperature"] == 0
    assert body["max_tokens"] == 500
    assert body["prediction"] == {"type": "content", "content": FIRST_SAMPLE.source}
    assert [message["role"] for message in body["messages"]] == ["system", "user", "user"]
    assert metric(app, "Latency") != "–"
    assert metric(app, "Accepted") != "–"
    assert metric(app, "Cost") == "–"


def test_what_is_switched_off_is_not_sent(
    app: AppTest, services: Services, provider: ProviderServer
) -> None:
    use_model(app, "echo")
    app.toggle(key="use_prediction").set_value(False).run()
    app.toggle(key="set_temperature").set_value(False).run()
    press_run(app, services)
    assert not {"prediction", "temperature", "seed", "max_tokens"} & set(provider.requests[-1].body)


def test_counts_that_were_not_reported_are_not_zero(app: AppTest, services: Services) -> None:
    use_model(app, "usage-absent")
    press_run(app, services)
    for name in ("Tokens/s", "Accepted", "Rejected", "Acceptance rate"):
        assert metric(app, name) == "–"
    assert metric(app, "TTFT") != "–"


def test_an_emptied_seed_is_refused_and_an_emptied_limit_not_sent(
    app: AppTest, services: Services, provider: ProviderServer
) -> None:
    use_model(app, "echo")
    app.number_input(key="max_tokens").set_value(5).run()
    app.number_input(key="max_tokens").set_value(None).run()
    app.toggle(key="set_seed").set_value(True).run()
    app.number_input(key="seed").set_value(None).run()
    labelled(app.button, "Run").click().run()
    assert [problem.field for problem in session_of(app).problems if problem.blocking] == ["seed"]
    app.number_input(key="seed").set_value(3).run()
    press_run(app, services)
    assert provider.requests[-1].body["seed"] == 3
    assert "max_tokens" not in provider.requests[-1].body


def test_compare_repeats_the_shown_run_whatever_the_form_holds(
    app: AppTest, services: Services
) -> None:
    use_model(app, "echo")
    first = press_run(app, services)
    source_of(app).set_value("something else").run()
    session_of(app).started_at_s -= DOUBLE_CLICK_S
    labelled(app.button, "Compare without prediction").click().run()
    run_id = session_of(app).shown_run_id
    assert run_id not in (None, first.run_id)
    run = services.manager.find(str(run_id))
    assert run is not None
    assert run.settings == replace(first.settings, prediction=None)
    assert run.wait(30)


def test_an_answer_of_a_tiny_model_says_so(app: AppTest, services: Services) -> None:
    use_model(app, "hello")
    other = press_run(app, services)
    assert not any("tiny model" in caption.value for caption in app.caption)
    settings = replace(other.settings, provider="local", model="smollm2-135m-edit")
    local = services.manager.adopt(replace(other, run_id="local-1", settings=settings))
    session_of(app).shown_run_id = local.run_id
    app.run()
    assert any("tiny model" in caption.value for caption in app.caption)
    silent = services.manager.adopt(replace(other, run_id="local-2", settings=settings, text=""))
    session_of(app).shown_run_id = silent.run_id
    app.run()
    assert not any("tiny model" in caption.value for caption in app.caption)


def test_a_session_has_one_run_in_flight(app: AppTest, services: Services) -> None:
    use_model(app, "hello")
    first = press_run(app, services)
    use_model(app, "endless")
    session = session_of(app)
    session.started_at_s -= DOUBLE_CLICK_S
    labelled(app.button, "Run").click().run()
    endless = session.shown_run_id
    assert endless is not None
    session.shown_run_id = first.run_id
    session.started_at_s -= DOUBLE_CLICK_S
    labelled(app.button, "Run").click().run()
    assert session.run_ids == [first.run_id, endless]
    assert session.shown_run_id == endless, "the run in flight comes back into sight"
    assert session.problems
    services.manager.stop(endless)


def test_a_run_that_ends_while_the_page_is_drawn_is_told_as_news(
    app: AppTest, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[bool] = []
    load = results.load_session_results

    def load_then_end(services: Services) -> list[RunResult]:
        earlier = load(services)
        run = output.find_shown_run(services)
        assert run is not None
        services.manager.stop(run.run_id)
        assert run.wait(30)
        return earlier

    def listen(data: dict[str, Any], **callbacks: Any) -> None:
        told.append(data["run"]["is_final"])
        mount_live_output(data, **callbacks)

    use_model(app, "endless")
    monkeypatch.setattr(results, "load_session_results", load_then_end)
    monkeypatch.setattr(output, "mount_live_output", listen)
    session_of(app).started_at_s -= DOUBLE_CLICK_S
    labelled(app.button, "Run").click().run()
    assert not app.exception
    assert told == [False, True], "the page is drawn again"
    assert len(app.dataframe) == 1


def test_an_empty_prediction_is_refused_before_sending(
    app: AppTest, provider: ProviderServer
) -> None:
    use_model(app, "echo")
    app.radio(key="prediction_from").set_value("Own text").run()
    sent = len(provider.requests)
    labelled(app.button, "Run").click().run()
    assert session_of(app).shown_run_id is None
    assert any(problem.blocking for problem in session_of(app).problems)
    assert len(provider.requests) == sent


def test_a_double_click_sends_once(
    app: AppTest, services: Services, provider: ProviderServer
) -> None:
    use_model(app, "hello")
    run_button = labelled(app.button, "Run")
    run_button.click().run()
    first = session_of(app).started_at_s
    assert first > float("-inf")
    # A loaded machine may take longer for a click than a double click may last.
    session_of(app).started_at_s = first + 3600
    run_button.click().run()
    assert len(session_of(app).run_ids) == 1
    # Another text is no second click: however soon it comes, it is sent.
    first_run = services.manager.find(session_of(app).run_ids[0])
    assert first_run is not None
    assert first_run.wait(30)
    source_of(app).set_value("another").run()
    run_button.click().run()
    assert len(session_of(app).run_ids) == 2


def test_texts_survive_a_page_switch(app: AppTest) -> None:
    source_of(app).set_value("kept").run()
    app.switch_page("../../pages/connections.py").run()
    app.switch_page("../../pages/playground.py").run()
    assert source_of(app).value == "kept"


@pytest.mark.parametrize("model", ["hostile", "refuse-key", "cut", "error-event", "broken-html"])
def test_whatever_the_server_says_the_page_stays_usable(
    app: AppTest, services: Services, model: str
) -> None:
    use_model(app, model)
    press_run(app, services)
    assert source_of(app).value == FIRST_SAMPLE.source
    use_model(app, "echo")
    assert press_run(app, services).outcome is Outcome.COMPLETED
