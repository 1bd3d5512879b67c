//! Every address says who may enter, and keeps its word. Whoever adds one adds it to `routes.txt` as well.
use crate::{
    around::Around,
    resident::{Page, Resident},
    running::{On, Product, root},
};
use uuid::Uuid;
use web::{ROUTES, RouteLine, Who};

const WRONG_CODE: &str = "babab-babab-babab-babab-babab-babab-babab-babab";

/// An address of this line, of something with the id `id`.
pub fn example(path: &str, id: &str) -> String {
    path.replace("{topic}", "verhuizen")
        .replace("{product}", "melding-openbare-ruimte-algemeen")
        .replace("{service}", "melding-openbare-ruimte")
        .replace("{organisatie}", "gm0307")
        .replace("{way}", "digid")
        .replace("{question}", "fotos")
        .replace("{id}", id)
        .replace("{page}", "wat")
        .replace("/fonts/{file}", "/fonts/source-sans-pro-latin-400-normal.woff2")
        .replace("{file}", &Uuid::now_v7().to_string())
        .replace("{question}", "fotos")
        .replace("{document}", &Uuid::now_v7().to_string())
        .replace("{taak}", &Uuid::now_v7().to_string())
        .replace("{code}", WRONG_CODE)
}

/// The languages in which a route is there, as a beginning of its address.
pub fn prefixes(route: &RouteLine) -> &'static [&'static str] {
    if route.path.contains('.') || route.path.starts_with("/static") { &[""] } else { &["", "/en"] }
}

pub fn enter(resident: &Resident, route: &RouteLine, address: &str) -> Page {
    let mut fields = vec![("bericht", "Van mij"), ("antwoord", "Van mij"), ("oordeel", "gaat")];
    if route.path.ends_with("/doorsturen") {
        fields.extend([("naar", "gm0344"), ("reden", "Van mij")]);
    }
    let page = if route.method == "GET" { resident.get(address) } else { resident.post(address, &fields) };
    page.unwrap_or_else(|error| panic!("{} {address}: {error}", route.method))
}

#[test]
fn the_list_of_addresses_is_the_one_that_was_reviewed() {
    let lines: Vec<String> = ROUTES
        .iter()
        .map(|r| format!("{:4} {:40} {:?}", r.method.as_str(), r.path, r.who))
        .chain(api::ROUTES.iter().map(|path| format!("{:4} {path:40} Everyone", "GET")))
        .collect();
    let file = root().join("crates/juistedeur/tests/product/routes.txt");
    let reviewed = std::fs::read_to_string(file).unwrap();
    assert_eq!(lines.join("\n").trim(), reviewed.trim(), "add the address to routes.txt when its Who is right");
}

#[test]
fn nobody_enters_where_she_may_not() {
    let product = Product::started(&On::Sqlite);
    for route in ROUTES {
        // A stranger without a secret, and one with the secret of something else.
        let stranger = Resident::at(&product.base);
        let other = Resident::at(&product.base);
        other.post("/beginnen/melding-openbare-ruimte", &[]).unwrap();
        for resident in [stranger, other] {
            for prefix in prefixes(route) {
                let address = format!("{prefix}{}", example(route.path, &Uuid::now_v7().to_string()));
                let page = enter(&resident, route, &address);
                let expected: &[u16] = match route.who {
                    // Here nobody can sign in: the ways to do so are not there.
                    Who::Everyone if route.path.starts_with("/inloggen/") => &[404],
                    Who::Everyone => &[200, 422],
                    Who::Browser | Who::CodeHolder => &[404],
                    Who::Resident | Who::Own | Who::Itself => {
                        assert!(
                            page.address.starts_with(&format!("{prefix}/inloggen?naar=/mijn")),
                            "{address}: {}",
                            page.address
                        );
                        &[200]
                    }
                    Who::Staff | Who::Manager => {
                        let wanted = if route.who == Who::Staff { "/balie" } else { "/beheer" };
                        let there = format!("{prefix}/inloggen?naar={wanted}");
                        assert!(page.address.starts_with(&there), "{address}: {}", page.address);
                        &[200]
                    }
                };
                // Sending has one answer for all: to the receipt, which is not there for a stranger.
                assert!(expected.contains(&page.status), "{} {address}: {} for {:?}", route.method, page.status, route.who);
            }
        }
    }
}

/// What a person has here: one zaak that was sent, one draft that was not, and one question.
pub struct Hers {
    pub zaak: String,
    pub draft: String,
    pub vraag: String,
    pub number: String,
    code: String,
}

impl Hers {
    /// The address of this line, of what is hers.
    pub fn at(&self, route: &RouteLine) -> String {
        let id = match route.path {
            path if path.contains("concepten") => &self.draft,
            path if path.contains("vragen") => &self.vraag,
            _ => &self.zaak,
        };
        example(route.path, id)
    }
}

pub fn of_a_person(resident: &Resident) -> Hers {
    let sent = resident.moves(&[]);
    let number = sent.between("Uw nummer</dt><dd>", "</dd>").unwrap();
    let code = sent.between("href=\"/volgen/", "\"").unwrap();
    let zaak = sent.address.strip_prefix("/bewijs/").unwrap().to_owned();
    let begun = resident.post("/beginnen/verhuismelding", &[]).unwrap();
    let draft = begun.address.strip_prefix("/formulier/").unwrap().strip_suffix("/wie").unwrap().to_owned();
    let form = resident.get("/vraag").unwrap();
    let vraag = form.between("name=\"id\" value=\"", "\"").unwrap();
    let asked = [("id", vraag.as_str()), ("bericht", "Waar is het loket?"), ("plaats", "Amersfoort")];
    assert_eq!(resident.post("/vraag", &asked).unwrap().address, format!("/vraag/{vraag}"));
    Hers { zaak, draft, vraag, number, code }
}

/// Her receipt and her draft are not there for anyone else.
fn finds_nothing_of_hers(who: &str, resident: &Resident, hers: &Hers) {
    let receipt = format!("/bewijs/{}", hers.zaak);
    let draft = format!("/formulier/{}", hers.draft);
    let asked = format!("/vraag/{}", hers.vraag);
    let theirs = [receipt.clone(), format!("{receipt}/pdf"), format!("{draft}/wie"), format!("{draft}/controle"), asked];
    for address in theirs {
        let page = resident.get(&address).unwrap();
        assert!(!page.text.contains(&hers.number) && !page.text.contains("den Braber"), "{who} {address}");
        assert!(!page.text.contains("Waar is het loket?"), "{who} {address}");
        assert!(page.status == 404 || page.address.starts_with("/inloggen?naar="), "{who} {address}: {}", page.status);
    }
    for address in [format!("{draft}/wie"), format!("{draft}/versturen")] {
        let page = resident.post(&address, &[("verhuizers", "ik")]).unwrap();
        assert!(page.status == 404 || page.address.starts_with("/inloggen?naar="), "{who} POST {address}: {}", page.status);
    }
}

/// What another party reads at an address of hers.
fn to_another(who: &str, route: &RouteLine) -> u16 {
    match route.path {
        _ if who == "one branch" && route.who == Who::Itself => 403,
        // A company has mandates of its own, and no children.
        path if who == "a company" && path.starts_with("/mijn/machtigingen") => 403,
        path if who != "another person" && path.starts_with("/mijn/namens") && route.method == "GET" => 403,
        path if path.contains('{') => 404,
        // No words, nothing to join or to accept; nothing chosen, nothing to give.
        "/mijn/verbinden" | "/mijn/machtigingen/bekijken" => 422,
        "/mijn/machtigingen/geven" if route.method == "POST" => 422,
        "/mijn/machtigingen/aannemen" => 404,
        _ => 200,
    }
}

/// What she herself reads there. What was withdrawn takes no messages any more, nothing was asked of her, nothing was decided, and no
/// words join nothing.
fn to_herself(route: &RouteLine) -> &'static [u16] {
    match route.path {
        path if path.contains("{taak}") => &[404, 409],
        path if path.ends_with("/besluit") => &[404],
        path if path.starts_with("/mijn/machtigingen/") => &[200, 404, 409, 422],
        _ => &[200, 409, 422],
    }
}

#[test]
fn what_is_hers_is_there_for_her_alone() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let [she, nobody, other, company, branch, holder, staff] = std::array::from_fn(|_| Resident::at(&product.base));
    assert_eq!(she.signs_in("digid", "999994542", "/mijn").address, "/mijn");
    assert_eq!(other.signs_in("digid", "999993653", "/mijn").address, "/mijn");
    assert_eq!(company.signs_in("eherkenning", "69599084", "/mijn").address, "/mijn");
    assert_eq!(branch.signs_in("eherkenning", "Bock", "/mijn").address, "/mijn");
    let hers = of_a_person(&she);
    assert_eq!(staff.signs_in("medewerkers", "Noor Zandstra", "/balie").address, "/balie");
    // Holding the words of her receipt opens the page of the words, and nothing that asks to sign in.
    assert!(holder.get(&format!("/volgen/{}", hers.code)).unwrap().text.contains(&hers.number));
    let strangers = [("nobody", nobody), ("holder of the words", holder), ("staff", staff)];
    let others = [("another person", other), ("a company", company), ("one branch", branch)];
    for route in ROUTES.iter().filter(|route| matches!(route.who, Who::Resident | Who::Own | Who::Itself)) {
        for prefix in prefixes(route) {
            let address = format!("{prefix}{}", hers.at(route));
            let told = format!("{} {address}", route.method);
            for (who, resident) in &strangers {
                let page = enter(resident, route, &address);
                assert!(page.address.starts_with(&format!("{prefix}/inloggen?naar=")), "{who} {told}: {}", page.address);
                assert!(!page.text.contains(&hers.number), "{who} {told}");
            }
            for (who, resident) in &others {
                let page = enter(resident, route, &address);
                let expected = to_another(who, route);
                assert_eq!(page.status, expected, "{who} {told}");
                assert!(!page.text.contains(&hers.number), "{who} {told}");
            }
        }
    }
    for (who, resident) in strangers.iter().chain(&others) {
        finds_nothing_of_hers(who, resident, &hers);
    }
    // Nobody changed a thing, and for herself all of it is there.
    let mine = she.get("/mijn").unwrap();
    assert!(mine.text.contains(&hers.number) && mine.text.contains(&hers.draft), "{}", mine.text);
    let zaak = she.get(&format!("/mijn/zaken/{}", hers.zaak)).unwrap();
    assert!(zaak.status == 200 && !zaak.text.contains("Van mij") && !zaak.text.contains("Ingetrokken"), "{}", zaak.text);
    let own =
        |route: &&RouteLine| matches!(route.who, Who::Resident | Who::Own | Who::Itself) && !route.path.contains("{document}");
    for route in ROUTES.iter().filter(own) {
        let address = hers.at(route);
        let page = enter(&she, route, &address);
        let expected = to_herself(route);
        assert!(expected.contains(&page.status), "{} {address}: {}", route.method, page.status);
    }
}

#[test]
fn the_desk_is_there_for_its_own_staff_alone() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let [she, nobody, noor, utrecht, manager, officer, adviser] = std::array::from_fn(|_| Resident::at(&product.base));
    she.signs_in("digid", "999994542", "/mijn");
    let hers = of_a_person(&she);
    for (staff, name) in [
        (&noor, "Noor Zandstra"),
        (&utrecht, "Sanne Vermeulen"),
        (&manager, "Femke Hoogland"),
        (&officer, "Willem Terpstra"),
        (&adviser, "Ilse Smit"),
    ] {
        let home = if name == "Femke Hoogland" { "/beheer" } else { "/balie" };
        assert_eq!(staff.signs_in("medewerkers", name, "/balie").address, home, "{name}");
    }
    let strangers = [("nobody", &nobody), ("herself, who is no staff", &she)];
    // What she sent has no closed compartment, so for who advises it is not there.
    let others = [
        ("another town", &utrecht),
        ("a manager", &manager),
        ("the privacy officer", &officer),
        ("the medical adviser", &adviser),
    ];
    for route in ROUTES.iter().filter(|route| route.who == Who::Staff) {
        for prefix in prefixes(route) {
            let address = format!("{prefix}{}", hers.at(route));
            let told = format!("{} {address}", route.method);
            for (who, resident) in strangers {
                let page = enter(resident, route, &address);
                assert!(page.address.starts_with(&format!("{prefix}/inloggen?naar=/balie")), "{who} {told}: {}", page.address);
            }
            for (who, resident) in others {
                let page = enter(resident, route, &address);
                let expected = match route.path {
                    "/balie" => 200,
                    "/balie/zoeken" => 422,
                    // Who may read zaken knows that there is a journal; who supervises reads it.
                    "/balie/logboek" if who == "the privacy officer" => 200,
                    "/balie/logboek" if who == "another town" => 403,
                    _ => 404,
                };
                assert_eq!(page.status, expected, "{who} {told}");
                assert!(!page.text.contains(&hers.number) && !page.text.contains("den Braber"), "{who} {told}");
            }
        }
    }
    // A number that is typed leads who may read it there, and nobody else.
    for (who, resident) in others {
        assert_eq!(resident.post("/balie/zoeken", &[("nummer", &hers.number)]).unwrap().status, 422, "{who}");
    }
    let found = noor.post("/balie/zoeken", &[("nummer", &hers.number.to_lowercase())]).unwrap();
    assert_eq!(found.address, format!("/balie/zaken/{}", hers.zaak));
    assert!(found.text.contains("den Braber") && !found.text.contains("999994542"), "{}", found.text);
    assert!(noor.post(&format!("{}/nummer", found.address), &[]).unwrap().text.contains("999994542"));
}

#[test]
fn staff_do_not_sign_in_where_residents_do() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let worker = Resident::at(&product.base);
    assert_eq!(worker.post("/inloggen/medewerkers", &[("naar", "/mijn")]).unwrap().status, 404);
    assert!(!worker.get("/inloggen").unwrap().text.contains("medewerkers"));
}
