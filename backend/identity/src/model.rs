//! Proofs, local paths and devices. Pure.

use kernel::{EmailAddressId, SignInCodeId, Timestamp};

/// How a person proves who they are. Another way (OpenID Connect, a passkey) is another variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The digits from the mail, typed in.
    Code {
        request: SignInCodeId,
        digits: String,
    },
    /// The token from the link in the mail, after a click on the page behind it.
    Link { token: String },
    /// A password with a proven address.
    Password { email: String, password: String },
}

/// One of a person's own addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAddress {
    pub id: EmailAddressId,
    pub address: String,
    /// Since when it is proven, if it is.
    pub proven_at: Option<Timestamp>,
    pub primary: bool,
}

/// What a mailed code is good for, and for nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    SignIn,
    /// To prove that an address is one's own.
    Verify,
    /// To ask to be erased.
    Erase,
}

impl Purpose {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Verify => "verify",
            Self::Erase => "erase",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        [Self::SignIn, Self::Verify, Self::Erase]
            .into_iter()
            .find(|purpose| purpose.as_str() == raw)
    }
}

/// Where to go after signing in: a path of this site, never another site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalPath(String);

impl LocalPath {
    pub fn parse(raw: &str) -> Option<Self> {
        let local = raw.starts_with('/')
            && !raw.starts_with("//")
            && !raw.contains('\\')
            && !raw.chars().any(char::is_control)
            && raw.len() <= 500;
        local.then(|| Self(raw.to_owned()))
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a person recognises a device by: the browser and the system, nothing finer.
pub fn device_of(user_agent: &str) -> String {
    let first = |names: &[(&str, &'static str)]| {
        names
            .iter()
            .find(|(sign, _)| user_agent.contains(sign))
            .map(|(_, name)| *name)
    };
    let browser = first(&[
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("Chrom", "Chrome"),
        ("CriOS", "Chrome"),
        ("Safari", "Safari"),
        ("curl", "curl"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_signing_in_one_stays_on_this_site() {
        for foreign in [
            "https://example.org",
            "//example.org",
            "/\\example.org",
            "javascript:alert(1)",
            "",
            "/a\r\nSet-Cookie: x",
        ] {
            assert_eq!(LocalPath::parse(foreign), None, "{foreign}");
        }
        assert!(LocalPath::parse("/o/ess/gesprekken/1#41").is_some());
    }

    #[test]
    fn a_device_is_known_by_its_browser_and_system() {
        assert_eq!(
            device_of(
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36"
            ),
            "Chrome · Linux"
        );
        // Each browser of a telephone calls itself Safari too.
        assert_eq!(
            device_of(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 CriOS/156.0 Mobile/15E148 Safari/604.1"
            ),
            "Chrome · iPhone"
        );
        assert_eq!(device_of(""), "");
    }
}
