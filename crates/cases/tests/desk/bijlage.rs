//! Documents that come when a zaak runs already: who adds them, that the same one is kept once, and who opens them.
use crate::town::{CALENDAR, Town, desk, doctor, front_desk, handler, neighbour, prose, resident, towns};
use access::{Acting, Actor, Error, Grond, Role, Vertegenwoordiging};
use cases::{Bijdrage, Bijlage, Document, DocumentStatus, Gever, MAX_DOCUMENTS, Verzoek, Zaak, ZaakView};
use jiff::civil::Date;
use uuid::Uuid;
use values::{Bsn, Id, Oin};

const PLAN: &[u8] = b"%PDF-1.7 een plattegrond";
const LETTER: &[u8] = b"%PDF-1.7 een brief van de arts";

/// A paper of this kind with this in it, as the form in a browser brings it.
fn paper(soort: &str, inhoud: &[u8]) -> Bijlage {
    let document = Document {
        id: Uuid::now_v7(),
        titel: soort.into(),
        formaat: "application/pdf".into(),
        bestandsomvang: inhoud.len() as i64,
        bestand: "a-file".into(),
        status: DocumentStatus::Definitief,
        besloten: soort == "Medische papieren",
        toegevoegd: None,
    };
    Bijlage::new(document, soort, inhoud)
}

fn papers(bijlagen: Vec<Bijlage>) -> Bijdrage {
    Bijdrage { tekst: None, bijlagen }
}

async fn adds(town: &Town, who: Actor, id: Id<Zaak>, bijdrage: Bijdrage) -> access::Result<()> {
    town.run(who, "gm0307", move |op| {
        let bijdrage = bijdrage.clone();
        Box::pin(async move { cases::add_bericht(op, id, bijdrage).await })
    })
    .await
}

async fn hers(town: &Town, id: Id<Zaak>) -> ZaakView {
    town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap()
}

async fn opens(town: &Town, (who, code): (Actor, &str), (id, document): (Id<Zaak>, Uuid)) -> access::Result<()> {
    town.run(who, code, move |op| Box::pin(async move { cases::document(op, id, document).await.map(drop) })).await
}

#[tokio::test]
async fn she_adds_papers_to_a_running_zaak_and_the_desk_sees_which_when_and_by_whom() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        town.days_pass(2);
        let both = Bijdrage { tekst: Some(prose("Hier zijn ze.")), bijlagen: vec![paper("Plan", PLAN), paper("Plan", LETTER)] };
        adds(&town, resident(), id, both).await.unwrap();
        adds(&town, Actor::holder(id.uuid()), id, papers(vec![paper("Foto", PLAN)])).await.unwrap();
        let mother = Vertegenwoordiging {
            voor: Bsn::parse("999990019").unwrap(),
            naam: "J. Jansen".into(),
            door: "P. Smit".into(),
            grond: Grond::Machtiging(Uuid::now_v7()),
            diensten: vec!["parkeervergunning".into()],
        };
        adds(&town, neighbour().on_behalf(mother), id, papers(vec![paper("Brief", LETTER)])).await.unwrap();
        let dossier = town.handler(move |op| Box::pin(async move { cases::dossier(op, id, desk().calendar).await })).await;
        let view = dossier.unwrap().view;
        let seen: Vec<_> = view.documents.iter().map(|d| (d.titel.as_str(), d.toegevoegd.unwrap().door)).collect();
        let by_whom =
            [("Plan", Gever::Melder), ("Plan 2", Gever::Melder), ("Foto", Gever::Houder), ("Brief", Gever::Vertegenwoordiger)];
        assert_eq!(seen, by_whom);
        assert!(view.documents.iter().all(|d| d.toegevoegd.unwrap().op > view.zaak.ontvangen_op));
        assert_eq!(view.berichten[0].tekst, "Hier zijn ze.\n\nToegevoegd: Plan, Plan 2");
        assert_eq!(view.berichten[1].tekst, "Toegevoegd: Foto");
        for document in &view.documents {
            opens(&town, (handler(), "gm0307"), (id, document.id)).await.unwrap();
        }
        let lines = town.column("SELECT action FROM journal_line WHERE action = 'document-toegevoegd'").await;
        assert_eq!(lines.len(), 4, "each is a line that she can see");
        let here: std::sync::Arc<[Oin]> = [view.zaak.organisatie].into();
        let all = town.resident(move |op| {
            let here = here.clone();
            Box::pin(async move { cases::everything(op, &here, cases::Page::default()).await })
        });
        assert_eq!(all.await.unwrap().documents.len(), 4, "and part of everything she takes along");
    }
}

#[tokio::test]
async fn nobody_else_adds_a_paper_and_to_what_is_over_nobody_does() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        let room = |who: Actor| town.run(who, "gm0307", move |op| Box::pin(cases::room_for_documents(op, id)));
        let seals = |who: Actor| {
            town.run(who, "gm0307", move |op| {
                Box::pin(async move { cases::seal_documents(op, id, &[(Uuid::now_v7(), PLAN.to_vec())]).await.map(drop) })
            })
        };
        let others = [neighbour(), Actor::holder(Uuid::now_v7()), Actor::anonymous(), handler(), front_desk()];
        for who in others.into_iter().chain([Actor::machine("mailer")]) {
            let refused = |came: access::Result<()>| matches!(came, Err(Error::NotFound | Error::NotAllowed));
            assert!(refused(room(who.clone()).await.map(drop)), "{who:?}");
            assert!(refused(seals(who.clone()).await), "{who:?}");
            assert!(refused(adds(&town, who.clone(), id, papers(vec![paper("Plan", PLAN)])).await), "{who:?}");
        }
        assert!(hers(&town, id).await.documents.is_empty());
        assert_eq!(room(resident()).await.unwrap(), MAX_DOCUMENTS);
        seals(resident()).await.unwrap();
        town.resident(move |op| Box::pin(cases::withdraw(op, id))).await.unwrap();
        let over = |came: access::Result<()>| matches!(came, Err(Error::Refused(refusal)) if refusal.0 == "refused-zaak-closed");
        assert!(over(room(resident()).await.map(drop)));
        assert!(over(seals(resident()).await));
        assert!(over(adds(&town, resident(), id, papers(vec![paper("Plan", PLAN)])).await));
        assert!(hers(&town, id).await.documents.is_empty());
    }
}

#[tokio::test]
async fn the_same_paper_is_kept_once_and_the_same_as_another_kind_again() {
    for town in towns().await {
        let (id, other) = (town.sends("parkeerkaart", 10).await, town.sends("parkeerkaart", 10).await);
        let plan = || papers(vec![paper("Plan", PLAN)]);
        let (one, two) = tokio::join!(adds(&town, resident(), id, plan()), adds(&town, resident(), id, plan()));
        one.and(two).unwrap();
        town.days_pass(3);
        adds(&town, resident(), id, papers(vec![paper("Plan", PLAN), paper("Plan", PLAN)])).await.unwrap();
        let view = hers(&town, id).await;
        assert_eq!((view.documents.len(), view.berichten.len()), (1, 1));
        // With words it is a message; the paper is there already.
        let words = Bijdrage { tekst: Some(prose("Nogmaals.")), ..plan() };
        adds(&town, resident(), id, words).await.unwrap();
        assert_eq!(hers(&town, id).await.berichten[1].tekst, "Nogmaals.\n\nToegevoegd: Plan");
        // Added as the wrong kind, for all to read, it must still get where it belongs.
        adds(&town, resident(), id, papers(vec![paper("Medische papieren", PLAN)])).await.unwrap();
        let view = hers(&town, id).await;
        let closed: Vec<_> = view.documents.iter().map(|d| (d.titel.as_str(), d.besloten)).collect();
        assert_eq!(closed, [("Plan", false), ("Medische papieren", true)]);
        adds(&town, resident(), other, plan()).await.unwrap();
        assert_eq!(hers(&town, other).await.documents.len(), 1, "another zaak has its own");
    }
}

#[tokio::test]
async fn there_is_room_for_a_hundred_and_one_too_many_leaves_nothing() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        let many = |from: usize, to: usize| papers((from..to).map(|n| paper("Bijlage", format!("{n}").as_bytes())).collect());
        let too_many = |came: access::Result<()>| {
            let limit = Some(MAX_DOCUMENTS as u64);
            matches!(came, Err(Error::Invalid(f)) if f[0].fault == "fault-too-many-documents" && f[0].limit == limit)
        };
        assert!(too_many(adds(&town, resident(), id, many(0, MAX_DOCUMENTS + 1)).await));
        assert!(hers(&town, id).await.documents.is_empty());
        adds(&town, resident(), id, many(0, MAX_DOCUMENTS)).await.unwrap();
        assert!(too_many(adds(&town, resident(), id, many(MAX_DOCUMENTS, MAX_DOCUMENTS + 1)).await));
        assert_eq!(hers(&town, id).await.documents.len(), MAX_DOCUMENTS);
        let nothing = adds(&town, resident(), id, papers(vec![])).await;
        assert!(matches!(nothing, Err(Error::Invalid(_))));
    }
}

#[tokio::test]
async fn a_closed_paper_that_comes_later_is_its_advisers_only_and_waits_for_her_again() {
    for town in towns().await {
        let id = town.sends("parkeerkaart", 10).await;
        let waits = || async { town.run(doctor(), "gm0307", |op| Box::pin(cases::work_list(op, None))).await.unwrap().0.len() };
        let advises = || async {
            let work = town.run(doctor(), "gm0307", move |op| {
                Box::pin(async move { cases::advise(op, id, "I. Smit", &prose("Ja, een kaart.")).await })
            });
            work.await.unwrap();
        };
        town.days_pass(1);
        advises().await;
        assert_eq!(waits().await, 0);
        town.days_pass(1);
        adds(&town, resident(), id, papers(vec![paper("Plan", PLAN)])).await.unwrap();
        assert_eq!(waits().await, 0, "what all can read is not hers to wait for");
        adds(&town, resident(), id, papers(vec![paper("Medische papieren", LETTER)])).await.unwrap();
        assert_eq!(waits().await, 1);
        let seen = town.run(doctor(), "gm0307", move |op| Box::pin(cases::to_advise(op, id))).await.unwrap();
        let closed = (id, seen.documents.iter().find(|d| d.besloten).unwrap().id);
        opens(&town, (doctor(), "gm0307"), closed).await.unwrap();
        opens(&town, (resident(), "gm0307"), closed).await.unwrap();
        for who in [handler(), front_desk(), Actor::worker("ruud", &[Role::BibobCoordinator]), neighbour()] {
            assert!(matches!(opens(&town, (who.clone(), "gm0307"), closed).await, Err(Error::NotFound)), "{who:?}");
        }
        town.days_pass(1);
        advises().await;
        assert_eq!(waits().await, 0);
        // Sent on, it goes along, and stays closed.
        let catalogue = town.catalogue.clone();
        let sends_on = town.handler(move |op| {
            let catalogue = catalogue.clone();
            Box::pin(async move {
                let to = catalogue.organisatie_with_code("gm0344").unwrap();
                cases::send_on(op, id, (to, &catalogue), &prose("U woont in Utrecht."), desk()).await
            })
        });
        sends_on.await.unwrap();
        opens(&town, (doctor(), "gm0344"), closed).await.unwrap();
        for who in [(doctor(), "gm0307"), (handler(), "gm0344")] {
            assert!(matches!(opens(&town, who, closed).await, Err(Error::NotFound)));
        }
        let there =
            town.run(handler(), "gm0344", move |op| Box::pin(async move { cases::dossier(op, id, desk().calendar).await }));
        assert_eq!(there.await.unwrap().view.documents.len(), 2);
        adds(&town, resident(), id, papers(vec![paper("Brief", LETTER)])).await.unwrap();
        assert_eq!(hers(&town, id).await.documents.len(), 3, "and she adds to it there");
    }
}

#[tokio::test]
async fn she_gives_papers_with_what_was_asked_of_her_in_one_act() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        let asks = town.handler(move |op| {
            Box::pin(async move {
                let verzoek = Verzoek { gevraagd: prose("Stuur de plattegrond."), uiterlijk: Date::constant(2026, 12, 14) };
                cases::ask_supplement(op, id, &verzoek, desk()).await
            })
        });
        asks.await.unwrap();
        town.days_pass(1);
        let taak = hers(&town, id).await.taken[0].id;
        let gives = |who: Actor, bijdrage: Bijdrage| {
            town.run(who, "gm0307", move |op| {
                let bijdrage = bijdrage.clone();
                Box::pin(async move { cases::fulfil(op, id, taak, bijdrage, &CALENDAR).await })
            })
        };
        let plan = || papers(vec![paper("Plattegrond", PLAN)]);
        assert!(matches!(gives(neighbour(), plan()).await, Err(Error::NotFound)));
        assert!(matches!(gives(resident(), papers(vec![])).await, Err(Error::Invalid(_))));
        let view = hers(&town, id).await;
        assert!(view.documents.is_empty() && view.taken[0].vervuld_op.is_none());
        gives(resident(), plan()).await.unwrap();
        let view = hers(&town, id).await;
        assert_eq!(view.documents[0].titel, "Plattegrond");
        assert_eq!(view.taken[0].vervuld_op, view.documents[0].toegevoegd.map(|toegevoegd| toegevoegd.op));
        assert_eq!(view.berichten.last().unwrap().tekst, "Toegevoegd: Plattegrond");
        let again = gives(resident(), plan()).await;
        assert!(matches!(again, Err(Error::Refused(refusal)) if refusal.0 == "refused-task-done"));
        assert_eq!(hers(&town, id).await.documents.len(), 1);
    }
}

#[tokio::test]
async fn one_that_was_taken_away_for_a_virus_can_be_added_again() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        let mut waits = paper("Plan", PLAN);
        waits.document.status = DocumentStatus::InBewerking;
        adds(&town, resident(), id, papers(vec![waits.clone()])).await.unwrap();
        let closed = opens(&town, (handler(), "gm0307"), (id, waits.document.id)).await;
        assert!(matches!(closed, Err(Error::Refused(refusal)) if refusal.0 == "refused-document-waits"));
        let machine = Actor::machine("scanner");
        assert!(matches!(machine.acting, Acting::Machine(_)));
        let scans = town.run(machine, "gm0307", |op| {
            Box::pin(async move {
                let waiting = cases::waiting(op).await?.pop().ok_or(Error::NotFound)?;
                cases::scanned(op, &waiting, cases::Verdict::Infected, ("Niet veilig.", "https://loket.example")).await
            })
        });
        scans.await.unwrap();
        adds(&town, resident(), id, papers(vec![paper("Plan", PLAN)])).await.unwrap();
        let states: Vec<_> = hers(&town, id).await.documents.iter().map(|d| d.status).collect();
        assert_eq!(states, [DocumentStatus::Gearchiveerd, DocumentStatus::Definitief]);
    }
}
