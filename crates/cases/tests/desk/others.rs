//! Each thing that is done with a zaak, by those who may not: another person, another organisation, a role that only looks.
use crate::town::{CALENDAR, PORTAL, Town, desk, doctor, front_desk, handler, neighbour, prose, towns};
use access::{Actor, Error};
use cases::{Beslissing, Document, DocumentStatus, Verzoek, Zaak, ZaakView};
use jiff::civil::Date;
use uuid::Uuid;
use values::Id;

async fn seen(town: &Town, id: Id<Zaak>) -> ZaakView {
    town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap()
}

#[tokio::test]
async fn nobody_but_the_handler_decides() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        let handles = |who: Actor| {
            town.run(who, "gm0307", move |op| Box::pin(async move { Ok(cases::dossier(op, id, &CALENDAR).await?.handles) }))
        };
        assert!(!handles(front_desk()).await.unwrap(), "what she may not do is not offered to her");
        assert!(handles(handler()).await.unwrap());
        let decides = |who: Actor, code: &'static str| {
            town.run(who, code, move |op| {
                Box::pin(async move {
                    let beslissing =
                        Beslissing { resultaat: "Verleend".into(), motivering: prose("Alles klopt."), geldig_tot: None };
                    cases::decide(op, id, &beslissing, desk()).await.map(drop)
                })
            })
        };
        assert!(matches!(decides(front_desk(), "gm0307").await, Err(Error::NotAllowed)));
        assert!(matches!(decides(handler(), "gm0344").await, Err(Error::NotFound)));
        assert!(seen(&town, id).await.besluit.is_none());
    }
}

#[tokio::test]
async fn what_was_asked_of_her_nobody_else_gives() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        let asks = town.handler(move |op| {
            Box::pin(async move {
                let verzoek = Verzoek { gevraagd: prose("Stuur het leasecontract."), uiterlijk: Date::constant(2026, 12, 14) };
                cases::ask_supplement(op, id, &verzoek, desk()).await
            })
        });
        asks.await.unwrap();
        let taak = seen(&town, id).await.taken[0].id;
        let gives = |who: Actor| {
            town.run(who, "gm0307", move |op| {
                Box::pin(async move { cases::fulfil(op, id, taak, &prose("Hier is het."), &CALENDAR).await })
            })
        };
        assert!(matches!(gives(neighbour()).await, Err(Error::NotFound)));
        assert!(matches!(gives(front_desk()).await, Err(Error::NotAllowed)));
        assert!(seen(&town, id).await.taken[0].vervuld_op.is_none());
    }
}

#[tokio::test]
async fn what_she_answered_about_her_health_is_for_herself_and_who_handles_or_advises() {
    for town in towns().await {
        let id = town.sends_bijzonder("parkeerkaart", "Kunt u lopen?\nNee").await;
        let reads = |who: Actor| town.run(who, "gm0307", move |op| Box::pin(cases::dossier(op, id, &CALENDAR)));
        let (handled, answered) = (reads(handler()).await.unwrap().view, reads(front_desk()).await.unwrap().view);
        assert!(handled.toelichting.ends_with("Kunt u lopen?\nNee") && !handled.afgeschermd);
        assert!(!answered.toelichting.contains("lopen") && answered.toelichting.contains("Kenteken") && answered.afgeschermd);
        let advised = town.run(doctor(), "gm0307", move |op| Box::pin(cases::to_advise(op, id))).await.unwrap();
        assert!(advised.toelichting.contains("lopen"));
        assert!(seen(&town, id).await.toelichting.contains("lopen"));
        for (who, all) in [(handler(), true), (doctor(), true), (front_desk(), false)] {
            let reads = town.run(who.clone(), "gm0307", move |op| Box::pin(cases::reads_bijzonder(op, id))).await;
            assert_eq!(reads.unwrap().1, all, "{who:?}");
        }
        let decides = town.handler(move |op| {
            let (motivering, geldig_tot) = (prose("U loopt nog geen 100 meter."), Some(jiff::civil::date(2027, 6, 1)));
            let beslissing = Beslissing { resultaat: "Verleend".into(), motivering, geldig_tot };
            Box::pin(async move { cases::decide(op, id, &beslissing, desk()).await })
        });
        decides.await.unwrap();
        for (who, all) in [(handler(), true), (front_desk(), false)] {
            let reasons = reads(who.clone()).await.unwrap().view.besluit.unwrap().toelichting;
            assert_eq!(reasons.contains("100 meter"), all, "{who:?}: {reasons}");
        }
        let refused = town.run(neighbour(), "gm0307", move |op| Box::pin(cases::reads_bijzonder(op, id))).await;
        assert!(matches!(refused, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn nobody_else_withdraws_what_she_sent_nor_comes_as_far_as_being_asked() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        for who in [neighbour(), front_desk(), handler()] {
            let asked = town.run(who.clone(), "gm0307", move |op| Box::pin(cases::to_withdraw(op, id))).await;
            let withdrawn = town.run(who.clone(), "gm0307", move |op| Box::pin(cases::withdraw(op, id))).await;
            for refused in [asked.map(drop), withdrawn] {
                assert!(matches!(refused, Err(Error::NotFound | Error::NotAllowed)), "{who:?}");
            }
        }
        assert!(seen(&town, id).await.zaak.einddatum.is_none());
    }
}

#[tokio::test]
async fn her_document_is_opened_by_her_and_by_no_neighbour() {
    for town in towns().await {
        let photo = Document {
            id: Uuid::now_v7(),
            titel: "Foto 1".into(),
            formaat: "image/png".into(),
            bestandsomvang: 1,
            bestand: "a-file".into(),
            status: DocumentStatus::Definitief,
            besloten: false,
            toegevoegd: None,
        };
        let document = photo.id;
        let id = town.sends_with("melding", 5, vec![photo]).await;
        town.resident(move |op| Box::pin(async move { cases::document(op, id, document).await.map(drop) })).await.unwrap();
        let reads = town.run(neighbour(), "gm0307", move |op| Box::pin(cases::may_read(op, id)));
        assert!(matches!(reads.await, Err(Error::NotFound)));
        let opens =
            town.run(neighbour(), "gm0307", move |op| Box::pin(async move { cases::document(op, id, document).await.map(drop) }));
        assert!(matches!(opens.await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn a_machine_of_another_organisation_tells_and_destroys_nothing() {
    for town in towns().await {
        let id = town.sends("melding", 5).await;
        let machine = || Actor::machine("registers");
        let tells = town.run(machine(), "gm0344", move |op| {
            Box::pin(async move { cases::tell(op, id, "Wij hebben het nagekeken.", PORTAL).await })
        });
        assert!(matches!(tells.await, Err(Error::NotFound)));
        assert!(seen(&town, id).await.berichten.is_empty());
        let closes = town
            .handler(move |op| Box::pin(async move { cases::close(op, id, "Opgelost", &prose("Het is weg."), PORTAL).await }));
        closes.await.unwrap();
        town.days_pass(365 * 30);
        let destroys = |code: &'static str| town.run(machine(), code, move |op| Box::pin(cases::destroy(op, id)));
        assert!(matches!(destroys("gm0344").await, Err(Error::NotFound)));
        assert_eq!(seen(&town, id).await.berichten.len(), 1);
        destroys("gm0307").await.unwrap();
    }
}

#[tokio::test]
async fn why_the_last_day_is_what_it_is_reads_she_and_who_works_on_it() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        let reads = |who: Actor, code: &'static str| town.run(who, code, move |op| Box::pin(cases::termijn(op, id, &CALENDAR)));
        let last = seen(&town, id).await.zaak.uiterlijke_einddatum_afdoening;
        for who in [crate::town::resident(), front_desk(), handler()] {
            let termijn = reads(who, "gm0307").await.unwrap().unwrap();
            assert!(Some(termijn.date) == last && !termijn.reasons.is_empty());
        }
        assert!(matches!(reads(neighbour(), "gm0307").await, Err(Error::NotFound)));
        assert!(matches!(reads(handler(), "gm0344").await, Err(Error::NotFound)));
    }
}
