"""Providers on the pages: first runs, refusals, retries, waits, prices, and what was sent."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.catalog import PROVIDERS
from lib.domain import ErrorCategory, Outcome, RunResult
from lib.ui.own_prices import read_row
from lib.ui.retry import say_duration
from lib.ui.services import Services
from tests.pages.conftest import ROOT
from tests.pages.test_connections import open_page, words_of
from tests.pages.test_playground import labelled, metric, press_run, session_of
from tests.support.provider_server import ProviderServer

KEY = "sk-typed-into-the-page"
PATHS = {
    "openai": "openai",
    "cerebras": "cerebras",
    "fireworks": "fireworks",
    "mistral": "mistral",
    "openrouter": "openrouter",
    "compatible": "vllm",
}


def connect(app: AppTest, provider: ProviderServer, provider_id: str, **typed: str) -> None:
    """Type what a user would type on the connections page, and go back."""
    row = PROVIDERS[provider_id]
    url = (
        f"http://{provider.host}" if provider_id == "azure" else provider.url_of(PATHS[provider_id])
    )
    open_page(app)
    for name, value in {
        str(row.base_url_setting): url,
        str(row.key_setting): KEY,
        **typed,
    }.items():
        app.text_input(key=f"typed_{name}").set_value(value).run()
    app.switch_page("../../pages/playground.py").run()
    assert not app.exception


def choose(app: AppTest, provider_id: str, model: str) -> None:
    app.selectbox(key="provider").set_value(provider_id).run()
    app.selectbox(key=f"model_{provider_id}").set_value(model).run()
    assert not app.exception


def view(app: AppTest, name: str) -> AppTest:
    app.segmented_control(key="inspector_view").set_value(name).run()
    assert not app.exception
    return app


def texts(app: AppTest) -> str:
    return "\n".join(str(element.value) for element in (*app.text, *app.code, *app.caption))


@pytest.mark.parametrize("provider_id", [*PATHS, "azure"])
def test_a_typed_key_leads_to_a_first_run(
    app: AppTest, services: Services, provider: ProviderServer, provider_id: str
) -> None:
    typed = {str(PROVIDERS[provider_id].models_setting): "echo"}
    connect(app, provider, provider_id, **typed)
    choose(app, provider_id, "echo")
    result = press_run(app, services)
    assert result.outcome is Outcome.COMPLETED, result.error
    assert provider.requests[-1].headers["authorization"] == f"Bearer {KEY}"
    code = "\n".join(element.value for element in view(app, "Code").code)
    assert str(PROVIDERS[provider_id].key_setting) in code
    assert KEY not in code


def test_the_classic_endpoint_with_a_typed_api_version(
    app: AppTest, services: Services, provider: ProviderServer
) -> None:
    version = {"AZURE_OPENAI_API_VERSION": "2025-01-01-preview"}
    connect(app, provider, "azure", AZURE_OPENAI_DEPLOYMENTS="echo", **version)
    choose(app, "azure", "echo")
    assert press_run(app, services).outcome is Outcome.COMPLETED
    assert provider.requests[-1].headers["api-key"] == KEY
    assert "api-version=2025-01-01-preview" in provider.requests[-1].path


def test_an_old_api_version_is_told_before_sending(app: AppTest, provider: ProviderServer) -> None:
    connect(
        *(app, provider, "azure"),
        AZURE_OPENAI_DEPLOYMENTS="echo",
        AZURE_OPENAI_API_VERSION="2024-10-21",
    )
    choose(app, "azure", "echo")
    sent = len(provider.requests)
    labelled(app.button, "Run").click().run()
    (problem, *_) = [p for p in session_of(app).problems if p.blocking]
    assert "2025-01-01-preview" in problem.message
    assert len(provider.requests) == sent


def refuse(app: AppTest, services: Services, provider: ProviderServer) -> RunResult:
    """Have the prediction refused, on purpose."""
    connect(app, provider, "openai", OPENAI_MODELS="gpt-5.6")
    provider.scripts["gpt-5.6"] = provider.scripts["echo"]
    choose(app, "openai", "gpt-5.6")
    # This model takes no other temperature than its own.
    app.toggle(key="set_temperature").set_value(False).run()
    labelled(app.button, "Run").click().run()
    assert session_of(app).shown_run_id is None
    app.button(key="send_anyway").click().run()
    run_id = session_of(app).shown_run_id
    run = services.manager.find(str(run_id))
    assert run is not None
    assert run.wait(30)
    app.run()
    assert run.result is not None
    return run.result


def test_a_refused_prediction_is_retried_once_when_asked(
    app: AppTest, services: Services, provider: ProviderServer
) -> None:
    refused = refuse(app, services, provider)
    assert refused.error is not None
    assert refused.error.category is ErrorCategory.PREDICTION_REFUSED
    session_of(app).started_at_s = float("-inf")
    app.button(key="retry").click().run()
    run = services.manager.find(str(session_of(app).shown_run_id))
    assert run is not None
    assert run.wait(30)
    app.run()
    assert run.result is not None
    assert run.result.retry_of == refused.run_id
    assert run.result.outcome is Outcome.COMPLETED
    assert "prediction" not in provider.requests[-1].body
    assert "retry of a run whose prediction was refused" in texts(app)
    assert not [button for button in app.button if button.key in {"retry", "compare"}]
    session_of(app).shown_run_id = refused.run_id
    app.run()
    assert "was retried without the prediction" in texts(app)


def test_a_rate_limit_counts_down(
    app: AppTest, services: Services, provider: ProviderServer
) -> None:
    choose(app, "compatible", "rate-limit")
    press_run(app, services)
    assert "The provider asks to wait: " in texts(app)
    assert app.button(key="run_again").disabled


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 s"), (7, "7 s"), (125, "2 min 5 s"), (86_340, "23 h 59 min"), (-1, "0 s")],
)
def test_durations(seconds: float, words: str) -> None:
    assert say_duration(seconds) == words


def test_a_cost_is_shown_with_its_formula_and_can_be_changed(
    app: AppTest, services: Services, provider: ProviderServer
) -> None:
    provider.scripts["gpt-4.1-mini"] = provider.scripts["echo"]
    connect(app, provider, "openai")
    choose(app, "openai", "gpt-4.1-mini")
    press_run(app, services)
    assert metric(app, "Cost").startswith("$0.000")
    view(app, "Costs")
    assert "output × $1.60" in texts(app)
    assert "2026-10-03" in texts(app)
    row = {"Input": "1", "Cached input": None, "Output": "1000"}
    own = read_row("openai", "gpt-4.1-mini", row).price
    session_of(app).prices["openai", "gpt-4.1-mini"] = own
    app.run()
    assert metric(app, "Cost").startswith("$0.0")
    assert "output × $1000" in texts(app)
    assert "own price" in texts(app)
    session_of(app).prices["openai", "gpt-4.1-mini"] = None
    app.run()
    assert metric(app, "Cost") == "–", "the list price came back for one that was removed"


def test_what_the_wrong_prediction_cost_is_said(
    app: AppTest, services: Services, provider: ProviderServer
) -> None:
    provider.scripts["gpt-4.1-mini"] = provider.scripts["echo"]
    connect(app, provider, "openai")
    choose(app, "openai", "gpt-4.1-mini")
    app.radio(key="prediction_from").set_value("Own text").run()
    app.text_area(key="prediction_text").set_value("nothing of this will ever be said").run()
    press_run(app, services)
    assert "of your prediction did not fit. They cost $0.0000" in texts(app)


def test_without_a_price_no_cost_is_shown(
    app: AppTest, services: Services, provider: ProviderServer
) -> None:
    choose(app, "compatible", "echo")
    press_run(app, services)
    assert metric(app, "Cost") == "–"
    view(app, "Costs")
    assert "no price is known" in texts(app)


def test_the_inspector_shows_what_went_over_the_wire(
    app: AppTest, services: Services, provider: ProviderServer
) -> None:
    connect(app, provider, "openai", OPENAI_MODELS="echo")
    choose(app, "openai", "echo")
    press_run(app, services)
    assert '"prediction"' in texts(view(app, "Request"))
    shown = texts(view(app, "Response"))
    assert "req-test" in shown
    assert "x-ratelimit-remaining-requests" in shown
    assert "accepted_prediction_tokens" in shown
    assert "chat.completion.chunk" in texts(view(app, "Raw chunks"))
    assert KEY not in shown


def set_advanced(app: AppTest, **values: Any) -> None:
    for key, value in values.items():
        widget = next(
            element
            for element in (
                *app.toggle,
                *app.slider,
                *app.number_input,
                *app.selectbox,
                *app.text_area,
            )
            if element.key == key
        )
        widget.set_value(value).run()
        assert not app.exception


def test_advanced_settings_are_sent(
    app: AppTest, services: Services, provider: ProviderServer
) -> None:
    choose(app, "compatible", "echo")
    set_advanced(app, set_top_p=True, top_p=0.5, set_presence_penalty=True, presence_penalty=1.0)
    set_advanced(app, n=2, logprobs=True, stop="§\n¶", max_tokens=300)
    set_advanced(app, limit_name="max_completion_tokens")
    press_run(app, services)
    body = provider.requests[-1].body
    assert (body["top_p"], body["presence_penalty"], body["n"]) == (0.5, 1, 2)
    assert (body["logprobs"], body["stop"]) == (True, ["§", "¶"])
    assert body["max_completion_tokens"] == 300
    assert "max_tokens" not in body
    (advanced,) = [e.label for e in app.expander if e.label.startswith("Advanced")]
    assert "top_p 0.5" in advanced
    assert "n 2" in advanced


def test_everything_refused_beside_a_prediction_is_told_at_once(
    app: AppTest, provider: ProviderServer
) -> None:
    connect(app, provider, "openai")
    choose(app, "openai", "gpt-4.1")
    set_advanced(app, n=2, logprobs=True, set_frequency_penalty=True, frequency_penalty=0.5)
    labelled(app.button, "Run").click().run()
    fields = [problem.field for problem in session_of(app).problems if problem.blocking]
    assert fields == ["n", "logprobs", "frequency_penalty"]
    assert app.button(key="send_anyway")


def test_check_names_what_is_wrong_and_fills_the_models(
    app: AppTest, provider: ProviderServer
) -> None:
    connect(app, provider, "openai")
    open_page(app)
    app.button(key="check_openai").click().run()
    assert "models offered" in words_of(app)
    app.switch_page("../../pages/playground.py").run()
    app.selectbox(key="provider").set_value("openai").run()
    assert "echo-slow" in app.selectbox(key="model_openai").options


def test_warnings_and_hints_stand_beside_the_settings(
    app: AppTest, provider: ProviderServer
) -> None:
    choose(app, "compatible", "echo")
    app.toggle(key="set_temperature").set_value(False).run()
    (title,) = [e.label for e in app.expander if "hint" in e.label]
    assert title == "1 warning, 2 hints"
    assert "Set the temperature to 0" in texts(app)
    app.toggle(key="use_prediction").set_value(False).run()
    assert not [e.label for e in app.expander if "hint" in e.label]


def test_a_typed_key_leaves_its_field_and_can_be_forgotten(
    app: AppTest, provider: ProviderServer
) -> None:
    connect(app, provider, "cerebras")
    open_page(app)
    assert app.text_input(key="typed_CEREBRAS_API_KEY").value == ""
    assert "A key that you typed is in use" in words_of(app)
    assert not app.button(key="check_cerebras").disabled
    app.button(key="forget_cerebras").click().run()
    assert "A key that you typed is in use" not in words_of(app)
    assert app.button(key="check_cerebras").disabled


def test_two_sessions_never_share_keys_prices_or_runs(
    app: AppTest, services: Services, provider: ProviderServer
) -> None:
    connect(app, provider, "openai", OPENAI_MODELS="echo")
    choose(app, "openai", "echo")
    press_run(app, services)
    other = AppTest.from_file(str(ROOT / "lib" / "ui" / "main.py"), default_timeout=30).run()
    mine, theirs = session_of(app), session_of(other)
    assert mine is not theirs
    assert theirs.typed == {}
    assert theirs.run_ids == []
    assert theirs.shown_run_id is None
    open_page(other)
    assert KEY not in words_of(other)
    assert other.text_input(key="typed_OPENAI_API_KEY").value == ""
    assert other.button(key="check_openai").disabled
