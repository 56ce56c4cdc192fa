//! Whose space it is: an organisation with its own name, colours, languages, terms and pages.
//!
//! Promise: a suspended tenant answers as if it does not exist.
//! Absent: no members (see `people`), no roles (see `grants`).

mod entity;
mod event;
mod fault;
mod http;
mod http_terms;
mod model;
mod pages;
mod settings;
mod store;
mod terms;

pub use event::TenantEvent;
pub use fault::TenantFault;
pub use http::{TenantView, routes};
pub use http_terms::TermView;
pub use model::{Colour, PageKind, Tenant, TenantState, origin_of};
pub use pages::{Page, default_page, load as load_page, put_first as put_first_page};
pub use settings::{NewTenant, open, set_host, set_state, take_in};
pub use store::{
    Membership, active, active_ids, all_ids, any_by_slug, by_ids, by_slug, enter, is_active,
    memberships_of, one_at_a_time, slug_of_host, touch_access,
};
