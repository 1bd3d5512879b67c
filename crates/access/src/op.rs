//! An operation: who, on whose behalf, why, when, and the transaction; nothing else.
use crate::{Context, Error, Event, KeyRing, KnownBy, Party, Protected, Result, Role, journal, party::vestiging_hash, rules};
use jiff::{Timestamp, civil::Date};
use std::{future::Future, pin::Pin, sync::Arc};
use store::{Db, Row, Tx, Value};
use uuid::Uuid;
use values::{Clock, Oin, Vestigingsnummer, dutch_date};

/// What runs inside an operation.
pub type Step<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// Runs operations: the database, the keys and the clock. Cheap to clone.
#[derive(Clone)]
pub struct Access {
    db: Db,
    keys: Arc<KeyRing>,
    clock: Arc<dyn Clock>,
}

impl Access {
    /// Ties them together.
    pub fn new(db: Db, keys: Arc<KeyRing>, clock: Arc<dyn Clock>) -> Self {
        Self { db, keys, clock }
    }

    /// The database, for migrations, backup and the readiness check.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Does the database answer?
    pub async fn reachable(&self) -> bool {
        let ask = self.db.read::<Vec<()>, store::Error>(|tx| Box::pin(async move { tx.rows("SELECT 1", &[], |_| Ok(())).await }));
        ask.await.is_ok()
    }

    /// The keys.
    pub fn keys(&self) -> &Arc<KeyRing> {
        &self.keys
    }

    /// The clock.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// Runs an operation that may write; `Ok` means that it is on disk. On PostgreSQL `work` may be run more than once.
    pub async fn write<T: Send + 'static>(
        &self,
        context: Context,
        work: impl for<'a> Fn(&'a mut Op<'_>) -> Step<'a, T> + Send + Sync + 'static,
    ) -> Result<T> {
        let parts = Arc::new((context, self.keys.clone(), self.clock.now(), work));
        self.db.write(move |tx| in_op(tx, parts.clone())).await
    }

    /// Runs an operation that only reads what is nobody's: a look at personal data writes a line, so it is a `write`.
    pub async fn read<T: Send + 'static>(
        &self,
        context: Context,
        work: impl for<'a> Fn(&'a mut Op<'_>) -> Step<'a, T> + Send + Sync + 'static,
    ) -> Result<T> {
        let parts = Arc::new((context, self.keys.clone(), self.clock.now(), work));
        self.db.read(move |tx| in_op(tx, parts.clone())).await
    }
}

fn in_op<'a, T: Send + 'static, W>(tx: &'a mut Tx<'_>, parts: Arc<(Context, Arc<KeyRing>, Timestamp, W)>) -> Step<'a, T>
where
    W: for<'b> Fn(&'b mut Op<'_>) -> Step<'b, T> + Send + Sync + 'static,
{
    Box::pin(async move {
        let (context, keys, now, work) = &*parts;
        let mut op = Op { tx: tx.reborrow(), context, keys, now: *now };
        work(&mut op).await
    })
}

/// An operation in a transaction.
pub struct Op<'a> {
    tx: Tx<'a>,
    context: &'a Context,
    keys: &'a KeyRing,
    now: Timestamp,
}

impl Op<'_> {
    /// Who, for which organisation, and why.
    pub fn context(&self) -> &Context {
        self.context
    }

    /// The moment of this operation.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The Dutch date of this operation.
    pub fn today(&self) -> Date {
        dutch_date(self.now)
    }

    /// The keys.
    pub fn keys(&self) -> &KeyRing {
        self.keys
    }

    /// May the actor do this to that? `NotFound` when it may not even know that it exists.
    pub fn may(&self, action: rules::Action, thing: &impl Protected) -> Result<()> {
        rules::may(self.keys, self.context, action, thing)
    }

    /// May the actor do this to all that is of the organisation of the operation: see its work, read its journal?
    pub fn may_here(&self, action: rules::Action) -> Result<()> {
        self.may(action, &rules::All(&self.context.organisation, None))
    }

    /// As which advisers the actor opens closed compartments of the organisation of the operation; none for who does not advise there.
    pub fn adviseurs(&self) -> Vec<Role> {
        let of = |role: &Role| self.may(rules::Action::Advise, &rules::All(&self.context.organisation, Some(*role))).is_ok();
        Role::ALL.into_iter().filter(of).collect()
    }

    /// Is it of the party for whom the actor acts? Of nobody who did not sign in.
    pub fn is_the_partys(&self, thing: &impl Protected) -> Result<bool> {
        rules::is_the_partys(self.keys, &self.context.actor, thing)
    }

    /// By which `organisation` knows the party for whom the actor acts in what is of no service; `None` when nobody signed in, or when she
    /// acts for another person.
    pub fn own_party_at(&self, organisation: &Oin) -> Result<Option<[u8; 32]>> {
        Ok(self.context.actor.own_party().map(|party| party.hash(self.keys, organisation)).transpose()?)
    }

    /// By which `organisation` knows the party for whom the actor may act in a service; `None` when there is none.
    pub fn party_for_at(&self, dienst: &str, organisation: &Oin) -> Result<Option<[u8; 32]>> {
        Ok(self.context.actor.party_for(dienst).map(|party| party.hash(self.keys, organisation)).transpose()?)
    }

    /// By which `organisation` knows the only branch for which the actor acts; `None` for everybody else.
    pub fn vestiging_at(&self, organisation: &Oin) -> Result<Option<[u8; 32]>> {
        Ok(self.context.actor.vestiging().map(|of| vestiging_hash(self.keys, organisation, of)).transpose()?)
    }

    /// By which `there` knows whose `thing` is, and of which branch, from the numbers that are sealed with it. Errors: `Internal` when a number
    /// lacks: what is somebody's never becomes nobody's, nor what is of one branch the whole company's alone.
    pub fn known_at(
        &self,
        there: &Oin,
        thing: &impl Protected,
        (party, vestiging): (Option<Party>, Option<Vestigingsnummer>),
    ) -> Result<KnownBy> {
        if (party.is_some(), vestiging.is_some()) != (thing.party().is_some(), thing.vestiging().is_some()) {
            return Err(Error::Internal("what is somebody's has no number".into()));
        }
        let party = party.map(|party| party.hash(self.keys, there)).transpose()?.map(Vec::from);
        let vestiging = vestiging.map(|of| vestiging_hash(self.keys, there, &of)).transpose()?.map(Vec::from);
        Ok((party, vestiging))
    }

    /// Writes one line in the journal, in the transaction of the change.
    pub async fn record(&mut self, event: Event) -> Result<()> {
        journal::record(self, event).await
    }

    /// Did who acts do this (`zaak-besloten`) to this thing, for the organisation of the operation? By the journal.
    pub async fn did(&mut self, action: &str, subject: Uuid) -> Result<bool> {
        journal::did(self, action, subject).await
    }

    /// Runs a statement of the context's own `store.rs`.
    pub async fn exec(&mut self, sql: &str, values: &[Value]) -> Result<u64> {
        Ok(self.tx.exec(sql, values).await?)
    }

    /// Runs a query of the context's own `store.rs`.
    pub async fn rows<T>(
        &mut self,
        sql: &str,
        values: &[Value],
        read: fn(&Row<'_>) -> std::result::Result<T, store::Error>,
    ) -> Result<Vec<T>> {
        Ok(self.tx.rows(sql, values, read).await?)
    }

    /// The first row of a query, or `NotFound`.
    pub async fn one<T>(
        &mut self,
        sql: &str,
        values: &[Value],
        read: fn(&Row<'_>) -> std::result::Result<T, store::Error>,
    ) -> Result<T> {
        self.tx.row(sql, values, read).await?.ok_or(Error::NotFound)
    }
}
