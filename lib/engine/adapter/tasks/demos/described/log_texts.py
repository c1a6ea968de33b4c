"""Functions that log and print, in Python and JavaScript.

Invariant: patterns only; `~slots~` are filled and `@` is a call whose level the maker writes.
"""

from __future__ import annotations

LOGGED = (
    ('def import_~items~(path):\n    @("Importing %s", path)\n    rows = read_rows(path)\n'
     '    if not rows:\n        @("File %s is empty", path)\n        return 0\n'
     "    saved = save_all(rows)\n"
     '    @("Imported %d ~items~", saved)\n    return saved',
     (("the start of the import", "info"), ("empty files", "warning"),
      ("the number of imported ~items~", "info"))),
    ('def log_in(name, password):\n    user = find_user(name)\n    if user is None:\n'
     '        @("Unknown user %s", name)\n        return None\n'
     '    if not user.check(password):\n        @("Failed attempt of %s", name)\n'
     '        return None\n    @("%s logged in", name)\n    return user',
     (("unknown users", "warning"), ("the failed attempts", "warning"),
      ("the successful logins", "info"))),
    ('def charge(~item~, amount):\n    @("Charging %s: %s", ~item~, amount)\n    try:\n'
     '        gateway.pay(~item~, amount)\n    except TimeoutError:\n'
     '        @("Gateway timed out")\n        return False\n    except PaymentError as error:\n'
     '        @("Payment refused: %s", error)\n        return False\n    return True',
     (("the amount that is charged", "info"), ("the timeouts", "warning"),
      ("refused payments", "error"))),
    ('def clean_cache(folder):\n    for path in folder.iterdir():\n'
     '        if path.suffix != ".tmp":\n            @("Skipping %s", path)\n            continue\n'
     '        @("Deleting %s", path)\n        path.unlink()\n    @("Cache is clean")',
     (("the skipped files", "debug"), ("the deleted files", "info"),
      ("the final message about the clean cache", "info"))),
    ('def fetch_~other~(url):\n    for attempt in range(3):\n        @("Attempt %d", attempt)\n'
     "        answer = client.get(url)\n        if answer.ok:\n            return answer.json()\n"
     '        @("Status %s from %s", answer.status_code, url)\n'
     '    @("Giving up on %s", url)\n    return None',
     (("the single attempts", "debug"), ("bad status codes", "warning"),
      ("the giving up", "error"))),
    ('def send_~items~(queue):\n    while queue:\n        ~item~ = queue.pop()\n'
     '        if ~item~.expired:\n            @("Dropping expired %s", ~item~)\n'
     '            continue\n        deliver(~item~)\n        @("Delivered %s", ~item~)\n'
     '    @("Queue is empty")',
     (("the expired ~items~", "warning"), ("every delivery", "debug"),
      ("the empty queue", "info"))),
    ('def load_config(path):\n    if not path.exists():\n'
     '        @("No config at %s, using defaults", path)\n        return dict(DEFAULTS)\n'
     '    config = parse(path.read_text())\n    for key in config:\n'
     '        if key not in DEFAULTS:\n            @("Unknown key %s", key)\n'
     '    @("Config loaded")\n    return config',
     (("a missing config", "warning"), ("unknown keys", "warning"),
      ("the loaded config", "info"))),
    ('def back_up(~other~):\n    @("Backing up %s", ~other~)\n    if disk_free() < ~n~:\n'
     '        @("Disk is nearly full")\n    try:\n        copy(~other~, BACKUPS)\n'
     '    except OSError as error:\n        @("Backup failed: %s", error)\n        raise',
     (("the start of the backup", "info"), ("the nearly full disk", "warning"),
      ("a failed backup", "error"))),
    ('def read_sensor(port):\n    value = port.read()\n    @("Raw value %s", value)\n'
     '    if value is None:\n        @("Sensor gave no answer")\n        return None\n'
     '    if value > ~teen~:\n        @("Value %s is too high", value)\n    return value',
     (("the raw values", "debug"), ("a sensor that does not answer", "error"),
      ("values that are too high", "warning"))),
)  # fmt: skip

PRINTED = (
    "def print_invoice(~items~):\n    net = sum(one.price for one in ~items~)\n"
    '    tax = net * 0.~teen~\n    print(f"Net: {net:.2f}")\n    print(f"Tax: {tax:.2f}")',
    "def main():\n    names = load_names()\n    winner = random.choice(names)\n"
    '    print("The winner is", winner)',
    "def show_menu(~items~):\n    ordered = sorted(~items~)\n"
    "    for number, ~item~ in enumerate(ordered, 1):\n"
    '        label = ~item~.title()\n        print(f"{number}. {label}")',
    "def load_~others~(path):\n    text = path.read_text()\n    rows = text.splitlines()\n"
    "    if not rows:\n        logger.warning(\"%s is empty\", path)\n    return rows",
    "def merge(left, right):\n    result = dict(left)\n    for key, value in right.items():\n"
    "        old = result.get(key, 0)\n        result[key] = old + value\n    return result",
    "def median(values):\n    ordered = sorted(values)\n    middle = len(ordered) // 2\n"
    "    return ordered[middle]",
    "def report(~others~):\n    total = len(~others~)\n    done = sum(o.done for o in ~others~)\n"
    '    print(f"{done} of {total} ~others~ finished")',
    "def parse_line(line):\n    name, _, rest = line.partition(\":\")\n"
    "    fields = rest.split(\",\")\n"
    "    return name.strip(), fields",
    "def convert(amount, rates, target):\n    rate = rates[target]\n    converted = amount * rate\n"
    "    if rate <= 0:\n        warnings.warn(\"Strange rate\")\n    return round(converted, 2)",
    "def guess(secret):\n    tries = 0\n    while True:\n"
    "        number = int(input(\"Number? \"))\n"
    "        tries += 1\n        if number == secret:\n"
    '            print(f"Right, after {tries} tries!")\n            return',
)  # fmt: skip


WITH_LOGS = (
    "function total(~items~) {\n  const sum = ~items~.reduce((a, b) => a + b.price, 0);\n"
    "  if (sum > ~n~) {\n    console.warn('Large order', sum);\n  }\n  return sum;\n}",
    "async function load~Item~(id) {\n  const answer = await api.get(id);\n"
    "  const ~item~ = answer.data;\n  if (!~item~) {\n"
    "    console.error('No ~item~', id);\n  }\n  return ~item~;\n}",
    "export function parse(line) {\n  const parts = line.split(';');\n"
    "  const name = parts[0].trim();\n  return { name, ~field~: parts[1] };\n}",
    "form.addEventListener('submit', (event) => {\n  event.preventDefault();\n"
    "  const values = new FormData(form);\n  send(values);\n});",
    "function next~Other~(state) {\n  const index = state.index + 1;\n"
    "  const ~other~ = state.~others~[index];\n  if (!~other~) {\n"
    "    console.info('Last ~other~ reached');\n  }\n  return { ...state, index };\n}",
    "const median = (numbers) => {\n  const sorted = [...numbers].sort((a, b) => a - b);\n"
    "  const middle = Math.floor(sorted.length / 2);\n  return sorted[middle];\n};",
    "function save(settings) {\n  const text = JSON.stringify(settings);\n  try {\n"
    "    localStorage.setItem('~word~', text);\n  } catch (error) {\n"
    "    console.error('Could not save', error);\n  }\n}",
)
