"""The request is what the user set, in the wire's words, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from lib.catalog import providers
from lib.request import build_payload
from tests.support.run_settings import make_settings

ALWAYS: dict[str, Any] = {
    "model": "echo",
    "stream": True,
    "stream_options": {"include_usage": True},
}
TEXTS = [
    {"role": "user", "content": "Repeat the text."},
    {"role": "user", "content": "one two three"},
]


def test_nothing_is_sent_that_was_not_set() -> None:
    assert build_payload(make_settings()) == {**ALWAYS, "messages": TEXTS}


def test_everything_that_was_set_is_sent() -> None:
    settings = make_settings(
        system_message="Be brief.", prediction="one", seed=0, temperature=0.0, max_tokens=5
    )
    assert build_payload(settings) == {
        **ALWAYS,
        "messages": [{"role": "system", "content": "Be brief."}, *TEXTS],
        "prediction": {"type": "content", "content": "one"},
        "seed": 0,
        "temperature": 0.0,
        "max_tokens": 5,
    }


def test_empty_texts_are_no_messages() -> None:
    assert build_payload(make_settings(source=""))["messages"] == TEXTS[:1]
    assert build_payload(make_settings(instructions=""))["messages"] == TEXTS[1:]


@pytest.mark.parametrize(("own", "cap", "sent"), [(None, 400, 400), (5, 400, 5), (5, None, 5)])
def test_host_cap_stands_in_for_a_missing_limit(
    own: int | None, cap: int | None, sent: int
) -> None:
    payload = build_payload(make_settings(max_tokens=own), max_output_tokens=cap)
    assert payload["max_tokens"] == sent


def test_texts_go_out_unchanged() -> None:
    source = "a\r\n\u202eb\u202c \U0001f600 </script>\n"
    settings = make_settings(source=source, prediction=source)
    payload = build_payload(settings)
    assert payload["messages"][-1]["content"] == source
    assert payload["prediction"]["content"] == source


def test_seeds_of_known_providers_have_their_own_name() -> None:
    for row in providers.PROVIDERS.values():
        payload = build_payload(make_settings(provider=row.id, seed=7))
        sent = payload if row.seed_parameter == "seed" else payload["extra_body"]
        assert sent[row.seed_parameter] == 7
