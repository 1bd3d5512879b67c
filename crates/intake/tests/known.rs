//! Nobody types what a register holds: for every official test person, every company and branch, and every service for which one
//! signs in.
#![allow(clippy::unwrap_used, clippy::panic)]
use access::{Actor, Assurance, Party, Refusal};
use catalogue::{Catalogue, HELD, Middel, Question, QuestionKind, ServiceDefinition, Soort};
use intake::{Answers, Asking, Facts, Known, competent, prefill};
use registers::{Doelen, Registers};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use values::{Bsn, KvkNummer, Vestigingsnummer};

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| [access::MIGRATIONS, registers::MIGRATIONS].concat());
static CATALOGUE: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Catalogue::load(&root().join("reference"), &root().join("services")).unwrap()));

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The persons who have a number.
fn persons() -> Vec<(Bsn, Value)> {
    let text = std::fs::read_to_string(root().join("crates/simulators/data/personen.jsonl")).unwrap();
    let all = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    all.filter_map(|row| Some((Bsn::parse(row["burgerservicenummer"].as_str()?).unwrap(), row))).collect()
}

fn resident(bsn: &Bsn) -> Actor {
    Actor::person(bsn.clone(), Assurance::Low)
}

/// The numbers of all companies that the simulated register serves or finds, and of all branches with the company each is of.
fn companies() -> (BTreeSet<String>, BTreeMap<String, String>) {
    let (mut companies, mut branches) = (BTreeSet::new(), BTreeMap::new());
    for file in ["kvk-basisprofielen", "kvk-vestigingsprofielen", "kvk-zoekresultaten"] {
        let text = std::fs::read_to_string(root().join(format!("crates/simulators/data/{file}.jsonl"))).unwrap();
        for row in text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()) {
            let number = |field: &str| row[field].as_str().map(str::to_owned);
            let kvk = number("kvkNummer").unwrap();
            branches.extend(number("vestigingsnummer").map(|branch| (branch, kvk.clone())));
            companies.insert(kvk);
        }
    }
    (companies, branches)
}

/// The services for which one signs in this way.
fn signed_in_by(middel: Middel) -> impl Iterator<Item = &'static ServiceDefinition> {
    let of = move |s: &&ServiceDefinition| s.inloggen.as_ref().is_some_and(|i| i.middelen.contains(&middel));
    CATALOGUE.services().iter().filter(of)
}

/// What a service learns of each person and company, asked of the simulated registers.
struct Asked {
    world: World,
    registers: Registers,
    doelen: Doelen,
    _running: simulators::Running,
}

impl Asked {
    async fn start() -> Self {
        let world = worlds(&MIGRATIONS).await.remove(0);
        let settings = simulators::Settings { clock: world.clock.clone(), ..simulators::Settings::default() };
        let running = simulators::start(settings).await.unwrap();
        let brp = serde_json::json!({ "url": format!("{}/haalcentraal/api/brp", running.url()), "api_key": "voorbeeld" });
        let bri = serde_json::json!({ "url": running.url(), "api_key": "voorbeeld" });
        let kvk = serde_json::json!({ "url": format!("{}/api", running.url()), "api_key": "voorbeeld" });
        let all = serde_json::json!({ "brp": brp, "bri": bri, "kvk": kvk });
        let registers = Registers::open(&serde_json::from_value(all).unwrap()).unwrap();
        let doelen = Doelen::load(&root().join("policies/doelen.toml")).unwrap();
        Self { world, registers, doelen, _running: running }
    }

    async fn of(&self, service: &ServiceDefinition, who: Actor) -> Result<Known, Refusal> {
        let context = self.world.context(who, 1);
        let doel = self.doelen.get(&service.inloggen.as_ref().unwrap().doel).unwrap();
        let asking = Asking { registers: &self.registers, access: &self.world.access, context: &context, doel };
        prefill(asking, service, &CATALOGUE).await
    }
}

/// The questions that are filled from a register and have no value: what this person or company must type.
fn to_type<'a>(service: &'a ServiceDefinition, known: &Known) -> Vec<&'a Question> {
    let from_register = |kind| matches!(kind, QuestionKind::Known | QuestionKind::People);
    let empty = |concept: &str| known.value(concept).is_none_or(|value| value.nl.trim().is_empty() && value.items.is_empty());
    service.questions().filter(|q| from_register(q.kind) && empty(&q.concept)).collect()
}

/// Does the register itself have nothing to fill this question with? Of three persons it does not know where they live, of two the
/// street is a dot, one has no name at all, and of some it has no birth.
fn holds_nothing(row: &Value, question: &Question) -> bool {
    let place = &row["verblijfplaats"];
    let nowhere = place["type"] == "VerblijfplaatsOnbekend" || place["verblijfadres"]["korteStraatnaam"] == ".";
    match question.concept.rsplit_once('.').map(|(_, what)| what) {
        Some("adres") => nowhere,
        Some("geboortedatum") => row["geboorte"]["datum"].is_null(),
        Some("naam") => row["naam"]["geslachtsnaam"].is_null() && row["naam"]["voornamen"].is_null(),
        _ => false,
    }
}

/// How it goes for this person: why she is refused, or what she must type.
async fn outcome(asked: &Asked, service: &ServiceDefinition, (bsn, row): &(Bsn, Value)) -> String {
    let known = match asked.of(service, resident(bsn)).await {
        Err(Refusal(why)) => return why.to_owned(),
        Ok(known) => known,
    };
    // Who lives where nobody helps with it goes straight to the other counter: then no register is asked for her income.
    let home = known.value("persoon.gemeente").map(|gemeente| gemeente.code.clone());
    if service.soort == Soort::Overdracht && home.is_some_and(|code| service.overlay(&code).is_none()) {
        return "is led to the other counter".into();
    }
    let typed = to_type(service, &known);
    for question in &typed {
        assert!(
            holds_nothing(row, question),
            "{}, {}: person {} types {}",
            service.name,
            row["verblijfplaats"],
            row["aNummer"],
            question.id
        );
    }
    if typed.is_empty() { "types nothing".into() } else { "types what nobody knows".into() }
}

#[tokio::test]
async fn nobody_types_what_the_register_holds() {
    let (asked, persons) = (Asked::start().await, persons());
    assert_eq!(persons.len(), 680, "two of the 682 have no number: nobody signs in as them");
    let mut told = BTreeMap::new();
    for service in signed_in_by(Middel::Digid) {
        let mut outcomes: BTreeMap<String, usize> = BTreeMap::new();
        for person in &persons {
            *outcomes.entry(outcome(&asked, service, person).await).or_default() += 1;
        }
        assert_eq!(outcomes.values().sum::<usize>(), 680);
        let led = outcomes.get("is led to the other counter").copied().unwrap_or_default();
        assert!(outcomes["types nothing"] + led > 500, "{}: {outcomes:?}", service.name);
        told.insert(service.name.clone(), outcomes);
    }
    let lives_here = told["zorgtoeslag"]["types nothing"];
    assert!(lives_here > 50, "{lives_here}: in the three municipalities that help with zorgtoeslag");
    let of = |outcome: &str| told["verhuismelding"].get(outcome).copied().unwrap_or_default();
    let all = [
        "types nothing",
        "types what nobody knows",
        "refused-too-young",
        "refused-emigrated",
        "refused-deceased",
        "refused-curator",
    ];
    assert_eq!(all.map(of), [527, 3, 41, 76, 20, 13], "on 23 November 2026");
    assert_eq!(told.len(), 7, "680 persons at each of: {:?}", told.keys());
}

#[tokio::test]
async fn no_company_types_what_the_register_holds() {
    let (asked, (companies, branches)) = (Asked::start().await, companies());
    assert_eq!((companies.len(), branches.len()), (7, 7));
    // Of one company, and of one branch of another, the register gives a line in the results of a search and nothing else.
    let (no_profile, no_branch) = ("90001354", "000038509520");
    let mut told: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for service in signed_in_by(Middel::Eherkenning) {
        for company in &companies {
            let kvk = KvkNummer::parse(company).unwrap();
            let whole = Actor::representative("j-bock", Party::Company(kvk.clone()), Assurance::Substantial);
            let all = std::iter::once((whole, company != no_profile)).chain(branches.iter().map(|(branch, of)| {
                let parts = (kvk.clone(), Vestigingsnummer::parse(branch).unwrap());
                let is_its_own = of == company && company != no_profile && branch != no_branch;
                (Actor::at_branch("j-bock", parts, Assurance::Substantial), is_its_own)
            }));
            for (who, is_served) in all {
                let known = asked.of(service, who.clone()).await;
                let Ok(known) = known.map_err(|Refusal(why)| assert_eq!((why, is_served), ("refused-not-in-kvk", false))) else {
                    told.entry(service.name.clone()).or_default()[2] += 1;
                    continue;
                };
                assert!(is_served, "{}: {company} at {:?}", service.name, who.vestiging());
                let typed: Vec<_> = to_type(service, &known).into_iter().map(|question| &question.id).collect();
                assert_eq!(typed, [""; 0], "{}: {company} at {:?}", service.name, who.vestiging());
                told.entry(service.name.clone()).or_default()[usize::from(who.vestiging().is_some())] += 1;
            }
        }
    }
    // Who acts for a branch that is no branch of the company is told so.
    let each = ["evenementenvergunning", "horecabedrijf-exploitatievergunning", "kleine-landschapselementensubsidie"];
    assert_eq!(
        told,
        each.map(|service| (service.to_owned(), [6, 5, 45])).into_iter().collect(),
        "7 companies × (1 + 7 branches)"
    );
}

#[tokio::test]
async fn what_the_check_of_services_takes_for_held_is_what_registers_fill_in() {
    let asked = Asked::start().await;
    let kvk = KvkNummer::parse("99990010").unwrap();
    let company = Actor::representative("j-bock", Party::Company(kvk), Assurance::Substantial);
    let mut filled = BTreeSet::new();
    for (middel, who) in [(Middel::Digid, resident(&Bsn::parse("999993653").unwrap())), (Middel::Eherkenning, company)] {
        for service in signed_in_by(middel) {
            filled.extend(asked.of(service, who.clone()).await.unwrap().values.into_keys());
        }
    }
    assert_eq!(filled, HELD.map(str::to_owned).into_iter().collect());
}

#[test]
fn no_other_question_asks_what_a_register_holds() {
    let (mut shown, mut others) = (BTreeSet::new(), Vec::new());
    for question in CATALOGUE.services().iter().flat_map(ServiceDefinition::questions) {
        match question.kind {
            QuestionKind::Known | QuestionKind::People => drop(shown.insert(question.concept.as_str())),
            _ => others.push(question),
        }
    }
    assert!(shown.iter().all(|concept| HELD.contains(concept)), "{shown:?}");
    let words: BTreeSet<&str> = HELD.iter().filter_map(|concept| concept.rsplit_once('.')).map(|(_, what)| what).collect();
    for question in &others {
        assert!(!HELD.contains(&question.concept.as_str()) && !words.contains(question.concept.as_str()), "{}", question.id);
        // What she reads may not ask it in other words either.
        let labels = std::iter::once(&question.label).chain(question.column.iter().map(|column| &column.label));
        for label in labels.map(|label| label.nl.to_lowercase()) {
            let asks = [
                "bsn",
                "burgerservicenummer",
                "geboren",
                "geboorte",
                "kvk",
                "rechtsvorm",
                "achternaam",
                "waar woont",
                "uw naam",
                "uw adres",
            ];
            assert!(!asks.iter().any(|word| label.contains(word)), "{}: {label}", question.id);
        }
    }
    assert!(others.len() > 80 && shown.len() >= 12, "{} and {}", others.len(), shown.len());
}

/// Why this person can't do this service here, or the municipality of today to which it leads, and whether only by postcode.
async fn leads_to(asked: &Asked, service: &str, number: &str) -> Result<(String, bool), &'static str> {
    let service = CATALOGUE.service(service).unwrap();
    let known = asked.of(service, resident(&Bsn::parse(number).unwrap())).await.map_err(|Refusal(why)| why)?;
    let (answers, calendar) = (Answers::default(), Calendar::shipped().unwrap());
    let today = asked.world.access.clock().today();
    let facts = Facts { answers: &answers, known: &known, files: &[], catalogue: &CATALOGUE, calendar: &calendar, today };
    let place = competent(service, &facts).unwrap();
    Ok((place.organisatie.naam.clone(), place.likely))
}

#[tokio::test]
async fn where_she_lives_leads_to_a_municipality_of_today_or_to_an_answer_that_is_true() {
    let asked = Asked::start().await;
    let permit = async |number: &str| leads_to(&asked, "parkeervergunning", number).await;
    assert_eq!(permit("999993653").await, Ok(("Rotterdam".into(), false)));
    assert_eq!(permit("999991632").await, Ok(("Voorne aan Zee".into(), true)), "Hellevoetsluis is part of it now");
    assert_eq!(permit("999993410").await, Err("refused-emigrated"), "who never lived here and who left are told the same");
    // Who may not do it is told for whom it is, or who does it for her.
    assert_eq!(leads_to(&asked, "verhuismelding", "999990160").await, Err("refused-curator"));
    let born = |year: i16, month: i8| {
        let day = jiff::civil::date(year, month, 1).to_string();
        let row = persons().into_iter().find(|(_, row)| {
            let alive = row["opschortingBijhouding"].is_null();
            alive && row["geboorte"]["datum"]["datum"].as_str().is_some_and(|of| of >= &day[..] && of < "2010-11-01")
        });
        row.unwrap().0.expose().to_owned()
    };
    let of_sixteen = born(2009, 1);
    assert_eq!(leads_to(&asked, "zorgtoeslag", &of_sixteen).await, Err("refused-not-adult"), "no parent does this for her");
    let mut told = BTreeMap::new();
    for (bsn, _) in persons() {
        let answer = leads_to(&asked, "parkeervergunning", bsn.expose()).await;
        *told.entry(answer.map_or_else(str::to_owned, |(_, likely)| likely.to_string())).or_insert(0) += 1;
    }
    let told = ["false", "true", "refused-gemeente-unknown", "refused-emigrated", "refused-deceased"].map(|of| told[of]);
    assert_eq!(told, [512, 69, 3, 76, 20], "the municipality by name or by postcode, or why not");
}

#[tokio::test]
async fn her_income_is_asked_only_where_somebody_helps_with_it_and_that_there_is_none_is_an_answer() {
    let (asked, service) = (Asked::start().await, CATALOGUE.service("zorgtoeslag").unwrap());
    let (mut with, mut without, mut elsewhere) = (0, 0, 0);
    for (bsn, row) in persons().iter().take(200) {
        let Ok(known) = asked.of(service, resident(bsn)).await else { continue };
        let helps = known.value("persoon.gemeente").is_some_and(|home| service.overlay(&home.code).is_some());
        let married = |partner: &Value| partner["ontbindingHuwelijkPartnerschap"].is_null();
        let partner = row["partners"].as_array().is_some_and(|all| all.iter().any(married));
        assert_eq!(known.value("persoon.partner").unwrap().code, if partner { "ja" } else { "nee" }, "{}", row["aNummer"]);
        match known.value("persoon.inkomen") {
            Some(income) if income.nl.starts_with('€') => with += usize::from(income.nl.ends_with("(over 2025)")),
            Some(none) => without += usize::from(none.nl == "Geen inkomen bekend over 2025"),
            None => elsewhere += usize::from(!helps),
        }
        assert!(!helps || known.value("persoon.inkomen").is_some());
    }
    assert!(with > 0 && without > 0 && elsewhere > 0, "{with} {without} {elsewhere}");
    let sql = "SELECT COUNT(*) FROM journal_line WHERE action = 'register-bevraagd-bri'";
    let context = asked.world.context(Actor::machine("test"), 1);
    let work = asked.world.access.read(context, move |op| Box::pin(async move { op.one(sql, &[], |r| r.get::<i64>(0)).await }));
    assert_eq!(
        work.await.unwrap(),
        i64::try_from(with + without).unwrap(),
        "each question is a line in the journal, and no other was asked"
    );
}
