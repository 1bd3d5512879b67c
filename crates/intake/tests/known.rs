//! Nobody types what a register holds: for every official test person, and every service for which one signs in.
#![allow(clippy::unwrap_used, clippy::panic)]
use access::{Actor, Assurance, Refusal};
use catalogue::{Catalogue, QuestionKind, ServiceDefinition};
use intake::{Answers, Asking, Facts, Known, check_page, prefill, shown};
use registers::{Doelen, Registers};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use values::{Bsn, Clock, Language, dutch_date};

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| [access::MIGRATIONS, registers::MIGRATIONS].concat());
static CATALOGUE: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Catalogue::load(&root().join("reference"), &root().join("services")).unwrap()));

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The persons with whose number one can sign in: who lives, or died after the register was written.
fn persons() -> Vec<(Bsn, serde_json::Value)> {
    let text = std::fs::read_to_string(root().join("crates/simulators/data/personen.jsonl")).unwrap();
    let all = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    all.filter_map(|row| Some((Bsn::parse(row["burgerservicenummer"].as_str()?).unwrap(), row))).collect()
}

/// What a service learns of each person, asked of the simulated register.
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
        let registers = Registers::open(&serde_json::from_value(serde_json::json!({ "brp": brp })).unwrap()).unwrap();
        let doelen = Doelen::load(&root().join("policies/doelen.toml")).unwrap();
        Self { world, registers, doelen, _running: running }
    }

    async fn of(&self, service: &ServiceDefinition, bsn: &Bsn) -> Result<Known, Refusal> {
        let context = self.world.context(Actor::person(bsn.clone(), Assurance::Low), 1);
        let doel = self.doelen.get(&service.inloggen.as_ref().unwrap().doel).unwrap();
        let asking = Asking { registers: &self.registers, access: &self.world.access, context: &context, doel };
        prefill(asking, service, &CATALOGUE).await
    }
}

/// The questions that are filled from the BRP and have no value: what this person must type.
fn to_type<'a>(service: &'a ServiceDefinition, known: &Known) -> Vec<&'a str> {
    let from_register = |kind| matches!(kind, QuestionKind::Known | QuestionKind::People);
    let empty = |concept: &str| known.value(concept).is_none_or(|value| value.nl.trim().is_empty() && value.items.is_empty());
    service.questions().filter(|q| from_register(q.kind) && empty(&q.concept)).map(|q| q.id.as_str()).collect()
}

#[tokio::test]
async fn nobody_types_what_the_register_holds() {
    let asked = Asked::start().await;
    let persons = persons();
    assert_eq!(persons.len(), 680, "two of the 682 have no number: nobody signs in as them");
    for service in
        CATALOGUE.services().iter().filter(|s| s.inloggen.as_ref().is_some_and(|i| asked.doelen.get(&i.doel).is_some()))
    {
        let mut outcomes: BTreeMap<String, usize> = BTreeMap::new();
        for (bsn, row) in &persons {
            let outcome = match asked.of(service, bsn).await {
                Err(Refusal(why)) => why.to_owned(),
                Ok(known) => match to_type(service, &known).as_slice() {
                    [] => "nothing".to_owned(),
                    typed => {
                        let held =
                            |field: &str| row.get(field).is_some_and(|value| !value.as_object().is_none_or(|o| o.len() < 2));
                        assert!(!(typed.contains(&"naam") && row["naam"]["geslachtsnaam"].is_string()), "{}", row["aNummer"]);
                        let unknown = row["verblijfplaats"]["type"] == "VerblijfplaatsOnbekend" || !held("verblijfplaats");
                        assert!(!typed.contains(&"huidig-adres") || unknown, "{}: {}", row["aNummer"], row["verblijfplaats"]);
                        typed.join(" and ")
                    }
                },
            };
            *outcomes.entry(outcome).or_default() += 1;
        }
        println!("{}: {outcomes:?}", service.name);
    }
}
