//! The worker that sends what waits: after commit, outside any transaction, at least once.
use crate::{
    Letter, Smtp,
    smtp::{Answer, NotSent, Rendered, Sender},
    store::{self, Claimed},
};
use access::{Access, Actor, Context, Error, Event, Purpose, Result};
use jiff::SignedDuration;
use std::sync::Arc;

/// After so many tries, in about a week (RFC 5321, 4.5.4.1 asks four days at least), a letter that the mail server still does not take is
/// not tried again. One that it was not asked about waits for as long as it is away.
const TRIES: i64 = 45;

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

    /// Sends what is due, at most twenty letters; gives how many left. A letter that can't leave now is left for later, one that the mail
    /// server refuses for good is given up; both are said in the log by its id only. Errors: the database is away; letters that were taken then come again when their lease has passed.
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
            Ok(None) => return self.done(claimed, End::Lapsed).await.map(|()| false),
            Err(error @ Error::Unavailable(_)) => return Err(error),
            Err(error) => return self.postpone(claimed, &error.to_string()).await.map(|()| false),
        };
        let text = Rendered { subject: self.words.subject(&letter), body: self.words.body(&letter) };
        match self.sender.send(claimed.id, &letter, text, self.access.clock().now()).await {
            Ok(()) => self.done(claimed, End::Sent).await.map(|()| true),
            Err(NotSent { why, answer }) if gives_up(answer, claimed.attempts) => {
                tracing::warn!(letter = %claimed.id, attempts = claimed.attempts, why, "a letter was refused; it is not tried again");
                self.done(claimed, End::Refused).await.map(|()| false)
            }
            Err(NotSent { why, .. }) => self.postpone(claimed, &why).await.map(|()| false),
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

    async fn done(&self, claimed: Claimed, end: End) -> Result<()> {
        let work = self.access.write(context(&claimed), move |op| {
            let (id, kind, subject) = (claimed.id, claimed.subject_kind, claimed.subject);
            Box::pin(async move {
                match store::done(op, id, end == End::Refused).await? {
                    true => op.record(Event::of(end.word(), kind, subject)).await,
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

/// How it ends with a letter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Sent,
    /// The mail server does not take it.
    Refused,
    /// What it was about is destroyed.
    Lapsed,
}

impl End {
    /// The action in the journal.
    fn word(self) -> &'static str {
        match self {
            Self::Sent => "brief-verzonden",
            Self::Refused => "brief-geweigerd",
            Self::Lapsed => "brief-vervallen",
        }
    }
}

/// Is a letter not tried again, after this many tries and this answer to the last?
fn gives_up(answer: Answer, attempts: i64) -> bool {
    match answer {
        Answer::Never => true,
        Answer::NotNow => attempts >= TRIES,
        Answer::Nothing => false,
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

    #[test]
    fn the_last_try_comes_after_a_week_and_never_while_the_server_is_away() {
        let hours: i64 = (1..TRIES).map(|n| wait(n).as_mins()).sum::<i64>() / 60;
        assert!((6 * 24..8 * 24).contains(&hours), "{hours} hours");
        assert!(gives_up(Answer::Never, 1) && gives_up(Answer::NotNow, TRIES));
        assert!(!gives_up(Answer::NotNow, TRIES - 1) && !gives_up(Answer::Nothing, i64::MAX));
    }
}
