//! What a client says on the socket: understood, or refused without a fault.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../../backend/realtime/src/protocol.rs"]
mod protocol;

use protocol::{FromClient, FromServer, Topic};

fuzz_target!(|text: &str| {
    let topic = match serde_json::from_str::<FromClient>(text) {
        Ok(
            FromClient::Subscribe { topic, .. }
            | FromClient::Unsubscribe { topic }
            | FromClient::Typing { topic }
            | FromClient::Read { topic, .. },
        ) => topic,
        Err(_) => return,
    };
    if let Ok(known) = topic.parse::<Topic>() {
        assert_eq!(known.to_string().parse(), Ok(known));
    }
    // What is refused is named in the answer: that stays JSON, whatever the name holds.
    let refusal = FromServer::Problem {
        code: "socket.topic-not-found",
        topic: Some(&topic),
    };
    let said: serde_json::Value = serde_json::from_str(&refusal.text()).expect("JSON");
    assert_eq!(said["topic"], topic);
});
