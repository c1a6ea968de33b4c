"""Where requests can go: a card a provider, what it still needs, and a check that costs nothing."""

from __future__ import annotations

import streamlit as st

from lib.catalog import PROVIDERS
from lib.ui.connection_card import draw_connection_card
from lib.ui.services import open_services

services = open_services()

st.header("Connections", anchor=False)
st.text(
    "The local engine needs nothing. For the others, put settings into .env where the app runs, "
    "or type them here: then they stay in this browser tab's session, are never stored, and are "
    "gone when you close it."
)
for provider in PROVIDERS.values():
    draw_connection_card(provider, services)
