//! An application of who signed in, on both databases: asked only what no register holds, with the date that the law gives.
#![allow(clippy::unwrap_used, clippy::panic)]
use access::{Access, Actor, Assurance, Browser, Context, Error, Grond, Party, Purpose, Role, Vertegenwoordiging};
use cases::{DocumentStatus, Page};
use catalogue::{Catalogue, QuestionKind, ServiceDefinition};
use intake::{Answers, DraftFile, Known, KnownValue, Learned, NewDraft, Receipt, Sending, VehicleLookup};
use registers::{Controle, Doelen, Gecontroleerd, Uitkomst};
use std::{
    path::Path,
    sync::{Arc, LazyLock, Mutex},
};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use uuid::Uuid;
use values::{Bsn, Clock, Id, KvkNummer, Language, Oin, Prose, Vestigingsnummer};

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    [access::MIGRATIONS, registers::MIGRATIONS, cases::MIGRATIONS, letters::MIGRATIONS, intake::MIGRATIONS].concat()
});

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::shipped().unwrap());
static CATALOGUE: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Catalogue::load(&root().join("reference"), &root().join("services")).unwrap()));
static DOELEN: LazyLock<Doelen> = LazyLock::new(|| Doelen::load(&root().join("policies/doelen.toml")).unwrap());

const SERVICE: &str = "parkeervergunning";
const HER_PLATE: &str = "X349DU";

fn bsn(number: &str) -> Bsn {
    Bsn::parse(number).unwrap()
}

fn rotterdam() -> Oin {
    CATALOGUE.hosted_with_code("gm0599").unwrap().oin.clone()
}

fn context(actor: Actor, organisation: Oin) -> Context {
    Context { actor, organisation, purpose: Purpose::new("test", "test"), trace: "test".into() }
}

/// Someone who is signed in, at a browser of her own.
struct Resident {
    access: Access,
    who: Actor,
    browser: Browser,
    draft: Uuid,
}

/// What the BRP says of somebody in Rotterdam.
fn known() -> Known {
    let value = |text: &str, code: &str| KnownValue {
        nl: text.into(),
        en: text.into(),
        code: code.into(),
        bron: "brp".into(),
        ..KnownValue::default()
    };
    let values = [
        ("aanvrager.naam", value("Willem-Pieter Holthuizen", "")),
        ("aanvrager.adres", value("Kralingse Plaslaan 108, 3061 DG Rotterdam", "")),
        ("persoon.gemeente", value("Rotterdam", "gm0599")),
    ];
    Known { values: values.into_iter().map(|(k, v)| (k.to_owned(), v)).collect(), ..Known::default() }
}

async fn begins(world: &World, who: Actor, known: Known) -> access::Result<Resident> {
    let resident =
        Resident { access: world.access.clone(), who, browser: Browser::new(world.access.keys()), draft: Uuid::now_v7() };
    let parts = Arc::new((resident.browser.clone(), NewDraft { id: resident.draft, answers: Answers::default(), known }));
    let work = world.access.write(context(resident.who.clone(), rotterdam()), move |op| {
        let parts = parts.clone();
        Box::pin(async move { intake::begin(op, CATALOGUE.service(SERVICE).unwrap(), &parts.0, &parts.1).await })
    });
    work.await.map(|()| resident)
}

async fn signed_in(world: &World) -> Resident {
    for hosted in CATALOGUE.hosted() {
        let mine = hosted.clone();
        let work = world.access.write(context(Actor::machine("publisher"), hosted.oin.clone()), move |op| {
            let mine = mine.clone();
            Box::pin(async move { cases::publish(op, CATALOGUE.service(SERVICE).unwrap(), &mine, "gemeente").await })
        });
        work.await.unwrap();
    }
    begins(world, Actor::person(bsn("999991607"), Assurance::Low), known()).await.unwrap()
}

impl Resident {
    async fn answers(&self, pairs: &[(&str, &str)]) {
        let mut answers = Answers::default();
        pairs.iter().for_each(|(field, text)| answers.put(field, text));
        let (id, parts) = (self.draft, Arc::new((self.browser.clone(), answers)));
        let work = self.access.write(context(self.who.clone(), rotterdam()), move |op| {
            let parts = parts.clone();
            Box::pin(async move { intake::save(op, id, &parts.0, &parts.1).await })
        });
        work.await.unwrap();
    }

    /// What the RDW said of her plate.
    async fn hears_of_her_car(&self, op_naam: Option<bool>) {
        self.looks_up_her_car(VehicleLookup { asked: HER_PLATE.into(), op_naam, away: false }).await;
    }

    /// The RDW did not answer.
    async fn hears_of_her_car_later(&self) {
        self.looks_up_her_car(VehicleLookup { asked: HER_PLATE.into(), op_naam: None, away: true }).await;
    }

    async fn looks_up_her_car(&self, lookup: VehicleLookup) {
        let learned = Learned::Vehicle("kenteken".into(), lookup);
        let (id, parts) = (self.draft, Arc::new((self.browser.clone(), learned)));
        let work = self.access.write(context(self.who.clone(), rotterdam()), move |op| {
            let parts = parts.clone();
            Box::pin(async move { intake::learn(op, id, &parts.0, &parts.1).await })
        });
        work.await.unwrap();
    }

    async fn answers_everything(&self) {
        let day = [("ingangsdatum-dag", "1"), ("ingangsdatum-maand", "12"), ("ingangsdatum-jaar", "2026")];
        self.answers(&[("kenteken", "x-349-du")]).await;
        self.answers(&day).await;
    }

    async fn adds(&self, question: &str) {
        let file = DraftFile {
            id: Uuid::now_v7(),
            titel: "Verklaring 1".into(),
            formaat: "application/pdf".into(),
            bestandsomvang: 1,
            bestand: "a-file".into(),
            status: DocumentStatus::Definitief,
            question: question.into(),
            besloten: true,
        };
        let (id, parts) = (self.draft, Arc::new((self.browser.clone(), file)));
        let work = self.access.write(context(self.who.clone(), rotterdam()), move |op| {
            let parts = parts.clone();
            Box::pin(async move { intake::add_file(op, id, &parts.0, &parts.1, 2).await })
        });
        work.await.unwrap();
    }

    async fn sends(&self) -> access::Result<Receipt> {
        self.sends_as(self.who.clone()).await
    }

    async fn sends_as(&self, who: Actor) -> access::Result<Receipt> {
        self.sends_under(CATALOGUE.service(SERVICE).unwrap(), who).await
    }

    async fn sends_under(&self, service: &ServiceDefinition, who: Actor) -> access::Result<Receipt> {
        let (id, parts) = (self.draft, Arc::new((self.browser.clone(), service.clone())));
        let work = self.access.write(context(who, rotterdam()), move |op| {
            let parts = parts.clone();
            Box::pin(async move {
                let (browser, service) = &*parts;
                let calendar = Calendar::shipped().unwrap();
                let with = Sending {
                    service,
                    catalogue: &CATALOGUE,
                    calendar: &calendar,
                    language: Language::Nl,
                    portal: "https://loket.example",
                    doelen: &DOELEN,
                };
                intake::submit(op, id, browser, with).await
            })
        });
        work.await
    }
}

fn faults(sent: access::Result<Receipt>) -> Vec<(String, &'static str)> {
    match sent {
        Err(Error::Invalid(faults)) => faults.into_iter().map(|f| (f.field, f.fault)).collect(),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it was sent"),
    }
}

/// The one letter that left, as she reads it.
async fn letter(world: &World) -> String {
    struct Kept(Mutex<Vec<String>>);
    impl letters::Words for Kept {
        fn subject(&self, letter: &letters::Letter) -> String {
            letter.kind.clone()
        }
        fn body(&self, letter: &letters::Letter) -> String {
            let values: Vec<_> = letter.values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let body = texts::text_with(letter.language, &format!("{}-body", letter.kind), &values);
            self.0.lock().unwrap().push(body.clone());
            body
        }
    }
    let (sink, kept) = (testing::SmtpSink::start().await, Arc::new(Kept(Mutex::default())));
    let (host, from) = ("127.0.0.1".to_owned(), "Gemeente Voorbeeld <post@voorbeeld.nl>".to_owned());
    let smtp = letters::Smtp { host, port: sink.port(), tls: letters::Tls::None, user: None, password: None, from };
    letters::Mailer::new(world.access.clone(), &smtp, kept.clone()).unwrap().send_due().await.unwrap();
    let mut all = kept.0.lock().unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

#[tokio::test]
async fn a_car_in_her_name_needs_no_paper_and_the_law_gives_the_last_day() {
    for world in worlds(&MIGRATIONS).await {
        let resident = signed_in(&world).await;
        resident.answers_everything().await;
        resident.answers(&[("email", "resident@example.org")]).await;
        resident.hears_of_her_car(Some(true)).await;
        let receipt = resident.sends().await.unwrap();
        let letter = letter(&world).await;
        for words in [
            "U logt daar in zoals u deed toen u dit verstuurde.",
            "een belofte",
            "Uiterlijk maandag 18 januari 2027 moet er een besluit zijn (Awb artikel 4:13",
        ] {
            assert!(letter.contains(words), "{words}: {letter}");
        }
        assert!(letter.contains("/mijn/zaken/") && !letter.contains("Wie deze link heeft"), "{letter}");
        // Received on Monday 23 November 2026: eight weeks later is Monday 18 January 2027.
        assert!(receipt.kosten.as_ref().is_some_and(|cost| cost.starts_with("Voorbeeldbedrag: €")), "what it costs there");
        let (last, basis) = receipt.deadline.clone().unwrap();
        assert_eq!(last.to_string(), "2027-01-18");
        assert!(basis.contains("4:13"), "{basis}");
        let labels: Vec<_> = receipt.copy.rows.iter().map(|row| (row.label.as_str(), row.answer.as_str())).collect();
        assert!(labels.contains(&("Uw naam", "Willem-Pieter Holthuizen")), "shown, never typed: {labels:?}");
        assert!(labels.contains(&("Uw kenteken", "X349DU (staat op uw naam volgens de RDW)")), "{labels:?}");
        assert!(!labels.iter().any(|(label, _)| *label == "Verklaring"), "not asked, so not there");
    }
}

#[tokio::test]
async fn a_draft_of_an_older_form_asks_what_is_new_and_leaves_out_what_is_no_longer_asked() {
    let mut newer = CATALOGUE.service(SERVICE).unwrap().clone();
    for page in &mut newer.pages {
        page.question.retain(|question| question.id != "ingangsdatum");
    }
    let mut question = newer.questions().find(|question| question.id == "kenteken").unwrap().clone();
    (question.id, question.kind, question.required, question.max) = ("kleur".into(), QuestionKind::Line, true, Some(40));
    question.label.nl = "Welke kleur heeft uw auto?".into();
    newer.pages[0].question.push(question);
    for world in worlds(&MIGRATIONS).await {
        let resident = signed_in(&world).await;
        resident.answers_everything().await;
        resident.hears_of_her_car(Some(true)).await;
        let sends = async || resident.sends_under(&newer, resident.who.clone()).await;
        assert_eq!(faults(sends().await), [("kleur".to_owned(), "fault-empty")]);
        assert_eq!(sees(&world, &resident.who).await, (1, 0), "what she typed is still there");
        resident.answers(&[("kleur", "Rood")]).await;
        let receipt = sends().await.unwrap();
        let rows: Vec<_> = receipt.copy.rows.iter().map(|row| (row.label.as_str(), row.answer.as_str())).collect();
        assert!(rows.contains(&("Welke kleur heeft uw auto?", "Rood")), "{rows:?}");
        assert!(!rows.iter().any(|(label, _)| *label == "Vanaf welke dag wilt u parkeren?"), "{rows:?}");
    }
}

#[tokio::test]
async fn a_car_in_another_name_asks_whose_it_is_and_a_statement() {
    for world in worlds(&MIGRATIONS).await {
        let resident = signed_in(&world).await;
        resident.answers_everything().await;
        resident.hears_of_her_car(Some(false)).await;
        let lacking = faults(resident.sends().await);
        assert_eq!(lacking, [("gebruik".into(), "fault-choose"), ("verklaring".into(), "fault-document-needed")]);
        resident.answers(&[("gebruik", "lease")]).await;
        resident.adds("verklaring").await;
        let receipt = resident.sends().await.unwrap();
        assert!(receipt.copy.rows.iter().any(|row| row.label == "Verklaring" && row.answer == "Verklaring 1"));
    }
}

/// The numbers of what she has there that is not over, as the check page tells them.
async fn running(world: &World, who: &Actor) -> Vec<String> {
    let work =
        world.access.write(context(who.clone(), rotterdam()), |op| Box::pin(async move { cases::running(op, SERVICE).await }));
    work.await.unwrap()
}

#[tokio::test]
async fn what_she_sends_a_second_time_is_told_to_her_and_to_who_handles_it() {
    for world in worlds(&MIGRATIONS).await {
        let first = signed_in(&world).await;
        first.answers_everything().await;
        first.hears_of_her_car(Some(true)).await;
        assert!(running(&world, &first.who).await.is_empty());
        let number = first.sends().await.unwrap().number;
        assert_eq!(running(&world, &first.who).await, std::slice::from_ref(&number));
        let other = Actor::person(bsn("999993653"), Assurance::Low);
        assert!(running(&world, &other).await.is_empty(), "of another it is not told");
        let second = begins(&world, first.who.clone(), known()).await.unwrap();
        second.answers_everything().await;
        second.hears_of_her_car(Some(true)).await;
        second.sends().await.unwrap();
        let handler = Actor::worker("balie-3", &[Role::Behandelaar]);
        let signals = async |of: &Resident| {
            let id = Id::from(of.draft);
            let desk = context(handler.clone(), rotterdam());
            let work = world
                .access
                .write(desk, move |op| Box::pin(async move { cases::dossier(op, id, &Calendar::shipped().unwrap()).await }));
            work.await.unwrap().signalen.into_iter().map(|signaal| signaal.tekst).collect::<Vec<_>>()
        };
        assert!(signals(&first).await.is_empty());
        assert!(signals(&second).await[0].contains(&number), "{:?}", signals(&second).await);
        // The numbers that she has there tell the town it is sent on to nothing that is its concern.
        sends_on(&world, Id::from(second.draft)).await;
        let id = Id::from(second.draft);
        let there = context(handler.clone(), CATALOGUE.hosted_with_code("gm0307").unwrap().oin.clone());
        let work = world.access.write(there, move |op| Box::pin(async move { cases::dossier(op, id, &CALENDAR).await }));
        assert!(work.await.unwrap().signalen.is_empty());
    }
}

#[tokio::test]
async fn another_person_finds_neither_draft_nor_zaak_and_she_finds_it_on_every_device() {
    for world in worlds(&MIGRATIONS).await {
        let resident = signed_in(&world).await;
        resident.answers_everything().await;
        resident.hears_of_her_car(Some(true)).await;
        let neighbour = Actor::person(bsn("999994542"), Assurance::High);
        assert!(matches!(resident.sends_as(neighbour.clone()).await, Err(Error::NotFound)), "the same browser, another person");
        assert!(matches!(resident.sends_as(Actor::holder(resident.draft)).await, Err(Error::NotFound)), "signed out");
        let elsewhere = Resident { browser: Browser::new(world.access.keys()), ..signed_in(&world).await };
        let elsewhere = Resident { draft: resident.draft, ..elsewhere };
        let receipt = elsewhere.sends().await.unwrap();
        let zaak = receipt.zaak;
        for (actor, found) in [(resident.who.clone(), true), (neighbour, false), (Actor::worker("x", &[Role::Behandelaar]), true)]
        {
            let work = world.access.write(context(actor, rotterdam()), move |op| {
                Box::pin(async move { cases::look(op, Id::from(zaak)).await.map(drop) })
            });
            assert_eq!(work.await.is_ok(), found);
        }
        let mine = world.access.write(context(resident.who.clone(), rotterdam()), |op| {
            Box::pin(async move { cases::mine(op, &[rotterdam()], Page { ended: false, before: None }).await })
        });
        assert_eq!(mine.await.unwrap().0.iter().map(|line| line.id.uuid()).collect::<Vec<_>>(), [zaak]);
    }
}

fn acts_for(father: &str, dienst: &str) -> Actor {
    let of = Vertegenwoordiging {
        voor: bsn(father),
        naam: "Willem-Pieter Holthuizen".into(),
        door: "Jane Rosetta Braam".into(),
        grond: Grond::Machtiging(Uuid::nil()),
        diensten: vec![dienst.into()],
    };
    Actor::person(bsn("999990664"), Assurance::Low).on_behalf(of)
}

/// Drafts and open zaken that this actor sees.
async fn sees(world: &World, who: &Actor) -> (usize, usize) {
    let work = world.access.write(context(who.clone(), rotterdam()), |op| {
        Box::pin(async move {
            let drafts = intake::drafts(op).await?.len();
            Ok((drafts, cases::mine(op, &[rotterdam()], Page { ended: false, before: None }).await?.0.len()))
        })
    });
    work.await.unwrap()
}

#[tokio::test]
async fn what_was_begun_for_him_is_his() {
    for world in worlds(&MIGRATIONS).await {
        let himself = signed_in(&world).await.who;
        let (for_him, elsewhere) = (acts_for("999991607", SERVICE), acts_for("999991607", "verhuismelding"));
        let herself = Actor::person(bsn("999990664"), Assurance::Low);
        assert!(matches!(begins(&world, elsewhere.clone(), known()).await, Err(Error::NotAllowed)));
        let begun = begins(&world, for_him.clone(), known()).await.unwrap();
        begun.answers_everything().await;
        begun.hears_of_her_car(Some(true)).await;
        // One draft was there already, that he began himself. With authority for something else there is nothing.
        assert_eq!([sees(&world, &himself).await, sees(&world, &for_him).await], [(2, 0); 2]);
        assert_eq!([sees(&world, &elsewhere).await, sees(&world, &herself).await], [(0, 0); 2]);
        for other in [elsewhere.clone(), herself.clone()] {
            assert!(matches!(begun.sends_as(other).await, Err(Error::NotFound)));
        }
        // She was stopped midway: he sends it himself, on his own name.
        let receipt = begun.sends_as(himself.clone()).await.unwrap();
        assert!(receipt.copy.rows.iter().all(|row| row.label != "Verstuurd door"));
        let zaak = Id::from(receipt.zaak);
        for (who, finds) in [(himself, true), (for_him, true), (elsewhere, false), (herself, false)] {
            let look = world.access.write(context(who.clone(), rotterdam()), move |op| {
                Box::pin(async move { cases::look(op, zaak).await.map(drop) })
            });
            assert_eq!(look.await.is_ok(), finds);
            assert_eq!(sees(&world, &who).await.1, usize::from(finds));
        }
    }
}

#[tokio::test]
async fn what_was_begun_for_one_branch_is_finished_at_that_branch_or_for_the_company() {
    let kvk = || KvkNummer::parse("69599084").unwrap();
    let at_branch = |last: &str| {
        let branch = Vestigingsnummer::parse(&format!("00003850950{last}")).unwrap();
        Actor::at_branch("pseudonym", (kvk(), branch), Assurance::Substantial)
    };
    let whole = Actor::representative("pseudonym", Party::Company(kvk()), Assurance::Substantial);
    for world in worlds(&MIGRATIONS).await {
        signed_in(&world).await;
        let begun = begins(&world, at_branch("4"), known()).await.unwrap();
        begun.answers_everything().await;
        let sees = async |who: &Actor| sees(&world, who).await;
        assert_eq!([sees(&at_branch("4")).await, sees(&whole).await, sees(&at_branch("5")).await], [(1, 0), (1, 0), (0, 0)]);
        begins(&world, whole.clone(), known()).await.unwrap();
        assert_eq!([sees(&at_branch("4")).await, sees(&whole).await], [(1, 0), (2, 0)]);
        assert!(matches!(begun.sends_as(at_branch("5")).await, Err(Error::NotFound)));
        begun.sends_as(at_branch("4")).await.unwrap();
        assert_eq!([sees(&at_branch("4")).await, sees(&whole).await, sees(&at_branch("5")).await], [(0, 1), (1, 1), (0, 0)]);
    }
}

#[tokio::test]
async fn what_she_sends_for_him_says_so_on_the_copy_and_in_the_zaak() {
    for world in worlds(&MIGRATIONS).await {
        signed_in(&world).await;
        let begun = begins(&world, acts_for("999991607", SERVICE), known()).await.unwrap();
        begun.answers_everything().await;
        begun.hears_of_her_car(Some(true)).await;
        let receipt = begun.sends().await.unwrap();
        let rows: Vec<_> = receipt.copy.rows.iter().take(2).map(|row| (row.label.as_str(), row.answer.as_str())).collect();
        assert_eq!(
            rows,
            [("Voor wie", "Willem-Pieter Holthuizen"), ("Verstuurd door", "Jane Rosetta Braam, met een machtiging")]
        );
        let (zaak, id, browser) = (Id::from(receipt.zaak), receipt.zaak, begun.browser.clone());
        let his = world.access.write(context(Actor::person(bsn("999991607"), Assurance::Low), rotterdam()), move |op| {
            let browser = browser.clone();
            Box::pin(async move { intake::receipt(op, id, &browser).await })
        });
        assert!(receipt.code().is_none() && his.await.unwrap().code().is_none(), "no words open what asks one to sign in");
        let work = world.access.write(context(Actor::worker("noor", &[Role::Behandelaar]), rotterdam()), move |op| {
            Box::pin(cases::identify(op, zaak))
        });
        let rollen = work.await.unwrap();
        let told: Vec<_> =
            rollen.iter().map(|r| (r.identificatie.as_deref().unwrap(), r.indicatie_machtiging.as_deref().unwrap())).collect();
        assert_eq!(told, [("999991607", "machtiginggever"), ("999990664", "gemachtigde")]);
    }
}

#[tokio::test]
async fn what_lies_in_the_closed_compartment_is_not_there_for_who_works_here() {
    for world in worlds(&MIGRATIONS).await {
        let resident = signed_in(&world).await;
        resident.answers_everything().await;
        resident.hears_of_her_car(Some(false)).await;
        resident.answers(&[("gebruik", "werkgever")]).await;
        resident.adds("verklaring").await;
        let zaak = Id::from(resident.sends().await.unwrap().zaak);
        let look = world
            .access
            .write(context(resident.who.clone(), rotterdam()), move |op| Box::pin(async move { cases::look(op, zaak).await }));
        let paper = look.await.unwrap().documents[0].id;
        for (actor, opens) in [(resident.who.clone(), true), (Actor::worker("behandelaar", &[Role::Behandelaar]), false)] {
            let open = world.access.write(context(actor, rotterdam()), move |op| {
                Box::pin(async move { cases::document(op, zaak, paper).await.map(drop) })
            });
            assert_eq!(open.await.is_ok(), opens);
        }
    }
}

async fn count(world: &World, table: &'static str) -> i64 {
    let read = world.access.db().read::<i64, store::Error>(move |tx| {
        let sql = format!("SELECT COUNT(*) FROM {table}");
        Box::pin(async move { Ok(tx.row(&sql, &[], |r| r.get(0)).await?.unwrap()) })
    });
    read.await.unwrap()
}

/// Its handler sends it on to Amersfoort.
async fn sends_on(world: &World, zaak: Id<cases::Zaak>) {
    let handler = Actor::worker("lotte", &[Role::Behandelaar]);
    let work = world.access.write(context(handler, rotterdam()), move |op| {
        Box::pin(async move {
            let desk = cases::Desk { calendar: &CALENDAR, portal: "" };
            let to = (CATALOGUE.organisatie_with_code("gm0307").unwrap(), &**CATALOGUE);
            intake::send_on(op, zaak, to, &Prose::parse("U woont in Amersfoort.", 2_000).unwrap(), desk).await
        })
    });
    work.await.unwrap();
}

#[tokio::test]
async fn what_was_left_to_ask_of_a_register_goes_along_to_the_organisation_that_has_the_zaak_now() {
    for world in worlds(&MIGRATIONS).await {
        let resident = signed_in(&world).await;
        resident.answers_everything().await;
        resident.hears_of_her_car_later().await;
        let zaak = Id::from(resident.sends().await.unwrap().zaak);
        let amersfoort = CATALOGUE.hosted_with_code("gm0307").unwrap();
        sends_on(&world, zaak).await;
        let hears = |at: Oin| {
            world.access.write(context(Actor::machine("registers"), at), move |op| {
                Box::pin(async move {
                    let Some(asked) = registers::of_zaak(op, zaak.uuid()).await?.pop() else { return Ok(0) };
                    let controle = Controle { uitkomst: Uitkomst::Klopt, ..asked };
                    intake::checked(op, &Gecontroleerd { controle, verschillen: vec![], bijzonder: vec![], genoemd: vec![] }, "")
                        .await?;
                    Ok(cases::look(op, zaak).await?.berichten.len())
                })
            })
        };
        assert_eq!(hears(rotterdam()).await.unwrap(), 0, "no longer theirs to ask");
        assert_eq!(hears(amersfoort.oin.clone()).await.unwrap(), 2, "that it was sent on, and what the register said");
    }
}

#[tokio::test]
async fn of_a_zaak_that_was_destroyed_nothing_is_left_but_the_journal() {
    for world in worlds(&MIGRATIONS).await {
        let resident = signed_in(&world).await;
        resident.answers_everything().await;
        resident.answers(&[("gebruik", "lease"), ("email", "resident@example.org")]).await;
        // The RDW is away: it is to be asked later, and never is.
        resident.hears_of_her_car_later().await;
        resident.adds("verklaring").await;
        let zaak = Id::from(resident.sends().await.unwrap().zaak);
        let withdraw = world.access.write(context(resident.who.clone(), rotterdam()), move |op| {
            Box::pin(async move { cases::withdraw(op, zaak).await })
        });
        withdraw.await.unwrap();
        let left =
            ["zaak", "submission", "draft", "register_controle", "outgoing_letter", "data_key", "enkelvoudiginformatieobject"];
        for table in left {
            assert_eq!(count(&world, table).await, 1, "{table}");
        }
        // Withdrawn on Monday 23 November 2026, kept for five years.
        for (day, due) in [("2031-11-22", vec![]), ("2031-11-23", vec![zaak])] {
            world.clock.set(format!("{day}T12:00:00Z").parse().unwrap());
            let sweeper = context(Actor::machine("sweeper"), rotterdam());
            let found = world.access.read(sweeper.clone(), |op| Box::pin(cases::due_for_destruction(op, None))).await.unwrap();
            assert_eq!(found, due, "{day}");
            let destroyed = world.access.write(sweeper, move |op| Box::pin(intake::destroy(op, zaak))).await;
            assert_eq!(destroyed.is_ok(), !due.is_empty(), "{day}");
        }
        for table in left {
            assert_eq!(count(&world, table).await, 0, "{table}");
        }
        assert_eq!(count(&world, "journal_line WHERE action = 'brief-vervallen'").await, 1, "it had not left");
        while access::seal_once(world.access.db(), world.access.keys(), world.clock.now()).await.unwrap() > 0 {}
        assert!(access::check_journal(world.access.db(), world.access.keys(), vec![]).await.unwrap().1.is_empty());
    }
}

#[tokio::test]
async fn nobody_begins_it_without_signing_in() {
    for world in worlds(&MIGRATIONS).await {
        let begun = begins(&world, Actor::anonymous(), Known::default()).await;
        assert!(matches!(begun, Err(Error::NotAllowed)));
    }
}

#[tokio::test]
async fn each_organisation_that_is_shown_writes_in_its_own_journal_that_she_looked() {
    for world in worlds(&MIGRATIONS).await {
        let resident = signed_in(&world).await;
        resident.answers_everything().await;
        resident.hears_of_her_car(Some(true)).await;
        resident.sends().await.unwrap();
        let me = resident.who.clone();
        let list = world.access.write(context(me.clone(), rotterdam()), |op| {
            Box::pin(async move { cases::mine(op, &[rotterdam()], Page { ended: false, before: None }).await.map(drop) })
        });
        list.await.unwrap();
        let looks = world
            .access
            .read(context(me, rotterdam()), |op| Box::pin(async move { access::looks(op, &[rotterdam()], None, 100).await }));
        let actions: Vec<_> = looks.await.unwrap().into_iter().map(|look| look.action).collect();
        assert!(actions.contains(&"zaken-bekeken".to_owned()) && actions.contains(&"zaak-ontvangen".to_owned()), "{actions:?}");
        let other = Actor::person(bsn("999994542"), Assurance::Low);
        let none = world
            .access
            .read(context(other, rotterdam()), |op| Box::pin(async move { access::looks(op, &[rotterdam()], None, 100).await }));
        assert!(none.await.unwrap().is_empty());
    }
}
