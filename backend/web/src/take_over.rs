//! An answer that takes its connection over, to speak another protocol on it.

use std::pin::Pin;

use actix_web::rt::net::TcpStream;

/// The connection, once the answer is written.
pub struct Taken {
    pub stream: TcpStream,
    /// What the client sent behind its request already.
    pub read: Vec<u8>,
}

type Speaking = Pin<Box<dyn Future<Output = ()>>>;

/// What is spoken then: an extension of an answer with the status 101 (Switching Protocols).
pub struct TakeOver(Box<dyn FnOnce(Taken) -> Speaking>);

impl TakeOver {
    /// Dropped without being called when the client was gone before it had the answer.
    pub fn new<F: Future<Output = ()> + 'static>(speak: impl FnOnce(Taken) -> F + 'static) -> Self {
        Self(Box::new(move |taken| Box::pin(speak(taken))))
    }

    pub async fn speak(self, taken: Taken) {
        (self.0)(taken).await;
    }
}
