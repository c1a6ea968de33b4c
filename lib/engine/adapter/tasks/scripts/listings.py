"""Functions whose lines may stand in any order.

Invariant: a line is a statement of its own, so that the code is whole wherever it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import indent

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots


@dataclass(frozen=True, slots=True)
class Listing:
    """A function of lines that may stand in any order."""

    name: str
    params: str
    lines: tuple[str, ...]
    last: str
    """What it returns; empty where it does not."""

    def write(self, form: str) -> str:
        """Return the code, as a function, arrow or method."""
        lines = [*self.lines, self.last] if self.last else [*self.lines]
        inner = indent("\n".join(lines), "  ")
        start = "async " if "await " in inner else ""
        if form == "arrow":
            return f"const {self.name} = {start}{self.params} => {{\n{inner}\n}};"
        head = "" if form == "method" else "function "
        return f"{start}{head}{self.name}{self.params} {{\n{inner}\n}}"


def draw_listings(context: Context) -> list[Listing]:
    """Return functions of lines; the first is the told one, and others have the same lines."""
    random, slots = context.random, Slots(context.random)
    entries = [entry.split("\n") for entry in _LISTED.strip().split("\n\n")]
    entry = random.choice(entries)
    listings = []
    for number in range(min(4, 1 + context.size // 300 + context.chance(0.4))):
        heading, *pool = entry if number == 0 or context.chance(0.6) else random.choice(entries)
        names, _, params = heading.partition(" (")
        size = random.randrange(4, 6 + min(4, context.size // 120))
        lines = random.sample(pool, min(size, len(pool)))
        if context.chance(0.35):
            lines.insert(random.randrange(len(lines) + 1), random.choice(_STATEMENTS))
        last = random.choice(_RETURNS) if context.chance(0.3) else ""
        listings.append(Listing(
            slots.fill(random.choice(names.split())), slots.fill(f"({params}"),
            tuple(slots.fill(line) for line in lines), slots.fill(last),
        ))  # fmt: skip
    return listings


_LISTED = r"""
setup~Item~App createServer configure (app)
app.use(cors());
app.use(helmet());
app.use(express.json());
app.use(morgan("dev"));
app.use("/~items~", ~item~Router);
app.use("/~others~", ~other~Router);
app.set("view engine", "pug");
app.disable("x-powered-by");
app.set("port", ~port~);
app.use(express.static("public"));

submit~Item~Form reset~Item~Form clear~Item~ ()
form.reset();
setErrors([]);
setLoading(false);
button.disabled = true;
titleInput.focus();
status.textContent = "~msg~";
panel.classList.remove("open");
window.scrollTo(0, 0);
dispatch({ type: "~item~/cleared" });

placeOrder complete~Item~ finish~Item~Checkout (order, customer)
validateOrder(order);
reserveStock(order.items);
await chargeCard(customer, order.total);
await sendInvoice(customer.email);
updateStatistics(order);
console.log("Order done", order.id);
order.status = "~word~";
await saveOrder(order);
notifyWarehouse(order);
emptyCart(customer.id);

gameLoop tick update~Item~Scene (delta)
clearScreen();
moveEnemies(delta);
movePlayer(delta);
checkCollisions();
drawMap();
drawPlayer();
updateScore(~n~);
playSounds();
spawn~Item~(~digit~);
frame += 1;

deploy release publish~Item~ (version)
await runTests();
await build("~word~");
await upload(version);
console.log("Deploying", version);
cleanCache();
await restartServer(~port~);
await tagRelease(version);
await notifyTeam("#~word2~", version);
writeChangelog(version);

init~Item~Page mount~Item~ setup~Item~View ()
loadSettings();
render~Items~();
bindEvents();
startClock();
document.title = "~Word~ ~items~";
connectSocket("wss://~domain~");
restoreScroll();
showBanner("~msg~");
trackVisit("~item~");
preload~Other~Images();

reset~Item~State start~Item~ stop~Item~ ()
state.count = 0;
state.items = [];
state.isOpen = false;
state.selected = null;
state.page = 1;
state.limit = ~n~;
state.filter = "~word~";
state.updatedAt = Date.now();
emit("reset");

test~Item~Page check~Item~List verify~Item~Form (page)
await page.goto("/~items~");
await page.click("#~word~");
await page.fill("#name", "~first~");
expect(page.url()).toContain("~item~");
expect(await page.title()).toBe("~Item~ list");
await page.screenshot();
await page.waitForTimeout(~n~);
console.log("checked ~items~");

bake~Item~ prepareDough makeBread (kitchen)
kitchen.heatOven(~n~);
kitchen.mix("flour", "water");
kitchen.add("salt", ~digit~);
kitchen.knead(~teen~);
kitchen.rest({ minutes: ~n2~ });
kitchen.add("butter", ~digit2~);
kitchen.setTimer(~teen2~);
kitchen.cleanTable();

register~Item~ create~Item~ add~Item~ (~item~)
~item~.id = crypto.randomUUID();
~item~.createdAt = new Date();
~item~.~field~ = ~n~;
~item~.tags = ["~word~", "~word2~"];
~items~.push(~item~);
logger.info("new ~item~");
~item~Index.set(~item~.slug, ~item~);
events.emit("~item~-created", ~item~);
"""
"""Names of a function with its parameters, then lines of it."""

_STATEMENTS = (
    'if (DEBUG) {\n  console.log("~word~");\n}',
    "for (const ~item~ of ~items~) {\n  ~item~.refresh();\n}",
    "if (!~items~.length) {\n  showHint(~n~);\n}",
    'try {\n  ping("~domain~");\n} catch {\n  retries += 1;\n}',
    "~items~.forEach((~item~) => {\n  ~item~.~field~ = ~digit~;\n});",
    'setTimeout(() => {\n  hide("~word2~");\n}, ~n~);',
)
_RETURNS = ("return true;", "return ~item~;", "return ~items~.length;", "return { ok: true };")
