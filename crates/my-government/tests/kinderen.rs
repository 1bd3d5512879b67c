//! A parent arranges something for a child: only with authority that the BRP tells, and under the age that the service sets.
#![allow(clippy::unwrap_used, clippy::panic)]
mod people;

use access::{Grond, Refusal, Vertegenwoordiging};
use jiff::civil::{Date, date};
use my_government::{Kan, Leeftijdsgrens, kinderen, over_kind};
use people::{People, bsn};
use registers::{Geheimhouding, Persoon};

const GERRIT: &str = "999994542";
const ZOEY: &str = "999995807";
const TODAY: Date = date(2026, 11, 23);

fn grenzen() -> Vec<Leeftijdsgrens> {
    vec![
        Leeftijdsgrens { dienst: "verhuismelding".into(), jonger_dan: 16 },
        Leeftijdsgrens { dienst: "kaart".into(), jonger_dan: 8 },
    ]
}

async fn persoon(people: &People, number: &str) -> Persoon {
    people.persoon("regelen-voor-kind", number).await
}

fn list(ouder: &Persoon, today: Date) -> Vec<(String, Kan)> {
    kinderen(ouder, &grenzen(), today).into_iter().map(|kind| (kind.naam, kind.kan)).collect()
}

fn why(kind: &Persoon, ouder: &Persoon, today: Date) -> &'static str {
    over_kind(kind, ouder, &grenzen(), today).err().map_or("may", |Refusal(why)| why)
}

#[tokio::test]
async fn both_parents_of_zoey_act_for_her_until_she_is_sixteen() {
    let people = People::all().await.remove(0);
    let (gerrit, zoey) = (persoon(&people, GERRIT).await, persoon(&people, ZOEY).await);
    let both = |alexander, zoey| [("Zoey den Braber".to_owned(), zoey), ("Alexander den Braber".to_owned(), alexander)];
    assert_eq!(list(&gerrit, TODAY), both(Kan::TeOud, Kan::Ja));
    let Ok(Vertegenwoordiging { voor, naam, door, grond, diensten }) = over_kind(&zoey, &gerrit, &grenzen(), TODAY) else {
        panic!()
    };
    assert_eq!((voor, naam.as_str(), door.as_str(), grond), (bsn(ZOEY), "Zoey den Braber", "Gerrit den Braber", Grond::Gezag));
    assert_eq!(diensten, ["verhuismelding"], "she is eight: too old for what is for younger children");
    let wilma = persoon(&people, "999993112").await;
    assert_eq!(over_kind(&zoey, &wilma, &grenzen(), date(2026, 11, 13)).unwrap().diensten.len(), 2);
    // On her sixteenth birthday she does it herself; until the day before her parents can.
    assert_eq!(why(&zoey, &gerrit, date(2034, 11, 13)), "may");
    assert_eq!(why(&zoey, &gerrit, date(2034, 11, 14)), "refused-child-too-old");
    assert_eq!(why(&zoey, &persoon(&people, people::STRANGER).await, TODAY), "refused-child-no-gezag");
}

#[tokio::test]
async fn what_the_register_does_not_say_lets_nobody_act() {
    let people = People::all().await.remove(0);
    let told = [
        ("999996502", "999993641", "refused-child-no-gezag", "a father who acknowledged him before 2023"),
        ("999996502", "999996691", "may", "his mother"),
        ("999999370", "999999357", "refused-child-no-gezag", "the register can't say who has it"),
        ("999996356", "999996344", "refused-child-deceased", "a child that died"),
        ("999998353", "999998341", "refused-child-doubt", "a name under investigation"),
        ("999995832", GERRIT, "refused-child-too-old", "seventeen"),
    ];
    for (kind, ouder, expected, who) in told {
        assert_eq!(why(&persoon(&people, kind).await, &persoon(&people, ouder).await, TODAY), expected, "{who}");
    }
    let father = persoon(&people, "999993641").await;
    assert_eq!(list(&father, TODAY), [("Roy Wellingasterveen".to_owned(), Kan::GeenGezag)]);
    // She asked that her data be kept from others: her address is on no screen here.
    let mut kept = persoon(&people, ZOEY).await;
    kept.geheimhouding = Geheimhouding::Ja;
    assert_eq!(why(&kept, &persoon(&people, GERRIT).await, TODAY), "refused-child-desk");
}

#[tokio::test]
async fn whom_the_list_offers_can_be_chosen_and_nobody_else_over_all_test_persons() {
    let people = People::all().await.remove(0);
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../simulators/data/personen.jsonl");
    let rows = std::fs::read_to_string(file).unwrap();
    let rows = rows.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let parents =
        rows.filter(|row| !row["kinderen"].is_null()).filter_map(|row| Some(row["burgerservicenummer"].as_str()?.to_owned()));
    let (mut may, mut may_not) = (0, 0);
    for number in parents.collect::<Vec<_>>() {
        let ouder = persoon(&people, &number).await;
        for kind in kinderen(&ouder, &grenzen(), TODAY) {
            let Some(own) = kind.bsn.filter(|own| people.has(own)) else { continue };
            let own = persoon(&people, own.expose()).await;
            let outcome = why(&own, &ouder, TODAY);
            // What only the child's own list says can still stop it; what stops in the list never becomes a yes.
            let doubt = ["refused-child-doubt", "refused-child-deceased", "refused-child-elsewhere"].contains(&outcome);
            assert!(
                (kind.kan == Kan::Ja) == (outcome == "may") || doubt || kind.kan == Kan::InOnderzoek,
                "{:?} {outcome}",
                kind.kan
            );
            if outcome == "may" { may += 1 } else { may_not += 1 }
        }
    }
    assert!(may > 30 && may_not > 10, "{may} {may_not}");
}
