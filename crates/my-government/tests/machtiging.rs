//! A father lets his daughter act for him: offered with words, accepted once, ended at any moment; on both databases.
#![allow(clippy::unwrap_used, clippy::panic)]
mod people;

use access::{Error, Refusal};
use jiff::{SignedDuration, civil::date};
use my_government::{MOST_YEARS, Machtiging, NewMachtiging, OFFER, Stand};
use people::{DAUGHTER, FATHER, People, STRANGER, TEENAGER};
use values::{Clock, Line};

fn to_move(geldig_tot: jiff::civil::Date) -> NewMachtiging {
    let bedoeld_voor = Line::parse("mijn dochter", 80).unwrap();
    NewMachtiging { bedoeld_voor, diensten: vec!["verhuismelding".into()], geldig_tot }
}

fn why<T>(result: access::Result<T>) -> &'static str {
    match result.err().unwrap() {
        Error::Refused(Refusal(why)) => why,
        Error::NotFound => "not found",
        Error::NotAllowed => "not allowed",
        other => panic!("{other}"),
    }
}

fn passes(people: &People, by: SignedDuration) {
    people.world.clock.set(people.world.clock.now().checked_add(by).unwrap());
}

#[tokio::test]
async fn a_father_authorises_his_daughter_and_takes_it_back() {
    for people in People::all().await {
        let (given, code) = people.gives(FATHER, to_move(date(2027, 11, 23))).await.unwrap();
        assert!(matches!(given.stand, Stand::Aangeboden(_)) && given.gever == "Jan de Cuykelaer");
        let offered = people.looks_at(DAUGHTER, &code).await.unwrap();
        assert_eq!((offered.gever.as_str(), &offered.diensten[..]), ("Jan de Cuykelaer", &["verhuismelding".to_owned()][..]));
        let accepted = people.accepts(DAUGHTER, &code).await.unwrap();
        assert_eq!((accepted.stand, accepted.gemachtigde.as_deref()), (Stand::Geldig, Some("Estrella de Jager")));
        assert!(
            offered.code.is_none() && people.own(FATHER).await.unwrap().0[0].code.is_none(),
            "the words are his, until they are used"
        );

        let id = given.id.uuid();
        let stands = people.begins(DAUGHTER, id).await.unwrap();
        assert!(stands.covers("verhuismelding") && !stands.covers("parkeervergunning"));
        assert_eq!(stands.voor, people::bsn(FATHER));
        assert_eq!(people.stands(STRANGER, id).await, None, "it is nobody else's");
        assert_eq!(people.stands(FATHER, id).await, None, "nor his own");

        // He takes it back: from the next request on it opens nothing.
        assert!(matches!(people.ends(FATHER, given.id).await.unwrap().stand, Stand::Geeindigd(_)));
        assert_eq!(people.stands(DAUGHTER, id).await, None);
        assert_eq!(why(people.begins(DAUGHTER, id).await), "refused-machtiging-over");
        assert!(people.ends(FATHER, given.id).await.is_ok(), "twice is once");

        // He reads what was done with it, by himself and by her.
        let seen: Vec<(String, &str)> = people.looked(FATHER).await;
        let by = |action: &str| seen.iter().find(|(seen, _)| seen == action).unwrap_or_else(|| panic!("{action}: {seen:?}")).1;
        assert_eq!([by("machtiging-gegeven"), by("machtiging-ingetrokken")], ["Oneself"; 2]);
        assert_eq!([by("machtiging-bekeken"), by("machtiging-aangenomen"), by("machtiging-gebruikt")], ["Vertegenwoordiger"; 3]);
    }
}

#[tokio::test]
async fn words_work_once_for_one_other_adult_and_for_fourteen_days() {
    for people in People::all().await {
        let (given, code) = people.gives(FATHER, to_move(date(2027, 11, 23))).await.unwrap();
        assert_eq!(why(people.looks_at(FATHER, &code).await), "refused-machtiging-own");
        assert_eq!(why(people.accepts(TEENAGER, &code).await), "refused-machtiging-not-adult");
        people.accepts(DAUGHTER, &code).await.unwrap();
        assert_eq!(why(people.looks_at(STRANGER, &code).await), "not found", "the words are used up");
        assert_eq!(why(people.accepts(DAUGHTER, &code).await), "not found");
        assert_eq!(why(people.ends(STRANGER, given.id).await), "not found");
        assert!(matches!(people.ends(DAUGHTER, given.id).await.unwrap().stand, Stand::Geeindigd(_)), "she gives it up herself");

        let (late, code) = people.gives(FATHER, to_move(date(2027, 11, 23))).await.unwrap();
        passes(&people, OFFER);
        assert_eq!(why(people.looks_at(DAUGHTER, &code).await), "refused-machtiging-late");
        assert_eq!(people.own(FATHER).await.unwrap().0.iter().find(|m| m.id == late.id).unwrap().stand, Stand::Vervallen);

        let (taken_back, code) = people.gives(FATHER, to_move(date(2027, 11, 23))).await.unwrap();
        people.ends(FATHER, taken_back.id).await.unwrap();
        assert_eq!(why(people.accepts(DAUGHTER, &code).await), "not found");
    }
}

#[tokio::test]
async fn two_who_type_the_words_at_once_are_not_both_authorised() {
    for people in People::all().await {
        let (given, code) = people.gives(FATHER, to_move(date(2027, 11, 23))).await.unwrap();
        let (one, other) = tokio::join!(people.accepts(DAUGHTER, &code), people.accepts(STRANGER, &code));
        assert_eq!([one.is_ok(), other.is_ok()].iter().filter(|ok| **ok).count(), 1);
        let stand = [people.stands(DAUGHTER, given.id.uuid()).await, people.stands(STRANGER, given.id.uuid()).await];
        assert_eq!(stand.iter().flatten().count(), 1);
    }
}

#[tokio::test]
async fn it_ends_by_itself_on_its_last_day_and_is_destroyed_a_year_later() {
    for people in People::all().await {
        let (given, code) = people.gives(FATHER, to_move(date(2026, 12, 1))).await.unwrap();
        people.accepts(DAUGHTER, &code).await.unwrap();
        people.world.clock.set("2026-12-01T22:00:00Z".parse().unwrap());
        assert!(people.stands(DAUGHTER, given.id.uuid()).await.is_some());
        people.world.clock.set("2026-12-01T23:00:00Z".parse().unwrap());
        assert_eq!(people.stands(DAUGHTER, given.id.uuid()).await, None);
        people.gives(FATHER, to_move(date(2027, 11, 1))).await.unwrap();
        assert_eq!(people.swept().await, 0);
        passes(&people, OFFER);
        assert_eq!(people.swept().await, 1, "the offer that nobody accepted");
        passes(&people, SignedDuration::from_hours(366 * 24));
        assert_eq!(people.swept().await, 1);
        assert_eq!(
            (people.own(FATHER).await.unwrap().0.len(), people.rows("machtiging").await, people.rows("data_key").await),
            (0, 0, 0)
        );
    }
}

#[tokio::test]
async fn it_ends_with_the_life_of_who_gave_it_for_good_and_by_its_holder_alone() {
    for people in People::all().await {
        let (given, code) = people.gives(FATHER, to_move(date(2027, 11, 23))).await.unwrap();
        people.accepts(DAUGHTER, &code).await.unwrap();
        let id = given.id.uuid();
        let of = people.stands(DAUGHTER, id).await.unwrap();
        assert!(people.died(DAUGHTER, of.clone()).await.is_empty(), "he lives");
        people.running.turn(simulators::Register::Brp, simulators::Stand::Overleden);
        assert!(people.died(DAUGHTER, of).await == [people::bsn(FATHER)]);
        for other in [FATHER, STRANGER] {
            assert_eq!(why(people.giver_died(other, id).await), "not found");
        }
        people.giver_died(DAUGHTER, id).await.unwrap();
        assert_eq!(people.stands(DAUGHTER, id).await, None);
        assert_eq!(why(people.begins(DAUGHTER, id).await), "refused-machtiging-over");
        assert!(matches!(people.own(DAUGHTER).await.unwrap().1[0].stand, Stand::Geeindigd(_)));
        // The register was wrong: he reads who asked it, and what came of it.
        let seen = people.looked(FATHER).await;
        let by = |action: &str| seen.iter().filter(|(seen, by)| seen == action && *by == "Vertegenwoordiger").count();
        assert_eq!([by("register-bevraagd-brp"), by("machtiging-vervallen"), by("machtiging-gebruikt")], [2, 1, 0]);
    }
}

#[tokio::test]
async fn who_acts_for_another_or_for_a_company_gives_and_accepts_nothing() {
    for people in People::all().await {
        let (given, code) = people.gives(FATHER, to_move(date(2027, 11, 23))).await.unwrap();
        people.accepts(DAUGHTER, &code).await.unwrap();
        let for_father = people.begins(DAUGHTER, given.id.uuid()).await.unwrap();
        let (_, other_code) = people.gives(STRANGER, to_move(date(2027, 11, 23))).await.unwrap();
        let company = access::Party::Company(values::KvkNummer::parse("69599084").unwrap());
        let actors = [
            people::actor(DAUGHTER).on_behalf(for_father),
            access::Actor::representative("pseudonym", company, access::Assurance::High),
            access::Actor::anonymous(),
        ];
        for actor in actors {
            assert_eq!(why(people.gives_as(actor.clone(), DAUGHTER, to_move(date(2027, 11, 23))).await), "not allowed");
            assert_eq!(why(people.accepts_as(actor.clone(), DAUGHTER, &other_code).await), "not allowed");
            assert_eq!(why(people.own_as(actor.clone()).await), "not allowed");
            assert_eq!(why(people.ends_as(actor, given.id).await), "not found");
        }
        let staff = access::Actor::worker("noor", &[access::Role::Behandelaar, access::Role::Kcc]);
        for actor in [staff, access::Actor::machine("sweeper"), people::actor(STRANGER)] {
            assert_eq!(
                why(people.reads_as(actor.clone(), given.id).await),
                "not found",
                "who keeps it does not read it: {:?}",
                actor.acting
            );
            assert_eq!(why(people.ends_as(actor, given.id).await), "not found");
        }
    }
}

#[tokio::test]
async fn nobody_gives_without_end_or_more_than_anybody_needs() {
    for people in People::all().await {
        let beyond = people.world.clock.today().checked_add(jiff::Span::new().years(MOST_YEARS).days(1)).unwrap();
        assert!(matches!(people.gives(FATHER, to_move(beyond)).await, Err(Error::Invalid(_))));
        for _ in 0..20 {
            people.gives(FATHER, to_move(date(2027, 11, 23))).await.unwrap();
        }
        assert_eq!(why(people.gives(FATHER, to_move(date(2027, 11, 23))).await), "refused-machtiging-many");
    }
}

#[tokio::test]
async fn nothing_of_it_stands_readable_in_the_database() {
    let people = People::all().await.remove(0);
    let (_, code) = people.gives(FATHER, to_move(date(2027, 11, 23))).await.unwrap();
    let given: Machtiging = people.accepts(DAUGHTER, &code).await.unwrap();
    let secrets = [FATHER, DAUGHTER, "Cuykelaer", "Estrella", "mijn dochter", "verhuismelding", &code.link()];
    let mut seen = 0;
    for file in std::fs::read_dir(people.world.folder()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        seen += bytes.len();
        for secret in secrets {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()), "{secret}");
        }
        assert!(!bytes.windows(16).any(|window| window == code.expose()));
    }
    assert!(seen > 0 && given.stand == Stand::Geldig);
}
