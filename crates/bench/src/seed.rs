//! Fills a database as people would, through the operations of the product: each zaak began as a draft and was sent.
use crate::{Result, server::Product};
use access::{Access, Actor, Assurance, Browser, Context, FollowCode, KeyRing, Purpose};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use catalogue::{Catalogue, Hosted, ServiceDefinition};
use intake::{AddressLookup, Answers, FoundAddress, Known, KnownItem, KnownValue, Learned, NewDraft, Sending};
use registers::Doelen;
use std::{path::Path, sync::Arc, time::Instant};
use store::{Db, Settings, Synchronous};
use terms::Calendar;
use tokio::task::JoinSet;
use uuid::Uuid;
use values::{Bsn, Clock, Language, SystemClock};

/// Callers at the same time: they share the transactions of the store.
const CALLERS: usize = 400;
/// The municipality that postcode 3811 leads to, a made-up one of the demo.
const ORGANISATIE: &str = "gm0307";

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

    /// Makes `count` zaken of this form, and gives those of at most `keep` of them, spread over all.
    pub async fn zaken(&self, form: &Form, count: usize, keep: usize) -> Result<Vec<Sent>> {
        let begin = Instant::now();
        let each = (count / keep.max(1)).max(1);
        let sent = self.many(form, count, |land, form| async move { land.zaak(&form).await }).await?;
        while access::seal_once(self.0.access.db(), self.0.access.keys(), SystemClock.now()).await? > 0 {}
        eprintln!("{count} zaken in {:.0} s", begin.elapsed().as_secs_f64());
        Ok(sent.into_iter().step_by(each).collect())
    }

    /// Makes `count` drafts in which all is answered, and gives their ids.
    pub async fn drafts(&self, form: &Form, count: usize) -> Result<Vec<Uuid>> {
        self.many(form, count, |land, form| async move { land.draft(&form).await }).await
    }

    async fn many<T, F>(
        &self,
        form: &Form,
        count: usize,
        one: impl Fn(Self, Form) -> F + Clone + Send + Sync + 'static,
    ) -> Result<Vec<T>>
    where
        T: Send + 'static,
        F: Future<Output = Result<T>> + Send,
    {
        let mut callers = JoinSet::new();
        for caller in 0..CALLERS.min(count) {
            let (land, form, one) = (self.clone(), form.clone(), one.clone());
            callers.spawn(async move {
                let mut made = Vec::new();
                for _ in (caller..count).step_by(CALLERS) {
                    made.push(one(land.clone(), form.clone()).await?);
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

    async fn draft(&self, form: &Form) -> Result<Uuid> {
        let (id, land, form) = (Uuid::now_v7(), self.clone(), form.clone());
        let work = self.0.access.write(self.context(&form, id), move |op| {
            let (land, form) = (land.clone(), form.clone());
            Box::pin(async move { intake::begin(op, land.service(&form)?, &land.0.browser, &form.draft(id)).await })
        });
        work.await?;
        Ok(id)
    }

    async fn zaak(&self, form: &Form) -> Result<Sent> {
        let (id, land, form) = (Uuid::now_v7(), self.clone(), form.clone());
        let work = self.0.access.write(self.context(&form, id), move |op| {
            let (land, form) = (land.clone(), form.clone());
            Box::pin(async move {
                let Parts { catalogue, calendar, browser, doelen, .. } = &*land.0;
                let service = land.service(&form)?;
                let with = Sending { service, catalogue, calendar, language: Language::Nl, portal: "http://localhost", doelen };
                intake::begin(op, service, browser, &form.draft(id)).await?;
                intake::submit(op, id, browser, with).await
            })
        });
        Ok(Sent { id, code: work.await?.code() })
    }

    fn service(&self, form: &Form) -> access::Result<&ServiceDefinition> {
        self.0.catalogue.service(form.service).ok_or(access::Error::NotFound)
    }

    fn context(&self, form: &Form, id: Uuid) -> Context {
        let person = |bsn: &Bsn| Actor::person(bsn.clone(), Assurance::Substantial);
        Context {
            actor: form.bsn.as_ref().map_or_else(|| Actor::holder(id), person),
            organisation: self.0.hosted.oin.clone(),
            purpose: Purpose::new("zaak behandelen", "AVG artikel 6 lid 1 e"),
            trace: id.simple().to_string(),
        }
    }
}

/// A zaak that was sent.
pub struct Sent {
    /// Its id.
    pub id: Uuid,
    /// The code to follow it; none of what was sent signed in.
    pub code: Option<FollowCode>,
}

/// A form that was filled in.
#[derive(Clone)]
pub struct Form {
    service: &'static str,
    /// Who signed in for it.
    bsn: Option<Bsn>,
    known: Known,
    answers: Answers,
}

impl Form {
    /// A report of rubbish in the street, without a name.
    pub fn melding() -> Self {
        let answers = answers(&[
            ("gevaar", "nee"),
            ("soort", "afval"),
            (
                "omschrijving",
                "Naast de container aan het plein ligt al twee weken grofvuil: een bank, een kapotte fiets en zakken.",
            ),
            ("postcode", "3811 CJ"),
            ("huisnummer", "1"),
            ("naam", "J. de Vries"),
        ]);
        Self { service: "melding-openbare-ruimte", bsn: None, known: Known::default(), answers }
    }

    /// A move of this person, today, with what registers said of her.
    pub fn move_of(bsn: &Bsn) -> Self {
        let today = SystemClock.today();
        let [day, month, year] = [today.day().into(), today.month().into(), today.year()].map(|n: i16| n.to_string());
        let answers = answers(&[
            ("verhuizers", "ik"),
            ("postcode", "3811 CJ"),
            ("huisnummer", "1"),
            ("verhuisdatum-dag", &day),
            ("verhuisdatum-maand", &month),
            ("verhuisdatum-jaar", &year),
        ]);
        let text = |text: &str| KnownValue { nl: text.into(), en: text.into(), bron: "brp".into(), ..KnownValue::default() };
        let herself = KnownItem { id: "ik".into(), nl: "J. de Vries".into(), en: "J. de Vries".into(), identificatie: None };
        let household = KnownValue { items: vec![herself], ..text("") };
        let values = [
            ("persoon.naam", text("J. de Vries")),
            ("persoon.adres", text("Kralingse Plaslaan 108, 3061 DG Rotterdam")),
            ("persoon.gezin", household),
        ];
        let mut known = Known { asked_at: Some(SystemClock.now()), ..Known::default() };
        known.values = values.into_iter().map(|(concept, value)| (concept.to_owned(), value)).collect();
        let found = FoundAddress { id: "adres-1".into(), text: "Voorbeeldhof 1, 3811 CJ Amersfoort".into() };
        let lookup = AddressLookup { asked: "3811 CJ 1".into(), found: Some(vec![found]) };
        known.learn(Learned::Address("nieuw-adres".into(), lookup));
        Self { service: "verhuismelding", bsn: Some(bsn.clone()), known, answers }
    }

    fn draft(&self, id: Uuid) -> NewDraft {
        NewDraft { id, answers: self.answers.clone(), known: self.known.clone() }
    }
}

fn answers(pairs: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    pairs.iter().for_each(|(field, text)| answers.put(field, text));
    answers
}
