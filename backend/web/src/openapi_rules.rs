//! What the Dutch API Design Rules want to read in the document, said once for all operations.

use utoipa::ToSchema;
use utoipa::openapi::header::{Header, HeaderBuilder};
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::schema::Type;
use utoipa::openapi::{
    ContentBuilder, ObjectBuilder, OpenApi, Ref, RefOr, Response, ServerBuilder,
};

use crate::headers;

/// The major version, in the address of every operation.
pub const BASE: &str = "/v1";

/// The version stands in the server's address instead of in each path; successes say what they are, and name the API's version.
pub fn apply(api: &mut OpenApi) {
    let installation = ServerBuilder::new()
        .url(BASE)
        .description(Some("This installation"));
    api.servers = Some(vec![installation.build()]);
    let paths = std::mem::take(&mut api.paths.paths);
    for (path, mut item) in paths {
        operations(&mut item).for_each(complete);
        let below = path.strip_prefix(BASE).unwrap_or(&path).to_owned();
        api.paths.paths.insert(below, item);
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    let PathItem {
        get,
        put,
        post,
        patch,
        delete,
        ..
    } = item;
    [get, put, post, patch, delete].into_iter().flatten()
}

fn complete(operation: &mut Operation) {
    for parameter in operation.parameters.iter_mut().flatten() {
        let RefOr::T(parameter) = parameter else {
            continue;
        };
        let known = headers::FORMS.iter().find(|(it, _)| *it == parameter.name);
        if let Some((_, form)) = known {
            let text = ObjectBuilder::new().schema_type(Type::String);
            parameter.schema = Some(text.pattern(Some(*form)).into());
        }
    }
    for (status, response) in &mut operation.responses.responses {
        let RefOr::T(response) = response else {
            continue;
        };
        if status.starts_with(['2', '3']) {
            succeed(status, response);
        } else {
            refuse(response);
        }
    }
}

fn succeed(status: &str, response: &mut Response) {
    if response.description.is_empty() {
        meaning(status).clone_into(&mut response.description);
    }
    response
        .headers
        .insert("API-Version".to_owned(), RefOr::T(version_header()));
}

/// Every refusal has the same form, also where an operation only named its status.
fn refuse(response: &mut Response) {
    if response.content.is_empty() {
        let schema = Ref::from_schema_name(crate::ProblemBody::name());
        let content = ContentBuilder::new().schema(Some(schema)).build();
        response
            .content
            .insert("application/problem+json".to_owned(), content.into());
    }
}

fn meaning(status: &str) -> &'static str {
    match status {
        "201" => "Made",
        "202" => "Accepted; it is done soon",
        "204" => "Done; there is nothing to tell",
        _ => "Done",
    }
}

fn version_header() -> Header {
    HeaderBuilder::new()
        .description(Some("The full version of the API"))
        .build()
}
