"""An attribute, a field, a key or a keyword argument gets another name in all its uses.

Invariant: the old name changes wherever it is a word, and the text did not have the new one.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.functions.record_forms import RECORD_FORMS
from lib.engine.adapter.tasks.functions.surroundings import draw_gap, restyle, surround
from lib.engine.adapter.tasks.functions.telling import finish
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit

_ATTRIBUTE = Phrases(
    "rename the {thing} {old} of {owner} to {new} everywhere",
    "give the {thing} {old} the name {new} instead, in all places",
    "The {thing} {old} should be called {new} everywhere",
    "rename {old} to {new}, wherever this {thing} is used",
    "change the name of the {thing} {old} to {new} in every place",
    "We now say {new} instead of {old}. Rename the {thing} everywhere.",
    "The {thing} {old} of {owner} is now {new}, update every use",
    "use {new} as the name of the {thing} {old}, in the definition and in all uses",
    "replace the {thing} {old} by {new} throughout",
    "{owner} should have the {thing} {new} instead of {old}, also where it is used",
    "Every use of the {thing} {old} should be {new}",
    "let the {thing} {old} be named {new}, and update all uses of it",
    casual=(
        "{new} says better what the {thing} {old} of {owner} is, so use it everywhere.",
        "The {thing} {old} has a confusing name. It should be {new} in every place.",
        "Everywhere {new} instead of {old} for that {thing}, please.",
        "{old} of {owner} is called {new} from now on, wherever it is used.",
        "Why is that {thing} still called {old}? We say {new}, so change all of it.",
        "I want the {thing} {old} of {owner} to be called {new}, in all the code.",
        "{old} -> {new}, the {thing} and all its uses.",
        "We agreed on {new} for the {thing} {old}, so please adapt everything.",
    ),
)
_RECORDS: tuple[tuple[str, str], ...] = (
    ("Product", "name>title=Desk lamp price>unit_price=19.5 list_price=24.0 stock>quantity=12"),
    ("User", "name>full_name=Anna Berg email>mail=anna@example.org nickname=ann age>years=34"),
    ("Book", "title>name=Dune author>writer=Frank Herbert year>published=1965 subtitle=Part one"),
    ("Order", "id>number=1042 total>amount=89.9 subtotal=75.5 status>state=open"),
    ("Song", "length>duration=215 artist>singer=Mina Kaya max_length=600 title>name=Blue hour"),
    ("Room", "size>area=24 seats>capacity=12 seats_free=3 floor>level=2"),
    ("Task", "due>deadline=2026-05-01 owner>assignee=Omar done>finished=False due_hour=17"),
    ("Car", "brand>make=Volvo km>mileage=84000 km_limit=150000 color>paint=navy"),
    ("Employee", "salary>pay=4200 role>position=analyst salary_band=3 boss>manager=Lena"),
    ("Recipe", "time>minutes=35 servings>portions=4 prep_time=10 title>name=Lentil soup"),
    ("Account", "balance>saldo=250.0 owner>holder=Priya min_balance=50.0 iban>number=DE02"),
    ("Flight", "origin>departure=Oslo target>destination=Lima gate>exit=B12 target_time=1845"),
    ("Point", "x>left=3 y>top=7 x_offset=1 label>caption=start"),
    ("Server", "host>address=10.0.0.5 port>tcp_port=8080 admin_port=9090 region>zone=eu-west"),
    ("Plant", "height>size=40 kind>species=fern max_height=120 pot>container=clay"),
    ("Sensor", "value>reading=21.5 unit>scale=celsius last_value=20.9 place>location=roof"),
)
"""A class and its attributes: name>new name=value; without a new name it is not renamed."""
_FEWEST_USES = 3


def edit_attribute(context: Context) -> Edit | None:
    """Give an attribute, a field, a key or a keyword argument another name in all its uses."""
    random = context.random
    owner, row = random.choice(_RECORDS)
    found = re.findall(r"(\w+)(?:>(\w+))?=(.*?)(?= \w+(?:>\w+)?=|$)", row)
    random.shuffle(found)
    old, new, _ = random.choice([one for one in found if one[1]])
    kept = [one for one in found if one[0] == old or context.chance(0.85)]
    fields = [(name, _write_value(value)) for name, _, value in kept]
    if len(fields) < 2:
        return None
    form = random.choice(tuple(RECORD_FORMS))
    body = RECORD_FORMS[form](context, owner, fields, old)
    if context.chance(0.3):
        around = surround(context, "python", ["{L}"])
        rest = draw_gap(context, "python").join(around)
        if re.search(rf"\b{old}\b", rest):
            return None
        body = rest.replace("{L}", body)
    if re.search(rf"\b{new}\b", body) or len(re.findall(rf"\b{old}\b", body)) < _FEWEST_USES:
        return None
    body = restyle(context, "python", body)
    thing, whose = _name_thing(context, form, owner)
    request = context.say(
        _ATTRIBUTE, thing=thing, owner=whose, old=context.coded(old), new=context.coded(new)
    )
    bodies = (body, re.sub(rf"\b{old}\b", new, body))
    return finish(context, "attribute in all uses", request, "python", bodies)


def _write_value(value: str) -> str:
    return value if re.fullmatch(r"\d+(\.\d+)?|True|False", value) else f'"{value}"'


def _name_thing(context: Context, form: str, owner: str) -> tuple[str, str]:
    """Return what is renamed and whose it is, in words."""
    return {
        "class": ("attribute", f"the class {context.coded(owner)}"),
        "dataclass": (context.random.choice(("field", "attribute")), context.coded(owner)),
        "named tuple": ("field", context.coded(owner)),
        "dict": ("key", f"the {owner.lower()} dicts"),
        "keyword": ("parameter", context.coded(f"make_{owner.lower()}")),
    }[form]
