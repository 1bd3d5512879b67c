//! What somebody does who signed in: signing in itself, her own zaken, one of them, and a form that begins with what registers know.
//! The provider and the registers are those of the demo, on the same machine.
use crate::{
    Result,
    http::Request,
    rounds::{Figures, Side, Subject, measure},
    seed::{Form, Land},
    server::{Product, Server},
};
use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};
use testing::{Provider, browser::Resident};
use uuid::Uuid;
use values::Bsn;

/// The official test person who does all this.
const WHO: &str = "999991607";
/// The page with all of them.
pub const MINE: &str = "mijn zaken, 1,000 of one person";
/// Zaken of one person.
const OWN: usize = 1_000;
/// Times that she signs in.
const SIGN_INS: usize = 60;
/// Forms begun, and sent, at a steady pace of this many a second: as many as a whole country moving house in its busiest hour.
const FORMS_PER_SECOND: f64 = 100.0;
/// Drafts that the rounds of sending need.
const DRAFTS: usize = 4_000;

/// What it takes to sign in, in milliseconds; the half of the times and 99 of 100.
pub struct SignIns {
    /// From the button to the provider.
    pub there: (f64, f64),
    /// From there back to where she wanted to be: at the provider, a code for a token, its signature, a session, the page.
    pub back: (f64, f64),
}

/// Everything about who signed in, on SQLite.
pub struct SignedIn {
    /// The pages and forms.
    pub figures: Vec<Figures>,
    /// The round trip.
    pub sign_ins: SignIns,
}

/// Measures it on a product of its own.
pub async fn measured(binary: &Path, time: Duration, folder: &Path) -> Result<SignedIn> {
    let root = PathBuf::from(".").canonicalize()?;
    let registers = simulators::start(simulators::Settings::default()).await.map_err(|e| e.to_string())?;
    let mut product = Product::new(binary, folder.join("signed-in"), None);
    let provider = Provider::start(&root, &format!("http://{}", product.listen_always()?));
    product.set_around(&provider.issuer, registers.url());
    product.start().await?.stop().await?;
    let land = Land::open(&root, &product).await?;
    let form = Form::move_of(&Bsn::parse(WHO)?);
    let zaken = land.zaken(&form, OWN, OWN).await?.into_iter().map(|sent| sent.id).collect::<Vec<_>>();
    let drafts = land.drafts(&form, DRAFTS).await?;
    drop(land);
    let server = product.start().await?;
    let (sign_ins, cookie) = tokio::task::block_in_place(|| sign_in(&server))?;
    let figures = pages(&server, &cookie, (&zaken, &drafts), (time, folder)).await?;
    server.stop().await?;
    product.check_journal()?;
    registers.stop().await;
    Ok(SignedIn { figures, sign_ins })
}

/// Signs in again and again, each time in a browser of its own; gives the cookie of the last.
fn sign_in(server: &Server) -> Result<(SignIns, String)> {
    let (mut there, mut back, mut cookie) = (vec![], vec![], String::new());
    for _ in 0..SIGN_INS {
        let resident = Resident::at(&format!("http://{}", server.address));
        let begin = Instant::now();
        let choice = resident.post("/inloggen/digid", &[("naar", "/mijn/inzage")])?;
        there.push(begin.elapsed());
        let (number, level) = resident.finds(&choice, WHO);
        let begin = Instant::now();
        let home = resident.post(&choice.address, &[("persoon", &number), ("niveau", &level)])?;
        back.push(begin.elapsed());
        if home.address != "/mijn/inzage" {
            return Err(format!("signing in led to {}", home.address).into());
        }
        cookie = resident.cookies();
    }
    Ok((SignIns { there: middle(there), back: middle(back) }, cookie))
}

fn middle(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort_unstable();
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).map_or(f64::NAN, |t| t.as_secs_f64() * 1e3);
    (at(0.5), at(0.99))
}

async fn pages(
    server: &Server,
    cookie: &str,
    (zaken, drafts): (&[Uuid], &[Uuid]),
    (time, folder): (Duration, &Path),
) -> Result<Vec<Figures>> {
    let with =
        |path: String, form: Option<&str>| Request { path, cookie: Some(cookie.to_owned()), form: form.map(str::to_owned) };
    let page = |name, requests| (Subject { name, status: 200, connections: 8, most: None, rate: None, time }, requests);
    let form = |name, most, requests| {
        (Subject { name, status: 303, connections: 32, most, rate: Some(FORMS_PER_SECOND), time }, requests)
    };
    let all = [
        page(MINE, vec![with("/mijn".into(), None)]),
        page("her zaak", zaken.iter().map(|id| with(format!("/mijn/zaken/{id}"), None)).collect::<Vec<_>>()),
        form("begin with prefill", None, vec![with("/beginnen/verhuismelding".into(), Some(""))]),
        form(
            "submit, signed in",
            Some(DRAFTS / 5),
            drafts.iter().map(|id| with(format!("/formulier/{id}/versturen"), Some(""))).collect(),
        ),
    ];
    let mut figures = Vec::new();
    for (subject, requests) in all {
        let side = Side { name: "SQLite, 1,000 zaken", server, requests };
        figures.extend(measure(&subject, &[side], &folder.join(subject.name)).await?);
    }
    Ok(figures)
}

/// A line for the page.
pub fn line(sign_ins: &SignIns) -> String {
    let mut text = String::new();
    let SignIns { there, back } = sign_ins;
    let _ = write!(
        text,
        "Signing in, {SIGN_INS} times, with the provider of the demo on the same machine: from the button to the provider's page {:.0} ms \
         (p99 {:.0} ms), and from there back to where she wanted to be {:.0} ms (p99 {:.0} ms).",
        there.0, there.1, back.0, back.1
    );
    text
}
