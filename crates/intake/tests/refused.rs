//! What cannot be is refused as the service says, and what may surprise her is told before she sends. Pure, on the services that we ship.
#![allow(clippy::unwrap_used, clippy::panic)]
use catalogue::{Catalogue, ServiceDefinition};
use intake::{AddressLookup, Answers, Facts, FoundAddress, Known, KnownItem, KnownValue, VehicleLookup, check_page};
use jiff::civil::{Date, date};
use std::{path::Path, sync::LazyLock};
use terms::Calendar;
use values::Language::{En, Nl};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Catalogue::load(&root.join("reference"), &root.join("services")).unwrap()
});
static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::shipped().unwrap());
const TODAY: Date = date(2026, 11, 23);

/// A form as somebody fills it in.
struct Form {
    service: &'static ServiceDefinition,
    answers: Answers,
    known: Known,
}

impl Form {
    fn of(service: &str) -> Self {
        let service = CATALOGUE.service(service).unwrap();
        Self { service, answers: Answers::default(), known: Known::default() }
    }

    fn with(mut self, field: &str, text: &str) -> Self {
        self.answers.put(field, text);
        self
    }

    fn on(self, question: &str, (day, month, year): (&str, &str, &str)) -> Self {
        let field = |part| format!("{question}-{part}");
        self.with(&field("dag"), day).with(&field("maand"), month).with(&field("jaar"), year)
    }

    fn facts(&self) -> Facts<'_> {
        let (answers, known) = (&self.answers, &self.known);
        Facts { answers, known, files: &[], catalogue: &CATALOGUE, calendar: &CALENDAR, today: TODAY }
    }

    /// What is wrong with a field of a page, in our words.
    fn fault(&self, page: &str, field: &str) -> Option<&'static str> {
        let page = self.service.pages.iter().find(|one| one.id == page).unwrap();
        check_page(page, &self.facts()).into_iter().find(|fault| fault.field == field).map(|fault| fault.fault)
    }
}

#[test]
fn an_event_is_not_over_before_it_begins_nor_yesterday() {
    let event = |first, last| Form::of("evenementenvergunning").on("begindag", first).on("einddag", last);
    let (may, before) = (("10", "5", "2027"), ("9", "5", "2027"));
    assert_eq!(event(may, before).fault("wanneer", "einddag-dag"), Some("fault-date-before"));
    assert_eq!(event(may, may).fault("wanneer", "einddag-dag"), None, "one day may be filled in twice");
    assert_eq!(event(may, ("", "", "")).fault("wanneer", "einddag-dag"), None);
    assert_eq!(event(("22", "11", "2026"), may).fault("wanneer", "begindag-dag"), Some("fault-date-past"));
    assert_eq!(event(("23", "11", "2026"), may).fault("wanneer", "begindag-dag"), None);
}

#[test]
fn nobody_parks_on_a_permit_in_the_past() {
    let parks = |year| Form::of("parkeervergunning").on("ingangsdatum", ("1", "1", year)).fault("ingang", "ingangsdatum-dag");
    assert_eq!((parks("2020"), parks("2027")), (Some("fault-date-past"), None));
}

#[test]
fn a_day_before_there_must_be_a_decision_is_told_before_sending() {
    let told = |form: &Form, language| intake::cautions(form.service, &form.facts(), Some(date(2027, 1, 18)), language);
    let early = Form::of("evenementenvergunning").on("begindag", ("17", "1", "2027"));
    assert!(told(&early, Nl)[0].contains("18 januari 2027"), "{:?}", told(&early, Nl));
    assert!(told(&early, En)[0].contains("17 January 2027"), "{:?}", told(&early, En));
    assert!(told(&Form::of("evenementenvergunning").on("begindag", ("18", "1", "2027")), Nl).is_empty());
    let opens = Form::of("horecabedrijf-exploitatievergunning").on("startdatum", ("1", "12", "2026"));
    assert_eq!(told(&opens, Nl).len(), 1);
    let parks = Form::of("parkeervergunning").on("ingangsdatum", ("1", "12", "2026"));
    assert!(told(&parks, Nl).is_empty(), "a permit to park waits for nothing");
}

#[test]
fn an_address_in_a_list_of_people_can_be_written_to() {
    let manager = |mail| {
        Form::of("horecabedrijf-exploitatievergunning").with("leidinggevenden-1-wie", "A").with("leidinggevenden-1-mail", mail)
    };
    let fault = |mail| manager(mail).fault("leiding", "leidinggevenden-1-mail");
    assert_eq!((fault("geen mail"), fault("a@b.nl"), fault("")), (Some("fault-email"), None, Some("fault-empty")));
}

#[test]
fn she_moves_to_another_address_than_her_own() {
    let own = "Boterdiep 31, 3077 AW Rotterdam";
    let moves = |who: &str, found: &str| {
        let mut form = Form::of("verhuismelding").with("verhuizers", who).with("postcode", "3077 AW").with("huisnummer", "31");
        let person = |id: &str| KnownItem { id: id.into(), nl: id.into(), en: id.into(), identificatie: None };
        let home = KnownValue { nl: own.into(), en: own.into(), ..KnownValue::default() };
        let people = ["ik", "partner-1", "kind-1"].map(person).to_vec();
        let people = KnownValue { items: people, ..KnownValue::default() };
        form.known.values.extend([("persoon.adres".into(), home), ("persoon.gezin".into(), people)]);
        let found = vec![FoundAddress { id: "adres-1".into(), text: found.into() }];
        let lookup = AddressLookup { asked: "3077 AW 31".into(), found: Some(found) };
        form.known.addresses.insert("nieuw-adres".into(), lookup);
        form
    };
    let fault = |who, found| moves(who, found).fault("adres", "postcode");
    assert_eq!(fault("ik,kind-1", own), Some("fault-address-same"));
    assert_eq!(fault("ik", "Boterdiep 33, 3077 AW Rotterdam"), None);
    assert_eq!(fault("kind-1", own), None, "a child comes to live with her");
    // Spouses report for each other when both have that address (Wet BRP 2.49 lid 1 b and lid 5).
    let elsewhere = "Boterdiep 33, 3077 AW Rotterdam";
    assert_eq!(fault("partner-1", own), None, "her partner comes to live with her");
    assert_eq!(fault("partner-1,kind-1", elsewhere), Some("fault-address-partner"));
    assert_eq!(fault("ik,partner-1", elsewhere), None);
}

#[test]
fn of_an_address_in_a_town_of_its_name_the_municipality_is_no_guess() {
    let likely = |postcode: &str, text: &str| {
        let mut form = Form::of("verhuismelding").with("postcode", postcode).with("huisnummer", "31");
        let found = vec![FoundAddress { id: "adres-1".into(), text: text.into() }];
        form.known.addresses.insert("nieuw-adres".into(), AddressLookup { asked: format!("{postcode} 31"), found: Some(found) });
        intake::competent(form.service, &form.facts()).unwrap().likely
    };
    assert!(!likely("3077 AW", "Boterdiep 31, 3077 AW Rotterdam"));
    assert!(likely("3181 AW", "Kerklaan 31, 3181 AW Rozenburg"), "its town has another name");
}

#[test]
fn land_outside_the_province_that_was_chosen_is_told() {
    let land = |gemeente: &str| {
        let form = Form::of("kleine-landschapselementensubsidie").with("provincie", "pv30").with("straat", "Dorpsweg");
        let form = form.with("gemeente", gemeente);
        intake::cautions(form.service, &form.facts(), None, Nl)
    };
    assert!(land("Amersfoort")[0].contains("Amersfoort") && land("Amersfoort")[0].contains("Noord-Brabant"));
    assert!(land("Tilburg").is_empty());
}

#[test]
fn of_a_plate_that_the_rdw_cannot_tell_of_it_is_not_said_that_it_is_not_hers() {
    let asked = |op_naam| {
        let mut form = Form::of("parkeervergunning").with("kenteken", "X-349-DU");
        let lookup = VehicleLookup { asked: "X349DU".into(), op_naam, away: false };
        form.known.vehicles.insert("kenteken".into(), lookup);
        let facts = form.facts();
        let questions = form.service.questions().filter(|question| intake::is_asked(question, &facts));
        questions.filter_map(|question| Some(question.hint.as_ref()?.nl.clone())).collect::<Vec<_>>().join(" ")
    };
    assert!(asked(Some(false)).contains("staat de auto niet op uw naam"));
    assert!(!asked(None).contains("staat de auto niet op uw naam"));
    assert!(asked(None).contains("Klopt het kenteken?"), "{}", asked(None));
    assert!(!asked(Some(true)).contains("Klopt het kenteken?"));
}

#[test]
fn how_many_steps_are_left_is_sure_once_the_plate_was_looked_up() {
    let mut form = Form::of("parkeervergunning");
    let unsure = |form: &Form| {
        let (pages, facts) = (&form.service.pages, form.facts());
        (0..pages.len()).filter(|at| intake::may_grow(&pages[*at..], &facts)).map(|at| pages[at].id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(unsure(&form), ["wie", "auto"], "whose car it is decides whether more is asked");
    form = form.with("kenteken", "X-349-DU");
    let lookup = VehicleLookup { asked: "X349DU".into(), op_naam: Some(false), away: false };
    form.known.vehicles.insert("kenteken".into(), lookup);
    assert_eq!(unsure(&form), Vec::<String>::new(), "all that may be asked is asked, and so counted");
}
