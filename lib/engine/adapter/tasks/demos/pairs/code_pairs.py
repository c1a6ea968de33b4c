"""Edits of two places that belong together, in functions, unions and lists.

Invariant: the twin of what is told stays: the other function, the other union, the other list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lib.engine.adapter.tasks.demos.pairs import code_pair_wordings as wordings
from lib.engine.adapter.tasks.demos.telling import tell_both
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import pascal
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.words import split_words


def tell_pair(
    context: Context,
    phrases: Sequence[Phrases],
    reasons: Sequence[str],
    stays: Sequence[str],
    **values: str,
) -> str:
    """Return a request for one or two changes, perhaps with a reason and with what stays."""
    said = [context.say(one, **values) for one in phrases]
    request = tell_both(context, *said) if len(said) > 1 else said[0]
    reason, stay = context.chance(0.3), context.chance(0.4)
    if not reason and not stay:
        return request
    gap = "\n" if "\n" in request else " "
    request = request[0].upper() + request[1:]
    if not request.endswith((".", "!", "?")):
        request += "."
    if reason:
        request = context.random.choice(reasons).format(**values).strip() + gap + request
    return request + gap + context.random.choice(stays).format(**values) if stay else request


_FUNCTIONS = (
    ("timeout:int", ("10", "30", "60"), ("load_orders", "load_invoices", "load_receipts"),
     "customer:str", 'path = build_path("list", customer)', "client.get", "path"),
    ("retries:int", ("3", "5"), ("send_mail", "send_letter", "send_push"),
     "recipient:str text:str", "address = find_address(recipient)", "gateway.send", "address text"),
    ("limit:int", ("20", "50", "100"), ("find_books", "find_authors", "find_series"),
     "query:str", "words = normalize(query)", "index.search", "words"),
    ("encoding:str", ('"utf-8"', '"latin-1"'), ("read_notes", "read_report", "read_log"),
     "path:str", "full_path = resolve_path(path)", "read_text", "full_path"),
    ("delay:float", ("0.5", "2"), ("open_door", "open_window", "open_gate"),
     "room:str", "motor = motor_of(room)", "schedule_move", "motor"),
    ("currency:str", ('"EUR"', '"USD"', '"CHF"'), ("show_price", "show_total", "show_fee"),
     "amount:float", "rounded = round_cents(amount)", "format_money", "rounded"),
    ("width:int", ("800", "1200"), ("make_preview", "make_banner", "make_cover"),
     "image:str", "pixels = load_image(image)", "canvas.resize", "pixels"),
    ("language:str", ('"en"', '"de"'), ("greet_guest", "greet_host", "greet_team"),
     "name:str", "text = lookup_greeting(name)", "translate", "text"),
    ("page_size:int", ("25", "40"), ("list_users", "list_groups", "list_roles"),
     "page:int", "table = open_table()", "table.fetch", "page"),
    ("max_depth:int", ("4", "8"), ("scan_folder", "scan_archive", "scan_bucket"),
     "root:str", "start = clean_path(root)", "walker.run", "start"),
    ("rate:float", ("0.07", "0.19"), ("net_price", "net_salary", "net_rent"),
     "gross:float", "base = to_cents(gross)", "subtract_tax", "base"),
    ("sort_key:str", ('"name"', '"date"'), ("export_songs", "export_albums", "export_lists"),
     "items:list", "rows = to_rows(items)", "sort_rows", "rows"),
)  # fmt: skip
"""The new parameter, defaults, functions, their parameters, a line, a call, its arguments."""
_SCRIPT_TYPES = {"int": "number", "float": "number", "str": "string", "list": "string[]"}


def _camel(code: str) -> str:
    return re.sub(r"(?<=[a-z])_([a-z])", lambda match: match[1].upper(), code)


class _Style:
    """How the functions of one text are written."""

    def __init__(self, context: Context) -> None:
        random = context.random
        self.language = random.choice(("python", "python", "typescript", "javascript"))
        self.is_python = self.language == "python"
        self.typed = self.language == "typescript" or (self.is_python and context.chance(0.6))
        self.end = "" if self.is_python or context.chance(0.2) else ";"
        self.start = random.choice(("function", "export function", "async function"))
        self.is_assigned = context.chance(0.3)

    def name(self, code: str) -> str:
        return code if self.is_python else _camel(code)

    def parameter(self, told: str, default: str = "") -> str:
        name, kind = told.split(":")
        if not self.typed:
            gap = "" if self.is_python else " "
            return name + (f"{gap}={gap}{default}" if default else "")
        kind = kind if self.is_python else _SCRIPT_TYPES[kind]
        return f"{self.name(name)}: {kind}" + (f" = {default}" if default else "")

    def function(self, name: str, parameters: str, line: str, call: str) -> str:
        """Return the function; `line` assigns something and `call` is what it returns."""
        lines = [f"result = {call}", "return result"] if self.is_assigned else [f"return {call}"]
        if self.is_python:
            return "\n    ".join([f"def {name}({parameters}):", line, *lines])
        lines = [f"const {one}" if " = " in one else one for one in (line, *lines)]
        body = "".join(f"  {one}{self.end}\n" for one in lines)
        return self.name(f"{self.start} {name}({parameters}) {{\n{body}}}")


def pass_parameter(context: Context) -> Edit | None:
    """Add a last parameter with a default to one of two like functions, and use it there."""
    random, style = context.random, _Style(context)
    told, defaults, names, args, line, callee, call_args = random.choice(_FUNCTIONS)
    function, twin = random.sample(names, 2)
    name, default = told.split(":")[0], random.choice(defaults)
    new = style.parameter(told, default)
    parameters = ", ".join(style.parameter(one) for one in args.split())
    given = ", ".join(call_args.split())
    by_keyword = style.is_python and context.chance(0.6)
    literal = context.chance(0.5)
    keyword = f"{name}=" if by_keyword else ""
    fixed = f"{callee}({given}, {keyword}{default})"
    free = f"{callee}({given}, {keyword}{name})"
    old = fixed if literal else f"{callee}({given})"
    parts = random.choice((1, 2, 3, 3, 3, 3))  # 1: the signature only, 2: the call only
    before = parameters if parts & 1 else f"{parameters}, {new}"
    source = style.function(function, before, line, old)
    after = f"{parameters}, {new}"
    answer = style.function(function, after, line, free if parts & 2 else old)
    other = style.function(twin, parameters, line, fixed if context.chance(0.6) else old)
    gap = "\n\n\n" if style.is_python else "\n\n"
    is_first = context.chance(0.5)
    pair = tuple(gap.join([one, other] if is_first else [other, one]) for one in (source, answer))
    if context.chance(0.3):
        constant = f"MAX_{random.choice(('WAIT', 'ITEMS', 'COUNT'))} = {default}"
        constant = constant if style.is_python else f"const {constant}{style.end}"
        pair = tuple(f"{constant}{gap}{one}" for one in pair)
    mark = random.choice(("'", '"', '"'))
    use = wordings.LITERAL if literal else wordings.KEYWORD if by_keyword else wordings.LAST
    phrases = [one for bit, one in ((1, wordings.PARAMETER), (2, use)) if parts & bit]
    plain = keyword + style.name(name)
    request = tell_pair(
        context, phrases, wordings.PARAMETER_REASONS, wordings.PARAMETER_STAYS,
        function=context.coded(style.name(function)), twin=context.coded(style.name(twin)),
        param=context.random.choice([f"`{style.name(new)}`"] * 2 + [style.name(new)]),
        name=context.coded(style.name(name)), call=context.coded(style.name(callee)),
        keyword=f"`{plain}`", literal=default,
    )  # fmt: skip
    source, answer = (style.name(one).replace('"', mark) for one in pair)
    request = request.replace(default, default.replace('"', mark))
    return make_edit(context, "pass parameter", request, style.language, (source, answer))


_UNIONS = (
    ("Shape", "corners", "ShapeColor", "red blue", "line:0 triangle:3 square:4 hexagon:6 star:10"),
    ("Plan", "monthlyFee", "PlanPeriod", "month year", "free:0 basic:5 plus:12 team:30 school:8"),
    ("Role", "roleLabel", "RoleScope", "own all",
     "guest:'Guest' editor:'Editor' owner:'Owner' auditor:'Auditor' helper:'Helper'"),
    ("Weather", "weatherIcon", "WeatherSource", "radar station",
     "sunny:'sun' rainy:'umbrella' snowy:'flake' foggy:'cloud' windy:'flag'"),
    ("Size", "sizeInCm", "SizeSystem", "metric imperial", "small:20 medium:35 large:50 huge:80"),
    ("Vehicle", "wheels", "VehicleOwner", "private rental", "bike:2 tricycle:3 car:4 truck:6"),
    ("Level", "levelPoints", "LevelMode", "solo duel", "easy:10 normal:25 hard:60 expert:90"),
    ("Payment", "paymentFee", "PaymentState", "open done",
     "card:2 transfer:0 cash:1 voucher:3 cheque:6"),
    ("Meal", "mealHour", "MealKind", "vegan classic", "breakfast:7 lunch:12 tea:16 dinner:19"),
    ("Priority", "dotColor", "PriorityView", "list board",
     "low:'grey' normal:'teal' high:'orange' urgent:'crimson' blocked:'black'"),
)  # fmt: skip
"""A union, a function of it, another union with its members, and members with what they return."""


def _branch(style: int, name: str, member: str, value: str) -> str:
    if style == 0:
        return f"    case {member}:\n      return {value};\n"
    if style == 1:
        return f"    case {member}: return {value};\n"
    return f"  if ({name} === {member}) return {value};\n"


def extend_union(context: Context) -> Edit | None:
    """Add a last member to a union and a last branch for it; the other union stays."""
    random = context.random
    union, function, twin, twin_members, told = random.choice(_UNIONS)
    split = [one.split(":") for one in told.split()]
    pairs = [(f"'{member}'", value) for member, value in split]
    pairs = random.sample(pairs, random.randrange(3, len(pairs) + 1))
    style, has_default = random.randrange(3), context.chance(0.6)
    name = random.choice(("value", "kind", union[0].lower() + union[1:]))
    parts = random.choice((1, 2, 3, 3, 3, 3))
    is_list = context.chance(0.4)

    def write(members: int, branches: int) -> str:
        listed = [member for member, _ in pairs[:members]]
        typed = "".join(f"\n  | {one}" for one in listed) if is_list else " " + " | ".join(listed)
        lines = "".join(_branch(style, name, *pair) for pair in pairs[:branches])
        returned = "string" if pairs[0][1].startswith("'") else "number"
        rest = "''" if returned == "string" else "-1"
        if style < 2:
            default = f"    default:\n      return {rest};\n" if has_default else ""
            lines = f"  switch ({name}) {{\n{lines}{default}  }}\n"
        else:
            lines += f"  return {rest};\n"
        types = [f"type {union} ={typed};", other]
        head = "\n".join(types if is_first else types[::-1])
        return f"{head}\n\nfunction {function}({name}: {union}): {returned} {{\n{lines}}}"

    other = f"type {twin} = " + " | ".join(f"'{one}'" for one in twin_members.split()) + ";"
    is_first, count = context.chance(0.5), len(pairs)
    old_members = count - 1 if parts & 1 else count
    old_branches = count - 1
    source = write(old_members, old_branches)
    answer = write(count, count if parts & 2 else old_branches)
    mark = random.choice("\"'")
    place = "the last `if`" if style == 2 else "the last case"
    if style < 2 and has_default:
        place = "the last case before the default"
    phrases = [one for bit, one in ((1, wordings.MEMBER), (2, wordings.BRANCH)) if parts & bit]
    member, value = (one.replace("'", mark) for one in pairs[-1])
    request = tell_pair(
        context, phrases, wordings.UNION_REASONS, wordings.UNION_STAYS,
        member=random.choice((member, f"`{member}`")), value=random.choice((value, f"`{value}`")),
        union=context.coded(union), twin=context.coded(twin), function=context.coded(function),
        place=place,
    )  # fmt: skip
    pair = source.replace("'", mark), answer.replace("'", mark)
    return make_edit(context, "extend union", request, "typescript", pair)


_WORDS = split_words(
    """about contact orders billing search profile news team events gallery reports messages
    calendar library tickets archive partners courses invoices shipping"""
)
_LISTS = (
    ("javascript", 'import {P}Page from "./pages/{P}Page";', "const routes = [",
     '{{ path: "/{k}", component: {P}Page }}', "];", 'const menu = ["{k}"];'),
    ("javascript", 'import {P}View from "@/views/{P}View.vue";', "export const routes = [",
     '{{ path: "/{k}", name: "{k}", component: {P}View }}', "];", 'const hidden = ["{k}"];'),
    ("javascript", 'import {k} from "./plugins/{k}.js";', "export const plugins = [", "{k}", "];",
     'export const labels = ["{k}"];'),
    ("typescript", 'import {{ {P}Panel }} from "./panels/{P}Panel";', "const panels = {{",
     "{k}: {P}Panel", "}};", 'const pinned = ["{k}"];'),
    ("typescript", 'import {{ {k}Router }} from "./routers/{k}";', "const routers = {{",
     '"/{k}": {k}Router', "}};", 'const open: string[] = ["/{k}"];'),
    ("javascript", 'const {k} = require("./commands/{k}");', "const commands = {{", "{k}", "}};",
     'const aliases = ["{k}"];'),
    ("python", "from {k}.views import {k}_list", "urlpatterns = [", 'path("{k}/", {k}_list)', "]",
     'MENU = ["{k}"]'),
    ("python", "from app.{k} import router as {k}_router", "ROUTERS = [", "{k}_router", "]",
     'TAGS = ["{k}"]'),
    ("python", "from commands.{k} import run_{k}", "COMMANDS = {{", '"{k}": run_{k}', "}}",
     'ALIASES = {{"x": "{k}"}}'),
    ("python", "from plugins.{k} import {P}Plugin", "PLUGINS = [", "{P}Plugin()", "]",
     'DISABLED = ["{k}"]'),
    ("python", "from shop.models import {P}", "MODELS = [", "{P}", "]", 'LABELS = ["{k}"]'),
)  # fmt: skip
"""A language, an import, a list's first line, an entry, the last line, and another list."""


def register_page(context: Context) -> Edit | None:
    """Import something after the other imports, and enter it at a told place of a list."""
    random = context.random
    language, imported, opening, entry, closing, twin = random.choice(_LISTS)
    *keys, other = random.sample(_WORDS, random.randrange(4, 7))
    new = keys.pop()
    write = {key: {"k": key, "P": pascal(key)} for key in (*keys, new, other)}
    place = random.choice((0, len(keys), random.randrange(1, len(keys))))
    end = random.choice((",", ""))
    parts = random.choice((1, 2, 3, 3, 3, 3))
    mark = random.choice("\"'")
    semicolon = language != "python" and context.chance(0.3)
    indent = "    " if language == "python" or context.chance(0.2) else "  "

    def build(imports: list[str], entries: list[str]) -> str:
        head = "\n".join(imported.format(**write[key]) for key in imports)
        lines = f",\n{indent}".join(entry.format(**write[key]) for key in entries)
        block = f"{opening.format()}\n{indent}{lines}{end}\n{closing.format()}"
        blocks = [block, twin.format(**write[other])]
        body = "\n\n".join([head, *(blocks if is_first else blocks[::-1])]).replace('"', mark)
        return re.sub(r";$", "", body, flags=re.MULTILINE) if semicolon else body

    is_first = context.chance(0.5)
    entered = [*keys[:place], new, *keys[place:]]
    random.shuffle(imports := list(keys))
    source = build(imports if parts & 1 else [*imports, new], keys)
    answer = build([*imports, new], entered if parts & 2 else keys)
    told = ["at the beginning"] if place == 0 else ["at the end"] if place == len(keys) else []
    told += [f"right before the entry for {keys[place]}"] if place < len(keys) else []
    told += [f"right after the entry for {keys[place - 1]}"] if place else []
    names = [re.findall(r"(\w+)(?:: string\[\])? =", one)[0] for one in (opening, twin)]
    line = imported.format(**write[new]).replace('"', mark)
    line = line.removesuffix(";") if semicolon else line
    phrases = [one for bit, one in ((1, wordings.IMPORT), (2, wordings.ENTRY)) if parts & bit]
    request = tell_pair(
        context, phrases, wordings.REGISTER_REASONS, wordings.REGISTER_STAYS,
        imported=f"`{line}`", entry=f"`{entry.format(**write[new])}`".replace('"', mark),
        key=new, list=context.coded(names[0]), twin=context.coded(names[1]),
        place=random.choice(told),
    )  # fmt: skip
    return make_edit(context, "register page", request, language, (source, answer))
