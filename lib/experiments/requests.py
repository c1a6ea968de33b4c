"""From a planned trial to the request it sends.

Invariant: the arms of one case send the same texts, apart from what the plan makes differ.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from lib.domain import Arm, Case, PredictionKind, PredictionSource, RunSettings
from lib.experiments.damage import damage_text


def make_request(case: Case, arm: Arm, repetition: int = 0) -> RunSettings:
    """Return what `arm` asks of `case`; the repetition matters only to a seed that varies."""
    seed = arm.seed
    if arm.varies_seed and seed is not None:
        seed += repetition
    return RunSettings(
        provider=arm.provider,
        model=arm.model,
        source=case.source,
        instructions=case.instruction,
        system_message=arm.system_message,
        prediction=_choose_prediction(case, arm),
        prediction_source=(
            PredictionSource.SOURCE
            if arm.prediction is PredictionKind.SOURCE
            else PredictionSource.OWN
        ),
        seed=seed,
        temperature=arm.temperature,
        max_tokens=arm.max_tokens,
    )


def _choose_prediction(case: Case, arm: Arm) -> str | None:
    match arm.prediction:
        case PredictionKind.NONE:
            return None
        case PredictionKind.SOURCE:
            return case.source
        case PredictionKind.OWN:
            return case.prediction
        case PredictionKind.DAMAGED:
            return damage_text(case.source, arm.damaged_share)


def add_cache_breaker(settings: RunSettings, mark: str) -> RunSettings:
    """Return the request with a first line that no other request has.

    A prompt cache compares from the first token on, so the line stands before everything else.
    `mark` makes it unique; the line has the same number of characters for all.
    """
    line = f"Request {hashlib.sha256(mark.encode()).hexdigest()[:16]}\n"
    for name in ("system_message", "instructions", "source"):
        text = getattr(settings, name)
        if text:
            return replace(settings, **{name: line + text})
    return settings
