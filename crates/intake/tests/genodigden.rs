//! A company applies and names its managers: each is invited with words of her own, and gives what the register says of her. On both databases,
//! against the simulated registers.
#![allow(clippy::unwrap_used, clippy::panic)]
use access::{Actor, Assurance, Browser, Context, Error, FollowCode, Party, Purpose};
use cases::{DocumentStatus, Gegeven, Uitnodiging};
use catalogue::{Catalogue, QuestionKind, ServiceDefinition};
use intake::{Answers, Asking, DraftFile, NewDraft, Receipt, Sending, prefill};
use letters::Letter;
use registers::{Doelen, Registers};
use serde_json::json;
use simulators::{Register, Running, Stand};
use std::{
    path::Path,
    sync::{Arc, LazyLock, Mutex},
};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use uuid::Uuid;
use values::{Bsn, Id, KvkNummer, Language};

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    [access::MIGRATIONS, registers::MIGRATIONS, cases::MIGRATIONS, letters::MIGRATIONS, intake::MIGRATIONS].concat()
});
static CATALOGUE: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Catalogue::load(&root().join("reference"), &root().join("services")).unwrap()));
static DOELEN: LazyLock<Doelen> = LazyLock::new(|| Doelen::load(&root().join("policies/doelen.toml")).unwrap());

/// Suzanne Moulin, born on 1 December 1985.
const SUZANNE: &str = "999993653";
/// She asked for confidentiality.
const SECRET: &str = "999993872";

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn service() -> &'static ServiceDefinition {
    CATALOGUE.service("horecabedrijf-exploitatievergunning").unwrap()
}

fn company() -> Actor {
    Actor::representative("s-tapper", Party::Company(KvkNummer::parse("99990010").unwrap()), Assurance::Substantial)
}

fn person(bsn: &str, assurance: Assurance) -> Actor {
    Actor::person(Bsn::parse(bsn).unwrap(), assurance)
}

fn context(actor: Actor) -> Context {
    let organisation = CATALOGUE.hosted_with_code("gm0599").unwrap().oin.clone();
    Context { actor, organisation, purpose: Purpose::new("test", "test"), trace: "test".into() }
}

/// The registers and one database.
struct Scene {
    world: World,
    running: Running,
}

async fn scenes() -> Vec<Scene> {
    let mut scenes = vec![];
    for world in worlds(&MIGRATIONS).await {
        let settings = simulators::Settings { clock: world.clock.clone(), ..simulators::Settings::default() };
        let running = simulators::start(settings).await.unwrap();
        scenes.push(Scene { world, running });
    }
    scenes
}

/// An application of the café that was sent.
struct Sent {
    draft: Uuid,
    browser: Browser,
}

impl Scene {
    fn registers(&self) -> Registers {
        let at = |path: &str| json!({ "url": format!("{}{path}", self.running.url()), "api_key": "voorbeeld" });
        let all = json!({ "brp": at("/haalcentraal/api/brp"), "kvk": at("/api"), "bag": at("/lvbag/individuelebevragingen/v2") });
        Registers::open(&serde_json::from_value(all).unwrap()).unwrap()
    }

    /// The café fills in its form and names these people.
    async fn applies(&self, managers: &[(&str, &str)]) -> Sent {
        let hosted = CATALOGUE.hosted_with_code("gm0599").unwrap();
        let publish = self.world.access.write(context(Actor::machine("publisher")), move |op| {
            Box::pin(async move { cases::publish(op, service(), hosted, "gemeente").await })
        });
        publish.await.unwrap();
        let (asks, registers) = (context(company()), self.registers());
        let doel = DOELEN.get("horeca-exploitatievergunning").unwrap();
        let asking = Asking { registers: &registers, access: &self.world.access, context: &asks, doel };
        let known = prefill(asking, service(), &CATALOGUE).await.unwrap();
        let mut answers = Answers::default();
        for question in service().questions() {
            match question.kind {
                QuestionKind::Choice => answers.put(&question.id, &question.options[0].id),
                QuestionKind::Number => answers.put(&question.id, "10"),
                QuestionKind::Prose => answers.put(&question.id, "Iedere dag"),
                _ => {}
            }
        }
        let typed = [("postcode", "3061 DG"), ("huisnummer", "108"), ("startdatum-dag", "1"), ("startdatum-maand", "4")];
        typed.into_iter().chain([("startdatum-jaar", "2027")]).for_each(|(field, text)| answers.put(field, text));
        for (at, (name, mail)) in managers.iter().enumerate() {
            answers.put(&format!("leidinggevenden-{}-wie", at + 1), name);
            answers.put(&format!("leidinggevenden-{}-mail", at + 1), mail);
        }
        let (draft, browser) = (Uuid::now_v7(), Browser::new(self.world.access.keys()));
        let files: Vec<_> = service().questions().filter(|q| q.kind == QuestionKind::Document).map(paper).collect();
        let parts = Arc::new((browser.clone(), NewDraft { id: draft, answers, known }, files));
        let work = self.world.access.write(asks, move |op| {
            let parts = parts.clone();
            Box::pin(async move {
                intake::begin(op, service(), &parts.0, &parts.1).await?;
                for file in &parts.2 {
                    intake::add_file(op, draft, &parts.0, file, 2).await?;
                }
                Ok(())
            })
        });
        work.await.unwrap();
        Sent { draft, browser }
    }

    async fn sends(&self, sent: &Sent) -> Receipt {
        let (id, browser) = (sent.draft, sent.browser.clone());
        let work = self.world.access.write(context(company()), move |op| {
            let browser = browser.clone();
            Box::pin(async move {
                let (calendar, portal) = (Calendar::shipped().unwrap(), "https://loket.example");
                let (catalogue, doelen) = (&**CATALOGUE, &*DOELEN);
                let with = Sending { service: service(), catalogue, calendar: &calendar, language: Language::Nl, portal, doelen };
                intake::submit(op, id, &browser, with).await
            })
        });
        work.await.unwrap()
    }

    /// Whom the company named, as it sees them.
    async fn named(&self, sent: &Sent) -> Vec<Uitnodiging> {
        let id = Id::from(sent.draft);
        let look = self.world.access.write(context(company()), move |op| Box::pin(cases::look(op, id)));
        look.await.unwrap().uitnodigingen
    }

    /// The numbers of what waits for the company, as its list says.
    async fn waits(&self) -> Vec<String> {
        let asks = context(company());
        let here = asks.organisation.clone();
        let work = self.world.access.write(asks, move |op| {
            let here = here.clone();
            Box::pin(async move { cases::asked(op, &[here]).await })
        });
        let lines = work.await.unwrap();
        lines.into_iter().filter(|line| line.wacht_op_genodigde).map(|line| line.identificatie).collect()
    }

    /// The letters that left.
    async fn letters(&self) -> Vec<Letter> {
        #[derive(Clone, Default)]
        struct Kept(Arc<Mutex<Vec<Letter>>>);
        impl letters::Words for Kept {
            fn subject(&self, letter: &Letter) -> String {
                self.0.lock().unwrap().push(letter.clone());
                "x".into()
            }
            fn body(&self, letter: &Letter) -> String {
                let values: Vec<_> = letter.values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                texts::text_with(letter.language, "letter-uitnodiging-body", &values)
            }
        }
        let (sink, kept) = (testing::SmtpSink::start().await, Kept::default());
        let (host, from) = ("127.0.0.1".to_owned(), "Gemeente Voorbeeld <post@voorbeeld.nl>".to_owned());
        let smtp = letters::Smtp { host, port: sink.port(), tls: letters::Tls::None, user: None, password: None, from };
        let mailer = letters::Mailer::new(self.world.access.clone(), &smtp, Arc::new(kept.clone())).unwrap();
        mailer.send_due().await.unwrap();
        let mut all = kept.0.lock().unwrap().clone();
        all.sort_by(|a, b| a.to.cmp(&b.to));
        all
    }

    /// What the BRP says of this person for who invites her.
    async fn brp_says(&self, who: &Actor) -> Result<Option<Gegeven>, access::Refusal> {
        let (asks, registers) = (context(who.clone()), self.registers());
        let doel = DOELEN.get("leidinggevende").unwrap();
        intake::gegeven_van(Asking { registers: &registers, access: &self.world.access, context: &asks, doel }).await
    }

    /// She types the words of her link, and gives.
    async fn gives(&self, words: &str, who: Actor, gegeven: Gegeven) -> access::Result<()> {
        let (words, browser) = (FollowCode::parse(words).unwrap(), Browser::new(self.world.access.keys()));
        let code = words.clone();
        let found = self.world.access.read(context(Actor::anonymous()), move |op| {
            let code = code.clone();
            Box::pin(async move { Ok(cases::uitnodiging_van(op, &code).await?.0) })
        });
        let id = found.await?;
        let secrets = Arc::new((words, browser.clone()));
        let opens = self.world.access.write(context(Actor::holder(id.uuid())), move |op| {
            let secrets = secrets.clone();
            Box::pin(async move { cases::openen(op, &secrets.0, &secrets.1).await })
        });
        opens.await?;
        let parts = Arc::new((browser, gegeven));
        let gives = self.world.access.write(context(who), move |op| {
            let parts = parts.clone();
            Box::pin(async move { intake::geven(op, (id, &parts.0), service(), &parts.1).await })
        });
        gives.await
    }
}

fn paper(question: &catalogue::Question) -> DraftFile {
    DraftFile {
        id: Uuid::now_v7(),
        titel: "Stuk".into(),
        formaat: "application/pdf".into(),
        bestandsomvang: 1,
        bestand: "a-file".into(),
        status: DocumentStatus::Definitief,
        question: question.id.clone(),
        besloten: question.besloten,
    }
}

#[tokio::test]
async fn who_is_named_gets_a_letter_with_words_of_her_own_and_gives_what_the_brp_says() {
    for scene in scenes().await {
        let sent = scene.applies(&[("S. Moulin", "s.moulin@voorbeeld.nl"), ("P. Meijden", "p.meijden@voorbeeld.nl")]).await;
        let receipt = scene.sends(&sent).await;
        scene.sends(&sent).await;
        let named = scene.named(&sent).await;
        let told: Vec<_> = named.iter().map(|one| (one.naam.as_str(), one.gegeven_op.is_some())).collect();
        assert_eq!(told, [("S. Moulin", false), ("P. Meijden", false)], "each once");

        let letters = scene.letters().await;
        let [other, hers] = letters.as_slice() else { panic!("one letter for each: {}", letters.len()) };
        assert_eq!((other.to.as_str(), hers.to.as_str()), ("p.meijden@voorbeeld.nl", "s.moulin@voorbeeld.nl"));
        assert_eq!((&*hers.values["company"], &*hers.values["organisation"]), ("Voorbeeldcafé De Kade", "de gemeente Rotterdam"));
        assert!(hers.values["ground"].contains("geen toestemming") && !hers.values["contact"].is_empty());
        let words = hers.values["link"].strip_prefix("https://loket.example/uitnodiging/").unwrap();
        assert_eq!(hers.values["other"], format!("https://loket.example/en/uitnodiging/{words}"));
        assert!(!other.values["link"].contains(words));

        let suzanne = person(SUZANNE, Assurance::Substantial);
        let gegeven = scene.brp_says(&suzanne).await.unwrap().unwrap();
        let says: Vec<_> = gegeven.waarden.iter().map(|one| (one.veld.as_str(), one.nl.as_str())).collect();
        assert_eq!(
            says,
            [("naam", "Suzanne Moulin"), ("geboren", "1 december 1985"), ("adres", "Boterdiep 31, 3077 AW Rotterdam")]
        );
        assert!(!gegeven.geheimhouding && !gegeven.heet_anders_dan("S. Moulin") && gegeven.heet_anders_dan("Oom Jan"));
        let low = scene.gives(words, person(SUZANNE, Assurance::Low), gegeven.clone()).await;
        assert!(matches!(low, Err(Error::NotAllowed)), "below the level of the service: {low:?}");
        scene.gives(words, suzanne.clone(), gegeven.clone()).await.unwrap();
        assert!(matches!(scene.gives(words, suzanne, gegeven).await, Err(Error::Refused(_))), "the words are used");
        assert_eq!(scene.named(&sent).await.iter().filter(|one| one.gegeven_op.is_some()).count(), 1);

        assert_eq!(scene.waits().await, [receipt.number], "it waits for the other");
        let other = other.values["link"].strip_prefix("https://loket.example/uitnodiging/").unwrap();
        let he = person(SECRET, Assurance::Substantial);
        let gegeven = scene.brp_says(&he).await.unwrap().unwrap();
        scene.gives(other, he, gegeven).await.unwrap();
        assert!(scene.waits().await.is_empty(), "all gave");
    }
}

#[tokio::test]
async fn what_the_register_says_beside_it_goes_along_and_while_it_is_away_nothing_is_given() {
    for scene in scenes().await {
        let secret = scene.brp_says(&person(SECRET, Assurance::Substantial)).await.unwrap().unwrap();
        assert!(secret.geheimhouding);
        assert!(scene.brp_says(&company()).await.is_err(), "a company has no date of birth");
        scene.running.turn(Register::Brp, Stand::Uit);
        assert!(scene.brp_says(&person(SUZANNE, Assurance::Substantial)).await.unwrap().is_none());
    }
}
