# The one door. Every target works in a fresh clone with Python >= 3.11 and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.PHONY: demo test check lock model learning-curve picture clean

demo: $(VENV)/run.stamp ## the main job on an embedded server (ARGS=--once ends after one pass)
	@$(BIN)/rebond demo $(ARGS)

test: $(VENV)/dev.stamp ## all tests
	@$(PYTHON) scripts/test_servers.py
	@$(BIN)/pytest $(ARGS)

check: $(VENV)/dev.stamp ## style, types, import directions
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

model: $(VENV)/run.stamp ## fit the starter model from models/corpus/
	@$(BIN)/rebond train --starter

learning-curve: $(VENV)/run.stamp ## measure what corrections do: docs/learning-curve.md
	@$(BIN)/python scripts/learning_curve.py

picture: $(VENV)/run.stamp ## draw docs/demo.svg from the demo's output
	@$(BIN)/python scripts/demo_picture.py

# The lock holds hashes and no address; `uv` is only needed to make it anew.
UV_COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-header --no-annotate --no-emit-index-url --no-emit-find-links pyproject.toml
lock:
	$(UV_COMPILE) --group build -o requirements/run.txt
	$(UV_COMPILE) --group build --group dev -c requirements/run.txt -o requirements/dev.txt

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 ...")'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python's venv module is missing: install it (Debian: apt install python3-venv)."; exit 1; }

$(VENV)/run.stamp: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	@echo "Setting up (once, about a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

clean: ## take the environment away
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
