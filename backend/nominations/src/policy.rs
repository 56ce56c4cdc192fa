//! Who may put somebody forward, who may ask a network to, and who answers such a request.

use issues::{Issue, IssueKind, IssueRights};
use kernel::{Denied, IssueId, NominationRequestId, PersonId, Scope, TenantId};

/// Proof that this person may put people forward for this issue.
#[derive(Debug)]
pub struct MayNominate {
    pub(crate) tenant: TenantId,
    pub(crate) issue: IssueId,
    pub(crate) person: PersonId,
    pub(crate) request: Option<NominationRequestId>,
}

pub(crate) fn may_nominate(scope: &Scope, issue: &Issue) -> Result<MayNominate, Denied> {
    let person = scope.person.ok_or(Denied::Forbidden)?;
    if !IssueRights::of(scope, issue).nominate {
        return Err(Denied::Forbidden);
    }
    Ok(MayNominate {
        tenant: issue.tenant,
        issue: issue.id,
        person,
        request: None,
    })
}

/// Proof that this person may ask networks of the organisation for this issue.
#[derive(Debug)]
pub struct MayAsk {
    pub(crate) tenant: TenantId,
    pub(crate) issue: IssueId,
    pub(crate) person: PersonId,
}

pub(crate) fn may_ask(scope: &Scope, issue: &Issue) -> Result<MayAsk, Denied> {
    let person = scope.person.ok_or(Denied::Forbidden)?;
    if !IssueRights::of(scope, issue).invite {
        return Err(Denied::Forbidden);
    }
    Ok(MayAsk {
        tenant: issue.tenant,
        issue: issue.id,
        person,
    })
}

/// Proof that this person answers for the circle of this network.
#[derive(Debug)]
pub struct MayAnswer {
    pub(crate) tenant: TenantId,
    pub(crate) network: IssueId,
    pub(crate) person: PersonId,
}

/// Those who look after the network.
pub(crate) fn may_answer(scope: &Scope, network: &Issue) -> Result<MayAnswer, Denied> {
    let person = scope.person.ok_or(Denied::Forbidden)?;
    if network.kind != IssueKind::Network || !IssueRights::of(scope, network).manage {
        return Err(Denied::Forbidden);
    }
    Ok(MayAnswer {
        tenant: network.tenant,
        network: network.id,
        person,
    })
}

impl MayAnswer {
    /// For the issue that asked; the network's own rules say who is in it, and nobody is told.
    pub(crate) fn nominates(&self, issue: IssueId, request: NominationRequestId) -> MayNominate {
        MayNominate {
            tenant: self.tenant,
            issue,
            person: self.person,
            request: Some(request),
        }
    }
}
