# make demo            build in release and walk through the sample
# make test            run every test
# make lint            check the formatting
# make imports         check that every import is declared in Package.swift
# make install         put the program under PREFIX (default /usr/local)
# make measure         times of whole commands on the sample
# make score           accuracy on annotated articles; GOLD is their folder
# make bench           the store against a C program over the same tables
# make torture         5,000 kills of a writing process

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
PREFIX ?= /usr/local
GOLD ?= ../shared/gold
# The Swift runtime goes into the program, which then runs where no toolchain is installed.
RELEASE := -c release --product timeline --static-swift-stdlib
SOURCES := Package.swift Sources Tests EventStore

.PHONY: help requirements build demo test lint imports install measure score bench torture

help:
	@sed -n 's/^# //p' $(firstword $(MAKEFILE_LIST))

requirements:
	@scripts/requirements

build: requirements
	$(SWIFT) build $(RELEASE)

demo: build
	@scripts/demo "$$($(SWIFT) build $(RELEASE) --show-bin-path)/timeline"

test: requirements
	$(SWIFT) test --disable-xctest -Xcc -O2

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

imports: requirements
	$(SWIFT) build --explicit-target-dependency-import-check error -Xcc -O2

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -s -m 755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/timeline" "$(DESTDIR)$(PREFIX)/bin/timeline"

measure: build
	@scripts/measure "$$($(SWIFT) build $(RELEASE) --show-bin-path)/timeline"

score: build
	@scripts/score "$$($(SWIFT) build $(RELEASE) --show-bin-path)/timeline" $(GOLD)
	@python3 scripts/reliability "$$($(SWIFT) build $(RELEASE) --show-bin-path)/timeline" $(GOLD)

bench: requirements
	cd Benchmarks && $(SWIFT) run -c release store-benchmark

torture: requirements
	cd EventStore && TORTURE_KILLS=5000 $(SWIFT) test --disable-xctest --filter CrashTests
