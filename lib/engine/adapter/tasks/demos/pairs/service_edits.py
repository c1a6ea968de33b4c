"""A service goes with what depends on it, or gets another name.

Invariant: images, volumes and services that are named alike stay.
"""

from __future__ import annotations

from dataclasses import replace

from lib.engine.adapter.tasks.demos.pairs import service_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import frame_line
from lib.engine.adapter.tasks.demos.pairs.services import draw_services, write_services
from lib.engine.adapter.tasks.demos.telling import as_sentence, tell_both
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_ONE_PART = 1 / 3


def drop_service(context: Context) -> Edit | None:
    """Delete a service and the dependencies on it; a depends_on without entries goes as told."""
    services, at, twin = draw_services(context.random)
    target = replace(services[at], volume="")
    services[at] = target
    if context.chance(_ONE_PART):
        services = [replace(one, needs=tuple(need for need in one.needs if need != target.name))
                    for one in services]  # fmt: skip
    is_needed = any(target.name in one.needs for one in services)
    is_emptied = any(one.needs == (target.name,) for one in services)
    kept = [replace(one, needs=tuple(need for need in one.needs if need != target.name))
            for one in services if one is not target]  # fmt: skip
    dash, gap = context.random.choice(("  - ", "- ")), context.random.choice(("\n", "\n\n"))
    pair = (
        write_services(services, {}, dash, gap, target.name),
        write_services(kept, {}, dash, gap),
    )
    name = context.coded(target.name)
    request = context.say(wordings.DROP, service=name)
    if is_needed:
        unlinked = context.say(wordings.UNLINK, service=name)
        request = tell_both(context, request, unlinked)
    if is_emptied:
        request = f"{as_sentence(request)} {context.random.choice(wordings.EMPTIED)}"
    other = services[twin].name if twin >= 0 else next(o.name for o in services if o is not target)
    request = frame_line(
        context, request, wordings.DROP_REASONS, wordings.DROP_STAYS, twin=f"`{other}`"
    )
    return make_edit(context, "drop service", request, "yaml", pair)


_NEW_NAMES = ("primary", "core", "central", "main-{}", "{}-main", "{}-1", "app-{}", "{}-server")


def rename_service(context: Context) -> Edit | None:
    """Give a service another name in its key, in depends_on and as a host; images stay."""
    services, at, twin = draw_services(context.random)
    old = services[at].name
    new = context.random.choice(_NEW_NAMES).format(old)
    dash, gap = context.random.choice(("  - ", "- ")), context.random.choice(("\n", "\n\n"))
    pair = (
        write_services(services, {}, dash, gap),
        write_services(services, {old: new}, dash, gap),
    )
    twins = [one.volume.partition(":")[0] for one in services if one.name == old and one.volume]
    twins += [services[twin].name] if twin >= 0 else []
    if not twins:
        twins = [services[at].image]
    request = context.say(wordings.RENAME, old=context.coded(old), new=context.coded(new))
    told = f"`{context.random.choice(twins)}`"
    request = frame_line(
        context, request, wordings.RENAME_REASONS, wordings.RENAME_STAYS, twin=told
    )
    return make_edit(context, "rename service", request, "yaml", pair)
