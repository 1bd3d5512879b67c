//! A session below the level that a service asks: nothing of such a zaak is read or done before she showed more surely who she is.
use crate::{
    around::Around,
    card::{self, AAD, Card, LEVEL},
    census::prefixes,
    resident::{Page, Resident},
    running::{On, Product},
};
use web::ROUTES;

/// Led to sign in at the higher level, to come back at `there`.
fn is_led(page: &Page, prefix: &str, there: &str) -> bool {
    page.status == 200 && page.address == format!("{prefix}/inloggen?naar={there}&niveau={LEVEL}")
}

fn last_year() -> String {
    (values::dutch_date(values::Clock::now(&values::SystemClock)).year() - 1).to_string()
}

/// A complaint about this zaak and an objection to its decision are there below its level as little as it is.
fn what_was_sent_about_it_asks_as_much(of: &Card, [surely, low, handler]: [&Resident; 3]) {
    for what in ["klacht", "bezwaar"] {
        let sent = surely.post(&format!("/mijn/zaken/{}/{what}", of.zaak), &[("bericht", "De dag klopt niet.")]).unwrap();
        assert!(sent.address.starts_with("/mijn/vragen/") && sent.text.contains("De dag klopt niet."), "{}", sent.address);
        let receipt = sent.address.replace("/mijn/vragen/", "/vraag/");
        let proof = format!("{}/bewijs", sent.address.replace("/vragen/", "/berichten/"));
        for address in [sent.address.as_str(), &receipt, &proof] {
            let page = low.get(address).unwrap();
            assert!(is_led(&page, "", address) && !page.text.contains("De dag klopt niet."), "{address}: {}", page.address);
        }
        assert_eq!(surely.get(&proof).unwrap().status, 200);
        assert_eq!(handler.get(&sent.address.replace("/mijn/", "/balie/")).unwrap().status, 200);
    }
}

#[test]
fn below_the_level_of_its_service_nothing_of_a_zaak_is_there() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let [surely, low, other, handler] = std::array::from_fn(|_| Resident::at(&product.base));
    assert_eq!(surely.signs_in_at(LEVEL, ("digid", AAD), "/mijn").address, "/mijn");
    assert_eq!(low.signs_in("digid", AAD, "/mijn").address, "/mijn");
    handler.signs_in("medewerkers", "Lotte Brouwer", "/balie");
    let (card, granted) = (Card::asked_for_more(&surely, &handler), Card::granted(&surely, &handler));
    let draft = card::fills_in(&surely);
    let taak = card.taak.clone().unwrap();
    // Its title stands in her list, and that something was placed in her box.
    assert!(low.get("/mijn").unwrap().text.contains(&card.number) && low.get("/mijn/berichten").unwrap().status == 200);

    let of_a_zaak = |path: &str| path.starts_with("/mijn/zaken/") || path.starts_with("/bewijs/") || path.contains("/bewijs");
    let mut entered = 0;
    for route in ROUTES.iter().filter(|route| of_a_zaak(route.path)) {
        for (prefix, of) in prefixes(route).iter().flat_map(|prefix| [(prefix, &card), (prefix, &granted)]) {
            let path = route
                .path
                .replace("{id}", &of.zaak)
                .replace("{document}", &of.paper)
                .replace("{taak}", &taak)
                .replace("{uitnodiging}", &taak);
            let address = format!("{prefix}{path}");
            let fields = [("bericht", "Van mij"), ("antwoord", "Van mij"), ("oordeel", "gaat")];
            let page = if route.method == "GET" { low.get(&address) } else { low.post(&address, &fields) }.unwrap();
            // Withdrawing, complaining and objecting have pages of their own, that ask first.
            let own_page = ["/intrekken", "/klacht", "/bezwaar"].iter().any(|end| path.ends_with(end));
            let there = if route.method == "GET" || own_page { path } else { format!("/mijn/zaken/{}", of.zaak) };
            assert!(is_led(&page, prefix, &there), "{} {address}: {} {}", route.method, page.status, page.address);
            assert!(!of.is_on(&page), "{} {address}", route.method);
            entered += 1;
        }
    }
    assert!(entered >= 48, "{entered}");
    let begin = "/beginnen/gehandicaptenparkeerkaart";
    for (page, there) in [
        (low.post(begin, &[]).unwrap(), begin.to_owned()),
        (low.get("/mijn/download").unwrap(), "/mijn/download".to_owned()),
        (low.get(&format!("{draft}/lopen")).unwrap(), format!("{draft}/lopen")),
        (low.post(&format!("{draft}/versturen"), &[]).unwrap(), format!("{draft}/controle")),
        (low.post(&format!("{}/weg", draft.replace("/formulier/", "/mijn/concepten/")), &[]).unwrap(), "/mijn".to_owned()),
    ] {
        assert!(is_led(&page, "", &there), "{}", page.address);
        assert!(!card.is_on(&page), "{there}");
    }
    // An income is shown to who is known more surely alone.
    let income = texts::text_with(values::Language::Nl, "my-data-income", &[("year", &last_year())]);
    let shown = [&low, &surely].map(|who| who.get("/mijn/gegevens").unwrap());
    assert!(shown[0].text.contains("Laat mijn inkomen zien") && !shown[0].text.contains(&income), "{}", shown[0].text);
    assert!(shown[1].text.contains(&income), "{}", shown[1].text);
    what_was_sent_about_it_asks_as_much(&granted, [&surely, &low, &handler]);
    // To another the zaak is not there, whatever her level: she learns nothing of what it asks.
    other.signs_in("digid", "999993653", "/mijn");
    assert_eq!(other.get(&format!("/mijn/zaken/{}", card.zaak)).unwrap().status, 404);
    assert_eq!(other.get("/mijn/download").unwrap().address, "/mijn/download", "what is hers asks no more");

    // Nothing was done to it, and who shows more surely who she is comes where she was going.
    let untouched = surely.get(&format!("/mijn/zaken/{}", card.zaak)).unwrap();
    assert!(card.is_on(&untouched) && !untouched.text.contains("Van mij") && !untouched.text.contains("Ingetrokken"));
    assert_eq!(surely.get(&format!("{draft}/lopen")).unwrap().status, 200);
    let address = format!("/mijn/zaken/{}/foto/{}", card.zaak, card.paper);
    let opened = low.signs_in_at(LEVEL, ("digid", AAD), &address);
    assert!(opened.status == 200 && opened.address == address && card.is_on(&opened), "{}", opened.address);
    assert!(low.get("/mijn/download").unwrap().text.contains(&card.number));
}

#[test]
fn authority_is_given_and_its_words_are_shown_as_surely_as_its_services_ask() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let [surely, low] = std::array::from_fn(|_| Resident::at(&product.base));
    surely.signs_in_at(LEVEL, ("digid", AAD), "/mijn");
    low.signs_in("digid", AAD, "/mijn");
    let (give, dienst) = ("/mijn/machtigingen/geven", "gehandicaptenparkeerkaart");
    let to = |voor| [("voor", voor), ("diensten", "verhuismelding"), ("diensten", dienst), ("tot", "maand")];
    assert!(is_led(&low.post(give, &to("Noor")).unwrap(), "", give));
    let kept = low.post(give, &to("mijn buurvrouw van nummer 12")).unwrap();
    assert!(kept.status == 403 && kept.text.contains("mijn buurvrouw van nummer 12"), "{}: {}", kept.status, kept.text);
    assert!(low.get("/mijn/machtigingen").unwrap().text.matches("/stoppen").count() == 0, "nothing was given");
    let lower = low.post(give, &[("voor", "Noor"), ("diensten", "verhuismelding"), ("tot", "maand")]).unwrap();
    assert!(lower.address.starts_with("/mijn/machtigingen/") && lower.text.contains("jd-code"), "{}", lower.address);

    let given = surely.post(give, &to("Noor")).unwrap();
    assert!(given.address.starts_with("/mijn/machtigingen/") && given.text.contains("jd-code"), "{}", given.text);
    let without = low.get(&given.address).unwrap();
    assert!(without.status == 200 && without.text.contains("/stoppen") && !without.text.contains("jd-code"), "{}", without.text);
    let shown = low.signs_in_at(LEVEL, ("digid", AAD), &given.address);
    assert!(shown.address == given.address && shown.text.contains("jd-code"), "{}: {}", shown.address, shown.text);
}

#[test]
fn a_password_alone_signs_nobody_in() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let he = Resident::at(&product.base);
    let choice = he.post("/inloggen/digid", &[("naar", "/mijn")]).unwrap();
    let (number, asked) = he.finds(&choice, AAD);
    assert!(asked.ends_with(":MobileTwoFactorContract"), "{asked}");
    let alone = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";
    let back = he.post(&choice.address, &[("persoon", &number), ("niveau", alone)]).unwrap();
    assert!(back.status == 403 && back.text.contains("Log in op een hoger niveau"), "{}: {}", back.status, back.text);
    assert_eq!(he.get("/mijn").unwrap().address, "/inloggen?naar=/mijn");
    assert_eq!(he.signs_in("digid", AAD, "/mijn").address, "/mijn");
}

#[test]
fn who_signed_in_in_another_way_than_a_service_takes_is_led_to_the_right_one() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let [resident, company] = std::array::from_fn(|_| Resident::at(&product.base));
    resident.signs_in_at(LEVEL, ("digid", AAD), "/mijn");
    company.signs_in_at(LEVEL, ("eherkenning", "69599084"), "/mijn");
    let horeca = "horecabedrijf-exploitatievergunning";
    for (who, service, enters) in [
        (&resident, "verhuismelding", true),
        (&company, "verhuismelding", false),
        (&company, horeca, true),
        (&resident, horeca, false),
    ] {
        let page = who.post(&format!("/beginnen/{service}"), &[]).unwrap();
        let there = if enters { "/formulier/".to_owned() } else { format!("/inloggen?naar=/beginnen/{service}") };
        assert!(page.status == 200 && page.address.starts_with(&there), "{service}: {} {}", page.status, page.address);
    }
}

#[test]
fn a_session_of_staff_that_is_not_sure_enough_opens_no_desk() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let handler = Resident::at(&product.base);
    assert_eq!(handler.signs_in("medewerkers", "Lotte Brouwer", "/balie").address, "/balie");
    product.stop();
    product.alters("UPDATE session SET assurance = 'low'", &[]);
    product.start();
    for address in ["/balie", "/beheer"] {
        let page = handler.get(address).unwrap();
        assert!(is_led(&page, "", address), "{}", page.address);
    }
}
