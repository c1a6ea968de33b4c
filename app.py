"""The ASGI application: Streamlit's pages and, beside them, the routes of `lib.web`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from streamlit.starlette import App

from lib.errors import PlaygroundError
from lib.ui.services import open_services
from lib.web.routes import make_routes


@asynccontextmanager
async def lifespan(_: App) -> AsyncIterator[dict[str, Any] | None]:
    """Open what all sessions share, and close it with the server."""
    try:
        services = open_services()
    except PlaygroundError:
        # Every page says what is wrong; a traceback in the log would help nobody.
        yield None
        return
    services.routes_are_mounted = True
    try:
        yield None
    finally:
        services.close()


app = st.App(
    "lib/ui/main.py",
    routes=make_routes(lambda: open_services().manager),
    lifespan=lifespan,
)
