//! What anybody may read, in the first answer, without a script: home, organisations, issues with their outcome, knowledge.
//!
//! Promise: the same people read here what the API would give them, by the same conditions; never a post.
//! Absent: no act: who wants to do something does it in the application.

mod help;
mod home;
mod issue;
mod issues;
mod knowledge;
mod network;
mod networks;
mod outcome;
mod product;
mod tenant;
mod texts;

use actix_web::web::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(home::show)
        .service(help::show)
        .service(tenant::show)
        .service(tenant::colours)
        .service(issues::show)
        .service(issue::show)
        .service(issue::code)
        .service(networks::show)
        .service(network::show)
        .service(knowledge::show)
        .service(product::show)
        .service(product::code)
        .service(texts::text_page);
}
