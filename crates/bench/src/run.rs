//! The whole run: two databases that differ in size only, and on each the things that people do most.
use crate::{
    Asked, Result,
    http::Request,
    machine,
    report::{self, Measured},
    rounds::{Figures, Side, Subject, measure},
    seed::{Form, Land},
    server::{Product, Server},
    signed_in::{self, SignedIn},
};
use access::FollowCode;
use std::{
    path::{Path, PathBuf},
    time::Duration,
};
use uuid::Uuid;

/// Zaken in the small database.
const FEW: usize = 1_000;
/// Follow codes that are asked in turn.
const CODES: usize = 20_000;
/// Submits in one round; and drafts that all rounds together need.
const SUBMITS: usize = 4_000;
const DRAFTS: usize = SUBMITS * 5;
const QUESTIONS: &str = include_str!("../questions.txt");

/// A product that runs, and what was put into it.
struct Filled {
    name: &'static str,
    product: Product,
    server: Server,
    codes: Vec<FollowCode>,
    drafts: Vec<Uuid>,
    cookie: String,
}

/// Measures and writes the page. Everything else it makes is gone afterwards.
pub async fn run(asked: &Asked) -> Result<()> {
    let folder = std::env::temp_dir().join(format!("juistedeur-bench-{}", Uuid::now_v7()));
    std::fs::create_dir_all(&folder)?;
    let done = tokio::select! {
        done = inside(asked, &folder) => done,
        _ = tokio::signal::ctrl_c() => Err("stopped".into()),
    };
    std::fs::remove_dir_all(&folder)?;
    done
}

async fn inside(asked: &Asked, folder: &Path) -> Result<()> {
    let machine = machine::look(folder)?;
    let product = |name: &str, postgres| Product::new(&asked.binary, folder.join(name), postgres);
    let mut filled = vec![
        fill("SQLite, 1,000 zaken", product("small", None), FEW).await?,
        fill("SQLite, many zaken", product("large", None), asked.zaken).await?,
    ];
    if let Some(server) = &asked.postgres {
        let url = testing::new_database(server, &format!("bench_{}", Uuid::now_v7().simple())).await;
        filled.push(fill("PostgreSQL, 1,000 zaken", product("postgres", Some(url)), FEW).await?);
    }
    let time = Duration::from_secs(asked.seconds);
    let mut figures = pages(&filled[0].server, time, folder).await?;
    figures.extend(follow(&filled, time, folder).await?);
    figures.extend(submit(&filled, time, folder).await?);
    let SignedIn { figures: own, sign_ins } = signed_in::measured(&asked.binary, time, folder).await?;
    figures.extend(own);
    let load = machine::load()?;
    let mut journals = Vec::new();
    for Filled { name, product, server, .. } in filled {
        server.stop().await?;
        journals.push((name, product.check_journal()?));
    }
    let search = asked.search.as_ref().map(std::fs::read_to_string).transpose()?;
    let measured = Measured { machine, load, figures, sign_ins, journals, zaken: asked.zaken, search };
    std::fs::write(&asked.page, report::page(&measured))?;
    eprintln!("{} is written", asked.page.display());
    Ok(())
}

/// Starts a product once, so that it makes its keys and tables; fills it while it is away; and opens it again.
async fn fill(name: &'static str, product: Product, zaken: usize) -> Result<Filled> {
    product.start().await?.stop().await?;
    let land = Land::open(&PathBuf::from("."), &product).await?;
    let sent = land.zaken(&Form::melding(), zaken, CODES).await?;
    let codes = sent.into_iter().filter_map(|sent| sent.code).collect();
    let drafts = land.drafts(&Form::melding(), DRAFTS).await?;
    let cookie = land.cookie();
    drop(land);
    Ok(Filled { name, server: product.start().await?, product, codes, drafts, cookie })
}

/// The pages that are nobody's.
async fn pages(server: &Server, time: Duration, folder: &Path) -> Result<Vec<Figures>> {
    let ask = |question: &str| Request {
        path: "/antwoord".into(),
        form: Some(format!("vraag={}", question.replace(' ', "+").replace(',', "%2C"))),
        cookie: None,
    };
    let all = [
        ("home page", vec![Request::get("/")]),
        ("product page", vec![Request::get("/product/melding-openbare-ruimte-algemeen")]),
        ("search page", QUESTIONS.lines().map(ask).collect()),
    ];
    let mut figures = Vec::new();
    for (name, requests) in all {
        let subject = Subject { name, status: 200, connections: 32, most: None, rate: None, time };
        let side = Side { name: "SQLite, 1,000 zaken", server, requests };
        figures.extend(measure(&subject, &[side], &folder.join(name)).await?);
    }
    Ok(figures)
}

/// Following a zaak by its code: read, and a line in the journal on disk before the answer leaves.
async fn follow(filled: &[Filled], time: Duration, folder: &Path) -> Result<Vec<Figures>> {
    let subject = Subject { name: "follow page", status: 200, connections: 64, most: None, rate: None, time };
    let side = |f: &'_ Filled| f.codes.iter().map(|code| Request::get(&format!("/volgen/{}", code.link()))).collect();
    let sides: Vec<_> = filled.iter().map(|f| Side { name: f.name, server: &f.server, requests: side(f) }).collect();
    measure(&subject, &sides, &folder.join("follow")).await
}

/// Sending a draft: the zaak, its rol, its status, the copy and the line in the journal, on disk before the answer leaves.
async fn submit(filled: &[Filled], time: Duration, folder: &Path) -> Result<Vec<Figures>> {
    let subject = Subject {
        name: "submit",
        status: 303,
        connections: 128,
        most: Some(SUBMITS),
        rate: Some(report::SUBMITS_PER_SECOND),
        time,
    };
    let send = |f: &Filled, id: &Uuid| Request {
        path: format!("/formulier/{id}/versturen"),
        form: Some(String::new()),
        cookie: Some(f.cookie.clone()),
    };
    let sides: Vec<_> = filled
        .iter()
        .map(|f| Side { name: f.name, server: &f.server, requests: f.drafts.iter().map(|id| send(f, id)).collect() })
        .collect();
    measure(&subject, &sides, &folder.join("submit")).await
}
