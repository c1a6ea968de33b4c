"""A property, a field, a method or the name of one of two classes that resemble each other.

Invariant: the twin of what is told stays: the raw type, the other class, the longer name.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.demos.pairs import class_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import tell_pair
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_OWNED = (
    ("Book", "title:str pages:int", "heading name caption"),
    ("Song", "length:int artist:str", "duration seconds runtime"),
    ("Station", "name:str lat:float", "label place spot"),
    ("Order", "total:float state:str", "amount sum price"),
    ("Task", "text:str done:bool", "summary wording note"),
    ("Device", "serial:str active:bool", "code number tag"),
    ("Flight", "origin:str gate:int", "start departure source"),
    ("Review", "stars:int body:str", "rating score points"),
    ("Plant", "height:float kind:str", "size growth extent"),
    ("Ticket", "owner:str seat:int", "holder buyer guest"),
    ("Recipe", "steps:int author:str", "stages parts moves"),
)  # fmt: skip
"""A class, its fields of which the first is renamed, and new names for it."""
_IMPORT = "from dataclasses import dataclass\n\n\n"
_READERS = ("describe", "render", "summarize", "show")
_TYPES = {"int": "number", "str": "string", "float": "number", "bool": "boolean"}


def _record(name: str, fields: list[str], *, is_python: bool) -> str:
    pairs = [one.split(":") for one in fields]
    if is_python:
        lines = "".join(f"\n    {field}: {kind}" for field, kind in pairs)
        return f"@dataclass\nclass {name}:{lines}"
    lines = "".join(f"\n  {field}: {_TYPES[kind]};" for field, kind in pairs)
    return f"interface {name} {{{lines}\n}}"


def _functions(
    words: tuple[str, str, str, str], names: list[str], old: str, *, is_python: bool
) -> list[str]:
    """Return a function that makes one of the raw one, and one that reads it."""
    owner, raw, make, read = words
    variable, new = owner.lower(), "@"
    source = {name: f"raw.{old if name == new else name}" for name in names}
    if is_python:
        given = ", ".join(f"{name}={value}" for name, value in source.items())
        return [
            f"def {make}_{variable}(raw: {raw}) -> {owner}:\n    return {owner}({given})",
            f"def {read}({variable}: {owner}) -> str:\n"
            f'    return f"{{{variable}.{names[0]}}}: {{{variable}.{names[1]}}}"',
        ]
    given = ", ".join(f"{name}: {value}" for name, value in source.items())
    return [
        f"function {make}{owner}(raw: {raw}): {owner} {{\n  return {{ {given} }};\n}}",
        f"function {read}({variable}: {owner}): string {{\n"
        f"  return `${{{variable}.{names[0]}}}: ${{{variable}.{names[1]}}}`;\n}}",
    ]


def rename_one_sided(context: Context) -> Edit | None:
    """Rename a property of one class where it is used; the raw type keeps the name."""
    random = context.random
    owner, told_fields, news = random.choice(_OWNED)
    raw = random.choice(("Api", "Raw", "Remote")) + owner
    is_python = context.chance(0.5)
    told = told_fields.split()
    old, new = told[0].split(":")[0], random.choice(news.split())
    told += ["id:int"] if context.chance(0.5) else []
    random.shuffle(shuffled := list(told))
    marked = [one.replace(f"{old}:", "@:") if one == told[0] else one for one in shuffled]
    names = [one.split(":")[0] for one in marked]
    if "@" not in names[:2]:
        names = ["@", *[name for name in names if name != "@"]]
        marked = [next(one for one in marked if one.startswith(f"{name}:")) for name in names]
    raw_fields = [one.replace("@:", f"{old}:") for one in marked]
    pairs = ((raw, raw_fields), (owner, marked))
    records = [_record(name, fields, is_python=is_python) for name, fields in pairs]
    if not is_python and context.chance(0.4):
        records.reverse()
    gap = "\n\n\n" if is_python else "\n\n"
    make, read = random.choice(("to", "make", "parse")), random.choice(_READERS)
    words = (owner, raw, make, read)
    body = gap.join([*records, *_functions(words, names, old, is_python=is_python)])
    if is_python:
        body = _IMPORT * context.chance(0.6) + body.replace("@dataclass", "#dataclass")
    pair = tuple(body.replace("@", one).replace("#dataclass", "@dataclass") for one in (old, new))
    request = tell_pair(
        context, [wordings.PROPERTY], wordings.PROPERTY_REASONS, wordings.PROPERTY_STAYS,
        old=context.coded(old), new=context.coded(new), owner=context.coded(owner), raw=raw,
    )  # fmt: skip
    language = "python" if is_python else "typescript"
    return make_edit(context, "rename one-sided", request, language, (pair[0], pair[1]))


_SHOWN = (
    ("Book", "Magazine", "title:str author:str year:int", "pages:int=0 genre:str='novel'"),
    ("Room", "Garage", "number:int floor:int wing:str", "beds:int=2 view:str='yard'"),
    ("Player", "Coach", "name:str country:str team:str", "goals:int=0 position:str='left'"),
    ("Train", "Tram", "line:str target:str track:int", "delay:int=0 operator:str='rail'"),
    ("Wine", "Juice", "name:str region:str year:int", "rating:int=3 grape:str='mixed'"),
    ("Course", "Workshop", "topic:str teacher:str room:str", "hours:int=4 language:str='en'"),
    ("Parcel", "Letter", "sender:str city:str weight:int", "priority:int=1 carrier:str='post'"),
    ("Cheese", "Bread", "name:str origin:str price:int", "age:int=6 milk:str='cow'"),
    ("Camera", "Lens", "brand:str model:str price:int", "megapixels:int=24 mount:str='E'"),
)  # fmt: skip
"""Two classes, their fields, and new fields."""


def _labelled(name: str, fields: list[str], label: str, *, is_python: bool) -> str:
    if is_python:
        lines = "".join(f"\n    {one}" for one in fields)
        text = f"@dataclass\nclass {name}:{lines}\n\n    def label(self) -> str:\n"
        return text + '        return f"' + label.replace("<", "{self.").replace(">", "}") + '"'
    lines = "".join(f"\n  {one};" for one in fields)
    text = f"class {name} {{{lines}\n\n  label(): string {{\n"
    shown = label.replace("<", "${this.").replace(">", "}")
    return text + f"    return `{shown}`;\n  }}\n}}"


def _write_field(told: str, *, is_python: bool) -> str:
    name, _, kind = told.partition(":")
    kind, _, default = kind.partition("=")
    kind = kind if is_python else _TYPES[kind]
    if not is_python and not default:
        default = '""' if kind == "string" else "0"
    return f"{name}: {kind} = {default}" if default else f"{name}: {kind}"


def add_shown_field(context: Context) -> Edit | None:
    """Add a last field to one of two classes, and show it at a told place of its label."""
    random = context.random
    *owners, fields, news = random.choice(_SHOWN)
    owner, twin = random.sample(owners, 2)
    is_python, parts = context.chance(0.6), random.choice((1, 2, 3, 3, 3, 3))
    old = random.sample(fields.split(), random.randrange(2, 4))
    shown = [one.split(":")[0] for one in old][:2]
    gap, separator = random.sample((" - ", ", ", ": ", " | ", " / "), 2)
    label = f"<{shown[0]}>{gap}<{shown[1]}>"
    new = random.choice(news.split())
    name = new.split(":")[0]
    at_end = context.chance(0.6)
    label_new = f"{label}{separator}<{name}>" if at_end else f"<{name}>{separator}{label}"
    written = [_write_field(one, is_python=is_python) for one in old]
    field = _write_field(new, is_python=is_python).replace("'", '"')
    twin_label = label if context.chance(0.6) else f"<{shown[0]}>"
    other = _labelled(twin, written, twin_label, is_python=is_python)
    source = _labelled(
        owner, written if parts & 1 else [*written, field], label, is_python=is_python
    )
    last = label_new if parts & 2 else label
    answer = _labelled(owner, [*written, field], last, is_python=is_python)
    is_first = context.chance(0.5)
    blank = "\n\n\n" if is_python else "\n\n"
    pair = [blank.join([one, other] if is_first else [other, one]) for one in (source, answer)]
    if is_python and context.chance(0.5):
        pair = [_IMPORT + one for one in pair]
    mark = random.choice(('"', '"', "`"))
    spot = f"at the end, after {mark}{separator}{mark}"
    if not at_end:
        spot = f"at the beginning, followed by {mark}{separator}{mark}"
    phrases = [one for bit, one in ((1, wordings.FIELD), (2, wordings.SHOWN)) if parts & bit]
    request = tell_pair(
        context, phrases, wordings.FIELD_REASONS, wordings.FIELD_STAYS,
        owner=context.coded(owner), twin=twin, field=f"`{field}`", name=f"`{name}`", spot=spot,
    )  # fmt: skip
    language = "python" if is_python else "typescript"
    return make_edit(context, "add shown field", request, language, (pair[0], pair[1]))


_CLASSES = (
    ("Cart", "CartItem", "Basket", "add clear total count"),
    ("Play", "PlayList", "Track", "start stop pause rewind"),
    ("Game", "GameBoard", "Match", "begin finish score draw"),
    ("Mail", "MailBox", "Message", "send read archive print"),
    ("Store", "StoreShelf", "Shop", "open close stock audit"),
    ("Trip", "TripPlan", "Journey", "book cancel share extend"),
    ("Note", "NoteBook", "Memo", "write erase pin export"),
    ("Lamp", "LampShade", "Light", "shine fade dim blink"),
    ("Car", "CarKey", "Vehicle", "drive brake park wash"),
    ("Work", "WorkShop", "Job", "run retry skip log"),
    ("Tree", "TreeNode", "Graph", "grow prune walk measure"),
)  # fmt: skip
"""A class, one whose name begins alike, a new name, and methods."""
_LINES = ("self.state = '{m}'", "self.steps += 1", "return self.state", "return len(self.parts)",
          "self.parts = []", "print('{m}')", "self.parts.append('{m}')")  # fmt: skip


def _class(name: str, methods: list[tuple[str, str]], *, is_python: bool) -> str:
    if is_python:
        texts = [f"    def {method}(self):\n        {line}" for method, line in methods]
        return f"class {name}:\n" + "\n\n".join(texts)
    texts = []
    for method, line in methods:
        code = line.replace("self", "this").replace(".append", ".push").replace("print", "alert")
        code = re.sub(r"len\((.*)\)", r"\1.length", code)
        texts.append(f"  {method}() {{\n    {code};\n  }}")
    return f"class {name} {{\n" + "\n\n".join(texts) + "\n}"


def rename_and_move(context: Context) -> Edit | None:
    """Rename a class but not the one whose name begins alike, and move a method."""
    random = context.random
    old, twin, new, names = random.choice(_CLASSES)
    is_python, parts = context.chance(0.6), random.choice((1, 2, 3, 3, 3, 3))
    methods = [
        (name, random.choice(_LINES).replace("{m}", name))
        for name in random.sample(names.split(), random.randrange(3, 5))
    ]
    to_end = context.chance(0.5)
    place = random.randrange(len(methods) - 1) if to_end else random.randrange(1, len(methods))
    rest = [*methods[:place], *methods[place + 1 :]]
    moved = [*rest, methods[place]] if to_end else [methods[place], *rest]
    other = _class(twin, [("show", "return self.state")], is_python=is_python)
    variables = old.lower(), twin[0].lower() + twin[1:]
    made = [f"{one} = {kind}()" for one, kind in zip(variables, ("@", twin), strict=True)]
    if is_python:
        made[1] = re.sub("([A-Z])", r"_\1", variables[1]).lower() + f" = {twin}()"
    else:
        made = [f"const {one.replace('= ', '= new ')};" for one in made]
    main = "\n".join(random.sample(made, 2))
    is_first = context.chance(0.5)

    def build(name: str, ordered: list[tuple[str, str]]) -> str:
        told = _class(name, ordered, is_python=is_python)
        blocks = [told, other] if is_first else [other, told]
        return ("\n\n\n" if is_python else "\n\n").join([*blocks, main.replace("@", name)])

    pair = build(old, methods), build(new if parts & 1 else old, moved if parts & 2 else methods)
    phrases = [one for bit, one in ((1, wordings.CLASS), (2, wordings.MOVE)) if parts & bit]
    request = tell_pair(
        context, phrases, wordings.CLASS_REASONS, wordings.CLASS_STAYS,
        old=context.coded(old), new=context.coded(new), twin=context.coded(twin),
        method=context.coded(methods[place][0]), place="end" if to_end else "start",
        rank="last" if to_end else "first",
    )  # fmt: skip
    language = "python" if is_python else "javascript"
    return make_edit(context, "rename and move", request, language, pair)
