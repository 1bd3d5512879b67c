//! Acting for another person is a choice in one's session; it counts only when it was confirmed that it still stands.
use crate::{MIGRATIONS, Resident, happened, liar::Liar, nobody, start};
use access::{Acting, Grond, Vertegenwoordiging};
use identity::{Kind, Session, Token, choose, current};
use serde_json::json;
use testing::{World, worlds};
use values::Bsn;

fn father() -> Vertegenwoordiging {
    let (voor, naam) = (Bsn::parse("999990792").unwrap(), "Jan de Cuykelaer".to_owned());
    let (door, grond) = ("Willeke".to_owned(), Grond::Machtiging(uuid::Uuid::nil()));
    Vertegenwoordiging { voor, naam, door, grond, diensten: vec!["verhuismelding".into()] }
}

async fn chooses(world: &World, token: &Token, of: Option<Vertegenwoordiging>) -> access::Result<()> {
    let parts = std::sync::Arc::new((token.clone(), of));
    let work = world.access.write(nobody(world), move |op| {
        let parts = parts.clone();
        Box::pin(async move { choose(op, &parts.0, parts.1.as_ref()).await })
    });
    work.await
}

async fn session(world: &World, token: &Token) -> Session {
    current(&world.access, nobody(world), token).await.unwrap().unwrap()
}

#[tokio::test]
async fn who_chose_to_act_for_another_is_nobody_until_that_is_confirmed() {
    let liar = Liar::start().await;
    for world in worlds(&MIGRATIONS).await {
        let mut resident = Resident::new(&world);
        let token = liar.admits(&world, &mut resident, start(Kind::Digid), json!({})).await.unwrap().token;
        let herself = session(&world, &token).await.actor();
        assert!(herself.oneself().is_some());
        chooses(&world, &token, Some(father())).await.unwrap();
        let chosen = session(&world, &token).await;
        assert_eq!(chosen.actor().acting, Acting::Anonymous, "neither he nor she, until it is confirmed");
        assert!(chosen.oneself().oneself().is_some());
        let kept = chosen.chosen.clone().unwrap();
        assert_eq!((kept.clone(), format!("{kept:?}").contains("Cuykelaer")), (father(), false));
        let acts = chosen.confirmed(kept).actor();
        assert_eq!(acts.vertegenwoordiging(), Some(&father()));

        // To show more surely who she is, is no way out of it; to end it is.
        let stepped_up = liar.admits(&world, &mut resident, start(Kind::Digid), json!({})).await.unwrap().token;
        assert_eq!(session(&world, &stepped_up).await.chosen, Some(father()));
        chooses(&world, &stepped_up, None).await.unwrap();
        assert_eq!(session(&world, &stepped_up).await.actor(), herself);
        let said = happened(&world).await;
        assert!(said.contains(&"namens-begonnen".to_owned()) && said.contains(&"namens-geeindigd".to_owned()), "{said:?}");
    }
}

#[tokio::test]
async fn another_person_who_signs_in_at_this_browser_acts_for_nobody_else() {
    let liar = Liar::start().await;
    let world = worlds(&MIGRATIONS).await.remove(0);
    let mut resident = Resident::new(&world);
    let token = liar.admits(&world, &mut resident, start(Kind::Digid), json!({})).await.unwrap().token;
    chooses(&world, &token, Some(father())).await.unwrap();
    let other = liar.admits(&world, &mut resident, start(Kind::Digid), json!({ "bsn": "999993653" })).await.unwrap().token;
    assert_eq!(session(&world, &other).await.chosen, None);
    assert!(matches!(chooses(&world, &token, None).await, Err(access::Error::NotFound)));
}

#[tokio::test]
async fn who_signed_in_for_a_company_acts_for_no_person() {
    let liar = Liar::start().await;
    let world = worlds(&MIGRATIONS).await.remove(0);
    for kind in [Kind::EHerkenning, Kind::Medewerkers] {
        let token = liar.admits(&world, &mut Resident::new(&world), start(kind), json!({})).await.unwrap().token;
        assert!(matches!(chooses(&world, &token, Some(father())).await, Err(access::Error::NotAllowed)));
    }
}
