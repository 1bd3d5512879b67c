//! Fills a database as people would, through the operations of the product: each zaak began as a draft and was sent.
use crate::{Result, server::Product};
use access::{Access, Actor, Browser, Context, FollowCode, KeyRing, Purpose};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use catalogue::{Catalogue, Hosted, ServiceDefinition};
use intake::{Answers, Known, NewDraft, Sending};
use registers::Doelen;
use std::{path::Path, sync::Arc, time::Instant};
use store::{Db, Settings, Synchronous};
use terms::Calendar;
use tokio::task::JoinSet;
use uuid::Uuid;
use values::{Clock, Language, SystemClock};

/// Callers at the same time: they share the transactions of the store.
const CALLERS: usize = 400;
/// The municipality that postcode 3811 leads to, a made-up one of the demo.
const ORGANISATIE: &str = "gm0307";
const SERVICE: &str = "melding-openbare-ruimte";

/// What the seeder needs of an installation.
#[derive(Clone)]
pub struct Land(Arc<Parts>);

struct Parts {
    access: Access,
    catalogue: Catalogue,
    calendar: Calendar,
    doelen: Doelen,
    hosted: Hosted,
    browser: Browser,
}

impl Land {
    /// Opens the database of a product that was started once, so that schema, keys and zaaktypen are there. It is filled without
    /// waiting for the disk: only what comes after is measured.
    pub async fn open(root: &Path, product: &Product) -> Result<Self> {
        let settings = match &product.postgres {
            Some(url) => Settings::Postgres { url: url.clone(), connections: 16 },
            None => {
                let file = product.data.join("juistedeur.db");
                Settings::Sqlite { file, readers: 1, synchronous: Synchronous::Off }
            }
        };
        let keys = Arc::new(KeyRing::load(&product.data.join("keys.toml"))?);
        let browser = Browser::new(&keys);
        let access = Access::new(Db::open(&settings).await?, keys, Arc::new(SystemClock));
        let catalogue = Catalogue::load(&root.join("reference"), &root.join("services"))?;
        let hosted = catalogue.hosted_with_code(ORGANISATIE).ok_or("the municipality of the demo is not hosted")?.clone();
        let calendar = Calendar::shipped().map_err(|e| e.to_string())?;
        Ok(Self(Arc::new(Parts { access, catalogue, calendar, doelen: Doelen::default(), hosted, browser })))
    }

    /// The cookie of the browser that began the drafts.
    pub fn cookie(&self) -> String {
        format!("jd_browser={}", URL_SAFE_NO_PAD.encode(self.0.browser.expose()))
    }

    /// Makes `count` zaken and gives the codes of at most `keep` of them, spread over all.
    pub async fn zaken(&self, count: usize, keep: usize) -> Result<Vec<FollowCode>> {
        let begin = Instant::now();
        let each = (count / keep.max(1)).max(1);
        let sent = self.many(count, |land| async move { land.zaak().await }).await?;
        while access::seal_once(self.0.access.db(), self.0.access.keys(), SystemClock.now()).await? > 0 {}
        eprintln!("{count} zaken in {:.0} s", begin.elapsed().as_secs_f64());
        Ok(sent.into_iter().step_by(each).collect())
    }

    /// Makes `count` drafts in which all is answered, and gives their ids.
    pub async fn drafts(&self, count: usize) -> Result<Vec<Uuid>> {
        self.many(count, |land| async move { land.draft().await }).await
    }

    async fn many<T, F>(&self, count: usize, one: impl Fn(Self) -> F + Clone + Send + Sync + 'static) -> Result<Vec<T>>
    where
        T: Send + 'static,
        F: Future<Output = Result<T>> + Send,
    {
        let mut callers = JoinSet::new();
        for caller in 0..CALLERS.min(count) {
            let (land, one) = (self.clone(), one.clone());
            callers.spawn(async move {
                let mut made = Vec::new();
                for _ in (caller..count).step_by(CALLERS) {
                    made.push(one(land.clone()).await?);
                }
                Result::Ok(made)
            });
        }
        let mut all = Vec::new();
        while let Some(made) = callers.join_next().await {
            all.extend(made??);
        }
        Ok(all)
    }

    async fn draft(&self) -> Result<Uuid> {
        let (id, land) = (Uuid::now_v7(), self.clone());
        let work = self.0.access.write(self.context(id), move |op| {
            let land = land.clone();
            Box::pin(async move { intake::begin(op, land.service()?, &land.0.browser, &draft(id)).await })
        });
        work.await?;
        Ok(id)
    }

    async fn zaak(&self) -> Result<FollowCode> {
        let (id, land) = (Uuid::now_v7(), self.clone());
        let work = self.0.access.write(self.context(id), move |op| {
            let land = land.clone();
            Box::pin(async move {
                let Parts { catalogue, calendar, browser, doelen, .. } = &*land.0;
                let service = land.service()?;
                let with = Sending { service, catalogue, calendar, language: Language::Nl, portal: "http://localhost", doelen };
                intake::begin(op, service, browser, &draft(id)).await?;
                intake::submit(op, id, browser, with).await
            })
        });
        Ok(work.await?.code().ok_or("a receipt without a code")?)
    }

    fn service(&self) -> access::Result<&ServiceDefinition> {
        self.0.catalogue.service(SERVICE).ok_or(access::Error::NotFound)
    }

    fn context(&self, id: Uuid) -> Context {
        Context {
            actor: Actor::holder(id),
            organisation: self.0.hosted.oin.clone(),
            purpose: Purpose::new("melding openbare ruimte behandelen", "AVG artikel 6 lid 1 e"),
            trace: id.simple().to_string(),
        }
    }
}

fn draft(id: Uuid) -> NewDraft {
    NewDraft { id, answers: answers(), known: Known::default() }
}

fn answers() -> Answers {
    let mut answers = Answers::default();
    for (field, text) in [
        ("gevaar", "nee"),
        ("soort", "afval"),
        ("omschrijving", "Naast de container aan het plein ligt al twee weken grofvuil: een bank, een kapotte fiets en zakken."),
        ("postcode", "3811 CJ"),
        ("huisnummer", "1"),
        ("naam", "J. de Vries"),
    ] {
        answers.put(field, text);
    }
    answers
}
