//! Destroys what nobody needs any more, when the clock can be trusted: sessions, old drafts, zaken and questions that were kept long
//! enough, files without a row. And tells which letters are late. What fails is told and counted, and does not keep the rest from being done.
use crate::wiring;
use access::{Access, Context, Error, Op, Step};
use cases::{Documents, Zaak};
use catalogue::Catalogue;
use right_door::Vraag;
use std::{collections::HashSet, sync::Arc};
use values::{Id, Oin};

/// An operation that takes some hundreds at a time and gives how many.
type Batch = for<'a, 'b> fn(&'a mut Op<'b>) -> Step<'a, usize>;

/// Gives what was kept long enough, some hundreds at a time, in the order of their ids and after this one.
type Due<T> = for<'a, 'b> fn(&'a mut Op<'b>, Option<Id<T>>) -> Step<'a, Vec<Id<T>>>;
/// Destroys one of them.
type Destroy<T> = for<'a, 'b> fn(&'a mut Op<'b>, Id<T>) -> Step<'a, ()>;

/// More rounds than ever wait, so that one that never gives nothing does not hold up the others.
const ROUNDS: usize = 1_000;

/// Goes through everything, again and again.
pub struct Sweeper {
    access: Access,
    catalogue: Arc<Catalogue>,
    documents: Documents,
    operator: Oin,
    /// The files that were there the last time: those that are still without a row belong to nobody.
    seen: HashSet<String>,
}

impl Sweeper {
    /// For whoever runs the door.
    pub fn new(access: &Access, catalogue: &Arc<Catalogue>, documents: Documents, operator: Oin) -> Self {
        Self { access: access.clone(), catalogue: catalogue.clone(), documents, operator, seen: HashSet::new() }
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
            metrics::counter!("zaken_destroyed_total").increment(self.zaken(&hosted.oin).await);
            metrics::counter!("vragen_destroyed_total").increment(self.vragen(&hosted.oin).await);
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

    async fn zaken(&self, of: &Oin) -> u64 {
        let due: Due<Zaak> = |op, after| Box::pin(cases::due_for_destruction(op, after));
        self.kept_long_enough(of, due, |op, id| Box::pin(intake::destroy(op, id))).await
    }

    async fn vragen(&self, of: &Oin) -> u64 {
        let due: Due<Vraag> = |op, after| Box::pin(right_door::due_for_destruction(op, after));
        self.kept_long_enough(of, due, |op, id| Box::pin(right_door::destroy(op, id))).await
    }

    /// Each in an operation of its own: one that can't be destroyed keeps no other. Gives how many.
    async fn kept_long_enough<T: 'static>(&self, of: &Oin, due: Due<T>, destroy: Destroy<T>) -> u64 {
        let (why, mut all, mut after) = ("vernietigen na de bewaartermijn", 0, None);
        loop {
            let found = match self.access.write(self.machine(of, why), move |op| due(op, after)).await {
                Ok(found) => found,
                Err(error) => {
                    tracing::warn!(%error, why, "what is old could not be looked for; trying again");
                    return all;
                }
            };
            for id in &found {
                let id = *id;
                match self.access.write(self.machine(of, why), move |op| destroy(op, id)).await {
                    Ok(()) => all += 1,
                    // Another instance was before us.
                    Err(Error::NotFound | Error::Conflict(_)) => {}
                    Err(error) => {
                        tracing::warn!(%error, why, "one could not be destroyed; trying again");
                        metrics::counter!("not_destroyed_total").increment(1);
                    }
                }
            }
            after = match found.last() {
                Some(last) => Some(*last),
                None => return all,
            };
        }
    }

    async fn files(&mut self) -> access::Result<()> {
        let now = self.documents.names().await?;
        let context = self.machine(&self.operator, "bestanden zonder zaak wissen");
        let in_use = self.access.read(context, |op| Box::pin(intake::files_in_use(op))).await?;
        let still_there = now.intersection(&self.seen).cloned().collect();
        self.documents.sweep(still_there, &in_use).await?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use access::{Actor, Browser, Purpose, Role};
    use catalogue::Hosted;
    use right_door::{NewVraag, Soort};
    use std::{path::Path, sync::LazyLock};
    use store::{Engine, Migration};
    use terms::Calendar;
    use testing::World;
    use values::{Language, Prose};

    static ALL: LazyLock<Vec<Migration>> = LazyLock::new(|| wiring::MIGRATIONS.clone());

    /// Asked, and answered: over.
    async fn over(world: &World, hosted: &Hosted) -> Id<Vraag> {
        let new = NewVraag {
            id: Id::new(),
            soort: Soort::Vraag,
            tekst: Prose::parse("Mag ik een boom planten op de stoep?", 100).unwrap(),
            naam: None,
            email: None,
            product: None,
            taal: Language::Nl,
            browser: Browser::new(world.access.keys()),
            portal: String::new(),
        };
        let id = new.id;
        let organisation = hosted.oin.clone();
        let context = |actor| Context {
            actor,
            organisation: organisation.clone(),
            purpose: Purpose::new("test", "test"),
            trace: "test".into(),
        };
        let parts = Arc::new((new, hosted.clone()));
        let asks = world.access.write(context(Actor::holder(id.uuid())), move |op| {
            let parts = parts.clone();
            Box::pin(async move { right_door::ask(op, &parts.0, &parts.1, &Calendar::shipped().unwrap()).await.map(drop) })
        });
        asks.await.unwrap();
        let answers = world.access.write(context(Actor::worker("kcc-1", &[Role::Kcc])), move |op| {
            Box::pin(async move { right_door::answer(op, id, &Prose::parse("Ja.", 100).unwrap(), "").await })
        });
        answers.await.unwrap();
        id
    }

    #[tokio::test]
    async fn a_file_without_a_row_is_removed_when_it_still_stands_there_the_next_time() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let catalogue = Arc::new(Catalogue::load(&root.join("reference"), &root.join("services")).unwrap());
        let hosted = catalogue.hosted_with_code("gm0307").unwrap().clone();
        for world in testing::worlds(&ALL).await {
            let documents = Documents::open(world.folder().join("documents")).unwrap();
            let old = documents.put(b"nobody's".to_vec()).await.unwrap();
            let mut sweeper = Sweeper::new(&world.access, &catalogue, documents.clone(), hosted.oin.clone());
            sweeper.files().await.unwrap();
            let new = documents.put(b"on its way to a row".to_vec()).await.unwrap();
            assert_eq!(documents.names().await.unwrap(), HashSet::from([old, new.clone()]));
            sweeper.files().await.unwrap();
            assert_eq!(documents.names().await.unwrap(), HashSet::from([new]));
            assert_eq!(documents.sweep(HashSet::from(["gone".to_owned()]), &[]).await.unwrap(), 1, "what is gone is no fault");
        }
    }

    #[tokio::test]
    async fn one_that_can_not_be_destroyed_keeps_no_other() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let catalogue = Arc::new(Catalogue::load(&root.join("reference"), &root.join("services")).unwrap());
        let hosted = catalogue.hosted_with_code("gm0307").unwrap().clone();
        for world in testing::worlds(&ALL).await {
            let stuck = over(&world, &hosted).await.uuid();
            over(&world, &hosted).await;
            let points_at = world.access.db().write::<(), store::Error>(move |tx| {
                Box::pin(async move {
                    let kind = if tx.engine() == Engine::Sqlite { "" } else { "UUID" };
                    tx.exec(&format!("CREATE TABLE elsewhere (vraag {kind} REFERENCES vraag (id))"), &[]).await?;
                    tx.exec("INSERT INTO elsewhere (vraag) VALUES ($1)", &[stuck.into()]).await.map(drop)
                })
            });
            points_at.await.unwrap();
            world.clock.set("2030-01-01T12:00:00Z".parse().unwrap());
            let documents = Documents::open(world.folder().join("documents")).unwrap();
            let sweeper = Sweeper::new(&world.access, &catalogue, documents, hosted.oin.clone());
            assert_eq!(sweeper.vragen(&hosted.oin).await, 1, "the other");
            assert_eq!(sweeper.vragen(&hosted.oin).await, 0, "it is tried again, and ends");
        }
    }
}
