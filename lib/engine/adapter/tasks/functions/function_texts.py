"""Python functions to write with and without types and docstring.

Invariant: each has one signature line with every type, and a docstring of one line that names two
to choose from; nothing here draws.
"""

from __future__ import annotations

FUNCTIONS = '''
def get_~item~(~item~_id: int, ~items~: dict) -> dict:
    """Return the ~item~ with this id.|Look up one ~item~ by its id."""
    return ~items~[~item~_id]

def total_~field~(~items~: list) -> float:
    """Add up the ~field~ of all ~items~.|Return the sum of the ~field~ values."""
    # empty ~items~ count as zero
    total = 0.0
    for ~item~ in ~items~:
        total += ~item~.~field~ or 0
    return total

def format_~item~(name: str, ~field~: int, unit: str = "kg") -> str:
    """Return one line for the report.|Describe a ~item~ in one line."""
    return f"{name}: {~field~} {unit}"

def slugify(title: str, separator: str = "-") -> str:
    """Turn a title into part of a URL.|Make a slug, such as my-first-~item~."""
    words = title.lower().split()
    return separator.join(words)

def is_~adj~(~item~: dict, threshold: int) -> bool:
    """Tell whether a ~item~ is ~adj~.|Return True for ~adj~ ~items~ only."""
    return ~item~["~field~"] >= threshold

def load_~items~(path: str) -> list[str]:
    """Read the ~items~, one a line.|Return the lines of the ~item~ file."""
    with open(path) as file:
        # the last line may be empty
        return [line.strip() for line in file if line.strip()]

def save_~items~(~items~: list[str], path: str) -> None:
    """Write the ~items~ to a file.|Store all ~items~, one a line."""
    with open(path, "w") as file:
        file.write("\\n".join(~items~))

def average(values: list[float]) -> float:
    """Return the mean of the values.|Compute the average, 0 for an empty list."""
    if not values:
        return 0.0
    return sum(values) / len(values)

def find_~item~(~items~: list, name: str) -> dict | None:
    """Return the first ~item~ of that name.|Search the ~items~ by name."""
    for ~item~ in ~items~:
        if ~item~["name"] == name:
            return ~item~
    return None

def count_~items~(text: str) -> dict:
    """Count how often each word occurs.|Return the number of uses of each ~item~."""
    counts = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return counts

def apply_discount(price: float, percent: float) -> float:
    """Return the price after the discount.|Reduce a price by some percent."""
    # percent is between 0 and 100
    reduced = price * (1 - percent / 100)
    return round(reduced, 2)

def greet(name: str, greeting: str = "Hello") -> str:
    """Return a greeting.|Build the welcome text for one ~item~."""
    return f"{greeting}, {name}!"

def chunk(~items~: list, size: int) -> list[list]:
    """Cut the ~items~ into groups.|Split a list into parts of one size."""
    return [~items~[i : i + size] for i in range(0, len(~items~), size)]

def parse_~field~(raw: str, fallback: int = 0) -> int:
    """Parse the ~field~ of a ~item~.|Convert the raw ~field~ to a number."""
    try:
        return int(raw)
    except ValueError:
        return fallback

def send_~item~(address: str, subject: str, retries: int = 3) -> bool:
    """Send one ~item~ and tell whether it worked.|Try to deliver a ~item~ by mail."""
    for _ in range(retries):
        # the server is slow in the morning
        if mailer.send(address, subject):
            return True
    return False

def celsius_to_fahrenheit(celsius: float) -> float:
    """Convert a temperature.|Return the temperature in degrees Fahrenheit."""
    return celsius * 9 / 5 + 32

def print_~items~(~items~: list, limit: int) -> None:
    """Print the first ~items~.|Show a few ~items~ on the screen."""
    for number, ~item~ in enumerate(~items~[:limit], start=1):
        print(number, ~item~)

async def fetch_~item~(client: Client, ~item~_id: int) -> dict:
    """Fetch one ~item~ from the server.|Download a ~item~ as JSON."""
    response = await client.get(f"/~items~/{~item~_id}")
    response.raise_for_status()
    return response.json()

def unique(~items~: list[str]) -> list[str]:
    """Remove duplicates, keep the order.|Return every ~item~ once."""
    seen = set()
    # a set alone would lose the order
    return [x for x in ~items~ if not (x in seen or seen.add(x))]

def ~verb~_~item~(~item~: dict, ~field~: str) -> dict:
    """~Verb~ one ~item~ in place.|Set the ~field~ of a ~item~ and return it."""
    ~item~["~field~"] = ~field~
    ~item~["updated"] = True
    return ~item~

def is_palindrome(word: str) -> bool:
    """Tell whether a word reads the same backwards.|Check for a palindrome."""
    cleaned = word.lower().replace(" ", "")
    return cleaned == cleaned[::-1]

def log_~verb~(message: str, level: str = "info") -> None:
    """Append a message to the log.|Write one line to the ~verb~ log."""
    # opened anew each time, so that the file can be rotated
    with open("~verb~.log", "a") as file:
        file.write(f"[{level}] {message}\\n")

def split_name(full_name: str) -> tuple:
    """Split a name into first and last.|Return first name and last name."""
    first, _, last = full_name.partition(" ")
    return first, last

def max_~field~(~items~: list[dict], default: int) -> int:
    """Return the highest ~field~.|Find the largest ~field~ of the ~items~."""
    values = [~item~["~field~"] for ~item~ in ~items~]
    return max(values, default=default)

def days_left(deadline: date, today: date) -> int:
    """Return the days until the deadline.|Count the remaining days."""
    return (deadline - today).days

def mask_email(email: str, visible: int) -> str:
    """Hide most of an e-mail address.|Replace the middle of the address by stars."""
    user, _, domain = email.partition("@")
    # keep the domain readable
    return user[:visible] + "***@" + domain

def render_~item~(template: str, values: dict, strict: bool = False) -> str:
    """Fill in the template.|Render one ~item~ page."""
    for key, value in values.items():
        template = template.replace("{" + key + "}", str(value))
    return template
'''.strip("\n").split("\n\n")
"""Python functions with every type, and two docstrings of which a text shows one."""
