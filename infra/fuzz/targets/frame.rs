//! What a client says on the socket: understood, or refused without a fault.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../../backend/realtime/src/protocol.rs"]
mod protocol;

fuzz_target!(|text: &str| protocol::harm::check(text));
