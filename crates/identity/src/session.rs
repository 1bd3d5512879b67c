//! Sessions on the server: a secret in a cookie opens one, for as long as it is used and not longer than its kind may.
mod store;

use crate::{Kind, Who, attempt};
use access::{Access, Actor, Assurance, Context, Event, KeyFault, KeyRing, Op, Party, Result, Vertegenwoordiging};
use jiff::{SignedDuration, Timestamp};
use values::Id;

/// That a session was used is written down at most this often.
const TOUCH: SignedDuration = SignedDuration::from_mins(1);

/// The secret of a session: 32 random bytes in a cookie. Never shown, stored only as a keyed hash.
#[derive(Clone)]
pub struct Token([u8; 32]);

impl Token {
    pub(crate) fn new(keys: &KeyRing) -> Self {
        Self(keys.random())
    }

    /// The secret of these bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The bytes, for the cookie.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn hash(&self, keys: &KeyRing) -> std::result::Result<Vec<u8>, KeyFault> {
        Ok(keys.index("session", &self.0)?.to_vec())
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct Session {
    /// Its id, for journal and list; opens nothing.
    pub id: Id<Session>,
    /// How she signed in.
    pub kind: Kind,
    /// Who.
    pub who: Who,
    /// How sure the provider is.
    pub assurance: Assurance,
    /// When she last showed to the provider who she is; for acts that ask for a fresh sign-in.
    pub signed_in_at: Timestamp,
    /// A name to greet with, if the provider gave one.
    pub name: Option<String>,
    /// For which other person she chose to act. Before it counts it must be confirmed that this still stands.
    pub chosen: Option<Vertegenwoordiging>,
    /// When she chose so.
    pub chosen_at: Option<Timestamp>,
    pub(crate) confirmed: bool,
    pub(crate) created: Timestamp,
    pub(crate) last_seen: Timestamp,
}

impl Session {
    /// Who acts, and for whom, in what she does here. Invariant: whose choice to act for another was not confirmed in this request is
    /// nobody, not herself (test `who_chose_to_act_for_another_is_nobody_until_that_is_confirmed`).
    pub fn actor(&self) -> Actor {
        match &self.chosen {
            None => self.who.actor(self.assurance),
            Some(of) if self.confirmed => self.who.actor(self.assurance).on_behalf(of.clone()),
            Some(_) => Actor::anonymous(),
        }
    }

    /// The same, for what she does as herself whomever she acts for: sign out, choose anew for whom to act.
    pub fn oneself(&self) -> Actor {
        self.who.actor(self.assurance)
    }

    /// For whom she acts, when that was confirmed.
    pub fn vertegenwoordiging(&self) -> Option<&Vertegenwoordiging> {
        self.chosen.as_ref().filter(|_| self.confirmed)
    }

    /// The same session, in which it stands now that she acts for this person.
    pub fn confirmed(self, of: Vertegenwoordiging) -> Self {
        Self { chosen: Some(of), confirmed: true, ..self }
    }
}

/// A live session, as its person sees it in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSession {
    /// Its id, to end it.
    pub id: Id<Session>,
    /// When it began.
    pub created: Timestamp,
    /// When it was last used, to the minute.
    pub last_seen: Timestamp,
}

/// A sign-in that was checked, to begin a session with.
pub(crate) struct Identified {
    pub who: Who,
    pub assurance: Assurance,
    pub signed_in_at: Timestamp,
    pub name: Option<String>,
}

/// Until when a session lives that began at `created` and is used at `now`.
pub(crate) fn live_until(kind: Kind, created: Timestamp, now: Timestamp) -> Timestamp {
    let later = |from: Timestamp, by| from.checked_add(by).unwrap_or(Timestamp::MAX);
    later(now, kind.idle()).min(later(created, kind.longest()))
}

/// The session of a request, and notes that it was used (at most once a minute). `context` is that of somebody who did not sign in.
pub async fn current(access: &Access, context: Context, token: &Token) -> Result<Option<Session>> {
    let sought = token.clone();
    let find = access.read(context.clone(), move |op| {
        let token = sought.clone();
        Box::pin(async move { session(op, &token).await })
    });
    let Some(found) = find.await? else { return Ok(None) };
    if access.clock().now().duration_since(found.last_seen) >= TOUCH {
        let (id, kind, created) = (found.id, found.kind, found.created);
        let touch = access
            .write(context, move |op| Box::pin(async move { store::touch(op, id, live_until(kind, created, op.now())).await }));
        // She is who she is, also when that can't be written down now.
        if let Err(error) = touch.await {
            tracing::warn!(%error, "that a session was used could not be noted");
        }
    }
    Ok(Some(found))
}

/// The live session that this secret opens. Writes nothing: opening one's own session is no look at a record.
pub async fn session(op: &mut Op<'_>, token: &Token) -> Result<Option<Session>> {
    store::session(op, token).await
}

/// Begins a session, with a new secret; the one that this browser had before, if any, ends. The same person goes on acting for whom she
/// did: she only showed more surely who she is.
pub(crate) async fn begin(op: &mut Op<'_>, identified: &Identified, before: Option<&Token>) -> Result<(Token, Session)> {
    let mut chosen = None;
    if let Some(before) = before {
        let same = |session: &Session| session.who.same_person() == identified.who.same_person();
        chosen = store::session(op, before).await?.filter(same).and_then(|session| session.chosen.zip(session.chosen_at));
        for gone in store::take_by_token(op, before).await? {
            op.record(Event::of("sessie-vervangen", "sessie", gone.uuid())).await?;
        }
    }
    let token = Token::new(op.keys());
    let session = store::insert(op, identified, chosen, &token).await?;
    op.record(Event::of("ingelogd", "sessie", session.id.uuid())).await?;
    Ok((token, session))
}

/// From now on she acts for this person, or for herself again. Errors: `NotFound` when the session is over; `NotAllowed` for who did not
/// sign in as a person.
pub async fn choose(op: &mut Op<'_>, token: &Token, of: Option<&Vertegenwoordiging>) -> Result<()> {
    let session = store::session(op, token).await?.ok_or(access::Error::NotFound)?;
    if of.is_some() && session.kind != Kind::Digid {
        return Err(access::Error::NotAllowed);
    }
    store::choose(op, token, &session, of).await?;
    // Whom it concerns finds it again: who began to act for her, and who ended.
    let (action, concerned) = match of {
        Some(of) => ("namens-begonnen", Some(of)),
        None => ("namens-geeindigd", session.chosen.as_ref()),
    };
    let organisation = op.context().organisation.clone();
    let hash = concerned.map(|of| Party::Person(of.voor.clone()).hash(op.keys(), &organisation)).transpose()?;
    match hash {
        None => Ok(()),
        Some(hash) => op.record(Event::of(action, "sessie", session.id.uuid()).about(Some(&hash))).await,
    }
}

/// Signs out: the session of this secret is gone, with what it knew. Gives how she had signed in; none when there was no session.
pub async fn end(op: &mut Op<'_>, token: &Token) -> Result<Option<Kind>> {
    let kind = store::session(op, token).await?.map(|session| session.kind);
    for gone in store::take_by_token(op, token).await? {
        op.record(Event::of("uitgelogd", "sessie", gone.uuid())).await?;
    }
    Ok(kind)
}

/// Signs a person out everywhere but in this session; gives how many ended.
pub async fn end_others(op: &mut Op<'_>, who: &Who, keep: Id<Session>) -> Result<usize> {
    let gone = store::take_others(op, who, keep).await?;
    for id in &gone {
        op.record(Event::of("sessie-beeindigd", "sessie", id.uuid())).await?;
    }
    Ok(gone.len())
}

/// Ends one of a person's own sessions. Errors: `NotFound` when it is not hers or not there.
pub async fn end_own(op: &mut Op<'_>, who: &Who, id: Id<Session>) -> Result<()> {
    if store::take_own(op, who, id).await?.is_empty() {
        return Err(access::Error::NotFound);
    }
    op.record(Event::of("sessie-beeindigd", "sessie", id.uuid())).await
}

/// A person's live sessions, the oldest first.
pub async fn own(op: &mut Op<'_>, who: &Who) -> Result<Vec<OwnSession>> {
    store::own(op, who).await
}

/// Takes away attempts and sessions whose time is over, with their keys; a worker runs it. Gives how many.
pub async fn sweep(op: &mut Op<'_>) -> Result<usize> {
    let sessions = store::take_expired(op).await?;
    for id in &sessions {
        op.record(Event::of("sessie-verlopen", "sessie", id.uuid())).await?;
    }
    Ok(sessions.len() + attempt::sweep(op).await?)
}
