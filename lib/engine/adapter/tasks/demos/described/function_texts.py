"""Python functions and classes as people paste them.

Invariant: patterns only; `~slots~` are filled and marks like `@` replaced by the makers.
"""

from __future__ import annotations

HINTED = (
    "def add_tax(price: float, rate: float) -> float:\n    return price * (1 + rate)",
    "def average(values: list[float]) -> float:\n    return sum(values) / len(values)",
    "def find_~item~(~items~: list[str], name: str) -> str | None:\n    for ~item~ in ~items~:\n"
    "        if ~item~ == name:\n            return ~item~\n    return None",
    "def count_words(text: str) -> int:\n    return len(text.split())",
    "def is_leap(year: int) -> bool:\n"
    "    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)",
    'def greet(name: str, times: int = 1) -> str:\n    return f"Hello {name}! " * times',
    "def save_lines(path: str, lines: list[str]) -> None:\n"
    '    with open(path, "w") as file:\n        file.write("\\n".join(lines))',
    "def print_~items~(~items~: list[str], limit: int = ~n~) -> None:\n"
    '    for ~item~ in ~items~[:limit]:\n        print("-", ~item~)',
    "def clamp(value: float, low: float, high: float) -> float:\n"
    "    return max(low, min(high, value))",
    "def area(width: float, height: float) -> float:\n    return width * height",
    "def tally(votes: list[str]) -> dict[str, int]:\n    counts = {}\n    for vote in votes:\n"
    "        counts[vote] = counts.get(vote, 0) + 1\n    return counts",
    "def total_~items~(stock: dict[str, int]) -> int:\n    return sum(stock.values())",
    'def slugify(title: str) -> str:\n    return title.strip().lower().replace(" ", "-")',
    "def split_seconds(seconds: int) -> tuple[int, int]:\n    return divmod(seconds, 60)",
    "def has_~item~(names: list[str], ~item~: str) -> bool:\n    return ~item~ in names",
    "def unique_~others~(~others~: list[str]) -> set[str]:\n"
    "    return {~other~.lower() for ~other~ in ~others~}",
    "def bmi(weight: float, height: float) -> float:\n    return round(weight / height**2, 1)",
    "def even_numbers(limit: int) -> list[int]:\n    return list(range(0, limit, 2))",
    "def truncate(text: str, length: int = ~n~) -> str:\n"
    '    return text if len(text) <= length else text[:length] + "..."',
    "def log_~item~(message: str, urgent: bool = False) -> None:\n"
    '    mark = "!" if urgent else " "\n'
    "    print(mark, message)",
    "def to_celsius(fahrenheit: float) -> float:\n    return (fahrenheit - 32) * 5 / 9",
    "def most_~adj~(scores: dict[str, int]) -> str:\n    return max(scores, key=scores.get)",
    "def remove_~other~(~others~: list[str], position: int) -> None:\n    del ~others~[position]",
    "def initials(first: str, last: str) -> str:\n    return first[0] + last[0]",
    "def repeat(word: str, count: int, separator: str) -> str:\n"
    "    return separator.join([word] * count)",
    "def is_~adj2~(level: int, strict: bool) -> bool:\n"
    "    return level > (~teen~ if strict else 5)",
)

BORDERS = (
    ("shipping_cost", "total", "total", ">", (25, 50, 80, 100), "0", "4.90",
     "an order of exactly {n}", "ship for free"),
    ("may_vote", "age", "age", ">", (16, 18), "", "",
     "somebody who is exactly {n}", "be allowed to vote"),
    ("has_fever", "temperature", "temperature", ">", (37.5, 38, 38.5), "", "",
     "a temperature of exactly {n}", "count as fever"),
    ("bulk_discount", "quantity", "quantity", ">", (10, 20, 50), "0.15", "0.0",
     "a quantity of exactly {n}", "get the bulk discount"),
    ("needs_reorder", "stock", "stock", "<", (5, 8, 12, 30), "", "",
     "a stock of exactly {n}", "trigger a reorder"),
    ("is_strong", "password", "len(password)", ">", (8, 10, 12), "", "",
     "a password of exactly {n} characters", "count as strong"),
    ("is_late", "minutes", "minutes", ">", (5, 10, 15), "", "",
     "a delay of exactly {n} minutes", "count as late"),
    ("baggage_fee", "weight", "weight", ">", (20, 23, 32), "45", "0",
     "a bag of exactly {n} kilos", "cost extra"),
    ("battery_icon", "level", "level", "<", (10, 15, 20), '"low"', '"normal"',
     "a battery at exactly {n} percent", "be shown as low"),
    ("parking_fee", "minutes", "minutes", "<", (20, 30, 60), "0", "3",
     "a stay of exactly {n} minutes", "be free"),
    ("ticket_price", "age", "age", "<", (6, 12, 14), "5", "9",
     "a child of exactly {n}", "get the cheap ticket"),
    ("customer_tier", "points", "points", ">", (200, 500, 1000), '"gold"', '"silver"',
     "a customer with exactly {n} points", "be gold"),
    ("road_state", "degrees", "degrees", "<", (1, 2, 3), '"icy"', '"clear"',
     "a reading of exactly {n} degrees", "count as icy"),
    ("is_quorate", "votes", "votes", ">", (12, 25, 50), "", "",
     "a vote with exactly {n} people", "be valid"),
    ("exam_result", "score", "score", ">", (40, 50, 60), '"passed"', '"failed"',
     "a score of exactly {n}", "pass"),
    ("speed_warning", "speed", "speed", ">", (30, 50, 130), '"slow down"', "None",
     "a speed of exactly {n}", "set off the warning"),
    ("preview", "text", "len(text)", ">", (60, 80, 140), '"too long"', "text",
     "a text of exactly {n} characters", "count as too long"),
    ("is_small_team", "members", "len(members)", "<", (4, 6, 9), "", "",
     "a team of exactly {n} people", "count as small"),
    ("loan_rate", "amount", "amount", "<", (1000, 5000, 9000), "0.07", "0.05",
     "a loan of exactly {n}", "get the higher rate"),
    ("is_urgent", "days_left", "days_left", "<", (2, 3, 7), "", "",
     "a task with exactly {n} days left", "count as urgent"),
)  # fmt: skip
"""(function, parameter, what is compared, direction, numbers, result, other result, who, what)."""

METHODS = (
    ("Cart", "add", ("put", "insert_item", "add_item"),
     "class Cart:\n    def __init__(self):\n        self.names = set()\n\n"
     "    def @(self, name):\n        self.names.add(name)\n\n    def size(self):\n"
     "        return len(self.names)\n\n\ncart = Cart()\ncart.@(\"~item~\")\ncart.@(\"~other~\")\n"
     "seen = set()\nseen.add(\"~word~\")\nprint(cart.size(), seen)"),
    ("Playlist", "append", ("enqueue", "add_song", "queue_up"),
     "class Playlist:\n    def __init__(self, title):\n        self.title = title\n"
     "        self.songs = []\n\n    def @(self, song):\n        self.songs.append(song)\n\n\n"
     "mix = Playlist(\"~Word~\")\nmix.@(\"~Adj~ ~Item~\")\ntitles = []\ntitles.append(mix.title)"),
    ("Inbox", "pop", ("take_next", "next_message", "fetch"),
     "class Inbox:\n    def __init__(self, messages):\n        self.messages = list(messages)\n\n"
     "    def @(self):\n        if not self.messages:\n            return None\n"
     "        return self.messages.pop(0)\n\n\ninbox = Inbox([\"~word~\", \"~word2~\"])\n"
     "first = inbox.@()\nstack = [1, 2, 3]\nlast = stack.pop()\nprint(first, last, inbox.@())"),
    ("Settings", "get", ("read", "lookup", "value_of"),
     "class Settings:\n    def __init__(self, values):\n        self.values = values\n\n"
     "    def @(self, key):\n        return self.values.get(key, \"\")\n\n\n"
     "def start(settings: Settings, env: dict):\n    port = settings.@(\"port\")\n"
     "    host = env.get(\"HOST\")\n    return host, port, settings.@(\"~word~\")"),
    ("Counter2D", "update", ("record", "mark", "bump"),
     "class Counter2D:\n    def __init__(self):\n        self.cells = {}\n\n"
     "    def @(self, x, y):\n        self.cells.update({(x, y): 1})\n\n\ngrid = Counter2D()\n"
     "grid.@(~digit~, 4)\ngrid.@(2, ~teen~)\noptions = {}\noptions.update(~word~=True)"),
    ("Board", "remove", ("take_off", "discard_piece", "delete"),
     "class Board:\n    def __init__(self, pieces):\n        self.pieces = pieces\n\n"
     "    def @(self, piece):\n        self.pieces.remove(piece)\n"
     "        self.remove_marks()\n\n    def remove_marks(self):\n        self.marks = []\n\n\n"
     "board = Board([\"~item~\", \"~other~\"])\nboard.@(\"~item~\")\n"
     "players = [\"~first~\", \"~first2~\"]\nplayers.remove(\"~first~\")"),
    ("Journal", "write", ("note", "add_line", "record"),
     "class Journal:\n    def __init__(self, path):\n        self.path = path\n\n"
     "    def @(self, text):\n        with open(self.path, \"a\") as file:\n"
     "            file.write(text + \"\\n\")\n\n\njournal = Journal(\"~word~.txt\")\n"
     "journal.@(\"~Item~ sold\")\njournal.@(\"~Other~ bought\")\n"
     "with open(\"~word2~.log\", \"w\") as out:\n    out.write(\"done\")"),
    ("Deck", "sort", ("arrange", "put_in_order", "order"),
     "class Deck:\n    def __init__(self, cards):\n        self.cards = cards\n\n"
     "    def @(self):\n        self.cards.sort(key=lambda card: card.value)\n\n"
     "    def deal(self):\n        self.@()\n        return self.cards.pop()\n\n\n"
     "def play(deck: Deck, ~others~: list):\n    ~others~.sort()\n    deck.@()\n"
     "    return deck.deal()"),
    ("Timer", "start", ("begin", "launch", "run"),
     "class Timer:\n    def __init__(self, seconds):\n        self.seconds = seconds\n"
     "        self.start_time = None\n\n    def @(self):\n        self.start_time = now()\n\n"
     "    def restart(self):\n        self.@()\n\n\ntimer = Timer(~teen~)\ntimer.@()\n"
     "server = Server(\"~word~\")\nserver.start()"),
    ("Survey", "count", ("tally", "count_votes", "votes_for"),
     "class Survey:\n    def __init__(self):\n        self.answers = []\n\n"
     "    def @(self, answer):\n        return self.answers.count(answer)\n\n"
     "    def share(self, answer):\n        return self.@(answer) / len(self.answers)\n\n\n"
     "survey = Survey()\nprint(survey.@(\"yes\"), \"~word~\".count(\"a\"))"),
)  # fmt: skip
"""(class, old name, new names, module): `@` is the method wherever it is meant."""
