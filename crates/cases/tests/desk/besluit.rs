//! Deciding with reasons, and what the person can do against it.
use crate::town::{PORTAL, Town, desk, handler, prose, resident, towns};
use access::{Actor, Assurance, Error};
use cases::{Beslissing, Besluit, Verval, Vervalreden, Zaak};
use jiff::{ToSpan, civil::Date};
use values::{Bsn, Id};

async fn decides(town: &Town, id: Id<Zaak>, resultaat: &'static str) -> access::Result<Besluit> {
    let work = town.handler(move |op| {
        Box::pin(async move {
            let motivering = prose("U woont buiten het gebied waar de vergunning geldt.");
            cases::decide(op, id, &Beslissing { resultaat: resultaat.into(), motivering, geldig_tot: None }, desk()).await
        })
    });
    work.await
}

#[tokio::test]
async fn a_decision_has_reasons_a_remedy_with_its_last_day_and_ends_the_zaak() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        let besluit = decides(&town, id, "Afgewezen").await.unwrap();
        let [own, levy] = besluit.rechtsmiddelen.as_slice() else { panic!("against the decision, and against the amount") };
        assert_eq!((own.naam.as_str(), own.soort.as_deref(), &own.orgaan), ("bezwaar", Some("aanvraag"), &None));
        assert_eq!((levy.soort.as_deref(), levy.orgaan.as_ref().unwrap().nl.as_str()), (Some("heffing"), "de heffingsambtenaar"));
        // Six weeks after Monday 23 November 2026.
        assert_eq!(besluit.uiterlijke_reactiedatum.unwrap().to_string(), "2027-01-04");
        let view = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap();
        assert_eq!(view.besluit, Some(besluit));
        assert_eq!((view.resultaat.as_deref(), view.zaak.einddatum.is_some()), (Some("Afgewezen"), true));
        assert_eq!(town.column("SELECT subject_kind FROM outgoing_letter").await, ["zaak"]);
        assert!(matches!(decides(&town, id, "Verleend").await, Err(Error::Refused(r)) if r.0 == "refused-zaak-closed"));
    }
}

/// Publishes the service anew, with this overlay.
async fn publishes(town: &Town, name: &str, overlay: &'static str) {
    let (hosted, service) = (town.hosted("gm0307"), town.catalogue.service(name).unwrap().clone());
    let overlay = service.published(overlay, overlay).unwrap();
    let service = service.with_overlay("gm0307", overlay);
    let work = town.run(Actor::machine("publisher"), "gm0307", move |op| {
        let (service, hosted) = (service.clone(), hosted.clone());
        Box::pin(async move { cases::publish(op, &service, &hosted, "gemeente").await.map(drop) })
    });
    work.await.unwrap();
}

#[tokio::test]
async fn a_decision_is_in_the_name_of_the_organ_by_who_may_decide_on_that_day() {
    const TEAM: &str = "team = { nl = \"het team\", en = \"the team\" }\nnorm = { term = \"P10D\", counts = \"working-days\", source = \"s\" }\n";
    for town in towns().await {
        let (before, after) = (town.sends("parkeervergunning", 10).await, town.sends("parkeervergunning", 10).await);
        let itself = decides(&town, before, "Verleend").await.unwrap();
        assert_eq!((itself.ondertekening.bestuursorgaan.en.as_str(), itself.ondertekening.voluit), ("the college", false));
        assert_eq!(itself.ondertekening.mandaat, None, "the organ decides itself");
        let mandaat = "[mandaat]\naan = \"de teammanager Parkeren\"\ngrondslag = \"Mandaatbesluit 2026, artikel 3\"\n";
        publishes(&town, "parkeervergunning", [TEAM, mandaat].concat().leak()).await;
        let dossier = town.handler(move |op| Box::pin(cases::dossier(op, after, desk().calendar))).await.unwrap();
        let by_mandaat = decides(&town, after, "Verleend").await.unwrap();
        let given = by_mandaat.ondertekening.mandaat.clone().unwrap();
        assert_eq!((given.aan.as_str(), given.grondslag.as_str()), ("de teammanager Parkeren", "Mandaatbesluit 2026, artikel 3"));
        assert_eq!(dossier.ondertekening, Some(by_mandaat.ondertekening.clone()), "who decides sees it before");
        // What was decided stays as it was on its day.
        publishes(&town, "parkeervergunning", TEAM).await;
        for (id, besluit) in [(before, itself), (after, by_mandaat)] {
            assert_eq!(town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap().besluit, Some(besluit));
        }
    }
}

#[tokio::test]
async fn remission_is_decided_without_a_term_of_law_and_with_another_remedy() {
    for town in towns().await {
        let id = town.sends("kwijtschelding", 10).await;
        let view = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap();
        assert_eq!(view.zaak.uiterlijke_einddatum_afdoening, None);
        let close =
            town.handler(move |op| Box::pin(async move { cases::close(op, id, "Afgewezen", &prose("Nee."), PORTAL).await }));
        assert!(matches!(close.await, Err(Error::Refused(r)) if r.0 == "refused-needs-decision"));
        let besluit = decides(&town, id, "Afgewezen").await.unwrap();
        let [remedy] = besluit.rechtsmiddelen.as_slice() else { panic!("one remedy") };
        assert_eq!((remedy.naam.as_str(), remedy.grondslag.as_str()), ("administratief beroep", "Uitvoeringsregeling"));
        assert_eq!(remedy.orgaan.as_ref().unwrap().nl, "het dagelijks bestuur");
        let by = &besluit.ondertekening;
        assert_eq!(
            (by.bestuursorgaan.en.as_str(), by.voluit),
            ("the officer of GBLT", true),
            "of the tax office that decides for it"
        );
        // Ten days after Monday 23 November 2026.
        assert_eq!(besluit.uiterlijke_reactiedatum.unwrap().to_string(), "2026-12-03");
        let view = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap();
        assert_eq!(view.besluit, Some(besluit));
    }
}

#[tokio::test]
async fn what_was_reported_and_is_not_followed_is_a_decision_and_what_is_followed_is_none() {
    for town in towns().await {
        let (followed, not) = (town.sends("verhuismelding", 5).await, town.sends("verhuismelding", 5).await);
        let dossier = town.handler(move |op| Box::pin(cases::dossier(op, followed, desk().calendar))).await.unwrap();
        assert_eq!((dossier.resultaten, dossier.besluiten), (vec!["Verwerkt".into()], vec!["Niet verwerkt".into()]));
        let close = |id, resultaat: &'static str| {
            town.handler(move |op| Box::pin(async move { cases::close(op, id, resultaat, &prose("Klaar."), PORTAL).await }))
        };
        assert!(matches!(decides(&town, followed, "Verwerkt").await, Err(Error::Refused(r)) if r.0 == "refused-no-such-result"));
        close(followed, "Verwerkt").await.unwrap();
        let view = town.resident(move |op| Box::pin(cases::look(op, followed))).await.unwrap();
        assert_eq!(view.besluit, None, "where the law gives no remedy none is shown");
        assert!(matches!(close(not, "Niet verwerkt").await, Err(Error::Refused(r)) if r.0 == "refused-needs-decision"));
        let besluit = decides(&town, not, "Niet verwerkt").await.unwrap();
        assert_eq!(besluit.rechtsmiddelen[0].grondslag, "Wet BRP artikel 2.60");
        assert_eq!(besluit.uiterlijke_reactiedatum.unwrap().to_string(), "2027-01-04");
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
        let no_such = |closed: access::Result<()>| matches!(closed, Err(Error::Refused(r)) if r.0 == "refused-no-such-result");
        assert!(no_such(close(id, "Ingetrokken").await), "its person withdraws it, nobody else");
        assert!(no_such(close(tip, "Doorgezonden").await), "it is sent on by sending it on");
        close(tip, "Opgelost").await.unwrap();
    }
}

#[tokio::test]
async fn what_still_holds_is_not_destroyed_and_what_was_refused_is() {
    for town in towns().await {
        let (granted, refused) = (town.sends("horeca", 10).await, town.sends("horeca", 10).await);
        decides(&town, granted, "Verleend").await.unwrap();
        decides(&town, refused, "Afgewezen").await.unwrap();
        town.days_pass(10 * 366);
        let destroy = |id| town.handler(move |op| Box::pin(cases::destroy(op, id)));
        assert!(matches!(destroy(granted).await, Err(Error::NotFound | Error::Conflict(_))), "it still has its permit");
        destroy(refused).await.unwrap();
        // She gives it up, ten years later; of what ended the handler says so once.
        let today = town.today();
        ends(&town, handler(), granted, today).await.unwrap();
        ends(&town, handler(), granted, today).await.unwrap();
        let view = town.resident(move |op| Box::pin(cases::look(op, granted))).await.unwrap();
        assert_eq!(view.berichten.iter().filter(|one| one.tekst.contains("opgezegd")).count(), 1, "she is told, once");
        assert_eq!(view.besluit.unwrap().verval.unwrap().vervaldatum, today);
        town.days_pass(2 * 365 - 1);
        assert!(matches!(destroy(granted).await, Err(Error::NotFound | Error::Conflict(_))), "two years are not over");
        town.days_pass(2);
        destroy(granted).await.unwrap();
    }
}

/// Says that its holder gave it up.
async fn ends(town: &Town, who: Actor, id: Id<Zaak>, vervaldatum: Date) -> access::Result<()> {
    let verval = Verval { vervaldatum, vervalreden: Vervalreden::IngetrokkenBelanghebbende };
    town.run(who, "gm0307", move |op| Box::pin(cases::vervalt(op, id, verval, desk()))).await
}

#[tokio::test]
async fn a_permit_for_some_time_says_until_when_and_only_what_holds_has_a_last_day() {
    for town in towns().await {
        let decides = |id, resultaat: &'static str, until: Date| {
            town.handler(move |op| {
                Box::pin(async move {
                    let (motivering, geldig_tot) = (prose("U kunt niet ver lopen."), Some(until));
                    cases::decide(op, id, &Beslissing { resultaat: resultaat.into(), motivering, geldig_tot }, desk()).await
                })
            })
        };
        let (id, until) = (town.sends("parkeerkaart", 10).await, town.today().checked_add(5.years()).unwrap());
        let early = decides(id, "Verleend", town.today().yesterday().unwrap()).await;
        let late = decides(id, "Verleend", until.tomorrow().unwrap()).await;
        let open = self::decides(&town, id, "Verleend").await;
        for (came, why) in [(early, "not before it begins"), (late, "five years at most"), (open, "it must be said")] {
            assert!(matches!(came, Err(Error::Invalid(faults)) if faults[0].field == "vervaldatum"), "{why}");
        }
        let refused = decides(id, "Afgewezen", until).await;
        assert!(matches!(refused, Err(Error::Refused(r)) if r.0 == "refused-does-not-hold"));
        let too_early = ends(&town, handler(), id, until).await;
        assert!(matches!(too_early, Err(Error::Refused(r)) if r.0 == "refused-does-not-hold"), "nothing was granted yet");
        let besluit = decides(id, "Verleend", until).await.unwrap();
        let tijdelijk = Verval { vervaldatum: until, vervalreden: Vervalreden::Tijdelijk };
        assert_eq!((besluit.geldig_tot, besluit.verval), (Some(until), Some(tijdelijk)));
        // Given up before: the decision still says what it said.
        let sooner = until.yesterday().unwrap();
        for who in [resident(), Actor::anonymous()] {
            assert!(
                matches!(ends(&town, who, id, sooner).await, Err(Error::NotAllowed | Error::NotFound)),
                "only who handles it"
            );
        }
        ends(&town, handler(), id, sooner).await.unwrap();
        let besluit = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap().besluit.unwrap();
        assert_eq!((besluit.geldig_tot, besluit.verval.unwrap().vervaldatum), (Some(until), sooner));
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

/// May she object to the decision on it, and until when?
async fn objects(town: &Town, id: Id<Zaak>) -> access::Result<(String, String)> {
    let work = town.resident(move |op| Box::pin(cases::to_object(op, id)));
    work.await.map(|(_, besluit, tot)| (besluit.identificatie, tot.to_string()))
}

#[tokio::test]
async fn one_objects_where_that_is_the_remedy_and_complains_about_anything() {
    for town in towns().await {
        let [permit, remission, open] = [
            town.sends("parkeervergunning", 10).await,
            town.sends("kwijtschelding", 10).await,
            town.sends("parkeervergunning", 10).await,
        ];
        let besluit = decides(&town, permit, "Afgewezen").await.unwrap();
        decides(&town, remission, "Afgewezen").await.unwrap();
        assert_eq!(objects(&town, permit).await.unwrap(), (besluit.identificatie, "2027-01-04".into()));
        // Of another organ, and where nothing was decided.
        for other in [remission, open] {
            assert!(matches!(objects(&town, other).await, Err(Error::Refused(r)) if r.0 == "refused-no-bezwaar"));
        }
        // Passed, one may still say why it comes late (Awb 6:11).
        town.world.clock.set("2027-03-01T09:00:00Z".parse().unwrap());
        assert!(objects(&town, permit).await.is_ok());
        for id in [permit, remission, open] {
            assert_eq!(town.resident(move |op| Box::pin(cases::to_complain(op, id))).await.unwrap().zaak.id, id);
            let neighbour = Actor::person(Bsn::parse("999990020").unwrap(), Assurance::Substantial);
            let hers = town.run(neighbour, "gm0307", move |op| Box::pin(cases::to_complain(op, id)));
            assert!(matches!(hers.await, Err(Error::NotFound)), "another person's");
            let at_work = town.handler(move |op| Box::pin(cases::to_complain(op, id)));
            assert!(matches!(at_work.await, Err(Error::NotAllowed)), "who works here does not");
        }
    }
}
