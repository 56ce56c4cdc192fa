//! What somebody writes: nothing that acts comes through, and nothing grows without end.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../../backend/platform/src/markdown.rs"]
mod markdown;

fuzz_target!(|text: &str| markdown::harm::check_all(text));
