"""The edits of functions, and how often each is made.

Invariant: the order is part of what a seed draws.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.functions.attributes import edit_attribute
from lib.engine.adapter.tasks.functions.comments import edit_told_comment
from lib.engine.adapter.tasks.functions.constants import edit_constant
from lib.engine.adapter.tasks.functions.docstrings import edit_told_docstring
from lib.engine.adapter.tasks.functions.guards import edit_guard
from lib.engine.adapter.tasks.functions.imports import edit_import
from lib.engine.adapter.tasks.functions.ladders import edit_ladder
from lib.engine.adapter.tasks.functions.parameters import edit_parameter
from lib.engine.adapter.tasks.functions.signatures import edit_told_signature
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

FUNCTION_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
    (3, edit_parameter),
    (2, edit_constant),
    (3, edit_told_signature),
    (4, edit_ladder),
    (2, edit_told_docstring),
    (1.5, edit_told_comment),
    (2.5, edit_import),
    (3, edit_attribute),
    (3, edit_guard),
)
"""(weight, maker)."""
