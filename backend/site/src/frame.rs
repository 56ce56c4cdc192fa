//! What every page stands in: ways to skip, where you are, the page, and the small print.
//! The same elements and classes as the application's frame, so that nothing moves when it takes over.

use maud::{Markup, html};
use platform::tenants::{Membership, PageKind, Tenant};

use crate::links;
use crate::say::Say;

/// Who reads, when signed in.
pub struct Reader {
    pub name: String,
    pub memberships: Vec<Membership>,
    /// Convenes in the tenant of this page.
    pub convenes: bool,
    /// May set up the tenant of this page.
    pub sets_up: bool,
}

pub struct Frame<'a> {
    pub say: Say<'a>,
    pub tenant: Option<&'a Tenant>,
    pub reader: Option<&'a Reader>,
    /// Where the reader is; none on a page that says the same whatever the address.
    pub path: Option<&'a str>,
    /// Around a form: nothing beside it asks for attention.
    pub bare: bool,
    /// Where the form with `id="step"` shows again what is typed in it; none on a page that is read again by its address.
    pub step: Option<&'a str>,
}

impl Frame<'_> {
    pub fn around(&self, main: &Markup) -> Markup {
        html! {
            div.np-frame {
                a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#main" { (self.say.text("skip-to-main")) }
                (self.header())
                div.np-offline role="status" {}
                main id="main" class="np-main" tabindex="-1" { (main) }
                (self.footer())
            }
        }
    }

    fn header(&self) -> Markup {
        html! {
            header.np-header {
                div.np-header__bar {
                    div.np-header__brand {
                        a.np-header__site href="/" { (mark()) span { (self.say.text("site-name")) } }
                        (self.place())
                    }
                    @if !self.bare { (self.search()) }
                    div.np-header__tools {
                        @if !self.bare { a class="utrecht-button utrecht-button--subtle np-header__icon np-header__searchlink" href="/zoeken" aria-label=(self.say.text("search-label")) { (icon(SEARCH)) } }
                        (self.language())
                        @if !self.bare { div.np-header__account {
                            @match self.reader {
                                Some(reader) => (self.account(reader)),
                                None => a class="utrecht-button utrecht-button--primary-action np-button-link" href=(links::sign_in(self.path)) { (self.say.text("sign-in")) },
                            }
                        } }
                    }
                }
                (self.navigation())
            }
        }
    }

    /// Whose space this is, and for members the way to their other ones.
    fn place(&self) -> Markup {
        let memberships = self
            .reader
            .map_or(&[][..], |reader| reader.memberships.as_slice());
        let name = self.tenant.map(|tenant| tenant.name.clone());
        if memberships.is_empty() {
            return html! {
                @if let Some(tenant) = self.tenant {
                    a.np-header__tenant href=(links::tenant(&tenant.slug)) { (tenant.name) }
                }
            };
        }
        let label = name.unwrap_or_else(|| self.say.text("tenant-choose"));
        html! {
            details class="np-menu np-menu--start" {
                summary aria-label=(self.say.of("tenant-switch", &label)) {
                    span.np-header__current { (label) }
                    (icon(CHEVRON))
                }
                div.np-menu__list {
                    ul role="list" {
                        @for held in memberships {
                            li { a href=(links::tenant(&held.slug)) aria-current=[self.is_here(&held.slug)] { (held.name) } }
                        }
                        li { a href="/" { (self.say.text("tenant-all")) } }
                    }
                }
            }
        }
    }

    fn is_here(&self, slug: &str) -> Option<&'static str> {
        self.tenant
            .is_some_and(|tenant| tenant.slug == slug)
            .then_some("true")
    }

    fn search(&self) -> Markup {
        html! {
            form.np-header__search role="search" action="/zoeken" {
                label.np-hidden for="site-search" { (self.say.text("search-label")) }
                input.utrecht-textbox id="site-search" type="search" name="q" placeholder=(self.say.text("search-label")) autocomplete="off";
                button class="utrecht-button utrecht-button--subtle np-header__icon" type="submit" aria-label=(self.say.text("search-submit")) { (icon(SEARCH)) }
            }
        }
    }

    fn language(&self) -> Markup {
        let other = links::other_language(self.say.locale);
        let label = self.say.text("language-other");
        if let Some(step) = self.step {
            let again = format!("/taal?stap={}", links::escaped(step));
            return html! {
                div.np-header__language {
                    // Enter presses the first button of a form, and that must not be the one of the language.
                    button.np-hidden type="submit" form="step" tabindex="-1" aria-hidden="true" {}
                    button class="utrecht-button utrecht-button--subtle" type="submit" form="step" formmethod="post" formaction=(again) formnovalidate
                        name="taal" value=(other.tag()) lang=(other.tag()) { (label) }
                }
            };
        }
        html! {
            form.np-header__language method="post" action="/taal" {
                button class="utrecht-button utrecht-button--subtle" name="taal" value=(other.tag()) lang=(other.tag()) { (label) }
            }
        }
    }

    fn account(&self, reader: &Reader) -> Markup {
        html! {
            details.np-menu {
                summary aria-label=(self.say.of("account-menu", &reader.name)) {
                    (icon(PERSON))
                    span.np-header__name { (reader.name) }
                }
                div.np-menu__list {
                    ul role="list" {
                        li { a href="/profiel" { (self.say.text("profile-title")) } }
                        li { a href="/instellingen" { (self.say.text("preferences-title")) } }
                        li { a href="/help" { (self.say.text("help-title")) } }
                        li { form method="post" action="/aanmelden/einde" { button { (self.say.text("sign-out")) } } }
                    }
                }
            }
        }
    }

    fn navigation(&self) -> Markup {
        let entries = self.entries();
        html! {
            @if !entries.is_empty() {
                nav.np-nav aria-label=(self.say.text("nav-label")) {
                    ul role="list" {
                        @for (href, key) in &entries {
                            li { a href=(href) aria-current=[self.current(href)] { (self.say.text(key)) } }
                        }
                    }
                }
            }
        }
    }

    fn entries(&self) -> Vec<(String, &'static str)> {
        let mut entries = Vec::new();
        if self.reader.is_some() {
            entries.push(("/overzicht".to_owned(), "nav-overview"));
        }
        if let Some(tenant) = self.tenant {
            let slug = &tenant.slug;
            entries.push((links::issues(slug), "nav-issues"));
            entries.push((links::networks(slug), "nav-networks"));
            entries.push((links::knowledge(slug), "nav-knowledge"));
            entries.push((links::people(slug), "nav-people"));
            if self.reader.is_some_and(|reader| reader.convenes) {
                entries.push((links::agenda(slug), "nav-agenda"));
            }
            if self.reader.is_some_and(|reader| reader.sets_up) {
                entries.push((links::settings(slug), "nav-settings"));
            }
        }
        entries
    }

    fn current(&self, href: &str) -> Option<&'static str> {
        let path = self.path?.split('?').next()?;
        let below = path.strip_prefix(href)?;
        match below {
            "" => Some("page"),
            below if below.starts_with('/') => Some("true"),
            _ => None,
        }
    }

    fn footer(&self) -> Markup {
        let line = match self.tenant {
            Some(tenant) => self.say.of("footer-of", &tenant.name),
            None => self.say.text("footer-site"),
        };
        html! {
            footer.np-footer {
                div.np-footer__inner {
                    p.np-soft { (line) }
                    nav aria-label=(self.say.text("footer-label")) {
                        ul.np-row role="list" {
                            @if let Some(tenant) = self.tenant {
                                @for kind in SMALL_PRINT {
                                    li { a href=(links::text_page(&tenant.slug, kind)) { (self.say.text(&format!("page-{}", kind.as_str()))) } }
                                }
                            }
                            li { a href="/help" { (self.say.text("help-title")) } }
                        }
                    }
                }
            }
        }
    }
}

const SMALL_PRINT: [PageKind; 5] = [
    PageKind::About,
    PageKind::HouseRules,
    PageKind::Privacy,
    PageKind::Accessibility,
    PageKind::Contact,
];

const SEARCH: &str = "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5 20 20";
const PERSON: &str = "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4 20c1-4 4-6 8-6s7 2 8 6";
const CHEVRON: &str = "M7 10l5 5 5-5";

fn icon(drawing: &str) -> Markup {
    html! { svg.np-icon viewBox="0 0 24 24" aria-hidden="true" focusable="false" { path d=(drawing) {} } }
}

fn mark() -> Markup {
    html! {
        svg.np-mark viewBox="0 0 32 32" aria-hidden="true" focusable="false" {
            rect width="32" height="32" rx="7" {}
            path d="M8 22V13a5 5 0 0 1 8-4 5 5 0 0 1 8 4v9" {}
            circle cx="16" cy="21" r="2.4" {}
        }
    }
}
