//! Knowledge products (kennisproducten): guides, factsheets, studies and other things that outlive an issue.

mod change_product;
mod draft_product;
mod entity;
mod http;
mod model;
mod policy;
mod publish_product;
pub mod read;
mod store;
pub mod views;

pub use change_product::change;
pub use draft_product::draft;
pub use http::routes;
pub use model::{FileUse, Product, ProductKind, ProductParts, ProductState, ProductText};
pub use publish_product::{publish, retire};
