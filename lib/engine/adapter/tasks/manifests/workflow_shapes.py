"""Shapes of workflows that build, test and deploy.

Invariant: data only, in the language of the templates.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.manifests.shapes import make_yaml_shape

_STEPS_NODE = """
    steps:
      - uses: actions/checkout@<v3|v4>
?      - uses: actions/setup-node@<v3|v4>
        with:
          node-version: <18|20|22>
"""
_STEPS_PYTHON = """
    steps:
      - name: Check out
        uses: actions/checkout@<v3|v4>
      - name: Set up Python
        uses: actions/setup-python@<v4|v5>
        with:
          python-version: "<3.10|3.11|3.12|3.13>"
"""
NODE_WORKFLOW = make_yaml_shape(
    "job",
    """
name: <CI|Build|Checks>
on:
  push:
    branches: [<*main|develop|staging|release|next>]
?  pull_request:
    branches: [<*main|develop|staging|next>]

jobs:""",
    "  build:\n    runs-on: <ubuntu-latest|ubuntu-22.04|macos-latest>\n"
    "?    timeout-minutes: <5|10|15|20|30>\n"
    + _STEPS_NODE.strip("\n")
    + "\n      - run: npm ci\n      - run: npm run build",
    "  test:\n    runs-on: <ubuntu-latest|ubuntu-22.04|windows-latest>\n?    needs: build\n"
    "?    timeout-minutes: <5|10|15|20|30>\n"
    + _STEPS_NODE.strip("\n")
    + "\n      - run: npm ci\n      - run: npm test",
    "  deploy:\n    runs-on: <ubuntu-latest|ubuntu-22.04>\n    needs: [<*build|test|lint>]\n"
    "?    environment: <production|staging>\n    steps:\n"
    "      - uses: actions/checkout@<v3|v4>\n      - run: ./deploy.sh <prod|staging>",
)
PYTHON_WORKFLOW = make_yaml_shape(
    "job",
    """
name: <Tests|Nightly|Quality>
on:
?  push:
    branches: [<*main|develop|staging|release>]
  schedule:
    - cron: "<0|15|30|45> <1..6> * * *"

jobs:""",
    "  <test|unit>:\n    runs-on: ubuntu-latest\n    strategy:\n?      fail-fast: <true|false>\n"
    '      matrix:\n        python-version: [<*"3.9"|"3.10"|"3.11"|"3.12"|"3.13">]\n'
    "        os: [<*ubuntu-latest|windows-latest|macos-latest|macos-14>]\n"
    "    steps:\n      - uses: actions/checkout@v4\n      - run: pytest",
    "  lint:\n    runs-on: <ubuntu-latest|ubuntu-22.04>\n"
    + _STEPS_PYTHON.strip("\n")
    + "\n      - name: Install tools\n        run: pip install <ruff|flake8>\n"
    "      - name: Lint\n        run: <ruff check .|flake8 src>",
    "  docs:\n    runs-on: <ubuntu-latest|ubuntu-22.04>\n?    continue-on-error: <true|false>\n"
    + _STEPS_PYTHON.strip("\n")
    + "\n      - name: Install\n        run: pip install -r docs/requirements.txt\n"
    "      - name: Build docs\n        run: mkdocs build",
    least=1,
)
GITLAB = make_yaml_shape(
    "job",
    """
?image: <node|python>:<20|22|3.12>
?variables:
  <GIT_DEPTH|RETRY_COUNT>: "<5|10|20>"
  APP_ENV: <test|staging|ci>
stages:
  - <*lint|build|test|package|deploy|cleanup>""",
    "build-<app|image>:\n  stage: build\n  script:\n    - <*npm ci|npm run build|npm run assets>\n"
    "  artifacts:\n    expire_in: <1 day|2 days|1 week>\n    paths: [<*dist/|public/|build/>]",
    "unit-tests:\n  stage: test\n?  image: node:<18|20|22>\n?  needs: [<*lint|build-app|setup>]\n"
    "  script:\n    - <*npm ci|npm test|npm run coverage>\n  retry: <1..5>\n"
    "  allow_failure: <true|false>",
    "lint:\n  stage: <test|lint>\n  script:\n    - <*npm ci|npm run lint|npm run format>\n"
    "  allow_failure: <true|false>",
    "deploy-<prod|staging>:\n  stage: deploy\n  script:\n"
    "    - <*./deploy.sh|./notify.sh|./migrate.sh>\n  retry: <1..5>\n"
    "  only: [<*main|tags|release|web>]\n  when: <manual|on_success>",
)
