# run: the product at http://127.0.0.1:8080 · test: everything · the rest: parts of these.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.PHONY: help run test setup assets check rust api e2e fault bench fuzz clean

help: ## what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: assets idp/node_modules ## the product, with reference data, registers and test persons; Ctrl-C stops it
	@cargo build --quiet --profile demo -p juistedeur -p simulators
	@exec scripts/demo

test: setup assets check rust api e2e ## everything: formatting, lints, both databases, the browser, faults

setup: ## what a fresh machine lacks: PostgreSQL, a browser, strace, poppler, faketime, clamd in a container (Debian, needs root or sudo)
	@scripts/setup

assets: assets/dist/app.css assets/lexicon/nl.tsv ## style sheets, fonts, the map and words, from npm and PyPI

assets/dist/app.css: assets/package-lock.json assets/build.mjs $(wildcard assets/css/*.css assets/js/*.mjs)
	@scripts/setup toolchain
	@cd assets && npm ci --silent --ignore-scripts --no-audit --no-fund && node build.mjs

idp/node_modules: idp/package-lock.json
	@scripts/setup toolchain
	@cd idp && npm ci --silent --ignore-scripts --no-audit --no-fund && touch node_modules

assets/lexicon/nl.tsv: scripts/lexicon
	@scripts/setup toolchain
	@scripts/lexicon

check: assets ## formatting and lints
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --quiet -- -D warnings

rust: assets idp/node_modules ## all tests in Rust, on SQLite and PostgreSQL
	scripts/with-postgres cargo test --workspace --quiet

api: assets ## the interface against its description, and that against the national rules
	cargo build --quiet -p juistedeur
	scripts/check-api

e2e: assets idp/node_modules ## journeys in a browser, on both databases
	cargo build --quiet -p juistedeur -p simulators
	cd e2e && npm ci --silent --ignore-scripts --no-audit --no-fund
	scripts/with-postgres npm --prefix e2e test --silent

fault: assets idp/node_modules ## 200 faults each during submissions: kill -9; registers, provider and clock that go wrong
	FAULTS=200 cargo test --quiet -p juistedeur --test product fault -- --nocapture

bench: assets ## figures for docs/benchmarks.md; on a machine that does nothing else
	scripts/bench

fuzz: assets ## a minute of odd bytes for everything that reads bytes from outside
	scripts/fuzz

clean: ## throws away what was built and the state of the demo
	rm -rf target var assets/dist assets/lexicon assets/node_modules e2e/node_modules idp/node_modules fuzz/target
