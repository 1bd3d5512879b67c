//! Who supervises finds what was done with a zaak by its number, at an organisation that has it or had it; the look itself is written down.
use crate::{
    doorzending::sends_on,
    town::{desk, handler, towns},
};
use access::{Actor, Error, JournalLine, Role};
use cases::Zaak;
use values::Id;

fn officer() -> Actor {
    Actor::worker("willem", &[Role::Fg])
}

#[tokio::test]
async fn the_log_of_one_zaak_is_found_by_its_number_and_looking_at_it_stands_in_it() {
    for town in towns().await {
        let (id, other) = (town.sends("melding", 5).await, town.sends("melding", 5).await);
        for id in [id, other] {
            town.handler(move |op| Box::pin(async move { cases::dossier(op, id, desk().calendar).await })).await.unwrap();
        }
        let number = town.handler(move |op| Box::pin(async move { cases::dossier(op, id, desk().calendar).await })).await;
        let number = number.unwrap().view.zaak.identificatie;
        let find = |who: Actor, code: &'static str| {
            let number = number.clone();
            town.run(who, code, move |op| {
                let number = number.clone();
                Box::pin(async move { cases::find_to_supervise(op, &number).await })
            })
        };
        let log = |who: Actor, code: &'static str, id: Id<Zaak>| {
            town.run(who, code, move |op| Box::pin(cases::supervise(op, id, None, 10)))
        };
        assert_eq!(find(officer(), "gm0307").await.unwrap(), id);
        let (told, lines) = log(officer(), "gm0307", id).await.unwrap();
        assert_eq!(told, number);
        let of = |line: &JournalLine| (line.actor.clone(), line.action.clone());
        let line = |who: &str, what: &str| (who.to_owned(), what.to_owned());
        let (looked, read) = (line("worker:willem", "logboek-bekeken"), line("worker:noor", "zaak-gelezen"));
        assert_eq!(lines.iter().map(of).take(3).collect::<Vec<_>>(), [looked, read.clone(), read], "the newest first");
        assert!(lines.iter().all(|line| line.subject == id.uuid()), "nothing of another zaak");
        let numbers = |who: Actor| {
            let lines = lines.clone();
            town.run(who, "gm0307", move |op| {
                let lines = lines.clone();
                Box::pin(async move { cases::numbers(op, &lines).await })
            })
        };
        assert_eq!(numbers(officer()).await.unwrap(), [(id.uuid(), number.clone())].into());
        assert!(numbers(handler()).await.is_err());
        let hers = "SELECT actor FROM journal_line WHERE action = 'logboek-bekeken' AND data_subject IS NOT NULL";
        assert_eq!(town.column(hers).await, ["worker:willem"], "she reads it among who looked at her data");
        // Nobody else finds it so, and nobody of an organisation that never had it.
        for (who, code) in [(handler(), "gm0307"), (officer(), "gm0344"), (Actor::worker("karim", &[Role::Beheerder]), "gm0307")]
        {
            assert!(matches!(find(who.clone(), code).await, Err(Error::NotFound | Error::NotAllowed)), "{code}");
            assert!(matches!(log(who, code, id).await, Err(Error::NotFound | Error::NotAllowed)), "{code}");
        }
        // What was sent on is not hers any more, what was done with it here still is.
        sends_on(&town, handler(), ("gm0307", "gm0344"), id).await.unwrap();
        assert_eq!(find(officer(), "gm0307").await.unwrap(), id);
        let (_, here) = log(officer(), "gm0307", id).await.unwrap();
        assert!(here.iter().any(|line| line.action == "zaak-doorgezonden"), "{here:?}");
        let (_, there) = log(officer(), "gm0344", id).await.unwrap();
        assert!(there.iter().all(|line| line.action != "zaak-gelezen"), "each reads what its own people did");
        assert_eq!(town.column(hers).await, ["worker:willem"; 3], "she reads it of both");
    }
}
