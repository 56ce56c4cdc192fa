//! What is true for a few seconds only: who types, and who is here.
//!
//! Promise: it comes after everything else. Nothing that was committed waits for it: so many are looked up in a second
//! at most, and a queue that fills takes none of it.

use bus::Message;
use db::DbFault;
use kernel::{PersonId, ThreadId};
use tokio::time::Instant;

use super::Pump;
use crate::hub::Listener;
use crate::protocol::{FromServer, Topic};
use crate::queue::Passing;
use crate::writers::Known;

/// In a room with more listeners nobody sees who is typing: it would never stop.
const SMALL_ROOM: usize = 25;
/// Of so many people, at most, is looked up in one turn whether they may be seen.
const LOOKS: usize = 20;

impl Pump {
    pub(super) async fn passes(&mut self, message: Message) -> Result<(), DbFault> {
        match message {
            Message::Typing { topic, person } => self.types(&topic, person).await,
            Message::Present { topic, person } => {
                if let Ok(Topic::Thread(thread)) = topic.parse() {
                    let now = self.clock.elapsed();
                    self.presence.note(thread, person, now);
                }
                Ok(())
            }
            Message::Happened(_) | Message::Work { .. } => Ok(()),
        }
    }

    /// Shows the others in a small room that somebody types.
    async fn types(&mut self, topic: &str, person: PersonId) -> Result<(), DbFault> {
        let Ok(topic @ Topic::Thread(thread)) = topic.parse() else {
            return Ok(());
        };
        let listeners = self.hub.listeners(topic);
        let other = |listener: &Listener| listener.person != Some(person);
        if listeners.len() > SMALL_ROOM || !listeners.iter().any(other) {
            return Ok(());
        }
        let sql = self.db.read(&self.at(&[topic]));
        let pulses = threads::read::pulses(&sql, &[thread]).await?;
        let access = pulses.get(&thread).map_or(-1, |pulse| pulse.access_version);
        let (scope, who) = (self.scope(), (thread, person));
        let writers = &mut self.writers;
        let found = writers.find(&self.db, &self.secrets, &scope, who, access);
        let Some(writer) = found.await?.filter(|writer| writer.choice.typing) else {
            return Ok(());
        };
        let line = FromServer::Typing {
            topic: &topic.to_string(),
            name: &writer.person.name,
            person: &writer.person.person,
        };
        let line = line.text();
        for listener in self
            .allowed(topic, access)
            .await?
            .iter()
            .filter(|it| other(it))
        {
            let queue = &listener.queue;
            queue.push_passing(topic, Passing::Typing, line.clone().into());
        }
        Ok(())
    }

    /// They chose anew who sees them: it holds at once.
    pub(super) fn chose(&mut self, person: PersonId) {
        self.writers.forget_person(person);
        self.presence.doubt(person);
    }

    /// Every second, behind all that was committed.
    pub(super) async fn show_presence(&mut self) -> Result<(), DbFault> {
        let (now, hub) = (self.clock.elapsed(), &self.hub);
        self.presence
            .forget(now, |thread| hub.is_heard(Topic::Thread(thread)));
        let mut looks = LOOKS;
        for thread in self.presence.rooms() {
            let Some(pulse) = self.known.get(&thread).copied() else {
                continue;
            };
            self.look_at_people(thread, pulse.access_version, &mut looks)
                .await?;
            self.presence.look(thread, Instant::now());
            self.tell_presence(thread, pulse.access_version).await?;
        }
        Ok(())
    }

    /// Whoever there was no time to look up stays as they were until the next turn.
    async fn look_at_people(
        &mut self,
        thread: ThreadId,
        access: i64,
        looks: &mut usize,
    ) -> Result<(), DbFault> {
        let scope = self.scope();
        for person in self.presence.people(thread) {
            let who = (thread, person);
            let writer = match self.writers.known(who, access, scope.now) {
                Known::Writer(writer) => Some(writer),
                Known::Nobody => None,
                Known::NotYet if *looks == 0 => continue,
                Known::NotYet => {
                    *looks -= 1;
                    let writers = &mut self.writers;
                    writers
                        .find(&self.db, &self.secrets, &scope, who, access)
                        .await?
                }
            };
            self.presence.know(thread, person, writer);
        }
        Ok(())
    }

    /// To those who take part, and were not told yet.
    async fn tell_presence(&mut self, thread: ThreadId, access: i64) -> Result<(), DbFault> {
        let topic = Topic::Thread(thread);
        let listeners = self.hub.listeners(topic);
        let waits = |it: &Listener| {
            it.right.takes_part && self.presence.owes(thread, it.listening).is_some()
        };
        if listeners.iter().any(waits) {
            for listener in self.allowed(topic, access).await? {
                let owed = self.presence.owes(thread, listener.listening);
                let Some(frame) = owed.filter(|_| listener.right.takes_part) else {
                    continue;
                };
                let queue = &listener.queue;
                if queue.push_passing(topic, Passing::Presence, frame) {
                    self.presence.told(thread, listener.listening);
                }
            }
        }
        self.presence.listen(thread, |listening| {
            listeners.iter().any(|it| it.listening == listening)
        });
        Ok(())
    }
}
