"""One value of a manifest is set, the same key or value mostly standing elsewhere, too.

Invariant: one line changes, and the request says in which block it stands.
"""

from __future__ import annotations

import re
from collections import Counter

from lib.engine.adapter.tasks.manifests.drawing import draw_manifest
from lib.engine.adapter.tasks.manifests.entries import Entry, told_line
from lib.engine.adapter.tasks.manifests.manifest import Manifest
from lib.engine.adapter.tasks.manifests.wording import (
    drop_place,
    mark_name,
    name_where,
    show_value,
)
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit

_SET = Phrases(
    "set {key} {where} to {new}",
    "change {key} {where} to {new}",
    "{lead}, set {key} to {new}",
    "The value of {key} {where} should be {new}.",
    "switch {key} {where} over to {new}",
    "change {key} {where} from {old} to {new}",
    "We now need {new} for {key} {where}.",
    "update {key} {where}, the new value is {new}",
    "the {key} {where} should be {new}, not {old}",
    "{lead}, put {new} as {key}",
    "{lead}, {key} has to be {new}",
    "use {new} for {key} {where}",
    "give {key} {where} the value {new}",
    "the line `{line}` {where} should become `{new_line}`",
    "replace the {key} {old} {where} with {new}",
    "make {key} {where} {new} instead of {old}",
    casual=(
        "{key} {where}: {new}.",
        "{key} {where} still has {old}, we are at {new} now.",
        "it's not {old} but {new}, I mean {key} {where}.",
        "{old} was a bad idea as {key} {where}, {new} it is.",
        "Ops asked for {new} as {key} {where}.",
        "so {lead} the {key} has to be {new}, no longer {old}.",
        "Why does {key} {where} say {old}? We agreed on {new}!",
        "{lead}, {key} -> {new}.",
        "I would feel better if {key} {where} were {new}.",
    ),
)
_SET_PLAIN = Phrases(
    "set {key} to {new}",
    "change {key} to {new}",
    "{key} should be {new}",
    "change {key} from {old} to {new}",
    "update {key} to {new}",
    "use {new} for {key}",
    "We need {key} at {new} now.",
    "{key} is now {new}, not {old}",
    "the line `{line}` should become `{new_line}`",
    "put {new} as {key}",
    "make {key} {new} instead of {old}",
    casual=(
        "{key} = {new}.",
        "{key}: {new} instead of {old}.",
        "{old} no longer fits as {key}, {new} would.",
        "could {key} be {new}?",
        "We agreed on {new} for {key}, and here it still says {old}.",
        "The {key} is wrong, {new} is right.",
        "from today {key} is {new} and no longer {old}.",
    ),
)
_TAG = Phrases(
    "use tag {new} for the image {image} {where}",
    "use the tag {new} {where} for {image}",
    "bump the image tag {where} to {new}",
    "{lead}, move {image} from {old} to {new}",
    "update the tag of {image} {where} to {new}",
    "{lead}, the image tag should be {new}",
    "switch the image {where} to tag {new}",
    "The image {where} has to be {image} with the tag {new}.",
    "we want {image} {new} {where}, only the tag changes",
    "pin {image} {where} at {new}",
    casual=(
        "{image} {old} {where} makes trouble, {new} works.",
        "{image} {where} on {new}, not on {old}.",
        "Tag {new} for {image} {where}, please.",
        "I tested {new}, so that's the tag {image} gets {where}.",
        "{lead}, {image} goes from {old} to {new}.",
        "why does {image} {where} still have the tag {old}? {new} is out!",
        "the image {where}: same {image}, but tag {new}.",
    ),
)
_PORT = Phrases(
    "publish {owner} on port {new} of the host instead of {old}",
    "{owner} should be reachable on host port {new}; the port in the container stays",
    "change the host port of {owner} to {new}",
    "map host port {new} to container port {inner} for {owner}",
    "use {new} as the published port of {owner}",
    "change the published port of {owner} from {old} to {new}",
    "Port {old} is taken on our machine, publish {owner} on {new}.",
    "in {owner}, only change the host side of `{line}` to {new}",
    "let {owner} listen on {new} on the host, keep {inner} inside",
    "make it {new}:{inner} in the ports of {owner}",
    casual=(
        "{owner} on host port {new} now, {old} is taken.",
        "Something else runs on {old} here. {new} for {owner}, the inside stays {inner}.",
        "localhost:{new} should lead to {owner}, not localhost:{old}.",
        "{new} on the host for {owner}, still {inner} in the container.",
        "why does {owner} block my port {old}? {new} would be free!",
        "host port of {owner}: {new}, not {old}.",
        "My browser should find {owner} at {new}, inside it keeps {inner}.",
    ),
)
_ON = Phrases(
    "turn on {key} {where}",
    "enable {key} {where}",
    "switch {key} on {where}",
    "{lead}, turn on {key}",
    "{lead}, enable {key}",
    "We want {key} {where} switched on.",
    "activate {key} {where}",
    "{key} {where} should be on",
    "make sure that {key} {where} is turned on",
    "set {key} {where} to {new}",
    casual=(
        "{key} {where} is off, I need it on.",
        "{key} {where}: on, please.",
        "Somebody forgot to switch {key} {where} on.",
        "why is {key} {where} still off? We need it!",
        "time to switch {key} {where} on.",
        "I would like to see {key} {where} active.",
        "it doesn't work as long as {key} {where} is off, so on please.",
    ),
)
_OFF = Phrases(
    "turn off {key} {where}",
    "disable {key} {where}",
    "switch {key} off {where}",
    "{lead}, turn off {key}",
    "{lead}, disable {key}",
    "We don't want {key} {where} any more, switch it off.",
    "deactivate {key} {where}",
    "{key} {where} should be off",
    "make sure that {key} {where} is turned off",
    "set {key} {where} to {new}",
    casual=(
        "{key} {where} gets in our way, so off please.",
        "{key} {where} can stay in the file, but switched off.",
        "why on earth is {key} {where} on? It must be off!",
        "{key} {where}: off.",
        "{key} {where} is on, which nobody wanted. Off, please.",
        "I'd rather have {key} {where} off.",
        "for now we want to do without {key} {where}, so it should be off.",
    ),
)
_CRON = Phrases(
    "run it at {time} instead of {was}",
    "the schedule should be {time} every day",
    "move the nightly run to {time}",
    "change the cron schedule so that it starts at {time}",
    "start the scheduled run at {time}",
    "schedule it daily at {time}",
    "We want the run at {time}, not at {was}.",
    "let the cron job start at {time}",
    "It should start at {time} every day, adapt the cron line.",
    "set the schedule to {time}, daily",
    casual=(
        "{time} every day, not {was}.",
        "The backup runs at {was}, too. {time} would be free.",
        "cron: daily at {time}.",
        "so the scheduled run, that one starts at {time} from now on.",
        "Why does it run at {was}? {time} was agreed!",
        "{was} -> {time} for the daily run.",
        "{was} is a bad time for that job, {time} is better.",
    ),
)


def edit_manifest_value(context: Context) -> Edit | None:
    """Set one value, the same key or value mostly standing in another block, too."""
    manifest = draw_manifest(context)
    if manifest is None:
        return None
    ports = [e for e in manifest.entries if re.fullmatch(r"['\"]\d+:\d+['\"]", e.value)]
    if ports and context.chance(0.25):
        return _publish(manifest, context.random.choice(ports))
    fitting = [e for e in manifest.entries if not e.is_item and manifest.draw_values(e)]
    if not fitting:
        return None
    keys = Counter(entry.key for entry in fitting)
    twins = [entry for entry in fitting if keys[entry.key] > 1]
    chosen = twins if twins and context.chance(0.6) else fitting
    return _set_value(manifest, context.random.choice(chosen))


def _set_value(manifest: Manifest, entry: Entry) -> Edit | None:
    context = manifest.context
    place, old = manifest.place(entry), entry.bare_value
    if place is None:
        return None
    new = manifest.random.choice(manifest.draw_values(entry) or [old])
    lines = manifest.with_value(entry, entry.value.replace(old, new))
    words = {
        "key": context.coded(entry.key),
        "new": show_value(context, new),
        "where": name_where(manifest, place),
        "old": show_value(context, old),
        "lead": f"in {place}",
        "line": told_line(manifest.lines[entry.line]),
        "new_line": told_line(lines[entry.line]),
    }
    if entry.key == "cron":
        request = context.say(_CRON, time=_clock(new), was=_clock(old))
    elif entry.key == "image" and ":" in old and place:
        (image, _, old_tag), (new_image, _, new_tag) = old.rpartition(":"), new.rpartition(":")
        if new_image != image:
            return None
        words["image"] = context.coded(image)
        words["new"] = show_value(context, new_tag)
        words["old"] = show_value(context, old_tag)
        request = context.say(_TAG, **words)
    elif new in ("true", "false") and context.chance(0.85):
        request = _switch(context, entry, _ON if new == "true" else _OFF, place, words)
    else:
        request = context.say(_SET if place else _SET_PLAIN, **words)
    request = mark_name(request, old, new, entry.key, words["new"], words["old"])
    return manifest.edit("manifest value", request, lines)


def _clock(cron: str) -> str:
    minute, hour = cron.split()[:2]
    return f"{hour}:{minute:0>2}"


def _switch(
    context: Context, entry: Entry, phrases: Phrases, place: str, words: dict[str, str]
) -> str:
    is_block = entry.key == "enabled" and place and " of " not in place
    if place and not is_block:
        return context.say(phrases, **words)
    what = place or words["key"]
    return drop_place(context.say(phrases, **{**words, "key": what, "where": "@", "lead": "@"}))


def _publish(manifest: Manifest, entry: Entry) -> Edit | None:
    context = manifest.context
    old, _, inner = entry.bare_value.partition(":")
    new = context.random.choice(("8081", "9090", "8888", "3001", "5001", "16379", "8443", "7000"))
    if re.search(rf"\b{new}\b", manifest.body):
        return None
    lines = manifest.with_value(entry, entry.value.replace(old, new, 1))
    service = context.coded(entry.path[1])
    owner = context.random.choice((f"the {service} service", service))
    request = context.say(_PORT, owner=owner, old=old, new=new, inner=inner, line=f"{old}:{inner}")
    return manifest.edit("manifest value", request, lines)
