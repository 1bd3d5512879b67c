//! Two tabs, or two devices, of one person at once, on both databases: what she is told is kept, is kept; and what comes while she sends goes
//! along or is refused.
#![allow(clippy::unwrap_used, clippy::panic)]
use access::{Access, Actor, Browser, Context, Error, Op, Purpose, Step};
use cases::DocumentStatus;
use catalogue::Catalogue;
use intake::{Answers, Draft, DraftFile, Known, Learned, NewDraft, Receipt, Sending, VehicleLookup};
use registers::Doelen;
use std::{
    path::Path,
    sync::{Arc, LazyLock},
};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use uuid::Uuid;
use values::{Id, Language, Oin};

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    [access::MIGRATIONS, registers::MIGRATIONS, cases::MIGRATIONS, letters::MIGRATIONS, intake::MIGRATIONS].concat()
});

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::load(&root().join("reference"), &root().join("services")).unwrap());
static DOELEN: LazyLock<Doelen> = LazyLock::new(|| Doelen::load(&root().join("policies/doelen.toml")).unwrap());
static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::shipped().unwrap());

const SERVICE: &str = "melding-openbare-ruimte";
/// How often each is tried: together they must meet at least once.
const TIMES: usize = 5;

fn amersfoort() -> Oin {
    CATALOGUE.hosted_with_code("gm0307").unwrap().oin.clone()
}

fn context(actor: Actor) -> Context {
    Context { actor, organisation: amersfoort(), purpose: Purpose::new("test", "test"), trace: "test".into() }
}

/// A resident at her browser, with a form that she began.
struct Resident {
    access: Access,
    browser: Browser,
    draft: Uuid,
}

async fn published(world: &World) {
    let work = world.access.write(context(Actor::machine("publisher")), |op| {
        let hosted = CATALOGUE.hosted_with_code("gm0307").unwrap();
        Box::pin(cases::publish(op, CATALOGUE.service(SERVICE).unwrap(), hosted, "gemeente"))
    });
    work.await.unwrap();
}

async fn begins(world: &World) -> Resident {
    let resident = Resident { access: world.access.clone(), browser: Browser::new(world.access.keys()), draft: Uuid::now_v7() };
    let new = NewDraft { id: resident.draft, answers: Answers::default(), known: Known::default() };
    let parts = Arc::new((resident.browser.clone(), new));
    let work = resident.does(move |op| {
        let parts = parts.clone();
        Box::pin(async move { intake::begin(op, CATALOGUE.service(SERVICE).unwrap(), &parts.0, &parts.1).await })
    });
    work.await.unwrap();
    resident
}

impl Resident {
    async fn does<T: Send + 'static>(
        &self,
        work: impl for<'a> Fn(&'a mut Op<'_>) -> Step<'a, T> + Send + Sync + 'static,
    ) -> access::Result<T> {
        self.access.write(context(Actor::holder(self.draft)), work).await
    }

    async fn answers(&self, pairs: &[(&str, &str)]) -> access::Result<()> {
        let mut answers = Answers::default();
        pairs.iter().for_each(|(field, text)| answers.put(field, text));
        let (id, parts) = (self.draft, Arc::new((self.browser.clone(), answers)));
        let work = self.does(move |op| {
            let parts = parts.clone();
            Box::pin(async move { intake::save(op, id, &parts.0, &parts.1).await })
        });
        work.await
    }

    async fn answers_everything(&self) {
        let what = [("gevaar", "nee"), ("soort", "afval"), ("omschrijving", "Er ligt afval naast de container.")];
        self.answers(&what).await.unwrap();
        self.answers(&[("postcode", "3811 CJ"), ("huisnummer", "1")]).await.unwrap();
    }

    /// What the register says of the plate in this question.
    async fn learns(&self, question: &str) -> access::Result<()> {
        let learned = Learned::Vehicle(question.into(), VehicleLookup { asked: "X349DU".into(), op_naam: None, away: true });
        let (id, parts) = (self.draft, Arc::new((self.browser.clone(), learned)));
        let work = self.does(move |op| {
            let parts = parts.clone();
            Box::pin(async move { intake::learn(op, id, &parts.0, &parts.1).await })
        });
        work.await
    }

    async fn adds(&self, most: usize) -> access::Result<Uuid> {
        let file = DraftFile {
            id: Uuid::now_v7(),
            titel: "Foto 1".into(),
            formaat: "image/jpeg".into(),
            bestandsomvang: 1,
            bestand: "a-file".into(),
            status: DocumentStatus::Definitief,
            question: "fotos".into(),
            besloten: false,
        };
        let (id, photo, parts) = (self.draft, file.id, Arc::new((self.browser.clone(), file)));
        let work = self.does(move |op| {
            let parts = parts.clone();
            Box::pin(async move { intake::add_file(op, id, &parts.0, &parts.1, most).await })
        });
        work.await.map(|()| photo)
    }

    async fn takes_out(&self, file: Uuid) -> access::Result<()> {
        let (id, browser) = (self.draft, self.browser.clone());
        let work = self.does(move |op| {
            let browser = browser.clone();
            Box::pin(async move { intake::remove_file(op, id, &browser, file).await.map(drop) })
        });
        work.await
    }

    async fn looks(&self) -> Draft {
        let (id, browser) = (self.draft, self.browser.clone());
        let work = self.does(move |op| {
            let browser = browser.clone();
            Box::pin(async move { intake::open(op, id, &browser).await })
        });
        work.await.unwrap()
    }

    async fn sends(&self) -> access::Result<Receipt> {
        let (id, browser) = (self.draft, self.browser.clone());
        let work = self.does(move |op| {
            let browser = browser.clone();
            Box::pin(async move {
                let service = CATALOGUE.service(SERVICE).unwrap();
                let (calendar, language) = (&*CALENDAR, Language::Nl);
                let with = Sending { service, catalogue: &CATALOGUE, calendar, language, portal: "", doelen: &DOELEN };
                intake::submit(op, id, &browser, with).await
            })
        });
        work.await
    }

    /// How many documents came along.
    async fn sent(&self) -> usize {
        let zaak = Id::from(self.draft);
        self.does(move |op| Box::pin(cases::look(op, zaak))).await.unwrap().documents.len()
    }
}

#[tokio::test]
async fn what_is_saved_in_two_tabs_at_once_is_all_kept() {
    for world in worlds(&MIGRATIONS).await {
        for _ in 0..TIMES {
            let resident = begins(&world).await;
            let (what, contact) = ([("omschrijving", "Er ligt afval.")], [("email", "resident@example.org")]);
            let saved = tokio::join!(
                resident.answers(&what),
                resident.answers(&contact),
                resident.learns("kenteken"),
                resident.learns("tweede-kenteken")
            );
            saved.0.and(saved.1).and(saved.2).and(saved.3).unwrap();
            let draft = resident.looks().await;
            assert_eq!((draft.answers.get("omschrijving"), draft.answers.get("email")), (what[0].1, contact[0].1));
            assert_eq!(draft.known.vehicles.len(), 2, "and what registers said");
        }
    }
}

#[tokio::test]
async fn of_files_that_come_at_once_no_more_are_kept_than_may_be() {
    for world in worlds(&MIGRATIONS).await {
        for _ in 0..TIMES {
            let resident = begins(&world).await;
            let all = tokio::join!(resident.adds(2), resident.adds(2), resident.adds(2), resident.adds(2));
            let refused = [all.0, all.1, all.2, all.3].into_iter().filter(|one| matches!(one, Err(Error::Invalid(_)))).count();
            assert_eq!((refused, resident.looks().await.files.len()), (2, 2));
        }
    }
}

#[tokio::test]
async fn a_file_that_comes_or_goes_while_it_is_sent_does_so_in_time_or_is_told_that_it_is_too_late() {
    for world in worlds(&MIGRATIONS).await {
        published(&world).await;
        for _ in 0..TIMES {
            let resident = begins(&world).await;
            resident.answers_everything().await;
            let first = resident.adds(5).await.unwrap();
            let (added, gone, sent) = tokio::join!(resident.adds(5), resident.takes_out(first), resident.sends());
            sent.unwrap();
            for error in [added.as_ref().err(), gone.as_ref().err()].into_iter().flatten() {
                assert!(matches!(error, Error::NotFound), "{error}");
            }
            assert_eq!(resident.sent().await, usize::from(added.is_ok()) + usize::from(gone.is_err()));
        }
    }
}

/// As it was before a draft was locked: a file stayed behind in a draft that was sent.
#[tokio::test]
async fn a_file_that_stayed_behind_keeps_no_zaak_from_being_destroyed() {
    for world in worlds(&MIGRATIONS).await {
        published(&world).await;
        let (resident, other) = (begins(&world).await, begins(&world).await);
        resident.answers_everything().await;
        resident.sends().await.unwrap();
        other.adds(5).await.unwrap();
        let (zaak, from) = (resident.draft, other.draft);
        let stayed = world.access.db().write::<u64, store::Error>(move |tx| {
            Box::pin(
                async move { tx.exec("UPDATE draft_file SET draft = $1 WHERE draft = $2", &[zaak.into(), from.into()]).await },
            )
        });
        assert_eq!(stayed.await.unwrap(), 1);
        resident.does(move |op| Box::pin(cases::withdraw(op, Id::from(zaak)))).await.unwrap();
        world.clock.set("2031-11-23T12:00:00Z".parse().unwrap());
        let sweeper = context(Actor::machine("sweeper"));
        world.access.write(sweeper, move |op| Box::pin(intake::destroy(op, Id::from(zaak)))).await.unwrap();
    }
}
