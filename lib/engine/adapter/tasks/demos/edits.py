"""What people try first, and how often each is drawn. Invariant: values only."""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.demos.described.edits import DESCRIBED_EDITS
from lib.engine.adapter.tasks.demos.documents.edits import DOCUMENT_EDITS
from lib.engine.adapter.tasks.demos.printed.edits import PRINTED_EDITS
from lib.engine.adapter.tasks.demos.properties.edits import PROPERTY_EDITS
from lib.engine.adapter.tasks.demos.routes.edits import ROUTE_EDITS
from lib.engine.adapter.tasks.demos.styles.edits import STYLE_EDITS
from lib.engine.adapter.tasks.demos.templates.edits import TEMPLATE_EDITS
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

DEMO_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
    *PROPERTY_EDITS,
    *STYLE_EDITS,
    *PRINTED_EDITS,
    *TEMPLATE_EDITS,
    *DESCRIBED_EDITS,
    *DOCUMENT_EDITS,
    *ROUTE_EDITS,
)
"""Weight beside the others here, and maker."""
