"""The request is what the user set, in the wire's words, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from lib.catalog import providers
from lib.request import build_payload, make_body
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


def test_every_advanced_parameter_is_sent_under_its_name() -> None:
    settings = make_settings(
        top_p=0.5,
        presence_penalty=-1.0,
        frequency_penalty=0.25,
        n=2,
        logprobs=True,
        stop=("a", "b"),
        max_completion_tokens=9,
    )
    assert build_payload(settings) == {
        **ALWAYS,
        "messages": TEXTS,
        "frequency_penalty": 0.25,
        "logprobs": True,
        "max_completion_tokens": 9,
        "n": 2,
        "presence_penalty": -1,
        "stop": ["a", "b"],
        "top_p": 0.5,
    }


def test_whole_numbers_are_written_as_every_language_writes_them() -> None:
    payload = build_payload(make_settings(temperature=0.0, top_p=1.0))
    assert (repr(payload["temperature"]), repr(payload["top_p"])) == ("0", "1")


def test_without_a_stream_nothing_of_streams_is_sent() -> None:
    assert build_payload(make_settings(), stream=False) == {"model": "echo", "messages": TEXTS}


def test_counts_are_not_asked_for_where_asking_is_refused() -> None:
    payload = build_payload(make_settings(provider="mistral", model="codestral-2501", seed=7))
    assert "stream_options" not in payload
    assert make_body(payload)["random_seed"] == 7
    assert "extra_body" not in make_body(payload)


def test_fireworks_is_asked_for_what_it_tells_only_when_asked() -> None:
    payload = build_payload(make_settings(provider="fireworks", seed=7))
    assert make_body(payload)["perf_metrics_in_response"] is True
    assert payload["seed"] == 7


def test_the_local_engine_computes_every_prompt_so_that_runs_can_be_compared() -> None:
    payload = build_payload(make_settings(provider="local"))
    assert make_body(payload)["cache_prompt"] is False


def test_host_cap_goes_out_under_the_name_that_the_model_takes() -> None:
    settings = make_settings(provider="openai", model="gpt-5")
    assert build_payload(settings, max_output_tokens=9)["max_completion_tokens"] == 9
    own = make_settings(max_completion_tokens=5)
    payload = build_payload(own, max_output_tokens=9)
    assert payload["max_completion_tokens"] == 5
    assert "max_tokens" not in payload


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
