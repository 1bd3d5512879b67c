//! Destroys what nobody needs any more, when the clock can be trusted: sessions, old drafts, zaken and questions that were kept long
//! enough, files without a row. And tells which letters are late. What fails is told, and does not keep the rest from being done.
use crate::wiring;
use access::{Access, Context, Op, Step};
use cases::Documents;
use catalogue::Catalogue;
use std::sync::Arc;
use values::Oin;

/// An operation that takes some hundreds at a time and gives how many.
type Batch = for<'a, 'b> fn(&'a mut Op<'b>) -> Step<'a, usize>;

/// More rounds than ever wait, so that one that never gives nothing does not hold up the others.
const ROUNDS: usize = 1_000;

/// Goes through everything, again and again.
pub struct Sweeper {
    access: Access,
    catalogue: Arc<Catalogue>,
    documents: Documents,
    operator: Oin,
    /// The files that were there the last time: those that are still without a row belong to nobody.
    seen: Vec<String>,
}

impl Sweeper {
    /// For whoever runs the door.
    pub fn new(access: &Access, catalogue: &Arc<Catalogue>, documents: Documents, operator: Oin) -> Self {
        Self { access: access.clone(), catalogue: catalogue.clone(), documents, operator, seen: Vec::new() }
    }

    /// Everything once.
    pub async fn round(&mut self) {
        self.all(&self.operator, "verlopen sessies wissen", |op| Box::pin(identity::sweep(op))).await;
        self.watch_letters().await;
        let context = self.machine(&self.operator, "klok nagaan");
        match self.access.write(context, |op| Box::pin(access::clock_is_steady(op))).await {
            Ok(true) => {}
            Ok(false) => {
                tracing::info!("nothing is destroyed yet: the program did not run three days in a row yet, by its own clock");
                return;
            }
            Err(error) => return tracing::warn!(%error, "the clock could not be looked at; trying again"),
        }
        self.all(&self.operator, "oude concepten wissen", |op| Box::pin(intake::sweep(op))).await;
        self.all(&self.operator, "oude machtigingen wissen", |op| Box::pin(my_government::sweep(op))).await;
        for hosted in self.catalogue.hosted() {
            let kept_long_enough = "vernietigen na de bewaartermijn";
            let zaken = self.all(&hosted.oin, kept_long_enough, |op| Box::pin(intake::destroy_due(op))).await;
            metrics::counter!("zaken_destroyed_total").increment(zaken as u64);
            let vragen = self.all(&hosted.oin, kept_long_enough, |op| Box::pin(right_door::destroy_due(op))).await;
            metrics::counter!("vragen_destroyed_total").increment(vragen as u64);
        }
        if let Err(error) = self.files().await {
            tracing::warn!(%error, "files without a row could not be looked for; trying again");
        }
    }

    fn machine(&self, of: &Oin, why: &str) -> Context {
        wiring::machine("sweeper", of.clone(), why)
    }

    /// Until nothing is left; gives how many.
    async fn all(&self, of: &Oin, why: &str, batch: Batch) -> usize {
        let mut all = 0;
        for _ in 0..ROUNDS {
            match self.access.write(self.machine(of, why), batch).await {
                Ok(0) => break,
                Ok(some) => all += some,
                Err(error) => {
                    tracing::warn!(%error, why, "what is old could not be destroyed; trying again");
                    break;
                }
            }
        }
        all
    }

    async fn files(&mut self) -> access::Result<()> {
        let now = self.documents.names()?;
        let context = self.machine(&self.operator, "bestanden zonder zaak wissen");
        let in_use = self.access.read(context, |op| Box::pin(intake::files_in_use(op))).await?;
        let still_there: Vec<_> = now.iter().filter(|name| self.seen.contains(name)).cloned().collect();
        self.documents.sweep(&still_there, &in_use)?;
        self.seen = now;
        Ok(())
    }

    /// Tells in the metrics and the log how many letters wait longer than the law gives: with no mail server, or one that is away too long.
    async fn watch_letters(&self) {
        let mut all = 0;
        for hosted in self.catalogue.hosted() {
            let context = self.machine(&hosted.oin, "te late meldingen tellen");
            match self.access.read(context, |op| Box::pin(letters::late(op))).await {
                Ok(0) => {}
                Ok(late) => {
                    tracing::warn!(organisatie = %hosted.code, late, "letters wait longer than 48 hours (Awb 2:10 lid 1)");
                    all += late;
                }
                Err(error) => return tracing::warn!(%error, "late letters could not be counted; trying again"),
            }
        }
        metrics::gauge!("letters_late").set(all as f64);
    }
}
