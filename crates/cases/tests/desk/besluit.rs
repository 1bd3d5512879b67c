//! Deciding with reasons, and what the person can do against it.
use crate::town::{PORTAL, Town, desk, prose, towns};
use access::Error;
use cases::{Beslissing, Besluit, Zaak};
use values::Id;

async fn decides(town: &Town, id: Id<Zaak>, resultaat: &'static str) -> access::Result<Besluit> {
    let work = town.handler(move |op| {
        Box::pin(async move {
            let motivering = prose("U woont buiten het gebied waar de vergunning geldt.");
            cases::decide(op, id, &Beslissing { resultaat: resultaat.into(), motivering }, desk()).await
        })
    });
    work.await
}

#[tokio::test]
async fn a_decision_has_reasons_a_remedy_with_its_last_day_and_ends_the_zaak() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        let besluit = decides(&town, id, "Afgewezen").await.unwrap();
        assert_eq!(besluit.rechtsmiddel.as_deref(), Some("bezwaar"));
        // Six weeks after Monday 23 November 2026.
        assert_eq!(besluit.uiterlijke_reactiedatum.unwrap().to_string(), "2027-01-04");
        let view = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap();
        assert_eq!(view.besluit, Some(besluit));
        assert_eq!((view.resultaat.as_deref(), view.zaak.einddatum.is_some()), (Some("Afgewezen"), true));
        assert_eq!(town.column("SELECT subject_kind FROM outgoing_letter").await, ["zaak"]);
        assert!(matches!(decides(&town, id, "Verleend").await, Err(Error::Refused(r)) if r.0 == "refused-zaak-closed"));
    }
}

#[tokio::test]
async fn a_tip_off_has_no_decision_and_an_application_has_no_end_without_one() {
    for town in towns().await {
        let (tip, id) = (town.sends("melding", 10).await, town.sends("parkeervergunning", 10).await);
        assert!(matches!(decides(&town, tip, "Opgelost").await, Err(Error::Refused(r)) if r.0 == "refused-no-decision"));
        assert!(matches!(decides(&town, id, "Opgelost").await, Err(Error::Refused(r)) if r.0 == "refused-no-such-result"));
        assert!(matches!(decides(&town, id, "Ingetrokken").await, Err(Error::Refused(r)) if r.0 == "refused-no-such-result"));
        let close = |id, resultaat: &'static str| {
            town.handler(move |op| Box::pin(async move { cases::close(op, id, resultaat, &prose("Klaar."), PORTAL).await }))
        };
        assert!(matches!(close(id, "Verleend").await, Err(Error::Refused(r)) if r.0 == "refused-needs-decision"));
        close(id, "Ingetrokken").await.unwrap();
        close(tip, "Opgelost").await.unwrap();
    }
}

#[tokio::test]
async fn what_was_kept_long_enough_is_destroyed_with_all_that_the_desk_added() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        town.handler(move |op| Box::pin(async move { cases::note(op, id, "noor", &prose("Gebeld.")).await })).await.unwrap();
        decides(&town, id, "Verleend").await.unwrap();
        town.days_pass(366);
        town.handler(move |op| Box::pin(cases::destroy(op, id))).await.unwrap();
        for table in ["SELECT tekst_sealed FROM zaak_notitie", "SELECT identificatie FROM besluit"] {
            assert!(town.column(table).await.is_empty(), "{table}");
        }
    }
}
