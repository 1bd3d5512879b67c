//! The register and the notices that we ship: complete, by what the law asks of them.
#![allow(clippy::unwrap_used, clippy::panic)]
use accountability::{Beheerder, Betrokkene, Bewaren, Deel, Ontvanger, Regels, notice, register};
use catalogue::{Catalogue, Gestopt};
use jiff::civil::{Date, date};
use registers::{Doelen, Register};
use std::path::{Path, PathBuf};
use values::Oin;

const TODAY: Date = date(2026, 11, 25);

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn doelen() -> Doelen {
    Doelen::load(&root().join("policies/doelen.toml")).unwrap()
}

fn catalogue() -> Catalogue {
    Catalogue::load(&root().join("reference"), &root().join("services")).unwrap()
}

fn shipped() -> Vec<Deel> {
    let doelen = doelen();
    let regels = Regels::load(&root().join("policies/verwerkingen.toml"), &doelen, TODAY).unwrap_or_else(|e| panic!("{e}"));
    let oin = Oin::parse(&"1".repeat(20)).unwrap();
    register(&catalogue(), &doelen, &regels, &Beheerder { naam: "Juiste Deur", oin: &oin }, TODAY)
}

#[test]
fn every_service_of_every_organisation_says_all_that_the_law_asks() {
    let (register, catalogue) = (shipped(), catalogue());
    let mut seen = 0;
    for service in catalogue.services() {
        for code in service.offered_by() {
            let of = format!("{} of {code}", service.name);
            let (who, v) = *notice(&register, &service.name)
                .iter()
                .find(|(who, _)| who.code.as_deref() == Some(code))
                .unwrap_or_else(|| panic!("{of} is missing"));
            // 13 lid 1 a and 30 lid 1 a: who.
            assert!(!who.naam.nl.is_empty() && !who.naam.en.is_empty() && who.oin.len() == 20, "{of}: who");
            // 13 lid 1 c and 30 lid 1 b: purpose and ground.
            assert!(!v.doel.nl.trim().is_empty() && !v.doel.en.trim().is_empty(), "{of}: purpose");
            assert!(v.grondslag.contains("AVG artikel 6"), "{of}: ground {}", v.grondslag);
            // 30 lid 1 c: whose data, and which.
            assert!(!v.betrokkenen.is_empty() && v.gegevens.len() >= service.questions().count(), "{of}: data");
            for g in &v.gegevens {
                assert!(![&g.wat.nl, &g.wat.en, &g.bron, &g.grondslag].iter().any(|t| t.trim().is_empty()), "{of}: {g:?}");
            }
            // 13 lid 1 e and 30 lid 1 d: who sees them.
            assert!(v.ontvangers.contains(&Ontvanger::Team) && v.team.is_some(), "{of}: recipients");
            assert_eq!(v.ontvangers.contains(&Ontvanger::Registers), !v.bevragingen.is_empty(), "{of}");
            assert_eq!(v.ontvangers.contains(&Ontvanger::AnderOrgaan), v.soort != Some("overdracht"), "{of}: sent on");
            // 13 lid 2 a and 30 lid 1 f: how long, and who says so.
            match &v.bewaren {
                Bewaren::Termijn { term, bron, .. } => {
                    assert!(term.starts_with('P') && !bron.trim().is_empty(), "{of}: how long")
                }
                Bewaren::Anders(_) => panic!("{of}: a service has a term"),
            }
            seen += 1;
        }
    }
    assert!(seen >= 20, "{seen}");
}

#[test]
fn every_field_that_a_purpose_may_ask_stands_in_a_notice() {
    let (register, doelen, catalogue) = (shipped(), doelen(), catalogue());
    let signs_in = catalogue.services().iter().filter_map(|s| Some((s.name.as_str(), s.inloggen.as_ref()?.doel.as_str())));
    let invites = catalogue
        .services()
        .iter()
        .flat_map(|s| s.questions().filter_map(|question| Some((s.name.as_str(), question.uitnodigen.as_ref()?.doel.as_str()))));
    let used: Vec<_> = signs_in.chain(invites).collect();
    for doel in doelen.iter() {
        let name = doel.purpose().name.as_str();
        let notices = used.iter().filter(|(_, doel)| *doel == name).map(|(service, _)| *service);
        for of in notices.chain((name == "mijn-gegevens").then_some("mijn-overheid")) {
            let all = notice(&register, of);
            assert!(!all.is_empty(), "{of}");
            for (register, field) in Register::ALL.into_iter().flat_map(|r| doel.fields(r).iter().map(move |f| (r, f))) {
                let told = |v: &accountability::Verwerking| {
                    v.bevragingen.iter().any(|b| b.register == register && b.velden.contains(field) && !b.grondslag.is_empty())
                };
                assert!(all.iter().all(|(_, v)| told(v)), "{of}: {register} {field}");
            }
        }
    }
}

#[test]
fn whose_data_they_are_follows_from_what_is_asked() {
    let register = shipped();
    let of = |name: &str| notice(&register, name)[0].1.betrokkenen.clone();
    assert_eq!(of("verhuismelding"), [Betrokkene::Aanvrager, Betrokkene::Partner, Betrokkene::Kind]);
    assert_eq!(of("parkeervergunning"), [Betrokkene::Aanvrager]);
    assert_eq!(of("horecabedrijf-exploitatievergunning"), [Betrokkene::Onderneming, Betrokkene::Genodigde]);
    let card = notice(&register, "gehandicaptenparkeerkaart")[0].1;
    assert!(
        card.gegevens.iter().any(|g| g.besloten_voor == Some(Ontvanger::MedischAdviseur)),
        "who opens what is closed is said"
    );
    for service in catalogue().services() {
        let v = notice(&register, &service.name)[0].1;
        let of_register = |g: &&accountability::Gegeven| g.bron != "persoon" && g.bron != "inlogdienst";
        assert!(
            v.gegevens.iter().filter(of_register).all(|g| g.uit_register),
            "{}: what a register gives is told so",
            service.name
        );
        assert!(v.gegevens.iter().filter(|g| g.uit_register && g.bron != "BRP").all(|g| !g.verplicht), "{}", service.name);
    }
    assert!(card.gegevens.iter().filter(|g| g.bron == "BRP").all(|g| !g.verplicht), "what a register gives nobody need give");
}

#[test]
fn what_is_about_health_has_its_own_ground_and_the_front_desk_does_not_read_it() {
    let register = shipped();
    let card = notice(&register, "gehandicaptenparkeerkaart")[0].1;
    assert!(card.grondslag.contains("artikel 9 lid 2 b"), "{}", card.grondslag);
    assert!(card.ontvangers.contains(&Ontvanger::KlantcontactAfgeschermd) && !card.ontvangers.contains(&Ontvanger::Klantcontact));
    assert_eq!(card.gegevens.iter().filter(|g| g.toestemming).count(), 1, "to use an earlier examination");
    let permit = notice(&register, "parkeervergunning")[0].1;
    assert!(permit.ontvangers.contains(&Ontvanger::Klantcontact) && permit.gegevens.iter().all(|g| !g.toestemming));
    for name in ["klacht", "bezwaar"] {
        let of = &notice(&register, name)[0].1.ontvangers;
        assert!(of.contains(&Ontvanger::Team) && !of.contains(&Ontvanger::AnderOrgaan), "{name} is sent on to nobody");
    }
}

#[test]
fn each_is_responsible_for_her_own() {
    let register = shipped();
    let codes: Vec<_> = register.iter().map(|deel| deel.verantwoordelijke.code.as_deref()).collect();
    assert_eq!(codes, [Some("gm0307"), Some("gm0344"), Some("gm0599"), Some("ws0662"), Some("pv30"), None]);
    assert_eq!(notice(&register, "vraag").len(), 5);
    assert_eq!(notice(&register, "correctie").len(), 3, "the municipalities keep the BRP");
    assert_eq!(notice(&register, "belastingkwijtschelding").len(), 1);
    for name in ["formulier", "inloggen", "mijn-overheid"] {
        let all = notice(&register, name);
        assert!(all.len() == 1 && all[0].0.code.is_none(), "{name}");
    }
    assert!(notice(&register, "nieuwsgierigheid").is_empty());
    let officers = register.iter().filter(|deel| deel.verantwoordelijke.fg.is_some()).count();
    assert_eq!(officers, 4, "whom we do not know we do not make up");
}

#[test]
fn what_is_not_offered_any_more_stays_for_its_data_are_kept() {
    let (mut now, sinds) = (catalogue(), Some(date(2026, 11, 24)));
    now.take_off("gm0307", "parkeervergunning", Gestopt { sinds });
    let doelen = doelen();
    let regels = Regels::load(&root().join("policies/verwerkingen.toml"), &doelen, TODAY).unwrap();
    let oin = Oin::parse(&"1".repeat(20)).unwrap();
    let register = register(&now, &doelen, &regels, &Beheerder { naam: "Juiste Deur", oin: &oin }, TODAY);
    let all = notice(&register, "parkeervergunning");
    assert_eq!(all.len(), 3, "the notice names all who hold data");
    for (who, v) in all {
        let stopped = who.code.as_deref() == Some("gm0307");
        assert_eq!(v.gestopt, stopped.then_some(Gestopt { sinds }), "{:?}", who.code);
        assert_eq!(v.team.is_none(), stopped, "nobody handles what nobody can send");
        assert!(matches!(&v.bewaren, Bewaren::Termijn { term, .. } if term == "P5Y") && !v.gegevens.is_empty());
    }
    assert_eq!(notice(&register, "belastingkwijtschelding").len(), 1, "what was never offered is nobody's");
}

#[test]
fn what_is_wrong_in_the_file_is_told_with_its_line() {
    let text = std::fs::read_to_string(root().join("policies/verwerkingen.toml")).unwrap();
    let file = std::env::temp_dir().join(format!("verwerkingen-{}.toml", std::process::id()));
    let line = |part: &str| text[..text.find(part).unwrap()].matches('\n').count() + 1;
    for (from, to, at, what) in [
        ("naam = \"correctie\"", "naam = \"vraag\"", "naam = \"vraag\"", "twice"),
        ("bewaart = \"vraag\"", "bewaart = \"lang\"", "naam = \"vraag\"", "how long"),
        ("bewaart = \"vraag\"", "", "naam = \"vraag\"", "how long"),
        ("vraagt = \"mijn-gegevens\"", "vraagt = \"alles\"", "naam = \"mijn-overheid\"", "no such purpose"),
        ("grondslag = \"AVG artikel 15\"", "grondslag = \" \"", "naam = \"mijn-overheid\"", "ground"),
        ("van = \"gemeente\"", "van = \"rijk\"", "van = \"gemeente\"", "rijk"),
    ] {
        std::fs::write(&file, text.replacen(from, to, 1)).unwrap();
        let fault = Regels::load(&file, &doelen(), TODAY).err().unwrap_or_else(|| panic!("{to} is accepted"));
        assert!(fault.line == line(at) && fault.what.contains(what), "{fault}");
    }
    std::fs::remove_file(&file).unwrap();
}
