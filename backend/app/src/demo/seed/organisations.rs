//! What an organisation's owner set up: its own pages, and its own words beside the shared ones.

use db::{Sql, Tx};
use kernel::{Locale, TenantId, TermId};
use platform::taxonomy::{self, Term};
use platform::tenants::{self, PageKind};

use crate::StartFault;
use crate::demo::content;

use super::Known;

pub async fn set_up(
    tx: &Tx,
    known: &mut Known,
    tenant: TenantId,
    said: &content::Tenant,
) -> Result<(), StartFault> {
    for (kind, texts) in &said.pages {
        for (language, body) in texts {
            if let (Some(kind), Some(locale)) =
                (PageKind::from_name(kind), Locale::from_tag(language))
            {
                tenants::put_first_page(tx, tenant, kind, locale, body).await?;
            }
        }
    }
    if let Some(rules) = &said.house_rules {
        tenants::put_first_page(tx, tenant, PageKind::HouseRules, Locale::Nl, rules).await?;
    }
    for own in &said.own_terms {
        let term = Term {
            id: TermId::new(tx.now()),
            kind: own.kind,
            key: own.term.key.clone(),
            name_nl: own.term.nl.clone(),
            name_en: own.term.en.clone(),
            synonyms: own.term.synonyms.clone(),
            parent: None,
        };
        taxonomy::add_term(tx, Some(tenant), &term).await?;
        known
            .terms
            .insert((own.kind, own.term.key.clone()), term.id);
    }
    Ok(())
}
