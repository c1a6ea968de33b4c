"""One part of a mail changes: its greeting, closing, signature, subject or recipient.

Invariant: the told line stands in the mail once; a recipient is named in two places, and both
change.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.told_prose.passages import CLOSINGS, GREETINGS, make_passage
from lib.engine.adapter.tasks.told_prose.sentences import Sentence
from lib.engine.adapter.tasks.told_prose.telling import make_edit
from lib.engine.adapter.tasks.words import FIRST_NAMES, LAST_NAMES

_MAIL_PARTS = {
    "greeting": Phrases(
        "change the greeting to {new}",
        "The greeting should be {new}",
        "replace the greeting with {new}",
        "start the mail with {new} instead",
        "use {new} as the greeting",
        "greet with {new}",
        "The new greeting is {new}",
        "write {new} instead of {old}",
        "open with {new} instead of {old}",
        "The greeting needs to be {new} and not {old}",
        "make the salutation {new}",
        casual=(
            "Greeting: {new}.",
            "{old} sounds wrong to me. I'd say {new} there.",
            "{new} at the start, not {old}.",
            "Why {old}? We always begin with {new}.",
            "I can't call them that! It's {new} and not {old}.",
        ),
    ),
    "closing": Phrases(
        "change the closing to {new}",
        "close with {new}",
        "end with {new} instead of {old}",
        "replace the closing {old} with {new}",
        "use {new} as the closing",
        "The closing should be {new}",
        "sign off with {new}",
        "make the closing line {new}",
        "write {new} above the name instead of {old}",
        "swap the closing {old} for {new}",
        casual=(
            "Closing: {new}.",
            "{new} as the last line before the name.",
            "{old} isn't my style, I'd close with {new}.",
            "I never end a mail with {old}. {new} it is.",
            "{new} would be nicer than {old} at the end.",
        ),
    ),
    "signature": Phrases(
        "sign it with {new}",
        "change the signature to {new}",
        "The mail is from {new}, not {old}.",
        "The sender is {new}.",
        "let it be signed by {new}",
        "replace the name at the end with {new}",
        "put {new} at the bottom instead of {old}",
        "change the sender from {old} to {new}",
        "The signature should be {new}.",
        "sign as {new}",
        casual=(
            "From {new}, not from {old}.",
            "Name at the bottom: {new}.",
            "{old} is on holiday, so {new} signs it.",
            "Why is it signed {old}? {new} is the sender.",
            "It's {new} who sends this.",
        ),
    ),
    "subject": Phrases(
        "change the subject to {new}",
        "The subject should be {new}",
        "use {new} as the subject line",
        "replace the subject line with {new}",
        "make the subject {new}",
        "set the subject to {new}",
        "The subject {old} is too vague, make it {new}",
        "give it the subject {new}",
        "retitle the mail: the subject is {new}",
        "New subject: {new}",
        casual=(
            "Subject: {new}.",
            "{new} is a better subject than {old}.",
            "{new} in the subject line, pls.",
            "Nobody opens a mail called {old}. {new} as the subject.",
            "The subject line still says {old}, but it's {new} now.",
        ),
    ),
}
_RECIPIENT = Phrases(
    "change the recipient from {old} to {new}",
    "The mail goes to {new}, not to {old}; change the name in both places.",
    "replace {old} by {new} in the greeting and in the text",
    "The recipient is {new} now, no longer {old}.",
    "address it to {new} instead of {old}",
    "write to {new} instead of {old}",
    "We send this to {new}, not {old}.",
    "swap {old} for {new} everywhere",
    "let it be for {new} rather than {old}",
    casual=(
        "{new} gets this, not {old}.",
        "To {new}, no longer to {old}.",
        "{old} has left, so this is for {new}.",
        "Same mail, but for {new} instead of {old}.",
        "Why {old}? I'm writing to {new}.",
        "{old} already got one. This one is for {new}.",
    ),
)
_NAMED = (
    "{}, thank you for your message.", "We hope to see you there, {}.", "Thanks again, {}!",
    "As you said, {}, it was about time.", "We count on you, {}.",
)  # fmt: skip
_SUBJECTS = (
    "News from ~City~", "Please read before ~weekday~", "Short reminder", "Changes in ~Month~",
    "Your ~item~", "Questions about the ~item~", "Update for ~weekday~", "A few notes",
    "What happens next", "Important dates", "Plans for ~Month~",
)  # fmt: skip


def edit_mail_part(context: Context) -> Edit | None:
    """Change the greeting, closing, signature or subject of a mail, or whom it is to."""
    if context.chance(0.3):
        return _change_recipient(context)
    body = make_passage(context.random, context.size, ("email",)).render()
    lines = body.split("\n")
    part = context.random.choice(tuple(_MAIL_PARTS))
    new = _draw_line(context, part)
    has_subject = lines[0].startswith("Subject: ")
    if part == "subject" and not has_subject:
        return None
    places = {"subject": 0, "greeting": 2 if has_subject else 0, "closing": -2, "signature": -1}
    place = places[part]
    old = lines[place]
    if lines.count(old) != 1 or new in old or (part == "signature" and body.count(old) > 1):
        return None
    lines[place] = new
    shown = {"old": old.removeprefix("Subject: "), "new": new.removeprefix("Subject: ")}
    bare = 0.5 if part == "signature" else 0
    if part != "signature" or not context.chance(0.5):
        shown = {name: context.quoted(shown[name], bare=bare) for name in ("new", "old")}
    request = context.say(_MAIL_PARTS[part], **shown)
    return make_edit(context, f"change {part}", request, body, "\n".join(lines), "email")


def _draw_line(context: Context, part: str) -> str:
    random, slots = context.random, Slots(context.random)
    if part == "subject":
        return "Subject: " + slots.fill(random.choice(_SUBJECTS))
    if part == "greeting":
        return slots.fill(random.choice(GREETINGS))
    name = slots.fill(random.choice(("~First~", "~First~ ~Last~", "The ~Word~ team")))
    return random.choice(CLOSINGS) if part == "closing" else name


def _change_recipient(context: Context) -> Edit | None:
    random = context.random
    passage = make_passage(random, context.size, ("email",))
    title = random.choice(("Ms.", "Mr.", "Dr.", ""))
    names = random.sample(LAST_NAMES if title else FIRST_NAMES, 2)
    new_title = random.choice(("Ms.", "Mr.", "Dr.")) if title else ""
    old, new = f"{title} {names[0]}".strip(), f"{new_title} {names[1]}".strip()
    *subject, _ = passage.head.rstrip().split("\n\n")
    greeting = f"{random.choice(('Dear', 'Hello', 'Good morning'))} {old},"
    passage.head = "\n\n".join((*subject, greeting, ""))
    part = random.choice(passage.paragraphs)
    part.insert(random.choice((0, len(part))), Sentence("", random.choice(_NAMED).format(old)))
    body = passage.render()
    if body.count(names[0]) != 2 or names[1] in body:
        return None
    request = context.say(_RECIPIENT, old=old, new=new)
    answer = body.replace(old, new)
    return make_edit(context, "change recipient", request, body, answer, "email")
