"""A text of several like parts while it is changed.

Invariant: what is picked of it is drawn, so a change happens at any of its places alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.engine.adapter.tasks.grouped.drawing import Palette
from lib.engine.adapter.tasks.grouped.forms import Form
from lib.engine.adapter.tasks.grouped.parts import Field, Group, Listing, Part, Setting, Table
from lib.engine.adapter.tasks.phrasing import Context


@dataclass(slots=True)
class Draft:
    """The parts, and how they are written."""

    parts: list[Part]
    form: Form
    palette: Palette

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self.form.write(self.parts)

    @property
    def tables(self) -> list[Table]:
        """Its tables."""
        return [part for part in self.parts if isinstance(part, Table)]

    @property
    def lists(self) -> list[Listing]:
        """Its lists."""
        return [part for part in self.parts if isinstance(part, Listing)]

    @property
    def settings(self) -> list[Setting]:
        """Its single settings."""
        return [part for part in self.parts if isinstance(part, Setting)]

    @property
    def contents(self) -> dict[str, object]:
        """What stands where, by the names of groups, lists and settings."""
        found: dict[str, object] = {one.name: list(one.items) for one in self.lists}
        found |= {one.name: one.value for one in self.settings}
        return found | {
            group.name: dict(group.values) for table in self.tables for group in table.groups
        }

    def pick(self, context: Context) -> tuple[Table, Group] | None:
        """Draw a group and say of which table, if there is one."""
        if not self.tables:
            return None
        table = context.random.choice(self.tables)
        return table, context.random.choice(table.groups)

    def pick_field(self, context: Context) -> tuple[Table, Group, Field] | None:
        """Draw a group and one of its keys."""
        picked = self.pick(context)
        if picked is None:
            return None
        one = draw_field(context, *picked)
        return None if one is None else (*picked, one)


def draw_field(context: Context, table: Table, group: Group) -> Field | None:
    """Draw one key of a group; members of an enum are none."""
    own = [one for one in table.theme.fields if one.key in group.values]
    return context.random.choice(own) if own and group.form != "enum" else None
