//! Asking for what lacks: the clock stands still, the date moves right and never earlier.
use crate::town::{CALENDAR, Town, desk, handler, prose, resident, towns};
use access::{Error, Op};
use cases::{Beslissing, NIET_IN_BEHANDELING, NogNiet, Onderwerp, Verzoek, Zaak};
use jiff::civil::Date;
use terms::{Deadline, Reason};
use values::Id;

async fn asks(town: &Town, id: Id<Zaak>, uiterlijk: Date) -> access::Result<Option<Deadline>> {
    let work = town.handler(move |op| {
        Box::pin(async move {
            let verzoek = Verzoek { gevraagd: prose("Stuur het leasecontract van de auto."), uiterlijk };
            cases::ask_supplement(op, id, &verzoek, desk()).await
        })
    });
    work.await
}

async fn gives(op: &mut Op<'_>, id: Id<Zaak>) -> access::Result<()> {
    let taak = cases::look(op, id).await?.taken.pop().unwrap().id;
    cases::fulfil(op, id, taak, &prose("Hier is het contract."), &CALENDAR).await
}

async fn last_day(town: &Town, id: Id<Zaak>) -> String {
    let view = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap();
    view.zaak.uiterlijke_einddatum_afdoening.unwrap().to_string()
}

#[tokio::test]
async fn task_message_letter_and_suspension_in_one_act_and_the_clock_runs_on_when_she_answers() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        // Eight weeks after Monday 23 November 2026.
        assert_eq!(last_day(&town, id).await, "2027-01-18");
        town.days_pass(7);
        let deadline = asks(&town, id, Date::constant(2026, 12, 14)).await.unwrap().unwrap();
        // Asked on 30 November, until 14 December: fourteen days more.
        assert_eq!(deadline.date.to_string(), "2027-02-01");
        let suspended = Reason::Suspended { days: 14, article: "Awb artikel 4:15 lid 1 a" };
        assert!(deadline.reasons.contains(&suspended), "{:?}", deadline.reasons);
        assert_eq!(last_day(&town, id).await, "2027-02-01");
        let view = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap();
        assert_eq!(view.taken[0].gevraagd, "Stuur het leasecontract van de auto.");
        assert_eq!(view.berichten.len(), 1);
        let letters = town.column("SELECT subject_kind FROM outgoing_letter").await;
        assert_eq!(letters, ["zaak"]);
        let [letter] = &town.letters().await[..] else { panic!("one letter") };
        for words in [
            "tot en met maandag 14 december 2026",
            "uiterlijk maandag 1 februari 2027 besluiten",
            "Stuurt u niets, dan",
            "(Awb artikel 4:5)",
        ] {
            assert!(letter.contains(words), "{words}: {letter}");
        }
        let mine = town.resident(move |op| {
            Box::pin(async move {
                let here = [cases::organisation_of(op, id).await?];
                cases::mine(op, &here, cases::Page { ended: false, before: None }).await
            })
        });
        assert_eq!(mine.await.unwrap().0[0].taak, Some(Date::constant(2026, 12, 14)), "she must do something");

        town.days_pass(4);
        town.resident(move |op| Box::pin(gives(op, id))).await.unwrap();
        // Given on 4 December: four days stood still.
        assert_eq!(last_day(&town, id).await, "2027-01-22");
        let again = town.resident(move |op| Box::pin(gives(op, id))).await;
        assert!(matches!(again, Err(Error::Refused(r)) if r.0 == "refused-task-done"));
    }
}

async fn takes_back(town: &Town, id: Id<Zaak>) -> access::Result<()> {
    let work = town.handler(move |op| {
        Box::pin(async move {
            let taak = cases::dossier(op, id, &CALENDAR).await?.view.taken.pop().unwrap().id;
            cases::withdraw_supplement(op, id, taak, desk()).await
        })
    });
    work.await
}

#[tokio::test]
async fn what_was_asked_by_mistake_is_taken_back_and_only_the_days_until_then_stood_still() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        asks(&town, id, Date::constant(2026, 12, 14)).await.unwrap();
        takes_back(&town, id).await.unwrap();
        assert_eq!(last_day(&town, id).await, "2027-01-18", "on the day itself: the term never stood still");
        let termijn = town.resident(move |op| Box::pin(cases::termijn(op, id, &CALENDAR))).await.unwrap().unwrap();
        assert!(!termijn.reasons.iter().any(|reason| matches!(reason, Reason::Suspended { .. })), "{:?}", termijn.reasons);
        assert!(asked(&town).await.is_empty(), "nothing is asked of her any more");
        let view = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap();
        assert!(view.berichten[1].tekst.contains("niet nodig"), "{}", view.berichten[1].tekst);
        let lines = town.column("SELECT action FROM journal_line WHERE action LIKE 'aanvulling-%' ORDER BY id").await;
        assert_eq!(lines, ["aanvulling-gevraagd", "aanvulling-ingetrokken"]);
        let given = town.resident(move |op| Box::pin(gives(op, id))).await;
        assert!(matches!(given, Err(Error::Refused(why)) if why.0 == "refused-task-withdrawn"));
        assert!(matches!(takes_back(&town, id).await, Err(Error::Refused(why)) if why.0 == "refused-task-over"));

        asks(&town, id, Date::constant(2026, 12, 14)).await.unwrap();
        town.days_pass(3);
        takes_back(&town, id).await.unwrap();
        assert_eq!(last_day(&town, id).await, "2027-01-21", "three days");
    }
}

#[tokio::test]
async fn nobody_else_takes_it_back_and_what_was_given_stays_given() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        asks(&town, id, Date::constant(2026, 12, 14)).await.unwrap();
        let taak = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap().taken[0].id;
        let kcc = access::Actor::worker("emre", &[access::Role::Kcc]);
        let elsewhere = access::Actor::worker("noor", &[access::Role::Behandelaar]);
        for (who, code) in [(kcc, "gm0307"), (resident(), "gm0307"), (elsewhere, "gm0344")] {
            let work = town.run(who.clone(), code, move |op| {
                Box::pin(async move { cases::withdraw_supplement(op, id, taak, desk()).await })
            });
            assert!(matches!(work.await, Err(Error::NotAllowed | Error::NotFound)), "{who:?}");
        }
        town.days_pass(2);
        town.resident(move |op| Box::pin(gives(op, id))).await.unwrap();
        assert!(matches!(takes_back(&town, id).await, Err(Error::Refused(why)) if why.0 == "refused-task-over"));
        assert_eq!(last_day(&town, id).await, "2027-01-20", "two days");
    }
}

#[tokio::test]
async fn when_the_day_passed_unused_something_can_be_asked_again() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        asks(&town, id, Date::constant(2026, 11, 30)).await.unwrap();
        town.days_pass(8);
        asks(&town, id, Date::constant(2026, 12, 7)).await.unwrap();
        let list = town.handler(|op| Box::pin(cases::work_list(op, None))).await.unwrap().0;
        assert_eq!(list[0].taak, Some(Date::constant(2026, 12, 7)), "she has time for the last of them");
        assert_eq!(last_day(&town, id).await, "2027-02-01", "seven days and six; 31 January is a Sunday");
    }
}

/// Where something is asked of the resident.
async fn asked(town: &Town) -> Vec<Id<Zaak>> {
    let here: std::sync::Arc<[_]> = [town.hosted("gm0307").oin].into();
    let work = town.resident(move |op| {
        let here = here.clone();
        Box::pin(async move { cases::asked(op, &here).await })
    });
    work.await.unwrap().iter().map(|line| line.id).collect()
}

#[tokio::test]
async fn what_is_asked_of_her_stands_first_however_much_she_began_since() {
    for town in towns().await {
        let later = town.sends("parkeervergunning", 10).await;
        let sooner = town.sends("parkeervergunning", 10).await;
        asks(&town, later, Date::constant(2026, 12, 21)).await.unwrap();
        asks(&town, sooner, Date::constant(2026, 12, 14)).await.unwrap();
        for _ in 0..cases::PAGE {
            town.sends("melding", 5).await;
        }
        assert_eq!(asked(&town).await, [sooner, later], "though the first page of her list has none of them");
        town.resident(move |op| Box::pin(gives(op, sooner))).await.unwrap();
        assert_eq!(asked(&town).await, [later]);
        town.days_pass(30);
        assert!(asked(&town).await.is_empty(), "it is too late");
    }
}

#[tokio::test]
async fn what_comes_after_its_time_is_kept_and_the_clock_ran_on_meanwhile() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        asks(&town, id, Date::constant(2026, 12, 7)).await.unwrap();
        assert_eq!(last_day(&town, id).await, "2027-02-01");
        town.days_pass(30);
        town.resident(move |op| Box::pin(gives(op, id))).await.unwrap();
        assert_eq!(last_day(&town, id).await, "2027-02-01");
        let view = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap();
        assert!(view.taken[0].vervuld_op.is_some());
    }
}

#[tokio::test]
async fn a_second_request_adds_its_own_days() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        asks(&town, id, Date::constant(2026, 11, 30)).await.unwrap();
        let second = asks(&town, id, Date::constant(2026, 12, 7)).await;
        assert!(matches!(second, Err(Error::Refused(r)) if r.0 == "refused-already-asked"));
        town.days_pass(2);
        town.resident(move |op| Box::pin(gives(op, id))).await.unwrap();
        assert_eq!(last_day(&town, id).await, "2027-01-20");
        town.days_pass(5);
        let deadline = asks(&town, id, Date::constant(2026, 12, 10)).await.unwrap().unwrap();
        assert_eq!(deadline.date.to_string(), "2027-02-01", "two days and ten; 30 January is a Saturday");
    }
}

#[tokio::test]
async fn where_the_law_gives_no_term_it_is_asked_too_and_nothing_stands_still() {
    for town in towns().await {
        for service in ["kwijtschelding", "verhuismelding", "melding"] {
            let id = town.sends(service, 10).await;
            assert_eq!(asks(&town, id, Date::constant(2026, 12, 7)).await.unwrap(), None, "no term is made up for a {service}");
            let again = asks(&town, id, Date::constant(2026, 12, 7)).await;
            assert!(matches!(again, Err(Error::Refused(r)) if r.0 == "refused-already-asked"));
            let view = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap();
            assert_eq!((view.taken[0].uiterlijk, view.berichten.len()), (Date::constant(2026, 12, 7), 1));
            assert_eq!(view.zaak.uiterlijke_einddatum_afdoening, None);
            town.resident(move |op| Box::pin(gives(op, id))).await.unwrap();
            let view = town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap();
            assert!(view.taken[0].vervuld_op.is_some());
            assert_eq!((view.zaak.uiterlijke_einddatum_afdoening, view.berichten.len()), (None, 2));
        }
        assert!(town.column("SELECT grond FROM zaak_opschorting").await.is_empty());
        assert_eq!(town.column("SELECT subject_kind FROM outgoing_letter").await.len(), 3, "a letter each");
        for letter in town.letters().await {
            assert!(letter.contains("gaan wij verder met wat wij hebben") && !letter.contains("4:5"), "{letter}");
        }
    }
}

#[tokio::test]
async fn it_is_refused_too_late_or_without_time_to_answer() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        for (day, fault) in
            [(Date::constant(2026, 11, 23), "fault-date-ahead-only"), (Date::constant(2027, 2, 16), "fault-date-weeks")]
        {
            let refused = asks(&town, id, day).await;
            assert!(matches!(refused, Err(Error::Invalid(f)) if f[0].fault == fault), "{day}");
        }
        assert!(town.column("SELECT grond FROM zaak_opschorting").await.is_empty(), "nothing is left of a refusal");
        let longest = town.sends("parkeervergunning", 10).await;
        asks(&town, longest, Date::constant(2027, 2, 15)).await.unwrap();
        let by_resident = town.run(resident(), "gm0307", move |op| {
            Box::pin(async move {
                let verzoek = Verzoek { gevraagd: prose("x"), uiterlijk: Date::constant(2026, 12, 7) };
                cases::ask_supplement(op, id, &verzoek, desk()).await
            })
        });
        assert!(matches!(by_resident.await, Err(Error::NotAllowed)));
        town.days_pass(60);
        let refused = asks(&town, id, Date::constant(2027, 3, 1)).await;
        assert!(matches!(refused, Err(Error::Refused(r)) if r.0 == "refused-term-over"), "a term that passed can't stand still");
    }
}

#[tokio::test]
async fn in_her_box_a_decision_and_a_request_are_told_from_a_message() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        town.days_pass(1);
        town.handler(move |op| Box::pin(async move { cases::answer(op, id, &prose("Wij zijn bezig."), desk().portal).await }))
            .await
            .unwrap();
        town.days_pass(1);
        asks(&town, id, Date::constant(2026, 12, 14)).await.unwrap();
        town.days_pass(1);
        takes_back(&town, id).await.unwrap();
        town.days_pass(1);
        let decides = town.handler(move |op| {
            Box::pin(async move {
                let beslissing =
                    Beslissing { resultaat: "Verleend".into(), motivering: prose("U woont in het gebied."), geldig_tot: None };
                cases::decide(op, id, &beslissing, desk()).await
            })
        });
        decides.await.unwrap();
        let here = town.hosted("gm0307").oin;
        let box_ = town.resident(move |op| {
            let here = [here.clone()];
            Box::pin(async move { cases::berichten(op, &here, None).await })
        });
        let about: Vec<_> = box_.await.unwrap().0.iter().map(|line| line.onderwerp).collect();
        let (decided, asked, not) = (Onderwerp::Besluit, Onderwerp::Aanvulling, Onderwerp::AanvullingIngetrokken);
        assert_eq!(about, [Some(decided), Some(not), Some(asked), None, None], "the last first, and the receipt");
    }
}

/// Leaves it unhandled: the key of why not, where that can't be.
async fn leaves_unhandled(town: &Town, id: Id<Zaak>) -> Result<(), &'static str> {
    let work = town.handler(move |op| {
        Box::pin(async move {
            let beslissing = Beslissing {
                resultaat: NIET_IN_BEHANDELING.into(),
                motivering: prose("Het contract ontbreekt."),
                geldig_tot: None,
            };
            cases::decide(op, id, &beslissing, desk()).await.map(drop)
        })
    });
    match work.await {
        Ok(()) => Ok(()),
        Err(Error::Refused(why)) => Err(why.0),
        Err(other) => panic!("{other:?}"),
    }
}

async fn not_yet(town: &Town, id: Id<Zaak>) -> Option<NogNiet> {
    town.handler(move |op| Box::pin(cases::dossier(op, id, &CALENDAR))).await.unwrap().nog_niet
}

#[tokio::test]
async fn an_application_is_left_unhandled_only_after_she_could_supplement_it() {
    let (until, first, runs) = (Date::constant(2026, 11, 30), Err("refused-supplement-first"), Err("refused-supplement-runs"));
    for town in towns().await {
        let [unused, answered, withdrawn] = [
            town.sends("parkeervergunning", 10).await,
            town.sends("parkeervergunning", 10).await,
            town.sends("parkeervergunning", 10).await,
        ];
        assert_eq!(leaves_unhandled(&town, unused).await, first, "nothing was asked");
        assert_eq!(not_yet(&town, unused).await, Some(NogNiet::Vragen));
        for id in [unused, answered, withdrawn] {
            asks(&town, id, until).await.unwrap();
        }
        takes_back(&town, withdrawn).await.unwrap();
        assert_eq!(leaves_unhandled(&town, withdrawn).await, first, "it was taken back");
        town.days_pass(7);
        assert_eq!(town.today(), until);
        assert_eq!(leaves_unhandled(&town, unused).await, runs, "she has this day too");
        assert_eq!(not_yet(&town, unused).await, Some(NogNiet::Wachten(until)));
        town.resident(move |op| Box::pin(gives(op, answered))).await.unwrap();
        asks(&town, answered, Date::constant(2026, 12, 7)).await.unwrap();
        assert_eq!(leaves_unhandled(&town, answered).await, runs, "of two the last still runs");
        town.resident(move |op| Box::pin(gives(op, answered))).await.unwrap();
        assert_eq!(leaves_unhandled(&town, answered).await, Ok(()), "she gave it, and it is not enough");
        town.days_pass(1);
        assert_eq!(not_yet(&town, unused).await, None);
        assert_eq!(leaves_unhandled(&town, unused).await, Ok(()), "its day passed unused");
    }
}

#[tokio::test]
async fn it_is_left_unhandled_within_four_weeks_and_after_that_decided_on_the_substance() {
    // Asked until Monday 30 November; four weeks later is Monday 28 December.
    let (until, last) = (Date::constant(2026, 11, 30), Date::constant(2026, 12, 28));
    for town in towns().await {
        let [on_time, past, late, never] = [
            town.sends("parkeervergunning", 10).await,
            town.sends("parkeervergunning", 10).await,
            town.sends("parkeervergunning", 10).await,
            town.sends("parkeervergunning", 10).await,
        ];
        for id in [on_time, past, late] {
            asks(&town, id, until).await.unwrap();
        }
        let day = |id: Id<Zaak>| {
            let town = &town;
            async move {
                let work = town.handler(move |op| Box::pin(cases::dossier(op, id, &CALENDAR)));
                let list = town.handler(|op| Box::pin(cases::work_list(op, None))).await.unwrap().0;
                let line = list.iter().find(|line| line.id == id).unwrap();
                let listed = line.onbehandeld_tot(town.today(), &CALENDAR).unwrap();
                assert_eq!(work.await.unwrap().onbehandeld_tot, listed, "page and list say the same");
                listed
            }
        };
        assert_eq!(day(past).await, None, "she still has time");
        let waits = || async {
            let list = town.handler(|op| Box::pin(cases::work_list(op, None))).await.unwrap().0;
            list.iter().filter(|line| line.waits(town.today())).map(|line| line.id).collect::<Vec<_>>()
        };
        town.days_pass(7);
        assert_eq!(waits().await, [on_time, past, late], "each waits for its person, and not for who works here");
        town.days_pass(1);
        assert_eq!(waits().await, []);
        assert_eq!((day(past).await, day(never).await), (Some(last), None));
        town.days_pass(12);
        town.resident(move |op| Box::pin(gives(op, late))).await.unwrap();
        assert_eq!(day(late).await, Some(last), "what came after its time gives no more time");
        town.days_pass(15);
        assert_eq!(town.today(), last);
        assert_eq!((not_yet(&town, on_time).await, leaves_unhandled(&town, on_time).await), (None, Ok(())));
        town.days_pass(1);
        assert_eq!((not_yet(&town, past).await, day(past).await), (Some(NogNiet::Voorbij(last)), None));
        for id in [past, late] {
            assert_eq!(leaves_unhandled(&town, id).await, Err("refused-supplement-past"));
        }
        // The term itself ends on 18 January for what was never asked: then nothing can be asked any more either.
        assert_eq!(not_yet(&town, never).await, Some(NogNiet::Vragen));
        town.days_pass(21);
        assert_eq!(not_yet(&town, never).await, Some(NogNiet::TeLaat));
        assert_eq!(leaves_unhandled(&town, never).await, Err("refused-supplement-late"));
    }
}

#[tokio::test]
async fn what_another_organisation_asked_gave_her_no_opportunity_here_and_without_a_term_none_is_needed() {
    for town in towns().await {
        let (id, remission) = (town.sends("parkeervergunning", 10).await, town.sends("kwijtschelding", 10).await);
        asks(&town, id, Date::constant(2026, 11, 30)).await.unwrap();
        town.resident(move |op| Box::pin(gives(op, id))).await.unwrap();
        town.days_pass(1);
        for (from, to) in [("gm0307", "gm0344"), ("gm0344", "gm0307")] {
            let (to, catalogue) = (town.catalogue.organisatie_with_code(to).unwrap().clone(), town.catalogue.clone());
            let sends_on = town.run(handler(), from, move |op| {
                let (to, catalogue) = (to.clone(), catalogue.clone());
                Box::pin(async move { cases::send_on(op, id, (&to, &catalogue), &prose("Die is van u."), desk()).await })
            });
            sends_on.await.unwrap();
        }
        assert_eq!(leaves_unhandled(&town, id).await, Err("refused-supplement-first"));
        assert_eq!((not_yet(&town, remission).await, leaves_unhandled(&town, remission).await), (None, Ok(())));
    }
}

#[tokio::test]
async fn the_day_that_counts_for_the_queue_is_that_on_which_she_last_gave_what_was_asked() {
    for town in towns().await {
        let id = town.sends("parkeervergunning", 10).await;
        let view = || town.resident(move |op| Box::pin(cases::look(op, id)));
        let first = view().await.unwrap();
        assert_eq!(first.volgorde.as_ref().map(|rule| rule.en.as_str()), Some("the day"));
        assert_eq!(first.complete_on().to_string(), "2026-11-23");
        town.days_pass(3);
        asks(&town, id, Date::constant(2026, 12, 7)).await.unwrap();
        assert_eq!(view().await.unwrap().complete_on().to_string(), "2026-11-23", "asked, not given");
        town.days_pass(2);
        town.resident(move |op| Box::pin(gives(op, id))).await.unwrap();
        assert_eq!(view().await.unwrap().complete_on().to_string(), "2026-11-28");
        let other = town.sends("kwijtschelding", 10).await;
        assert_eq!(town.resident(move |op| Box::pin(cases::look(op, other))).await.unwrap().volgorde, None);
    }
}
