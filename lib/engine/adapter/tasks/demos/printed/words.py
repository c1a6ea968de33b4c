"""The words that programs say, alone and in longer texts, and what comes instead of them.

Invariant: in each pair of texts the first is a part of the second.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.words import split_words

WORDS = split_words(
    """bim bam zig zag ping pong hip hop ding dong flip flop boom clap snap pop yin yang rock roll
    moo honk beep boop wub dub blip blop zim zam kling klang mish mash chit chat riff raff hocus
    pocus zap bonk plink plonk wham bang splish splash jazz funk kiwi mango nova comet pixel lemon
    turbo ninja panda koala yeti gnome piff paff dingo bingo hula yolo"""
)
COMPOUNDS = split_words(
    """sun-day sun-rise moon-light star-fish book-shelf rain-bow foot-ball snow-man butter-fly
    head-line tea-pot news-paper hand-bag eye-brow water-fall sea-shell tooth-brush arm-chair
    note-book air-port door-bell pop-corn cup-cake bed-room cat-fish pan-cake pine-apple fire-ball
    rock-et key-hole gold-en play-er win-ner hit-box honey-comb wind-mill thunder-storm cross-word
    team-work day-break black-bird ham-burger cheese-burger class-room out-side on-line off-line
    sand-box under-ground jelly-bean dragon-fly candle-light"""
)
MESSAGES = tuple(
    tuple(pair.split("/"))
    for pair in """saved/not saved;error/error while loading;done/almost done;ready/not ready yet
    welcome/welcome back;hello/hello again;goodbye/goodbye for now;loading/still loading
    deleted/already deleted;stop/stop right there;low/low battery;yes/yes please;no/no thanks
    start/start over;next/next level;cancel/cancel all;retry/retry later;hot/hot dog
    paid/unpaid;sent/resent;full/full moon;locked/unlocked;known/unknown;lost/lost and found
    correct/incorrect;success/no success;game/game over;connected/disconnected;failed/login failed
    happy/very happy;winner/no winner;alarm/false alarm;warning/last warning"""
    .replace("\n", ";").split(";")
    for pair in [pair.strip()]
)  # fmt: skip
SYNONYMS = {
    "hot": "sizzling", "cold": "frosty", "warm": "cosy", "cool": "fresh", "good": "great",
    "excellent": "brilliant", "poor": "weak", "fair": "okay", "fast": "rapid", "slow": "lazy",
    "low": "weak", "full": "complete", "large": "huge", "small": "tiny", "big": "giant",
    "win": "victory", "winner": "champion", "error": "failure", "timeout": "too late",
    "found": "located", "moved": "elsewhere", "stop": "halt", "wait": "hold", "check": "attack",
    "happy": "cheerful", "sad": "gloomy", "rain": "drizzle", "snow": "flakes", "wind": "breeze",
    "open": "waiting", "paid": "settled", "sent": "on its way", "quiet": "silent", "loud": "noisy",
    "hit": "bullseye", "miss": "oops", "lucky": "blessed", "adult": "grown-up", "child": "kid",
    "storm": "gale", "hello": "hey", "goodbye": "see you", "welcome": "hi there", "done": "ready",
    "saved": "stored", "deleted": "removed", "yes": "sure", "no": "nope", "start": "begin",
    "stock": "supply", "evening": "dusk", "day": "daytime", "deep": "bottomless", "jam": "stuck",
    "sleepy": "tired", "calm": "relaxed", "moo": "muh", "woof": "wuff", "honk": "toot",
    "retry": "try again", "cancel": "abort", "few": "some", "old": "aged", "gold": "first prize",
}  # fmt: skip


def invent(context: Context) -> str:
    """Return a word for a game, mostly one that does not exist."""
    random = context.random
    if context.chance(0.45):
        return random.choice(WORDS)
    starts = split_words("b d g k l m n p r t v z bl kr pl tr zw kl dr fl gl sn")
    return random.choice(starts) + random.choice("aeiou") + random.choice(split_words(
        "b m n p rk lt nk x rbo zzo nto lla ppi")
    )  # fmt: skip


def in_style(label: str, style: str) -> str:
    """Return a label of lower case in one of the styles."""
    if style == "l" or any(char.isupper() for char in label):
        return label
    if style == "u":
        return label.upper()
    title = re.sub(r"\b[a-z]", lambda match: match[0].upper(), label)
    return title.replace(" ", "") if style == "p" else title
