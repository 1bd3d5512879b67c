//! Where silence means yes, what was asked is granted by law when nobody decides in time: then nothing else is decided. Elsewhere it never is.
use crate::town::{CALENDAR, Town, desk, handler, prose, towns};
use access::Error;
use cases::{Beslissing, Besluit, Page, Standing, Verzoek, Waarheen, Zaak, ZaakLine, ZaakView};
use jiff::civil::Date;
use std::sync::Arc;
use values::Id;

const BY_LAW: &str = "Van rechtswege verleend";
/// Eight weeks after Monday 23 November 2026.
const LAST: Date = Date::constant(2027, 1, 18);

async fn decides(town: &Town, code: &'static str, id: Id<Zaak>, resultaat: &'static str) -> Result<Besluit, &'static str> {
    let work = town.run(handler(), code, move |op| {
        Box::pin(async move {
            let beslissing =
                Beslissing { resultaat: resultaat.into(), motivering: prose("De termijn is voorbij."), geldig_tot: None };
            cases::decide(op, id, &beslissing, desk()).await
        })
    });
    work.await.map_err(|error| why::<()>(Err(error)))
}

async fn sends_on(town: &Town, id: Id<Zaak>) -> access::Result<Waarheen> {
    let parts = Arc::new((town.catalogue.organisatie_with_code("gm0344").unwrap().clone(), town.catalogue.clone()));
    let work = town.handler(move |op| {
        let parts = parts.clone();
        Box::pin(async move { cases::send_on(op, id, (&parts.0, &parts.1), &prose("Het is in Utrecht."), desk()).await })
    });
    work.await
}

/// Why it was refused.
fn why<T>(tried: access::Result<T>) -> &'static str {
    match tried {
        Err(Error::Refused(why)) => why.0,
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it was done"),
    }
}

async fn choices(town: &Town, code: &'static str, id: Id<Zaak>) -> Vec<String> {
    town.run(handler(), code, move |op| Box::pin(cases::dossier(op, id, &CALENDAR))).await.unwrap().besluiten
}

async fn seen(town: &Town, id: Id<Zaak>) -> ZaakView {
    town.resident(move |op| Box::pin(cases::look(op, id))).await.unwrap()
}

async fn line(town: &Town, ended: bool) -> ZaakLine {
    let here = town.hosted("gm0307").oin;
    let mine = town.resident(move |op| {
        let here = [here.clone()];
        Box::pin(async move { cases::mine(op, &here, Page { ended, before: None }).await })
    });
    mine.await.unwrap().0.remove(0)
}

#[tokio::test]
async fn after_the_last_day_it_is_granted_by_law_and_nothing_else_is_decided() {
    for town in towns().await {
        let (id, refused) = (town.sends("evenement", 10).await, town.sends("evenement", 10).await);
        town.days_pass(56);
        assert_eq!(town.today(), LAST);
        assert_eq!(choices(&town, "gm0307", id).await, ["Verleend", "Geweigerd"]);
        assert_eq!(decides(&town, "gm0307", id, BY_LAW).await.unwrap_err(), "refused-not-granted-by-law");
        decides(&town, "gm0307", refused, "Geweigerd").await.unwrap();

        town.days_pass(1);
        assert_eq!(seen(&town, id).await.zaak.granted_after(town.today()), Some(LAST));
        assert_eq!(line(&town, false).await.standing(town.today()), Standing::Granted(LAST));
        assert_eq!(seen(&town, refused).await.zaak.granted_after(town.today()), None, "it was decided on the last day");
        assert_eq!(choices(&town, "gm0307", id).await, [BY_LAW]);
        for late in ["Verleend", "Geweigerd"] {
            assert_eq!(decides(&town, "gm0307", id, late).await.unwrap_err(), "refused-granted-by-law", "{late}");
        }
        let list = town.handler(|op| Box::pin(cases::work_list(op, None))).await.unwrap().0;
        assert_eq!(list[0].granted_after(town.today()), Some(LAST), "in the list it is not late");
        let asks = town.resident(move |op| Box::pin(cases::to_withdraw(op, id))).await;
        let withdraws = town.resident(move |op| Box::pin(cases::withdraw(op, id))).await;
        assert_eq!([why(asks), why(withdraws)], ["refused-withdraw-granted"; 2]);
        assert_eq!(why(sends_on(&town, id).await), "refused-granted-by-law");
        let besluit = decides(&town, "gm0307", id, BY_LAW).await.unwrap();
        // It holds from the third day after the term; to object one has six weeks from when it is made known.
        assert_eq!((besluit.ingangsdatum, besluit.verzenddatum), (Date::constant(2027, 1, 21), town.today()));
        assert_eq!(besluit.uiterlijke_reactiedatum, Some(Date::constant(2027, 3, 2)));
        assert_eq!(seen(&town, id).await.besluit, Some(besluit));
        let ended = line(&town, true).await;
        let remedy = ended.rechtsmiddel.unwrap_or_default();
        assert_eq!(remedy, ("bezwaar".to_owned(), Date::constant(2027, 3, 1)), "of the one that began last");
    }
}

#[tokio::test]
async fn the_days_in_which_the_term_stood_still_do_not_count_as_silence() {
    for town in towns().await {
        let id = town.sends("evenement", 10).await;
        town.days_pass(7);
        let asks = town.handler(move |op| {
            Box::pin(async move {
                let verzoek = Verzoek { gevraagd: prose("Stuur de plattegrond."), uiterlijk: Date::constant(2026, 12, 14) };
                cases::ask_supplement(op, id, &verzoek, desk()).await
            })
        });
        let moved = asks.await.unwrap().unwrap().date;
        assert_eq!(moved, Date::constant(2027, 2, 1), "fourteen days later");
        town.days_pass(63);
        assert_eq!((town.today(), seen(&town, id).await.zaak.granted_after(town.today())), (moved, None));
        decides(&town, "gm0307", id, "Geweigerd").await.unwrap();
    }
}

#[tokio::test]
async fn only_of_a_permit_under_the_dienstenwet_the_last_day_may_move() {
    for town in towns().await {
        let moves = |service: &'static str| {
            town.handler(move |op| {
                Box::pin(async move {
                    let sql = "SELECT DISTINCT verlenging_mogelijk FROM zaaktype WHERE identificatie = $1";
                    op.rows(sql, &[service.into()], |r| r.get::<bool>(0)).await
                })
            })
        };
        for (service, may) in [("evenement", true), ("parkeervergunning", false), ("kwijtschelding", false)] {
            assert_eq!(moves(service).await.unwrap(), [may], "{service}");
        }
    }
}

#[tokio::test]
async fn where_silence_does_not_mean_yes_nothing_is_granted_by_law() {
    for town in towns().await {
        let id = town.sends("evenement", 10).await;
        sends_on(&town, id).await.unwrap();
        town.days_pass(70);
        let zaak = seen(&town, id).await.zaak;
        assert_eq!((zaak.granted_after(town.today()), zaak.standing(town.today())), (None, Standing::TooLate(LAST)));
        let list = town.run(handler(), "gm0344", |op| Box::pin(cases::work_list(op, None))).await.unwrap().0;
        assert_eq!(list[0].granted_after(town.today()), None);
        assert_eq!(choices(&town, "gm0344", id).await, ["Verleend", "Geweigerd"]);
        assert_eq!(decides(&town, "gm0344", id, BY_LAW).await.unwrap_err(), "refused-no-such-result");
        decides(&town, "gm0344", id, "Geweigerd").await.unwrap();
    }
}
