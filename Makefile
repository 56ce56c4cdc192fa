# The daily commands. The work is done in infra/scripts; `make help` says what each is for.
.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test check bench bench-scale fuzz api-fuzz trials upgrade-test build package package-test fmt generate

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## build everything and try it in a browser, on http://localhost:8080
	@infra/scripts/demo.sh

demo-reset: ## the same, starting over with fresh demo data
	@infra/scripts/demo.sh --reset

test: ## the whole gate, which continuous integration runs too (.ci/run)
	@infra/scripts/test.sh

check: ## the fast part of the gate: format, lints, types, unit tests
	@infra/scripts/check.sh

bench: ## measure a release build and print a table
	@infra/scripts/bench.sh

bench-scale: ## make a country, and measure what grows with it
	@infra/scripts/bench-scale.sh

fuzz: ## look for frames and texts that nobody thought of
	@infra/scripts/fuzz.sh

api-fuzz: ## ask the API what its contract makes up, in five roles, and ids that lead nowhere
	@infra/scripts/api-fuzz.sh

trials: ## break one thing at a time while people are busy, and print what was lost
	@infra/scripts/trials.sh

upgrade-test: ## replace the release before by this one, node by node, while people write
	@infra/scripts/upgrade-test.sh

build: ## front end and a release binary
	@infra/scripts/build.sh

package: ## a Debian package, in target/debian
	@infra/scripts/package.sh

package-test: ## install, use, upgrade and remove that package; validate the other ways to run it
	@infra/scripts/package-test.sh

generate: ## write again what is generated and committed: contract, types, policy matrix
	@infra/scripts/generate.sh

fmt: ## format all code
	@infra/scripts/fmt.sh
