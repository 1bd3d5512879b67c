//! A zaak that another organisation must handle goes there, with its person, and stays one zaak.
use crate::{
    signaal,
    town::{CALENDAR, PORTAL, Town, closed_paper, desk, doctor, front_desk, handler, prose, resident, towns},
};
use access::{Actor, Error};
use cases::{Beslissing, Dossier, From, Page, Verzoek, Waarheen, Zaak, ZaakView};
use jiff::{ToSpan, civil::Date};
use values::{Clock, Id};

const ELSEWHERE: &str = "gm0344";

pub async fn sends_on(
    town: &Town,
    who: Actor,
    (from, to): (&'static str, &'static str),
    id: Id<Zaak>,
) -> access::Result<Waarheen> {
    let (to, catalogue) = (town.catalogue.organisatie_with_code(to).unwrap().clone(), town.catalogue.clone());
    let work = town.run(who, from, move |op| {
        let (to, catalogue) = (to.clone(), catalogue.clone());
        Box::pin(async move { cases::send_on(op, id, (&to, &catalogue), &prose("U woont in Utrecht."), desk()).await })
    });
    work.await
}

async fn dossier(town: &Town, who: Actor, code: &'static str, id: Id<Zaak>) -> access::Result<Dossier> {
    town.run(who, code, move |op| Box::pin(cases::dossier(op, id, &CALENDAR))).await
}

async fn seen(town: &Town, id: Id<Zaak>) -> ZaakView {
    town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap()
}

#[tokio::test]
async fn it_begins_anew_where_it_was_sent_on_to_and_stays_one_zaak_for_its_person() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        let before = seen(&town, id).await;
        let note =
            town.handler(move |op| Box::pin(async move { cases::note(op, id, "Noor", &prose("Belde: woont elders.")).await }));
        note.await.unwrap();
        signaal::signals(&town, id, ("Let op: geheimhouding.", true)).await;
        town.days_pass(21);
        sends_on(&town, handler(), ("gm0307", ELSEWHERE), id).await.unwrap();

        let after = seen(&town, id).await;
        assert_eq!(after.zaak.identificatie, before.zaak.identificatie, "one number");
        assert_eq!(after.zaak.ontvangen_op, before.zaak.ontvangen_op, "the first receipt stays");
        assert_eq!((after.zaak.organisatie.clone(), after.zaak.startdatum), (town.hosted(ELSEWHERE).oin, town.today()));
        let moved = |zaak: &Zaak| zaak.uiterlijke_einddatum_afdoening.unwrap();
        assert_eq!(moved(&before.zaak).checked_add(21.days()).unwrap(), moved(&after.zaak), "the term of law runs from today");
        assert_eq!(after.stappen.iter().filter(|step| step.gezet.is_some()).count(), 1, "received, there");
        let [sent_on] = after.doorzendingen.as_slice() else { panic!("sent on once") };
        assert_eq!((sent_on.van.clone(), sent_on.naar.clone()), (town.hosted("gm0307").oin, town.hosted(ELSEWHERE).oin));
        assert_eq!((sent_on.ontvangen_op, sent_on.doorgezonden_op), (before.zaak.ontvangen_op, town.world.clock.now()));
        let told = &after.berichten[0];
        assert!(told.van == From::Organisatie && told.tekst.starts_with("U woont in Utrecht.\n\n"), "{}", told.tekst);
        assert!(told.tekst.contains("de gemeente Utrecht"), "{}", told.tekst);

        let mine = town.resident(|op| {
            Box::pin(async move {
                let all = op.context().organisation.clone();
                cases::mine(op, &[all], Page { ended: false, before: None }).await
            })
        });
        assert!(mine.await.unwrap().0.is_empty(), "the first knows her no longer by it");
        let oins = [town.hosted("gm0307").oin, town.hosted(ELSEWHERE).oin];
        let mine = town.resident(move |op| {
            let oins = oins.clone();
            Box::pin(async move { cases::mine(op, &oins, Page { ended: false, before: None }).await })
        });
        assert_eq!(mine.await.unwrap().0[0].id, id);

        assert!(matches!(dossier(&town, handler(), "gm0307", id).await, Err(Error::NotFound)), "theirs no longer");
        let there = dossier(&town, handler(), ELSEWHERE, id).await.unwrap();
        assert!(there.notities.is_empty(), "what colleagues elsewhere wrote is theirs");
        assert_eq!(there.signalen[0].tekst, "Let op: geheimhouding.");
        assert_eq!(there.termijn.unwrap().date, moved(&after.zaak));
        assert_eq!(there.betrokkenen[0].naam.as_deref(), Some("J. Jansen"));
        let list = town.run(handler(), ELSEWHERE, |op| Box::pin(cases::work_list(op, None))).await.unwrap().0;
        assert_eq!((list.len(), list[0].id, list[0].status.as_str(), list[0].signaal), (1, id, "Ontvangen", true));
        let lines = town.column(
            "SELECT action FROM journal_line WHERE action LIKE '%-doorgezonden' OR action LIKE '%-van-ander' ORDER BY id",
        );
        assert_eq!(lines.await, ["zaak-doorgezonden", "zaak-ontvangen-van-ander"]);
        let both = town.column(
            "SELECT DISTINCT organisation FROM journal_line WHERE action IN ('zaak-doorgezonden', 'zaak-ontvangen-van-ander')",
        );
        assert_eq!(both.await.len(), 2, "a line in the journal of each");
    }
}

#[tokio::test]
async fn the_other_organisation_does_its_work_and_what_the_first_asked_falls_away() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        let asks = |code: &'static str, until: Date| {
            town.run(handler(), code, move |op| {
                Box::pin(async move {
                    let verzoek = Verzoek { gevraagd: prose("Stuur het leasecontract."), uiterlijk: until };
                    cases::ask_supplement(op, id, &verzoek, desk()).await.map(drop)
                })
            })
        };
        let until = town.today().checked_add(30.days()).unwrap();
        asks("gm0307", until).await.unwrap();
        sends_on(&town, handler(), ("gm0307", ELSEWHERE), id).await.unwrap();
        let view = seen(&town, id).await;
        assert!(view.taken.is_empty());
        assert!(view.berichten[1].tekst.contains("Dat hoeft u niet meer te doen"), "{}", view.berichten[1].tekst);
        asks(ELSEWHERE, until).await.unwrap();
        let taak = seen(&town, id).await.taken[0].id;
        let gives =
            town.resident(move |op| Box::pin(async move { cases::fulfil(op, id, taak, &prose("Hierbij."), &CALENDAR).await }));
        gives.await.unwrap();
        let decides = town.run(handler(), ELSEWHERE, move |op| {
            Box::pin(async move {
                let beslissing = Beslissing { resultaat: "Verleend".into(), motivering: prose("Alles klopt."), geldig_tot: None };
                cases::decide(op, id, &beslissing, desk()).await
            })
        });
        decides.await.unwrap();
        assert_eq!(seen(&town, id).await.resultaat.as_deref(), Some("Verleend"));
        assert!(matches!(sends_on(&town, handler(), (ELSEWHERE, "gm0307"), id).await, Err(Error::Refused(_))), "it is over");
    }
}

#[tokio::test]
async fn a_message_is_of_who_placed_it_and_what_comes_back_begins_anew() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        town.handler(move |op| Box::pin(cases::set_status(op, id, "In behandeling"))).await.unwrap();
        town.days_pass(1);
        sends_on(&town, handler(), ("gm0307", ELSEWHERE), id).await.unwrap();
        town.days_pass(1);
        let answer = town.run(handler(), ELSEWHERE, move |op| {
            Box::pin(async move { cases::answer(op, id, &prose("Wij zijn bezig."), PORTAL).await })
        });
        answer.await.unwrap();
        town.days_pass(1);
        sends_on(&town, handler(), (ELSEWHERE, "gm0307"), id).await.unwrap();
        let (first, there) = (town.hosted("gm0307").oin, town.hosted(ELSEWHERE).oin);
        let oins = [first.clone(), there.clone()];
        let lines = town.resident(move |op| {
            let oins = oins.clone();
            Box::pin(async move { cases::berichten(op, &oins, None).await })
        });
        let lines = lines.await.unwrap().0;
        let of: Vec<_> = lines.iter().map(|line| (line.ontvangstbewijs, line.organisatie.clone())).collect();
        let wanted = [(false, there.clone()), (false, there), (false, first.clone()), (true, first)];
        assert_eq!(of, wanted, "back again, the answer, sent on, the receipt");
        let view = seen(&town, id).await;
        let steps: Vec<_> = view.stappen.iter().map(|step| step.gezet).collect();
        assert_eq!(steps, [Some(town.world.clock.now()), None, None], "received, again");
        let back = view.doorzendingen;
        assert_eq!(back[1].ontvangen_op, back[0].doorgezonden_op, "when the second received it");
    }
}

#[tokio::test]
async fn what_comes_back_has_the_last_day_it_had_and_she_reads_from_when_that_counts() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        let before = seen(&town, id).await.zaak;
        town.days_pass(20);
        sends_on(&town, handler(), ("gm0307", ELSEWHERE), id).await.unwrap();
        let there = seen(&town, id).await.zaak;
        town.days_pass(20);
        sends_on(&town, handler(), (ELSEWHERE, "gm0307"), id).await.unwrap();
        let back = seen(&town, id).await;
        let days = |zaak: &Zaak| (zaak.startdatum, zaak.einddatum_gepland.is_some(), zaak.uiterlijke_einddatum_afdoening);
        assert_eq!(days(&back.zaak), days(&before), "counted from when it first had it");
        let told = &back.berichten.last().unwrap().tekst;
        assert!(told.contains("sinds maandag 23 november 2026") && told.contains("uiterlijk maandag 18 januari 2027"), "{told}");
        assert_eq!(dossier(&town, handler(), "gm0307", id).await.unwrap().termijn.unwrap().date.to_string(), "2027-01-18");

        town.days_pass(60);
        sends_on(&town, handler(), ("gm0307", ELSEWHERE), id).await.unwrap();
        let again = seen(&town, id).await;
        assert_eq!(days(&again.zaak), days(&there), "the other too");
        let told = &again.berichten.last().unwrap().tekst;
        assert!(told.contains("die is voorbij"), "{told}");
    }
}

#[tokio::test]
async fn only_its_handler_sends_it_on_and_only_to_another() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        assert!(matches!(sends_on(&town, front_desk(), ("gm0307", ELSEWHERE), id).await, Err(Error::NotAllowed)));
        assert!(matches!(sends_on(&town, handler(), (ELSEWHERE, "gm0307"), id).await, Err(Error::NotFound)), "of another");
        assert!(matches!(sends_on(&town, resident(), ("gm0307", ELSEWHERE), id).await, Err(Error::NotAllowed)), "her own");
        let there = sends_on(&town, handler(), ("gm0307", "gm0307"), id).await;
        assert!(matches!(there, Err(Error::Refused(why)) if why.0 == "refused-already-there"));
        assert!(seen(&town, id).await.doorzendingen.is_empty());
    }
}

#[tokio::test]
async fn for_who_does_not_take_it_here_it_ends_and_she_is_told_where_it_goes() {
    // One that is hosted and does not take this service, and one that is not hosted.
    for (code, name) in [("gm0599", "de gemeente Rotterdam"), ("gm0193", "de gemeente Zwolle")] {
        for town in towns().await {
            let id = town.sends("parkeervergunning", 10).await;
            let choices = || async { dossier(&town, handler(), "gm0307", id).await.unwrap().resultaten };
            let before = choices().await;
            assert_eq!(sends_on(&town, handler(), ("gm0307", code), id).await.unwrap(), Waarheen::Elders);
            let view = seen(&town, id).await;
            assert_eq!((view.resultaat.as_deref(), view.zaak.einddatum), (Some("Doorgezonden"), Some(town.today())));
            assert!(view.berichten[0].tekst.contains(name), "{}", view.berichten[0].tekst);
            assert_eq!(view.zaak.organisatie, town.hosted("gm0307").oin, "its papers must be sent by who has it");
            assert!(matches!(sends_on(&town, handler(), ("gm0307", ELSEWHERE), id).await, Err(Error::Refused(_))), "it is over");
            assert!(
                dossier(&town, handler(), "gm0307", id).await.unwrap().stukken.len() == 1,
                "nothing lies in a closed compartment"
            );

            let next = town.sends("parkeervergunning", 10).await;
            assert_eq!(choices().await, before, "no handler chooses it as a result");
            let decides = town.handler(move |op| {
                Box::pin(async move {
                    let beslissing =
                        Beslissing { resultaat: "Doorgezonden".into(), motivering: prose("Naar elders."), geldig_tot: None };
                    cases::decide(op, next, &beslissing, desk()).await.map(drop)
                })
            });
            assert!(matches!(decides.await, Err(Error::Refused(_))), "nor decides it");
            assert_eq!(sends_on(&town, handler(), ("gm0307", code), next).await.unwrap(), Waarheen::Elders, "a second one too");
        }
    }
}

#[tokio::test]
async fn what_was_begun_without_signing_in_is_followed_with_the_same_code() {
    for town in towns().await {
        let (id, code) = town.sends_unnamed("melding").await;
        sends_on(&town, handler(), ("gm0307", ELSEWHERE), id).await.unwrap();
        let found = town.run(Actor::anonymous(), "gm0307", move |op| {
            let code = code.clone();
            Box::pin(async move { cases::find_by_code(op, &code).await })
        });
        assert_eq!(found.await.unwrap(), (id, town.hosted(ELSEWHERE).oin));
        let look = town.run(Actor::holder(id.uuid()), ELSEWHERE, move |op| Box::pin(cases::look(op, id)));
        assert_eq!(look.await.unwrap().zaak.party, None);
    }
}

#[tokio::test]
async fn it_is_destroyed_with_where_it_was_sent_on_to() {
    for town in towns().await {
        let id = town.sends("melding", 10).await;
        sends_on(&town, handler(), ("gm0307", ELSEWHERE), id).await.unwrap();
        let close = town.run(handler(), ELSEWHERE, move |op| {
            Box::pin(async move { cases::close(op, id, "Opgelost", &prose("Opgeruimd."), PORTAL).await })
        });
        close.await.unwrap();
        town.days_pass(400);
        let destroys = |code: &'static str| {
            town.run(Actor::machine("sweeper"), code, move |op| {
                Box::pin(async move {
                    let due = cases::due_for_destruction(op, None).await?;
                    for zaak in &due {
                        cases::destroy(op, *zaak).await?;
                    }
                    Ok(due.len())
                })
            })
        };
        assert_eq!((destroys("gm0307").await.unwrap(), destroys(ELSEWHERE).await.unwrap()), (0, 1));
        assert!(town.column("SELECT van FROM zaak_doorzending").await.is_empty());
    }
}

#[tokio::test]
async fn who_decides_and_who_sends_it_on_at_once_are_not_both_done() {
    for town in towns().await {
        for _ in 0..5 {
            let id = town.sends("parkeervergunning", 10).await;
            let decides = town.handler(move |op| {
                Box::pin(async move {
                    let beslissing =
                        Beslissing { resultaat: "Verleend".into(), motivering: prose("Alles klopt."), geldig_tot: None };
                    cases::decide(op, id, &beslissing, desk()).await.map(drop)
                })
            });
            let (decided, sent_on) = tokio::join!(decides, sends_on(&town, handler(), ("gm0307", ELSEWHERE), id));
            assert_ne!(decided.is_ok(), sent_on.is_ok(), "{decided:?} {sent_on:?}");
            let view = seen(&town, id).await;
            assert_eq!((view.besluit.is_some(), view.doorzendingen.len()), (decided.is_ok(), usize::from(sent_on.is_ok())));
        }
    }
}

async fn waits_to_be_sent(town: &Town, who: Actor) -> Vec<Id<Zaak>> {
    let lines = town.run(who, "gm0307", |op| Box::pin(cases::papers_to_send(op))).await.unwrap();
    assert!(lines.iter().all(|line| line.naar == "gm0193"), "to whom");
    lines.into_iter().map(|line| line.id).collect()
}

async fn says_sent(town: &Town, (who, code): (Actor, &str), id: Id<Zaak>, closed: bool) -> access::Result<()> {
    town.run(who, code, move |op| Box::pin(cases::papers_sent(op, id, closed, "N. Zandstra"))).await
}

#[tokio::test]
async fn its_papers_wait_until_who_must_send_them_says_that_she_did() {
    for town in towns().await {
        let (open, closed) = (town.sends("melding", 10).await, town.sends_with("parkeerkaart", 10, vec![closed_paper()]).await);
        for id in [open, closed] {
            assert!(matches!(says_sent(&town, (handler(), "gm0307"), id, false).await, Err(Error::NotFound)), "not sent on");
        }
        for id in [open, closed] {
            sends_on(&town, handler(), ("gm0307", "gm0193"), id).await.unwrap();
            town.days_pass(1);
        }
        assert_eq!(waits_to_be_sent(&town, handler()).await, [open, closed], "the longest waiting first");
        assert_eq!(waits_to_be_sent(&town, doctor()).await, [closed], "what lies in the closed compartment");
        let bibob = Actor::worker("ruud", &[access::Role::BibobCoordinator]);
        assert!(waits_to_be_sent(&town, bibob).await.is_empty(), "of another adviser");
        let there = town.run(handler(), ELSEWHERE, |op| Box::pin(cases::papers_to_send(op))).await.unwrap();
        assert!(there.is_empty(), "of another organisation");
        let officer = Actor::worker("willem", &[access::Role::Fg]);
        for who in [resident(), Actor::anonymous(), officer] {
            let refused = town.run(who.clone(), "gm0307", |op| Box::pin(cases::papers_to_send(op))).await;
            assert!(refused.is_err(), "{who:?}");
        }

        for (who, code, kind) in [
            (front_desk(), "gm0307", false),
            (resident(), "gm0307", false),
            (handler(), ELSEWHERE, false),
            (handler(), "gm0307", true),
            (doctor(), "gm0307", false),
        ] {
            let refused = says_sent(&town, (who.clone(), code), closed, kind).await;
            assert!(matches!(refused, Err(Error::NotAllowed | Error::NotFound)), "{who:?}");
        }
        says_sent(&town, (handler(), "gm0307"), closed, false).await.unwrap();
        assert_eq!(waits_to_be_sent(&town, handler()).await, [open]);
        assert_eq!(waits_to_be_sent(&town, doctor()).await, [closed], "hers wait on");
        let again = says_sent(&town, (handler(), "gm0307"), closed, false).await;
        assert!(matches!(again, Err(Error::Conflict(_))), "once");
        says_sent(&town, (doctor(), "gm0307"), closed, true).await.unwrap();
        assert!(waits_to_be_sent(&town, doctor()).await.is_empty());
        let stukken = dossier(&town, handler(), "gm0307", closed).await.unwrap().stukken;
        let sent: Vec<_> = stukken.into_iter().map(|one| (one.besloten, one.verstuurd.unwrap())).collect();
        let by = || (town.world.clock.now(), "N. Zandstra".to_owned());
        assert_eq!(sent, [(false, by()), (true, by())]);
        let lines = town.column("SELECT action FROM journal_line WHERE action LIKE '%stukken-verstuurd' ORDER BY id").await;
        assert_eq!(lines, ["stukken-verstuurd", "besloten-stukken-verstuurd"]);
    }
}

#[tokio::test]
async fn who_sent_it_on_reads_where_to_by_its_number_and_nothing_more() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        let number = seen(&town, id).await.zaak.identificatie;
        let looks_up = |who: Actor, code: &'static str| {
            let number = number.clone();
            town.run(who, code, move |op| {
                let number = number.clone();
                Box::pin(async move { cases::sent_on_to(op, &number).await })
            })
        };
        assert!(matches!(looks_up(handler(), "gm0307").await, Err(Error::NotFound)), "it is here");
        sends_on(&town, handler(), ("gm0307", ELSEWHERE), id).await.unwrap();
        for who in [handler(), front_desk()] {
            let sent_on = looks_up(who, "gm0307").await.unwrap();
            assert_eq!((sent_on.naar, sent_on.doorgezonden_op), (town.hosted(ELSEWHERE).oin, town.world.clock.now()));
        }
        let manages = Actor::worker("a", &[access::Role::Beheerder]);
        for (who, code) in [(handler(), ELSEWHERE), (handler(), "gm0599"), (doctor(), "gm0307"), (manages, "gm0307")] {
            assert!(matches!(looks_up(who, code).await, Err(Error::NotFound)), "who did not send it on, or does not handle it");
        }
        let hers = "SELECT action FROM journal_line WHERE action = 'doorzending-opgezocht' AND data_subject IS NOT NULL";
        assert_eq!(town.column(hers).await.len(), 2, "she can see that it was looked up");
        let parties = "SELECT DISTINCT action FROM journal_line WHERE data_subject IN \
                       (SELECT data_subject FROM journal_line WHERE action = 'doorzending-opgezocht') ORDER BY action";
        assert!(town.column(parties).await.contains(&"zaak-ontvangen".into()), "as the first organisation knows her");
    }
}
