//! Who acts for another person, over every address: within her authority, outside of it, and when it was taken back midway.
use crate::{
    around::Around,
    card::{AAD, LEVEL, fills_in},
    census::{Hers, enter, of_a_person, prefixes},
    resident::{Page, Resident},
    running::{On, Product, faketime, root},
};
use jiff::ToSpan as _;
use simulators::{Register, Stand};
use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    path::Path,
    time::Duration,
};
use values::Clock as _;
use web::{ROUTES, Who};

/// Gerrit den Braber, of 1968, who lives in Amsterdam with his daughter Zoey of 8.
pub const GERRIT: &str = "999994542";
/// Suzanne Moulin, of 1985.
pub const SUZANNE: &str = "999993653";

/// He lets her do this for him, and she accepts; gives the address of the machtiging as he has it.
pub fn authorises(giver: &Resident, holder: &Resident, dienst: &str) -> String {
    let fields = [("voor", "mijn buurvrouw"), ("diensten", dienst), ("tot", "maand")];
    let given = giver.post("/mijn/machtigingen/geven", &fields).unwrap();
    assert!(given.address.starts_with("/mijn/machtigingen/"), "{}: {}", given.address, given.text);
    let list = given.between("<ol class=\"jd-code jd-bare\">", "</ol>").unwrap();
    let words: Vec<&str> = list.split("<li>").skip(1).map(|item| item.split('<').next().unwrap()).collect();
    assert_eq!(words.len(), 8);
    let offer = holder.post("/mijn/machtigingen/bekijken", &[("code", &words.join(" "))]).unwrap();
    assert!(offer.text.contains("Gerrit den Braber") && !offer.text.contains(GERRIT), "{}", offer.text);
    let code = offer.between("name=\"code\" value=\"", "\"").unwrap();
    let accepted = holder.post("/mijn/machtigingen/aannemen", &[("code", &code)]).unwrap();
    assert!(accepted.address.starts_with("/mijn/namens?aangenomen="), "{}: {}", accepted.address, accepted.text);
    given.address
}

/// She goes on for him.
pub fn acts_for_him(holder: &Resident) -> Page {
    let choice = holder.get("/mijn/namens").unwrap();
    let of = choice.between("name=\"voor\" value=\"machtiging ", "\"").unwrap();
    let mine = holder.post("/mijn/namens", &[("voor", &format!("machtiging {of}"))]).unwrap();
    assert!(mine.text.contains("U regelt dit voor Gerrit den Braber"), "{}", mine.text);
    mine
}

struct Two {
    around: Around,
    product: Product,
    he: Resident,
    she: Resident,
}

impl Two {
    fn start() -> Self {
        let mut product = Product::new(&On::Sqlite);
        let around = Around::of(&mut product);
        product.start();
        let [he, she] = std::array::from_fn(|_| Resident::at(&product.base));
        he.signs_in("digid", GERRIT, "/mijn");
        she.signs_in("digid", SUZANNE, "/mijn");
        Self { around, product, he, she }
    }
}

fn without_a_trace(page: &Page, his: &Hers, told: &str) {
    for secret in [&his.number, GERRIT, "Waar is het loket?"] {
        assert!(!page.text.contains(secret), "{told}: {secret}");
    }
}

#[test]
fn who_acts_for_another_finds_what_her_authority_covers_and_nothing_else() {
    let two = Two::start();
    let his = of_a_person(&two.he);
    authorises(&two.he, &two.she, "parkeervergunning");
    let mine = acts_for_him(&two.she);
    assert!(!mine.text.contains(&his.number) && !mine.text.contains(&his.draft), "another service of his");
    for route in ROUTES.iter().filter(|route| matches!(route.who, Who::Resident | Who::Own | Who::Itself)) {
        for prefix in prefixes(route) {
            let address = format!("{prefix}{}", his.at(route));
            let page = enter(&two.she, route, &address);
            let told = format!("{} {address}", route.method);
            let expected = match (route.who, route.path) {
                // What is of no service is no part of her authority.
                (Who::Own | Who::Itself, _) => 403,
                (_, path) if path.contains('{') => 404,
                _ => 200,
            };
            assert_eq!(page.status, expected, "{told}: {}", page.text);
            without_a_trace(&page, &his, &told);
            // To send the choice with nothing chosen is to go on for oneself.
            if (route.method.as_str(), route.path) == ("POST", "/mijn/namens") {
                acts_for_him(&two.she);
            }
        }
    }
    for address in [format!("/formulier/{}/wie", his.draft), format!("/bewijs/{}", his.zaak), format!("/vraag/{}", his.vraag)] {
        let page = two.she.get(&address).unwrap();
        assert!(page.status == 404 || page.address.starts_with("/inloggen"), "{address}: {}", page.status);
        without_a_trace(&page, &his, &address);
    }
    assert_eq!(two.she.get("/beginnen/verhuismelding").unwrap().status, 403, "not what she may do for him");
    assert_eq!(two.she.post("/beginnen/verhuismelding", &[]).unwrap().status, 403, "not what she may do for him");
}

#[test]
fn within_her_authority_she_sees_begins_and_adds_and_he_sees_that_she_did() {
    let two = Two::start();
    let his = of_a_person(&two.he);
    authorises(&two.he, &two.she, "verhuismelding");
    let mine = acts_for_him(&two.she);
    assert!(mine.text.contains(&his.number) && mine.text.contains(&his.draft), "{}", mine.text);
    assert!(!mine.text.contains("Waar is het loket?") && !mine.text.contains("/mijn/gegevens"), "{}", mine.text);
    let zaak = format!("/mijn/zaken/{}", his.zaak);
    assert_eq!(two.she.get(&zaak).unwrap().status, 200);
    two.she.post(&format!("{zaak}/bericht"), &[("bericht", "Namens Gerrit")]).unwrap();
    assert!(two.he.get(&zaak).unwrap().text.contains("Namens Gerrit"));
    let complaint = two.she.post(&format!("{zaak}/klacht"), &[("bericht", "Het duurt te lang.")]).unwrap();
    assert!(complaint.address.starts_with("/mijn/vragen/"), "{}: {}", complaint.address, complaint.text);
    let his_complaint = two.he.get(&complaint.address).unwrap();
    for told in ["Het duurt te lang.", "Suzanne Moulin, met een machtiging"] {
        assert!(complaint.text.contains(told) && his_complaint.text.contains(told), "{told}");
    }
    for route in ROUTES.iter().filter(|route| route.who == Who::Itself) {
        assert_eq!(enter(&two.she, route, &his.at(route)).status, 403, "{} {}", route.method, route.path);
    }
    // A question is part of nobody's authority: it is asked without a name.
    let form = two.she.get("/vraag").unwrap();
    let id = form.between("name=\"id\" value=\"", "\"").unwrap();
    let asked = two.she.post("/vraag", &[("id", &id), ("bericht", "Mag dat?"), ("plaats", "Amersfoort")]).unwrap();
    assert!(asked.address == format!("/vraag/{id}") && asked.status == 200, "{}: {}", asked.status, asked.text);

    // She moves him: the copy says for whom and by whom; it is his and not hers.
    let sent = two.she.moves(&[]);
    assert!(sent.text.contains("Gerrit den Braber") && sent.text.contains("Suzanne Moulin, met een machtiging"), "{}", sent.text);
    // The words of the receipt would outlive her authority.
    assert!(!sent.text.contains("/volgen/") && !sent.text.contains("jd-code"), "{}", sent.text);
    let number = sent.between("Uw nummer</dt><dd>", "</dd>").unwrap();
    assert!(two.he.get("/mijn").unwrap().text.contains(&number));
    let herself = two.she.post("/mijn/namens", &[("voor", "ik")]).unwrap();
    assert!(!herself.text.contains(&number) && !herself.text.contains("U regelt dit voor"), "{}", herself.text);
    for address in [&zaak, &complaint.address] {
        assert_eq!(two.she.get(address).unwrap().status, 404, "as herself she has nothing of his");
    }
    let looked = two.he.get("/mijn/inzage").unwrap();
    for told in ["Iemand die voor u handelt", "Uw machtiging aangenomen", "Begonnen namens u te handelen", "Uw zaak ontvangen"] {
        assert!(looked.text.contains(told), "{told}: {}", looked.text);
    }
    let noor = Resident::at(&two.product.base);
    noor.signs_in("medewerkers", "Noor Zandstra", "/balie");
    let found = noor.post("/balie/zoeken", &[("nummer", &number)]).unwrap();
    assert!(found.text.contains("gemachtigde, machtiging ") && found.text.contains("Suzanne Moulin"), "{}", found.text);
}

#[test]
fn who_was_stopped_midway_is_told_and_does_nothing_more() {
    let two = Two::start();
    let machtiging = authorises(&two.he, &two.she, "verhuismelding");
    acts_for_him(&two.she);
    let begun = two.she.post("/beginnen/verhuismelding", &[]).unwrap();
    let draft = begun.address.strip_suffix("/wie").unwrap_or_else(|| panic!("{}: {}", begun.address, begun.text)).to_owned();
    assert!(begun.text.contains("Gerrit den Braber (voor wie u dit regelt)"), "{}", begun.text);
    assert!(begun.text.contains("Met ‘u’ bedoelen wij hier de persoon voor wie u dit invult."), "{}", begun.text);
    two.she.post(&format!("{draft}/wie"), &[("verhuizers", "ik")]).unwrap();
    let list = two.he.post(&format!("{machtiging}/stoppen"), &[]).unwrap();
    assert!(list.address == "/mijn/machtigingen" && list.text.contains("Gestopt op"), "{}", list.text);

    let address = format!("{draft}/adres");
    for page in [
        two.she.post(&address, &[("postcode", "3811 CJ"), ("huisnummer", "1")]).unwrap(),
        two.she.get("/mijn").unwrap(),
        two.she.get("/en/mijn/gegevens").unwrap(),
        two.she.post("/beginnen/melding-openbare-ruimte", &[]).unwrap(),
    ] {
        assert_eq!(page.status, 403, "{}", page.text);
        assert!(
            page.text.contains("De machtiging van Gerrit den Braber") || page.text.contains("The authorisation of Gerrit"),
            "{}",
            page.text
        );
    }
    // She goes on for herself, and nothing of his came along.
    let mine = two.she.post("/mijn/namens", &[("voor", "ik")]).unwrap();
    assert!(mine.status == 200 && !mine.text.contains("Gerrit"), "{}", mine.text);
    assert_eq!(two.she.get(&address).unwrap().status, 404);
    // What she began is his to finish; what she sent after he stopped her is not in it.
    let his = two.he.get(&address).unwrap();
    assert!(his.status == 200 && !his.text.contains("value=\"3811 CJ\""), "{}: {}", his.status, his.text);
    assert!(two.he.get("/mijn").unwrap().text.contains(&draft));
}

#[test]
fn a_machtiging_ends_with_the_life_of_who_gave_it_and_counts_while_the_register_is_away() {
    let two = Two::start();
    let his = of_a_person(&two.he);
    authorises(&two.he, &two.she, "verhuismelding");
    two.around.turn(Register::Brp, Stand::Uit);
    assert!(acts_for_him(&two.she).text.contains(&his.number));
    let choice = two.she.post("/mijn/namens", &[("voor", "ik")]).and_then(|_| two.she.get("/mijn/namens")).unwrap();
    let of = choice.between("name=\"voor\" value=\"machtiging ", "\"").unwrap();
    let chosen = format!("machtiging {of}");

    two.around.turn(Register::Brp, Stand::Overleden);
    let refused = two.she.post("/mijn/namens", &[("voor", &chosen)]).unwrap();
    assert!(refused.status == 409 && refused.text.contains("overleden. Daarmee is uw machtiging gestopt."), "{}", refused.text);
    without_a_trace(&refused, &his, "refused");
    assert_eq!(two.she.get(&format!("/mijn/zaken/{}", his.zaak)).unwrap().status, 404);
    // It is over for good: the register needs not say it twice.
    two.around.turn(Register::Brp, Stand::Aan);
    assert!(!two.she.get("/mijn/namens").unwrap().text.contains("value=\"machtiging "));
    assert!(two.she.post("/mijn/namens", &[("voor", &chosen)]).unwrap().text.contains("Deze machtiging geldt niet meer."));
    assert!(two.she.get("/mijn/machtigingen").unwrap().text.contains("Gestopt op"));
    let looked = two.he.get("/mijn/inzage").unwrap();
    assert!(looked.text.contains("Uw machtiging gestopt, omdat"), "{}", looked.text);
}

#[test]
fn who_acts_for_somebody_who_died_hears_so_at_the_next_form_and_does_nothing_more() {
    let two = Two::start();
    let his = of_a_person(&two.he);
    authorises(&two.he, &two.she, "verhuismelding");
    assert!(acts_for_him(&two.she).text.contains(&his.number));

    two.around.turn(Register::Brp, Stand::Overleden);
    let refused = two.she.post("/beginnen/verhuismelding", &[]).unwrap();
    assert!(refused.status == 409 && refused.text.contains("overleden. Daarmee is uw machtiging gestopt."), "{}", refused.text);
    for address in ["/mijn".to_owned(), format!("/mijn/zaken/{}", his.zaak)] {
        let over = two.she.get(&address).unwrap();
        assert!(over.status == 403 && over.text.contains("De machtiging van Gerrit den Braber"), "{address}: {}", over.text);
        assert!(!over.text.contains(&his.number), "{address}: {}", over.text);
    }
    two.around.turn(Register::Brp, Stand::Aan);
    two.she.post("/mijn/namens", &[("voor", "ik")]).unwrap();
    assert!(!two.she.get("/mijn/namens").unwrap().text.contains("value=\"machtiging "));
    let looked = two.he.get("/mijn/inzage").unwrap();
    assert!(looked.text.contains("Uw machtiging gestopt, omdat") && looked.text.contains("Begonnen namens u"), "{}", looked.text);
}

/// A form of hers, of which the second half comes after `meanwhile`; gives the answer.
fn sends_slowly(
    (product, she): (&Product, &Resident),
    path: &str,
    (kind, body): (&str, &str),
    meanwhile: impl FnOnce(),
) -> String {
    let host = product.base.strip_prefix("http://").unwrap();
    let mut line = TcpStream::connect(host).unwrap();
    let (first, rest) = body.split_at(body.len() / 2);
    let head = [
        format!("POST {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nCookie: {}\r\n", she.cookies()),
        format!("Content-Type: {kind}\r\nContent-Length: {}\r\n\r\n{first}", body.len()),
    ];
    line.write_all(head.concat().as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(1500));
    meanwhile();
    line.write_all(rest.as_bytes()).unwrap();
    let mut answer = String::new();
    line.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn what_was_begun_before_she_was_stopped_and_comes_late_is_not_written() {
    let two = Two::start();
    let his = of_a_person(&two.he);
    let machtiging = authorises(&two.he, &two.she, "verhuismelding");
    acts_for_him(&two.she);
    let (zaak, draft) = (format!("/mijn/zaken/{}", his.zaak), format!("/formulier/{}/adres", his.draft));
    let says =
        |words: &str| format!("--grens\r\nContent-Disposition: form-data; name=\"bericht\"\r\n\r\n{words}\r\n--grens--\r\n");
    let parts = "multipart/form-data; boundary=grens";
    let in_time = sends_slowly((&two.product, &two.she), &format!("{zaak}/bericht"), (parts, &says("Op tijd")), || {});
    assert!(in_time.starts_with("HTTP/1.1 303") && in_time.contains("#berichten"), "{in_time}");
    assert!(two.he.get(&zaak).unwrap().text.contains("Op tijd"));
    // Both began while she might; of both the rest comes when she may no more.
    let late = sends_slowly((&two.product, &two.she), &format!("{zaak}/bericht"), (parts, &says("Te laat")), || {
        let typed = "postcode=3811+CJ&huisnummer=1";
        let form = sends_slowly((&two.product, &two.she), &draft, ("application/x-www-form-urlencoded", typed), || {
            two.he.post(&format!("{machtiging}/stoppen"), &[]).unwrap();
        });
        assert!(form.starts_with("HTTP/1.1 403"), "{form}");
    });
    assert!(!late.contains("#berichten"), "{late}");
    assert!(!two.he.get(&zaak).unwrap().text.contains("Te laat"));
    assert!(!two.he.get(&draft).unwrap().text.contains("value=\"3811 CJ\""));
}

#[test]
fn what_comes_after_she_signed_out_is_not_kept() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let he = Resident::at(&product.base);
    let comes = || assert_eq!(he.signs_in_at(LEVEL, ("digid", AAD), "/mijn").status, 200);
    comes();
    let draft = fills_in(&he);
    let part = |of: &str, text: &str| format!("--grens\r\nContent-Disposition: form-data; {of}\r\n\r\n{text}\r\n--grens--\r\n");
    let paper = part("name=\"medisch\"; filename=\"brief.pdf\"", "%PDF-1.4\n% een brief\n%%EOF");
    for (page, body, kept) in
        [("hulp", part("name=\"hulp\"", "nee"), "value=\"nee\" checked"), ("medisch", paper, "Medische papieren 2")]
    {
        let path = format!("{draft}/{page}");
        let parts = ("multipart/form-data; boundary=grens", &*body);
        let late = sends_slowly((&product, &he), &path, parts, || {
            he.post("/uitloggen", &[]).unwrap();
        });
        assert!(late.starts_with("HTTP/1.1 303") && late.contains(&format!("ocation: {path}")), "{late}");
        comes();
        assert!(!he.get(&path).unwrap().text.contains(kept), "{page}");
        let in_time = sends_slowly((&product, &he), &path, parts, || {});
        assert!(in_time.starts_with("HTTP/1.1 303"), "{in_time}");
        assert!(he.get(&path).unwrap().text.contains(kept), "{page}");
    }
}

#[test]
fn a_parent_moves_a_child_and_nobody_does_while_the_register_is_away() {
    let two = Two::start();
    let list = two.he.get("/mijn/namens/kind").unwrap();
    // Alexander is seventeen: there is something that a parent asks for him, but he moves by himself.
    let alexander = list.text.split("name=\"voor\" value=\"kind ").nth(2).and_then(|rest| rest.split('"').next()).unwrap();
    let mine = two.he.post("/mijn/namens", &[("voor", &format!("kind {alexander}"))]).unwrap();
    assert!(mine.text.contains("U regelt dit voor Alexander den Braber"), "{}", mine.text);
    assert_eq!(two.he.post("/beginnen/verhuismelding", &[]).unwrap().status, 403);
    let zoey = list.between("name=\"voor\" value=\"kind ", "\"").unwrap();
    let chosen = format!("kind {zoey}");
    assert_eq!(two.she.post("/mijn/namens", &[("voor", &chosen)]).unwrap().status, 404, "no child of hers");
    let mine = two.he.post("/mijn/namens", &[("voor", &chosen)]).unwrap();
    assert!(mine.text.contains("U regelt dit voor Zoey den Braber"), "{}", mine.text);
    let sent = two.he.moves(&[]);
    assert!(sent.text.contains("Gerrit den Braber, ouder of voogd"), "{}", sent.text);
    let company = Resident::at(&two.product.base);
    company.signs_in("eherkenning", "69599084", "/mijn");
    assert_eq!(company.get("/mijn/namens/kind").unwrap().status, 403, "a company has no children");

    two.he.post("/mijn/namens", &[("voor", "ik")]).unwrap();
    two.around.turn(Register::Brp, Stand::Uit);
    let away = two.he.get("/mijn/namens/kind").unwrap();
    assert!(away.status == 503 && away.text.contains("antwoordt niet") && !away.text.contains("Zoey"), "{}", away.text);
    assert_eq!(two.he.post("/mijn/namens", &[("voor", &chosen)]).unwrap().status, 503);
    let fields = [("voor", "mijn buurvrouw"), ("diensten", "verhuismelding"), ("tot", "maand")];
    let refused = two.he.post("/mijn/machtigingen/geven", &fields).unwrap();
    assert!(refused.status == 409 && refused.text.contains("op papier"), "{}", refused.text);
}

#[test]
fn what_the_register_said_of_a_parent_goes_for_two_hours_however_long_she_stays_signed_in() {
    if faketime().is_none() {
        eprintln!("skipped: faketime is not here; scripts/setup installs it");
        return;
    }
    let mut two = Two::start();
    let list = two.he.get("/mijn/namens/kind").unwrap();
    let zoey = list.between("name=\"voor\" value=\"kind ", "\"").unwrap();
    let mine = two.he.post("/mijn/namens", &[("voor", &format!("kind {zoey}"))]).unwrap();
    assert!(mine.text.contains("U regelt dit voor Zoey den Braber"), "{}", mine.text);
    two.product.stop();
    // Whoever shows more surely who she is goes on for whom she did, with a session that began later.
    let later = values::SystemClock.now() + 121.minutes();
    let sql = "UPDATE session SET created = $1, last_seen = $1, live_until = $2";
    two.product.alters(sql, &[later.into(), (later + 10.minutes()).into()]);
    two.product.set_clock(Some("+121m"));
    two.product.start();
    let ended = two.he.get("/mijn").unwrap();
    assert!(ended.status == 403 && ended.text.contains("te lang geleden"), "{}: {}", ended.status, ended.text);
    assert_eq!(two.he.post("/mijn/namens", &[("voor", "ik")]).unwrap().status, 200);
}

fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() { copied(&entry.path(), &to) } else { assert!(std::fs::copy(entry.path(), to).is_ok()) }
    }
}

#[test]
fn a_machtiging_opens_nothing_of_a_service_that_can_no_longer_be_done_so() {
    let mut two = Two::start();
    let his = of_a_person(&two.he);
    authorises(&two.he, &two.she, "verhuismelding");
    assert!(acts_for_him(&two.she).text.contains(&his.number));
    two.product.stop();
    let services = two.product.folder.join("services");
    copied(&root().join("services"), &services);
    let file = services.join("verhuismelding.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let (before, rest) = text.split_once("[namens.machtiging]").unwrap();
    let (_, after) = rest.split_once("\n\n").unwrap();
    std::fs::write(&file, format!("{before}{after}")).unwrap();
    two.product.set("SERVICES", services.to_str().unwrap());
    two.product.start();
    let mine = two.she.get("/mijn").unwrap();
    assert!(mine.status == 200 && !mine.text.contains(&his.number), "{}: {}", mine.status, mine.text);
    assert_eq!(two.she.get(&format!("/mijn/zaken/{}", his.zaak)).unwrap().status, 404);
    assert_eq!(two.she.get("/beginnen/verhuismelding").unwrap().status, 403);
}
