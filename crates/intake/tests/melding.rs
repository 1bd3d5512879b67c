//! From a draft to a zaak, on both databases: sent once, whole, and opened by nobody else.
#![allow(clippy::unwrap_used, clippy::panic)]
use access::{Access, Actor, Browser, Context, Error, FollowCode, Purpose, Role};
use cases::{DocumentStatus, Oordeel, Verdict, Waiting, Zaak};
use catalogue::Catalogue;
use intake::{Answers, DraftFile, Known, NewDraft, Receipt, Sending};
use jiff::ToSpan;
use registers::Doelen;
use std::{
    path::Path,
    sync::{Arc, LazyLock},
};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use uuid::Uuid;
use values::{Clock, Id, Language, Oin, Prose};

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    [access::MIGRATIONS, registers::MIGRATIONS, cases::MIGRATIONS, letters::MIGRATIONS, intake::MIGRATIONS].concat()
});

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Arc::new(Catalogue::load(&root.join("reference"), &root.join("services")).unwrap())
});

static DOELEN: LazyLock<Doelen> =
    LazyLock::new(|| Doelen::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies/doelen.toml")).unwrap());

const SERVICE: &str = "melding-openbare-ruimte";

/// A resident at her browser.
struct Resident {
    access: Access,
    browser: Browser,
    draft: Uuid,
    organisatie: Oin,
}

fn context(actor: Actor, organisation: &Oin) -> Context {
    Context { actor, organisation: organisation.clone(), purpose: Purpose::new("test", "test"), trace: "test".into() }
}

async fn published(world: &World) {
    for hosted in CATALOGUE.hosted() {
        let all = CATALOGUE.clone();
        let mine = hosted.clone();
        let work = world.access.write(context(Actor::machine("publisher"), &hosted.oin), move |op| {
            let (all, mine) = (all.clone(), mine.clone());
            Box::pin(async move { cases::publish(op, all.service(SERVICE).unwrap(), &mine, "gemeente").await })
        });
        let offered = CATALOGUE.service(SERVICE).unwrap().overlay(&hosted.code).is_some();
        assert_eq!(work.await.unwrap().is_some(), offered, "{}", hosted.code);
    }
}

async fn resident(world: &World) -> Resident {
    let browser = Browser::new(world.access.keys());
    let (draft, organisatie) = (Uuid::now_v7(), CATALOGUE.hosted_with_code("gm0307").unwrap().oin.clone());
    let secret = browser.clone();
    let work = world.access.write(context(Actor::holder(draft), &organisatie), move |op| {
        let secret = secret.clone();
        Box::pin(async move {
            let new = NewDraft { id: draft, answers: Answers::default(), known: Known::default() };
            intake::begin(op, CATALOGUE.service(SERVICE).unwrap(), &secret, &new).await
        })
    });
    work.await.unwrap();
    Resident { access: world.access.clone(), browser, draft, organisatie }
}

impl Resident {
    async fn answers(&self, pairs: &[(&str, &str)]) {
        let mut answers = Answers::default();
        for (field, text) in pairs {
            answers.put(field, text);
        }
        let (id, secret) = (self.draft, self.browser.clone());
        let work = self.access.write(context(Actor::holder(id), &self.organisatie), move |op| {
            let (secret, answers) = (secret.clone(), answers.clone());
            Box::pin(async move { intake::save(op, id, &secret, &answers).await })
        });
        work.await.unwrap();
    }

    async fn answers_everything(&self) {
        let all = [
            ("gevaar", "nee"),
            ("soort", "afval"),
            ("omschrijving", "Er ligt afval naast de container. Mijn nummer is 111222333."),
            ("postcode", "3811 CJ"),
            ("huisnummer", "1"),
            ("email", "resident@example.org"),
        ];
        self.answers(&all).await;
    }

    /// Adds a photo that the virus scanner did not see.
    async fn adds_waiting_photo(&self, titel: &str) {
        let file = DraftFile {
            id: Uuid::now_v7(),
            titel: titel.into(),
            formaat: "image/jpeg".into(),
            bestandsomvang: 1,
            bestand: "a-file".into(),
            status: DocumentStatus::InBewerking,
            question: "fotos".into(),
            besloten: false,
        };
        let (id, secret) = (self.draft, self.browser.clone());
        let work = self.access.write(context(Actor::holder(id), &self.organisatie), move |op| {
            let (secret, file) = (secret.clone(), file.clone());
            Box::pin(async move { intake::add_file(op, id, &secret, &file, 5).await })
        });
        work.await.unwrap();
    }

    /// Keeps it for later; gives its words.
    async fn keeps(&self) -> FollowCode {
        let (id, secret) = (self.draft, self.browser.clone());
        let work = self.access.write(context(Actor::holder(id), &self.organisatie), move |op| {
            let secret = secret.clone();
            Box::pin(async move {
                intake::keep(op, id, &secret).await?;
                intake::open(op, id, &secret).await
            })
        });
        work.await.unwrap().code.unwrap()
    }

    /// Goes on with the draft of these words on another device.
    async fn resumes(&self, code: &FollowCode, actor: Actor) -> access::Result<Self> {
        let browser = Browser::new(self.access.keys());
        let parts = Arc::new((code.clone(), browser.clone()));
        let work = self.access.write(context(actor, &self.organisatie), move |op| {
            let parts = parts.clone();
            Box::pin(async move { intake::resume(op, &parts.0, &parts.1).await })
        });
        let draft = work.await?.id;
        Ok(Self { access: self.access.clone(), browser, draft, organisatie: self.organisatie.clone() })
    }

    async fn sends(&self) -> access::Result<Receipt> {
        let (id, secret) = (self.draft, self.browser.clone());
        let work = self.access.write(context(Actor::holder(id), &self.organisatie), move |op| {
            let secret = secret.clone();
            Box::pin(async move {
                let calendar = Calendar::shipped().unwrap();
                let (service, catalogue) = (CATALOGUE.service(SERVICE).unwrap(), &**CATALOGUE);
                let with = Sending {
                    service,
                    catalogue,
                    calendar: &calendar,
                    language: Language::Nl,
                    portal: "https://loket.example",
                    doelen: &DOELEN,
                };
                intake::submit(op, id, &secret, with).await
            })
        });
        work.await
    }

    /// Does something with her zaak, as whoever holds the code of the receipt.
    async fn with_code<T: Send + 'static>(
        &self,
        work: impl for<'a> Fn(&'a mut access::Op<'_>, Id<Zaak>) -> access::Step<'a, T> + Send + Sync + 'static,
    ) -> access::Result<T> {
        let id = Id::from(self.draft);
        self.access.write(context(Actor::holder(self.draft), &self.organisatie), move |op| work(op, id)).await
    }
}

async fn count(world: &World, sql: &'static str) -> i64 {
    world
        .access
        .db()
        .read::<i64, store::Error>(move |tx| Box::pin(async move { Ok(tx.row(sql, &[], |r| r.get(0)).await?.unwrap()) }))
        .await
        .unwrap()
}

#[tokio::test]
async fn what_was_sent_comes_back_with_a_number_an_owner_and_a_date() {
    for world in worlds(&MIGRATIONS).await {
        published(&world).await;
        let resident = resident(&world).await;
        resident.answers_everything().await;
        let receipt = resident.sends().await.unwrap();
        assert!(receipt.number.starts_with("2026-") && receipt.number.len() == 14, "{}", receipt.number);
        assert_eq!(receipt.organisatie, "gemeente Amersfoort");
        // Ten working days after Monday 23 November 2026.
        assert_eq!(receipt.norm_date.unwrap().to_string(), "2026-12-07");
        let copy: Vec<_> = receipt.copy.rows.iter().map(|r| r.answer.as_str()).collect();
        assert!(copy.contains(&"Er ligt afval naast de container. Mijn nummer is •••••••••."), "{copy:?}");
        assert!(copy.contains(&"3811 CJ 1, Amersfoort"), "{copy:?}");
        // A confirmation waits, with the code in its link; the draft holds nothing any more.
        assert_eq!(count(&world, "SELECT COUNT(*) FROM outgoing_letter").await, 1);
        assert_eq!(count(&world, "SELECT COUNT(*) FROM rol").await, 1, "who reported it");
        assert_eq!(count(&world, "SELECT COUNT(*) FROM draft WHERE answers_sealed IS NOT NULL").await, 0);
    }
}

#[tokio::test]
async fn sending_twice_makes_one_zaak_and_gives_the_same_receipt() {
    for world in worlds(&MIGRATIONS).await {
        published(&world).await;
        let resident = resident(&world).await;
        resident.answers_everything().await;
        // A double click: both requests run at the same time.
        let (first, second) = tokio::join!(resident.sends(), resident.sends());
        let numbers: Vec<_> = [first, second].into_iter().filter_map(Result::ok).map(|r| r.number).collect();
        // The back button, later.
        let again = resident.sends().await.unwrap().number;
        assert!(!numbers.is_empty() && numbers.iter().all(|n| *n == again));
        assert_eq!(count(&world, "SELECT COUNT(*) FROM zaak").await, 1);
        assert_eq!(count(&world, "SELECT COUNT(*) FROM status").await, 1);
        assert_eq!(count(&world, "SELECT COUNT(*) FROM journal_line WHERE action = 'zaak-ontvangen'").await, 1);
    }
}

#[tokio::test]
async fn another_browser_finds_nothing() {
    for world in worlds(&MIGRATIONS).await {
        published(&world).await;
        let resident = resident(&world).await;
        resident.answers_everything().await;
        let thief = Resident {
            browser: Browser::new(world.access.keys()),
            draft: resident.draft,
            access: world.access.clone(),
            organisatie: resident.organisatie.clone(),
        };
        assert!(matches!(thief.sends().await, Err(Error::NotFound)));
        resident.sends().await.unwrap();
        assert!(matches!(thief.sends().await, Err(Error::NotFound)));
        // Who holds another thing doesn't see this one, and neither does a worker of another organisation.
        let id = Id::from(resident.draft);
        let utrecht = CATALOGUE.hosted_with_code("gm0344").unwrap().oin.clone();
        for actor in [Actor::holder(Uuid::now_v7()), Actor::anonymous(), Actor::worker("balie", &[Role::Behandelaar])] {
            let look = world
                .access
                .write(context(actor, &utrecht), move |op| Box::pin(async move { cases::look(op, id).await.map(drop) }));
            assert!(matches!(look.await, Err(Error::NotFound)));
        }
    }
}

#[tokio::test]
async fn what_lacks_is_named_and_nothing_is_made() {
    for world in worlds(&MIGRATIONS).await {
        published(&world).await;
        let resident = resident(&world).await;
        resident.answers(&[("gevaar", "nee"), ("omschrijving", " "), ("postcode", "0000 AA")]).await;
        let Err(Error::Invalid(faults)) = resident.sends().await else { panic!("it was sent") };
        let faults: Vec<_> = faults.iter().map(|f| (f.field.as_str(), f.fault)).collect();
        assert_eq!(faults, [("soort", "fault-choose"), ("omschrijving", "fault-empty"), ("postcode", "fault-postcode")]);
        assert_eq!(count(&world, "SELECT COUNT(*) FROM zaak").await, 0);
    }
}

#[tokio::test]
async fn a_place_that_was_pointed_out_on_the_map_needs_its_municipality_and_comes_back() {
    for world in worlds(&MIGRATIONS).await {
        published(&world).await;
        let resident = resident(&world).await;
        let what = [("gevaar", "nee"), ("soort", "afval"), ("omschrijving", "Er ligt afval.")];
        resident.answers(&what).await;
        for (punt, gemeente, straat, wrong) in [
            ("52.15612, 5.38781", "", "", ("gemeente", "fault-gemeente-needed")),
            ("48.85837, 2.29448", "Amersfoort", "", ("punt", "fault-punt")),
            ("52.15612, 5.38781 ", "Amersfoort", "Stationsweg", ("punt", "fault-punt")),
        ] {
            resident.answers(&[("punt", punt), ("gemeente", gemeente), ("straat", straat)]).await;
            let Err(Error::Invalid(faults)) = resident.sends().await else { panic!("it was sent") };
            assert_eq!(faults.iter().map(|f| (f.field.as_str(), f.fault)).collect::<Vec<_>>(), [wrong], "{punt}");
        }
        // A whole postcode is not needed: the point tells where it is.
        resident.answers(&[("punt", "52.15612, 5.38781"), ("gemeente", ""), ("straat", ""), ("postcode", "3811")]).await;
        let receipt = resident.sends().await.unwrap();
        let copy: Vec<_> = receipt.copy.rows.iter().map(|r| r.answer.as_str()).collect();
        assert!(copy.contains(&"3811, Amersfoort\nop de kaart: 52.15612, 5.38781"), "{copy:?}");
    }
}

#[tokio::test]
async fn she_follows_it_adds_rates_and_withdraws_and_then_it_is_over() {
    for world in worlds(&MIGRATIONS).await {
        published(&world).await;
        let resident = resident(&world).await;
        resident.answers_everything().await;
        let code = resident.sends().await.unwrap().code().unwrap();
        let find = world.access.read(context(Actor::anonymous(), &resident.organisatie), move |op| {
            let code = code.clone();
            Box::pin(async move { cases::find_by_code(op, &code).await })
        });
        assert_eq!(find.await.unwrap().0.uuid(), resident.draft);
        let text = Prose::parse("Het ligt er nog.", 100).unwrap();
        resident
            .with_code(move |op, id| {
                let text = text.clone();
                Box::pin(async move { cases::add_bericht(op, id, &text).await })
            })
            .await
            .unwrap();
        resident.with_code(|op, id| Box::pin(cases::rate(op, id, Oordeel::Makkelijk))).await.unwrap();
        resident.with_code(|op, id| Box::pin(cases::withdraw(op, id))).await.unwrap();
        let view = resident.with_code(|op, id| Box::pin(cases::look(op, id))).await.unwrap();
        assert_eq!(view.resultaat.as_deref(), Some("Ingetrokken"));
        assert_eq!(view.berichten[0].tekst, "Het ligt er nog.");
        assert_eq!(view.oordeel, Some(Oordeel::Makkelijk));
        assert_eq!(view.zaak.uiterlijke_einddatum_afdoening, None, "the law gives a melding no date");
        let again = resident.with_code(|op, id| Box::pin(cases::withdraw(op, id))).await;
        assert!(matches!(again, Err(Error::Refused(r)) if r.0 == "refused-zaak-closed"));
        // Kept for five years after it ended.
        assert_eq!(count(&world, "SELECT COUNT(*) FROM zaak WHERE archiefactiedatum = '2031-11-23'").await, 1);
        let zaak = Id::from(resident.draft);
        let destroy = || {
            let machine = context(Actor::machine("sweeper"), &resident.organisatie);
            world.access.write(machine, move |op| Box::pin(intake::destroy(op, zaak)))
        };
        world.clock.set("2031-11-22T12:00:00Z".parse().unwrap());
        assert!(matches!(destroy().await, Err(Error::NotFound)));
        world.clock.set("2031-11-23T12:00:00Z".parse().unwrap());
        destroy().await.unwrap();
        for table in ["SELECT COUNT(*) FROM zaak", "SELECT COUNT(*) FROM submission", "SELECT COUNT(*) FROM data_key"] {
            assert_eq!(count(&world, table).await, 0, "{table}");
        }
        // The journal still proves itself.
        while access::seal_once(world.access.db(), world.access.keys(), world.clock.now()).await.unwrap() > 0 {}
        assert_eq!(access::check_journal(world.access.db(), world.access.keys(), vec![]).await.unwrap().1, vec![]);
    }
}

/// What the virus scanner says, of a photo of a draft or one that was sent.
async fn scanner_says(world: &World, of: &Oin, (waiting, sent): (&Arc<Waiting>, bool), verdict: Verdict) -> access::Result<()> {
    let waiting = waiting.clone();
    let work = world.access.write(context(Actor::machine("scanner"), of), move |op| {
        let waiting = waiting.clone();
        Box::pin(async move {
            match sent {
                true => intake::document_scanned(op, &waiting, verdict, "https://loket.example").await,
                false => intake::file_scanned(op, &waiting, verdict).await,
            }
        })
    });
    work.await
}

#[tokio::test]
async fn a_photo_that_waits_for_the_scanner_is_handed_out_to_nobody() {
    for world in worlds(&MIGRATIONS).await {
        published(&world).await;
        let resident = resident(&world).await;
        resident.answers_everything().await;
        let (mine, other) = (resident.organisatie.clone(), CATALOGUE.hosted_with_code("gm0344").unwrap().oin.clone());
        let machine = |of: &Oin| context(Actor::machine("scanner"), of);
        for titel in ["Foto 1", "Foto 2", "Foto 3"] {
            resident.adds_waiting_photo(titel).await;
        }
        // One is found infected while she fills in.
        let drafts = world.access.read(machine(&mine), |op| Box::pin(intake::waiting(op))).await.unwrap();
        let drafts: Vec<_> = drafts.into_iter().map(Arc::new).collect();
        assert_eq!(drafts.len(), 3);
        scanner_says(&world, &mine, (&drafts[2], false), Verdict::Infected).await.unwrap();
        let receipt = resident.sends().await.unwrap();
        assert_eq!(receipt.copy.files, ["Foto 1", "Foto 2"]);
        // A verdict that comes just after sending finds nothing in the draft, and the photo waits on in the zaak.
        let late = scanner_says(&world, &mine, (&drafts[0], false), Verdict::Infected).await;
        assert!(matches!(late, Err(Error::NotFound)));
        assert!(world.access.read(machine(&other), |op| Box::pin(cases::waiting(op))).await.unwrap().is_empty());
        let sent = world.access.read(machine(&mine), |op| Box::pin(cases::waiting(op))).await.unwrap();
        let sent: Vec<_> = sent.into_iter().map(Arc::new).collect();
        assert_eq!(sent.iter().map(|w| w.document.titel.as_str()).collect::<Vec<_>>(), ["Foto 1", "Foto 2"]);
        let photo = |at: usize| {
            let document = sent[at].document.id;
            resident.with_code(move |op, id| Box::pin(async move { cases::document(op, id, document).await.map(|(d, _)| d) }))
        };
        assert!(matches!(photo(0).await, Err(Error::Refused(r)) if r.0 == "refused-document-waits"));
        assert_eq!(count(&world, "SELECT COUNT(*) FROM journal_line WHERE action = 'document-gelezen'").await, 0);
        // Only for the organisation whose zaak it is.
        let stranger = scanner_says(&world, &other, (&sent[0], true), Verdict::Clean).await;
        assert!(matches!(stranger, Err(Error::NotFound)));
        scanner_says(&world, &mine, (&sent[0], true), Verdict::Away).await.unwrap();
        assert!(matches!(photo(0).await, Err(Error::Refused(_))));
        scanner_says(&world, &mine, (&sent[0], true), Verdict::Clean).await.unwrap();
        assert_eq!(photo(0).await.unwrap().bestand, "a-file");
        // Two workers at once: the person is told once.
        let infected = || scanner_says(&world, &mine, (&sent[1], true), Verdict::Infected);
        let (one, two) = tokio::join!(infected(), infected());
        assert_eq!([one, two].iter().filter(|r| matches!(r, Err(Error::NotFound))).count(), 1);
        assert!(matches!(photo(1).await, Err(Error::Refused(r)) if r.0 == "refused-document-infected"));
        let view = resident.with_code(|op, id| Box::pin(cases::look(op, id))).await.unwrap();
        assert_eq!(view.berichten.len(), 1);
        assert!(view.berichten[0].tekst.starts_with("Foto 2 kunnen wij niet gebruiken"), "{}", view.berichten[0].tekst);
        assert_eq!((view.documents[1].status, view.documents[1].bestand.as_str()), (DocumentStatus::Gearchiveerd, ""));
        assert_eq!(count(&world, "SELECT COUNT(*) FROM journal_line WHERE action = 'document-besmet'").await, 1);
    }
}

#[tokio::test]
async fn a_draft_that_nobody_touches_for_a_day_opens_no_more_and_a_day_later_is_destroyed_with_its_key() {
    for world in worlds(&MIGRATIONS).await {
        published(&world).await;
        let resident = resident(&world).await;
        world.clock.set(world.clock.now() + 25.hours());
        assert!(matches!(resident.sends().await, Err(Error::NotFound)));
        let sweep =
            || world.access.write(context(Actor::machine("sweeper"), &resident.organisatie), |op| Box::pin(intake::sweep(op)));
        assert_eq!(sweep().await.unwrap(), 0, "a clock that is a day ahead destroys nothing");
        world.clock.set(world.clock.now() + 24.hours());
        assert_eq!(sweep().await.unwrap(), 1);
        assert_eq!(count(&world, "SELECT COUNT(*) FROM data_key").await, 0);
    }
}

#[tokio::test]
async fn by_its_words_a_form_is_finished_on_another_device_and_followed_with_the_same_words() {
    for world in worlds(&MIGRATIONS).await {
        published(&world).await;
        let at_home = resident(&world).await;
        at_home.answers_everything().await;
        let code = at_home.keeps().await;
        assert_eq!(at_home.keeps().await, code, "asked again they are the same");
        // Kept, it outlives the day on which it is thrown away otherwise.
        world.clock.set(world.clock.now() + 72.hours());
        let sweep =
            world.access.write(context(Actor::machine("sweeper"), &at_home.organisatie), |op| Box::pin(intake::sweep(op)));
        assert_eq!(sweep.await.unwrap(), 0);
        let unknown = FollowCode::new(world.access.keys());
        let holder = || Actor::holder(at_home.draft);
        assert!(matches!(at_home.resumes(&unknown, holder()).await.map(drop), Err(Error::NotFound)));
        for other in [Actor::anonymous(), Actor::holder(Uuid::now_v7()), Actor::worker("balie", &[Role::Behandelaar])] {
            assert!(at_home.resumes(&code, other).await.is_err());
        }
        let on_the_train = at_home.resumes(&code, holder()).await.unwrap();
        assert!(matches!(at_home.sends().await, Err(Error::NotFound)), "where it was begun it opens no more");
        let receipt = on_the_train.sends().await.unwrap();
        assert_eq!(receipt.code().unwrap(), code);
        assert!(matches!(at_home.resumes(&code, holder()).await.map(drop), Err(Error::NotFound)), "it was sent");
        let found = on_the_train.with_code(move |op, _| {
            let code = code.clone();
            Box::pin(async move { cases::find_by_code(op, &code).await })
        });
        assert_eq!(found.await.unwrap().0.uuid(), on_the_train.draft);
    }
}

#[tokio::test]
async fn a_kept_form_is_thrown_away_after_thirty_days() {
    for world in worlds(&MIGRATIONS).await {
        published(&world).await;
        let resident = resident(&world).await;
        let code = resident.keeps().await;
        world.clock.set(world.clock.now() + (intake::KEPT_DRAFT_HOURS + 1).hours());
        assert!(matches!(resident.resumes(&code, Actor::holder(resident.draft)).await.map(drop), Err(Error::NotFound)));
        world.clock.set(world.clock.now() + 24.hours());
        let sweep =
            world.access.write(context(Actor::machine("sweeper"), &resident.organisatie), |op| Box::pin(intake::sweep(op)));
        assert_eq!(sweep.await.unwrap(), 1);
        assert_eq!(count(&world, "SELECT COUNT(*) FROM data_key").await, 0);
    }
}

#[tokio::test]
async fn nothing_she_wrote_stands_readable_in_the_database() {
    for world in worlds(&MIGRATIONS).await {
        published(&world).await;
        let resident = resident(&world).await;
        resident.answers_everything().await;
        resident.sends().await.unwrap();
        if let store::Settings::Sqlite { file, .. } = &world.settings {
            for end in ["", "-wal"] {
                let bytes = std::fs::read(format!("{}{end}", file.display())).unwrap();
                for secret in ["afval naast", "111222333", "resident@example", "3811 CJ"] {
                    assert!(!bytes.windows(secret.len()).any(|w| w == secret.as_bytes()), "{secret} in the file{end}");
                }
            }
        }
    }
}

#[tokio::test]
async fn a_form_is_begun_by_the_public_and_not_by_who_works_there() {
    for world in worlds(&MIGRATIONS).await {
        let organisatie = CATALOGUE.hosted_with_code("gm0307").unwrap().oin.clone();
        let work = world.access.write(context(Actor::worker("emre", &[Role::Kcc]), &organisatie), move |op| {
            Box::pin(async move {
                let new = NewDraft { id: Uuid::now_v7(), answers: Answers::default(), known: Known::default() };
                intake::begin(op, CATALOGUE.service(SERVICE).unwrap(), &Browser::new(op.keys()), &new).await
            })
        });
        assert!(matches!(work.await, Err(Error::NotAllowed)));
    }
}
