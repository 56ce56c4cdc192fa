//! What was sent with a request, read once more: for whoever answers it again from its beginning.
//!
//! Promise: the same bytes, when all of them were read and are few; else nothing.

use std::cell::RefCell;
use std::rc::Rc;
use std::task::{Poll, ready};

use actix_web::HttpMessage;
use actix_web::dev::{Payload, ServiceRequest};
use actix_web::error::PayloadError;
use actix_web::web::Bytes;
use futures_util::{StreamExt, stream};

/// More is not kept: a file is sent again by who has it.
const SMALL: usize = 256 * 1024;

/// What was read of a request while it was answered.
#[derive(Clone, Default)]
pub struct Sent(Rc<RefCell<Read>>);

#[derive(Default)]
struct Read {
    parts: Vec<Bytes>,
    size: usize,
    /// To its end.
    whole: bool,
}

impl Sent {
    /// Listens to what is read of this one from now on.
    pub fn of(request: &mut ServiceRequest) -> Self {
        let sent = Self::default();
        match request.take_payload() {
            Payload::None => sent.0.borrow_mut().whole = true,
            payload => request.set_payload(sent.noted(payload)),
        }
        sent
    }

    fn noted(&self, mut payload: Payload) -> Payload {
        let notes = self.clone();
        let noted = stream::poll_fn(move |context| {
            let part = ready!(payload.poll_next_unpin(context));
            notes.note(part.as_ref());
            Poll::Ready(part)
        });
        Payload::Stream {
            payload: Box::pin(noted),
        }
    }

    fn note(&self, part: Option<&Result<Bytes, PayloadError>>) {
        let mut read = self.0.borrow_mut();
        match part {
            None => read.whole = read.size <= SMALL,
            Some(Ok(part)) => {
                read.size += part.len();
                if read.size <= SMALL {
                    read.parts.push(part.clone());
                } else {
                    read.parts.clear();
                }
            }
            Some(Err(_)) => read.size = usize::MAX,
        }
    }

    /// The same once more, when all of it was read and kept.
    pub fn again(&self) -> Option<Payload> {
        let read = self.0.borrow();
        if !read.whole {
            return None;
        }
        let parts = read.parts.clone().into_iter().map(Ok);
        Some(Payload::Stream {
            payload: Box::pin(stream::iter(parts)),
        })
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    /// What comes back of these parts after somebody read all of them, or not.
    async fn again(parts: Vec<Result<Bytes, PayloadError>>, to_the_end: bool) -> Option<Vec<u8>> {
        let mut request = TestRequest::post().to_srv_request();
        request.set_payload(Payload::Stream {
            payload: Box::pin(stream::iter(parts)),
        });
        let sent = Sent::of(&mut request);
        let mut payload = request.take_payload();
        while to_the_end && payload.next().await.is_some() {}
        let mut kept = sent.again()?;
        let mut all = Vec::new();
        while let Some(part) = kept.next().await {
            all.extend_from_slice(&part.unwrap());
        }
        Some(all)
    }

    #[tokio::test]
    async fn what_was_read_to_its_end_comes_again_and_nothing_else() {
        let part = |text: &'static str| Ok(Bytes::from_static(text.as_bytes()));
        let parts = || vec![part("{\"body\":"), part("\"a\"}")];
        assert_eq!(again(parts(), true).await.unwrap(), b"{\"body\":\"a\"}");
        assert_eq!(again(parts(), false).await, None);
        assert_eq!(again(vec![], true).await.unwrap(), b"");
        let broken = vec![part("{"), Err(PayloadError::Incomplete(None))];
        assert_eq!(again(broken, true).await, None);
        let large = vec![Ok(Bytes::from(vec![0; SMALL])), part("a")];
        assert_eq!(again(large, true).await, None);
    }
}
