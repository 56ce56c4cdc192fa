//! The work itself, in pieces: each is one change, and whatever is done already is found by no piece.
//!
//! Promise: stopped anywhere and begun anew, it ends as if it had not been stopped. What is looked for makes nobody wait,
//! and no change touches more than some rows. It goes round until a whole round found nothing: what was written meanwhile
//! goes, too.

use db::{Across, Db, DbFault, Read};
use kernel::{IssueId, Timestamp};
use uuid::Uuid;

use crate::model::{Asked, Texts, stand_in};
use crate::rules::{Rule, StandIn, Then, of_addresses, of_people};
use crate::store_rows::{Named, Place};
use crate::work::Mailbox;
use crate::{store, store_events, store_late, store_posts, store_rows};

/// Nobody writes as this person any more: after this many rounds there is nothing that the last one did not find.
const MOST_ROUNDS: usize = 5;

/// What a piece came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Nothing,
    /// Nothing here, and more to look through.
    More,
    Something,
}

#[derive(Clone, Debug)]
enum Piece {
    Mails,
    Rows(&'static Rule, Named),
    Posts,
    Files,
    Events,
    Jobs,
}

/// Somebody who is being erased.
pub struct Erasing<'a, M> {
    db: &'a Db,
    mailbox: &'a M,
    asked: Asked,
    now: Timestamp,
    addresses: Vec<String>,
    pieces: Vec<Piece>,
    at: usize,
    /// The last event that was looked at.
    event: Option<Uuid>,
    changed: bool,
    rounds: usize,
}

impl<'a, M: Mailbox> Erasing<'a, M> {
    pub async fn of(
        db: &'a Db,
        mailbox: &'a M,
        asked: Asked,
        now: Timestamp,
    ) -> Result<Self, DbFault> {
        let sql = db.read_across(Across::Erasing, now);
        let own = identity::read::own_addresses(&sql, asked.person).await?;
        // Anybody can claim the address of somebody else: what was never proven finds nothing.
        let proven = own.into_iter().filter(|own| own.proven_at.is_some());
        let addresses: Vec<String> = proven.map(|own| own.address).collect();
        // An address is looked for before it is forgotten.
        let of_addresses = of_addresses().iter().flat_map(|rule| {
            let named = |address: &String| Piece::Rows(rule, Named::Address(address.clone()));
            addresses.iter().map(named).collect::<Vec<_>>()
        });
        let person = Named::Person(asked.person.uuid());
        let of_people = of_people().map(|rule| Piece::Rows(rule, person.clone()));
        let mut pieces = vec![Piece::Mails];
        pieces.extend(of_addresses);
        pieces.push(Piece::Posts);
        pieces.push(Piece::Files);
        pieces.extend(of_people);
        pieces.extend([Piece::Events, Piece::Jobs]);
        Ok(Self {
            db,
            mailbox,
            asked,
            now,
            addresses,
            pieces,
            at: 0,
            event: None,
            changed: false,
            rounds: 1,
        })
    }

    /// The next piece; false when nothing is left.
    pub async fn step(&mut self) -> Result<bool, DbFault> {
        let Some(piece) = self.pieces.get(self.at).cloned() else {
            return self.round().await;
        };
        match self.piece(&piece).await? {
            Found::Nothing => self.at += 1,
            Found::More => {}
            Found::Something => self.changed = true,
        }
        Ok(true)
    }

    async fn round(&mut self) -> Result<bool, DbFault> {
        if self.changed && self.rounds < MOST_ROUNDS {
            (self.at, self.event, self.changed) = (0, None, false);
            self.rounds += 1;
            return Ok(true);
        }
        let tx = self.db.begin_across(Across::Erasing, self.now).await?;
        store::end(&tx, &self.asked).await?;
        tx.commit().await?;
        Ok(false)
    }

    fn sql(&self) -> Read {
        self.db.read_across(Across::Erasing, self.now)
    }

    async fn piece(&mut self, piece: &Piece) -> Result<Found, DbFault> {
        match piece {
            Piece::Mails => {
                self.mailbox.forget(&self.addresses).await;
                Ok(Found::Nothing)
            }
            Piece::Rows(rule, named) => self.rows(rule, named).await,
            Piece::Posts => self.posts().await,
            Piece::Files => self.files().await,
            Piece::Events => self.events().await,
            Piece::Jobs => self.jobs().await,
        }
    }

    async fn rows(&self, rule: &Rule, named: &Named) -> Result<Found, DbFault> {
        match rule.then {
            Then::Goes => {
                let places = store_rows::find(&self.sql(), rule, named, None).await?;
                if places.is_empty() {
                    return Ok(Found::Nothing);
                }
                let tx = self.db.begin_across(Across::Erasing, self.now).await?;
                store_rows::delete(&tx, rule, named, &places).await?;
                tx.commit().await?;
            }
            Then::NamesNobody(empty) => {
                let places = store_rows::find(&self.sql(), rule, named, None).await?;
                if places.is_empty() {
                    return Ok(Found::Nothing);
                }
                let tx = self.db.begin_across(Across::Erasing, self.now).await?;
                store_rows::rename(&tx, rule, named, &places, (None, empty)).await?;
                tx.commit().await?;
            }
            Then::StandsIn(by) | Then::AsTexts(by) => {
                return self.stand(rule, named, by).await;
            }
        }
        Ok(Found::Something)
    }

    /// The rows of one issue. Texts that are to go do so, but where nothing may be deleted for now: there they go later.
    async fn stand(&self, rule: &Rule, named: &Named, by: StandIn) -> Result<Found, DbFault> {
        let mut places = store_rows::find(&self.sql(), rule, named, Some(by.within)).await?;
        let Some(within) = places.first().map(|place| place.within) else {
            return Ok(Found::Nothing);
        };
        places.retain(|place: &Place| place.within == within);
        let tx = self.db.begin_across(Across::Erasing, self.now).await?;
        let goes = matches!(rule.then, Then::AsTexts(_)) && self.asked.texts == Texts::Go;
        let issue = within.map(IssueId::from);
        let later = match issue.filter(|_| goes) {
            Some(issue) => holds::is_held(&tx, issue).await?,
            None => false,
        };
        if goes && !later {
            store_rows::delete(&tx, rule, named, &places).await?;
            tx.commit().await?;
            return Ok(Found::Something);
        }
        let instead = match within {
            Some(within) => store::stand_in_within(&tx, self.asked.person, within).await?,
            None => stand_in(self.now),
        };
        if let Some(issue) = issue.filter(|_| later) {
            store_late::note(&tx, instead, issue).await?;
        }
        store_rows::rename(&tx, rule, named, &places, (Some(instead), by.empty)).await?;
        tx.commit().await?;
        Ok(Found::Something)
    }

    /// The posts of one room.
    async fn posts(&self) -> Result<Found, DbFault> {
        let found = store_posts::find(&self.sql(), self.asked.person).await?;
        let Some((room, posts)) = found.into_iter().next() else {
            return Ok(Found::Nothing);
        };
        let (person, mut texts) = (self.asked.person, self.asked.texts);
        let tx = self.db.begin_across(Across::Erasing, self.now).await?;
        let instead = store::stand_in_within(&tx, person, room.issue.uuid()).await?;
        if texts == Texts::Go && holds::is_held(&tx, room.issue).await? {
            store_late::note(&tx, instead, room.issue).await?;
            texts = Texts::Stay;
        }
        store_posts::leave(&tx, room, &posts, (person, instead), texts).await?;
        tx.commit().await?;
        Ok(Found::Something)
    }

    /// What hangs on nothing that anybody reads: its bytes go within minutes.
    async fn files(&self) -> Result<Found, DbFault> {
        let tx = self.db.begin_across(Across::Erasing, self.now).await?;
        files::let_go_of(&tx, self.asked.person).await?;
        tx.commit().await?;
        Ok(Found::Nothing)
    }

    async fn events(&mut self) -> Result<Found, DbFault> {
        let found = store_events::naming(&self.sql(), self.asked.person, self.event).await?;
        if found.last.is_none() {
            return Ok(Found::Nothing);
        }
        self.event = found.last;
        if found.about.is_empty() && found.done.is_empty() {
            return Ok(Found::More);
        }
        let tx = self.db.begin_across(Across::Erasing, self.now).await?;
        store_events::forget(&tx, &found).await?;
        tx.commit().await?;
        Ok(Found::Something)
    }

    async fn jobs(&self) -> Result<Found, DbFault> {
        let jobs = store_events::jobs(&self.sql(), self.asked.person).await?;
        if jobs.is_empty() {
            return Ok(Found::Nothing);
        }
        let tx = self.db.begin_across(Across::Erasing, self.now).await?;
        store_events::drop_jobs(&tx, &jobs).await?;
        tx.commit().await?;
        Ok(Found::Something)
    }
}
