//! A resident who sent something, and the staff of the town that got it.
use crate::service::catalogue;
use access::{Actor, Assurance, Context, DataKey, FollowCode, Op, Party, Purpose, Role, Step};
use cases::{Desk, Document, DocumentStatus, NewZaak, Rol, Zaak};
use catalogue::{Catalogue, Hosted};
use jiff::{ToSpan, civil::Date};
use std::sync::{Arc, LazyLock, Mutex};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use values::{Bsn, Clock, Id, Language, Prose};

pub const PORTAL: &str = "https://loket.example";
pub static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::shipped().unwrap());
static MIGRATIONS: LazyLock<Vec<Migration>> =
    LazyLock::new(|| [access::MIGRATIONS, cases::MIGRATIONS, letters::MIGRATIONS].concat());

pub fn desk() -> Desk<'static> {
    Desk { calendar: &CALENDAR, portal: PORTAL }
}

pub fn prose(text: &str) -> Prose {
    Prose::parse(text, 2_000).unwrap()
}

/// A paper in the closed compartment.
pub fn closed_paper() -> Document {
    Document {
        id: uuid::Uuid::now_v7(),
        titel: "Brief van de arts".into(),
        formaat: "application/pdf".into(),
        bestandsomvang: 1,
        bestand: "a-file".into(),
        status: DocumentStatus::Definitief,
        besloten: true,
        toegevoegd: None,
    }
}

/// One database with a town in it.
pub struct Town {
    pub world: World,
    pub catalogue: Arc<Catalogue>,
}

/// A town on each engine.
pub async fn towns() -> Vec<Town> {
    let mut all = Vec::new();
    for world in worlds(&MIGRATIONS).await {
        let town = Town { catalogue: Arc::new(catalogue(world.folder())), world };
        for code in ["gm0307", "gm0344"] {
            let all = town.catalogue.clone();
            let hosted = town.hosted(code);
            let work = town.run(Actor::machine("publisher"), code, move |op| {
                let (all, hosted) = (all.clone(), hosted.clone());
                Box::pin(async move {
                    for service in all.services() {
                        cases::publish(op, service, &hosted, "gemeente").await?;
                    }
                    Ok(())
                })
            });
            work.await.unwrap();
        }
        all.push(town);
    }
    all
}

impl Town {
    /// An organisation of this town's world.
    pub fn hosted(&self, code: &str) -> Hosted {
        self.catalogue.hosted_with_code(code).unwrap().clone()
    }

    /// Runs an operation as this actor at this organisation.
    pub async fn run<T: Send + 'static>(
        &self,
        actor: Actor,
        code: &str,
        work: impl for<'a> Fn(&'a mut Op<'_>) -> Step<'a, T> + Send + Sync + 'static,
    ) -> access::Result<T> {
        let purpose = Purpose::new("parkeervergunning behandelen", "Awb");
        let context = Context { actor, organisation: self.hosted(code).oin, purpose, trace: "test".into() };
        self.world.access.write(context, work).await
    }

    /// Runs it as a handler of the town where it was sent.
    pub async fn handler<T: Send + 'static>(
        &self,
        work: impl for<'a> Fn(&'a mut Op<'_>) -> Step<'a, T> + Send + Sync + 'static,
    ) -> access::Result<T> {
        self.run(handler(), "gm0307", work).await
    }

    /// Runs it as the resident.
    pub async fn resident<T: Send + 'static>(
        &self,
        work: impl for<'a> Fn(&'a mut Op<'_>) -> Step<'a, T> + Send + Sync + 'static,
    ) -> access::Result<T> {
        self.run(resident(), "gm0307", work).await
    }

    /// The resident sends something; the norm promises an answer so many days from now.
    pub async fn sends(&self, service: &str, norm_days: i64) -> Id<Zaak> {
        self.sends_with(service, norm_days, vec![]).await
    }

    /// The same, with documents.
    pub async fn sends_with(&self, service: &str, norm_days: i64, documents: Vec<Document>) -> Id<Zaak> {
        let new = NewZaak { documents, ..self.new_zaak(service, norm_days) };
        self.begins(resident(), new).await
    }

    /// Somebody sends something and says this of her health.
    pub async fn sends_bijzonder(&self, service: &str, bijzonder: &str) -> Id<Zaak> {
        let new = NewZaak { bijzonder: Some(bijzonder.into()), ..self.new_zaak(service, 10) };
        self.begins(resident(), new).await
    }

    /// Somebody sends something without saying who she is; with the code to follow it.
    pub async fn sends_unnamed(&self, service: &str) -> (Id<Zaak>, FollowCode) {
        let new = NewZaak { rollen: vec![], party: None, ..self.new_zaak(service, 10) };
        let code = new.volgcode.clone();
        (self.begins(Actor::anonymous(), new).await, code)
    }

    async fn begins(&self, who: Actor, new: NewZaak) -> Id<Zaak> {
        let work = self.run(who, "gm0307", move |op| {
            let new = new.clone();
            Box::pin(async move {
                let key = DataKey::create(op).await?;
                cases::create(op, &key, new).await
            })
        });
        work.await.unwrap().id
    }

    fn new_zaak(&self, service: &str, norm_days: i64) -> NewZaak {
        let definition = self.catalogue.service(service).unwrap();
        let hosted = self.hosted("gm0307");
        let overlay = definition.overlay("gm0307").unwrap();
        let today = self.today();
        let term = definition.decision_term(&overlay.overlay, today);
        NewZaak {
            id: Id::new(),
            organisatie: hosted.oin.clone(),
            bronorganisatie: hosted.rsin.clone(),
            versie: overlay.version.clone(),
            ontvangen_op: self.world.clock.now(),
            einddatum_gepland: today.checked_add(norm_days.days()).ok(),
            uiterlijke_einddatum_afdoening: term.map(|term| term.last_day(today, &CALENDAR).unwrap()),
            taal: Language::Nl,
            toelichting: "Kenteken\nAB-123-C".into(),
            bijzonder: None,
            rollen: vec![Rol {
                omschrijving_generiek: "initiator".into(),
                betrokkene_type: "natuurlijk_persoon".into(),
                identificatie: Some("999990019".into()),
                vestigingsnummer: None,
                naam: Some("J. Jansen".into()),
                email: Some("jansen@example.org".into()),
                telefoon: None,
                indicatie_machtiging: None,
                roltoelichting: None,
            }],
            party: Some(Party::Person(Bsn::parse("999990019").unwrap())),
            volgcode: FollowCode::new(self.world.access.keys()),
            documents: vec![],
        }
    }

    /// The letters that leave now, as she reads them.
    pub async fn letters(&self) -> Vec<String> {
        struct Kept(Mutex<Vec<String>>);
        impl letters::Words for Kept {
            fn subject(&self, letter: &letters::Letter) -> String {
                letter.kind.clone()
            }
            fn body(&self, letter: &letters::Letter) -> String {
                let values: Vec<_> = letter.values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                let body = texts::text_with(letter.language, &format!("{}-body", letter.kind), &values);
                self.0.lock().unwrap().push(body.clone());
                body
            }
        }
        let (sink, kept) = (testing::SmtpSink::start().await, Arc::new(Kept(Mutex::default())));
        let (host, from) = ("127.0.0.1".to_owned(), "Gemeente Voorbeeld <post@voorbeeld.nl>".to_owned());
        let smtp = letters::Smtp { host, port: sink.port(), tls: letters::Tls::None, user: None, password: None, from };
        letters::Mailer::new(self.world.access.clone(), &smtp, kept.clone()).unwrap().send_due().await.unwrap();
        std::mem::take(&mut kept.0.lock().unwrap())
    }

    /// The Dutch date.
    pub fn today(&self) -> Date {
        values::dutch_date(self.world.clock.now())
    }

    /// So many days pass.
    pub fn days_pass(&self, days: i64) {
        self.world.clock.set(self.world.clock.now() + (days * 24).hours());
    }

    /// What stands in one column of the database.
    pub async fn column(&self, sql: &'static str) -> Vec<String> {
        let rows = self
            .world
            .access
            .db()
            .read::<Vec<String>, store::Error>(move |tx| Box::pin(async move { tx.rows(sql, &[], |r| r.get(0)).await }));
        rows.await.unwrap()
    }
}

/// The resident, signed in.
pub fn handler() -> Actor {
    Actor::worker("noor", &[Role::Behandelaar])
}

pub fn front_desk() -> Actor {
    Actor::worker("emre", &[Role::Kcc])
}

pub fn doctor() -> Actor {
    Actor::worker("ilse", &[Role::MedischAdviseur])
}

pub fn neighbour() -> Actor {
    Actor::person(Bsn::parse("999990020").unwrap(), Assurance::Substantial)
}

pub fn resident() -> Actor {
    Actor::person(Bsn::parse("999990019").unwrap(), Assurance::Substantial)
}
