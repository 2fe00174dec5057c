# Two commands matter: `make demo` and `make test`. Each makes what it needs, and does nothing twice.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# torch first and by itself: the release named here is small without a GPU, the newest brings gigabytes for one.
# With a GPU, or to save more, name another: make demo TORCH="torch"
TORCH ?= torch==2.13.0

.PHONY: help demo test lint format docs soak bench clean

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

$(VENV)/installed: pyproject.toml Makefile
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
		{ echo "pincite needs Python 3.11, 3.12 or 3.13; name one: make demo PYTHON=python3.12" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet "$(TORCH)"
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/developing: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

demo: $(VENV)/installed ## install, add the sample papers, run the three headline uses
	@$(BIN)/pincite demo

test: $(VENV)/developing ## everything the tests need, and all tests
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

lint: $(VENV)/developing ## ruff, mypy and the import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/developing ## let ruff put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/developing ## write docs/commands.md anew from the commands
	$(BIN)/python docs/renew.py

soak: $(VENV)/developing ## the long forms of the tests
	$(BIN)/python -m pytest -m slow

bench: $(VENV)/developing ## quality and speed against named peers, on the sample papers
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python bench/search.py examples/papers
	$(BIN)/python bench/adding.py examples/papers
	$(BIN)/python bench/growth.py --sizes 1000
	$(BIN)/python bench/figures.py examples/papers/*.txt examples/papers/*.md
	$(BIN)/python bench/names.py examples/papers/*.txt examples/papers/*.md
	$(BIN)/python bench/reading.py tests/samples/renderings/*.pdf

clean: ## remove what was installed and made, but no library of yours
	rm -rf $(VENV) demo-library .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
