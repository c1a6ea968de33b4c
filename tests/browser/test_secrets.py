"""A planted secret is nowhere: not in a page, the log, the database, an error, exported code.

And what one user typed never reaches another user of the same server.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.app_process import start_app
from tests.browser.playground import PATIENCE_MS, Playground
from tests.support.provider_desk import wait_for
from tests.support.provider_scripts import answer_steps
from tests.support.provider_server import ProviderServer
from tests.support.provider_shapes import CREDENTIALS
from tests.support.provider_wire import DONE, Answer, Event, chunk_event, error_body

pytestmark = pytest.mark.browser

HOST_KEY = "sk-planted-by-the-host-0001"
TYPED_KEY = "sk-typed-by-a-user-0002"
TOKEN = "entra-token-"
SECRETS = (HOST_KEY, TYPED_KEY, TOKEN)

# Servers that repeat what they were sent, in every place where they could.
SCRIPTS = {
    "telltale-error": Answer(
        status=400,
        body=error_body(f"Bad key {CREDENTIALS}.", code=CREDENTIALS, param=CREDENTIALS),
        headers={"x-echo": CREDENTIALS},
    ),
    "telltale-headers": Answer(answer_steps("fine"), headers={"x-echo": CREDENTIALS}),
    "telltale-chunk": Answer(
        (
            Event(chunk_event("fine", echo=CREDENTIALS)),
            Event(chunk_event(finish_reason="stop")),
            DONE,
        )
    ),
    "telltale-event": Answer((Event(error_body(f"Bad key {CREDENTIALS}.")),)),
}
MODELS = ("echo", "cut", "refuse-key", *SCRIPTS)
STATES = {"echo": "Completed", "cut": "Truncated", "telltale-headers": "Completed"}
STATES |= {"telltale-chunk": "Completed"}


@pytest.fixture(scope="module")
def double() -> Iterator[ProviderServer]:
    with ProviderServer(SCRIPTS) as server:
        yield server


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("secrets")


@pytest.fixture(scope="module")
def url(folder: Path, double: ProviderServer) -> Iterator[str]:
    environment = {
        "OPENAI_API_KEY": HOST_KEY,
        "OPENAI_BASE_URL": double.url_of("vllm"),
        "OPENAI_MODELS": ",".join(MODELS),
        "CEREBRAS_BASE_URL": double.url_of("vllm"),
        "CEREBRAS_MODELS": ",".join(MODELS),
        "AZURE_OPENAI_ENDPOINT": f"http://{double.host}",
        "AZURE_OPENAI_DEPLOYMENTS": ",".join(MODELS),
        "LOCAL_ENGINE_URL": double.base_url,
        **double.identity.environment(double.host),
    }
    with start_app(folder, "app.py", environment) as url:
        yield url


def type_key(page: Page, url: str) -> None:
    page.get_by_role("link", name="Connections").click()
    field = page.get_by_label("Key (Cerebras)", exact=True)
    field.fill(TYPED_KEY)
    field.press("Enter")
    expect(page.get_by_text("A key that you typed is in use")).to_be_visible(timeout=PATIENCE_MS)
    expect(field).to_have_count(1)
    expect(field).to_have_value("")
    for name in ("Check OpenAI", "Check Cerebras", "Check Azure OpenAI"):
        page.get_by_role("button", name=name, exact=True).click()
        expect(page.get_by_text("answers").first).to_be_visible(timeout=PATIENCE_MS)


def assert_clean(page: Page, where: str) -> None:
    content = page.content()
    for secret in SECRETS:
        assert secret not in content, f"{secret} is on the page: {where}"


def look_at_everything(page: Page, where: str) -> None:
    assert_clean(page, where)
    for view in ("Code", "Request", "Response", "Raw chunks", "Costs"):
        choice = page.get_by_test_id("stButtonGroup").get_by_text(view, exact=True)
        choice.click()
        page.wait_for_timeout(400)
        assert_clean(page, f"{where}, {view}")


def test_no_secret_is_anywhere(
    browser: Browser, url: str, folder: Path, double: ProviderServer
) -> None:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    playground = Playground(page, url)
    playground.open()
    type_key(page, url)
    assert_clean(page, "connections")
    page.get_by_role("link", name="Playground").click()
    for provider in ("OpenAI", "Cerebras", "Azure OpenAI"):
        playground.choose("Provider", provider)
        box = page.get_by_role("combobox", name="Model")
        expect(box).to_have_value(MODELS[0], timeout=PATIENCE_MS)
        for model in MODELS:
            sent = len(double.requests)
            if box.input_value() != model:
                playground.choose("Model", model)
                expect(box).to_have_value(model, timeout=PATIENCE_MS)
            playground.press_run()
            wait_for(lambda sent=sent: len(double.requests) > sent)  # type: ignore[misc]
            # The state may still be that of the run before; the pages after it show this one.
            page.wait_for_timeout(800)
            playground.wait_for(STATES.get(model, "Failed"))
            assert_clean(page, f"{provider}, {model}")
            if model in ("telltale-error", "telltale-chunk"):
                look_at_everything(page, f"{provider}, {model}")
    used = {request.headers.get("authorization", "") for request in double.requests}
    assert {f"Bearer {HOST_KEY}", f"Bearer {TYPED_KEY}", f"Bearer {TOKEN}1"} <= used
    page.context.close()
    for path in folder.iterdir():
        content = path.read_bytes()
        for secret in SECRETS:
            assert secret.encode() not in content, f"{secret} is in {path.name}"


def test_two_users_never_see_each_other(browser: Browser, url: str) -> None:
    mine = Playground(browser.new_context().new_page(), url)
    theirs = Playground(browser.new_context().new_page(), url)
    mine.open()
    type_key(mine.page, url)
    mine.page.get_by_role("link", name="Playground").click()
    mine.choose("Provider", "Cerebras")
    mine.fill("Source text", "a text that only I know")
    mine.press_run()
    mine.wait_for("Completed")
    theirs.open()
    assert "only I know" not in theirs.page.content()
    expect(theirs.page.get_by_text("A key that you typed")).to_have_count(0)
    theirs.page.get_by_role("link", name="Connections").click()
    missing = theirs.page.get_by_text("Cerebras needs a key")
    expect(missing.first).to_be_visible(timeout=PATIENCE_MS)
    expect(theirs.page.get_by_role("button", name="Check Cerebras")).to_be_disabled()
    assert TYPED_KEY not in theirs.page.content()
    for playground in (mine, theirs):
        playground.page.context.close()
