//! Signals: seen once by who handles it, anew where it is sent on to, and those that matter for advice at the adviser's.
use crate::town::{Town, desk, doctor, front_desk, handler, prose, resident, towns};
use access::{Actor, Error};
use cases::{Beslissing, Dossier, NewSignaal, Zaak};
use uuid::Uuid;
use values::{Clock, Id};

const SECRET: &str = "Geheimhouding.";
const DIFFERS: &str = "Volgens haar klopt het adres niet.";
const RUNNING: &str = "Hier loopt al zo een aanvraag.";
const DONE: &str = "Adres nagekeken in de BRP.";

pub async fn signals(town: &Town, id: Id<Zaak>, what: (&'static str, bool)) {
    tells(town, (Actor::machine("registers"), "gm0307"), id, what).await.unwrap();
}

async fn tells(
    town: &Town,
    (who, code): (Actor, &str),
    id: Id<Zaak>,
    (tekst, voor_adviseur): (&'static str, bool),
) -> access::Result<()> {
    let work = town.run(who, code, move |op| {
        Box::pin(async move {
            cases::signal(op, id, &NewSignaal { tekst: tekst.into(), voor_adviseur, alleen_hier: tekst == RUNNING }).await
        })
    });
    work.await
}

pub async fn sees(
    town: &Town,
    (who, code): (Actor, &str),
    of: (Id<Zaak>, Uuid),
    (name, done): (&'static str, Option<&'static str>),
) -> access::Result<()> {
    let work = town.run(who, code, move |op| Box::pin(async move { cases::seen(op, of, name, done.map(prose).as_ref()).await }));
    work.await
}

async fn dossier(town: &Town, code: &str, id: Id<Zaak>) -> Dossier {
    town.run(handler(), code, move |op| Box::pin(async move { cases::dossier(op, id, desk().calendar).await })).await.unwrap()
}

/// What is open of it.
fn open(dossier: &Dossier) -> Vec<&str> {
    dossier.signalen.iter().filter(|one| one.gezien.is_none()).map(|one| one.tekst.as_str()).collect()
}

#[tokio::test]
async fn a_signal_is_seen_once_with_who_when_and_what_she_did() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        signals(&town, id, (SECRET, true)).await;
        tells(&town, (resident(), "gm0307"), id, (DIFFERS, false)).await.unwrap();
        let by = town.column("SELECT DISTINCT actor FROM journal_line WHERE action = 'zaak-signaal'").await;
        assert_eq!(by, ["machine:signals"], "also what she set off by sending");
        let of = |at: usize| {
            let town = &town;
            async move { (id, dossier(town, "gm0307", id).await.signalen[at].id) }
        };
        let (secret, differs) = (of(0).await, of(1).await);
        for who in [front_desk(), resident()] {
            assert!(matches!(sees(&town, (who, "gm0307"), differs, ("Emre", None)).await, Err(Error::NotAllowed)));
        }
        let strange = (id, Uuid::now_v7());
        assert!(matches!(sees(&town, (handler(), "gm0307"), strange, ("Noor", None)).await, Err(Error::NotFound)));
        let other = (town.sends("parkeervergunning", 10).await, differs.1);
        assert!(matches!(sees(&town, (handler(), "gm0307"), other, ("Noor", None)).await, Err(Error::NotFound)));
        for _ in 0..2 {
            sees(&town, (handler(), "gm0307"), differs, ("Noor", Some(DONE))).await.unwrap();
        }
        let late = sees(&town, (handler(), "gm0307"), differs, ("Lotte", None)).await;
        assert!(matches!(late, Err(Error::Conflict(_))), "a colleague was first");

        let seen = dossier(&town, "gm0307", id).await;
        assert_eq!(open(&seen), [SECRET]);
        let gezien = seen.signalen[1].gezien.as_ref().unwrap();
        assert_eq!((gezien.medewerker.as_str(), gezien.tekst.as_str(), gezien.op), ("Noor", DONE, town.world.clock.now()));
        assert!(seen.notities.is_empty(), "it stands with the signal, not twice");
        let lines = "SELECT action FROM journal_line WHERE action = 'signaal-gezien' AND data_subject IS NOT NULL";
        assert_eq!(town.column(lines).await.len(), 1, "written down once, and she can see it");

        let list = || async { town.handler(|op| Box::pin(cases::work_list(op, None))).await.unwrap().0 };
        assert!(list().await[0].signaal, "one is still open");
        // What is open stops no decision, and can be seen after it.
        let work = town.handler(move |op| {
            Box::pin(async move {
                let beslissing =
                    Beslissing { resultaat: "Verleend".into(), motivering: prose("U woont daar."), geldig_tot: None };
                cases::decide(op, id, &beslissing, desk()).await.map(drop)
            })
        });
        work.await.unwrap();
        sees(&town, (handler(), "gm0307"), secret, ("Noor", None)).await.unwrap();
        assert!(open(&dossier(&town, "gm0307", id).await).is_empty());
        town.days_pass(366);
        town.handler(move |op| Box::pin(cases::destroy(op, id))).await.unwrap();
        assert!(town.column("SELECT medewerker FROM zaak_notitie").await.is_empty());
    }
}

#[tokio::test]
async fn who_may_not_see_a_zaak_puts_no_signal_on_it() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        for (who, code) in [(Actor::anonymous(), "gm0307"), (handler(), "gm0344"), (Actor::holder(Uuid::now_v7()), "gm0307")] {
            assert!(tells(&town, (who.clone(), code), id, (SECRET, true)).await.is_err(), "{who:?}");
        }
        assert!(dossier(&town, "gm0307", id).await.signalen.is_empty());
    }
}

#[tokio::test]
async fn the_list_tells_of_open_signals_only() {
    for town in towns().await {
        let id = town.sends("melding", 10).await;
        signals(&town, id, (DIFFERS, false)).await;
        let list = || async { town.handler(|op| Box::pin(cases::work_list(op, None))).await.unwrap().0 };
        assert!(list().await[0].signaal);
        let signaal = dossier(&town, "gm0307", id).await.signalen[0].id;
        sees(&town, (handler(), "gm0307"), (id, signaal), ("Noor", None)).await.unwrap();
        assert!(!list().await[0].signaal);
    }
}

#[tokio::test]
async fn what_one_town_has_seen_the_next_sees_anew_and_what_was_done_stays_with_who_did_it() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        signals(&town, id, (SECRET, true)).await;
        signals(&town, id, (RUNNING, false)).await;
        let signaal = dossier(&town, "gm0307", id).await.signalen[0].id;
        sees(&town, (handler(), "gm0307"), (id, signaal), ("Noor", Some(DONE))).await.unwrap();
        let sends = |from: &'static str, to: &'static str| {
            let catalogue = town.catalogue.clone();
            town.run(handler(), from, move |op| {
                let catalogue = catalogue.clone();
                Box::pin(async move {
                    let to = catalogue.organisatie_with_code(to).unwrap();
                    cases::send_on(op, id, (to, &catalogue), &prose("U woont daar."), desk()).await
                })
            })
        };
        sends("gm0307", "gm0344").await.unwrap();
        let there = dossier(&town, "gm0344", id).await;
        assert_eq!(open(&there), [SECRET], "what runs at the first is no concern of theirs");
        assert!(there.notities.is_empty());
        sees(&town, (handler(), "gm0344"), (id, signaal), ("Sanne", None)).await.unwrap();
        assert!(open(&dossier(&town, "gm0344", id).await).is_empty());
        sends("gm0344", "gm0307").await.unwrap();
        let back = dossier(&town, "gm0307", id).await;
        assert_eq!(back.signalen[0].gezien.as_ref().unwrap().tekst, DONE, "she had seen it");
        assert_eq!(open(&back), [RUNNING], "what was told to the first is there when it comes back");
    }
}

#[tokio::test]
async fn her_adviser_reads_that_data_is_secret_or_doubted_and_no_other_signal() {
    for town in towns().await {
        let id = town.sends("parkeerkaart", 10).await;
        signals(&town, id, (SECRET, true)).await;
        signals(&town, id, (DIFFERS, false)).await;
        let signaal = dossier(&town, "gm0307", id).await.signalen[0].id;
        sees(&town, (handler(), "gm0307"), (id, signaal), ("Noor", Some(DONE))).await.unwrap();
        let seen = town.run(doctor(), "gm0307", move |op| Box::pin(cases::to_advise(op, id))).await.unwrap();
        assert_eq!(seen.signalen, [SECRET], "also when who handles it has seen it, and not what she did");
        let ticks = sees(&town, (doctor(), "gm0307"), (id, signaal), ("Ilse", None)).await;
        assert!(matches!(ticks, Err(Error::NotAllowed)));
    }
}
