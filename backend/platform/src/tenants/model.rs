//! Tenant, its colours and its pages; pure.

use db::DbFault;
use kernel::{Locale, TenantId, TextFault};
use serde::{Deserialize, Serialize};

use super::entity;

/// An organisation on this installation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenant {
    pub id: TenantId,
    pub slug: String,
    pub name: String,
    pub about: String,
    pub colour: String,
    pub accent: String,
    pub languages: Vec<Locale>,
    pub contact_email: String,
    pub contact_phone: String,
    pub host: Option<String>,
    pub state: TenantState,
    pub version: i64,
}

impl Tenant {
    /// Where its pages are: its own host name, or the installation's address; without a slash at the end.
    pub fn origin(&self, platform: &str) -> String {
        match &self.host {
            Some(host) => origin_of(platform, host),
            None => platform.to_owned(),
        }
    }

    /// Its front page, which its other pages are below.
    pub fn home(&self, platform: &str) -> String {
        format!("{}/o/{}", self.origin(platform), self.slug)
    }
}

/// Another host of the same installation: reached in the same way, secure or not.
pub fn origin_of(platform: &str, host: &str) -> String {
    let scheme = platform.split("://").next().unwrap_or("https");
    format!("{scheme}://{host}")
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TenantState {
    Active,
    Suspended,
}

impl TenantState {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
        }
    }
}

impl TryFrom<entity::Model> for Tenant {
    type Error = DbFault;

    fn try_from(row: entity::Model) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            slug: row.slug,
            name: row.name,
            about: row.about,
            colour: row.colour,
            accent: row.accent,
            languages: row
                .languages
                .split(',')
                .filter_map(Locale::from_tag)
                .collect(),
            contact_email: row.contact_email,
            contact_phone: row.contact_phone,
            host: row.host,
            state: match row.state.as_str() {
                "active" => TenantState::Active,
                "suspended" => TenantState::Suspended,
                other => return Err(DbFault::corrupt(other)),
            },
            version: row.version,
        })
    }
}

/// A colour as `#rrggbb`, dark enough for white text on it (WCAG 2.2, 1.4.3: 4.5 to 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colour(String);

impl Colour {
    pub fn parse(raw: &str) -> Result<Self, ColourFault> {
        let colour = raw.trim().to_lowercase();
        let digits = colour
            .strip_prefix('#')
            .filter(|rest| rest.len() == 6)
            .ok_or(ColourFault::NotAColour)?;
        let number = u32::from_str_radix(digits, 16).map_err(|_digit| ColourFault::NotAColour)?;
        let [_, red, green, blue] = number.to_be_bytes();
        let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        if 1.05 / (luminance + 0.05) >= 4.5 {
            Ok(Self(colour))
        } else {
            Err(ColourFault::TooLight)
        }
    }
    pub fn into_string(self) -> String {
        self.0
    }
}

fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.040_45 {
        share / 12.92
    } else {
        ((share + 0.055) / 1.055).powf(2.4)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColourFault {
    NotAColour,
    TooLight,
}

impl ColourFault {
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotAColour => "tenant.colour.not-a-colour",
            Self::TooLight => "tenant.colour.too-light",
        }
    }
}

/// The name in a tenant's addresses: 2 to 40 lower-case letters, digits and dashes.
pub fn parse_slug(raw: &str) -> Result<String, TextFault> {
    let fits = (2..=40).contains(&raw.len())
        && raw
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !raw.starts_with('-')
        && !raw.ends_with('-');
    if fits {
        Ok(raw.to_owned())
    } else {
        Err(TextFault::ControlCharacter)
    }
}

/// A host name of a tenant's own, with a port where one is used: `praat.example.org`, `praat.localhost:8080`.
pub fn parse_host(raw: &str) -> Result<String, TextFault> {
    let host = raw.trim().to_lowercase();
    let (name, port) = host.split_once(':').unwrap_or((&host, "443"));
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let fits = name.contains('.')
        && name.len() <= 253
        && name.split('.').all(label)
        && port.parse::<u16>().is_ok();
    if fits {
        Ok(host)
    } else {
        Err(TextFault::ControlCharacter)
    }
}

/// The pages that every tenant has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    Privacy,
    Accessibility,
    HouseRules,
    Contact,
    About,
}

impl PageKind {
    pub const ALL: [Self; 5] = [
        Self::Privacy,
        Self::Accessibility,
        Self::HouseRules,
        Self::Contact,
        Self::About,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Privacy => "privacy",
            Self::Accessibility => "accessibility",
            Self::HouseRules => "house-rules",
            Self::Contact => "contact",
            Self::About => "about",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == raw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_text_must_be_readable_on_a_colour() {
        assert!(Colour::parse("#154273").is_ok());
        assert_eq!(Colour::parse("#ffe000"), Err(ColourFault::TooLight));
        assert_eq!(Colour::parse("red"), Err(ColourFault::NotAColour));
        assert_eq!(Colour::parse("#12345é"), Err(ColourFault::NotAColour));
    }

    #[test]
    fn a_host_is_a_name_and_nothing_else() {
        assert_eq!(
            parse_host(" Praat.Example.org ").ok().as_deref(),
            Some("praat.example.org")
        );
        assert!(parse_host("praat.localhost:8080").is_ok());
        for wrong in [
            "",
            "praat",
            "a..b",
            "praat.example.org/o",
            "x@y.nl",
            "a.nl:b",
            "-a.nl",
        ] {
            assert!(parse_host(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_slug_is_fit_for_an_address() {
        assert!(parse_slug("zaanrade").is_ok());
        assert!(parse_slug("Zaan Rade").is_err());
        assert!(parse_slug("-a").is_err());
    }
}
