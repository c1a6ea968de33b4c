"""A task as the messages of a conversation.

Invariant: the answer ends as the source visibly ends. The playground's own form, the instructions
and then the source as two user messages, is by far the most frequent.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.framing import SYSTEM_MESSAGES, loosen, tail, wrap
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import CODE, DATA, Edit

_FENCE_NAMES = {"text": "", "email": "", "letter": "", "env": "sh"}


def write_request(context: Context, edit: Edit) -> str:
    """Return the whole instruction of an edit."""
    is_code = edit.text.language in CODE or edit.text.language in DATA
    noun = edit.text.noun
    sentence, more = wrap(context, edit.request, noun), tail(context, noun, is_code=is_code)
    if context.casual:
        sentence = loosen(context, sentence, edit.text.body + edit.answer)
    if not more:
        return sentence
    if context.chance(0.06):
        return f"{more} {sentence}"
    if sentence[-1] not in ".?!":
        sentence += "\n\n" if "\n" in sentence else "."
        return sentence + more if "\n" in sentence else f"{sentence} {more}"
    return f"{sentence} {more}"


def lay_out(context: Context, edit: Edit, request: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """Return (messages, what is added to the end of the source and of the answer)."""
    messages: list[tuple[str, str]] = []
    if context.chance(0.15):
        messages.append(("system", context.random.choice(SYSTEM_MESSAGES)))
    end = "\n" if context.chance(0.6) else ""
    source = edit.text.body + end
    kind = context.random.random()
    if kind < 0.78:
        messages += [("user", request), ("user", source)]
    elif kind < 0.8:
        messages += [("user", source), ("user", request)]
    elif kind < 0.9:
        gap = ":\n\n" if request.endswith(".") and context.chance(0.2) else "\n\n"
        lead = request[:-1] if gap[0] == ":" else request
        messages.append(("user", f"{lead}{gap}{source}"))
    elif kind < 0.93:
        end = ""
        messages.append(("user", f"{edit.text.body}\n\n{request}"))
    else:
        end = ""
        name = _FENCE_NAMES.get(edit.text.language, edit.text.language)
        fenced = f"```{name if context.chance(0.7) else ''}\n{edit.text.body}\n```"
        parts = [request, fenced] if context.chance(0.75) else [fenced, request]
        messages.append(("user", "\n\n".join(parts)))
    return tuple(messages), end
