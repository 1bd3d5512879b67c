//! Zorgtoeslag is prepared here and handed over to Dienst Toeslagen: nothing is applied for, nothing is decided. On both databases.
#![allow(clippy::unwrap_used, clippy::panic)]
use access::{Access, Actor, Assurance, Browser, Context, Error, Purpose, Role};
use cases::Page;
use catalogue::{Catalogue, ServiceDefinition};
use intake::{Answers, Known, KnownValue, NewDraft, Receipt, Sending};
use jiff::{Timestamp, ToSpan};
use law::zorgtoeslag::{Jaar, Ontbreekt, Uitkomst};
use registers::Doelen;
use std::{
    path::Path,
    sync::{Arc, LazyLock},
};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use uuid::Uuid;
use values::{Bsn, Clock, Id, Language, Oin};

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    [access::MIGRATIONS, registers::MIGRATIONS, cases::MIGRATIONS, letters::MIGRATIONS, intake::MIGRATIONS].concat()
});

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

static CATALOGUE: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Catalogue::load(&root().join("reference"), &root().join("services")).unwrap()));
static DOELEN: LazyLock<Doelen> = LazyLock::new(|| Doelen::load(&root().join("policies/doelen.toml")).unwrap());

fn service() -> &'static ServiceDefinition {
    CATALOGUE.service("zorgtoeslag").unwrap()
}

fn rotterdam() -> Oin {
    CATALOGUE.hosted_with_code("gm0599").unwrap().oin.clone()
}

fn context(actor: Actor) -> Context {
    Context { actor, organisation: rotterdam(), purpose: Purpose::new("test", "test"), trace: "test".into() }
}

/// What the registers say of somebody in Rotterdam: `partner` is `ja` or `nee`.
fn known(asked_at: Timestamp, partner: &str) -> Known {
    let value = |text: &str, code: &str, bron: &str| KnownValue {
        nl: text.into(),
        en: text.into(),
        code: code.into(),
        bron: bron.into(),
        ..KnownValue::default()
    };
    let values = [
        ("persoon.naam", value("Thijs van Breda", "", "brp")),
        ("persoon.geboortedatum", value("1 april 1987", "", "brp")),
        ("persoon.adres", value("Kralingse Plaslaan 108, 3061 DG Rotterdam", "", "brp")),
        ("persoon.gemeente", value("Rotterdam", "gm0599", "brp")),
        ("persoon.partner", value("S. Tapper", partner, "brp")),
        ("persoon.inkomen", value("€ 21.172 (over 2025)", "bekend", "bri")),
    ];
    let values = values.into_iter().map(|(concept, value)| (concept.to_owned(), value)).collect();
    Known { asked_at: Some(asked_at), values, unchecked: true, ..Known::default() }
}

/// The registers were away.
fn nothing_known(asked_at: Timestamp) -> Known {
    Known { asked_at: Some(asked_at), unchecked: true, ..Known::default() }
}

/// Someone who prepares her zorgtoeslag.
struct Resident {
    access: Access,
    who: Actor,
    browser: Browser,
    draft: Uuid,
}

async fn begins(world: &World, known: Known) -> Resident {
    for hosted in CATALOGUE.hosted() {
        let machine = Context { organisation: hosted.oin.clone(), ..context(Actor::machine("publisher")) };
        let publish = world
            .access
            .write(machine, move |op| Box::pin(async move { cases::publish(op, service(), hosted, "gemeente").await }));
        publish.await.unwrap();
    }
    let who = Actor::person(Bsn::parse("999995625").unwrap(), Assurance::Substantial);
    let resident =
        Resident { access: world.access.clone(), who, browser: Browser::new(world.access.keys()), draft: Uuid::now_v7() };
    let parts = Arc::new((resident.browser.clone(), NewDraft { id: resident.draft, answers: Answers::default(), known }));
    let work = world.access.write(context(resident.who.clone()), move |op| {
        let parts = parts.clone();
        Box::pin(async move { intake::begin(op, service(), &parts.0, &parts.1).await })
    });
    work.await.unwrap();
    resident
}

impl Resident {
    async fn answers(&self, pairs: &[(&str, &str)]) {
        let mut answers = Answers::default();
        pairs.iter().for_each(|(field, text)| answers.put(field, text));
        let (id, parts) = (self.draft, Arc::new((self.browser.clone(), answers)));
        let work = self.access.write(context(self.who.clone()), move |op| {
            let parts = parts.clone();
            Box::pin(async move { intake::save(op, id, &parts.0, &parts.1).await })
        });
        work.await.unwrap();
    }

    async fn sends(&self) -> access::Result<Receipt> {
        let (id, browser) = (self.draft, self.browser.clone());
        let work = self.access.write(context(self.who.clone()), move |op| {
            let browser = browser.clone();
            Box::pin(async move {
                let calendar = Calendar::shipped().unwrap();
                let with = Sending {
                    service: service(),
                    catalogue: &CATALOGUE,
                    calendar: &calendar,
                    language: Language::Nl,
                    portal: "https://loket.example",
                    doelen: &DOELEN,
                };
                intake::submit(op, id, &browser, with).await
            })
        });
        work.await
    }

    /// What is estimated for her, on the sheet.
    async fn reads_estimate(&self) -> intake::Estimate {
        self.sends().await.unwrap().handover.unwrap().estimate.unwrap()
    }
}

fn lacking(sent: access::Result<Receipt>) -> Vec<String> {
    match sent {
        Err(Error::Invalid(faults)) => faults.into_iter().map(|fault| fault.field).collect(),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it was sent"),
    }
}

async fn count(world: &World, sql: &'static str) -> i64 {
    let work = world
        .access
        .read(context(Actor::machine("test")), move |op| Box::pin(async move { op.one(sql, &[], |r| r.get(0)).await }));
    work.await.unwrap()
}

const ALONE: [(&str, &str); 3] = [("toeslagpartner", "nee"), ("verwacht-inkomen", "22.000"), ("veel-vermogen", "nee")];

#[tokio::test]
async fn who_lives_alone_takes_a_sheet_along_and_nothing_was_applied_for() {
    for world in worlds(&MIGRATIONS).await {
        let resident = begins(&world, known(world.clock.now(), "nee")).await;
        resident.answers(&ALONE).await;
        let receipt = resident.sends().await.unwrap();
        assert_eq!(
            (receipt.norm_date, &receipt.deadline, &receipt.lex_silencio),
            (None, &None, &None),
            "nothing is promised here"
        );
        let handover = receipt.handover.clone().unwrap();
        assert_eq!((handover.aan.as_str(), handover.soort_daar.as_str()), ("Dienst Toeslagen", "toeslag"));
        assert!(handover.website.starts_with("https://www.toeslagen.nl"), "{}", handover.website);
        let estimate = handover.estimate.unwrap();
        assert_eq!((estimate.jaar, estimate.aanvragen_tot.to_string()), (2026, "2027-12-31".into()));
        assert_eq!(estimate.uitkomst.per_maand(), Some(129), "the most of 2026 for who lives alone");
        let sources: Vec<_> = receipt.copy.rows.iter().map(|row| (row.answer.as_str(), row.source.as_deref().unwrap())).collect();
        assert!(sources.contains(&("Thijs van Breda", "Uit de Basisregistratie Personen, 23 november 2026.")), "{sources:?}");
        assert!(sources.contains(&("€ 21.172 (over 2025)", "Uit de Basisregistratie Inkomen, 23 november 2026.")), "{sources:?}");
        assert!(sources.contains(&("€ 22.000", "Door u ingevuld.")), "{sources:?}");
    }
}

#[tokio::test]
async fn it_is_kept_as_over_and_nobody_at_the_municipality_has_work_of_it() {
    for world in worlds(&MIGRATIONS).await {
        let resident = begins(&world, known(world.clock.now(), "nee")).await;
        resident.answers(&ALONE).await;
        let zaak = resident.sends().await.unwrap().zaak;
        assert_eq!(resident.sends().await.unwrap().zaak, zaak, "sent twice it is one sheet");
        assert_eq!(count(&world, "SELECT COUNT(*) FROM zaak").await, 1);
        let look = world
            .access
            .write(context(resident.who.clone()), move |op| Box::pin(async move { cases::look(op, Id::from(zaak)).await }));
        let view = look.await.unwrap();
        assert_eq!(view.resultaat.as_deref(), Some("Overgedragen"));
        assert!(view.zaak.einddatum.is_some() && view.stappen.iter().all(|step| step.gezet.is_some()));
        let mine = world.access.write(context(resident.who.clone()), |op| {
            Box::pin(async move { cases::mine(op, &[rotterdam()], Page { ended: true, before: None }).await })
        });
        assert_eq!(mine.await.unwrap().0[0].id.uuid(), zaak, "she finds it back");
        let desk = context(Actor::worker("behandelaar", &[Role::Behandelaar]));
        let (waiting, _) =
            world.access.write(desk, |op| Box::pin(async move { cases::work_list(op, None).await })).await.unwrap();
        assert!(waiting.is_empty());
        let neighbour = Actor::person(Bsn::parse("999994542").unwrap(), Assurance::High);
        for (actor, why) in [(neighbour, None), (resident.who.clone(), Some("refused-zaak-closed"))] {
            let again =
                world.access.write(context(actor), move |op| Box::pin(async move { cases::hand_over(op, Id::from(zaak)).await }));
            match again.await {
                Err(Error::NotFound) => assert_eq!(why, None, "of another it is not there"),
                Err(Error::Refused(refusal)) => assert_eq!(why, Some(refusal.0)),
                _ => panic!("handed over twice, or by another"),
            }
        }
        let lines = count(&world, "SELECT COUNT(*) FROM journal_line WHERE action = 'zaak-overgedragen'").await;
        assert_eq!(lines, 1, "also in the journal");
        // That she did it there only she says, and once counts.
        let neighbour = Actor::person(Bsn::parse("999994542").unwrap(), Assurance::High);
        for (actor, is_hers) in [(neighbour, false), (resident.who.clone(), true), (resident.who.clone(), true)] {
            let says = world.access.write(context(actor), move |op| Box::pin(cases::done_elsewhere(op, Id::from(zaak))));
            assert_eq!(says.await.is_ok(), is_hers);
        }
        let mine = world.access.write(context(resident.who.clone()), |op| {
            Box::pin(async move { cases::mine(op, &[rotterdam()], Page { ended: true, before: None }).await })
        });
        assert!(mine.await.unwrap().0[0].elders_gedaan);
        assert_eq!(count(&world, "SELECT COUNT(*) FROM journal_line WHERE action = 'elders-gedaan'").await, 1);
    }
}

#[tokio::test]
async fn it_is_destroyed_after_three_months() {
    for world in worlds(&MIGRATIONS).await {
        let resident = begins(&world, known(world.clock.now(), "nee")).await;
        resident.answers(&ALONE).await;
        let zaak = Id::from(resident.sends().await.unwrap().zaak);
        let destroy = || world.access.write(context(Actor::machine("sweeper")), move |op| Box::pin(intake::destroy(op, zaak)));
        assert!(matches!(destroy().await, Err(Error::NotFound)));
        world.clock.set(world.clock.now() + (24 * 93).hours());
        destroy().await.unwrap();
        assert_eq!(count(&world, "SELECT COUNT(*) FROM submission").await, 0);
    }
}

#[tokio::test]
async fn with_a_partner_of_the_register_only_the_income_of_both_is_asked() {
    for world in worlds(&MIGRATIONS).await {
        let resident = begins(&world, known(world.clock.now(), "ja")).await;
        assert_eq!(lacking(resident.sends().await), ["verwacht-inkomen", "inkomen-partner", "veel-vermogen"]);
        resident.answers(&[("verwacht-inkomen", "22.000"), ("inkomen-partner", "23.000,50"), ("veel-vermogen", "nee")]).await;
        // Together 45,000: worked by hand in `law`.
        assert_eq!(resident.reads_estimate().await.uitkomst, Uitkomst::Recht { per_jaar: 867 });
    }
}

#[tokio::test]
async fn who_lives_together_unmarried_says_so_and_who_does_not_know_gets_no_amount() {
    for world in worlds(&MIGRATIONS).await {
        let resident = begins(&world, known(world.clock.now(), "nee")).await;
        resident.answers(&ALONE).await;
        resident.answers(&[("toeslagpartner", "ja")]).await;
        assert_eq!(lacking(resident.sends().await), ["inkomen-toeslagpartner"]);
        resident.answers(&[("toeslagpartner", "weet-niet")]).await;
        assert_eq!(resident.reads_estimate().await.uitkomst, Uitkomst::Onbeslist(Ontbreekt::Partner));
    }
}

#[tokio::test]
async fn who_comes_of_age_this_year_reads_what_it_is_from_the_month_after() {
    for world in worlds(&MIGRATIONS).await {
        let now = world.clock.now();
        let born = |code: &str| {
            let mut known = known(now, "nee");
            known.values.get_mut("persoon.geboortedatum").unwrap().code = code.into();
            known
        };
        // Of who is older, or of whom the register knows no day, it is the whole year.
        for (code, vanaf) in [("2008-06-15", Some("2026-07-01")), ("1987-04-01", None), ("2008", None)] {
            let resident = begins(&world, born(code)).await;
            resident.answers(&ALONE).await;
            let estimate = resident.reads_estimate().await;
            assert_eq!(estimate.vanaf.map(|day| day.to_string()).as_deref(), vanaf, "{code}");
            assert_eq!(estimate.uitkomst.per_maand(), Some(129));
        }
        // While the register is away her own words count.
        let resident = begins(&world, nothing_known(now)).await;
        let typed =
            [("uw-naam", "Jo"), ("geboortedatum", "3 december 2008"), ("adres", "Kralingse Plaslaan 108, 3061 DG Rotterdam")];
        resident.answers(&[&typed[..], &ALONE[..]].concat()).await;
        let estimate = resident.reads_estimate().await;
        assert_eq!((estimate.jaar, estimate.vanaf.unwrap().to_string()), (2026, "2027-01-01".into()), "not yet this year");
    }
}

#[tokio::test]
async fn what_one_owns_is_asked_near_the_limit_only() {
    for world in worlds(&MIGRATIONS).await {
        let resident = begins(&world, known(world.clock.now(), "nee")).await;
        resident.answers(&ALONE).await;
        resident.answers(&[("veel-vermogen", "ja")]).await;
        assert_eq!(lacking(resident.sends().await), ["vermogen"]);
        resident.answers(&[("vermogen", "146.012")]).await;
        assert_eq!(resident.reads_estimate().await.uitkomst, Uitkomst::TeVeelVermogen { grens: 146_011 });
    }
    // The amount in the question is ours: it must lie under the limit of every year.
    let asked = service().questions().find(|question| question.id == "veel-vermogen").unwrap();
    for language in [Language::Nl, Language::En] {
        let (_, amount) = asked.label.get(language).split_once("€ ").unwrap();
        let digits: String = amount.chars().take_while(|c| *c != ' ' && *c != '?').filter(char::is_ascii_digit).collect();
        let amount: u32 = digits.parse().unwrap();
        assert!(Jaar::shipped().unwrap().iter().all(|jaar| amount < jaar.vermogen_alleen && amount > 0), "{amount}");
    }
}

#[tokio::test]
async fn while_the_registers_are_away_it_is_typed_and_looked_up_by_nobody_later() {
    for world in worlds(&MIGRATIONS).await {
        let resident = begins(&world, nothing_known(world.clock.now())).await;
        let all = ["uw-naam", "geboortedatum", "adres", "toeslagpartner", "verwacht-inkomen", "veel-vermogen"];
        assert_eq!(lacking(resident.sends().await), all);
        resident.answers(&[("uw-naam", "T. van Breda"), ("geboortedatum", "1 april 1987")]).await;
        resident.answers(&[("adres", "Kralingse Plaslaan 108, 3061 DG Rotterdam")]).await;
        resident.answers(&ALONE).await;
        let receipt = resident.sends().await.unwrap();
        assert!(
            receipt.copy.rows.iter().any(|row| row.answer == "T. van Breda" && row.source.as_deref() == Some("Door u ingevuld."))
        );
        assert_eq!(count(&world, "SELECT COUNT(*) FROM register_controle").await, 0);
    }
}

#[tokio::test]
async fn an_answer_of_december_stays_about_that_year_and_a_year_without_figures_is_no_guess() {
    for world in worlds(&MIGRATIONS).await {
        let resident = begins(&world, known("2027-01-02T09:00:00Z".parse().unwrap(), "nee")).await;
        resident.answers(&ALONE).await;
        let estimate = resident.reads_estimate().await;
        assert_eq!((estimate.jaar, estimate.uitkomst), (2027, Uitkomst::Onbeslist(Ontbreekt::Cijfers)));
        let resident = begins(&world, known("2026-12-31T22:30:00Z".parse().unwrap(), "nee")).await;
        resident.answers(&ALONE).await;
        assert_eq!(resident.reads_estimate().await.jaar, 2026);
    }
}
