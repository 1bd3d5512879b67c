//! Whatever is sent, people get a clear answer: never a 500, never a panic, and in the language of the page.
use crate::{
    resident::Resident,
    running::{On, Product},
};
use std::{
    io::{Read, Write},
    net::TcpStream,
};
use testing::jpeg;

/// Sends bytes as they are, and gives the first line of the answer and the rest.
fn raw(base: &str, request: &[u8]) -> String {
    let mut line = TcpStream::connect(base.strip_prefix("http://").unwrap()).unwrap();
    line.set_read_timeout(Some(std::time::Duration::from_secs(20))).unwrap();
    // It may hang up before it has read everything: that is an answer too.
    let _ = line.write_all(request);
    let mut answer = Vec::new();
    let _ = line.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn post(base: &str, path: &str, headers: &str, body: &[u8]) -> String {
    let head = format!("POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n", body.len());
    raw(base, &[head.as_bytes(), body].concat())
}

#[test]
fn bytes_that_are_no_form_get_a_page() {
    let product = Product::started(&On::Sqlite);
    let form = "Content-Type: application/x-www-form-urlencoded\r\n";
    let large = vec![b'a'; 10 * 1024 * 1024];
    let bodies: [&[u8]; 7] = [b"", b"vraag=%FF%FE%00", b"\xff\xfe", b"vraag=%E2%80%AEabc", b"&&&===", b"vraag=%", &large];
    for path in ["/antwoord", "/en/antwoord", "/volgen", "/vraag", "/product/verhuismelding", "/beginnen/melding-openbare-ruimte"]
    {
        for body in bodies {
            for headers in [form, "", "Content-Type: application/json\r\n", "Content-Type: multipart/form-data\r\n"] {
                let answer = post(&product.base, path, headers, body);
                let status: u16 = answer.get(9..12).and_then(|s| s.parse().ok()).unwrap_or_else(|| panic!("{path}: no answer"));
                assert!((200..500).contains(&status), "{path}: {status}");
                if status != 303 {
                    assert!(
                        answer.contains(if path.starts_with("/en") { "<html lang=\"en\"" } else { "<html lang=\"nl\"" }),
                        "{path}: {status}: no page"
                    );
                }
            }
        }
    }
}

#[test]
fn paths_and_methods_that_are_not_there_get_a_page_in_their_language() {
    let product = Product::started(&On::Sqlite);
    let paths = [
        "/nergens",
        "/en/nowhere",
        "/bewijs/geen-id",
        "/en/formulier/1/wat",
        "/product/%00",
        "/volgen/%FF",
        "/onderwerpen/..%2f..",
        "/static/fonts/x",
        "/vraag/1",
    ];
    for path in paths {
        let answer = raw(&product.base, format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").as_bytes());
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {}", &answer[..answer.len().min(60)]);
        if !path.starts_with("/static") {
            assert!(answer.contains("<h1"), "{path}: no page");
        }
    }
    for (method, path) in [("DELETE", "/"), ("PUT", "/vraag"), ("GET", "/antwoord"), ("PATCH", "/en/volgen")] {
        let answer = raw(&product.base, format!("{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").as_bytes());
        assert!(answer.starts_with("HTTP/1.1 405") && answer.contains("<h1"), "{method} {path}");
    }
}

#[test]
fn a_method_that_is_none_leaves_no_word_of_it_in_log_or_metrics() {
    let product = Product::started(&On::Sqlite);
    for path in ["/", "/wegwijzer/api/v1/wegwijzingen"] {
        let answer = raw(&product.base, format!("GEHEIM {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").as_bytes());
        assert!(answer.starts_with("HTTP/1.1 405"), "{path}: {answer}");
    }
    let metrics = ureq::get(format!("{}/metrics", product.operations)).call().unwrap().body_mut().read_to_string().unwrap();
    assert!(metrics.contains("method=\"other\"") && !metrics.contains("GEHEIM"), "{metrics}");
    assert!(!std::fs::read_to_string(product.log()).unwrap().contains("GEHEIM"));
}

#[test]
fn a_form_on_another_site_changes_nothing() {
    let product = Product::started(&On::Sqlite);
    for headers in ["Sec-Fetch-Site: cross-site\r\n", "Origin: https://kwaad.example\r\n", "Origin: null\r\n"] {
        let answer = post(&product.base, "/beginnen/melding-openbare-ruimte", headers, b"");
        assert!(answer.starts_with("HTTP/1.1 403") && !answer.to_lowercase().contains("set-cookie"), "{headers}");
    }
}

#[test]
fn every_page_keeps_browsers_safe() {
    let mut product = Product::new(&On::Sqlite);
    product.set("PORTAL", "https://loket.example");
    product.start();
    for path in ["/", "/nergens", "/static/app.css", "/volgen"] {
        let answer =
            raw(&product.base, format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").as_bytes()).to_lowercase();
        for header in [
            "content-security-policy: default-src 'none'",
            "strict-transport-security: max-age=63072000",
            "referrer-policy: no-referrer",
            "x-content-type-options: nosniff",
        ] {
            assert!(answer.contains(header), "{path}: no {header}");
        }
        assert!(!answer.contains("<script") && !answer.contains("style=\""), "{path}: inline");
    }
    let begun = post(&product.base, "/beginnen/melding-openbare-ruimte", "", b"").to_lowercase();
    assert!(begun.contains("httponly") && begun.contains("samesite=lax") && begun.contains("secure"), "{begun}");
    assert!(begun.contains("set-cookie: __host-jd_browser="), "no other host sets it: {begun}");
}

#[test]
fn too_many_at_once_are_asked_to_wait() {
    let mut product = Product::new(&On::Sqlite);
    product.set("POSTS_PER_MINUTE", "10");
    product.start();
    let resident = Resident::at(&product.base);
    let statuses: Vec<_> = (0..12).map(|_| resident.post("/volgen", &[("code", "x")]).unwrap().status).collect();
    assert_eq!(statuses[..10], [422; 10]);
    assert_eq!(statuses[11], 429);
    assert_eq!(resident.get("/").unwrap().status, 200, "reading goes on");
}

#[test]
fn who_sends_many_files_is_asked_to_wait_and_what_is_taken_out_is_gone_from_the_disk() {
    let mut product = Product::new(&On::Sqlite);
    product.set("UPLOADS_PER_MINUTE", "3");
    product.start();
    let files = || std::fs::read_dir(product.folder.join("data/documents")).unwrap().count();
    let resident = Resident::at(&product.base);
    let draft = resident.fills_in("Een losse stoeptegel", &[]).unwrap();
    for _ in 0..3 {
        let page = resident.adds_photo(&draft, &jpeg("een tegel")).unwrap();
        assert_eq!((page.status, files()), (200, 1));
        let file = page.between("name=\"bestand-weg\" value=\"", "\"").unwrap();
        assert_eq!(resident.post(&format!("{draft}/foto"), &[("bestand-weg", &file)]).unwrap().status, 200);
        assert_eq!(files(), 0);
    }
    assert_eq!((resident.adds_photo(&draft, &jpeg("een tegel")).unwrap().status, files()), (429, 0));
    assert_eq!(resident.post("/volgen", &[("code", "x")]).unwrap().status, 422, "what brings no file goes on");
}

#[test]
fn questions_to_the_api_that_are_not_right_get_a_problem() {
    let product = Product::started(&On::Sqlite);
    let api = Resident::at(&product.base);
    let long = "a".repeat(1_001);
    let wrong = [
        "",
        "vraag=",
        "vraag=%20",
        "vraag=x&aantal=0",
        "vraag=x&aantal=x",
        "vraag=x&postcode=12",
        "vraag=%00",
        "vraag=%E2%80%AEx",
        &format!("vraag={long}"),
    ];
    for query in wrong {
        let page = api.get(&format!("/wegwijzer/api/v1/wegwijzingen?{query}")).unwrap();
        assert!(
            page.status == 400 && page.text.contains("\"type\":\"urn:juistedeur:fout:ongeldige-parameter\""),
            "{query}: {}",
            page.text
        );
    }
    let page = api.get("/wegwijzer/api/v1/wegwijzingen?vraag=afval+naast+de+container&aantal=3&postcode=3811").unwrap();
    assert!(
        page.status == 200 && page.text.contains("\"naam\":\"gemeente Amersfoort\"") && page.text.contains("\"terugval\":null"),
        "{}",
        page.text
    );
    let page = api.get("/wegwijzer/api/v1/wegwijzingen?vraag=blorf+wizzel&postcode=3811").unwrap();
    assert!(page.text.contains("\"terugval\":{\"reden\"") && page.text.contains("gm0307"), "{}", page.text);
    assert!(page.text.contains("\"belEerst\":[]"), "{}", page.text);
    let page = api.get("/wegwijzer/api/v1/wegwijzingen?vraag=mijn+man+slaat+mij").unwrap();
    assert!(page.text.contains("\"0800 2000\"") && page.text.contains("\"112\""), "{}", page.text);
}
