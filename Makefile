# Bang giao: `make help` lists what there is. Every target does its own set-up; ARGS is passed on, as in `make test ARGS="-k dates"`.
.DEFAULT_GOAL := help
.NOTPARALLEL:
unexport PYTHONPATH PYTHONHOME BANGGIAO_RUN BANGGIAO_CORPUS BANGGIAO_GOLD

ARGS =
BIN := .venv/bin

.PHONY: help report test lint lab bench lock clean environment

help:  ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/make \1	\2/p' Makefile

report: environment  ## the report of the two seed articles, in reports/seeds (or: ARGS="--corpus FOLDER")
	@$(BIN)/banggiao run $(ARGS)

test:  ## lint, then the tests, on each of Python 3.11 to 3.14 that is on the path
	@sh src/setup/browser.sh >/dev/null
	@$(MAKE) --no-print-directory lint
	@sh src/setup/test.sh $(ARGS)

lint: environment  ## ruff and mypy
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

lab: environment  ## JupyterLab on the notebooks
	@$(BIN)/jupyter lab --ServerApp.root_dir=. --LabApp.default_url=/lab/tree/notebooks --LabApp.news_url=None \
	    --LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate $(ARGS)

bench: environment  ## time a run on the seeds and the annotation of many texts
	@$(BIN)/python bench/bench.py $(ARGS)

lock:  ## resolve the versions again: requirements.lock and environment.yml (needs uv; ARGS=--upgrade for newer ones)
	@sh src/setup/lock.sh $(ARGS)

clean:  ## remove the environments, caches, and what partial, failed and hand-made runs left
	rm -rf .venv .venv-3.* .mypy_cache .ruff_cache .pytest_cache .hypothesis reports/lab reports/partial reports/.failed
	find src tests bench notebooks -name __pycache__ -prune -exec rm -rf {} + -o -name .ipynb_checkpoints -prune -exec rm -rf {} +

environment:
	@sh src/setup/environments.sh newest >/dev/null
