//! The catalogue that we ship: complete, and plain about what it does not know.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use catalogue::{
    Bestuurslaag, Catalogue, Competence, Contact, Current, Gestopt, HELD, HostedSettings, Norm, OrganisatieSoort, Overlay, Place,
    QuestionKind, Soort, Termijn, Verordening, Wrong, check_hosted, check_services, check_version,
};
use jiff::civil::{Date, date};
use std::path::{Path, PathBuf};
use terms::Counting;
use values::{Language, Postcode, UplName};

const TODAY: Date = date(2026, 11, 25);

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn shipped() -> Catalogue {
    Catalogue::load(&root().join("reference"), &root().join("services")).unwrap_or_else(|e| panic!("{e}"))
}

fn name(text: &str) -> UplName {
    UplName::parse(text).unwrap()
}

#[test]
fn all_products_and_all_current_organisations_are_there() {
    let catalogue = shipped();
    assert_eq!(catalogue.products().len(), 1121);
    let count = |soort| catalogue.organisaties().iter().filter(|o| o.soort == soort).count();
    assert_eq!(
        [count(OrganisatieSoort::Gemeente), count(OrganisatieSoort::Provincie), count(OrganisatieSoort::Waterschap)],
        [342, 12, 21]
    );
    for product in catalogue.products() {
        assert_eq!(catalogue.product_at(&product.slug).unwrap().name, product.name);
    }
}

#[test]
fn a_product_is_all_rows_of_its_name_and_old_acts_are_marked() {
    let catalogue = shipped();
    let permit = catalogue.product(&name("omgevingsvergunning bouw")).unwrap();
    assert!(permit.grondslagen.iter().any(|g| g.replaced_by_omgevingswet));
    let model = |name: &str| catalogue.products().iter().find(|p| p.name.as_str() == name).unwrap().grondslagen[0].model;
    assert!(model("horecabedrijf exploitatievergunning") && model("watermelding") && !model("verhuismelding"));
    let marked = catalogue.products().iter().flat_map(|p| &p.grondslagen).filter(|g| g.replaced_by_omgevingswet).count();
    assert!((50..=90).contains(&marked), "{marked} legal bases are marked");
    assert_eq!(catalogue.product(&name("verhuismelding")).unwrap().layers, [Bestuurslaag::Gemeente]);
}

#[test]
fn a_postcode_gives_probably_a_municipality_and_what_one_chose_goes_before() {
    let catalogue = shipped();
    let product = catalogue.product(&name("verhuismelding")).unwrap();
    let mut place = Place { postcode: Some(Postcode::parse("3811 CJ").unwrap()), gemeente: None };
    let answer = catalogue.competent(product, Bestuurslaag::Gemeente, &place);
    assert!(matches!(answer, Competence::Known { organisatie, likely: true, .. } if organisatie.naam == "Amersfoort"));
    place.gemeente = Some("gm0344".into());
    let answer = catalogue.competent(product, Bestuurslaag::Gemeente, &place);
    assert!(matches!(answer, Competence::Known { organisatie, likely: false, .. } if organisatie.naam == "Utrecht"));
    let answer = catalogue.competent(product, Bestuurslaag::Gemeente, &Place::default());
    assert!(matches!(answer, Competence::AskPlace(Bestuurslaag::Gemeente)));
    for (typed, name) in
        [("'s-Gravenhage", "Den Haag"), ("den bosch", "'s-Hertogenbosch"), ("gemeente Súdwest-Fryslân", "Súdwest-Fryslân")]
    {
        assert_eq!(catalogue.gemeente_named(typed).map(|o| o.naam.as_str()), Some(name));
    }
}

#[test]
fn an_organisation_is_found_by_the_name_that_people_type() {
    let catalogue = shipped();
    let found = |typed: &str| catalogue.organisatie_named(typed).map(|o| o.naam_met_soort.as_str());
    for (typed, name) in [
        ("zwolle", "gemeente Zwolle"),
        ("De gemeente  Zwolle", "gemeente Zwolle"),
        ("gemeente Zwolle", "gemeente Zwolle"),
        ("De Bilt", "gemeente De Bilt"),
        ("gemeente De Bilt", "gemeente De Bilt"),
        ("Utrecht", "gemeente Utrecht"),
        ("de provincie Utrecht", "provincie Utrecht"),
        ("Rivierenland", "waterschap Rivierenland"),
        ("Dienst Toeslagen", "Directoraat-generaal Toeslagen"),
        ("Belastingdienst", "Directoraat-generaal Belastingdienst"),
        ("de Belastingdienst", "Directoraat-generaal Belastingdienst"),
        ("sociale verzekeringsbank", "Sociale Verzekeringsbank"),
        ("SVB", "Sociale Verzekeringsbank"),
    ] {
        assert_eq!(found(typed), Some(name), "{typed}");
    }
    for typed in ["", " ", "Zwolleke", "gemeente", "de gemeente", "dienst", "waterschap Zwolle", "provincie"] {
        assert_eq!(found(typed), None, "{typed}");
    }
}

#[test]
fn a_service_says_itself_which_layer_does_it_and_the_list_where_there_is_none() {
    let catalogue = shipped();
    let layers = |product: &str| catalogue.layers(catalogue.product(&name(product)).unwrap());
    assert_eq!(layers("belastingkwijtschelding"), [Bestuurslaag::Waterschap]);
    assert_eq!(layers("kleine landschapselementensubsidie"), [Bestuurslaag::Provincie]);
    assert_eq!(layers("evenementenvergunning"), [Bestuurslaag::Gemeente]);
    assert_eq!(layers("zorgtoeslag"), [Bestuurslaag::Rijk]);
    let without = catalogue.products().iter().find(|p| p.layers.len() > 1 && catalogue.service_for(p).is_none()).unwrap();
    assert_eq!(catalogue.layers(without), without.layers);
    let remission = catalogue.service("belastingkwijtschelding").unwrap();
    assert_eq!(catalogue.takers(remission).map(|o| o.code.as_str()).collect::<Vec<_>>(), ["ws0662"]);
}

#[test]
fn of_everybody_who_takes_something_here_the_site_is_known() {
    let catalogue = shipped();
    let site = |code: &str| catalogue.organisatie_with_code(code).unwrap().website.clone();
    for hosted in catalogue.hosted() {
        assert!(site(&hosted.code).is_some(), "{}", hosted.code);
    }
    assert_eq!(site("pv30").as_deref(), Some("https://www.brabant.nl"));
}

#[test]
fn the_agency_of_a_state_product_is_known_with_a_source_or_said_to_be_unknown() {
    let catalogue = shipped();
    let ask = |product: &str| {
        let product = catalogue.product(&name(product)).unwrap();
        catalogue.competent(product, Bestuurslaag::Rijk, &Place::default())
    };
    assert!(matches!(ask("zorgtoeslag"), Competence::Known { organisatie, .. } if organisatie.naam.contains("Toeslagen")));
    assert!(matches!(ask("bankierseed"), Competence::Unknown(Bestuurslaag::Rijk)));
    let known = catalogue.products().iter().filter(|p| p.layers.contains(&Bestuurslaag::Rijk));
    let known =
        known.filter(|p| matches!(catalogue.competent(p, Bestuurslaag::Rijk, &Place::default()), Competence::Known { .. }));
    assert!(known.count() >= 150);
}

#[test]
fn every_product_of_a_life_event_is_in_the_list() {
    let catalogue = shipped();
    for event in catalogue.life_events() {
        assert!(!event.products.is_empty(), "{}", event.slug);
        assert!(event.products.iter().all(|p| catalogue.product(p).is_some()), "{}", event.slug);
    }
}

#[test]
fn the_services_we_ship_have_nothing_wrong() {
    assert_eq!(check_services(&root().join("services"), &shipped(), TODAY), []);
}

#[test]
fn every_service_says_everything_in_every_language() {
    for service in shipped().services() {
        let name = &service.name;
        for language in Language::ALL {
            let text = service.text(language);
            let said = [&text.title, &text.noun, &text.achieve, &text.for_whom, &text.cost];
            assert!(said.iter().all(|said| !said.trim().is_empty()), "{name}");
            for list in [&text.needs, &text.steps, &text.not_this] {
                assert!(!list.is_empty() && list.iter().all(|said| !said.trim().is_empty()), "{name}");
            }
            for question in service.questions() {
                assert!(!question.label.get(language).trim().is_empty(), "{name}: {}", question.id);
                assert!(!question.why.get(language).trim().is_empty(), "{name}: {}", question.id);
            }
        }
        let ends = if service.soort == Soort::Overdracht { "Overgedragen" } else { "Ingetrokken" };
        assert!(service.resultaten.iter().any(|how| how == ends), "{name}: withdrawing or handing over ends with it");
    }
}

#[test]
fn a_condition_points_back_at_an_answer_of_an_earlier_page() {
    for service in shipped().services() {
        for (at, page) in service.pages.iter().enumerate() {
            // On the same page it would come too late: nothing is shown before the page was sent.
            let earlier: Vec<_> = service.pages[..at].iter().flat_map(|page| &page.question).collect();
            for (question, when) in page.question.iter().filter_map(|q| Some((q, q.when.as_ref()?))) {
                let (of, name) = (&service.name, &question.id);
                // What a register holds is known before the first page.
                let is_it = |q: &catalogue::Question| q.kind == QuestionKind::Known && q.concept == when.question;
                if when.question.contains('.') {
                    assert!(service.questions().any(is_it), "{of}: {name} waits for what is not shown");
                    continue;
                }
                let asked =
                    earlier.iter().find(|q| q.id == when.question).unwrap_or_else(|| panic!("{of}: {name} waits for nothing"));
                let can = |answer: &String| asked.kind != QuestionKind::Choice || asked.options.iter().any(|o| &o.id == answer);
                assert!(when.is.iter().all(can), "{of}: {name}");
            }
        }
    }
}

#[test]
fn an_overlay_reads_back_as_it_was_written_and_has_nothing_wrong() {
    let catalogue = shipped();
    for service in catalogue.services() {
        for code in service.offered_by() {
            let known = service.overlay(code).unwrap();
            let text = toml::to_string(&known.overlay).unwrap();
            assert_eq!(check_version(service, &text, &catalogue, TODAY), [], "{} of {code}", service.name);
            let (one, other) = (service.published(&text, "1").unwrap(), service.published(&text, "2").unwrap());
            assert_eq!(one.overlay, known.overlay);
            assert!(one.version != other.version && one.version != known.version, "each publication is a version of its own");
        }
    }
    for hosted in catalogue.hosted() {
        let text = toml::to_string(&hosted.settings()).unwrap();
        assert_eq!(check_hosted(&text), []);
        assert_eq!(toml::from_str::<HostedSettings>(&text).unwrap(), hosted.settings());
    }
}

/// What is wrong with the first overlay of `service`, after a change.
fn faults(service: &str, change: impl FnOnce(&mut Overlay)) -> Vec<(String, Wrong)> {
    let catalogue = shipped();
    let service = catalogue.service(service).unwrap();
    let mut overlay = service.overlay(service.offered_by().next().unwrap()).unwrap().overlay.clone();
    change(&mut overlay);
    let found = check_version(service, &toml::to_string(&overlay).unwrap(), &catalogue, TODAY);
    found.into_iter().map(|fault| (fault.field, fault.wrong)).collect()
}

fn example() -> Verordening {
    Verordening { naam: "Parkeerverordening".into(), artikel: None, datum: None, link: None, voorbeeld: true }
}

#[test]
fn a_mistake_in_an_overlay_is_told_with_its_field() {
    let parking = |change: fn(&mut Overlay)| faults("parkeervergunning", change);
    let one = |field: &str, wrong| vec![(field.to_owned(), wrong)];
    assert_eq!(parking(|o| o.norm.as_mut().unwrap().term = "10 dagen".into()), one("norm.term", Wrong::NoDuration));
    assert_eq!(parking(|o| o.norm.as_mut().unwrap().term = "P9999D".into()), one("norm.term", Wrong::NoDuration));
    assert_eq!(parking(|o| o.norm.as_mut().unwrap().source = " ".into()), one("norm.source", Wrong::NoSource));
    assert_eq!(parking(|o| o.team.en.clear()), one("team.en", Wrong::Empty));
    assert_eq!(parking(|o| o.team.nl = "x".repeat(401)), one("team.nl", Wrong::TooLong));
    assert_eq!(parking(|o| o.team.nl.push('\u{0}')), one("team.nl", Wrong::Unprintable));
    let link = |o: &mut Overlay| o.verordening.as_mut().unwrap().link = Some("javascript:alert(1)".into());
    assert_eq!(parking(link), one("verordening.link", Wrong::NoLink));
    let unread = |o: &mut Overlay| *o.verordening.as_mut().unwrap() = example();
    assert_eq!(parking(unread), [], "which article it is may lack of what is marked as an example");
    let unsaid = |o: &mut Overlay| *o.verordening.as_mut().unwrap() = Verordening { voorbeeld: false, ..example() };
    assert_eq!(parking(unsaid), one("verordening.artikel", Wrong::NoSource));
    let day = |o: &mut Overlay| o.verordening.as_mut().unwrap().datum = Some("2024-02-30".into());
    assert_eq!(parking(day), one("verordening.datum", Wrong::NoDate));
    let contact = |email: &str, telefoon: &str| {
        let (email, telefoon) = (Some(email.to_owned()), Some(telefoon.to_owned()));
        faults("parkeervergunning", |o| o.contact = Some(Contact { email, telefoon, ..Contact::default() }))
    };
    assert_eq!(contact("parkeren@gemeente.example", "14 033"), []);
    assert_eq!(contact("parkeren", "14 033"), one("contact.email", Wrong::NoEmail));
    assert_eq!(contact("parkeren@gemeente.example", "geen"), one("contact.telefoon", Wrong::NoPhone));
    let own = |term: &str, grondslag: &str| Some(Termijn { term: term.into(), grondslag: grondslag.into() });
    assert_eq!(faults("parkeervergunning", |o| o.termijn = own("P6W", "")), one("termijn.grondslag", Wrong::NoSource));
    assert_eq!(parking(|o| o.norm = None), one("norm", Wrong::Norm));
    let promise = shipped().hosted()[0].vraag_norm.clone();
    assert_eq!(faults("zorgtoeslag", |o| o.norm = Some(promise)), one("norm", Wrong::Norm), "nothing is answered here");
    // A report of a fact ends in no decision, whatever an organisation would like.
    let melding = faults("melding-openbare-ruimte", |o| o.termijn = own("P6W", "artikel 1"));
    assert_eq!(melding, one("termijn.term", Wrong::NoDecision));
    let silent = faults("evenementenvergunning", |o| o.lex_silencio = None);
    assert_eq!(silent, one("lex_silencio", Wrong::SilenceUnsaid));
    let subsidy = faults("kleine-landschapselementensubsidie", |o| o.volgorde = None);
    assert_eq!(subsidy, one("volgorde.nl", Wrong::QueueUnsaid));
    // A rule of tomorrow is none today.
    let since = |day: &str| faults("parkeervergunning", |o| o.verordening.as_mut().unwrap().datum = Some(day.into()));
    assert_eq!(since("2026-11-25"), []);
    assert_eq!(since("2026-11-26"), one("verordening.datum", Wrong::NotInForce));
}

#[test]
fn that_silence_is_no_yes_needs_its_article_and_only_an_example_may_leave_it_unread() {
    let one = |field: &str, wrong| vec![(field.to_owned(), wrong)];
    let no = |voorbeeld: bool, bron: Option<&str>| {
        let bron = bron.map(str::to_owned);
        faults("evenementenvergunning", |o| (o.voorbeeld, o.lex_silencio, o.lex_silencio_bron) = (voorbeeld, Some(false), bron))
    };
    assert_eq!(no(false, None), one("lex_silencio_bron", Wrong::NoSource));
    assert_eq!(no(true, Some(" ")), one("lex_silencio_bron", Wrong::NoSource));
    assert_eq!((no(false, Some("APV artikel 1:9")), no(true, None)), (vec![], vec![]));
    let yes = faults("evenementenvergunning", |o| (o.voorbeeld, o.lex_silencio) = (false, Some(true)));
    assert_eq!(yes, [], "what the law says itself needs no article");
}

#[test]
fn a_norm_is_never_longer_than_the_term_for_a_decision() {
    let norm = |service: &str, term: &str, counts, own: Option<&str>| {
        faults(service, |o| {
            *o.norm.as_mut().unwrap() = Norm { term: term.into(), counts, source: "Servicenormen".into() };
            o.termijn = own.map(|term| Termijn { term: term.into(), grondslag: "artikel 3".into() });
        })
    };
    let too_long = |days| vec![("norm.term".to_owned(), Wrong::NormTooLong(days))];
    let days = Counting::CalendarDays;
    assert_eq!(norm("parkeervergunning", "P8W", days, None), []);
    assert_eq!(norm("parkeervergunning", "P57D", days, None), too_long(56));
    assert_eq!(norm("parkeervergunning", "P20W", days, None), too_long(56));
    assert_eq!(norm("parkeervergunning", "P2M", days, None), too_long(56), "two months are never within eight weeks");
    // Its own rule goes before the law, which way it goes.
    assert_eq!(norm("parkeervergunning", "P12W", days, Some("P12W")), []);
    assert_eq!(norm("parkeervergunning", "P6W", days, Some("P4W")), too_long(28));
    // Working days run on past the holidays of spring.
    assert_eq!(norm("parkeervergunning", "P30D", Counting::WorkingDays, None), []);
    assert_eq!(norm("parkeervergunning", "P39D", Counting::WorkingDays, None), too_long(56));
    // Where there is no decision, or no term for one, a norm is what an organisation likes.
    for service in ["melding-openbare-ruimte", "belastingkwijtschelding", "verhuismelding"] {
        assert_eq!(norm(service, "P20W", days, None), [], "{service}");
    }
    let found = findings_of("evenementenvergunning", |text| text.replacen("P6W", "P9W", 1));
    assert!(matches!(&found[..], [what] if what.contains("longer than the term for a decision")), "{found:?}");
}

#[test]
fn a_norm_in_working_days_has_no_months_or_years() {
    let norm = |term: &str, counts| {
        let norm = Norm { term: term.into(), counts, source: "Servicenormen".into() };
        faults("melding-openbare-ruimte", |o| o.norm = Some(norm.clone()))
    };
    let wrong = vec![("norm.term".to_owned(), Wrong::NotInWorkingDays)];
    for term in ["P1M", "P1Y", "P1M10D"] {
        assert_eq!(norm(term, Counting::WorkingDays), wrong, "{term}");
        assert_eq!(norm(term, Counting::CalendarDays), [], "{term}");
    }
    assert_eq!((norm("P2W", Counting::WorkingDays), norm("P10D", Counting::WorkingDays)), (vec![], vec![]));
    let found = findings_of("verhuismelding", |text| text.replacen("term = \"P", "term = \"P1M", 1));
    assert!(matches!(&found[..], [what] if what.contains("a norm in working days is in days or weeks")), "{found:?}");
    // What an organisation promises for questions is held to the same.
    let settings =
        "[vraag_team]\nnl = \"KCC\"\nen = \"KCC\"\n[vraag_norm]\nterm = \"P1M\"\ncounts = \"working-days\"\nsource = \"x\"\n";
    let told = check_hosted(settings).into_iter().map(|fault| (fault.field, fault.wrong)).collect::<Vec<_>>();
    assert_eq!(told, [("vraag_norm.term".to_owned(), Wrong::NotInWorkingDays)]);
}

/// What the check says of the overlay of Amersfoort for one of our services, after a change.
fn findings_of(service: &str, change: impl Fn(&str) -> String) -> Vec<String> {
    let file = root().join("services/overlays/gm0307").join(format!("{service}.toml"));
    let folder = std::env::temp_dir().join(format!("one-{:?}-{}", std::thread::current().id(), std::process::id()));
    std::fs::create_dir_all(folder.join("overlays/gm0307")).unwrap();
    let name = format!("{service}.toml");
    std::fs::copy(root().join("services").join(&name), folder.join(&name)).unwrap();
    std::fs::write(folder.join("overlays/gm0307").join(&name), change(&std::fs::read_to_string(file).unwrap())).unwrap();
    let found = check_services(&folder, &shipped(), TODAY);
    std::fs::remove_dir_all(&folder).unwrap();
    found.into_iter().map(|one| one.what).filter(|what| !what.starts_with("overlay missing")).collect()
}

#[test]
fn an_organisation_of_another_layer_offers_no_service() {
    let catalogue = shipped();
    for service in catalogue.services() {
        assert!(catalogue.takers(service).all(|who| who.layer().is_some_and(|of| service.bestuurslagen.contains(&of))));
    }
    // A file of Amersfoort for what a water board does is told by the check, and does not load.
    let folder = std::env::temp_dir().join(format!("layer-{:?}-{}", std::thread::current().id(), std::process::id()));
    std::fs::create_dir_all(folder.join("overlays/gm0307")).unwrap();
    let (services, name) = (root().join("services"), "belastingkwijtschelding.toml");
    for file in ["organisaties.toml", name] {
        std::fs::copy(services.join(file), folder.join(file)).unwrap();
    }
    std::fs::copy(services.join("overlays/ws0662").join(name), folder.join("overlays/gm0307").join(name)).unwrap();
    let found = check_services(&folder, &shipped(), TODAY);
    assert!(found.iter().any(|one| one.what.starts_with("a gemeente does not offer this")), "{found:?}");
    let loaded = Catalogue::load(&root().join("reference"), &folder);
    assert!(loaded.is_err_and(|error| error.what.starts_with("a gemeente does not offer this")));
    // Where one chooses it is said from whom, and nowhere else.
    for (from, to, what) in [
        ("bestuurslagen = [\"waterschap\"]", "", "bestuurslagen is missing"),
        ("bestuurslagen = [\"waterschap\"]", "bestuurslagen = [\"provincies\"]", "unknown variant"),
        ("bevoegd = \"keuze\"", "", "bestuurslagen is for a service where one chooses"),
    ] {
        std::fs::copy(services.join(name), folder.join(name)).unwrap();
        edit(&folder, name, from, to);
        let found = check_services(&folder, &shipped(), TODAY);
        assert!(found.iter().any(|one| one.what.contains(what)), "{what} is not in {found:?}");
        assert!(Catalogue::load(&root().join("reference"), &folder).is_err(), "{what}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_it_costs_is_that_of_the_organisation_and_an_amount_that_was_made_up_says_so() {
    let catalogue = shipped();
    let cost = |name: &str, code: &str, language| {
        let service = catalogue.service(name).unwrap();
        service.cost(service.overlay(code).map(|of| &of.overlay), language).to_owned()
    };
    for name in ["parkeervergunning", "gehandicaptenparkeerkaart", "horecabedrijf-exploitatievergunning", "evenementenvergunning"]
    {
        for code in ["gm0307", "gm0344", "gm0599"] {
            assert!(cost(name, code, Language::Nl).starts_with("Voorbeeldbedrag: €"), "{name} of {code}");
            assert!(cost(name, code, Language::En).starts_with("Example amount: €"), "{name} of {code}");
        }
        assert!(cost(name, "pv30", Language::Nl).starts_with("Dat verschilt per gemeente"), "{name} where nobody says it");
    }
    for name in ["verhuismelding", "melding-openbare-ruimte"] {
        assert_eq!(cost(name, "gm0307", Language::Nl), "Dit kost niets.", "{name}");
    }
}

#[test]
fn each_service_says_what_is_a_decision_and_what_can_be_done_against_it() {
    let catalogue = shipped();
    let of = |name: &str| {
        let service = catalogue.service(name).unwrap();
        let decisions: Vec<_> = service.resultaten.iter().filter(|how| service.is_besluit(how)).map(String::as_str).collect();
        let remedies: Vec<_> = service.rechtsmiddelen.iter().map(|one| one.naam.as_str()).collect();
        let organs: Vec<_> = service.rechtsmiddelen.iter().filter_map(|one| Some(one.orgaan.as_ref()?.nl.as_str())).collect();
        (decisions, remedies, organs)
    };
    let college = "het college van burgemeester en wethouders";
    let permit = vec!["Verleend", "Geweigerd", "Wachtlijst", "Niet in behandeling"];
    assert_eq!(of("parkeervergunning"), (permit, vec!["bezwaar", "bezwaar"], vec![college, "de heffingsambtenaar"]));
    let remission = vec!["Kwijtschelding", "Deels kwijtschelding", "Geen kwijtschelding", "Niet in behandeling"];
    assert_eq!(of("belastingkwijtschelding"), (remission, vec!["administratief beroep"], vec!["het dagelijks bestuur"]));
    // Only what is not followed is equated with a decision (Wet BRP 2.60).
    assert_eq!(of("verhuismelding"), (vec!["Deels verwerkt", "Niet verwerkt"], vec!["bezwaar"], vec![college]));
    assert_eq!(of("melding-openbare-ruimte"), (vec![], vec!["klacht"], vec![]));
    assert_eq!(of("zorgtoeslag"), (vec![], vec![], vec![]));
    let articles: Vec<_> =
        catalogue.service("parkeervergunning").unwrap().grondslagen.iter().map(|one| one.artikel.as_str()).collect();
    assert_eq!(articles, ["Gemeentewet artikel 149", "Wegenverkeerswet 1994 artikel 2a", "Gemeentewet artikel 225"]);
}

#[test]
fn a_note_to_look_something_up_is_no_article() {
    for service in shipped().services() {
        let rules = service.offered_by().filter_map(|code| service.overlay(code)?.overlay.verordening.clone());
        let articles = rules.flat_map(|rule| [Some(rule.naam), rule.artikel]).flatten();
        let all = articles.chain(service.rechtsmiddelen.iter().map(|one| one.grondslag.clone()));
        assert!(all.into_iter().all(|text| !text.contains("nagelezen")), "{}", service.name);
    }
}

/// What is told to who publishes an overlay over our skeleton with one thing changed.
fn published_over(from: &str, to: &str) -> Vec<(Wrong, String)> {
    let folder = std::env::temp_dir().join(format!("over-{:?}-{}", std::thread::current().id(), std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for file in ["organisaties.toml", "melding-openbare-ruimte.toml"] {
        std::fs::copy(root().join("services").join(file), folder.join(file)).unwrap();
    }
    edit(&folder, "melding-openbare-ruimte.toml", from, to);
    let broken = Catalogue::load(&root().join("reference"), &folder).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let overlay = &shipped().service("melding-openbare-ruimte").unwrap().overlay("gm0307").unwrap().overlay.clone();
    let found = check_version(&broken.services()[0], &toml::to_string(overlay).unwrap(), &broken, TODAY);
    assert!(found.iter().all(|fault| fault.field == "dienst"), "{found:?}");
    found.into_iter().map(|fault| (fault.wrong, fault.what)).collect()
}

#[test]
fn a_service_without_its_remedy_takes_no_overlay() {
    let found = published_over("naam = \"klacht\"", "naam = \"bezwaar\"");
    assert!(matches!(&found[..], [(Wrong::Skeleton, what)] if what.contains("the remedy of a melding is klacht")), "{found:?}");
}

#[test]
fn a_snapshot_stays_as_it_is_when_another_takes_its_place() {
    let current = Current::of_files(shipped().into());
    let before = current.get();
    let mut next = (*before).clone();
    next.take_off("gm0307", "verhuismelding", Gestopt { sinds: None });
    current.replace(2, next);
    // Who was slower, with less in it, changes nothing.
    current.replace(1, shipped());
    let offered = |catalogue: &Catalogue| catalogue.service("verhuismelding").unwrap().overlay("gm0307").is_some();
    assert!(offered(&before) && !offered(&current.get()) && offered(current.shipped()));
    assert_eq!(current.number(), 2);
}

/// A copy of our services with one thing changed; gives what the check says of it, as `line: text`.
fn findings_after(change: impl Fn(&Path)) -> Vec<String> {
    let folder = std::env::temp_dir().join(format!("services-{:?}-{}", std::thread::current().id(), std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    for code in ["gm0307", "gm0344", "gm0599"] {
        let file = format!("overlays/{code}/melding-openbare-ruimte.toml");
        std::fs::create_dir_all(folder.join("overlays").join(code)).unwrap();
        std::fs::copy(root().join("services").join(&file), folder.join(&file)).unwrap();
    }
    std::fs::copy(root().join("services/melding-openbare-ruimte.toml"), folder.join("melding-openbare-ruimte.toml")).unwrap();
    change(&folder);
    let found = check_services(&folder, &shipped(), TODAY);
    std::fs::remove_dir_all(&folder).unwrap();
    found.iter().map(|f| format!("{}: {}", f.line, f.what)).collect()
}

fn edit(folder: &Path, file: &str, from: &str, to: &str) {
    let file = folder.join(file);
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains(from), "{from}");
    std::fs::write(&file, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn who_does_it_for_another_says_by_which_article_and_signs_in_with_digid() {
    let for_a_child = "[namens.kind]\njonger_dan = 19\ngeldt_vanaf = \"2014-01-06\"\nbasis = \" \"\n\n[[rechtsmiddel]]";
    let found = findings_after(|folder| edit(folder, "melding-openbare-ruimte.toml", "[[rechtsmiddel]]", for_a_child));
    let parts = ["only where one signs in with digid", "[namens.kind] has no basis", "jonger_dan is an age of 1 to 18"];
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(parts.iter().zip(&found).all(|(part, found)| found.contains(part)), "{found:?}");
    let undated = "[namens.machtiging]\nbasis = \"Awb 2:1\"\n\n[[rechtsmiddel]]";
    let found = findings_after(|folder| edit(folder, "melding-openbare-ruimte.toml", "[[rechtsmiddel]]", undated));
    assert!(found.iter().any(|told| told.contains("geldt_vanaf")), "{found:?}");
}

#[test]
fn what_a_register_holds_is_shown_and_never_asked() {
    let skeleton = "melding-openbare-ruimte.toml";
    let about = "concept = \"omschrijving van de melding\"";
    let with = |concept: &str, kind: &str| {
        findings_after(|folder| {
            edit(folder, skeleton, about, &format!("concept = \"{concept}\""));
            edit(folder, skeleton, "kind = \"prose\"", &format!("kind = \"{kind}\""));
        })
    };
    let asks = |found: &[String]| found.len() == 1 && found[0].contains("asks what a register holds");
    for kind in ["prose", "number", "money", "date", "choice", "address", "place", "list", "contact", "document", "organisatie"] {
        let found = with("persoon.adres", kind);
        assert!(asks(&found), "{kind}: {found:?}");
    }
    for held in HELD {
        for concept in [held, held.rsplit_once('.').unwrap().1] {
            let found = with(concept, "line");
            assert!(asks(&found), "{concept}: {found:?}");
        }
        let found = with(held, "known");
        match held {
            "persoon.gemeente" | "persoon.partner" | "persoon.inkomen" | "aanvrager.gemeente" => {
                assert!(found.len() == 1 && found[0].contains("is compared with nothing"), "{held}: {found:?}");
            }
            _ => assert_eq!(found, [""; 0], "{held}"),
        }
    }
    assert!(asks(&with("persoon.bsn", "line")), "all of a person is held");
    let misspelled = with("persoon.nam", "known");
    assert!(misspelled.len() == 1 && misspelled[0].contains("shows what no register holds"), "{misspelled:?}");
    assert_eq!(with("adres van het horecabedrijf", "address"), [""; 0]);
    // It is not published either.
    let found = published_over(about, "concept = \"persoon.adres\"");
    assert!(matches!(&found[..], [(Wrong::Skeleton, what)] if what.contains("asks what a register holds")), "{found:?}");
}

#[test]
fn what_goes_to_a_closed_compartment_says_who_opens_it() {
    let file = "melding-openbare-ruimte.toml";
    let closed = |folder: &Path| edit(folder, file, "kind = \"photo\"", "kind = \"photo\"\nbesloten = true");
    let names = |folder: &Path, who: &str| {
        edit(folder, file, "soort = \"melding\"", &format!("soort = \"melding\"\nadviseur = \"{who}\""))
    };
    let both = |who| {
        findings_after(|folder| {
            closed(folder);
            names(folder, who);
        })
    };
    assert_eq!(both("medisch-adviseur"), [""; 0]);
    let parts = [
        (findings_after(closed), "adviseur is missing"),
        (findings_after(|folder| names(folder, "medisch-adviseur")), "and for no other"),
        (both("behandelaar"), "adviseur is no role that advises"),
    ];
    for (found, part) in parts {
        assert!(found.len() == 1 && found[0].contains(part), "{found:?}");
    }
}

#[test]
fn whom_a_list_invites_is_told_by_columns_that_it_has() {
    let file = "melding-openbare-ruimte.toml";
    let invites = |naam: &str, mail: &str| {
        let said = "rol = { nl = \"x\", en = \"x\" }, waarom = { nl = \"x\", en = \"x\" }, grond = { nl = \"x\", en = \"x\" }";
        let column =
            |id: &str, kind: &str| format!("{{ id = \"{id}\", kind = \"{kind}\", label = {{ nl = \"x\", en = \"x\" }} }}");
        let columns = format!("column = [{}, {}]", column("wie", "line"), column("mail", "email"));
        format!("uitnodigen = {{ doel = \"leidinggevende\", naam = \"{naam}\", mail = \"{mail}\", {said} }}\n{columns}")
    };
    let as_list = |naam, mail| {
        findings_after(|folder| edit(folder, file, "kind = \"photo\"", &format!("kind = \"list\"\n{}", invites(naam, mail))))
    };
    assert_eq!(as_list("wie", "mail"), [""; 0]);
    let as_photo =
        |folder: &Path| edit(folder, file, "kind = \"photo\"", &format!("kind = \"photo\"\n{}", invites("wie", "mail")));
    for (found, part) in [
        (as_list("naam", "mail"), "uitnodigen.naam names no column of kind \"line\" of this list: naam"),
        (as_list("wie", "wie"), "uitnodigen.mail names no column of kind \"email\" of this list: wie"),
        (findings_after(as_photo), "uitnodigen is for a question of kind \"list\", and for no other"),
    ] {
        assert!(found.len() == 1 && found[0].contains(part) && found[0].contains("question \"fotos\""), "{found:?}");
    }
    let loaded = |folder: &Path| {
        std::fs::copy(root().join("services/organisaties.toml"), folder.join("organisaties.toml")).unwrap();
        Catalogue::load(&root().join("reference"), folder).err().map(|error| error.what)
    };
    findings_after(|folder| assert_eq!(loaded(folder), None));
    findings_after(|folder| {
        as_photo(folder);
        assert!(loaded(folder).unwrap().contains("question \"fotos\": uitnodigen is for a question of kind"), "it is not served");
    });
}

#[test]
fn a_mistake_in_a_service_is_told_with_its_line() {
    let skeleton = "melding-openbare-ruimte.toml";
    let cases: &[(&str, &str, &str)] = &[
        ("melding openbare ruimte (algemeen)", "melding op straat", "3: \"melding op straat\" is no name"),
        ("bewaartermijn = \"P5Y\"", "bewaartermijn = \"1 jaar\"", "11: bewaartermijn is no ISO 8601 duration"),
        ("bewaartermijn = \"P5Y\"", "", "missing field `bewaartermijn`"),
        (
            "bewaartermijn_bron = \"Selectielijst",
            "bewaartermijn_bron = \"\" # \"",
            "bewaartermijn_bron is missing: the list or rule",
        ),
        ("basis = \"AVG", "basis = \"\" # \"", "basis is missing: what allows"),
        ("purpose = \"melding", "purpose = \"\" # \"", "purpose is missing: what the data"),
        ("naam = \"klacht\"", "naam = \"bezwaar\"", "16: the remedy of a melding is klacht, not bezwaar"),
        ("[[rechtsmiddel]]", "[remedie]", "6: a service of kind melding needs its remedy"),
        ("naam = \"klacht\"", "naam = \"klacht\"\nsoort = \"heffing\"", "15: the first [[rechtsmiddel]] is against the decision"),
        ("[nl]", "[[rechtsmiddel]]\nnaam = \"bezwaar\"\ngrondslag = \"x\"\n[nl]", "19: another [[rechtsmiddel]] says tegen"),
        (
            "resultaat =",
            "besluit_bij = [\"Opgelost\"]\nresultaat =",
            "13: besluit_bij names what is no resultaat, or no decision",
        ),
        ("source = \"persoon\"", "source = \"\"", "question \"gevaar\" has no source"),
        ("id = \"soort\"", "id = \"gevaar\"", "question \"gevaar\" stands here twice"),
        ("id = \"contact\"\ntitle", "id = \"waar\"\ntitle", "page \"waar\" stands here twice"),
        ("(straatmeubilair)", "(bankjes)", "5: this is no name of the Uniforme Productnamenlijst"),
        ("upl = \"", "upl = ", "3: "),
    ];
    for (from, to, expected) in cases {
        let found = findings_after(|folder| edit(folder, skeleton, from, to));
        assert!(found.iter().any(|f| f.contains(expected)), "{expected} is not in {found:?}");
    }
    let of_a_day = |rule: &str| {
        let day = "[[page.question]]\nid = \"dag\"\nkind = \"date\"\nconcept = \"x\"\nsource = \"persoon\"\nbasis = \"x\"\n\
                   label = { nl = \"x\", en = \"x\" }\nwhy = { nl = \"x\", en = \"x\" }\ndatum = ";
        let question = "[[page.question]]\nid = \"gevaar\"";
        findings_after(|folder| edit(folder, skeleton, question, &format!("{day}{rule}\n\n{question}"))).join(" ")
    };
    assert_eq!(of_a_day("{ niet_voor = \"vandaag\", na_besluit = true }"), "");
    assert!(of_a_day("{ niet_voor = \"gevaar\" }").contains("niet_voor names \"gevaar\""));
    assert!(of_a_day("{ vooruit = \"P4W\" }").contains("needs its grondslag"));
    assert!(of_a_day("{ op_tijd = \"P5D\", grondslag = \"x\" }").contains("both op_tijd and te_laat"));
    let within = findings_after(|folder| edit(folder, skeleton, "kind = \"place\"", "kind = \"place\"\nbinnen = \"soort\""));
    assert!(within[0].contains("binnen is for a place, and names the question of kind organisatie"), "{within:?}");
    let found = findings_after(|folder| edit(folder, "overlays/gm0307/melding-openbare-ruimte.toml", "P10D", "10 dagen"));
    assert_eq!(found, ["6: term is no ISO 8601 duration, such as \"P8W\" or \"P10D\""]);
    let found = findings_after(|folder| std::fs::remove_dir_all(folder.join("overlays/gm0344")).unwrap());
    assert!(found[0].starts_with("1: overlay missing: gm0344"), "{found:?}");
    // Who chooses, chooses among those that offer it: none must, but not none of all.
    let chosen =
        |folder: &Path| edit(folder, skeleton, "soort = ", "bevoegd = \"keuze\"\nbestuurslagen = [\"gemeente\"]\nsoort = ");
    let found = findings_after(|folder| {
        chosen(folder);
        std::fs::remove_dir_all(folder.join("overlays/gm0344")).unwrap();
    });
    assert_eq!(found, [""; 0]);
    let found = findings_after(|folder| {
        chosen(folder);
        std::fs::remove_dir_all(folder.join("overlays")).unwrap();
    });
    assert_eq!(found, ["1: nobody offers this: no hosted organisation has an overlay"]);
}
