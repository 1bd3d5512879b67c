//! The pages themselves: forms, uploads and addresses, as anybody can send them.
use crate::world::{CATALOGUE, folder, root, wait};
use access::{Access, Actor, Browser, Context, KeyRing, Purpose};
use axum::{Router, body::Body, http::Request};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use intake::{Answers, Known, NewDraft};
use std::sync::{Arc, LazyLock};
use store::{Db, Migration, Settings, Synchronous};
use tower::ServiceExt;
use uuid::Uuid;
use values::{Oin, SystemClock};

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    [
        access::MIGRATIONS,
        identity::MIGRATIONS,
        registers::MIGRATIONS,
        cases::MIGRATIONS,
        letters::MIGRATIONS,
        intake::MIGRATIONS,
        right_door::MIGRATIONS,
        my_government::MIGRATIONS,
    ]
    .concat()
});

/// The service that has a page of every kind.
const SERVICE: &str = "melding-openbare-ruimte";

struct Site {
    router: Router,
    access: Access,
    browser: Browser,
    operator: Oin,
}

static SITE: LazyLock<Site> = LazyLock::new(|| wait(site()));

async fn site() -> Site {
    let (home, keys) = (folder("pages"), Arc::new(KeyRing::ephemeral()));
    let settings = Settings::Sqlite { file: home.join("pages.db"), readers: 1, synchronous: Synchronous::Off };
    let db = Db::open(&settings).await.expect("a database");
    store::migrate(&db, &MIGRATIONS).await.expect("the tables");
    let (access, browser) = (Access::new(db, keys.clone(), Arc::new(SystemClock)), Browser::new(&keys));
    let operator = CATALOGUE.hosted()[0].oin.clone();
    let doelen = registers::Doelen::load(&root().join("policies/doelen.toml")).expect("the purposes");
    let today = access.clock().today();
    let regels = accountability::Regels::load(&root().join("policies/verwerkingen.toml"), &doelen, today).expect("the rules");
    let parts = web::Parts {
        access: access.clone(),
        catalogue: catalogue::Current::of_files(CATALOGUE.clone()),
        calendar: terms::Calendar::shipped().expect("the calendar"),
        documents: cases::Documents::open(home.join("documents")).expect("a folder"),
        scanner: None,
        engine: Arc::new(right_door::Engine::build(&CATALOGUE, &root().join("reference"), None).expect("the engine")),
        fonts: None,
        sign_in: None,
        providers: vec![],
        registers: registers::Registers::default(),
        doelen,
        regels,
        map: None,
        site: web::Site {
            can_sign_in: false,
            portal: "http://localhost".into(),
            demo: true,
            operator: operator.clone(),
            operator_name: "fuzz".into(),
            security_contact: "mailto:security@example.org".into(),
            posts_per_minute: u32::MAX,
            uploads_per_minute: u32::MAX,
            behind_proxy: true,
        },
    };
    Site { router: web::router(web::App::new(parts)), access, browser, operator }
}

/// A draft of the browser that asks.
async fn draft(site: &'static Site) -> Uuid {
    let (id, purpose) = (Uuid::now_v7(), Purpose::new("test", "test"));
    let context = Context { actor: Actor::holder(id), organisation: site.operator.clone(), purpose, trace: "test".into() };
    let work = site.access.write(context, move |op| {
        let service = CATALOGUE.service(SERVICE).ok_or(access::Error::NotFound);
        let new = NewDraft { id, answers: Answers::default(), known: Known::default() };
        Box::pin(async move { intake::begin(op, service?, &site.browser, &new).await })
    });
    work.await.expect("a draft");
    id
}

fn cookie(site: &Site) -> String {
    format!("jd_browser={}", URL_SAFE_NO_PAD.encode(site.browser.expose()))
}

/// Whatever is asked, the answer is ours: no fault of the program, and nothing that waits for something else.
async fn asked(site: &Site, request: Request<Body>) {
    let path = request.uri().path().to_owned();
    let response = site.router.clone().oneshot(request).await.expect("an answer");
    assert!(response.status().as_u16() < 500, "{} at {path}", response.status());
    axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body");
}

/// A form to one of the addresses that take one; the first byte says which.
pub fn form(bytes: &[u8]) {
    let Some((which, body)) = bytes.split_first() else { return };
    let (site, body) = (&*SITE, body.to_vec());
    wait(async {
        let pages = ["wat", "waar", "foto", "contact", "versturen"];
        let path = match which % 10 {
            0 => "/antwoord".to_owned(),
            1 => "/en/volgen".to_owned(),
            2 => "/vraag".to_owned(),
            3 => "/product/melding-openbare-ruimte-algemeen".to_owned(),
            4 => format!("/beginnen/{SERVICE}"),
            which => format!("/formulier/{}/{}", draft(site).await, pages[usize::from(which) - 5]),
        };
        let request = Request::post(path).header("cookie", cookie(site)).body(body.into()).expect("a request");
        asked(site, request).await;
    });
}

/// An upload of a photo, with `grens` as its boundary.
pub fn multipart(bytes: &[u8]) {
    let (site, body) = (&*SITE, bytes.to_vec());
    wait(async {
        let request = Request::post(format!("/formulier/{}/foto", draft(site).await))
            .header("cookie", cookie(site))
            .header("content-type", "multipart/form-data; boundary=grens")
            .body(body.into());
        asked(site, request.expect("a request")).await;
    });
}

/// An address on the first line, headers on those that follow: cookie, origin, host, who forwarded it, what may be packed.
pub fn request(bytes: &[u8]) {
    let site = &*SITE;
    let mut lines = bytes.split(|b| *b == b'\n');
    let path = lines.next().unwrap_or_default();
    let names = ["cookie", "origin", "host", "x-forwarded-for", "accept-encoding", "sec-fetch-site", "content-type"];
    let method = if bytes.len().is_multiple_of(2) { "GET" } else { "POST" };
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in names.into_iter().zip(lines) {
        request = request.header(name, value);
    }
    // What is no request at all never gets past the server.
    if let Ok(request) = request.body(Body::empty()) {
        wait(asked(site, request));
    }
}
