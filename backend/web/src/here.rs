//! The address that a request came in on, put into its extensions by the application's middleware.

use actix_web::{HttpMessage, HttpRequest};

/// Where the reader is: at the installation's own address, or at the host name of one tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Here {
    /// The installation's own address, where people sign in: `https://host`, without a slash at the end.
    pub platform: String,
    /// The address of this request: the installation's, or a tenant's own.
    pub origin: String,
    /// The slug of the tenant whose own host name this is.
    pub tenant: Option<String>,
}

impl Here {
    pub fn of(request: &HttpRequest) -> Self {
        request
            .extensions()
            .get::<Self>()
            .cloned()
            .unwrap_or_default()
    }
}
