//! What whoever was asked sees, and says.
//!
//! Promise: a yes is one mail, with the address only when its owner says so for this answer; a no tells nobody.

use std::collections::HashMap;

use db::{Db, Sql, outbox};
use issues::Issue;
use kernel::{ContactRequestId, Denied, Faults, IssueId, PersonId, Scope, TenantId, TenantSet};
use platform::Secrets;
use platform::suppression::{self, Reason};
use platform::tenants::{self, Tenant, TenantState};

use crate::ask::{Text, never_from_person, never_from_tenant};
use crate::model::ContactRequest;
use crate::policy::{self, MayAnswer};
use crate::{ContactEvent, ContactFault, read, store};

/// What somebody says who was asked for contact.
#[derive(Clone, Debug)]
pub enum Answer {
    Yes {
        text: String,
        shares_address: bool,
        /// An issue or network of the organisation that both may read.
        issue: Option<IssueId>,
    },
    No(Never),
}

/// From whom nothing is wanted again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {
    /// This time only.
    Nobody,
    Person,
    Organisation,
}

/// Something that waits for an answer, with what its reader needs to judge it.
pub(crate) struct Waiting {
    pub request: ContactRequest,
    pub organisation: Tenant,
    pub asker: String,
    /// None when it is about none, or about one that the reader may not see.
    pub issue: Option<Issue>,
}

/// The newest first; as many statements for fifty as for one.
pub(crate) async fn waiting(scope: &Scope, db: &Db) -> Result<Vec<Waiting>, ContactFault> {
    let person = scope.person.ok_or(ContactFault::NotFound)?;
    let open = read::waiting_for(&db.read_with_keys(scope, [person]), person).await?;
    let within = TenantSet::of(open.iter().map(|request| request.tenant));
    let sql = db.read(&scope.as_person(Some(person), within));
    let found = tenants::by_ids(&sql, sql.tenants().iter()).await?;
    let active = found
        .into_iter()
        .filter(|it| it.state == TenantState::Active);
    let tenants: HashMap<TenantId, Tenant> = active.map(|it| (it.id, it)).collect();
    let issues = issues::read::find_all(&sql, open.iter().filter_map(|it| it.issue)).await?;
    let askers: Vec<PersonId> = open.iter().map(|request| request.asker).collect();
    let names = identity::read::people_by_ids(&sql, &askers).await?;
    let shown = |request: ContactRequest| {
        let issue = issues.iter().find(|it| Some(it.id) == request.issue);
        Some(Waiting {
            organisation: tenants.get(&request.tenant)?.clone(),
            asker: names.get(&request.asker)?.name.clone(),
            issue: issue.cloned(),
            request,
        })
    };
    Ok(open.into_iter().filter_map(shown).collect())
}

pub async fn answer(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: ContactRequestId,
    said: Answer,
) -> Result<(), ContactFault> {
    let person = scope.person.ok_or(Denied::Forbidden)?;
    let asked = read::find_by_key(&db.read_with_keys(scope, [id]), id).await?;
    let permit = policy::may_answer(person, asked, scope.now)?;
    let within = scope.as_person(Some(person), TenantSet::one(permit.request.tenant));
    match said {
        Answer::Yes {
            text,
            shares_address,
            issue,
        } => yes(&within, db, &permit, &text, (shares_address, issue)).await,
        Answer::No(never) => no(&within, db, secrets, &permit, never).await,
    }
}

async fn yes(
    scope: &Scope,
    db: &Db,
    permit: &MayAnswer,
    text: &str,
    (shares_address, issue): (bool, Option<IssueId>),
) -> Result<(), ContactFault> {
    let mut faults = Faults::default();
    let text = faults.take("/text", Text::parse(text));
    if let Some(issue) = issue
        && !both_may_read(scope, db, permit, issue).await?
    {
        faults.refuse("/issue", "contact.issue-not-shared");
    }
    let text = faults.finish(text).map_err(ContactFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let words = (text.as_str(), shares_address, issue);
    if !store::answer(&tx, permit, words).await? {
        return Err(ContactFault::NotFound);
    }
    let answered = ContactEvent::Answered {
        tenant: permit.request.tenant,
        request: permit.request.id,
    };
    outbox::push(&tx, &answered).await?;
    Ok(tx.commit().await?)
}

async fn both_may_read(
    scope: &Scope,
    db: &Db,
    permit: &MayAnswer,
    issue: IssueId,
) -> Result<bool, ContactFault> {
    let request = &permit.request;
    let theirs = scope.as_person(Some(request.asker), TenantSet::one(request.tenant));
    for reader in [scope, &theirs] {
        let seen = issues::read::find(&db.read(reader), issue).await?;
        if !seen.is_some_and(|issue| issue.state.is_out() || issue.state.invites()) {
            return Ok(false);
        }
    }
    Ok(true)
}

async fn no(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    permit: &MayAnswer,
    never: Never,
) -> Result<(), ContactFault> {
    let request = &permit.request;
    let tx = db.begin(scope).await?;
    if !store::refuse(&tx, permit).await? {
        return Err(ContactFault::NotFound);
    }
    let kept = match never {
        Never::Nobody => None,
        Never::Person => Some(never_from_person(request.person, request.asker)),
        Never::Organisation => Some(never_from_tenant(request.person, request.tenant)),
    };
    if let Some(kept) = kept {
        suppression::add(&tx, secrets, &kept, Reason::NeverAgain).await?;
    }
    Ok(tx.commit().await?)
}
