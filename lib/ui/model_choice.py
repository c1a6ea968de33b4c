"""Which models a provider offers in this session, and the two boxes that choose one.

Invariant: every page offers the same models, those typed on the Connections page included.
"""

from __future__ import annotations

from streamlit.delta_generator import DeltaGenerator

from lib.catalog import PROVIDERS, ModelChoice, list_models, make_choice
from lib.ui.services import Services
from lib.ui.state import get_session


def list_choices(provider_id: str, services: Services) -> tuple[ModelChoice, ...]:
    """Return the models that are offered for a provider, the default one first."""
    own_model = services.find_engine_model()
    if own_model and services.starts_engine_for(provider_id):
        return (make_choice(provider_id, own_model),)
    session = get_session()
    # An empty field stands for the host's own setting.
    typed = {name: text for name, text in session.typed.items() if text}
    values = {**services.settings.values, **typed}
    offered = session.offered_models.get(provider_id, ())
    return list_models(PROVIDERS[provider_id], values, offered)


def draw_model_choice(
    services: Services, left: DeltaGenerator, right: DeltaGenerator, *, key: str
) -> tuple[str, str]:
    """Draw the provider on the left and its model on the right; return the id and the name.

    The name is empty where none is chosen. `key` begins the keys of both boxes.
    """
    provider_id = left.selectbox(
        "Provider",
        list(PROVIDERS),
        format_func=lambda name: PROVIDERS[name].name,
        key=f"{key}_provider",
        persist_state="session",
    )
    model = right.selectbox(
        "Model",
        [choice.name for choice in list_choices(provider_id, services)],
        key=f"{key}_model_{provider_id}",
        accept_new_options=True,
        placeholder="Type the model's name",
        persist_state="session",
    )
    services.warm_up(provider_id)
    return provider_id, model or ""
