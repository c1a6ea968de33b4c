"""One of two like functions gets a further parameter, and uses it.

Invariant: the other function stays, whatever it has in common with the told one.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.demos.pairs import parameter_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import tell_pair
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

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


def _draw_start(context: Context, style: _Style, default: str, gap: str) -> str:
    """Return what stands before the functions: perhaps a constant of the same value."""
    if not context.chance(0.3):
        return ""
    constant = f"MAX_{context.random.choice(('WAIT', 'ITEMS', 'COUNT'))} = {default}"
    return (constant if style.is_python else f"const {constant}{style.end}") + gap


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
    start = _draw_start(context, style, default, gap)
    pair = [gap.join([one, other] if is_first else [other, one]) for one in (source, answer)]
    mark = random.choice(("'", '"', '"'))
    use = wordings.LITERAL if literal else wordings.KEYWORD if by_keyword else wordings.LAST
    phrases = [one for bit, one in ((1, wordings.PARAMETER), (2, use)) if parts & bit]
    plain = keyword + style.name(name)
    request = tell_pair(
        context, phrases, wordings.PARAMETER_REASONS, wordings.PARAMETER_STAYS,
        function=context.coded(style.name(function)), twin=context.coded(style.name(twin)),
        param=random.choice([f"`{style.name(new)}`"] * 2 + [style.name(new)]),
        name=context.coded(style.name(name)), call=context.coded(style.name(callee)),
        keyword=f"`{plain}`", literal=default,
    )  # fmt: skip
    source, answer = (style.name(start + one).replace('"', mark) for one in pair)
    request = request.replace(default, default.replace('"', mark))
    return make_edit(context, "pass parameter", request, style.language, (source, answer))
