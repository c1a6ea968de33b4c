"""The connections page: what is configured, without ever showing a key."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.support.provider_server import ProviderServer

SECRET = "sk-planted-secret-value"


def open_page(app: AppTest) -> AppTest:
    app.switch_page("../../pages/connections.py").run()
    assert not app.exception
    return app


def words_of(app: AppTest) -> str:
    return "\n".join(str(element.value) for element in (*app.text, *app.code, *app.markdown))


def test_a_provider_without_a_key_says_what_is_missing(app: AppTest) -> None:
    words = words_of(open_page(app))
    assert "OPENAI_API_KEY=" in words
    assert app.button(key="check_openai").disabled


def test_a_typed_key_connects_and_is_never_shown(app: AppTest, provider: ProviderServer) -> None:
    open_page(app)
    app.text_input(key="typed_OPENAI_BASE_URL").set_value(provider.base_url).run()
    app.text_input(key="typed_OPENAI_API_KEY").set_value(SECRET).run()
    assert not app.button(key="check_openai").disabled
    app.button(key="check_openai").click().run()
    assert not app.exception
    assert provider.requests[-1].headers["authorization"] == f"Bearer {SECRET}"
    words = words_of(app)
    assert "✓" in words
    assert SECRET not in words


def test_check_says_what_is_wrong(app: AppTest) -> None:
    open_page(app)
    app.text_input(key="typed_COMPATIBLE_BASE_URL").set_value("http://127.0.0.1:9/v1").run()
    app.button(key="check_compatible").click().run()
    assert "✕" in words_of(app)
    assert "127.0.0.1:9" in words_of(app)


def test_what_is_missing_is_worded_for_this_page(app: AppTest, provider: ProviderServer) -> None:
    words = words_of(open_page(app))
    assert "OpenAI needs a key. Type one below" in words
    app.text_input(key="typed_OPENAI_BASE_URL").set_value(provider.base_url).run()
    assert "the host's is not sent there. Type one below" in words_of(app)
    app.text_input(key="typed_OPENAI_BASE_URL").set_value("not an address").run()
    assert "The address you typed is 'not an address'" in words_of(app)
    assert "Connections page" not in words_of(app)


def test_a_refused_key_is_worded_for_this_page(app: AppTest, provider: ProviderServer) -> None:
    refusing = ProviderServer(key="another key")
    with refusing:
        open_page(app)
        app.text_input(key="typed_COMPATIBLE_BASE_URL").set_value(refusing.base_url).run()
        app.text_input(key="typed_COMPATIBLE_API_KEY").set_value(SECRET).run()
        app.button(key="check_compatible").click().run()
    words = words_of(app)
    assert "refused the key (status 401). Check the key above" in words
    assert "Connections page" not in words


def test_an_api_version_without_predictions_is_told_on_the_card(app: AppTest) -> None:
    open_page(app)
    app.text_input(key="typed_AZURE_OPENAI_ENDPOINT").set_value("my-resource").run()
    app.text_input(key="typed_AZURE_OPENAI_API_KEY").set_value(SECRET).run()
    app.text_input(key="typed_AZURE_OPENAI_API_VERSION").set_value("2024-10-21").run()
    assert "API version 2024-10-21 takes no prediction; 2025-01-01-preview" in words_of(app)
    app.text_input(key="typed_AZURE_OPENAI_API_VERSION").set_value("v1").run()
    assert "takes no prediction" not in words_of(app)
