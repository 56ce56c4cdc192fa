//! The refusals that an operation documents, by the kind of operation it is.

use std::collections::BTreeMap;

use utoipa::openapi::{Components, ContentBuilder, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{IntoResponses, PartialSchema, ToSchema};

use crate::{EarlierPost, FieldProblem, ProblemBody};

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

/// What each refusal is called in the document, and what it says.
const REFUSALS: [(&str, &str, &str); 11] = [
    (
        "400",
        "BadRequest",
        "The input is not valid; `errors` names every field",
    ),
    ("401", "Unauthorized", "Nobody is signed in"),
    ("403", "Forbidden", "The asker may see this, but not do it"),
    (
        "404",
        "NotFound",
        "There is nothing here, or nothing for the asker",
    ),
    ("409", "Conflict", "It conflicts with the state of things"),
    ("410", "Gone", "It has ended"),
    (
        "412",
        "PreconditionFailed",
        "Somebody else changed it first",
    ),
    ("413", "ContentTooLarge", "Too large"),
    ("415", "UnsupportedMediaType", "Not a supported media type"),
    ("428", "PreconditionRequired", "If-Match is missing"),
    (
        "429",
        "TooManyRequests",
        "Too many requests; Retry-After says when",
    ),
];

/// The document says once what a refusal is; each operation names those that it has.
fn problem(status: &str) -> RefOr<Response> {
    let known = REFUSALS.iter().find(|(it, ..)| *it == status);
    let name = known.map_or(status, |(_, name, _)| name);
    Ref::from_response_name(name).into()
}

/// Adds to the document what the operations refer to.
pub fn describe(components: &mut Components) {
    for (_, name, meaning) in REFUSALS {
        let schema = Ref::from_schema_name(ProblemBody::name());
        let content = ContentBuilder::new().schema(Some(schema)).build();
        let response = ResponseBuilder::new()
            .description(meaning)
            .content("application/problem+json", content);
        components
            .responses
            .insert(name.to_owned(), response.build().into());
    }
    components.schemas.extend([
        (ProblemBody::name().into_owned(), ProblemBody::schema()),
        (FieldProblem::name().into_owned(), FieldProblem::schema()),
        (EarlierPost::name().into_owned(), EarlierPost::schema()),
    ]);
}
