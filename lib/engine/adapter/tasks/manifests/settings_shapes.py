"""Shapes of settings and project files in YAML, TOML and .env.

Invariant: data only, in the language of the templates.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.manifests.shapes import Shape, make_toml_shape, make_yaml_shape

SETTINGS = make_yaml_shape(
    "section",
    "?app: <orders|portal|fleet>\n?env: <production|staging|test>",
    "server:\n  host: <0.0.0.0|127.0.0.1|localhost>\n  port: <3000|5000|8000|8080>\n"
    "?  timeout: <10s|30s|45s|60s>\n?  cors: <true|false>",
    "database:\n  host: <db.internal|localhost|10.0.0.12>\n  port: <5432|3306>\n"
    "  name: <orders|portal|fleet>\n?  pool_size: <5|10|20|40>\n  timeout: <5s|10s|30s>\n"
    "?  ssl: <true|false>",
    "logging:\n  level: <debug|info|warning|error>\n  format: <json|text>\n"
    '?  file: "/var/log/<orders|portal>.log"\n?  rotate: <true|false>',
    "cache:\n  enabled: <true|false>\n  host: <localhost|cache.internal>\n"
    "  ttl: <60|300|600|3600>\n"
    "?  max_size: <64MB|128MB|256MB>",
    "mail:\n  enabled: <true|false>\n  host: smtp.~domain~\n"
    '  port: <25|465|587>\n  from: "~email~"',
    'slack:\n  enabled: <true|false>\n  channel: "#<general|alerts|builds|random>"\n'
    '  color: "#<ff8800|36a64f|2eb886>"\n?  users: [<*anna|ben|chen|dana|eric>]',
    "features:\n  search: <true|false>\n  dark_mode: <true|false>\n  beta: <true|false>\n"
    "  languages: [<*en|de|fr|es|it|pl>]",
    "storage:\n  path: <./data|/srv/files|/mnt/uploads>\n  max_size: <10MB|64MB|128MB>\n"
    "  types: [<*jpg|png|pdf|docx|svg>]",
)
PYPROJECT = make_toml_shape(
    '[project]\nname = "<trail-map|harbor|invoice-tools>"\nversion = "<0.3.1|0.4.0|1.2.0>"\n'
    'requires-python = ">=3.<10|11|12>"\n'
    'dependencies = [\n    <*"httpx"|"rich"|"click"|"pydantic"|"sqlalchemy">,\n]',
    '[project.optional-dependencies]\ndev = [<*"pytest"|"ruff"|"mypy"|"coverage">]\n'
    'docs = [<*"mkdocs"|"sphinx"|"furo"|"ruff">]',
    '[tool.ruff]\nline-length = <80|88|100|120>\ntarget-version = "py<310|311|312>"\n'
    'exclude = [<*"docs"|"build"|"migrations"|"vendor">]',
    '[tool.black]\nline-length = <80|88|100|120>\ntarget-version = [<*"py310"|"py311"|"py312">]',
    '[tool.mypy]\npython_version = "<3.10|3.11|3.12>"\nstrict = <true|false>\n'
    'exclude = [<*"docs"|"build"|"vendor"|"tests">]',
    '[tool.pytest.ini_options]\ntestpaths = [<*"tests"|"docs"|"examples">]\n'
    'addopts = "<-q|-ra|-v>"\n?xfail_strict = <true|false>',
    '[tool.coverage.run]\nbranch = <true|false>\nsource = [<*"src"|"lib"|"app">]',
)
CARGO = make_toml_shape(
    '[package]\nname = "<tide|quill|pebble>"\nversion = "<0.1.0|0.2.3|1.0.0>"\n'
    'edition = "<2018|2021|2024>"',
    '[dependencies]\nserde = "<1.0.0|1.0.190|1.0.203>"\ntokio = "<1.35|1.37|1.38>"\n'
    '?rand = "<0.8|0.9>"\nanyhow = "<1.0.75|1.0.86>"',
    '[dev-dependencies]\nserde = "<1.0.0|1.0.190>"\ncriterion = "<0.4|0.5|0.6>"\n'
    '?rand = "<0.8|0.9>"',
    "[profile.dev]\nopt-level = <0..2>\ndebug = <true|false>",
    "[profile.release]\nopt-level = <1..3>\ndebug = <true|false>\nlto = <true|false>",
    '[features]\ndefault = [<*"json"|"cli"|"http"|"color">]\nfull = [<*"json"|"cli"|"http"|"tls">]',
)
SETTINGS_TOML = make_toml_shape(
    '?title = "<Fleet|Portal|Reader>"',
    '[server]\nhost = "<0.0.0.0|127.0.0.1|localhost>"\nport = <3000|5000|8000|8080>\n'
    "?debug = <true|false>\ntimeout = <10|30|45|60>",
    '[database]\nhost = "<localhost|db.internal>"\nport = <5432|3306>\ntimeout = <5|10|30>\n'
    "?ssl = <true|false>",
    '[logging]\nlevel = "<debug|info|warning|error>"\nfile = "<app|server|fleet>.log"\n'
    'debug = <true|false>\nhandlers = [<*"console"|"file"|"syslog"|"mail">]',
    '[colors]\naccent = "#<ff8800|36a64f|0066cc>"\nbackground = "#<ffffff|fafafa|111111>"\n'
    "rounded = <true|false>",
    '[params]\nauthor = "~first~ ~last~"\nlanguages = [<*"en"|"de"|"fr"|"es">]\n'
    "pages = <5|10|20>\ncomments = <true|false>",
    '[markup]\nstyle = "<monokai|github|dracula>"\nlineNumbers = <true|false>\ntabWidth = <2|4|8>',
)
ENV = Shape(
    "env",
    "group",
    "?APP_NAME=<orders|portal|fleet>\nAPP_ENV=<production|staging|local>",
    (
        "DB_HOST=<localhost|db.internal|10.0.0.12>\nDB_PORT=<5432|3306|5433>\n"
        "DB_NAME=<orders|portal>\n?DB_SSL=<true|false>",
        "TEST_DB_HOST=<localhost|db.internal|10.0.0.12>\nTEST_DB_PORT=<5432|5433|3306>",
        "REDIS_HOST=<localhost|cache.internal>\nREDIS_PORT=<6379|6380>\n?REDIS_TTL=<60|300|900>",
        "MAIL_HOST=<localhost|smtp.internal>\nMAIL_PORT=<25|465|587>\n"
        'MAIL_FROM="~email~"\n?MAIL_ENABLED=<true|false>',
        'LOG_LEVEL=<debug|info|warning>\nLOG_CHANNEL="#<alerts|builds|ops>"\n?LOG_JSON=<true|false>',
        "CACHE_ENABLED=<true|false>\nCACHE_TTL=<60|300|900>",
        "SITE_URL=https://www.~domain~/#<start|home>\nSITE_PORT=<3000|8000|8080>\nWORKERS=<2..9>",
    ),
)
