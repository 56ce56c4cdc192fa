//! The refusals that an operation documents, by the kind of operation it is.

use std::collections::BTreeMap;

use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{IntoResponses, PartialSchema, ToSchema};

use crate::ProblemBody;

macro_rules! answers {
    ($($(#[$doc:meta])* $name:ident: [$($status:literal),+];)+) => {$(
        $(#[$doc])*
        pub struct $name;
        impl IntoResponses for $name {
            fn responses() -> BTreeMap<String, RefOr<Response>> {
                BTreeMap::from([$(($status.to_owned(), problem($status))),+])
            }
        }
    )+};
}

answers! {
    /// A visitor reads.
    Reading: ["400", "404", "429"];
    /// A signed-in person reads.
    ReadingSignedIn: ["400", "401", "404", "429"];
    /// Something is made or done.
    Doing: ["400", "401", "403", "404", "409", "413", "415", "429"];
    /// Something is changed from a known version.
    Editing: ["400", "401", "403", "404", "409", "412", "413", "415", "428", "429"];
    /// A visitor does something: signs in, answers an invitation.
    DoingUnsigned: ["400", "403", "404", "409", "410", "413", "415", "429"];
}

fn problem(status: &str) -> RefOr<Response> {
    let description = match status {
        "400" => "The input is not valid; `errors` names every field",
        "401" => "Nobody is signed in",
        "403" => "The asker may see this, but not do it",
        "404" => "There is nothing here, or nothing for the asker",
        "409" => "It conflicts with the state of things",
        "410" => "It has ended",
        "412" => "Somebody else changed it first",
        "413" => "Too large",
        "415" => "Not a supported media type",
        "428" => "If-Match is missing",
        _ => "Too many requests; Retry-After says when",
    };
    let schema = Ref::from_schema_name(ProblemBody::name());
    ResponseBuilder::new()
        .description(description)
        .content(
            "application/problem+json",
            ContentBuilder::new().schema(Some(schema)).build(),
        )
        .build()
        .into()
}

/// The schemas that the refusals refer to; the document adds them once.
pub fn schemas() -> Vec<(String, RefOr<utoipa::openapi::schema::Schema>)> {
    vec![
        (ProblemBody::name().into_owned(), ProblemBody::schema()),
        (
            crate::FieldProblem::name().into_owned(),
            crate::FieldProblem::schema(),
        ),
        (
            crate::EarlierPost::name().into_owned(),
            crate::EarlierPost::schema(),
        ),
    ]
}
