//! Somebody whom the applicant named gives her own data: with her own words, once, and never seen by who named her.
use crate::town::{CALENDAR, Town, desk, front_desk, handler, neighbour, prose, resident, towns};
use access::{Acting, Actor, Assurance, Browser, Error, FollowCode, Grond, Look, Party, Role, Vertegenwoordiging};
use cases::{Dossier, Gegeven, NewUitnodiging, Uitnodiging, Waarde, Zaak, ZaakView};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;
use values::{Bsn, Id, KvkNummer, Oin};

const THERE: &str = "gm0344";
const SECRET: &str = "Dorpsstraat 1";

fn stranger() -> Actor {
    Actor::person(Bsn::parse("999993653").unwrap(), Assurance::Substantial)
}

fn company() -> Actor {
    Actor::representative("s-tapper", Party::Company(KvkNummer::parse("99990010").unwrap()), Assurance::Substantial)
}

/// The neighbour, acting for the resident in this very service.
fn for_another() -> Actor {
    let (voor, diensten) = (Bsn::parse("999990019").unwrap(), vec!["horeca".to_owned()]);
    neighbour().on_behalf(Vertegenwoordiging { voor, naam: "J".into(), door: "B".into(), grond: Grond::Gezag, diensten })
}

fn gegeven(of: &Actor) -> Gegeven {
    let Acting::Person(bsn) = &of.acting else { panic!("only a person has data to give") };
    let waarde = |veld: &str, text: &str| Waarde { veld: veld.into(), nl: text.into(), en: text.into(), in_onderzoek: false };
    Gegeven {
        nummer: bsn.expose().into(),
        bron: "brp".into(),
        gevraagd_op: Timestamp::UNIX_EPOCH,
        waarden: vec![waarde("naam", "Berta Buur"), waarde("adres", SECRET)],
        geboren: Some(Date::constant(1980, 2, 29)),
        namen: "Berta Buur".into(),
        geheimhouding: true,
    }
}

/// Somebody who was invited, and what she holds.
struct Invited<'a> {
    town: &'a Town,
    zaak: Id<Zaak>,
    id: Id<Uitnodiging>,
    code: FollowCode,
    browser: Browser,
}

async fn invited(town: &Town) -> Invited<'_> {
    let zaak = town.sends("horeca", 10).await;
    let (id, code) = names(town, resident(), zaak).await.unwrap();
    Invited { town, zaak, id, code, browser: Browser::new(town.world.access.keys()) }
}

async fn names(town: &Town, who: Actor, zaak: Id<Zaak>) -> access::Result<(Id<Uitnodiging>, FollowCode)> {
    let seen = town.handler(move |op| Box::pin(cases::dossier(op, zaak, &CALENDAR))).await.unwrap().view.zaak;
    let (vraag, doel) = ("leidinggevenden".into(), "leidinggevende".into());
    let new = NewUitnodiging { vraag, doel, naam: "B. Buur".into(), namens: "Café J".into() };
    let parts = Arc::new((seen, new));
    let work = town.run(who, "gm0307", move |op| {
        let parts = parts.clone();
        Box::pin(async move { cases::uitnodigen(op, &parts.0, &parts.1).await })
    });
    work.await
}

impl Invited<'_> {
    async fn opens(&self, who: Actor) -> access::Result<()> {
        let parts = Arc::new((self.code.clone(), self.browser.clone()));
        let work = self.town.run(who, "gm0307", move |op| {
            let parts = parts.clone();
            Box::pin(async move { cases::openen(op, &parts.0, &parts.1).await })
        });
        work.await
    }

    async fn gives(&self, who: Actor, gegeven: Gegeven) -> access::Result<()> {
        self.gives_in(self.browser.clone(), who, gegeven).await
    }

    async fn gives_in(&self, browser: Browser, who: Actor, gegeven: Gegeven) -> access::Result<()> {
        let (id, parts) = (self.id, Arc::new((browser, gegeven)));
        let work = self.town.run(who, "gm0307", move |op| {
            let parts = parts.clone();
            Box::pin(async move { cases::geven(op, id, &parts.0, &parts.1).await })
        });
        work.await
    }

    /// The page of its words.
    async fn reads(&self, who: Actor) -> access::Result<()> {
        let id = self.id;
        self.town.run(who, "gm0307", move |op| Box::pin(async move { cases::uitnodiging(op, id).await.map(drop) })).await
    }

    /// What there is to give or was given, as it is to this actor.
    async fn looks(&self, who: Actor) -> access::Result<Uitnodiging> {
        let (id, browser) = (self.id, self.browser.clone());
        let work = self.town.run(who, "gm0307", move |op| {
            let browser = browser.clone();
            Box::pin(async move { cases::te_geven(op, id, &browser).await })
        });
        work.await
    }

    async fn reads_back(&self, who: Actor) -> access::Result<Gegeven> {
        let id = self.id;
        self.town.run(who, "gm0307", move |op| Box::pin(async move { Ok(cases::gegeven(op, id).await?.1) })).await
    }

    async fn new_words(&self, who: Actor) -> access::Result<FollowCode> {
        let (zaak, id) = (self.zaak, self.id);
        self.town.run(who, "gm0307", move |op| Box::pin(async move { Ok(cases::nieuwe_woorden(op, zaak, id).await?.1) })).await
    }

    async fn found_by(&self, code: &FollowCode) -> access::Result<Id<Uitnodiging>> {
        let code = code.clone();
        let work = self.town.run(Actor::anonymous(), "gm0307", move |op| {
            let code = code.clone();
            Box::pin(async move { Ok(cases::uitnodiging_van(op, &code).await?.0) })
        });
        work.await
    }

    async fn dossier(&self, who: Actor) -> access::Result<Dossier> {
        let zaak = self.zaak;
        self.town.run(who, "gm0307", move |op| Box::pin(cases::dossier(op, zaak, &CALENDAR))).await
    }

    async fn as_applicant(&self) -> ZaakView {
        let zaak = self.zaak;
        self.town.resident(move |op| Box::pin(cases::look(op, zaak))).await.unwrap()
    }

    fn holder(&self) -> Actor {
        Actor::holder(self.id.uuid())
    }
}

/// Who looked at the data of this actor, at these organisations.
async fn looks(town: &Town, who: Actor, codes: &[&str]) -> Vec<Look> {
    let oins: Arc<[Oin]> = codes.iter().map(|code| town.hosted(code).oin).collect();
    let work = town.run(who, "gm0307", move |op| {
        let oins = oins.clone();
        Box::pin(async move { access::looks(op, &oins, None, 50).await })
    });
    work.await.unwrap()
}

#[tokio::test]
async fn she_gives_once_the_handler_sees_what_and_who_named_her_only_that() {
    for town in towns().await {
        let she = invited(&town).await;
        assert_eq!(she.found_by(&she.code).await.unwrap(), she.id);
        she.opens(she.holder()).await.unwrap();
        assert_eq!(she.looks(neighbour()).await.unwrap().naam, "B. Buur");
        assert!(she.dossier(handler()).await.unwrap().gegeven.is_empty());
        let (one, two) =
            tokio::join!(she.gives(neighbour(), gegeven(&neighbour())), she.gives(neighbour(), gegeven(&neighbour())));
        one.and(two).unwrap();
        let given = town.column("SELECT action FROM journal_line WHERE action = 'gegevens-gegeven'").await;
        assert_eq!(given.len(), 1, "a double click gives once");

        let seen = she.dossier(handler()).await.unwrap();
        assert_eq!(seen.view.uitnodigingen[0].naam, "B. Buur");
        assert!(seen.gegeven[0].0 == she.id && seen.gegeven[0].1.waarden[1].nl == SECRET && seen.gegeven[0].1.geheimhouding);
        let told = looks(&town, neighbour(), &["gm0307"]).await;
        let by_staff: Vec<_> =
            told.iter().filter(|look| look.by == access::By::Worker).map(|look| look.action.as_str()).collect();
        assert_eq!(by_staff, ["gegeven-gelezen"], "she reads who looked, and that look only");

        let seen = she.as_applicant().await;
        assert!(seen.uitnodigingen[0].gegeven_op.is_some());
        let oin: Arc<[Oin]> = [town.hosted("gm0307").oin].into();
        let here = oin.clone();
        let taken = town.resident(move |op| {
            let here = here.clone();
            Box::pin(async move { cases::everything(op, &here, cases::Page::default()).await })
        });
        assert!(!serde_json::Value::from(taken.await.unwrap().zaken).to_string().contains(SECRET));
        let own = town.run(neighbour(), "gm0307", move |op| {
            let oin = oin.clone();
            Box::pin(async move { cases::alles_gegeven(op, &oin).await })
        });
        assert_eq!(own.await.unwrap()[0].1.waarden[1].nl, SECRET, "she finds it back");
        assert_eq!(she.reads_back(neighbour()).await.unwrap().waarden[1].nl, SECRET);
    }
}

#[tokio::test]
async fn nobody_else_names_opens_gives_or_reads() {
    for town in towns().await {
        let she = invited(&town).await;
        let not_there = |came: access::Result<()>, told: &str| match came {
            Err(Error::NotFound | Error::NotAllowed) => {}
            other => panic!("{told}: {other:?}"),
        };
        let others =
            [stranger(), company(), for_another(), handler(), front_desk(), Actor::anonymous(), Actor::holder(she.zaak.uuid())];
        for who in others.clone() {
            not_there(she.opens(who.clone()).await, "opens");
            // Who works there sees on the zaak who was named.
            if who != handler() && who != front_desk() {
                not_there(she.reads(who.clone()).await, "reads what its words open");
            }
            not_there(she.looks(who.clone()).await.map(drop), "looks before it was opened");
            // The words of the zaak, and who acts for the applicant in this service, may do what the applicant may.
            if who != Actor::holder(she.zaak.uuid()) && who != for_another() {
                not_there(she.new_words(who).await.map(drop), "makes new words");
            }
        }
        not_there(names(&town, stranger(), she.zaak).await.map(drop), "names");
        not_there(she.gives(neighbour(), gegeven(&neighbour())).await, "without its words");
        she.reads(she.holder()).await.unwrap();
        she.opens(she.holder()).await.unwrap();
        let elsewhere = Browser::new(town.world.access.keys());
        not_there(she.gives_in(elsewhere, neighbour(), gegeven(&neighbour())).await, "in another browser");
        assert!(matches!(she.gives(she.holder(), gegeven(&neighbour())).await, Err(Error::NotAllowed)), "the words alone");
        for who in [company(), for_another(), handler(), Actor::anonymous()] {
            not_there(she.gives(who.clone(), gegeven(&neighbour())).await, "gives who is no person for herself");
            not_there(she.looks(who).await.map(drop), "looks who is no person for herself");
        }
        let of_another = she.gives(neighbour(), gegeven(&stranger())).await;
        assert!(matches!(of_another, Err(Error::Internal(_))), "what a register said of another");

        she.gives(neighbour(), gegeven(&neighbour())).await.unwrap();
        not_there(she.gives(stranger(), gegeven(&stranger())).await, "a second with the same words");
        for who in others.into_iter().chain([resident(), she.holder()]) {
            not_there(she.reads_back(who.clone()).await.map(drop), "reads back");
            if who != she.holder() {
                not_there(she.looks(who).await.map(drop), "looks after");
            }
        }
        assert!(
            she.dossier(front_desk()).await.unwrap().gegeven.is_empty(),
            "who does not handle it sees that she gave, not what"
        );
        not_there(she.dossier(Actor::worker("b", &[Role::BibobCoordinator])).await.map(drop), "the adviser");
    }
}

#[tokio::test]
async fn new_words_end_the_old_and_what_is_over_is_not_asked_any_more() {
    for town in towns().await {
        let she = invited(&town).await;
        she.opens(she.holder()).await.unwrap();
        let words = she.new_words(resident()).await.unwrap();
        assert!(matches!(she.found_by(&she.code).await, Err(Error::NotFound)), "the old words");
        assert_eq!(she.found_by(&words).await.unwrap(), she.id);
        let late = she.gives(neighbour(), gegeven(&neighbour())).await;
        assert!(matches!(late, Err(Error::NotFound)), "nor what was opened with them");
        assert!(matches!(she.opens(she.holder()).await, Err(Error::NotFound)), "nor do the old words open anything");
        for _ in 0..5 {
            let other = invited(&town).await;
            let (_, replaced) = tokio::join!(other.opens(other.holder()), other.new_words(resident()));
            replaced.unwrap();
            assert!(
                matches!(other.looks(neighbour()).await, Err(Error::NotFound)),
                "nor what is opened with them at that moment"
            );
        }
        let she = Invited { code: words, ..she };
        let zaak = she.zaak;
        town.resident(move |op| Box::pin(cases::withdraw(op, zaak))).await.unwrap();
        let refused = |came: access::Result<()>| matches!(came, Err(Error::Refused(_)));
        assert!(refused(she.opens(she.holder()).await) && refused(she.new_words(resident()).await.map(drop)));

        let given = invited(&town).await;
        given.opens(given.holder()).await.unwrap();
        given.gives(neighbour(), gegeven(&neighbour())).await.unwrap();
        assert!(refused(given.new_words(resident()).await.map(drop)), "what was given is not asked again");
        let late = invited(&town).await;
        late.opens(late.holder()).await.unwrap();
        let zaak = late.zaak;
        town.resident(move |op| Box::pin(cases::withdraw(op, zaak))).await.unwrap();
        assert!(refused(late.gives(neighbour(), gegeven(&neighbour())).await), "withdrawn while she read");
    }
}

#[tokio::test]
async fn what_she_gave_goes_along_when_it_is_sent_on_and_is_destroyed_with_the_zaak() {
    for town in towns().await {
        let she = invited(&town).await;
        she.opens(she.holder()).await.unwrap();
        she.gives(neighbour(), gegeven(&neighbour())).await.unwrap();
        let (zaak, to, all) = (she.zaak, town.catalogue.organisatie_with_code(THERE).unwrap().clone(), town.catalogue.clone());
        let sends_on = town.handler(move |op| {
            let (to, all) = (to.clone(), all.clone());
            Box::pin(async move { cases::send_on(op, zaak, (&to, &all), &prose("Het pand staat in Utrecht."), desk()).await })
        });
        sends_on.await.unwrap();
        assert!(matches!(she.dossier(handler()).await, Err(Error::NotFound)));
        let there = town.run(handler(), THERE, move |op| Box::pin(cases::dossier(op, zaak, &CALENDAR))).await.unwrap();
        assert_eq!(there.gegeven[0].1.waarden[1].nl, SECRET);
        assert!(looks(&town, neighbour(), &[THERE]).await.iter().any(|look| look.action == "gegeven-gelezen"));
        assert_eq!(she.reads_back(neighbour()).await.unwrap().waarden[1].nl, SECRET, "still hers");

        let withdraws = town.run(resident(), THERE, move |op| Box::pin(cases::withdraw(op, zaak)));
        withdraws.await.unwrap();
        town.days_pass(400 * 6);
        let destroys = town.run(Actor::machine("sweeper"), THERE, move |op| Box::pin(cases::destroy(op, zaak)));
        destroys.await.unwrap();
        assert!(town.column("SELECT doel FROM zaak_uitnodiging").await.is_empty());
        assert!(matches!(she.reads_back(neighbour()).await, Err(Error::NotFound)));
    }
}
