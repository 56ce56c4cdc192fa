//! The address of a page as a code to scan, for paper.

use actix_web::HttpResponse;
use actix_web::http::header;
use kernel::{Coded, Status};
use qrcode::render::svg;
use qrcode::types::QrError;
use qrcode::{EcLevel, QrCode};
use web::Problem;

#[derive(Debug, thiserror::Error)]
enum ScanFault {
    #[error("the address fits in no code")]
    Code(#[from] QrError),
}

impl Coded for ScanFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Code(_) => "internal",
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::Code(_) => Status::Internal,
        }
    }
}

/// The code as an SVG picture, with the margin that a scanner needs. A quarter of it may be torn off or in the shade.
pub fn code(address: &str) -> Result<String, Problem> {
    let code = QrCode::with_error_correction_level(address, EcLevel::Q).map_err(ScanFault::from)?;
    Ok(code
        .render::<svg::Color<'_>>()
        .min_dimensions(480, 480)
        .build())
}

/// The same by itself, of a page that anybody may read: it is on each copy of that page.
pub fn of_public(address: &str) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok()
        .content_type("image/svg+xml")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(code(address)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_picture_without_anything_that_runs() {
        let svg = code("https://example.org/zaal/k7q4-mx2p-9d3f-hw5t").unwrap();
        assert!(svg.contains("<svg") && svg.contains("viewBox"), "{svg}");
        assert!(!svg.contains("<script") && !svg.contains("href"));
    }
}
