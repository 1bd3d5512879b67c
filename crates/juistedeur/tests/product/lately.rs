//! What is sensitive is not done from a screen that was left open: after five minutes one shows once more who one is.
use crate::{
    around::Around,
    card::{AAD, LEVEL, applies},
    resident::{Page, Resident},
    running::{On, Product, faketime},
};
use uuid::Uuid;

/// He has the register corrected; gives the address at the desk of what he asked.
fn asks(he: &Resident) -> String {
    let asked = he.post("/mijn/correctie", &[("veld", "naam"), ("moet", "Met een s")]).unwrap();
    asked.address.replace("/vraag/", "/balie/vragen/")
}

fn is_asked_again(page: &Page, there: &str) -> bool {
    page.address.starts_with(&format!("/inloggen?naar={there}")) && page.address.ends_with("&opnieuw=ja")
}

#[test]
fn what_is_sensitive_is_done_only_by_who_showed_lately_who_she_is() {
    if faketime().is_none() {
        eprintln!("skipped: faketime is not here; scripts/setup installs it");
        return;
    }
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let [he, handler, manager] = std::array::from_fn(|_| Resident::at(&product.base));
    assert_eq!(he.signs_in_at(LEVEL, ("digid", AAD), "/mijn").status, 200);
    handler.signs_in("medewerkers", "Lotte Brouwer", "/balie");
    manager.signs_in("medewerkers", "Femke Hoogland", "/beheer");
    let (zaak, vraag, gives) = (format!("/balie/zaken/{}", applies(&he).zaak), asks(&he), "/mijn/machtigingen/geven");
    let given = [("voor", "mijn buurvrouw"), ("diensten", "verhuismelding"), ("tot", "maand")];
    let all = || {
        let shows = |of: &str| handler.post(&format!("{of}/nummer"), &[]).unwrap();
        [
            (he.get("/mijn/download").unwrap(), "/mijn/download"),
            (he.get(gives).unwrap(), gives),
            (he.post(gives, &given).unwrap(), gives),
            (shows(&zaak), zaak.as_str()),
            (shows(&vraag), vraag.as_str()),
        ]
    };
    let manages = || {
        let version = format!("/beheer/versies/{}", Uuid::now_v7());
        let service = "/beheer/diensten/melding-openbare-ruimte".to_owned();
        [("publiceren", version), ("stoppen", service)].map(|(act, of)| (manager.post(&format!("{of}/{act}"), &[]).unwrap(), of))
    };
    assert_eq!(manages().map(|(page, _)| page.status), [404, 422], "there is no such version, and no reason");
    for (page, there) in all() {
        assert!(page.status == 200 && !page.address.starts_with("/inloggen"), "{there}: {} {}", page.status, page.address);
    }

    product.stop();
    product.set_clock(Some("+6m"));
    product.start();
    for (page, there) in all() {
        assert!(is_asked_again(&page, there), "{there}: {}", page.address);
        assert!(page.text.contains("Voor de zekerheid") && !page.text.contains(AAD), "{there}: {}", page.text);
    }
    for (page, there) in manages() {
        assert!(is_asked_again(&page, &there) && page.text.contains("Voor de zekerheid"), "{there}: {}", page.address);
    }
    assert_eq!(he.get("/mijn/inzage").unwrap().address, "/mijn/inzage", "he is still signed in for the rest");
    assert_eq!(handler.get(&zaak).unwrap().address, zaak);

    product.stop();
    product.set_clock(None);
    product.start();
    let choice = he.post("/inloggen/digid", &[("naar", "/mijn/download"), ("opnieuw", "ja"), ("niveau", LEVEL)]).unwrap();
    assert!(he.chooses(&choice, AAD).text.starts_with('{'));
}
