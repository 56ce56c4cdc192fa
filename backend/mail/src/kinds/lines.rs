//! What the mails about notifications share: their lines, their reader, their links and their reason.

use std::collections::HashMap;

use db::DbFault;
use fluent_bundle::FluentValue;
use issues::{Capacity, Linger, Regime};
use kernel::{IssueId, Locale, NotificationId, PersonId, Scope, TenantId, TenantSet, Timestamp};
use notifications::{Kind, Level, Reason, Told, WayOutOf, Wishes};
use platform::taxonomy;
use platform::tenants::{self, Tenant, TenantState};

use crate::excerpt::excerpt;
use crate::message::Brand;
use crate::{Block, Services, Unsubscribe};

/// How much of a contribution a mail holds, in characters.
const EXCERPT: usize = 400;

/// The lines of a mail that still have something to say, with what is needed to say it.
pub struct Lines<'a> {
    pub told: Vec<Told>,
    pub name: Option<String>,
    pub locale: Locale,
    tenants: HashMap<TenantId, Tenant>,
    wishes: Wishes,
    services: &'a Services,
    pub person: PersonId,
}

impl<'a> Lines<'a> {
    /// What its reader may still read, did not read yet and did not turn off, of organisations that are open.
    pub async fn load(
        services: &'a Services,
        scope: &Scope,
        locale: Locale,
        person: PersonId,
        batch: NotificationId,
    ) -> Result<Self, DbFault> {
        let lines =
            notifications::read::of_batch(&services.db.read_with_keys(scope, [batch]), batch)
                .await?;
        let scope = scope.as_person(
            Some(person),
            TenantSet::of(lines.iter().map(|line| line.tenant)),
        );
        let sql = services.db.read(&scope);
        let wishes = notifications::read::wishes(&sql, person).await?;
        let tenants: HashMap<_, _> = tenants::by_ids(&sql, scope.tenants.iter())
            .await?
            .into_iter()
            .filter(|tenant| tenant.state == TenantState::Active)
            .map(|tenant| (tenant.id, tenant))
            .collect();
        let mut told = notifications::told(&sql, lines).await?;
        told.retain(|told| {
            told.is_fresh()
                && tenants.contains_key(&told.line.tenant)
                && wishes.level(told.line.issue, told.line.kind, told.line.reason) != Level::Off
        });
        let name = identity::read::people_by_ids(&sql, &[person])
            .await?
            .remove(&person)
            .map(|card| card.name);
        Ok(Self {
            told,
            name,
            locale,
            tenants,
            wishes,
            services,
            person,
        })
    }

    pub fn say(&self, key: &str, args: &[(&'static str, FluentValue<'_>)]) -> String {
        self.services.locales.text(self.locale, key, args)
    }

    /// Where this mail is answered, when this installation takes answers by mail.
    pub fn answered_at(&self, batch: NotificationId) -> Option<String> {
        let at = self.services.answering.as_ref()?;
        Some(at.address(&self.services.secrets, batch))
    }

    pub fn day(&self, moment: Timestamp) -> String {
        self.services.locales.day(self.locale, moment)
    }

    pub fn brand(&self, tenant: TenantId) -> Brand {
        self.tenants
            .get(&tenant)
            .map_or_else(|| Brand::installation(&self.services.sender), Brand::from)
    }

    /// The words that sentences about a line may use.
    pub fn words(&self, told: &Told) -> Vec<(&'static str, FluentValue<'static>)> {
        let text = |text: Option<String>| FluentValue::from(text.unwrap_or_default());
        vec![
            ("issue", text(self.issue_named(told))),
            ("thread", text(self.room_named(told))),
            (
                "name",
                text(
                    told.post
                        .as_ref()
                        .filter(|_| is_open(told))
                        .map(|post| post.shown_name.clone())
                        .or_else(|| told.other().map(str::to_owned))
                        .or_else(|| told.inviter.clone())
                        .or_else(|| leaves(told).map(str::to_owned))
                        .or_else(|| told.said.as_ref().map(|said| said.name.clone())),
                ),
            ),
            (
                "term",
                text(
                    told.term
                        .as_ref()
                        .map(|term: &taxonomy::Term| term.name(self.locale).to_owned()),
                ),
            ),
            (
                "product",
                text(told.product.as_ref().map(|product| product.title.clone())),
            ),
            (
                "day",
                text(told.part.as_ref().map(|part| self.day(part.until))),
            ),
            ("sender", text(Some(self.brand(told.line.tenant).name))),
            ("contact", text(self.contact(told.line.tenant))),
        ]
    }

    /// Where people reach an organisation.
    fn contact(&self, tenant: TenantId) -> Option<String> {
        let tenant = self.tenants.get(&tenant)?;
        let ways = [&tenant.contact_phone, &tenant.contact_email];
        let known: Vec<&str> = ways
            .into_iter()
            .map(String::as_str)
            .filter(|way| !way.is_empty())
            .collect();
        Some(known.join(", "))
    }

    /// A closed room is one of many, and so is a closed issue: mails do not say which, nor of what.
    fn hidden(&self, told: &Told) -> Option<String> {
        let key = match told.line.thread {
            Some(_) => "mail-hidden-room",
            None => "mail-hidden-issue",
        };
        told.is_nameless().then(|| self.say(key, &[]))
    }

    pub fn issue_named(&self, told: &Told) -> Option<String> {
        self.hidden(told)
            .or_else(|| told.issue_title().map(str::to_owned))
    }

    pub fn room_named(&self, told: &Told) -> Option<String> {
        self.hidden(told)
            .or_else(|| told.room.as_ref().map(|room| room.title.clone()))
    }

    /// Where a line leads.
    pub fn url(&self, told: &Told) -> String {
        let platform = &self.services.public_url;
        let root = self
            .tenants
            .get(&told.line.tenant)
            .map_or_else(|| platform.clone(), |tenant| tenant.home(platform));
        match (told.line.thread, told.line.issue) {
            (Some(thread), _) => format!(
                "{root}/gesprekken/{thread}#{}",
                told.seq().unwrap_or_default()
            ),
            (None, Some(issue)) => match told.line.kind {
                Kind::WavesEnded => format!("{root}/opgaven/{issue}/uitnodigen#golven"),
                Kind::HandRaised | Kind::HandObjected | Kind::HandLate => {
                    format!("{root}/opgaven/{issue}/uitnodigen#handen")
                }
                Kind::NetworkQuiet
                | Kind::NetworkRules
                | Kind::NominationAsked
                | Kind::TalkEnded => {
                    format!("{root}/netwerken/{issue}")
                }
                Kind::OrientationEnds | Kind::OrientationOver => {
                    format!("{root}/netwerken/{issue}/leden")
                }
                Kind::NetworkTurned
                | Kind::TieAsked
                | Kind::TieNews
                | Kind::NetworkMerging
                | Kind::TalkProposed
                | Kind::TalkDeclined
                | Kind::TalkAsked => {
                    format!("{root}/netwerken/{issue}/verder")
                }
                Kind::AgreementPut | Kind::AgreementEnded => {
                    format!("{root}/opgaven/{issue}/afspraak")
                }
                Kind::EmergencyOpened => {
                    format!("{root}/opgaven/{issue}/noodtoegang")
                }
                Kind::PartEnds if told.line.reason == Reason::YouFacilitate => {
                    format!("{root}/opgaven/{issue}#deelnemers")
                }
                Kind::EvaluationAsked => format!("{root}/opgaven/{issue}/verkenning"),
                _ => format!("{root}/opgaven/{issue}"),
            },
            (None, None)
                if matches!(
                    told.line.kind,
                    Kind::HandoverOffered | Kind::HandoverAnswered
                ) =>
            {
                format!("{root}/overdragen")
            }
            (None, None)
                if matches!(
                    told.line.kind,
                    Kind::EmergencyAsked | Kind::EmergencyAnswered
                ) =>
            {
                format!("{root}/noodtoegang")
            }
            (None, None) if told.line.kind == Kind::HoldEndsSoon => {
                format!("{root}/beheer/bewaren")
            }
            (None, None) if told.line.kind.is_of_moderation() => {
                if told.line.kind.is_owed() {
                    format!("{platform}/gemeld")
                } else {
                    format!("{root}/modereren")
                }
            }
            (None, None) if told.join.is_some() => format!("{root}/samen"),
            (None, None) => told.product.as_ref().map_or(root.clone(), |product| {
                format!("{root}/kennis/{}", product.id)
            }),
        }
    }

    /// One sentence: what happened.
    pub fn headline(&self, told: &Told) -> String {
        let key = match (told.line.kind, &told.issue) {
            (Kind::IssueMoved, Some(issue)) => format!("mail-moved-{}", issue.state.as_str()),
            _ if told.is_hidden() => "mail-line-hidden".to_owned(),
            _ if is_closed(told) => "mail-line-replied-closed".to_owned(),
            (kind, _) => of_what(told, "mail-line", kind),
        };
        self.say(&key, &self.words(told))
    }

    /// What stands above the mail about it.
    pub fn subject(&self, told: &Told) -> String {
        let key = of_what(told, "mail-subject", told.line.kind);
        self.say(&key, &self.words(told))
    }

    /// How much is new in a room whose words stay in it.
    pub fn closed(&self, told: &Told) -> String {
        let same = |other: &&Told| is_closed(other) && other.line.thread == told.line.thread;
        let count = self.told.iter().filter(same).count();
        self.say("mail-reply-closed", &[("count", count.into())])
    }

    /// The words themselves, where the room's regime lets them leave it.
    pub fn quote(&self, told: &Told) -> Option<Block> {
        let post = told.post.as_ref().filter(|_| is_open(told))?;
        Some(Block::Quote {
            name: self.speaker(told).unwrap_or_default(),
            text: excerpt(&post.html, EXCERPT),
        })
    }

    /// Who wrote it, and for whom they speak where that is not for themselves.
    fn speaker(&self, told: &Told) -> Option<String> {
        let post = told.post.as_ref()?;
        let name = post.shown_name.clone();
        let key = match (post.capacity, &post.organisation) {
            (Capacity::Personal, _) | (Capacity::OnBehalf, None) => return Some(name),
            (Capacity::OnBehalf, Some(_)) => "mail-speaker-on-behalf",
            (Capacity::Official, None) => "mail-speaker-official",
            (Capacity::Official, Some(_)) => "mail-speaker-official-of",
        };
        let organisation = post.organisation.clone().unwrap_or_default();
        let words = [("name", name.into()), ("organisation", organisation.into())];
        Some(self.say(key, &words))
    }

    /// Why the reader gets this, and how soon such mails come.
    pub fn reason(&self, told: &Told) -> String {
        let why = match told.line.reason {
            Reason::YouPosted => format!("mail-reason-you-posted{}", told.suffix()),
            // Into a closed room comes only who takes part.
            _ if told.is_hidden() || told.line.kind == Kind::EmergencyOpened => {
                "mail-reason-hidden".to_owned()
            }
            Reason::YouTookPart if told.product.is_some() => {
                "mail-reason-you-took-part-product".to_owned()
            }
            reason => format!("mail-reason-{}", reason.as_str()),
        };
        let why = self.say(&why, &self.words(told));
        // Of what is owed nobody chooses how soon it comes.
        if told.line.kind.is_owed() {
            return why;
        }
        let level = self
            .wishes
            .level(told.line.issue, told.line.kind, told.line.reason);
        let how = self.say(&format!("mail-level-{}", level.as_str()), &[]);
        format!("{why} {how}")
    }

    pub fn way_out(&self, of: WayOutOf) -> Unsubscribe {
        let token = notifications::token_for(&self.services.secrets, self.person, of);
        self.by_token(of, &token)
    }

    /// The way out of the mails about the issue of this line: it says no more of which that is than the mail does.
    pub fn way_out_of_issue(&self, told: &Told, issue: IssueId) -> Unsubscribe {
        if !told.is_nameless() {
            return self.way_out(WayOutOf::Issue(issue));
        }
        let secrets = &self.services.secrets;
        let token = notifications::nameless_token_for(secrets, self.person, issue);
        self.by_token(WayOutOf::Issue(issue), &token)
    }

    fn by_token(&self, of: WayOutOf, token: &str) -> Unsubscribe {
        let root = &self.services.public_url;
        let label = match of {
            WayOutOf::Everything => "mail-fewer-all",
            _ => "mail-fewer",
        };
        Unsubscribe {
            one_click: format!("{root}/v1/unsubscribe/{token}"),
            page: format!("{root}/afmelden/{token}"),
            label: self.say(label, &[]),
        }
    }
}

/// The sentence for a kind: of some there is one about posts and one about titles, or one for a yes and one for a no.
fn of_what(told: &Told, sentence: &str, kind: Kind) -> String {
    let about = match kind {
        Kind::ReportReceived if sentence == "mail-subject" => "",
        Kind::ReportReceived | Kind::ReportWaiting | Kind::PostModerated => told.suffix(),
        Kind::HandoverAnswered if sentence == "mail-line" => match &told.said {
            Some(said) if said.accepted => "-yes",
            Some(_) => "-no",
            None => "",
        },
        Kind::ProposalLate => match told.line.reason {
            Reason::YouWrote => "-author",
            Reason::YouOwn => "-owner",
            _ => "",
        },
        Kind::IssueLingers if sentence == "mail-line" => match told.lingers {
            Some(Linger::EndPassed) => "-end-passed",
            Some(Linger::Unconcluded) => "-unconcluded",
            Some(Linger::Silent) => "-silent",
            Some(Linger::Paused) => "-paused",
            None => "",
        },
        Kind::PartEnds if told.line.reason == Reason::YouFacilitate => match leaves(told) {
            Some(_) if sentence == "mail-line" => "-of",
            _ => "-of-somebody",
        },
        _ => "",
    };
    format!("{sentence}-{}{about}", kind.as_str())
}

/// Whose part ends, where a mail may name them beside the issue.
fn leaves(told: &Told) -> Option<&str> {
    told.leaves().filter(|_| !told.is_nameless())
}

/// A contribution of which a mail tells only that it is there.
pub fn is_closed(told: &Told) -> bool {
    told.line.kind == Kind::Replied && !is_open(told)
}

pub fn is_open(told: &Told) -> bool {
    told.room
        .as_ref()
        .is_some_and(|room| room.regime == Regime::Open)
}
