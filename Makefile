# The whole set-up happens in .venv; `make` alone prints what there is.
.DEFAULT_GOAL := help
.PHONY: help run test check bench migrate migration schema law lock format venv venv-test
PY := .venv/bin/python

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

run: venv ## start the register on http://127.0.0.1:8000, with its database and worker; Ctrl-C stops all
	@exec .venv/bin/docket run

test: venv-test ## pass the tests; those that need an absent Debian package are named at the end
	@exec $(PY) -m pytest --numprocesses logical --dist worksteal $(ARGS)

check: venv-test ## format, lint, types, imports, law, then the tests
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	.venv/bin/ty check
	.venv/bin/lint-imports
	.venv/bin/docket law check
	$(MAKE) --no-print-directory test

bench: venv-test ## measure; writes bench/RESULTS.md
	@exec $(PY) -m bench

law: venv ## check the legislation files and print what a change affects
	@exec .venv/bin/docket law check

migrate: venv ## bring the database to the schema of this version
	@exec .venv/bin/docket migrate

migration: venv ## make the next migration file: make migration NAME=add_what
	@exec $(PY) -m migrations.tools new "$(NAME)"

schema: venv ## draw migrations/schema.sql again and record the checksums of new migrations
	@exec $(PY) -m migrations.tools draw

format: venv-test ## format the code
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

lock: venv-test ## resolve the dependencies anew (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --group build -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 -c requirements.lock pyproject.toml --group build --group test -o requirements-test.lock

venv:
	@deploy/virtualenv requirements.lock

venv-test:
	@deploy/virtualenv requirements-test.lock
