//! Every address says who may enter, and keeps its word. Whoever adds one adds it to `routes.txt` as well.
use crate::{
    around::Around,
    card::{AAD, Card, LEVEL, later},
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
        .replace("{id}", id)
        .replace("{page}", "wat")
        .replace("/fonts/{file}", "/fonts/source-sans-pro-latin-400-normal.woff2")
        .replace("{file}", &Uuid::now_v7().to_string())
        .replace("{document}", &Uuid::now_v7().to_string())
        .replace("{taak}", &Uuid::now_v7().to_string())
        .replace("{signaal}", &Uuid::now_v7().to_string())
        .replace("{uitnodiging}", &Uuid::now_v7().to_string())
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
    let day = later();
    if route.path.ends_with("/einde") {
        fields.extend([("vervaldatum", &*day), ("vervalreden", "tijdelijk")]);
    }
    if route.path.starts_with("/balie/") {
        fields.extend(["notitie", "gevraagd", "uitleg", "advies"].map(|field| (field, "Van mij")));
        fields.extend([("status", "In behandeling"), ("uiterlijk", &day), ("resultaat", "Geweigerd")]);
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
    of_a_person_who_asks(resident, "Amersfoort")
}

fn of_a_person_who_asks(resident: &Resident, plaats: &str) -> Hers {
    let sent = resident.moves(&[]);
    let number = sent.between("Uw nummer</dt><dd>", "</dd>").unwrap();
    let zaak = sent.address.strip_prefix("/bewijs/").unwrap().to_owned();
    let begun = resident.post("/beginnen/verhuismelding", &[]).unwrap();
    let draft = begun.address.strip_prefix("/formulier/").unwrap().strip_suffix("/wie").unwrap().to_owned();
    let form = resident.get("/vraag").unwrap();
    let vraag = form.between("name=\"id\" value=\"", "\"").unwrap();
    let asked = [("id", vraag.as_str()), ("bericht", "Waar is het loket?"), ("plaats", plaats)];
    let told = resident.post("/vraag", &asked).unwrap();
    assert_eq!(told.address, format!("/vraag/{vraag}"));
    assert!(!told.text.contains("/volgen/") && !told.text.contains("jd-code"), "no words open what she asked signed in");
    Hers { zaak, draft, vraag, number }
}

/// All of it, and what is not in a move: in Rotterdam an application with a paper and a task, another one that was decided, and the authority
/// that she gave.
struct All {
    hers: Hers,
    card: Card,
    granted: Card,
    machtiging: String,
}

impl All {
    /// Of Aad, who signed in surely enough for it; this handler in Rotterdam does hers.
    fn of_aad(he: &Resident, handler: &Resident) -> Self {
        assert_eq!(he.signs_in_at(LEVEL, ("digid", AAD), "/mijn").address, "/mijn");
        handler.signs_in("medewerkers", "Lotte Brouwer", "/balie");
        let hers = of_a_person_who_asks(he, "Rotterdam");
        let (card, granted) = (Card::asked_for_more(he, handler), Card::granted(he, handler));
        let fields = [("voor", "mijn buurvrouw"), ("diensten", "verhuismelding"), ("tot", "maand")];
        let given = he.post("/mijn/machtigingen/geven", &fields).unwrap();
        let machtiging = given.address.strip_prefix("/mijn/machtigingen/").unwrap().to_owned();
        Self { hers, card, granted, machtiging }
    }

    /// The address of this line, of what is really there.
    fn at(&self, route: &RouteLine) -> String {
        let taak = self.card.taak.as_deref().unwrap_or_default();
        let path = route.path.replace("{document}", &self.card.paper).replace("{taak}", taak);
        match route.path {
            of if of.ends_with("/einde") || (of.ends_with("/besluit") && route.method == "GET") => {
                example(&path, &self.granted.zaak)
            }
            of if of.starts_with("/mijn/machtigingen/{id}") => example(&path, &self.machtiging),
            of if path != of || of.starts_with("/balie/zaken/") || of.starts_with("/balie/advies/") => {
                example(&path, &self.card.zaak)
            }
            _ => self.hers.at(route),
        }
    }

    /// Nothing of it stands on this page.
    fn is_not_on(&self, page: &Page, told: &str) {
        for number in [&self.hers.number, &self.card.number, &self.granted.number] {
            assert!(!page.text.contains(number), "{told}: {number}");
        }
        Self::no_content_is_on(page, told);
    }

    /// Nothing of what is in it stands on this page.
    fn no_content_is_on(page: &Page, told: &str) {
        for secret in ["Holthuizen", "mijn buurvrouw", "JFIF"] {
            assert!(!page.text.contains(secret), "{told}: {secret}");
        }
    }
}

/// Somebody asks without signing in, and she makes it hers by the words; gives the words.
fn words_of_what_becomes_hers(holder: &Resident, she: &Resident) -> String {
    let asked = holder.post("/vraag", &[("bericht", "Hoe laat gaat u dicht?"), ("plaats", "Rotterdam")]).unwrap();
    let code = asked.between("href=\"/volgen/", "\"").unwrap();
    let joined = she.post("/mijn/verbinden", &[("code", &code)]).unwrap();
    assert!(joined.address.starts_with("/mijn/vragen/"), "{}: {}", joined.address, joined.text);
    code
}

/// Her receipt and her draft are not there for anyone else.
fn finds_nothing_of_hers(who: &str, resident: &Resident, hers: &Hers) {
    let receipt = format!("/bewijs/{}", hers.zaak);
    let draft = format!("/formulier/{}", hers.draft);
    let asked = format!("/vraag/{}", hers.vraag);
    let theirs = [receipt.clone(), format!("{receipt}/pdf"), format!("{draft}/wie"), format!("{draft}/controle"), asked];
    for address in theirs {
        let page = resident.get(&address).unwrap();
        assert!(!page.text.contains(&hers.number) && !page.text.contains("Holthuizen"), "{who} {address}");
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

/// What she herself reads there. What was withdrawn takes no messages any more, and no words join nothing.
fn to_herself(route: &RouteLine) -> &'static [u16] {
    match route.path {
        path if path.contains("{taak}") || path.contains("{document}") || path.ends_with("/besluit") => &[200],
        path if path.starts_with("/mijn/machtigingen/{id}") => &[200],
        "/mijn/machtigingen/aannemen" => &[404],
        // She named nobody, and nobody named her: `e2e/diensten.test.mjs` tells of who was.
        path if path.contains("uitnodiging") => &[404, 409],
        _ => &[200, 409, 422],
    }
}

/// What who has nothing to do with it reads at the desk. Who may read zaken knows that there is a journal; who supervises reads it.
fn to_other_staff(who: &str, route: &RouteLine) -> u16 {
    match route.path {
        "/balie" | "/balie/sessies" => 200,
        "/balie/zoeken" => 422,
        "/balie/logboek" if who == "the privacy officer" && route.method == "POST" => 422,
        "/balie/logboek" if who == "the privacy officer" => 200,
        "/balie/logboek" if who == "another town" => 403,
        _ => 404,
    }
}

/// What who works there reads, and does not handle it: the front desk reads, answers questions and notes; the medical adviser reads what
/// was sent, opens the paper and advises.
fn to_a_colleague(who: &str, route: &RouteLine) -> u16 {
    let of = |front_desk: u16, adviser: u16| if who == "the front desk" { front_desk } else { adviser };
    match route.path.strip_prefix("/balie").unwrap_or_default() {
        "" | "/sessies" | "/zaken/{id}/pdf" => 200,
        "/zoeken" => 422,
        "/logboek" => of(403, 404),
        // The closed compartment.
        "/zaken/{id}/document/{document}" => of(404, 200),
        "/advies/{id}" => of(403, 200),
        // It was not sent on, so there are no papers to send.
        "/advies/{id}/stukken" => of(403, 404),
        "/zaken/{id}" | "/zaken/{id}/notitie" => of(200, 403),
        // The letter of the decision too: its reasons can be about health.
        path if path.starts_with("/zaken/") => 403,
        "/vragen/{id}/nummer" => of(403, 404),
        // What she sent on is no longer there to close.
        "/vragen/{id}/sluiten" => 404,
        _ => of(200, 404),
    }
}

#[test]
fn what_is_hers_is_there_for_her_alone() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let [she, handler, nobody, other, company, branch, holder, staff] = std::array::from_fn(|_| Resident::at(&product.base));
    let all = All::of_aad(&she, &handler);
    let hers = &all.hers;
    assert_eq!(other.signs_in("digid", "999993653", "/mijn").address, "/mijn");
    assert_eq!(company.signs_in("eherkenning", "69599084", "/mijn").address, "/mijn");
    assert_eq!(branch.signs_in("eherkenning", "Bock", "/mijn").address, "/mijn");
    assert_eq!(staff.signs_in("medewerkers", "Noor Zandstra", "/balie").address, "/balie");
    // Holding the words of a question that she made hers opens the page of the words, and nothing that asks to sign in.
    let code = words_of_what_becomes_hers(&holder, &she);
    assert!(holder.get(&format!("/volgen/{code}")).unwrap().text.contains("Hoe laat gaat u dicht?"));
    let strangers = [("nobody", nobody), ("holder of the words", holder), ("staff", staff)];
    let others = [("another person", other), ("a company", company), ("one branch", branch)];
    for route in ROUTES.iter().filter(|route| matches!(route.who, Who::Resident | Who::Own | Who::Itself)) {
        for prefix in prefixes(route) {
            let address = format!("{prefix}{}", all.at(route));
            let told = format!("{} {address}", route.method);
            for (who, resident) in &strangers {
                let page = enter(resident, route, &address);
                assert!(page.address.starts_with(&format!("{prefix}/inloggen?naar=")), "{who} {told}: {}", page.address);
                all.is_not_on(&page, &format!("{who} {told}"));
            }
            for (who, resident) in &others {
                let page = enter(resident, route, &address);
                let expected = to_another(who, route);
                assert_eq!(page.status, expected, "{who} {told}");
                all.is_not_on(&page, &format!("{who} {told}"));
            }
        }
    }
    for (who, resident) in strangers.iter().chain(&others) {
        finds_nothing_of_hers(who, resident, hers);
    }
    // Nobody changed a thing, and for herself all of it is there.
    let mine = she.get("/mijn").unwrap();
    assert!(mine.text.contains(&hers.number) && mine.text.contains(&hers.draft), "{}", mine.text);
    let zaak = she.get(&format!("/mijn/zaken/{}", hers.zaak)).unwrap();
    assert!(zaak.status == 200 && !zaak.text.contains("Van mij") && !zaak.text.contains("Ingetrokken"), "{}", zaak.text);
    let card = she.get(&format!("/mijn/zaken/{}", all.card.zaak)).unwrap();
    assert!(card.text.contains(&all.card.number) && !card.text.contains("Van mij"), "{}", card.text);
    for route in ROUTES.iter().filter(|route| matches!(route.who, Who::Resident | Who::Own | Who::Itself)) {
        let address = all.at(route);
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
    let [she, handler, nobody] = std::array::from_fn(|_| Resident::at(&product.base));
    let all = All::of_aad(&she, &handler);
    let staff = |name| {
        let staff = Resident::at(&product.base);
        let home = if name == "Daan Willemsen" { "/beheer" } else { "/balie" };
        assert_eq!(staff.signs_in("medewerkers", name, "/balie").address, home, "{name}");
        staff
    };
    let strangers = [("nobody", &nobody), ("herself, who is no staff", &she)];
    let others = [
        ("another town", staff("Sanne Vermeulen")),
        ("the adviser of another town", staff("Esra Demir")),
        ("a manager", staff("Daan Willemsen")),
        ("the privacy officer", staff("Anneke Postma")),
        ("an adviser about other things", staff("Naima Benali")),
    ];
    let colleagues = [("the medical adviser", staff("Wim de Haas")), ("the front desk", staff("Chantal Pinas"))];
    for route in ROUTES.iter().filter(|route| route.who == Who::Staff) {
        for prefix in prefixes(route) {
            let address = format!("{prefix}{}", all.at(route));
            let told = format!("{} {address}", route.method);
            for (who, resident) in strangers {
                let page = enter(resident, route, &address);
                assert!(page.address.starts_with(&format!("{prefix}/inloggen?naar=/balie")), "{who} {told}: {}", page.address);
                // Her name stands on top of each page of hers.
                assert!(!page.text.contains(&all.card.number), "{who} {told}");
            }
            for (who, resident) in &others {
                let page = enter(resident, route, &address);
                let told = format!("{who} {told}");
                assert_eq!(page.status, to_other_staff(who, route), "{told}");
                match (*who, route.path) {
                    // The log names each zaak by its number.
                    ("the privacy officer", "/balie/logboek") => All::no_content_is_on(&page, &told),
                    _ => all.is_not_on(&page, &told),
                }
            }
        }
    }
    for (who, resident) in &colleagues {
        for route in ROUTES.iter().filter(|route| route.who == Who::Staff) {
            let page = enter(resident, route, &all.at(route));
            assert_eq!(page.status, to_a_colleague(who, route), "{who} {} {}", route.method, route.path);
        }
    }
    // Who may not handle it changed nothing, and a number that is typed leads who may read it there, and nobody else.
    for (who, resident) in &others {
        assert_eq!(resident.post("/balie/zoeken", &[("nummer", &all.card.number)]).unwrap().status, 422, "{who}");
    }
    let found = handler.post("/balie/zoeken", &[("nummer", &all.card.number.to_lowercase())]).unwrap();
    assert_eq!(found.address, format!("/balie/zaken/{}", all.card.zaak));
    assert!(found.text.contains("Holthuizen") && !found.text.contains(AAD), "{}", found.text);
    assert!(!found.text.contains("Geweigerd op"), "{}", found.text);
    assert!(handler.post(&format!("{}/nummer", found.address), &[]).unwrap().text.contains(AAD));
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
