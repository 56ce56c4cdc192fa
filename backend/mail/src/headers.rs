//! The headers that make a mail well-behaved and that the mail library does not know. Pure.

use lettre::message::header::{Header, HeaderName, HeaderValue};

/// A header of plain ASCII that is already as it must stand: never folded, never encoded.
macro_rules! headers {
    ($($(#[$doc:meta])* $kind:ident = $name:literal),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $kind(pub String);

        impl Header for $kind {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($name)
            }
            fn parse(raw: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(raw.to_owned()))
            }
            fn display(&self) -> HeaderValue {
                HeaderValue::dangerous_new_pre_encoded(Self::name(), self.0.clone(), self.0.clone())
            }
        }
    )+};
}

headers! {
    /// A machine wrote this: no holiday replies, please (RFC 3834).
    AutoSubmitted = "Auto-Submitted",
    ContentLanguage = "Content-Language",
    /// RFC 2919.
    ListId = "List-Id",
    /// RFC 2369.
    ListUnsubscribe = "List-Unsubscribe",
    /// One click is enough (RFC 8058).
    ListUnsubscribePost = "List-Unsubscribe-Post",
}
