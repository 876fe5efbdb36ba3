# The whole workshop. Every target sets up what it needs first; a second call repeats nothing.
PYTHON ?= python3
BIN := .venv/bin
Q ?= Why are people leaving?
PORT ?= 7860
CORPORA := $(notdir $(wildcard tests/corpora/*))

.PHONY: install chat ask test check eval bench train pictures clean

install: .stamps/development

.stamps/environment: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13) and "Parallax needs Python 3.11 to 3.13; name one: make PYTHON=python3.12 ...")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt torch
	$(BIN)/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt --editable .
	$(BIN)/python -m compileall -q corpus index rag ui eval
	mkdir -p .stamps && touch $@

.stamps/development: .stamps/environment
	$(BIN)/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	mkdir -p .stamps && touch $@

chat: .stamps/environment  ## the page, on 127.0.0.1:7860
	$(BIN)/parallax chat --port $(PORT)

ask: .stamps/environment  ## make ask Q="Why are people leaving?"
	@$(BIN)/parallax ask $(if $(JSON),--json) -- "$$Q"

test: .stamps/development  ## every test
	$(BIN)/python -m pytest -n 2

check: .stamps/development  ## ruff and mypy strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# What is measured is read anew: an index of before the last change would tell of the code before it.
define measure
$(BIN)/parallax index $(1) --index .stamps/eval/$(3) --rebuild
$(BIN)/parallax eval --corpus $(1) --gold $(2) --index .stamps/eval/$(3) --output results/$(3)/results.json \
	--system parallax --system llamaindex --curve -j 2

endef

eval: .stamps/environment  ## every measure for each corpus, beside plain LlamaIndex, and the labelled sentences
	$(call measure,corpus/articles,eval/gold/dev.jsonl,default)
	$(foreach name,$(CORPORA),$(call measure,tests/corpora/$(name)/articles,tests/corpora/$(name)/gold.jsonl,$(name)))
	$(BIN)/python -m eval.claim_labels
	$(BIN)/python -m eval.pair_labels

bench: .stamps/environment  ## speed and memory, beside plain LlamaIndex
	$(BIN)/python -m eval.bench

train: .stamps/environment  ## every model; make train DATA=folder of the training data
	@$(BIN)/python -m index.training "$(DATA)"

pictures: .stamps/development  ## the README's pictures of the page
	$(BIN)/python -m ui.pictures "How many people have left?"

clean:
	rm -rf .venv .stamps build dist *.egg-info

export Q
