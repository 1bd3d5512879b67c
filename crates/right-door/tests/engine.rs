//! The engine on the catalogue that we ship; all of it also holds without the lexicon.
#![allow(clippy::unwrap_used, clippy::panic)]
use catalogue::{Bestuurslaag, Catalogue};
use proptest::prelude::*;
use right_door::{Engine, Found, Hit};
use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn catalogue() -> &'static Catalogue {
    static ONE: OnceLock<Catalogue> = OnceLock::new();
    ONE.get_or_init(|| Catalogue::load(&root().join("reference"), &root().join("services")).unwrap_or_else(|e| panic!("{e}")))
}

/// Without the lexicon and, where it was fetched, with it.
fn engines() -> &'static [Engine] {
    static ALL: OnceLock<Vec<Engine>> = OnceLock::new();
    ALL.get_or_init(|| {
        let lexicon = root().join("assets/lexicon/nl.tsv");
        let build = |lexicon: Option<&Path>| {
            Engine::build(catalogue(), &root().join("reference"), lexicon).unwrap_or_else(|e| panic!("{e}"))
        };
        let mut all = vec![build(None)];
        if lexicon.exists() {
            all.push(build(Some(&lexicon)));
        } else {
            println!("SKIPPED: no lexicon, run scripts/lexicon; tested without it only");
        }
        all
    })
}

fn names(found: &Found) -> Vec<&str> {
    found.hits.iter().map(|h| catalogue().products()[h.product].name.as_str()).collect()
}

fn finds(question: &str, product: &str) {
    for engine in engines() {
        let found = engine.search(question, 3);
        assert!(names(&found).contains(&product), "{question}: {:?}", names(&found));
    }
}

#[test]
fn every_product_is_found_by_its_own_name() {
    for engine in engines() {
        let products = catalogue().products();
        let lost: Vec<&str> =
            products.iter().map(|p| p.name.as_str()).filter(|name| !names(&engine.search(name, 5)).contains(name)).collect();
        assert!(lost.len() < products.len() / 100, "{lost:?}");
    }
}

#[test]
fn a_compound_is_found_by_its_parts_and_the_other_way_round() {
    finds("parkeervergunningaanvraag", "parkeervergunning");
    finds("rijbewijsverlenging", "rijbewijs verlengen");
    finds("parkeer vergunning", "parkeervergunning");
    finds("vergunning om te parkeren", "parkeervergunning");
}

#[test]
fn spelling_mistakes_and_diacritics_do_not_matter() {
    finds("paspord aanvraagen", "paspoort");
    finds("huurtoeslaag", "huurtoeslag");
    finds("kinderbeislag", "kinderbijslag");
    finds("HÜÜRTÓESLAG", "huurtoeslag");
}

#[test]
fn a_verb_that_stands_apart_is_one_verb() {
    let Some(engine) = engines().get(1) else { return };
    let whole = engine.search("bedrijf uitschrijven", 1);
    assert_eq!(names(&engine.search("ik schrijf mijn bedrijf uit", 1)), names(&whole));
    assert_eq!(names(&engine.search("om mijn bedrijf uit te schrijven", 1)), names(&whole));
}

#[test]
fn other_languages_are_read_through_a_small_dictionary() {
    finds("How do I renew my driver's license?", "rijbewijs verlengen");
    finds("Wo kann ich meinen Reisepass verlängern?", "paspoort");
    finds("كيف احصل على جواز سفر", "paspoort");
    finds("Де отримати паспорт?", "paspoort");
}

#[test]
fn a_word_decides_between_the_layers_of_a_product() {
    for engine in engines() {
        let layer = |question: &str| engine.search(question, 1).hits[0].layer;
        assert_eq!(layer("bezwaar maken"), Bestuurslaag::Gemeente);
        assert_eq!(layer("bezwaar maken bij de provincie"), Bestuurslaag::Provincie);
        assert_eq!(layer("bezwaar maken tegen het waterschap"), Bestuurslaag::Waterschap);
        assert_eq!(layer("digid wachtwoord vergeten"), Bestuurslaag::Rijk);
        let named = |question: &str| engine.search(question, 1).hits[0].layer_named;
        assert!(named("ik kan de gemeentebelasting niet betalen") && !named("kwijtschelding"));
        assert_eq!(layer("kwijtschelding waterschapsbelasting"), Bestuurslaag::Waterschap);
    }
}

#[test]
fn a_service_says_who_does_it_unless_the_question_names_another_and_where_there_is_none_practice_does() {
    for engine in engines() {
        for service in catalogue().services() {
            let product = catalogue().product(&service.upl).unwrap();
            let place = catalogue().products().iter().position(|one| one.name == product.name).unwrap();
            let [own, ..] = catalogue().layers(product)[..] else { panic!("{}: no layer", service.name) };
            for layer in Bestuurslaag::ALL {
                let does_it = catalogue().layers(product).contains(&layer);
                for layer_named in [false, true] {
                    let leads = Hit { product: place, score: 1.0, layer, layer_named }.leads(catalogue(), product);
                    let elsewhere = layer_named && !does_it;
                    assert_eq!(leads.layer, if does_it || elsewhere { layer } else { own }, "{} {layer:?}", service.name);
                    assert_eq!(
                        (leads.elsewhere, leads.can_be_done_here(None)),
                        (elsewhere, !elsewhere),
                        "{} {layer:?}",
                        service.name
                    );
                }
            }
        }
        let leads = |question: &str| {
            let hit = engine.search(question, 1).hits[0];
            hit.leads(catalogue(), &catalogue().products()[hit.product])
        };
        // The list of products leaves out the layer that does it in practice.
        let refund = leads("belastingteruggave");
        assert_eq!((refund.layer, refund.elsewhere, refund.can_be_done_here(None)), (Bestuurslaag::Rijk, false, false));
        let remission = leads("kwijtschelding");
        assert_eq!((remission.layer, remission.elsewhere), (Bestuurslaag::Waterschap, false));
        let of_the_municipality = leads("ik kan de gemeentebelasting niet betalen");
        assert!(of_the_municipality.elsewhere && of_the_municipality.layer == Bestuurslaag::Gemeente);
        let parking = leads("parkeervergunning");
        let takes = |code: &str| parking.can_be_done_here(catalogue().organisatie_with_code(code));
        assert!(takes("gm0307") && !takes("gm0363"), "only where it is offered");
        let benefit = leads("zorgtoeslag");
        let agency = catalogue().receiver(benefit.service.unwrap()).unwrap().0;
        assert!(benefit.can_be_done_here(Some(agency)), "who hands over takes it for another");
    }
}

#[test]
fn who_gives_her_number_with_a_question_is_answered_on_the_rest_of_it() {
    for engine in engines() {
        let first = |question: &str| names(&engine.search(question, 1))[0].to_owned();
        assert_eq!(first("mijn bsn is ••••••••• ik wil een paspoort"), "paspoort");
        assert_eq!(first("BSN: ••••••••• rijbewijs verlengen"), "rijbewijs verlengen");
        assert_eq!(first("mijn bsn ••••••••• klopt niet"), "burgerservicenummer (bsn)");
        assert_eq!(first("waar vind ik mijn bsn"), "burgerservicenummer (bsn)");
    }
}

#[test]
fn what_is_not_of_government_is_not_good_enough() {
    for engine in engines() {
        for question in ["", " ?! ", "xqzwv", "recept voor pannenkoeken", "gaat het vanmiddag regenen", "wie wint de wedstrijd"]
            .into_iter()
            .chain(["boom van de buren hangt over mijn tuin", "de takken van mijn buren hangen over de schutting"])
        {
            assert!(!engine.search(question, 3).good_enough, "{question}");
        }
        assert!(engine.search("", 3).hits.is_empty());
        for question in ["ik ga verhuizen", "boom kappen", "buren bouwen zonder vergunning", "takken hangen over de stoep"] {
            assert!(engine.search(question, 3).good_enough, "{question}");
        }
        assert!(engine.search("paspoort", 0).hits.is_empty());
    }
}

#[test]
fn a_very_long_question_is_only_read_in_part() {
    for engine in engines() {
        for text in ["a".repeat(10_000), "paspoort ".repeat(1_200), "é".repeat(10_000), "parkeervergunningen".repeat(600)] {
            assert!(engine.search(&text, 3).hits.len() <= 3);
        }
    }
}

#[test]
fn words_of_a_product_that_is_not_in_the_list_are_an_error_with_file_and_line() {
    let folder = std::env::temp_dir().join(format!("wegwijzer-{}", std::process::id()));
    let words = folder.join("wegwijzer");
    std::fs::create_dir_all(&words).unwrap();
    for file in std::fs::read_dir(root().join("reference/wegwijzer")).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), words.join(file.file_name())).unwrap();
    }
    std::fs::write(words.join("woorden.csv"), "uniforme_productnaam,woorden\npaspoort,pas\nbestaat niet,iets\n").unwrap();
    let error = Engine::build(catalogue(), &folder, None).unwrap_err();
    assert!(error.file.ends_with("woorden.csv") && error.line == 3, "{error}");
    assert!(error.what.contains("bestaat niet"));
    std::fs::remove_dir_all(&folder).unwrap();
}

/// `cargo test --release -p right-door -- --ignored --nocapture` prints what a search and a start cost.
#[test]
#[ignore = "a measurement, only meaningful in release"]
fn a_search_takes_less_than_two_milliseconds() {
    let lexicon = root().join("assets/lexicon/nl.tsv");
    let lexicon = lexicon.exists().then_some(lexicon);
    let start = std::time::Instant::now();
    let engine = Engine::build(catalogue(), &root().join("reference"), lexicon.as_deref()).unwrap_or_else(|e| panic!("{e}"));
    println!("build: {:?}, with lexicon: {}", start.elapsed(), lexicon.is_some());
    let long = "mijn vergunnign voor de verbouwwing is afgeweezen en nu weet ik niet waar ik moet zijn ".repeat(10);
    let hostile: String =
        (0..150).map(|i| format!("verzekeringsbelastingaanvraag{}ij ", "vergunn".repeat(i % 2) + &"x".repeat(i % 7))).collect();
    for (what, question) in [
        ("short", "paspoort verlopen"),
        ("spelling mistakes", "rijbeweis verlegnen bij de gemeentte"),
        ("160 words", &long),
        ("150 long compounds", &hostile),
    ] {
        let start = std::time::Instant::now();
        (0..200).for_each(|_| drop(std::hint::black_box(engine.search(question, 10))));
        let each = start.elapsed() / 200;
        println!("search, {what}: {each:?}");
        assert!(each < std::time::Duration::from_millis(2), "{what}: {each:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_text_makes_it_panic_and_scores_are_shares(text in any::<String>(), how_many in 0usize..20) {
        for engine in engines() {
            let found = engine.search(&text, how_many);
            prop_assert!(found.hits.len() <= how_many);
            prop_assert!(found.hits.iter().all(|h| (0.0..=1.0).contains(&h.score) && h.product < catalogue().products().len()));
            prop_assert!(found.hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
        }
    }

    #[test]
    fn dutch_looking_text_neither(text in "[a-zé' -]{0,200}") {
        for engine in engines() {
            prop_assert!(engine.search(&text, 3).hits.len() <= 3);
        }
    }
}
