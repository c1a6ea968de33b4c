"""Functions with one told literal, in Python and in JavaScript.

Invariant: each has the marks {L} and {P} and one told place; the values of a shape are all of one
type.
"""

from __future__ import annotations

LITERALS = {
    "python": """
retries attempts max_tries | 3 5 10 4
def ~verb~_~item~(url{P}):
    for attempt in «range({L})»:
        if try_~verb~(url):
            return True
        time.sleep({T})
    return False

delay pause wait_seconds | 2 5 0.5 10 30
def poll_~items~(queue{P}):
    while queue:
        handle(queue.pop(), timeout={T})
        «time.sleep({L})»
    print("queue is empty")

limit count top | 3 5 10 20
def top_~items~(~items~{P}):
    ordered = sorted(~items~, key=lambda x: x.~field~, reverse=True)
    return «ordered[:{L}]»

minimum min_length shortest | 3 8 10 12
def is_valid_~item~(text{P}):
    if «len(text) < {L}»:
        return False
    return text.isalnum()

url base_url endpoint | https://api.~domain~/v1 https://~domain~/~items~
def fetch_~items~(session{P}):
    response = «session.get({L})»
    response.raise_for_status()
    return response.json()

timeout timeout_seconds max_wait | 5 10 30 60
def download_~item~(address{P}):
    reply = requests.get(address, «timeout={L}»)
    return reply.content

path filename source | ~items~.csv data/~items~.json /var/log/~word~.log
def load_~items~({P}):
    with «open({L})» as file:
        return file.read()

rate tax_rate factor | 0.19 0.2 1.5 0.05
def add_tax(price{P}):
    tax = «price * {L}»
    return round(price + tax, 2)

separator delimiter joiner | , ; |
def export_~item~(values{P}):
    cells = [str(value) for value in values]
    return «{L}.join(cells)»

greeting prefix opening | Hello Welcome Dear
def greet_~item~(name{P}):
    name = name.strip().title()
    return «{L} + " " + name»

size block_size chunk_size | 100 512 1024 4096
def copy_~item~(source, target{P}):
    while True:
        block = «source.read({L})»
        if not block:
            break
        target.write(block)

width columns line_width | 40 60 72 80
def print_title(title{P}):
    print(title.center({T}))
    «print("-" * {L})»

days max_age lifetime | 7 14 30 90
def is_expired(~item~, today{P}):
    age = today - ~item~.created
    return «age.days > {L}»

port server_port | 8000 8080 5000
def start_~item~_server(host{P}):
    server = HTTPServer(«(host, {L})», ~Item~Handler)
    server.serve_forever()

threshold cutoff min_~field~ | 10 18 50 100
def filter_~items~(~items~{P}):
    return [x for x in ~items~ if «x.~field~ >= {L}»]

color highlight | red blue green yellow
def draw_~item~(canvas, x, y{P}):
    canvas.move_to(x, y)
    «canvas.circle(x, y, fill={L})»
    canvas.stroke()

status state | open active draft pending
def list_~items~(database{P}):
    rows = database.select("~items~")
    return [row for row in rows if «row["status"] == {L}»]

digits precision places | 2 3 1
def mean_~field~(values{P}):
    if len(values) < {T}:
        return 0
    return «round(sum(values) / len(values), {L})»

step interval every | 10 5 100 50
def ~verb~_all(~items~{P}):
    for index, ~item~ in enumerate(~items~):
        ~verb~(~item~)
        if «index % {L} == 0» or index < {T}:
            print("done:", index)
""".strip("\n").split("\n\n"),
    "javascript": """
retries attempts maxTries | 3 5 10 4
async function ~verb~~Item~(url{P}) {
  for (let i = 0; «i < {L}»; i++) {
    const reply = await send(url, { timeout: {T} });
    if (reply.ok) return reply;
  }
  return null;
}

delay pause wait | 200 500 1000 3000
function show~Item~(element{P}) {
  element.hidden = false;
  «setTimeout(() => hide(element), {L})»;
}

limit count top | 3 5 10 20
function latest~Items~(~items~{P}) {
  const sorted = [...~items~].sort((a, b) => b.~field~ - a.~field~);
  return «sorted.slice(0, {L})»;
}

minimum minLength | 3 8 10 12
function isValid~Item~(text{P}) {
  if («text.length < {L}») {
    return false;
  }
  return /^[a-z0-9]+$/.test(text);
}

url endpoint baseUrl | https://api.~domain~/v1 /api/~items~
async function load~Items~({P}) {
  const response = await «fetch({L})»;
  return response.json();
}

rate taxRate factor | 0.19 0.2 1.5 0.05
function withTax(price{P}) {
  const tax = «price * {L}»;
  return price + tax;
}

separator delimiter joiner | , ; |
function export~Item~(values{P}) {
  const cells = values.map(String);
  return «cells.join({L})»;
}

digits precision | 2 3 1
function format~Field~(value{P}) {
  if (Number.isNaN(value)) return "-";
  return «value.toFixed({L})»;
}

color highlight | red blue green yellow
function mark~Item~(node{P}) {
  node.classList.add("marked");
  «node.style.color = {L}»;
}

days maxAge lifetime | 7 14 30 90
function isExpired(~item~, today{P}) {
  const age = daysBetween(~item~.created, today);
  return «age > {L}»;
}

locale language | en de fr es
function print~Field~(amount{P}) {
  const text = «amount.toLocaleString({L})»;
  console.log(text);
}

storageKey slot | ~items~ ~word~ ~item~-draft
function save~Item~(~item~{P}) {
  const text = JSON.stringify(~item~);
  «localStorage.setItem({L}, text)»;
}
""".strip("\n").split("\n\n"),
}
"""By language: names | values, then a function. {P}: end of the parameters; {L}: the literal;
{T}: the same literal where it stays; «...»: the told place."""
