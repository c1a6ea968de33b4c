"""Shapes of navigations, plans, lists, recipes and descriptions of an API.

Invariant: data only, in the language of the templates.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.manifests.shapes import make_yaml_shape

NAV = make_yaml_shape(
    "section",
    """
site_name: <Harbor Docs|Acme Handbook|Weather API|Trail Guide>
?site_url: https://docs.~domain~/#<start|home>
theme:
  name: <material|readthedocs|mkdocs>
?  language: <en|de|fr>
?plugins:
  - <*search|tags|minify|git-revision-date|social>
nav:
  - Home: index.md""",
    "  - <Guide|User guide>:\n      - Installation: guide/install.md\n"
    "      - First steps: guide/first-steps.md\n?      - Configuration: guide/configuration.md",
    "  - Reference:\n      - Commands: reference/commands.md\n"
    "?      - Errors: reference/errors.md\n"
    "      - Options: reference/options.md",
    "  - Tutorials:\n      - <Maps|Charts>: tutorials/one.md\n      - Alerts: tutorials/alerts.md",
    "  - <Changelog|Release notes>: changelog.md",
    "  - <About|Team>: about.md",
    "  - Operations:\n      - Backup: ops/backup.md\n      - Monitoring: ops/monitoring.md",
    least=3,
)
OUTLINE = make_yaml_shape(
    "section",
    "title: <Weekend in ~city~|Moving to ~city~|Camp checklist|Garden year>\n"
    "?owner: ~first~\nlists:",
    "  - Kitchen:\n      - <*plates|pan|kettle|tea towels|knives>",
    "  - Clothes:\n      - <*rain jacket|wool socks|hat|gloves|sandals>",
    "  - Documents:\n      - <*passport|tickets|insurance card|vaccination card>",
    "  - Tools:\n      - <*hammer|tape|torch|rope|pocket knife>",
    "  - Phone calls",
    "  - Food:\n      - Breakfast:\n          - <*oats|milk|coffee>\n      - Dinner:\n"
    "          - <*pasta|tomatoes|cheese|olive oil>",
    least=3,
)
OPENAPI = make_yaml_shape(
    "path",
    """
openapi: <3.0.3|3.1.0>
info:
  title: <Orders API|Library API|Booking API>
  version: <1.0.0|1.2.0|2.0.0>
paths:""",
    "  /orders:\n    get:\n      summary: <List orders|All orders>\n"
    "      tags: [<*orders|public|v1>]\n"
    "?      deprecated: <true|false>\n    post:\n      summary: <Create an order|New order>\n"
    "      tags: [<*orders|internal|v1>]",
    "  /books:\n    get:\n      summary: <List books|Search books>\n"
    "      operationId: <listBooks|searchBooks>\n      tags: [<*books|catalog|public>]\n"
    "      deprecated: <true|false>",
    "  /members:\n    post:\n      summary: <Add a member|Register a member>\n"
    "      operationId: <addMember|registerMember>\n      tags: [<*members|admin|internal>]",
    "  /health:\n    get:\n      summary: <Health check|Liveness>\n      deprecated: <true|false>",
)
PRODUCTS = make_yaml_shape(
    "entry",
    "<products|stock>:",
    "  oak-table:\n    price: <180|240|320>\n    stock: <2..19>\n    color: <natural|dark|white>\n"
    "    sizes: [<*S|M|L|XL>]",
    "  desk-lamp:\n    price: <29|35|49>\n    stock: <2..40>\n    color: <black|white|red>\n"
    "    visible: <true|false>",
    "  wool-rug:\n    price: <180|210|260>\n    stock: <2..9>\n    color: <grey|blue|white>\n"
    "    sizes: [<*S|M|L|XL>]\n?    visible: <true|false>",
    "  book-shelf:\n    price: <89|120|180>\n    stock: <2..19>\n    color: <white|black|natural>\n"
    "    visible: <true|false>",
)
RECIPE = make_yaml_shape(
    "part",
    "title: <Lentil soup|Apple cake|Pizza|Vegetable lasagne>\nservings: <2|4|6|8>\n"
    "time:\n  prep: <10|15|20|30> min\n  cook: <20|25|30|45> min\n"
    "?tags: [<*vegan|quick|winter|family|baking>]",
    "ingredients:\n  - <*2 onions|300 g lentils|1 l stock|2 tbsp oil|1 tsp salt|200 g flour>",
    "steps:\n  - <*Chop the onions|Heat the oil|Add the stock|Simmer gently|Season with salt>",
    "dough:\n  flour: <300|400|500> g\n  water: <200|250|300> ml\n  salt: <5|8|10> g\n"
    "  rest: <30|45|60> min",
    "sauce:\n  tomatoes: <400|800> g\n  salt: <2|5|8> g\n  oil: <2|3|4> tbsp\n"
    "  time: <10|20|30> min",
    "notes:\n  - <*Freezes well|Serve with bread|Better the next day|Use fresh herbs>",
)
COURSE = make_yaml_shape(
    "week",
    "course: <Statistics I|Modern history|Web basics|Ceramics>\n?teacher: ~first~ ~last~\n"
    "room: <A101|B204|C12>\nweeks:",
    "  - title: Introduction\n    topic: <Overview|Goals>\n    homework: <false|true>\n"
    "    hours: <1..4>",
    "  - title: Basics\n    topic: <Terms|Tools>\n    homework: <true|false>\n    hours: <1..4>\n"
    "    reading: [<*chapter 1|chapter 2|article 3|handout>]",
    "  - title: Project\n    topic: <Planning|Team work>\n    homework: <true|false>\n"
    "    hours: <2..6>\n?    room: <A101|B204|Lab 2>",
    "  - title: Review\n    topic: <Questions|Mock exam>\n    hours: <1..4>\n"
    "?    room: <A101|B204|C12>",
    "  - title: Exam\n    topic: <Written exam|Oral exam>\n    room: <Hall 1|Hall 2|B204>\n"
    "    hours: <1..4>",
)
