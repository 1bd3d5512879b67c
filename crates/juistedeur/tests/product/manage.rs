//! Who manages an organisation changes what it offers while the program runs, with four eyes, and nobody else does.
use crate::{
    around::Around,
    census::{enter, example, prefixes},
    resident::{Page, Resident},
    running::{On, Product, databases, new_postgres_database},
};
use std::time::{Duration, Instant};
use uuid::Uuid;
use web::{ROUTES, Who};

const MELDING: &str = "/beheer/diensten/melding-openbare-ruimte";

/// What is filled in for reports in Amersfoort, with this norm in working days.
fn filled_in<'a>(norm: &'a str, basis: &'a str, step: &'a str) -> [(&'static str, &'a str); 9] {
    [
        ("basis", basis),
        ("team-nl", "Team Openbare Ruimte van de gemeente Amersfoort"),
        ("team-en", "the Public Space team of the municipality of Amersfoort"),
        ("norm-term", norm),
        ("norm-eenheid", "werkdagen"),
        ("norm-source", "Servicenormen 2026, onderdeel 3"),
        ("contact-telefoon", "14 033"),
        ("waarom-wijziging", "Het college besloot dit op 12 november"),
        ("stap", step),
    ]
}

/// The version on which a change is built now.
fn basis(manager: &Resident, path: &str) -> String {
    manager.get(&format!("{path}/wijzigen")).unwrap().between("name=\"basis\" value=\"", "\"").unwrap()
}

/// Proposes a norm; gives the address of the proposal.
fn proposes(manager: &Resident, norm: &str) -> String {
    let basis = basis(manager, MELDING);
    let page = manager.post(&format!("{MELDING}/wijzigen"), &filled_in(norm, &basis, "voorstel")).unwrap();
    assert!(page.address.starts_with("/beheer/versies/"), "{}: {}", page.address, page.text);
    page.address
}

fn publishes(manager: &Resident, version: &str) -> Page {
    manager.post(&format!("{version}/publiceren"), &[]).unwrap()
}

/// The day that a receipt promises.
fn promised(page: &Page) -> String {
    page.between("U krijgt uiterlijk ", " antwoord").unwrap_or_else(|| panic!("{}", page.text))
}

/// Fills in and sends a report; gives the receipt.
fn reports(resident: &Resident) -> Page {
    let draft = resident.fills_in("Er ligt glas", &[]).unwrap();
    let sent = resident.post(&format!("{draft}/versturen"), &[]).unwrap();
    assert!(sent.address.starts_with("/bewijs/"), "{}", sent.text);
    sent
}

fn signs_in<const N: usize>(product: &Product, names: [&str; N]) -> [Resident; N] {
    names.map(|name| {
        let staff = Resident::at(&product.base);
        let landed = staff.signs_in("medewerkers", name, "/beheer");
        assert!(landed.address.starts_with("/beheer"), "{name}: {}", landed.address);
        staff
    })
}

#[test]
fn a_norm_changes_for_who_sends_after_it_and_for_nobody_before() {
    for on in databases() {
        let mut product = Product::new(&on);
        let _around = Around::of(&mut product);
        product.start();
        let [femke, karim] = signs_in(&product, ["Femke Hoogland", "Karim Bouzidi"]);
        let (before, after) = (Resident::at(&product.base), Resident::at(&product.base));
        let old = reports(&before);
        // What is wrong is told at its field, and what was typed stays.
        let wrong = femke.post(&format!("{MELDING}/wijzigen"), &filled_in("drie", "", "bekijk")).unwrap();
        assert_eq!(wrong.status, 422);
        assert!(wrong.text.contains("id=\"norm-term-fout\"") && wrong.text.contains("value=\"drie\""), "{}", wrong.text);
        let preview = femke.post(&format!("{MELDING}/wijzigen"), &filled_in("3", "", "bekijk")).unwrap();
        assert!(preview.text.contains("10 werkdagen") && preview.text.contains("3 werkdagen"), "{}", preview.text);
        let version = proposes(&femke, "3");
        assert_eq!(promised(&reports(&after)), promised(&old), "a proposal changes nothing");
        assert_eq!(publishes(&femke, &version).status, 409, "four eyes");
        let seen = karim.get(&version).unwrap();
        assert!(seen.text.contains("10 werkdagen") && seen.text.contains("3 werkdagen") && seen.text.contains("12 november"));
        assert_eq!(publishes(&karim, &version).address, MELDING);
        let new = reports(&after);
        assert_ne!(promised(&new), promised(&old));
        assert!(new.text.contains("14 033"), "{}", new.text);
        assert_eq!(promised(&before.get(&old.address).unwrap()), promised(&old), "what was sent keeps its version");
        // Somebody had read the old promise and now sends: she sees the new one first.
        let draft = after.fills_in("Er ligt nog meer glas", &[]).unwrap();
        let seen = after.get(&format!("{draft}/controle")).unwrap().between("name=\"versie\" value=\"", "\"").unwrap();
        let next = proposes(&karim, "2");
        publishes(&femke, &next);
        let again = after.post(&format!("{draft}/versturen"), &[("versie", &seen)]).unwrap();
        assert_eq!(again.status, 422);
        assert!(again.text.contains("Er is net iets veranderd"), "{}", again.text);
        let seen = again.between("name=\"versie\" value=\"", "\"").unwrap();
        let sent = after.post(&format!("{draft}/versturen"), &[("versie", &seen)]).unwrap();
        assert!(sent.address.starts_with("/bewijs/"), "{}", sent.text);
        // A restart keeps it.
        product.stop();
        product.start();
        assert_eq!(promised(&reports(&after)), promised(&sent));
        let past = femke.get(MELDING).unwrap();
        assert_eq!(past.text.matches("gepubliceerd door Karim Bouzidi").count(), 1, "{}", past.text);
    }
}

#[test]
fn who_builds_on_what_is_not_there_any_more_is_told_and_keeps_what_was_typed() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let [femke, karim] = signs_in(&product, ["Femke Hoogland", "Karim Bouzidi"]);
    let version = proposes(&femke, "3");
    let second = karim.post(&format!("{MELDING}/wijzigen"), &filled_in("4", "", "voorstel")).unwrap();
    assert_eq!(second.status, 409);
    assert!(second.text.contains("Er wacht al een voorstel hierover") && second.text.contains("value=\"4\""), "{}", second.text);
    publishes(&karim, &version);
    let late = karim.post(&format!("{MELDING}/wijzigen"), &filled_in("4", "", "voorstel")).unwrap();
    assert_eq!(late.status, 409);
    assert!(late.text.contains("Een collega heeft intussen iets gepubliceerd") && late.text.contains("value=\"4\""));
    // What was published is built on now, and a rejected proposal is no version.
    let again = proposes(&karim, "4");
    let withdrawn = karim.post(&format!("{again}/afwijzen"), &[("reden", "Toch niet")]).unwrap();
    assert!(withdrawn.text.contains("afgewezen door Karim Bouzidi"), "{}", withdrawn.text);
    assert_eq!(publishes(&femke, &again).status, 409);
}

#[test]
fn a_service_that_was_taken_down_takes_nothing_new_and_what_runs_goes_on() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let [femke, karim] = signs_in(&product, ["Femke Hoogland", "Karim Bouzidi"]);
    let resident = Resident::at(&product.base);
    let sent = reports(&resident);
    let begun = resident.fills_in("Een tegel los", &[]).unwrap();
    let product_page = |place: &str| resident.post("/product/melding-openbare-ruimte-algemeen", &[("plaats", place)]).unwrap();
    assert!(product_page("Amersfoort").text.contains("U kunt dit hier meteen doen"));
    assert_eq!(femke.post(&format!("{MELDING}/stoppen"), &[]).unwrap().status, 422, "with a reason, or not");
    let stopped = femke.post(&format!("{MELDING}/stoppen"), &[("reden", "De meldkamer is dicht")]).unwrap();
    assert!(stopped.text.contains("Stopgezet op"), "{}", stopped.text);
    let told = product_page("Amersfoort").text;
    assert!(told.contains("U kunt dit hier nu niet bij deze organisatie doen") && !told.contains("hier meteen"), "{told}");
    assert!(product_page("Utrecht").text.contains("U kunt dit hier meteen doen"));
    for address in [format!("{begun}/controle"), format!("{begun}/versturen")] {
        let page = if address.ends_with("controle") { resident.get(&address) } else { resident.post(&address, &[]) }.unwrap();
        assert!(page.text.contains("De gemeente Amersfoort neemt dit hier nu niet aan"), "{address}: {}", page.text);
    }
    assert_eq!(resident.get(&sent.address).unwrap().status, 200);
    let follow = sent.between("href=\"/volgen/", "\"").unwrap();
    let added = resident.post(&format!("/volgen/{follow}/bericht"), &[("bericht", "Het ligt er nog")]).unwrap();
    assert!(added.text.contains("Het ligt er nog"), "{}", added.text);
    // Two put it back, and the draft goes on where it was.
    let back = proposes(&femke, "10");
    assert_eq!(publishes(&femke, &back).status, 409);
    publishes(&karim, &back);
    assert!(resident.post(&format!("{begun}/versturen"), &[]).unwrap().address.starts_with("/bewijs/"));
}

#[test]
fn what_is_published_on_one_instance_holds_on_the_other_within_seconds() {
    let Some(url) = new_postgres_database() else {
        eprintln!("skipped: JUISTEDEUR_TEST_POSTGRES is not set; run: make test");
        return;
    };
    let mut one = Product::new(&On::Postgres(url));
    let _around = Around::of(&mut one);
    one.start();
    let mut two = one.beside();
    two.start();
    let [femke, karim] = signs_in(&one, ["Femke Hoogland", "Karim Bouzidi"]);
    let (here, there) = (Resident::at(&one.base), Resident::at(&two.base));
    let old = promised(&reports(&there));
    let version = proposes(&femke, "2");
    publishes(&karim, &version);
    let new = promised(&reports(&here));
    assert_ne!(new, old, "at once where it was published");
    let since = Instant::now();
    while promised(&reports(&there)) != new {
        assert!(since.elapsed() < Duration::from_secs(10), "the other instance does not notice");
        std::thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn roles_are_given_and_taken_at_the_next_request_and_never_by_oneself() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let [femke, karim] = signs_in(&product, ["Femke Hoogland", "Karim Bouzidi"]);
    let emre = Resident::at(&product.base);
    assert!(emre.signs_in("medewerkers", "Emre Aksoy", "/balie").text.contains("klantcontact"));
    let gives = |who: &Resident, to: &str, roles: &[&str]| {
        let mut fields = vec![("medewerker", to), ("waarom-wijziging", "Andere taak")];
        fields.extend(roles.iter().map(|role| ("rollen", *role)));
        who.post("/beheer/medewerkers", &fields).unwrap()
    };
    assert_eq!(gives(&femke, "", &["kcc"]).status, 422);
    let own = gives(&femke, "gm0307-beheerder", &["behandelaar"]);
    assert!(own.status == 409 && own.text.contains("Dit gaat over uw eigen rollen"), "{}", own.text);
    let given = gives(&femke, "gm0307-kcc", &["kcc", "behandelaar"]);
    assert!(!emre.get("/balie").unwrap().text.contains("behandelaar"), "a proposal gives nothing");
    publishes(&karim, &given.address);
    assert!(emre.get("/balie").unwrap().text.contains("behandelaar, klantcontact"), "{}", emre.get("/balie").unwrap().text);
    let taken = gives(&karim, "gm0307-kcc", &[]);
    publishes(&femke, &taken.address);
    assert!(emre.get("/balie").unwrap().text.contains("In uw rol ziet u geen zaken en vragen"));
    // She takes her colleague's, and he may not publish that himself.
    let his = gives(&femke, "gm0307-beheerder-2", &[]);
    assert_eq!(publishes(&karim, &his.address).status, 409);
    assert_eq!(karim.get("/beheer").unwrap().status, 200);
}

#[test]
fn managing_is_for_who_manages_there_alone() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let [femke, karim, iris] = signs_in(&product, ["Femke Hoogland", "Karim Bouzidi", "Iris Kuipers"]);
    let [nobody, she, noor, emre, officer] = std::array::from_fn(|_| Resident::at(&product.base));
    she.signs_in("digid", "999994542", "/mijn");
    for (staff, name) in [(&noor, "Noor Zandstra"), (&emre, "Emre Aksoy"), (&officer, "Willem Terpstra")] {
        staff.signs_in("medewerkers", name, "/balie");
    }
    let version = proposes(&femke, "3");
    let id = version.strip_prefix("/beheer/versies/").unwrap();
    let strangers = [("nobody", &nobody), ("a resident", &she)];
    // Who handles or answers knows that there is something to manage; who supervises does not see it.
    let others = [("who handles", &noor, 403), ("the front desk", &emre, 403), ("the privacy officer", &officer, 404)];
    for route in ROUTES.iter().filter(|route| route.who == Who::Manager) {
        for prefix in prefixes(route) {
            let address = format!("{prefix}{}", example(route.path, id));
            let told = format!("{} {address}", route.method);
            for (who, resident) in strangers {
                let page = enter(resident, route, &address);
                assert!(page.address.starts_with(&format!("{prefix}/inloggen?naar=/beheer")), "{who} {told}: {}", page.address);
            }
            for (who, resident, expected) in others {
                let page = enter(resident, route, &address);
                assert_eq!(page.status, expected, "{who} {told}");
                assert!(!page.text.contains("Femke"), "{who} {told}");
            }
            let page = enter(&iris, route, &address);
            let expected = match route.path {
                path if path.contains("{id}") => 404,
                // Nothing was filled in.
                _ if route.method == "POST" => 422,
                _ => 200,
            };
            assert_eq!(page.status, expected, "another town {told}");
            assert!(!page.text.contains("Femke") && !page.text.contains("Karim"), "another town {told}");
            let unknown = format!("{prefix}{}", example(route.path, &Uuid::now_v7().to_string()));
            if route.path.contains("{id}") && !route.path.ends_with("afwijzen") {
                assert_eq!(enter(&karim, route, &unknown).status, 404, "what is not there {unknown}");
            }
        }
    }
    // A service that this organisation has nothing to do with is not there.
    assert_eq!(iris.get("/beheer/diensten/niets").unwrap().status, 404);
    // Nobody changed a thing, and for a colleague it is there.
    let seen = karim.get(&version).unwrap();
    assert!(seen.status == 200 && seen.text.contains("Femke Hoogland") && seen.text.contains("Publiceer dit"), "{}", seen.text);
}
