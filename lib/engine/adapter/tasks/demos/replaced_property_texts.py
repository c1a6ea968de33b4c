"""Classes, interfaces, records and factories that speak of their properties in several places.

Invariant: a text follows from its shape and its fields alone, so that a field which goes, comes or
gets another name does so at every place that speaks of it, and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A property. Methods know it by its `key`, which stays when its `name` changes."""

    key: str
    name: str
    type: str
    sample: str


@dataclass(frozen=True, slots=True)
class Method:
    """What a method does with which fields."""

    kind: str
    name: str
    keys: tuple[str, ...]
    pattern: str = ""
    is_getter: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a text is written; drawn once, so that source and answer agree."""

    form: str
    owner: str
    methods: tuple[Method, ...]
    indent: str
    end: str
    quote: str
    is_tall: bool
    """One parameter, or one entry of an object, on each line."""
    modifier: str
    is_exported: bool
    has_hints: bool
    note: str

    @property
    def is_python(self) -> bool:
        """Whether names are in snake case."""
        return LANGUAGES[self.form] == "python"

    @property
    def variable(self) -> str:
        """What a function calls one of the owners."""
        name = self.owner[0].lower() + self.owner[1:]
        return snake(name) if self.is_python else name


LIST_LIKE = ("record", "row", "repr")
"""Kinds of methods from which a field can go without a question about what is left."""
LANGUAGES = {
    "fields": "typescript", "defaults": "typescript", "parameters": "typescript",
    "unpacked": "typescript", "interface": "typescript", "alias": "typescript",
    "plain class": "javascript", "hidden": "javascript", "factory": "javascript",
    "init": "python", "dataclass": "python", "dataclass defaults": "python",
    "named tuple": "python", "typed dict": "python",
}  # fmt: skip
TYPES = {
    "typescript": {"s": "string", "i": "number", "f": "number", "b": "boolean"},
    "python": {"s": "str", "i": "int", "f": "float", "b": "bool"},
}
_EMPTY = {"s": "{q}{q}", "i": "0", "f": "0", "b": "false"}
_EMPTY_PYTHON = {"s": "{q}{q}", "i": "0", "f": "0.0", "b": "False"}


def snake(name: str) -> str:
    """`postCode` -> `post_code`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def write(shape: Shape, fields: list[Field]) -> str:
    """Return the text of a shape with these fields."""
    lines = _WRITERS[shape.form](shape, fields)
    if shape.note:
        lines = [f"{'#' if shape.is_python else '//'} {shape.note}", *lines]
    return "\n".join(lines)


def _empty(shape: Shape, field: Field) -> str:
    return (_EMPTY_PYTHON if shape.is_python else _EMPTY)[field.type].format(q=shape.quote)


def _type(shape: Shape, field: Field) -> str:
    return TYPES[LANGUAGES[shape.form]][field.type]


def _typed(shape: Shape, fields: list[Field]) -> list[str]:
    return [f"{field.name}: {_type(shape, field)}" for field in fields]


def _value(shape: Shape, field: Field) -> str:
    return f"{shape.quote}{field.sample}{shape.quote}" if field.type == "s" else field.sample


def _call(shape: Shape, start: str, arguments: list[str], end: str, level: int = 1) -> list[str]:
    """Return `start(arguments)end` on one line, or with an argument on each."""
    margin = shape.indent * level
    if not shape.is_tall:
        return [f"{margin}{start}({', '.join(arguments)}){end}"]
    inner = [f"{margin}{shape.indent}{argument}," for argument in arguments]
    return [f"{margin}{start}(", *inner, f"{margin}){end}"]


def _head(shape: Shape, kind: str) -> str:
    return f"{'export ' if shape.is_exported else ''}{kind} {shape.owner} "


# Methods -----------------------------------------------------------------------------------------


def _known(method: Method, fields: list[Field]) -> list[Field]:
    by_key = {field.key: field for field in fields}
    return [by_key[key] for key in method.keys if key in by_key]


def _expression(
    shape: Shape, method: Method, seen: list[Field], owner: str, other: str
) -> list[str]:
    """Return what the method returns, in lines of which all but the first are indented by one."""
    q, names, python = shape.quote, [field.name for field in seen], shape.is_python
    first, second = ([_reference(shape, one, name) for name in names] for one in (owner, other))
    if method.kind == "template":
        holes = (
            ["{" + one + "}" for one in first] if python else ["${" + one + "}" for one in first]
        )
        text = method.pattern.replace("A", holes[0]).replace("B", holes[-1])
        return [f'f"{text}"' if python else f"`{text}`"]
    if method.kind == "repr":
        shown = ", ".join(f"{name}={{{one}!r}}" for name, one in zip(names, first, strict=True))
        return [f'f"{shape.owner}({shown})"']
    if method.kind == "row":
        return [f"[{', '.join(first)}]" + (f".join({q}{method.pattern}{q})" * (not python))]
    if method.kind == "record":
        mark = q if python else ""
        pairs = [f"{mark}{name}{mark}: {one}" for name, one in zip(names, first, strict=True)]
        if shape.is_tall:
            return ["{", *(f"{shape.indent}{pair}," for pair in pairs), "}"]
        return ["{" + ", ".join(pairs) + "}"] if python else ["{ " + ", ".join(pairs) + " }"]
    if method.kind == "same":
        sign, glue = ("==", " and ") if python else ("===", " && ")
        return [glue.join(f"{a} {sign} {b}" for a, b in zip(first, second, strict=True))]
    if seen[0].type == "b":
        return [f"not {first[0]}" if python else f"!{first[0]}"]
    ending = f"{'!=' if python else '!=='} {q}{q}" if seen[0].type == "s" else "> 0"
    return [f"{first[0]} {ending}"]


def _reference(shape: Shape, owner: str, name: str) -> str:
    if shape.form == "typed dict":
        # Within an f-string the other quote would be needed; the maker draws single ones then.
        return f"{owner}[{shape.quote}{name}{shape.quote}]"
    return f"{owner}.{'#' if shape.form == 'hidden' else ''}{name}"


_RESULTS = {"template": "string", "record": "object", "row": "string", "same": "boolean",
            "filled": "boolean"}  # fmt: skip
_PYTHON_RESULTS = {"template": "str", "repr": "str", "record": "dict", "row": "list",
                   "same": "bool", "filled": "bool"}  # fmt: skip


def _method(shape: Shape, method: Method, fields: list[Field], *, is_free: bool) -> list[str]:
    """Return a method of the class, or a function beside it."""
    seen, level = _known(method, fields), 0 if is_free else 1
    margin, indent = shape.indent * level, shape.indent * (level + 1)
    this, other = (shape.variable if is_free else "self" if shape.is_python else "this"), "other"
    is_same, is_typed = method.kind == "same", LANGUAGES[shape.form] == "typescript"
    hint = f": {shape.owner}" if is_typed or (shape.is_python and shape.has_hints) else ""
    quoted = f": {shape.quote}{shape.owner}{shape.quote}" if shape.is_python and hint else hint
    own = [this + hint] if is_free else ["self"] if shape.is_python else []
    arguments = ", ".join([*own, *([other + (hint if is_free else quoted)] if is_same else [])])
    body = _expression(shape, method, seen, this, other)
    if shape.is_python:
        result = f" -> {_PYTHON_RESULTS[method.kind]}" if shape.has_hints else ""
        head, tail, end = f"def {method.name}({arguments}){result}:", [], ""
    else:
        result = f": {_RESULTS[method.kind]}" if is_typed else ""
        start = "function " if is_free else "get " if method.is_getter else ""
        head, tail, end = f"{start}{method.name}({arguments}){result} {{", [margin + "}"], shape.end
    inner = [f"{indent}{line}" for line in body]
    inner[0] = f"{indent}return {body[0]}"
    inner[-1] += end
    mark = [margin + "@property"] if shape.is_python and method.is_getter else []
    return [*mark, margin + head, *inner, *tail]


def _methods(shape: Shape, fields: list[Field]) -> list[str]:
    lines: list[str] = []
    for method in shape.methods:
        lines += ["", *_method(shape, method, fields, is_free=False)]
    return lines


def _functions(shape: Shape, fields: list[Field]) -> list[str]:
    lines: list[str] = []
    for method in shape.methods:
        written = _method(shape, method, fields, is_free=True)
        if shape.is_exported and not shape.is_python:
            written[0] = f"export {written[0]}"
        lines += [*([""] * (2 if shape.is_python else 1)), *written]
    return lines


# Forms -------------------------------------------------------------------------------------------


def _fields_class(shape: Shape, fields: list[Field]) -> list[str]:
    declared = [f"{shape.indent}{shape.modifier}{one}{shape.end}" for one in _typed(shape, fields)]
    return [
        _head(shape, "class") + "{", *declared, "",
        *_call(shape, "constructor", _typed(shape, fields), " {"), *_assigned(shape, fields),
        shape.indent + "}", *_methods(shape, fields), "}",
    ]  # fmt: skip


def _assigned(shape: Shape, fields: list[Field]) -> list[str]:
    mark = "#" if shape.form == "hidden" else ""
    start = shape.indent * 2
    return [f"{start}this.{mark}{field.name} = {field.name}{shape.end}" for field in fields]


def _defaults_class(shape: Shape, fields: list[Field]) -> list[str]:
    declared = [
        f"{shape.indent}{shape.modifier}{field.name}"
        f"{': ' + _type(shape, field) if shape.has_hints else ''} = {_empty(shape, field)}"
        f"{shape.end}"
        for field in fields
    ]
    return [_head(shape, "class") + "{", *declared, *_methods(shape, fields), "}"]


def _parameters_class(shape: Shape, fields: list[Field]) -> list[str]:
    arguments = [f"{shape.modifier or 'public '}{one}" for one in _typed(shape, fields)]
    constructor = _call(shape, "constructor", arguments, " {}")
    return [_head(shape, "class") + "{", *constructor, *_methods(shape, fields), "}"]


def _unpacked_class(shape: Shape, fields: list[Field]) -> list[str]:
    typed, names = _typed(shape, fields), ", ".join(field.name for field in fields)
    return [
        f"interface {shape.owner}Data {{",
        *(f"{shape.indent}{one}{shape.end}" for one in typed), "}", "",
        _head(shape, "class") + "{",
        *(f"{shape.indent}{shape.modifier}{one}{shape.end}" for one in typed), "",
        f"{shape.indent}constructor({{ {names} }}: {shape.owner}Data) {{",
        *_assigned(shape, fields), shape.indent + "}", *_methods(shape, fields), "}",
    ]  # fmt: skip


def _interface(shape: Shape, fields: list[Field]) -> list[str]:
    mark = "readonly " if "readonly" in shape.modifier else ""
    declared = [f"{shape.indent}{mark}{one}{shape.end}" for one in _typed(shape, fields)]
    return [_head(shape, "interface") + "{", *declared, "}", *_functions(shape, fields)]


def _alias(shape: Shape, fields: list[Field]) -> list[str]:
    values = [f"{shape.indent}{field.name}: {_value(shape, field)}," for field in fields]
    return [
        _head(shape, "type") + "= {",
        *(f"{shape.indent}{one}{shape.end}" for one in _typed(shape, fields)), "}" + shape.end,
        "", f"const {shape.variable}: {shape.owner} = {{", *values, "}" + shape.end,
        *[line.replace(f"({shape.variable}:", "(one:").replace(f"{shape.variable}.", "one.")
          for line in _functions(shape, fields)],
    ]  # fmt: skip


def _plain_class(shape: Shape, fields: list[Field]) -> list[str]:
    names = [field.name for field in fields]
    hidden = [f"{shape.indent}#{name}{shape.end}" for name in names] + [""]
    getters: list[str] = []
    if shape.form == "hidden":
        for name in names:
            returned = f"{shape.indent * 2}return this.#{name}{shape.end}"
            getters += ["", f"{shape.indent}get {name}() {{", returned, shape.indent + "}"]
    return [
        _head(shape, "class") + "{", *(hidden if shape.form == "hidden" else []),
        *_call(shape, "constructor", names, " {"), *_assigned(shape, fields), shape.indent + "}",
        *getters, *_methods(shape, fields), "}",
    ]  # fmt: skip


def _factory(shape: Shape, fields: list[Field]) -> list[str]:
    names, indent = [field.name for field in fields], shape.indent
    start = "export " if shape.is_exported else ""
    opening = _call(shape, f"{start}function create{shape.owner}", names, " {", level=0)
    entries = [f"{indent * 2}{name}," for name in names]
    return [*opening, f"{indent}return {{", *entries, f"{indent}}}{shape.end}", "}",
            *_functions(shape, fields)]  # fmt: skip


def _init_class(shape: Shape, fields: list[Field]) -> list[str]:
    names = [field.name for field in fields]
    arguments = ["self", *(_typed(shape, fields) if shape.has_hints else names)]
    opening = _call(shape, "def __init__", arguments, " -> None:" if shape.has_hints else ":")
    set_all = [f"{shape.indent * 2}self.{name} = {name}" for name in names]
    return [f"class {shape.owner}:", *opening, *set_all, *_methods(shape, fields)]


def _declared(shape: Shape, fields: list[Field]) -> list[str]:
    ends = [
        f" = {_empty(shape, field)}" if shape.form == "dataclass defaults" else ""
        for field in fields
    ]
    typed = zip(_typed(shape, fields), ends, strict=True)
    return [f"{shape.indent}{one}{end}" for one, end in typed]


def _dataclass(shape: Shape, fields: list[Field]) -> list[str]:
    mark = "@dataclass(frozen=True)" if "readonly" in shape.modifier else "@dataclass"
    return ["from dataclasses import dataclass", "", "", mark, f"class {shape.owner}:",
            *_declared(shape, fields), *_methods(shape, fields)]  # fmt: skip


def _named_tuple(shape: Shape, fields: list[Field]) -> list[str]:
    return ["from typing import NamedTuple", "", "", f"class {shape.owner}(NamedTuple):",
            *_declared(shape, fields), *_methods(shape, fields)]  # fmt: skip


def _typed_dict(shape: Shape, fields: list[Field]) -> list[str]:
    return ["from typing import TypedDict", "", "", f"class {shape.owner}(TypedDict):",
            *_declared(shape, fields), *_functions(shape, fields)]  # fmt: skip


_WRITERS: dict[str, Callable[[Shape, list[Field]], list[str]]] = {
    "fields": _fields_class, "defaults": _defaults_class, "parameters": _parameters_class,
    "unpacked": _unpacked_class, "interface": _interface, "alias": _alias,
    "plain class": _plain_class, "hidden": _plain_class, "factory": _factory,
    "init": _init_class, "dataclass": _dataclass, "dataclass defaults": _dataclass,
    "named tuple": _named_tuple, "typed dict": _typed_dict,
}  # fmt: skip
FREE_FORMS = ("interface", "alias", "factory", "typed dict")
"""Forms whose methods are functions beside the declaration."""


# Domains -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pair:
    """A property, what takes its place, and similar properties, which stay."""

    old: str
    new: str
    type: str
    sample: str
    twins: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Domain:
    """Things of one field of life: what they are called, what they have, what is exchanged."""

    owners: tuple[str, ...]
    common: tuple[Field, ...]
    pairs: tuple[Pair, ...]


def _domain(owners: str, common: str, pairs: str) -> Domain:
    fields = [one.strip().split(":") for one in common.split(",")]
    return Domain(
        tuple(owners.split()),
        tuple(Field(name, name, kind, sample) for name, kind, sample in fields),
        tuple(_pair(line.strip()) for line in pairs.strip().split("\n")),
    )


def _pair(line: str) -> Pair:
    names, kind, sample, twins = line.split(":")
    old, new = names.split(">")
    split = (one.partition("/") for one in twins.split())
    return Pair(old, new, kind, sample, tuple((name, kind) for name, _, kind in split))


DOMAINS = (
    _domain("Customer Contact Person Employee Guest Profile", "name:s:Mara Lind,active:b:true,"
            "country:s:Norway,language:s:nb,notes:s:call first,company:s:Nordlys", """
            street>address:s:Oak Lane 4:streetCode/s streetWidth/i
            nickname>handle:s:lumi:nicknameVisible/b oldNickname/s
            phone>mobile:s:555 0142:phoneVerified/b workPhone/s phoneNumber/s
            age>birthYear:i:1984:ageGroup/s ageLimit/i
            city>town:s:Bergen:cityCode/s homeCity/s
            fax>website:s:mara.example:faxEnabled/b
            title>salutation:s:Dr.:titleShown/b jobTitle/s
            avatar>portrait:s:mara.png:avatarSize/i
            bio>about:s:Likes to hike:bioLength/i
            zip>postcode:s:5003:zipArea/s
            hobby>interest:s:chess:hobbyGroup/s"""),
    _domain("Product Article Offer CatalogEntry Listing", "name:s:Desk lamp,stock:i:40,"
            "visible:b:true,brand:s:Lumo,description:s:Warm light,shelf:s:B7", """
            isbn>sku:s:978-3-16:isbnPrefix/s
            price>cost:f:19.5:priceGroup/s listPrice/f
            weight>mass:f:2.5:weightUnit/s
            color>finish:s:oak:colorCode/s
            category>department:s:lighting:categoryId/i subCategory/s
            rating>score:i:4:ratingCount/i
            image>thumbnail:s:lamp.jpg:imageAlt/s
            discount>rebate:f:0.1:discountCode/s
            supplier>manufacturer:s:Hellmann:supplierId/i
            width>diameter:i:30:widthUnit/s maxWidth/i
            barcode>ean:s:40012345:barcodeType/s"""),
    _domain("Book Film Song Album Podcast", "name:s:Northern Light,genre:s:drama,year:i:2011,"
            "rented:b:false,country:s:Chile", """
            author>editor:s:Ines Falk:authorId/i coAuthor/s
            publisher>imprint:s:Harbor:publisherCity/s
            length>duration:i:320:lengthUnit/s
            artist>composer:s:Ola Berg:artistPage/s
            subtitle>tagline:s:A winter:subtitleLanguage/s
            isbn>doi:s:10.1000/182:isbnChecked/b
            chapter>section:s:Arrival:chapterCount/i
            cover>poster:s:cover.png:coverColor/s"""),
    _domain("Flight Trip Booking Journey", "number:s:LX 22,seats:i:120,confirmed:b:true,"
            "carrier:s:Skyway,fare:f:89.5", """
            gate>terminal:s:B12:gateOpen/b
            origin>departure:s:Oslo:originCode/s
            destination>arrival:s:Rome:destinationCode/s finalDestination/s
            pilot>captain:s:Jo Hart:pilotId/i coPilot/s
            distance>mileage:i:840:distanceUnit/s
            luggage>cargo:i:23:luggageFee/f
            delay>waitingTime:i:15:delayReason/s
            hotel>lodging:s:Sea Inn:hotelStars/i"""),
    _domain("Server Service Job Deployment Endpoint", "name:s:mailer,region:s:eu-west,"
            "enabled:b:true,port:i:8080,retries:i:3", """
            host>domain:s:mail.example:hostKey/s
            timeout>deadline:i:30:timeoutUnit/s readTimeout/i
            owner>maintainer:s:team-blue:ownerId/i
            version>revision:s:1.4.2:versionTag/s minVersion/s
            token>apiKey:s:abc123:tokenType/s
            path>route:s:/mail:pathPrefix/s
            memory>ram:i:512:memoryLimit/i
            url>uri:s:mail.example/v1:urlPattern/s baseUrl/s
            interval>period:i:60:intervalUnit/s
            cluster>pool:s:main:clusterSize/i"""),
    _domain("Course Lesson Student Exam", "name:s:Algebra,room:s:204,semester:i:3,passed:b:true,"
            "language:s:French", """
            teacher>tutor:s:Ms. Reyes:teacherId/i
            grade>mark:i:2:gradeScale/s finalGrade/i
            subject>topic:s:vectors:subjectCode/s
            credits>points:i:6:creditsNeeded/i
            campus>location:s:North:campusMap/s
            school>academy:s:Hillside:schoolYear/i"""),
    _domain("Patient Treatment Prescription", "name:s:Tim Ode,ward:s:C3,insured:b:true,"
            "visits:i:2", """
            doctor>physician:s:Dr. Wu:doctorId/i
            dose>amount:f:0.5:doseUnit/s dailyDose/f
            symptom>complaint:s:cough:symptomSince/s
            bloodType>bloodGroup:s:AB:bloodTypeKnown/b
            allergy>intolerance:s:nuts:allergyLevel/i
            therapy>treatmentPlan:s:rest:therapyWeeks/i"""),
    _domain("Invoice Payment Account Order", "number:s:A-118,paid:b:false,total:f:210.0,"
            "notes:s:urgent,currency:s:EUR", """
            iban>accountNumber:s:NO93 8601:ibanChecked/b
            tax>vat:f:0.19:taxGroup/s
            bank>institute:s:Harbor Bank:bankCode/s
            fee>charge:f:4.5:feeReason/s
            reference>purpose:s:May rent:referenceType/s
            payer>debtor:s:Ann Moss:payerId/i
            quantity>units:i:12:quantityUnit/s minQuantity/i
            shipping>delivery:s:express:shippingDays/i"""),
    _domain("Recipe Dish Meal", "name:s:Lentil soup,portions:i:4,vegan:b:true,notes:s:serve hot",
            """
            calories>energy:i:430:caloriesShown/b
            chef>cook:s:Lea:chefHat/b sousChef/s
            duration>cookingTime:i:35:durationUnit/s
            ingredient>component:s:lentils:ingredientCount/i
            spice>seasoning:s:cumin:spiceLevel/i
            cuisine>kitchen:s:Turkish:cuisineCode/s"""),
    _domain("House Apartment Building Property", "floor:i:2,rooms:i:3,furnished:b:false,"
            "district:s:Old Town,year:i:1932", """
            rent>monthlyPrice:f:900.0:rentIncrease/f
            landlord>proprietor:s:Ms. Vega:landlordPhone/s
            area>squareMeters:i:74:areaCode/s
            tenant>occupant:s:Ben Roy:tenantSince/i
            heating>energySource:s:gas:heatingCosts/f
            balcony>terrace:b:true:balconySide/s
            garage>carport:b:false:garageSize/i"""),
    _domain("Car Truck Bike Vehicle", "brand:s:Volta,seats:i:2,electric:b:true,year:i:2021", """
            plate>vin:s:KX 418:plateCountry/s
            mileage>odometer:i:48200:mileageUnit/s
            driver>operator:s:Sam Ito:driverId/i coDriver/s
            fuel>propulsion:s:diesel:fuelCard/s
            model>series:s:T4:modelYear/i
            color>paint:s:silver:colorCode/s"""),
    _domain("Event Meeting Concert Workshop", "name:s:Spring fair,guests:i:80,isPublic:b:true,"
            "notes:s:bring a coat", """
            venue>place:s:Town hall:venueId/i
            speaker>presenter:s:Kim Dahl:speakerBio/s
            capacity>maxGuests:i:120:capacityLeft/i
            host>organizer:s:Art Club:hostPhone/s coHost/s
            start>beginning:s:18:startDelay/i
            sponsor>patron:s:Bakery Finn:sponsorLogo/s"""),
    _domain("Task Chore Issue Story", "name:s:Fix the gate,done:b:false,points:i:5,"
            "sprint:s:May", """
            assignee>responsible:s:Noor:assigneeId/i
            priority>urgency:i:2:priorityColor/s
            status>state:s:open:statusText/s lastStatus/s
            tag>keyword:s:garden:tagCount/i
            deadline>dueDate:s:May 4:deadlineMoved/b
            effort>estimate:i:8:effortUnit/s
            project>board:s:Alpha:projectId/i"""),
    _domain("Plant Animal Tree", "name:s:Fern,outdoors:b:true,region:s:Alps,legs:i:0", """
            species>family:s:ferns:speciesCode/s subSpecies/s
            habitat>biome:s:forest:habitatSize/i
            height>size:i:40:heightUnit/s maxHeight/i
            keeper>caretaker:s:Rosa:keeperId/i
            food>diet:s:leaves:foodCosts/f"""),
)  # fmt: skip
