"""One told place of a nested JSON document is changed: a key of an object, an item of a list.

Invariant: the request names a place that exists once.
"""

from __future__ import annotations

import json

from lib.engine.adapter.tasks.manifests.json_document import Document
from lib.engine.adapter.tasks.manifests.json_keys import change_keys
from lib.engine.adapter.tasks.manifests.json_lists import change_list
from lib.engine.adapter.tasks.manifests.json_templates import DOCUMENTS
from lib.engine.adapter.tasks.manifests.json_trees import draw_value
from lib.engine.adapter.tasks.manifests.json_values import set_flag, set_value
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_CHANGES = (*[set_value] * 3, *[set_flag] * 2, *[change_keys] * 3, *[change_list] * 3)


def edit_nested_json(context: Context) -> Edit | None:
    """Set, add, remove or rename a key, or change a list, at one told place of a document."""
    random = context.random
    template = random.choice(DOCUMENTS)
    drawn = draw_value(random, Slots(random), template)
    keys = list(drawn)
    while len(keys) > 2 and len(json.dumps(drawn)) > context.size * 0.9:
        del drawn[keys.pop(random.randrange(len(keys)))]
    return random.choice(_CHANGES)(Document(context, template, drawn))
