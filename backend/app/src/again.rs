//! A change that collided with another one is made again, and whoever asked for it notices nothing.
//!
//! Promise: nothing of what is made again had happened, as the database took all of it back; after the last try it is a
//! refusal that passes, as any other. What was sent is kept for as long as it is answered, and only when it is small.
//! Absent: jobs, which their queue puts off.

use std::time::Duration;

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use web::Sent;

/// How often a change is made again.
const MOST: usize = 3;
const PAUSE: Duration = Duration::from_millis(20);

pub async fn answer<B: MessageBody>(
    mut request: ServiceRequest,
    next: &Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    if request.method() == Method::GET {
        return next.call(request).await;
    }
    let mut left = MOST;
    loop {
        let sent = Sent::of(&mut request);
        let (answered, collided) = db::watched(next.call(request)).await;
        let response = answered?;
        let passes = response.status() == StatusCode::SERVICE_UNAVAILABLE;
        let Some(payload) = sent.again().filter(|_| collided && passes && left > 0) else {
            return Ok(response);
        };
        left -= 1;
        tracing::info!(left, "a change collided and is made again");
        // The other one ends first.
        tokio::time::sleep(PAUSE).await;
        let (head, refusal) = response.into_parts();
        drop(refusal);
        request = ServiceRequest::from_parts(head, payload);
        request.match_info_mut().reset();
    }
}
