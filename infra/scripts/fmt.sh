#!/usr/bin/env bash
# All Rust code in one form. The front end's form is checked by its own lints.
. "$(dirname "$0")/lib.sh"
cargo fmt --all
