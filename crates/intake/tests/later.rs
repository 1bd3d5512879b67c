//! Registers are away: what is typed then is compared when they are back, or looked at by who handles it; and what she says that a register
//! has wrong is told at the desk. On both databases, against the simulated registers.
#![allow(clippy::unwrap_used, clippy::panic)]
use access::{Access, Acting, Actor, Assurance, Browser, Context, Party, Purpose, Role};
use cases::{DocumentStatus, Dossier};
use catalogue::{Catalogue, Middel, Question, QuestionKind, ServiceDefinition, Soort};
use intake::{Answers, Asking, DraftFile, NewDraft, Receipt, Sending, cell, prefill};
use registers::{Doelen, Registers, recheck_once};
use serde_json::json;
use simulators::{Register, Running, Stand};
use std::{
    path::Path,
    sync::{Arc, LazyLock},
};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use uuid::Uuid;
use values::{Bsn, Id, KvkNummer, Language, Oin, Vestigingsnummer};

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    [access::MIGRATIONS, registers::MIGRATIONS, cases::MIGRATIONS, letters::MIGRATIONS, intake::MIGRATIONS].concat()
});
static CATALOGUE: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Catalogue::load(&root().join("reference"), &root().join("services")).unwrap()));
static DOELEN: LazyLock<Doelen> = LazyLock::new(|| Doelen::load(&root().join("policies/doelen.toml")).unwrap());
static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::shipped().unwrap());

/// Born on 1 December 1985, lives at Boterdiep 31, 3077 AW Rotterdam.
const SUZANNE: &str = "999993653";
const CAFE: &str = "99990010";

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn service(name: &str) -> &'static ServiceDefinition {
    CATALOGUE.service(name).unwrap()
}

fn resident(bsn: &str) -> Actor {
    Actor::person(Bsn::parse(bsn).unwrap(), Assurance::Substantial)
}

fn company(kvk: &str) -> Actor {
    Actor::representative("s-tapper", Party::Company(KvkNummer::parse(kvk).unwrap()), Assurance::Substantial)
}

fn context(actor: Actor, organisation: Oin) -> Context {
    Context { actor, organisation, purpose: Purpose::new("test", "test"), trace: "test".into() }
}

/// The registers and one database.
struct Scene {
    world: World,
    running: Running,
}

async fn scenes() -> Vec<Scene> {
    let mut scenes = vec![];
    for world in worlds(&MIGRATIONS).await {
        let settings = simulators::Settings { clock: world.clock.clone(), ..simulators::Settings::default() };
        let running = simulators::start(settings).await.unwrap();
        scenes.push(Scene { world, running });
    }
    scenes
}

/// Someone who fills in a form.
struct Filling<'a> {
    scene: &'a Scene,
    service: &'static ServiceDefinition,
    who: Actor,
    at: Oin,
    draft: Uuid,
    browser: Browser,
}

impl Scene {
    fn access(&self) -> &Access {
        &self.world.access
    }

    /// The ways to the registers, with breakers that saw nothing yet.
    fn registers(&self) -> Registers {
        let at = |path: &str| json!({ "url": format!("{}{path}", self.running.url()), "api_key": "voorbeeld" });
        let all = json!({ "brp": at("/haalcentraal/api/brp"), "kvk": at("/api"), "bag": at("/lvbag/individuelebevragingen/v2") });
        Registers::open(&serde_json::from_value(all).unwrap()).unwrap()
    }

    fn away(&self, away: bool) {
        let stand = if away { Stand::Uit } else { Stand::Aan };
        [Register::Brp, Register::Kvk].into_iter().for_each(|register| self.running.turn(register, stand));
    }

    /// Begins a form, with what the registers say now.
    async fn begins(&self, name: &str, who: Actor) -> Filling<'_> {
        let service = service(name);
        let code = if service.overlay("gm0599").is_some() { "gm0599" } else { service.offered_by().next().unwrap() };
        let hosted = CATALOGUE.hosted_with_code(code).unwrap();
        let publish = self.access().write(context(Actor::machine("publisher"), hosted.oin.clone()), move |op| {
            Box::pin(async move { cases::publish(op, service, hosted, "gemeente").await })
        });
        publish.await.unwrap();
        let doel = DOELEN.get(&service.inloggen.as_ref().unwrap().doel).unwrap();
        let asks = context(who.clone(), hosted.oin.clone());
        let registers = self.registers();
        let asking = Asking { registers: &registers, access: self.access(), context: &asks, doel };
        let known = prefill(asking, service, &CATALOGUE).await.unwrap();
        let (draft, browser) = (Uuid::now_v7(), Browser::new(self.access().keys()));
        let parts = Arc::new((browser.clone(), NewDraft { id: draft, answers: Answers::default(), known }));
        let work = self.access().write(asks, move |op| {
            let parts = parts.clone();
            Box::pin(async move { intake::begin(op, service, &parts.0, &parts.1).await })
        });
        work.await.unwrap();
        let filling = Filling { scene: self, service, who, at: hosted.oin.clone(), draft, browser };
        filling.answers_what_no_register_holds(code).await;
        filling
    }

    /// How often somebody reads in her own list that another named her.
    async fn reads_that_she_was_named(&self, bsn: &str) -> usize {
        let here = CATALOGUE.hosted_with_code("gm0599").unwrap().oin.clone();
        let work = self.access().read(context(resident(bsn), here.clone()), move |op| {
            let here = [here.clone()];
            Box::pin(async move { access::looks(op, &here, None, 50).await })
        });
        work.await.unwrap().iter().filter(|look| look.action == "genoemd-in-zaak").count()
    }

    /// The registers are back: what waits is asked, and each zaak is told.
    async fn registers_return(&self) {
        self.away(false);
        for known in recheck_once(&self.registers(), self.access(), &DOELEN).await.unwrap() {
            let at = known.controle.organisatie.clone();
            let known = Arc::new(known);
            let work = self.access().write(context(Actor::machine("registers"), at), move |op| {
                let known = known.clone();
                Box::pin(async move { intake::checked(op, &known, "").await })
            });
            work.await.unwrap();
        }
    }
}

impl Filling<'_> {
    async fn answers(&self, pairs: &[(String, String)]) {
        let mut answers = Answers::default();
        pairs.iter().for_each(|(field, text)| answers.put(field, text));
        let (id, parts) = (self.draft, Arc::new((self.browser.clone(), answers)));
        let work = self.scene.access().write(context(self.who.clone(), self.at.clone()), move |op| {
            let parts = parts.clone();
            Box::pin(async move { intake::save(op, id, &parts.0, &parts.1).await })
        });
        work.await.unwrap();
    }

    async fn types(&self, pairs: &[(&str, &str)]) {
        let owned: Vec<_> = pairs.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect();
        self.answers(&owned).await;
    }

    async fn answers_what_no_register_holds(&self, code: &str) {
        for question in self.service.questions() {
            self.answers(&answer(question, code)).await;
            if question.kind == QuestionKind::Document {
                self.adds(question).await;
            }
        }
    }

    async fn adds(&self, question: &Question) {
        let file = DraftFile {
            id: Uuid::now_v7(),
            titel: "Stuk".into(),
            formaat: "application/pdf".into(),
            bestandsomvang: 1,
            bestand: "a-file".into(),
            status: DocumentStatus::Definitief,
            question: question.id.clone(),
            besloten: question.besloten,
        };
        let (id, parts) = (self.draft, Arc::new((self.browser.clone(), file)));
        let work = self.scene.access().write(context(self.who.clone(), self.at.clone()), move |op| {
            let parts = parts.clone();
            Box::pin(async move { intake::add_file(op, id, &parts.0, &parts.1, 2).await })
        });
        work.await.unwrap();
    }

    async fn sends(&self) -> Receipt {
        let (id, service, browser) = (self.draft, self.service, self.browser.clone());
        let work = self.scene.access().write(context(self.who.clone(), self.at.clone()), move |op| {
            let browser = browser.clone();
            Box::pin(async move {
                let (calendar, language, portal) = (&*CALENDAR, Language::Nl, "https://loket.example");
                let with = Sending { service, catalogue: &CATALOGUE, calendar, language, portal, doelen: &DOELEN };
                intake::submit(op, id, &browser, with).await
            })
        });
        work.await.unwrap_or_else(|error| panic!("{}: {error:?}", self.service.name))
    }

    /// As who handles it sees it.
    async fn dossier(&self) -> Dossier {
        let id = Id::from(self.draft);
        let work = self.scene.access().write(context(Actor::worker("lotte", &[Role::Behandelaar]), self.at.clone()), move |op| {
            Box::pin(async move { cases::dossier(op, id, &CALENDAR).await })
        });
        work.await.unwrap()
    }

    /// What must not be missed of it; not that she has another, for here one person sends several.
    async fn signals(&self) -> Vec<String> {
        let running = texts::text_with(Language::Nl, "signal-running", &[("numbers", "|")]);
        let running = running.split('|').next().unwrap_or_default();
        let signals = self.dossier().await.signalen.into_iter().map(|signal| signal.tekst);
        signals.filter(|tekst| !tekst.starts_with(running)).collect()
    }

    /// What she was told of this register since.
    async fn told(&self, register: &str) -> String {
        let keys = ["klopt", "verschilt", "niet-gevonden", "beletsel"].map(|outcome| format!("controle-{register}-{outcome}"));
        let berichten = self.dossier().await.view.berichten;
        let said = |key: &String| texts::find(Language::Nl, key).is_some_and(|text| berichten.iter().any(|b| b.tekst == text));
        keys.into_iter().find(said).unwrap_or_default()
    }
}

/// An answer to what no register holds.
fn answer(question: &Question, code: &str) -> Vec<(String, String)> {
    let id = &question.id;
    let pair = |field: String, text: &str| (field, text.to_owned());
    let own = |text: &str| vec![pair(id.clone(), text)];
    match question.kind {
        QuestionKind::Choice => own(&question.options[0].id),
        QuestionKind::Line | QuestionKind::Prose => own("Zo is het"),
        QuestionKind::Number | QuestionKind::Money => own("10"),
        QuestionKind::Rekening => own("NL86 INGB 0002 4455 88"),
        QuestionKind::Kenteken => own("X349DU"),
        QuestionKind::Organisatie => own(code),
        QuestionKind::Place | QuestionKind::Address => vec![pair("postcode".into(), "3061 DG"), pair("huisnummer".into(), "108")],
        QuestionKind::Date => {
            [("dag", "1"), ("maand", "12"), ("jaar", "2026")].map(|(part, text)| pair(format!("{id}-{part}"), text)).to_vec()
        }
        QuestionKind::Email => own("iemand@voorbeeld.nl"),
        QuestionKind::List => {
            let one = |kind| if kind == QuestionKind::Email { "iemand@voorbeeld.nl" } else { "10" };
            question.column.iter().map(|c| pair(cell(question, 1, &c.id), one(c.kind))).collect()
        }
        _ => vec![],
    }
}

fn text(key: &str, values: &[(&str, &str)]) -> String {
    texts::text_with(Language::Nl, key, values)
}

/// Who signs in for this service: a person, a company, or either.
fn who_sign_in(service: &ServiceDefinition) -> Vec<Actor> {
    let of = |middel: &Middel| match middel {
        Middel::Digid => resident(SUZANNE),
        Middel::Eherkenning => company(CAFE),
    };
    service.inloggen.iter().flat_map(|i| &i.middelen).map(of).collect()
}

#[tokio::test]
async fn what_is_promised_to_be_checked_is_asked() {
    for scene in scenes().await {
        let mut promised = 0;
        for service in CATALOGUE.services().iter().filter(|s| s.inloggen.is_some() && s.soort != Soort::Overdracht) {
            for who in who_sign_in(service) {
                scene.away(true);
                let filling = scene.begins(&service.name, who.clone()).await;
                let asked = service.questions().filter(|q| matches!(q.kind, QuestionKind::Known | QuestionKind::People));
                let asked: Vec<_> = asked.filter(|q| q.concept != "bedrijf.kvknummer").collect();
                let wrong = asked.iter().map(|q| (q.id.clone(), "Iets anders 1, 3061 DG".to_owned())).collect::<Vec<_>>();
                filling.answers(&wrong).await;
                let receipt = filling.sends().await;
                scene.registers_return().await;
                let signals = filling.signals().await.join("\n");
                for question in asked {
                    let label = question.label.get(Language::Nl);
                    let answer = &receipt.copy.rows.iter().find(|row| row.label == label).unwrap().answer;
                    assert_eq!(*answer, text("form-checked-later", &[("value", "Iets anders 1, 3061 DG")]));
                    let signal = match question.concept.rsplit_once('.').unwrap().1 {
                        "gezin" => text("verschil-gezin", &[]),
                        what => format!("{what} is anders dan ingevuld"),
                    };
                    assert!(signals.contains(&signal), "{}, {who:?}: {signal} is not in {signals}", service.name);
                    promised += 1;
                }
                let register = if matches!(who.acting, Acting::Person(_)) { "brp" } else { "kvk" };
                assert_eq!(filling.told(register).await, format!("controle-{register}-verschilt"));
            }
        }
        assert!(promised > 15, "{promised}");
    }
}

#[tokio::test]
async fn what_she_typed_rightly_is_right_and_nobody_has_work_of_it() {
    for scene in scenes().await {
        scene.away(true);
        let card = scene.begins("gehandicaptenparkeerkaart", resident(SUZANNE)).await;
        let address = ("adres", "Boterdiep 31, 3077 AW Rotterdam");
        card.types(&[("aanvrager", "Suzanne Moulin"), ("geboren", "1 december 1985"), address]).await;
        card.sends().await;
        let neighbour = scene.begins("gehandicaptenparkeerkaart", resident(SUZANNE)).await;
        let address = ("adres", "Boterdiep 33, 3077 AW Rotterdam");
        neighbour.types(&[("aanvrager", "Suzanne Moulin"), ("geboren", "1-12-1985"), address]).await;
        neighbour.sends().await;
        scene.registers_return().await;
        assert_eq!((card.told("brp").await.as_str(), card.signals().await), ("controle-brp-klopt", vec![]));
        assert_eq!(neighbour.told("brp").await, "controle-brp-verschilt", "another house with the same postcode");
        let signals = ["Basisregistratie Personen: het adres is anders dan ingevuld. Kijk dit na."];
        assert_eq!(neighbour.signals().await, signals);
    }
}

/// Johan, his wife Wilma and six children, of whom Hein and Trix are two.
const JOHAN: &str = "999999345";
const JOHANS: &str = "Hofdijk 651, 3032 CG Rotterdam";
const WILMA: &str = "999999357";
const HEIN: &str = "999999412";
const TRIX: &str = "999999400";

#[tokio::test]
async fn who_moves_along_is_found_in_the_register_later_and_reads_that_she_was_named() {
    for scene in scenes().await {
        let typed = |who: &'static str| async {
            scene.away(true);
            let moving = scene.begins("verhuismelding", resident(JOHAN)).await;
            moving.types(&[("naam", "Johan Groot Esselink"), ("huidig-adres", JOHANS), ("verhuizers", who)]).await;
            moving.sends().await;
            scene.registers_return().await;
            moving
        };
        let told = async |who| scene.reads_that_she_was_named(who).await;
        let moving = typed("Ik\r\nWilma Haverkamp\r\nHein (6 jaar)").await;
        assert_eq!(moving.signals().await, Vec::<String>::new());
        assert_eq!((told(WILMA).await, told(HEIN).await, told(TRIX).await), (1, 1, 0));
        let moving = typed("Ik, Wilma en oma").await;
        let signal = format!("Basisregistratie Personen: {}. Kijk dit na.", text("verschil-gezin", &[]));
        assert_eq!(moving.signals().await, [signal]);
        assert_eq!((told(WILMA).await, told(HEIN).await, told(TRIX).await), (2, 1, 0), "the rest is for who handles it");
        let alone = typed("Wilma").await.signals().await;
        assert!(alone.len() == 1 && alone[0].contains(&text("verschil-partner", &[])), "{alone:?}");
    }
}

#[tokio::test]
async fn that_a_partner_goes_alone_to_an_address_that_nobody_could_look_up_is_looked_at() {
    for scene in scenes().await {
        // The BRP knows them; the BAG was never asked.
        let moving = scene.begins("verhuismelding", resident(JOHAN)).await;
        moving.types(&[("verhuizers", "partner-1")]).await;
        moving.sends().await;
        assert_eq!(moving.signals().await, [text("signal-partner", &[])]);
        let together = scene.begins("verhuismelding", resident(JOHAN)).await;
        together.types(&[("verhuizers", "ik,partner-1")]).await;
        together.sends().await;
        assert_eq!(together.signals().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_child_who_died_is_not_among_who_moves_along_and_her_own_list_says_so() {
    for scene in scenes().await {
        let known = async |bsn| {
            let service = service("verhuismelding");
            let (registers, at) = (scene.registers(), CATALOGUE.hosted_with_code("gm0599").unwrap().oin.clone());
            let asks = context(resident(bsn), at);
            let doel = DOELEN.get(&service.inloggen.as_ref().unwrap().doel).unwrap();
            let asking = Asking { registers: &registers, access: scene.access(), context: &asks, doel };
            let known = prefill(asking, service, &CATALOGUE).await.unwrap();
            let people = known.values["persoon.gezin"].items.iter().map(|item| item.nl.clone());
            people.collect::<Vec<_>>()
        };
        // Melvin was born on 4 March 2019 and died on 1 June.
        let people = known("999996344").await;
        assert!(!people.is_empty() && !people.iter().any(|one| one.contains("Melvin")), "{people:?}");
        assert_eq!(known(JOHAN).await.len(), 8, "his wife and six children live");
    }
}

#[tokio::test]
async fn a_company_types_its_name_form_and_address_and_its_number_nobody_asks() {
    for scene in scenes().await {
        for (form, told, signals) in [
            ("eenmanszaak", "controle-kvk-klopt", vec![]),
            (
                "BV",
                "controle-kvk-verschilt",
                vec!["Handelsregister: de rechtsvorm is anders dan ingevuld. Kijk dit na.".to_owned()],
            ),
        ] {
            scene.away(true);
            let cafe = scene.begins("horecabedrijf-exploitatievergunning", company(CAFE)).await;
            let id = |concept: &str| cafe.service.questions().find(|q| q.concept == concept).unwrap().id.as_str();
            let typed =
                [("naam", "Voorbeeldcafé de Kade"), ("rechtsvorm", form), ("adres", "Voorbeeldkade 20, 3011 VB Rotterdam")];
            cafe.types(&typed.map(|(what, text)| (id(&format!("bedrijf.{what}")), text))).await;
            let receipt = cafe.sends().await;
            let number = cafe.service.questions().find(|q| q.concept == "bedrijf.kvknummer").unwrap();
            let row = receipt.copy.rows.iter().find(|row| row.label == number.label.get(Language::Nl)).unwrap();
            assert_eq!(row.answer, CAFE, "it is known from how she signed in");
            scene.registers_return().await;
            assert_eq!((cafe.told("kvk").await.as_str(), cafe.signals().await), (told, signals));
        }
        // Who acts for a branch that is none of this company would not have been let in.
        scene.away(true);
        let parts = (KvkNummer::parse(CAFE).unwrap(), Vestigingsnummer::parse("000037178598").unwrap());
        let branch = scene.begins("evenementenvergunning", Actor::at_branch("j-bock", parts, Assurance::Substantial)).await;
        branch.types(&[("organisator", "Voorbeeldcafé De Kade"), ("adres", "Hizzaarderlaan 3 A, 8823 SJ Lollum")]).await;
        branch.sends().await;
        scene.registers_return().await;
        assert_eq!(branch.signals().await, ["Handelsregister: deze vestiging is niet van deze onderneming. Kijk dit na."]);
    }
}

#[tokio::test]
async fn who_would_not_have_been_let_in_is_looked_at_when_the_register_is_back() {
    for scene in scenes().await {
        scene.away(true);
        // She died; whoever signs in as her finds that out only when the register can say so.
        let dead = scene.begins("gehandicaptenparkeerkaart", resident("999993008")).await;
        dead.types(&[("aanvrager", "Fatima Saïda Al Ksar el Kebir"), ("geboren", "1-1-1950"), ("adres", "3061 DG 1")]).await;
        dead.sends().await;
        scene.registers_return().await;
        let signals = dead.signals().await.join("\n");
        assert!(signals.contains("deze persoon is overleden"), "{signals}");
        assert_eq!(dead.told("brp").await, "controle-brp-beletsel");
    }
}

#[tokio::test]
async fn what_differs_is_told_to_who_handles_it() {
    for scene in scenes().await {
        // Her data are not for third parties; and she says that her address is wrong.
        let card = scene.begins("gehandicaptenparkeerkaart", resident("999993872")).await;
        card.types(&[("adres-anders", "Ik woon op nummer 74.")]).await;
        card.sends().await;
        let signals = card.signals().await;
        assert_eq!(signals[0], text("signal-geheimhouding", &[]));
        let label = card.service.questions().find(|q| q.id == "adres").unwrap().label.get(Language::Nl);
        assert_eq!(signals[1..], [text("signal-differs", &[("label", label), ("value", "Ik woon op nummer 74.")])]);
        // Away when she began, so known only later.
        scene.away(true);
        let card = scene.begins("gehandicaptenparkeerkaart", resident("999993872")).await;
        let typed = [("aanvrager", "Peter-Jan van der Meijden"), ("geboren", "nooit"), ("adres", "Goudsesingel 72, 3011 KD")];
        card.types(&typed).await;
        card.sends().await;
        assert!(card.signals().await.is_empty());
        scene.registers_return().await;
        let signals = card.signals().await;
        assert_eq!(signals[1], text("signal-geheimhouding", &[]));
        assert!(signals[0].contains("de geboortedatum is anders"), "what is no date is not the same date: {signals:?}");
    }
}

#[tokio::test]
async fn what_is_under_investigation_says_so_on_the_copy_and_at_the_desk() {
    for scene in scenes().await {
        let card = scene.begins("gehandicaptenparkeerkaart", resident(&doubted())).await;
        let receipt = card.sends().await;
        let label = card.service.questions().find(|q| q.id == "adres").unwrap().label.get(Language::Nl);
        let answer = &receipt.copy.rows.iter().find(|row| row.label == label).unwrap().answer;
        assert!(answer.ends_with("(de gemeente onderzoekt of dit klopt)"), "{answer}");
        assert!(card.dossier().await.view.toelichting.contains(answer.as_str()));
        assert!(card.signals().await.contains(&text("signal-onderzoek", &[("label", label)])));
    }
}

/// Somebody in Rotterdam whose address is being investigated.
fn doubted() -> String {
    let read = |name: &str| std::fs::read_to_string(root().join("crates/simulators/data").join(name)).unwrap();
    let doubted = read("in-onderzoek.csv");
    let doubted: Vec<_> = doubted
        .lines()
        .filter(|line| line.split(',').nth(3) == Some("080000"))
        .filter_map(|line| line.split(',').next())
        .collect();
    let persons = read("personen.jsonl");
    let mut rows = persons.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let here = |row: &serde_json::Value| {
        row["gemeenteVanInschrijving"]["code"] == "0599"
            && row["opschortingBijhouding"].is_null()
            && row["verblijfplaats"]["verblijfadres"]["postcode"].is_string()
            && row["burgerservicenummer"].as_str().is_some_and(|bsn| doubted.contains(&bsn))
    };
    rows.find(here).unwrap()["burgerservicenummer"].as_str().unwrap().to_owned()
}
