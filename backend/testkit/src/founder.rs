//! Organisations, people and roles that a test or a trial begins with, put into the database past the API.

use std::sync::Arc;

use db::{Across, Db, Tx};
use identity::cookies::CookiePolicy;
use issues::{Admission, Capacity};
use kernel::{Clock, IssueRole, Locale, Scope, TenantId, TenantRole, TenantSet};
use platform::Secrets;
use platform::grants::{self, Container, NewGrant};
use platform::tenants::{self, NewTenant};

use crate::Person;

pub struct Founder {
    pub db: Db,
    pub secrets: Secrets,
    pub clock: Arc<dyn Clock>,
    /// Where the people whom it makes will ask.
    pub base: String,
    /// What the platform says its address is: behind TLS its cookies have other names.
    pub public_url: String,
}

impl Founder {
    fn door(&self) -> (&str, CookiePolicy) {
        (&self.base, CookiePolicy::of(&self.public_url))
    }

    async fn begin(&self, tenant: Option<TenantId>) -> Tx {
        let scope = Scope::worker(TenantSet::of(tenant), self.clock.now());
        self.db.begin(&scope).await.unwrap()
    }

    /// A tenant, with a host name of its own if one is given.
    pub async fn tenant(&self, slug: &str, host: Option<&str>) -> TenantId {
        let begun = self.db.begin_across(Across::Operator, self.clock.now());
        let tx = begun.await.unwrap();
        let new = NewTenant {
            slug: slug.into(),
            name: format!("Organisatie {slug}"),
            about: String::new(),
            colour: "#154273".into(),
            accent: String::new(),
            languages: Locale::ALL.to_vec(),
            contact_email: format!("{slug}@example.org"),
            contact_phone: "010-000 00 00".into(),
            host: host.map(str::to_owned),
        };
        let id = tenants::open(&tx, new).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// Somebody who is signed in and belongs nowhere.
    pub async fn person(&self, name: &str) -> Person {
        let tx = self.begin(None).await;
        let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
        let id = identity::register(&tx, &email, name, Locale::Nl)
            .await
            .unwrap();
        let session = identity::open_session(&tx, &self.secrets, id, "")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        Person::signed_in(self.door(), id, &email, &session.tokens)
    }

    /// The same person on another device, or after the old session ran out.
    pub async fn sign_in_again(&self, person: &Person) -> Person {
        let tx = self.begin(None).await;
        let session = identity::open_session(&tx, &self.secrets, person.id(), "")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        Person::signed_in(self.door(), person.id(), &person.email, &session.tokens)
    }

    pub async fn member(&self, name: &str, tenant: TenantId, role: TenantRole) -> Person {
        let person = self.person(name).await;
        let tx = self.begin(Some(tenant)).await;
        let grant = NewGrant {
            person: person.id(),
            tenant,
            container: Container::Tenant(tenant),
            role: role.as_str(),
            ends_at: None,
        };
        grants::give(&tx, grant).await.unwrap();
        tx.commit().await.unwrap();
        person
    }

    /// Lets somebody take part, as an accepted invitation does.
    pub async fn admit(&self, admission: Admission) {
        let tx = self.begin(Some(admission.tenant)).await;
        issues::admit(&tx, &admission).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// Takes part for oneself, without a perspective and without an end.
pub fn admission(person: &Person, tenant: TenantId, issue: &str, role: IssueRole) -> Admission {
    Admission {
        tenant,
        issue: issue.parse().unwrap(),
        person: person.id(),
        role,
        capacity: Capacity::Personal,
        organisation: None,
        shown_name: person.email.split('@').next().unwrap().to_owned(),
        perspective: None,
        ends_at: None,
    }
}
