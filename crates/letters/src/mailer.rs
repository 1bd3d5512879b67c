//! The worker that sends what waits: after commit, outside any transaction, at least once.
use crate::{
    Letter, Smtp,
    smtp::{Rendered, Sender},
    store::{self, Claimed},
};
use access::{Access, Actor, Context, Error, Event, Purpose, Result};
use jiff::SignedDuration;
use std::sync::Arc;

/// Gives a letter its words.
pub trait Words: Send + Sync {
    /// The subject, on one line.
    fn subject(&self, letter: &Letter) -> String;
    /// The text, plain.
    fn body(&self, letter: &Letter) -> String;
}

/// Sends letters that are due. Several may run at once, also in other processes.
pub struct Mailer {
    access: Access,
    sender: Sender,
    words: Arc<dyn Words>,
}

impl Mailer {
    /// Errors: `Internal` with the setting that is not right. Whether the mail server answers only a letter can tell.
    pub fn new(access: Access, smtp: &Smtp, words: Arc<dyn Words>) -> Result<Self> {
        Ok(Self { access, sender: Sender::new(smtp)?, words })
    }

    /// Sends what is due, at most twenty letters; gives how many left. A letter that can't leave now is left for later, and said in
    /// the log by its id only. Errors: the database is away; letters that were taken then come again when their lease has passed.
    pub async fn send_due(&self) -> Result<usize> {
        let now = self.access.clock().now();
        let claimed = self.access.db().write(move |tx| Box::pin(store::claim(tx, now))).await?;
        let mut sent = 0;
        for claimed in claimed {
            sent += usize::from(self.send(claimed).await?);
        }
        Ok(sent)
    }

    /// Sends one letter; tells whether it left.
    async fn send(&self, claimed: Claimed) -> Result<bool> {
        let letter = match self.open(&claimed).await {
            Ok(Some(letter)) => letter,
            Ok(None) => return self.done(claimed, "brief-vervallen").await.map(|()| false),
            Err(error @ Error::Unavailable(_)) => return Err(error),
            Err(error) => return self.postpone(claimed, &error.to_string()).await.map(|()| false),
        };
        let text = Rendered { subject: self.words.subject(&letter), body: self.words.body(&letter) };
        match self.sender.send(claimed.id, &letter, text, self.access.clock().now()).await {
            Ok(()) => self.done(claimed, "brief-verzonden").await.map(|()| true),
            Err(why) => self.postpone(claimed, &why).await.map(|()| false),
        }
    }

    async fn open(&self, claimed: &Claimed) -> Result<Option<Letter>> {
        let (context, claimed) = (context(claimed), claimed.clone());
        let work = self.access.read(context, move |op| {
            let claimed = claimed.clone();
            Box::pin(async move { store::open(op, &claimed).await })
        });
        work.await
    }

    async fn done(&self, claimed: Claimed, what: &'static str) -> Result<()> {
        let work = self.access.write(context(&claimed), move |op| {
            let (id, kind, subject) = (claimed.id, claimed.subject_kind, claimed.subject);
            Box::pin(async move {
                match store::done(op, id).await? {
                    true => op.record(Event::of(what, kind, subject)).await,
                    false => Ok(()),
                }
            })
        });
        work.await
    }

    async fn postpone(&self, claimed: Claimed, why: &str) -> Result<()> {
        tracing::warn!(letter = %claimed.id, attempts = claimed.attempts, why, "a letter did not leave; it is tried again later");
        let work = self.access.write(context(&claimed), move |op| {
            let claimed = claimed.clone();
            Box::pin(async move { store::postpone(op, &claimed, wait(claimed.attempts)).await })
        });
        work.await
    }
}

/// In whose name the mailer works on this letter.
fn context(claimed: &Claimed) -> Context {
    Context {
        actor: Actor::machine("mailer"),
        organisation: claimed.organisatie.clone(),
        purpose: Purpose::new("bericht sturen", "AVG artikel 6 lid 1 e"),
        trace: format!("letter-{}", claimed.id),
    }
}

/// How long to wait after this many tries: 1, 5, 25 and 125 minutes, then four hours each time, so that what waited for a mail server that
/// was away for a day still leaves well within the 48 hours of Awb 2:10 lid 1.
fn wait(attempts: i64) -> SignedDuration {
    let exponent = u32::try_from(attempts.saturating_sub(1).clamp(0, 9)).unwrap_or_default();
    SignedDuration::from_mins(5_i64.pow(exponent)).min(SignedDuration::from_hours(4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_four_hours_and_no_further() {
        let minutes: Vec<i64> = [1, 2, 3, 4, 5, 6, 7, i64::MAX, 0].map(|n| wait(n).as_mins()).to_vec();
        assert_eq!(minutes, [1, 5, 25, 125, 240, 240, 240, 240, 1]);
    }
}
