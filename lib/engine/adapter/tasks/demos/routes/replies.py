"""Paths that small servers are asked for, and what they answer.

Invariant: values only.
"""

from __future__ import annotations

TEXTS: tuple[tuple[str, ...], ...] = (
    ("/ping", "pong", "pong", "pong!", "ok", "abc"), ("/version", "1.4.2", "0.9.0", "2.11.3", "v3"),
    ("/about", "A server with a heart", "made in Graz", "Built by two students"),
    ("/status", "alive", "up", "running", "all good"), ("/hours", "Mon-Fri 9 to 5", "open daily"),
    ("/motd", "Mind the gap", "Have a nice day"), ("/hello", "hello", "Hello there", "hi"),
    ("/ready", "yes", "ready", "come in"), ("/live", "alive", "here", "yes"), ("/hi", "hi", "hey"),
    ("/contact", "desk@example.org", "ask at the counter"), ("/author", "Ada Berg", "nobody"),
    ("/heartbeat", "beat", "thump", "ok"), ("/alive", "yes", "still here", "sure"),
    ("/build", "b-4711", "nightly", "17"), ("/region", "eu-west-1", "north", "us-east-2"),
    ("/motto", "less is more", "slow and steady"), ("/address", "12 Mill Lane", "Pier 4"),
    ("/phone", "555-0142", "555-0199"), ("/menu", "soup, bread, tea", "closed today"),
    ("/weather", "sunny", "rain", "fog"), ("/tide", "low", "high"), ("/stage", "beta", "prod"),
    ("/mode", "test", "demo", "live"), ("/bye", "see you", "bye", "so long"),
    ("/marco", "polo", "polo!"), ("/robots.txt", "User-agent: *", "Disallow: /"),
    ("/echo", "echo"),
    ("/season", "winter", "spring"), ("/currency", "EUR", "CHF"), ("/timezone", "UTC", "CET"),
    ("/wifi", "guest-net", "ask Eva"), ("/owner", "team blue", "Ops"), ("/up", "1", "up", "ok"),
    ("/test", "it works", "123", "xyz"), ("/opening-hours", "8-18", "by appointment"),
    ("/probe", "fine", "ok", "green light"), ("/language", "en", "de"),
    ("/parking", "full", "free"),
)  # fmt: skip
POSTS = (
    ("post", "/reset", "done"), ("post", "/reload", "reloaded"), ("put", "/pause", "paused"),
    ("delete", "/cache", "cleared"), ("post", "/logout", "bye"), ("put", "/lights", "on"),
    ("post", "/ring", "ding dong"), ("delete", "/session", "see you"), ("patch", "/theme", "dark"),
    ("post", "/knock", "who is there"), ("post", "/signup", "thanks"), ("put", "/door", "open"),
)  # fmt: skip
OBJECTS: tuple[tuple[str, dict[str, str | int]], ...] = (
    ("/status", {"status": "alive"}), ("/status", {"state": "up"}), ("/ping", {"pong": 1}),
    ("/version", {"version": "1.4.2"}), ("/info", {"name": "demo", "version": "2.0.1"}),
    ("/limits", {"max": 50}), ("/hours", {"open": 9, "close": 17}), ("/ready", {"ready": "yes"}),
    ("/location", {"city": "Turin"}), ("/build", {"build": 311}), ("/team", {"lead": "Mona"}),
    ("/stage", {"stage": "beta"}), ("/size", {"width": 80, "height": 40}),
    ("/mood", {"mood": "calm"}),
    ("/price", {"price": 12}), ("/seats", {"free": 7}), ("/shop", {"open": "daily"}),
)  # fmt: skip
NUMBERS = (("/answer", 42), ("/limit", 100), ("/year", 2031), ("/level", 3), ("/lucky", 7),
            ("/floors", 5), ("/temperature", 21), ("/queue-length", 12))  # fmt: skip
STATES = (("/teapot", "short and stout", 418), ("/shop", "back soon", 503), ("/old", "gone", 410),
           ("/jobs", "none right now", 404), ("/secret", "go away", 403), ("/print", "busy", 503),
           ("/trial", "time is up", 402), ("/legacy", "use v2", 410))  # fmt: skip
