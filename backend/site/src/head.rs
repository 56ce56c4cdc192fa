//! What a page tells search engines and whoever previews a link to it.

use kernel::Locale;
use maud::{Markup, html};

/// A page's head. Everything but the title is for pages that anybody may read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Without the name of the site.
    pub title: String,
    /// Set for a public page only: then it may be found and previewed.
    pub public: Option<Public>,
    /// Of the feed that belongs to it.
    pub feed: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Public {
    pub description: String,
    /// The one address of this page.
    pub canonical: String,
    /// A thing with a date, or a place.
    pub article: bool,
}

const DESCRIPTION_CHARS: usize = 200;

impl Head {
    /// A page that is found by nobody but its reader.
    pub fn private(title: String) -> Self {
        Self {
            title,
            ..Self::default()
        }
    }

    pub fn markup(&self, site: &str, locale: Locale) -> Markup {
        let title = if self.title == site {
            site.to_owned()
        } else {
            format!("{} · {site}", self.title)
        };
        html! {
            title { (title) }
            @match &self.public {
                None => { meta name="robots" content="noindex"; }
                Some(public) => {
                    @let description = short(&public.description);
                    @if !description.is_empty() {
                        meta name="description" content=(description);
                        meta property="og:description" content=(description);
                    }
                    link rel="canonical" href=(public.canonical);
                    meta property="og:type" content=(if public.article { "article" } else { "website" });
                    meta property="og:site_name" content=(site);
                    meta property="og:title" content=(self.title);
                    meta property="og:url" content=(public.canonical);
                    meta property="og:locale" content=(match locale { Locale::Nl => "nl_NL", Locale::En => "en_GB" });
                    meta name="twitter:card" content="summary";
                }
            }
            @if let Some(feed) = &self.feed {
                link rel="alternate" type="application/atom+xml" href=(feed);
            }
        }
    }
}

/// The first words, whole.
fn short(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= DESCRIPTION_CHARS {
        return words;
    }
    let cut: String = words.chars().take(DESCRIPTION_CHARS).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{whole}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_public_page_is_found_and_previewed() {
        let private = Head::private("Van ons".to_owned());
        let told = private.markup("Netwerkplatform", Locale::Nl).into_string();
        assert!(told.contains("noindex") && !told.contains("og:"));
        let public = Public {
            description: "woord ".repeat(60),
            canonical: "https://example.org/o/ess".to_owned(),
            article: true,
        };
        let told = Head {
            public: Some(public),
            ..private
        }
        .markup("Netwerkplatform", Locale::Nl)
        .into_string();
        assert!(!told.contains("noindex") && told.contains("woord…"));
        assert!(told.contains(r#"rel="canonical" href="https://example.org/o/ess""#));
    }
}
