//! The closed compartment: who opens it, what she tells who decides, and what the person sees of that.
use crate::town::{Town, closed_paper, desk, doctor, front_desk, handler, prose, resident, towns};
use access::{Actor, Error, Role};
use cases::Zaak;
use uuid::Uuid;
use values::{Id, Oin};

const ADVICE: &str = "Ja: een kaart voor passagiers, voor vijf jaar. Opnieuw onderzoeken is niet nodig.";

fn bibob() -> Actor {
    Actor::worker("ruud", &[Role::BibobCoordinator])
}

async fn opens(town: &Town, (who, code): (Actor, &str), (id, document): (Id<Zaak>, Uuid)) -> access::Result<()> {
    town.run(who, code, move |op| Box::pin(async move { cases::document(op, id, document).await.map(drop) })).await
}

async fn advises(town: &Town, (who, code): (Actor, &str), id: Id<Zaak>) -> access::Result<()> {
    town.run(who, code, move |op| Box::pin(async move { cases::advise(op, id, "I. Smit", &prose(ADVICE)).await })).await
}

async fn sees(town: &Town, (who, code): (Actor, &str), id: Id<Zaak>) -> access::Result<()> {
    town.run(who, code, move |op| Box::pin(async move { cases::to_advise(op, id).await.map(drop) })).await
}

async fn list(town: &Town, who: Actor) -> Vec<Id<Zaak>> {
    let (lines, _) = town.run(who, "gm0307", |op| Box::pin(cases::work_list(op, None))).await.unwrap();
    lines.into_iter().map(|line| line.id).collect()
}

async fn download(town: &Town, id: Id<Zaak>) -> String {
    let view = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap();
    let here: std::sync::Arc<[Oin]> = [view.zaak.organisatie].into();
    let all = town.resident(move |op| {
        let here = here.clone();
        Box::pin(async move { cases::everything(op, &here, cases::Page::default()).await })
    });
    serde_json::Value::from(all.await.unwrap().zaken).to_string()
}

#[tokio::test]
async fn only_its_own_adviser_opens_a_closed_paper_and_a_line_says_so() {
    for town in towns().await {
        let paper = closed_paper();
        let document = paper.id;
        let card = (town.sends_with("parkeerkaart", 10, vec![paper]).await, document);
        opens(&town, (doctor(), "gm0307"), card).await.unwrap();
        opens(&town, (resident(), "gm0307"), card).await.unwrap();
        let both = Actor::worker("noor", &[Role::Behandelaar, Role::MedischAdviseur]);
        for who in [handler(), front_desk(), bibob(), both] {
            assert!(matches!(opens(&town, (who.clone(), "gm0307"), card).await, Err(Error::NotFound)), "{who:?}");
        }
        assert!(matches!(opens(&town, (doctor(), "gm0344"), card).await, Err(Error::NotFound)), "an adviser of another town");
        let looks =
            "SELECT action FROM journal_line WHERE action LIKE '%document-gelezen' AND data_subject IS NOT NULL ORDER BY id";
        assert_eq!(town.column(looks).await, ["besloten-document-gelezen", "document-gelezen"], "she can see who opened it");
    }
}

#[tokio::test]
async fn an_adviser_sees_what_was_sent_and_the_papers_and_nothing_that_others_write() {
    for town in towns().await {
        let id = town.sends_with("parkeerkaart", 10, vec![closed_paper()]).await;
        town.resident(move |op| Box::pin(async move { cases::add_bericht(op, id, &prose("Wanneer hoor ik iets?")).await }))
            .await
            .unwrap();
        let seen = town.run(doctor(), "gm0307", move |op| Box::pin(cases::to_advise(op, id))).await.unwrap();
        assert_eq!((seen.documents.len(), seen.documents[0].besloten), (1, true));
        assert!(seen.toelichting.contains("AB-123-C") && seen.adviezen.is_empty());
        assert_eq!(seen.betrokkenen[0].email.as_deref(), Some("jansen@example.org"), "to invite her");
        assert_eq!(seen.betrokkenen[0].identificatie, None, "without her number");
        let lines = town.column("SELECT action FROM journal_line WHERE actor = 'worker:ilse' AND data_subject IS NOT NULL").await;
        assert_eq!(lines, ["zaak-gelezen"]);
        for who in [handler(), front_desk(), resident()] {
            assert!(matches!(sees(&town, (who.clone(), "gm0307"), id).await, Err(Error::NotAllowed)), "{:?}", who.acting);
        }
        for (who, code) in [(bibob(), "gm0307"), (doctor(), "gm0344")] {
            assert!(matches!(sees(&town, (who, code), id).await, Err(Error::NotFound)));
        }
        let dossier = town
            .run(doctor(), "gm0307", move |op| Box::pin(async move { cases::dossier(op, id, desk().calendar).await.map(drop) }));
        assert!(matches!(dossier.await, Err(Error::NotAllowed)), "not as who handles it");
        let look = |who: Actor| town.run(who, "gm0307", move |op| Box::pin(async move { cases::look(op, id).await.map(drop) }));
        assert!(matches!(look(doctor()).await, Err(Error::NotAllowed)), "nor what was written and decided");
        assert!(matches!(look(bibob()).await, Err(Error::NotFound)));
        // What the person wrote was not read by who answers.
        let unread = town.column("SELECT van FROM zaak_bericht WHERE gelezen_op IS NULL").await;
        assert_eq!(unread, ["persoon"]);
        look(front_desk()).await.unwrap();
    }
}

#[tokio::test]
async fn what_has_no_closed_compartment_is_not_there_for_an_adviser() {
    for town in towns().await {
        let permit = town.sends("parkeervergunning", 10).await;
        let view = town.resident(move |op| Box::pin(cases::look(op, permit))).await.unwrap();
        let number = view.zaak.identificatie;
        assert!(matches!(sees(&town, (doctor(), "gm0307"), permit).await, Err(Error::NotFound)));
        assert!(matches!(advises(&town, (doctor(), "gm0307"), permit).await, Err(Error::NotFound)));
        for (who, finds) in [(doctor(), false), (handler(), true)] {
            let typed = number.clone();
            let find = town.run(who, "gm0307", move |op| {
                let typed = typed.clone();
                Box::pin(async move { cases::find_by_number(op, &typed).await })
            });
            assert_eq!(find.await.ok(), finds.then_some(permit));
        }
        assert!(list(&town, doctor()).await.is_empty());
    }
}

#[tokio::test]
async fn her_list_is_what_waits_for_her_advice_the_date_that_bites_first() {
    for town in towns().await {
        let card = town.sends_with("parkeerkaart", 10, vec![closed_paper()]).await;
        town.days_pass(1);
        let (without, horeca) = (town.sends("parkeerkaart", 10).await, town.sends("horeca", 10).await);
        let permit = town.sends("parkeervergunning", 10).await;
        assert_eq!(list(&town, doctor()).await, [card, without]);
        assert_eq!(list(&town, bibob()).await, [horeca]);
        advises(&town, (doctor(), "gm0307"), card).await.unwrap();
        assert_eq!(list(&town, doctor()).await, [without]);
        let all = list(&town, handler()).await;
        assert_eq!(all.len(), 4);
        assert!(all.contains(&permit) && all.contains(&card));
    }
}

#[tokio::test]
async fn the_handler_reads_the_advice_and_the_person_that_there_is_one() {
    for town in towns().await {
        let id = town.sends_with("parkeerkaart", 10, vec![closed_paper()]).await;
        for (who, code) in [(handler(), "gm0307"), (front_desk(), "gm0307"), (resident(), "gm0307")] {
            assert!(matches!(advises(&town, (who, code), id).await, Err(Error::NotAllowed)));
        }
        for (who, code) in [(bibob(), "gm0307"), (doctor(), "gm0344")] {
            assert!(matches!(advises(&town, (who, code), id).await, Err(Error::NotFound)));
        }
        advises(&town, (doctor(), "gm0307"), id).await.unwrap();
        let dossier = |who: Actor| {
            town.run(who, "gm0307", move |op| Box::pin(async move { cases::dossier(op, id, desk().calendar).await }))
        };
        let read = dossier(handler()).await.unwrap().adviezen;
        let told: Vec<_> = read.iter().map(|a| (a.adviseur, a.medewerker.as_str(), a.tekst.as_str())).collect();
        assert_eq!(told, [(Role::MedischAdviseur, "I. Smit", ADVICE)]);
        let at_front_desk = dossier(front_desk()).await.unwrap();
        assert!(at_front_desk.adviezen.is_empty(), "who does not decide reads no advice");
        assert_eq!(at_front_desk.view.adviezen.len(), 1, "only that there is one");
        let view = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap();
        assert_eq!((view.adviezen[0].adviseur, view.adviezen[0].op), (Role::MedischAdviseur, read[0].op));
        let lines = town.column("SELECT action FROM journal_line WHERE actor = 'worker:ilse' AND data_subject IS NOT NULL").await;
        assert_eq!(lines, ["advies-gegeven"]);
        assert!(download(&town, id).await.contains(ADVICE), "what is medical is about her");
    }
}

#[tokio::test]
async fn the_same_advice_sent_twice_is_there_once() {
    for town in towns().await {
        let id = town.sends_with("parkeerkaart", 10, vec![closed_paper()]).await;
        for _ in 0..2 {
            advises(&town, (doctor(), "gm0307"), id).await.unwrap();
        }
        assert_eq!(town.column("SELECT adviseur FROM zaak_advies").await.len(), 1);
        town.days_pass(1);
        advises(&town, (doctor(), "gm0307"), id).await.unwrap();
        assert_eq!(town.column("SELECT adviseur FROM zaak_advies").await.len(), 2, "a day later she says it again");
    }
}

#[tokio::test]
async fn what_a_bibob_check_found_is_not_in_her_download() {
    for town in towns().await {
        let id = town.sends_with("horeca", 10, vec![closed_paper()]).await;
        advises(&town, (bibob(), "gm0307"), id).await.unwrap();
        let all = download(&town, id).await;
        assert!(all.contains("bibob-coordinator") && !all.contains(ADVICE), "{all}");
    }
}

#[tokio::test]
async fn what_is_over_takes_no_advice_and_what_was_advised_is_destroyed_with_it() {
    for town in towns().await {
        let id = town.sends_with("parkeerkaart", 10, vec![closed_paper()]).await;
        advises(&town, (doctor(), "gm0307"), id).await.unwrap();
        town.resident(move |op| Box::pin(cases::withdraw(op, id))).await.unwrap();
        let late = advises(&town, (doctor(), "gm0307"), id).await;
        assert!(matches!(late, Err(Error::Refused(refusal)) if refusal.0 == "refused-zaak-closed"));
        assert_eq!(list(&town, doctor()).await, []);
        town.days_pass(366);
        town.handler(move |op| Box::pin(cases::destroy(op, id))).await.unwrap();
        assert!(town.column("SELECT adviseur FROM zaak_advies").await.is_empty());
    }
}

#[tokio::test]
async fn a_closed_paper_goes_along_to_the_adviser_of_the_other_town_and_the_advice_stays_where_it_was_given() {
    for town in towns().await {
        let paper = closed_paper();
        let document = paper.id;
        let card = (town.sends_with("parkeerkaart", 10, vec![paper]).await, document);
        let id = card.0;
        advises(&town, (doctor(), "gm0307"), id).await.unwrap();
        let catalogue = town.catalogue.clone();
        let sends_on = town.handler(move |op| {
            let catalogue = catalogue.clone();
            Box::pin(async move {
                let to = catalogue.organisatie_with_code("gm0344").unwrap();
                cases::send_on(op, id, (to, &catalogue), &prose("U woont in Utrecht."), desk()).await
            })
        });
        sends_on.await.unwrap();
        opens(&town, (doctor(), "gm0344"), card).await.unwrap();
        for who in [(doctor(), "gm0307"), (handler(), "gm0344"), (bibob(), "gm0344")] {
            assert!(matches!(opens(&town, who, card).await, Err(Error::NotFound)));
        }
        let adviezen = || {
            town.run(handler(), "gm0344", move |op| {
                Box::pin(async move { Ok(cases::dossier(op, id, desk().calendar).await?.adviezen.len()) })
            })
        };
        assert_eq!(adviezen().await.unwrap(), 0, "another town's");
        let view = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap();
        assert!(view.adviezen.is_empty(), "nor does that stand in the decision there");
        let waits = town.run(doctor(), "gm0344", |op| Box::pin(cases::work_list(op, None))).await.unwrap().0;
        assert_eq!(waits.len(), 1, "it waits for advice there");
        advises(&town, (doctor(), "gm0344"), id).await.unwrap();
        assert_eq!(adviezen().await.unwrap(), 1);
        assert_eq!(download(&town, id).await.matches(ADVICE).count(), 2, "all that was advised about her is hers");
    }
}
