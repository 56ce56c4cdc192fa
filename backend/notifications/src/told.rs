//! Lines with what they are about, as far as their reader may see it now.

use std::collections::{HashMap, HashSet};

use db::{DbFault, Sql};
use invitations::Invitation;
use issues::read_parts::{self, EndingPart};
use issues::{Issue, IssueState, Linger, Visibility};
use joins::JoinState;
use kernel::{IssueId, JoinId, PostId, ProductId, Seq, TenantId, TermId, ThreadId};
use moderation::{About, ToldOf};
use platform::taxonomy::{self, Term};
use platform::tenants;
use results::products::Product;
use threads::{Post, Room};
use uuid::Uuid;

use crate::model::{Kind, Notification, Reason};

/// A line and what it is about.
#[derive(Clone, Debug)]
pub struct Told {
    pub line: Notification,
    pub issue: Option<Issue>,
    pub room: Option<Room>,
    pub post: Option<Post>,
    pub product: Option<Product>,
    pub join: Option<joins::read::Told>,
    /// The theme or region that its reader follows.
    pub term: Option<Term>,
    /// By which its reader is asked to take part, and for what.
    pub invitation: Option<(Invitation, Option<String>)>,
    /// Who invites its reader to speak, as they are known there.
    pub inviter: Option<String>,
    /// Whose part in the issue ends, and when.
    pub part: Option<EndingPart>,
    /// What a colleague said to the work that its reader offered.
    pub said: Option<handovers::Said>,
    /// Of what is moderated: a post or a title.
    pub about: Option<About>,
}

impl Told {
    /// Whether it still has something to say: not seen, not read, not taken back.
    pub fn is_fresh(&self) -> bool {
        !self.line.seen
            && !self.is_read()
            && !self.is_answered()
            && (self.line.kind.is_of_a_task()
                || !self.post.as_ref().is_some_and(|post| post.withdrawn))
    }

    /// Of a room in which nobody learns who wrote what: outside the platform it is not even named.
    pub fn is_hidden(&self) -> bool {
        let room = self.room.as_ref();
        room.is_some_and(|room| !room.regime.names_people())
    }

    /// A mail about it names neither its room nor its issue, and says nothing of what was written there: who takes part in a
    /// closed issue is nobody's business outside it, and who opened a closed room would else say of what it is.
    pub fn is_nameless(&self) -> bool {
        self.is_hidden() || self.is_of_closed_issue() || self.line.kind == Kind::EmergencyOpened
    }

    /// What came of a public issue everybody may read, whatever its regime: that goes along by mail.
    fn is_of_closed_issue(&self) -> bool {
        let published = self.line.kind.is_what_came_of_it();
        let issue = self.issue.as_ref();
        issue.is_some_and(|issue| {
            let told = published && issue.visibility == Visibility::Public;
            !issue.regime.names_people() && !told
        })
    }

    /// A question that has its answer, and an issue that somebody took further.
    fn is_answered(&self) -> bool {
        match self.line.kind {
            Kind::JoinAsked => {
                (self.join.as_ref()).is_none_or(|told| told.join.state != JoinState::Asked)
            }
            Kind::ProposalLate => {
                (self.issue.as_ref()).is_none_or(|issue| issue.state != IssueState::Proposed)
            }
            Kind::IssueLingers => self.lingers().is_none(),
            _ => false,
        }
    }

    /// Why an issue lingers of which its reader was told so.
    pub fn lingers(&self) -> Option<Linger> {
        let issue = self.issue.as_ref()?;
        let why = Linger::of(issue.state, issue.planned_end, self.line.created_at);
        why.filter(|_| self.line.kind == Kind::IssueLingers)
    }

    /// By which the sentences about it differ, where it is about a title or an issue that was reported.
    pub fn suffix(&self) -> &'static str {
        self.about.map_or("", About::suffix)
    }

    /// Whose part ends, for who runs the issue; whose own it is knows.
    pub fn leaves(&self) -> Option<&str> {
        let runs = self.line.reason == Reason::YouFacilitate;
        let part = self.part.as_ref().filter(|_| runs)?;
        Some(&part.shown_name)
    }

    /// The other of the two organisations.
    pub fn other(&self) -> Option<&str> {
        let told = self.join.as_ref()?;
        let own = told.join.side_of(self.line.tenant)?;
        Some(&told.at(own.other()).name)
    }

    /// The title of what it is about, as its reader may know it.
    pub fn issue_title(&self) -> Option<&str> {
        let issue = self.issue.as_ref().map(|issue| issue.title.as_str());
        let join = self.join.as_ref().map(|told| told.join.title.as_str());
        let asked = self.invitation.as_ref();
        let asked = asked.and_then(|(_, title)| title.as_deref());
        issue.or(join).or(asked)
    }

    /// Whoever wrote a post has read it: that it was heard, they have not. What is to be done stays so where the post was
    /// read, or taken back.
    fn is_read(&self) -> bool {
        let kind = self.line.kind;
        // Whoever read a post before it named them has not read that.
        if kind.is_of_being_heard() || kind.is_of_a_task() || kind == Kind::Named {
            return false;
        }
        let Some((room, seq)) = self.room.as_ref().zip(self.seq()) else {
            return false;
        };
        room.read
            .pairs()
            .iter()
            .any(|(from, to)| (*from..=*to).contains(&seq.get()))
    }

    /// Where in the thread it points.
    pub fn seq(&self) -> Option<Seq> {
        match self.line.kind {
            Kind::ThreadOpened => Some(Seq::from(1)),
            _ => self.post.as_ref().map(|post| post.seq),
        }
    }
}

/// The lines whose content the asker may see now, in the same order; a few statements, however many lines.
pub async fn told(sql: &impl Sql, lines: Vec<Notification>) -> Result<Vec<Told>, DbFault> {
    let issues: HashMap<IssueId, Issue> =
        issues::read::find_all(sql, lines.iter().filter_map(|line| line.issue))
            .await?
            .into_iter()
            .map(|issue| (issue.id, issue))
            .collect();
    let rooms: HashMap<ThreadId, Room> =
        threads::read::find_all(sql, lines.iter().filter_map(|line| line.thread))
            .await?
            .into_iter()
            .map(|room| (room.id, room))
            .collect();
    let posts = posts_of(sql, &lines).await?;
    let terms: HashMap<TermId, Term> =
        taxonomy::terms_by_id(sql, lines.iter().filter_map(|line| line.about))
            .await?
            .into_iter()
            .map(|term| (term.id, term))
            .collect();
    let of_kind = |kind: Kind| {
        lines
            .iter()
            .filter(move |line| line.kind == kind)
            .map(|line| line.subject)
    };
    let products = products_of(sql, of_kind(Kind::ProductPublished).map(ProductId::from)).await?;
    let joins = between_two(sql, &lines).await?;
    let inviters = inviters(sql, &lines).await?;
    let asked = of_kind(Kind::InvitationReceived).collect();
    let invitations = invitations::read_asked::with_titles(sql, asked).await?;
    let said_to = handovers::said(sql, of_kind(Kind::HandoverAnswered).collect()).await?;
    let parts = read_parts::ending(sql, of_kind(Kind::PartEnds).collect()).await?;
    let abouts = moderation::abouts(sql, &moderated(&lines)).await?;
    let visible = |line: Notification| {
        let issue = line.issue.and_then(|id| issues.get(&id)).cloned();
        let room = line.thread.and_then(|id| rooms.get(&id)).cloned();
        if (line.issue.is_some() && issue.is_none()) || (line.thread.is_some() && room.is_none()) {
            return None;
        }
        let product = products.get(&ProductId::from(line.subject)).cloned();
        if line.kind == Kind::ProductPublished && product.is_none() {
            return None;
        }
        let join = of_line(&joins, &line);
        if line.kind.is_between_two() && join.is_none() {
            return None;
        }
        let part = parts.get(&line.subject).cloned();
        if line.kind == Kind::PartEnds && part.is_none() {
            return None;
        }
        let post = posts
            .get(&PostId::from(line.subject))
            .filter(|_| room.is_some())
            .cloned();
        let term = line
            .about
            .and_then(|id| terms.get(&TermId::from(id)))
            .cloned();
        let invitation = invitations.get(&line.subject).cloned();
        let inviter = inviters.get(&line.subject).cloned();
        let said = said_to.get(&line.subject).cloned();
        let about = abouts.get(&line.subject).copied();
        Some(Told {
            line,
            issue,
            room,
            post,
            product,
            join,
            term,
            invitation,
            inviter,
            part,
            said,
            about,
        })
    };
    Ok(lines.into_iter().filter_map(visible).collect())
}

async fn products_of(
    sql: &impl Sql,
    ids: impl Iterator<Item = ProductId>,
) -> Result<HashMap<ProductId, Product>, DbFault> {
    let found = results::read::products::find_all(sql, ids)
        .await?
        .into_iter();
    Ok(found.map(|product| (product.id, product)).collect())
}

/// Those that lines are about.
async fn posts_of(
    sql: &impl Sql,
    lines: &[Notification],
) -> Result<HashMap<PostId, Post>, DbFault> {
    let about_a_post = lines.iter().filter(|line| {
        let kind = line.kind;
        matches!(kind, Kind::Replied | Kind::Named)
            || kind.is_of_being_heard()
            || kind.is_of_a_task()
    });
    let posts =
        threads::read::posts_by_id(sql, about_a_post.map(|line| line.subject.into())).await?;
    Ok(posts.into_iter().map(|post| (post.id, post)).collect())
}

/// What is moderated, of which it matters whether it was a title.
fn moderated(lines: &[Notification]) -> ToldOf {
    let of = |kinds: &[Kind]| {
        let about = lines.iter().filter(|line| kinds.contains(&line.kind));
        about.map(|line| line.subject).collect()
    };
    ToldOf {
        reports: of(&[Kind::ReportReceived, Kind::ReportWaiting]),
        decisions: of(&[
            Kind::PostModerated,
            Kind::ReportDecided,
            Kind::AppealAnswered,
            // What the installation opened again waits by its decision.
            Kind::ReportWaiting,
        ]),
        appeals: of(&[Kind::AppealWaiting]),
    }
}

/// Who invites to speak, as they were known there.
async fn inviters(
    sql: &impl Sql,
    lines: &[Notification],
) -> Result<HashMap<Uuid, String>, DbFault> {
    let notes = lines.iter().filter(|line| line.kind == Kind::SpeakInvited);
    let notes: Vec<Uuid> = notes.map(|line| line.subject).collect();
    if notes.is_empty() {
        return Ok(HashMap::new());
    }
    facilitating::read_notes::writers(sql, notes).await
}

/// What goes on between organisations, as long as the reader decides for one of them.
async fn between_two(
    sql: &impl Sql,
    lines: &[Notification],
) -> Result<HashMap<JoinId, joins::read::Told>, DbFault> {
    let Some(person) = sql.person() else {
        return Ok(HashMap::new());
    };
    if !lines.iter().any(|line| line.kind.is_between_two()) {
        return Ok(HashMap::new());
    }
    let own = tenants::memberships_of(sql, person).await?;
    let own = own.into_iter().filter(|it| it.role.convenes());
    let own: HashSet<TenantId> = own.map(|it| it.tenant).collect();
    let ids: Vec<JoinId> = lines
        .iter()
        .filter(|line| line.kind.is_between_two() && own.contains(&line.tenant))
        .map(|line| line.subject.into())
        .collect();
    joins::read::by_ids(sql, &ids).await
}

/// What a line between two organisations is about.
fn of_line(
    joins: &HashMap<JoinId, joins::read::Told>,
    line: &Notification,
) -> Option<joins::read::Told> {
    let told = joins.get(&line.subject.into())?;
    let own = line.kind.is_between_two() && told.join.side_of(line.tenant).is_some();
    own.then(|| told.clone())
}
