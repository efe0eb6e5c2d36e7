GO       ?= go
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
PLATFORMS = windows/amd64 windows/arm64 darwin/amd64 darwin/arm64 linux/amd64 linux/arm64

.DEFAULT_GOAL := help
.PHONY: help run test race bench conformance browser golden fuzz lint pictures release wine clean sample

help: ## list these targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: ## make the packs of every month of the sample, in out/, and list them
	@$(GO) run ./cmd/boardpack build --month all --quiet

# Tests collect their garbage less often than the program does: a fifth less work for a few hundred megabytes.
SPACIOUS = GOGC=400 GOMEMLIMIT=2GiB

test: ## run every test; needs Go alone
	$(SPACIOUS) $(GO) test ./...
	$(SPACIOUS) $(GO) -C tools test -count=1 ./...

race: ## run every test with the race detector; needs a C compiler
	$(SPACIOUS) $(GO) test -race -timeout 30m ./...
	$(SPACIOUS) $(GO) -C tools test -race -count=1 ./...

bench: ## time boardpack against its peers, which it installs, and floors (BENCH=--quick for a first look, --write for docs/performance.md)
	@$(GO) -C tools run ./compare $(BENCH)

conformance: ## check sample packs and extremes with veraPDF, qpdf and LibreOffice, which it installs
	@./.ci/conformance

browser: ## try the pages in Chromium and with the Nu HTML checker, which it installs on Debian
	@./.ci/browser

golden: ## write the golden files again, to be read in the diff
	@./.ci/golden

fuzz: ## fuzz every reader for a short time each (FUZZTIME=10s)
	@./.ci/fuzz

lint: ## check format, vet and staticcheck
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "run gofmt -w on the files above"; exit 1; }
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...
	$(GO) -C tools vet ./...
	$(GO) -C tools run $(STATICCHECK) ./...

sample: ## write the sample masters again
	$(GO) -C tools run ./sample

pictures: ## make the pictures of the README and of the guide again; needs pdftoppm, LibreOffice, Xvfb, xdotool and ImageMagick
	@./.ci/pictures

release: ## build for Windows, macOS and Linux, in dist/, with checksums, licences and the list of parts (VERSION=the tag)
	@./.ci/release $(PLATFORMS)

wine: ## try the program for Windows under wine, which it installs on Debian
	@./.ci/wine

clean: ## take away everything that these targets make
	rm -rf dist bin
	find out -mindepth 1 ! -path out/.gitignore -delete
