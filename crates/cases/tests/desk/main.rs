//! The desk, on both databases: what staff see and do with a zaak, and what its person sees of it.
#![allow(clippy::unwrap_used, clippy::panic)]
mod advies;
mod besluit;
mod bijlage;
mod doorzending;
mod genodigden;
mod others;
mod service;
mod signaal;
mod silence;
mod supplement;
mod toezicht;
mod town;

use access::{Actor, Error, Party, Role};
use cases::{After, From, Verzoek};
use town::{PORTAL, desk, doctor, front_desk, handler, neighbour, prose, resident, towns};
use values::{Bsn, Oin};

#[tokio::test]
async fn the_date_that_bites_stands_first_and_pages_follow_each_other() {
    for town in towns().await {
        let late = town.sends("melding", 10).await;
        let soon = town.sends("melding", 2).await;
        let mut middle = Vec::new();
        for _ in 0..52 {
            middle.push(town.sends("melding", 5).await);
        }
        let page = |after: Option<After>| town.handler(move |op| Box::pin(cases::work_list(op, after)));
        let (first, more) = page(None).await.unwrap();
        assert!(more);
        assert_eq!((first.len(), first[0].id), (50, soon));
        let last = first.last().unwrap();
        let (second, more) = page(Some(After(last.op, last.id.uuid()))).await.unwrap();
        assert!(!more);
        assert_eq!((second.len(), second.last().unwrap().id), (4, late));
        let all: std::collections::HashSet<_> = first.iter().chain(&second).map(|line| line.id).collect();
        assert_eq!(all.len(), 54, "none twice, none left out");
        let other = town.run(Actor::worker("a", &[Role::Behandelaar]), "gm0344", |op| Box::pin(cases::work_list(op, None)));
        assert!(other.await.unwrap().0.is_empty());
        for roles in [&[Role::Beheerder][..], &[Role::Fg]] {
            let actor = Actor::worker("a", roles);
            let refused = town.run(actor, "gm0307", |op| Box::pin(cases::work_list(op, None))).await;
            assert!(matches!(refused, Err(Error::NotFound)), "{roles:?}");
        }
    }
}

#[tokio::test]
async fn each_role_sees_and_does_what_it_may_and_another_organisation_nothing() {
    for town in towns().await {
        let id = town.sends("melding", 5).await;
        let number = town.handler(move |op| Box::pin(async move { cases::dossier(op, id, desk().calendar).await }));
        let number = number.await.unwrap().view.zaak.identificatie;
        let look = |roles: &[Role], code: &'static str| {
            town.run(Actor::worker("a", roles), code, move |op| {
                Box::pin(async move { cases::dossier(op, id, desk().calendar).await.map(drop) })
            })
        };
        look(&[Role::Kcc], "gm0307").await.unwrap();
        for (roles, code) in [(&[Role::Behandelaar][..], "gm0344"), (&[Role::Beheerder], "gm0307"), (&[Role::Fg], "gm0307")] {
            assert!(matches!(look(roles, code).await, Err(Error::NotFound)), "{roles:?} of {code}");
            let typed = number.clone();
            let find = town.run(Actor::worker("a", roles), code, move |op| {
                let typed = typed.clone();
                Box::pin(async move { cases::find_by_number(op, &typed).await })
            });
            assert!(matches!(find.await, Err(Error::NotFound)), "{roles:?} of {code}");
        }
        let answer = town.run(front_desk(), "gm0307", move |op| {
            Box::pin(async move { cases::answer(op, id, &prose("Wij komen morgen."), PORTAL).await })
        });
        assert!(matches!(answer.await, Err(Error::NotAllowed)));
        assert!(matches!(
            town.run(front_desk(), "gm0307", move |op| Box::pin(cases::identify(op, id))).await,
            Err(Error::NotAllowed)
        ));
        let dossier = town.resident(move |op| Box::pin(async move { cases::dossier(op, id, desk().calendar).await.map(drop) }));
        assert!(matches!(dossier.await, Err(Error::NotAllowed)), "her own, but not as staff see it");
    }
}

#[tokio::test]
async fn a_number_is_masked_until_the_handler_needs_it_and_then_it_is_written_down() {
    for town in towns().await {
        let id = town.sends("melding", 5).await;
        let dossier =
            town.handler(move |op| Box::pin(async move { cases::dossier(op, id, desk().calendar).await })).await.unwrap();
        assert_eq!(dossier.betrokkenen[0].identificatie.as_deref(), Some("••••••019"));
        let whole = town.handler(move |op| Box::pin(cases::identify(op, id))).await.unwrap();
        assert_eq!(whole[0].identificatie.as_deref(), Some("999990019"));
        let lines = town.column("SELECT action FROM journal_line WHERE actor = 'worker:noor' ORDER BY id").await;
        assert_eq!(lines, ["zaak-gelezen", "nummer-getoond"]);
        let purposes =
            town.column("SELECT purpose FROM journal_line WHERE actor = 'worker:noor' AND data_subject IS NOT NULL").await;
        assert_eq!(purposes, ["parkeervergunning behandelen", "parkeervergunning behandelen"], "she can see who looked, and why");
    }
}

#[tokio::test]
async fn who_stands_at_the_counter_is_found_by_her_number_there_alone_and_reads_that_she_was_searched_for() {
    let jansen = || Party::Person(Bsn::parse("999990019").unwrap());
    for town in towns().await {
        let (over, open) = (town.sends("melding", 5).await, town.sends("parkeervergunning", 10).await);
        town.resident(move |op| Box::pin(cases::withdraw(op, over))).await.unwrap();
        let finds = |who: Actor, code: &'static str, party: Party| {
            town.run(who, code, move |op| {
                let party = party.clone();
                Box::pin(async move { cases::of_party(op, &party).await })
            })
        };
        let found = finds(front_desk(), "gm0307", jansen()).await.unwrap().0;
        assert_eq!(found.iter().map(|line| line.id).collect::<Vec<_>>(), [open, over], "what is open first");
        let other = Party::Person(Bsn::parse("999990020").unwrap());
        assert!(finds(handler(), "gm0307", other).await.unwrap().0.is_empty());
        assert!(finds(handler(), "gm0344", jansen()).await.unwrap().0.is_empty(), "another town has nothing of hers");
        let fg = Actor::worker("a", &[Role::Fg]);
        for who in [fg, doctor(), Actor::worker("a", &[Role::Beheerder]), resident(), neighbour(), Actor::anonymous()] {
            assert!(matches!(finds(who.clone(), "gm0307", jansen()).await, Err(Error::NotFound)), "{who:?}");
        }
        let here: std::sync::Arc<[Oin]> = [town.hosted("gm0307").oin].into();
        let looks = town.resident(move |op| {
            let here = here.clone();
            Box::pin(async move { access::looks_of_others(op, &here, None, 10).await })
        });
        let looks = looks.await.unwrap();
        assert_eq!(looks.iter().filter(|look| look.action == "zaken-gezocht").count(), 1);
    }
}

#[tokio::test]
async fn notes_are_never_seen_by_the_person() {
    const NOTE: &str = "Belde boos op; collega Aksoy kent de straat.";
    for town in towns().await {
        let id = town.sends("melding", 5).await;
        let work = town.run(front_desk(), "gm0307", move |op| {
            Box::pin(async move { cases::note(op, id, "Emre Aksoy", &prose(NOTE)).await })
        });
        work.await.unwrap();
        assert!(!town.handler(|op| Box::pin(cases::work_list(op, None))).await.unwrap().0[0].signaal, "a colleague wrote it");
        signaal::signals(&town, id, ("Zij woont boos elders.", true)).await;
        assert!(town.handler(|op| Box::pin(cases::work_list(op, None))).await.unwrap().0[0].signaal);
        let dossier =
            town.handler(move |op| Box::pin(async move { cases::dossier(op, id, desk().calendar).await })).await.unwrap();
        let signal = (id, dossier.signalen[0].id);
        signaal::sees(&town, (handler(), "gm0307"), signal, ("Noor", Some("Zij is boos."))).await.unwrap();
        let note = &dossier.notities[0];
        assert_eq!((note.medewerker.as_str(), note.tekst.as_str()), ("Emre Aksoy", NOTE));
        let view = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap();
        assert!(view.berichten.is_empty());
        let here: std::sync::Arc<[Oin]> = [view.zaak.organisatie.clone()].into();
        let download = town.resident(move |op| {
            let here = here.clone();
            Box::pin(async move { cases::everything(op, &here, cases::Page::default()).await })
        });
        let download = serde_json::Value::from(download.await.unwrap().zaken).to_string();
        assert!(download.contains("AB-123-C") && !download.contains("boos"), "{download}");
        let note = town.resident(move |op| Box::pin(async move { cases::note(op, id, "x", &prose("x")).await })).await;
        assert!(matches!(note, Err(Error::NotAllowed)));
    }
}

#[tokio::test]
async fn the_handler_writes_and_a_letter_says_so() {
    for town in towns().await {
        let id = town.sends("melding", 5).await;
        let work =
            town.handler(move |op| Box::pin(async move { cases::answer(op, id, &prose("Wij komen morgen."), PORTAL).await }));
        work.await.unwrap();
        let (lines, _) = town.handler(|op| Box::pin(cases::work_list(op, None))).await.unwrap();
        assert_eq!(lines[0].laatste_bericht, Some(From::Organisatie));
        let view = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap();
        assert_eq!(view.berichten[0].tekst, "Wij komen morgen.");
        assert_eq!(town.column("SELECT subject_kind FROM outgoing_letter").await, ["zaak"]);
    }
}

#[tokio::test]
async fn what_is_sent_twice_is_written_once() {
    for town in towns().await {
        let id = town.sends("melding", 5).await;
        let adds =
            || town.resident(move |op| Box::pin(async move { cases::add_bericht(op, id, &prose("Het ligt er nog.")).await }));
        let answers =
            || town.handler(move |op| Box::pin(async move { cases::answer(op, id, &prose("Wij komen."), PORTAL).await }));
        let notes = || town.handler(move |op| Box::pin(async move { cases::note(op, id, "Noor", &prose("Gebeld.")).await }));
        let (one, two) = tokio::join!(adds(), adds());
        one.and(two).unwrap();
        let (one, two) = tokio::join!(answers(), answers());
        one.and(two).unwrap();
        let (one, two) = tokio::join!(notes(), notes());
        one.and(two).unwrap();
        let dossier = || town.handler(move |op| Box::pin(async move { cases::dossier(op, id, desk().calendar).await }));
        let seen = dossier().await.unwrap();
        assert_eq!((seen.view.berichten.len(), seen.notities.len()), (2, 1));
        town.days_pass(1);
        adds().await.unwrap();
        answers().await.unwrap();
        notes().await.unwrap();
        let seen = dossier().await.unwrap();
        assert_eq!((seen.view.berichten.len(), seen.notities.len()), (4, 2), "the same words on another day are said again");
    }
}

#[tokio::test]
async fn what_was_promised_bites_before_the_law_unless_the_term_stood_still() {
    for town in towns().await {
        let later = town.sends("parkeervergunning", 20).await;
        let sooner = town.sends("parkeervergunning", 10).await;
        let last = town.sends("parkeervergunning", 90).await;
        let lines = || async { town.handler(|op| Box::pin(cases::work_list(op, None))).await.unwrap().0 };
        let list = || async { lines().await.into_iter().map(|line| (line.id, line.op.to_string())).collect::<Vec<_>>() };
        let day = |id, day: &str| (id, day.to_owned());
        assert_eq!(
            list().await,
            [day(sooner, "2026-12-03"), day(later, "2026-12-13"), day(last, "2027-01-18")],
            "what was promised, and the law before a later promise"
        );
        let first = &lines().await[0];
        let both = [first.einddatum_gepland, first.uiterlijke_einddatum_afdoening].map(|day| day.unwrap().to_string());
        assert_eq!(both, ["2026-12-03", "2027-01-18"]);
        let asks = town.handler(move |op| {
            Box::pin(async move {
                let verzoek = Verzoek { gevraagd: prose("Stuur het contract."), uiterlijk: op.today().tomorrow().unwrap() };
                cases::ask_supplement(op, sooner, &verzoek, desk()).await.map(drop)
            })
        });
        asks.await.unwrap();
        assert_eq!(list().await, [day(later, "2026-12-13"), day(last, "2027-01-18"), day(sooner, "2027-01-19")]);
    }
}

#[tokio::test]
async fn a_zaak_goes_step_by_step_never_back_and_to_its_end_by_a_decision_only() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        let sets = |status: &'static str| town.handler(move |op| Box::pin(cases::set_status(op, id, status)));
        let refused = |came: access::Result<()>| match came {
            Err(Error::Refused(why)) => why.0,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(sets("Afgehandeld").await), "refused-status-end");
        assert_eq!(refused(sets("Zomaar").await), "refused-no-such-status");
        sets("In behandeling").await.unwrap();
        sets("In behandeling").await.unwrap();
        assert_eq!(refused(sets("Ontvangen").await), "refused-status-back");
        let set = town.column("SELECT action FROM journal_line WHERE action = 'zaak-status-gezet'").await;
        assert_eq!(set.len(), 1, "twice the same is once");
    }
}
