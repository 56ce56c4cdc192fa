//! What must hold of whatever a client says: for the tests, and for the search for frames that nobody thought of (`infra/fuzz`).

use super::{FromClient, FromServer, Topic};

/// It is understood or refused, and what is said of it is a frame of ours.
pub fn check(text: &str) {
    let topic = match serde_json::from_str::<FromClient>(text) {
        Ok(
            FromClient::Subscribe { topic, .. }
            | FromClient::Unsubscribe { topic }
            | FromClient::Typing { topic }
            | FromClient::Presence { topic }
            | FromClient::Read { topic, .. },
        ) => topic,
        Err(_refused) => return,
    };
    if let Ok(known) = topic.parse::<Topic>() {
        assert_eq!(known.to_string().parse(), Ok(known), "{topic}");
    }
    // What is refused is named in the answer: that stays JSON, whatever the name holds.
    let refusal = FromServer::Problem {
        code: "socket.topic-not-found",
        topic: Some(&topic),
    };
    let said = serde_json::from_str::<serde_json::Value>(&refusal.text());
    let named = said.ok().and_then(|said| said.get("topic").cloned());
    assert_eq!(named, Some(topic.into()));
}
