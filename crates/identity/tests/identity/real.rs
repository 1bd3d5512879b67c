//! At the real provider: people go there, choose who they are, and come back.
use crate::{
    PORTAL, Resident,
    browser::{Page, WebBrowser, answer},
    happened,
    idp::Idp,
    journal, nobody, now, pass, start,
};
use access::{Assurance, Role};
use identity::{Fault, Kind, Start, Who, current};
use outbound::{Kind as Call, Outbound, Target};
use testing::worlds;
use url::Url;

const SUBSTANTIAL: &str = "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard";
const BASIC: &str = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

#[tokio::test]
async fn a_citizen_signs_in_with_digid_and_goes_on_where_she_was() {
    let idp = Idp::start().await;
    for world in worlds(&crate::MIGRATIONS).await {
        now(&world);
        let (sign_in, mut suzanne, mut browser) = (idp.sign_in(), Resident::new(&world), WebBrowser::new());
        let question = suzanne.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
        let answer = browser.choose(&question, "Suzanne Moulin", SUBSTANTIAL).await;
        let finished = suzanne.finish(&world, &sign_in, answer).await.unwrap();
        assert_eq!(finished.return_to.as_str(), "/mijn");
        let session = current(&world.access, nobody(&world), &finished.token).await.unwrap().unwrap();
        let Who::Burger { bsn } = &session.who else { panic!() };
        assert_eq!((bsn.expose(), session.assurance), ("999993653", Assurance::Substantial));
        assert!(browser.visited.iter().all(|url| !url.as_str().contains("999993653")), "no BSN in an address");
        let [(action, actor)] = journal(&world.access, nobody(&world)).await.try_into().unwrap();
        assert!(action == "ingelogd" && actor.starts_with("person:"), "{action} {actor}");
    }
}

#[tokio::test]
async fn somebody_signs_in_for_a_branch_of_a_company_with_eherkenning() {
    let idp = Idp::start().await;
    for world in worlds(&crate::MIGRATIONS).await {
        now(&world);
        let (sign_in, mut bock, mut browser) = (idp.sign_in(), Resident::new(&world), WebBrowser::new());
        let question = bock.start(&world, &sign_in, start(Kind::EHerkenning)).await.unwrap();
        let answer = browser.choose(&question, "B. de Bock", "urn:etoegang:core:assurance-class:loa3").await;
        let session = bock.finish(&world, &sign_in, answer).await.unwrap().session;
        let Who::Bedrijf { kvk, vestiging, subject } = &session.who else { panic!() };
        assert_eq!(
            (kvk.expose(), vestiging.as_ref().map(|own| own.expose()), subject.as_str()),
            ("99990010", Some("999900100001"), "eh-d15f9072")
        );
        assert_eq!((session.assurance, session.name.as_deref()), (Assurance::Substantial, Some("B. de Bock")));
    }
}

#[tokio::test]
async fn a_member_of_staff_signs_in_with_her_organisation_and_role() {
    let idp = Idp::start().await;
    for world in worlds(&crate::MIGRATIONS).await {
        now(&world);
        let (sign_in, mut noor, mut browser) = (idp.sign_in(), Resident::new(&world), WebBrowser::new());
        let question = noor.start(&world, &sign_in, start(Kind::Medewerkers)).await.unwrap();
        let answer = browser.choose(&question, "Noor Zandstra", "http://eidas.europa.eu/LoA/high").await;
        let session = noor.finish(&world, &sign_in, answer).await.unwrap().session;
        let Who::Medewerker { organisatie, reference, rollen } = &session.who else { panic!() };
        assert_eq!((organisatie.expose(), reference.as_str()), ("00000001800000109000", "gm0307-behandelaar"));
        assert_eq!((rollen.as_slice(), session.assurance), (&[Role::Behandelaar][..], Assurance::High));
        let read = world.access.read(nobody(&world), |op| {
            Box::pin(async move { op.one("SELECT organisation FROM journal_line", &[], |r| r.get::<String>(0)).await })
        });
        assert_eq!(read.await.unwrap(), organisatie.expose(), "in the journal of where she works");
    }
}

#[tokio::test]
async fn whoever_chooses_a_lower_level_is_asked_to_step_up_and_then_gets_in() {
    let idp = Idp::start().await;
    for world in worlds(&crate::MIGRATIONS).await {
        now(&world);
        let (sign_in, mut suzanne, mut browser) = (idp.sign_in(), Resident::new(&world), WebBrowser::new());
        let question = suzanne.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
        let answer = browser.choose(&question, "Suzanne Moulin", BASIC).await;
        assert!(matches!(suzanne.finish(&world, &sign_in, answer).await, Err(Fault::StepUp)));
        let question = suzanne.start(&world, &sign_in, Start { fresh: Some(0), ..start(Kind::Digid) }).await.unwrap();
        let answer = browser.choose(&question, "Suzanne Moulin", SUBSTANTIAL).await;
        suzanne.finish(&world, &sign_in, answer).await.unwrap();
        assert_eq!(happened(&world).await, ["aanmelding-geweigerd-niveau", "ingelogd"]);
    }
}

#[tokio::test]
async fn somebody_else_signs_in_after_her_in_the_same_browser() {
    let idp = Idp::start().await;
    for world in worlds(&crate::MIGRATIONS).await {
        now(&world);
        let (sign_in, mut resident, mut browser) = (idp.sign_in(), Resident::new(&world), WebBrowser::new());
        for (name, bsn) in [("Suzanne Moulin", "999993653"), ("Mattheus du Burck", "999990639")] {
            let question = resident.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
            let answer = browser.choose(&question, name, SUBSTANTIAL).await;
            let session = resident.finish(&world, &sign_in, answer).await.unwrap().session;
            assert!(matches!(&session.who, Who::Burger { bsn: found } if found.expose() == bsn));
        }
        assert_eq!(happened(&world).await, ["ingelogd", "sessie-vervangen", "ingelogd"]);
    }
}

#[tokio::test]
async fn an_answer_is_used_once_in_the_browser_that_began_and_in_time() {
    let idp = Idp::start().await;
    for world in worlds(&crate::MIGRATIONS).await {
        now(&world);
        let (sign_in, mut suzanne, mut thief) = (idp.sign_in(), Resident::new(&world), Resident::new(&world));
        let mut browser = WebBrowser::new();
        let question = suzanne.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
        let first = browser.choose(&question, "Suzanne Moulin", SUBSTANTIAL).await;
        let again =
            identity::Answer { state: first.state.clone(), code: first.code.clone(), iss: first.iss.clone(), error: None };
        let code = first.code.clone();
        suzanne.finish(&world, &sign_in, first).await.unwrap();
        assert!(matches!(suzanne.finish(&world, &sign_in, again).await, Err(Fault::Replayed)), "the same state");

        let question = suzanne.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
        let second = browser.choose(&question, "Suzanne Moulin", SUBSTANTIAL).await;
        let old_code = identity::Answer { code, ..second };
        assert!(matches!(suzanne.finish(&world, &sign_in, old_code).await, Err(Fault::Provider)), "the same code");

        let question = suzanne.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
        let third = browser.choose(&question, "Suzanne Moulin", SUBSTANTIAL).await;
        let stolen =
            identity::Answer { state: third.state.clone(), code: third.code.clone(), iss: third.iss.clone(), error: None };
        assert!(matches!(thief.finish(&world, &sign_in, stolen).await, Err(Fault::OtherBrowser)));
        assert!(matches!(suzanne.finish(&world, &sign_in, third).await, Err(Fault::Replayed)), "what leaked is of no more use");

        let question = suzanne.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
        let slow = browser.choose(&question, "Suzanne Moulin", SUBSTANTIAL).await;
        pass(&world, 11);
        assert!(matches!(suzanne.finish(&world, &sign_in, slow).await, Err(Fault::Late)));
        let unknown = identity::Answer { state: Some("verzonnen".into()), code: None, iss: None, error: None };
        assert!(matches!(suzanne.finish(&world, &sign_in, unknown).await, Err(Fault::Unknown)));
        let refused =
            ["herhaald", "door-dienst", "andere-browser", "herhaald", "te-laat"].map(|why| format!("aanmelding-geweigerd-{why}"));
        assert_eq!(happened(&world).await, [&["ingelogd".to_owned()][..], &refused].concat());
    }
}

#[tokio::test]
async fn whoever_cancels_comes_back_without_a_session() {
    let idp = Idp::start().await;
    for world in worlds(&crate::MIGRATIONS).await {
        now(&world);
        let (sign_in, mut suzanne, mut browser) = (idp.sign_in(), Resident::new(&world), WebBrowser::new());
        let question = suzanne.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
        let Page::Html(page, _) = browser.get(&question).await else { panic!() };
        let Page::Portal(back) = browser.post(&page, &[("doe", "annuleren")]).await else { panic!() };
        assert!(matches!(suzanne.finish(&world, &sign_in, answer(&back)).await, Err(Fault::Cancelled)));
        assert_eq!(happened(&world).await, ["aanmelding-afgebroken"]);
    }
}

#[tokio::test]
async fn a_provider_that_signs_with_new_keys_is_believed_at_once() {
    let idp = Idp::start().await;
    for world in worlds(&crate::MIGRATIONS).await {
        now(&world);
        let (sign_in, mut suzanne, mut browser) = (idp.sign_in(), Resident::new(&world), WebBrowser::new());
        for _ in 0..2 {
            let question = suzanne.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
            let answer = browser.choose(&question, "Suzanne Moulin", SUBSTANTIAL).await;
            suzanne.finish(&world, &sign_in, answer).await.unwrap();
            let switch = http::Request::post(format!("{}/test/wissel-sleutels", idp.issuer)).body(vec![]).unwrap();
            let way = Outbound::open(Target { name: "switch".into(), timeout: std::time::Duration::from_secs(20) }).unwrap();
            assert_eq!(way.call(switch, Call::Once).await.unwrap().status(), 204);
        }
    }
}

#[tokio::test]
async fn signing_out_also_ends_at_the_provider() {
    let idp = Idp::start().await;
    for world in worlds(&crate::MIGRATIONS).await {
        now(&world);
        let (sign_in, mut suzanne, mut browser) = (idp.sign_in(), Resident::new(&world), WebBrowser::new());
        let question = suzanne.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
        let answer = browser.choose(&question, "Suzanne Moulin", SUBSTANTIAL).await;
        let token = suzanne.finish(&world, &sign_in, answer).await.unwrap().token;
        let (ended, url) = (token.clone(), sign_in.sign_out(&world.access, Kind::Digid, "nl").await.unwrap());
        let end = world.access.write(nobody(&world), move |op| {
            let token = ended.clone();
            Box::pin(async move { identity::end(op, &token).await })
        });
        assert_eq!(end.await.unwrap(), Some(Kind::Digid));
        assert!(current(&world.access, nobody(&world), &token).await.unwrap().is_none());
        let Page::Html(page, html) = browser.get(&url).await else { panic!() };
        let secret = html.split("name=\"xsrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let confirm = page.join("/session/end/confirm").unwrap();
        let Page::Portal(back) = browser.post(&confirm, &[("xsrf", secret), ("logout", "yes")]).await else { panic!() };
        // Back in the language in which she left.
        assert_eq!(back.as_str(), format!("{PORTAL}{}?state=nl", identity::SIGNED_OUT));
    }
}

#[tokio::test]
async fn while_the_provider_is_away_nobody_signs_in_and_who_is_in_stays_in() {
    for world in worlds(&crate::MIGRATIONS).await {
        let mut idp = Idp::start().await;
        now(&world);
        let (sign_in, mut suzanne, mut browser) = (idp.sign_in(), Resident::new(&world), WebBrowser::new());
        let question = suzanne.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
        let answer = browser.choose(&question, "Suzanne Moulin", SUBSTANTIAL).await;
        let token = suzanne.finish(&world, &sign_in, answer).await.unwrap().token;
        let question = suzanne.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
        let answer = browser.choose(&question, "Suzanne Moulin", SUBSTANTIAL).await;
        idp.stop();
        assert!(matches!(suzanne.finish(&world, &sign_in, answer).await, Err(Fault::Unavailable)));
        assert!(current(&world.access, nobody(&world), &token).await.unwrap().is_some());
        let begun = suzanne.start(&world, &idp.sign_in(), start(Kind::Digid)).await;
        assert!(matches!(begun, Err(Fault::Unavailable)));
        assert_eq!(happened(&world).await, ["ingelogd", "aanmelding-geweigerd-onbereikbaar"]);
    }
}

#[tokio::test]
async fn the_page_says_it_is_an_example_and_shows_who_can_sign_in() {
    let idp = Idp::start().await;
    let world = worlds(&crate::MIGRATIONS).await.remove(0);
    now(&world);
    let (sign_in, suzanne, mut browser) = (idp.sign_in(), Resident::new(&world), WebBrowser::new());
    let question = suzanne.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
    let Page::Html(page, html) = browser.get(&question).await else { panic!() };
    assert!(html.contains("dit is niet het echte DigiD") && html.contains("2 gevonden."), "{html}");
    assert!(!html.contains("Fatima"), "nobody signs in for the dead");
    assert!(html.contains(&format!("value=\"{SUBSTANTIAL}\" checked")), "what was asked stands ready");
    assert!(!html.contains("<script") && !html.contains("99999"));
    let Page::Html(_, html) = browser.post(&page, &[("zoek", "burck MATTHEUS"), ("doe", "zoek")]).await else { panic!() };
    assert!(html.contains("1 gevonden.") && html.contains("Mattheus du Burck"));
    let Page::Html(_, html) = browser.post(&page, &[("zoek", "\"><script>")]).await else { panic!() };
    assert!(html.contains("0 gevonden.") && !html.contains("<script"));
    let elsewhere = Url::parse(&format!("{}/interactie/verzonnen", idp.issuer)).unwrap();
    let way = Outbound::open(Target { name: "page".into(), timeout: std::time::Duration::from_secs(20) }).unwrap();
    let gone = way.call(http::Request::get(elsewhere.as_str()).body(vec![]).unwrap(), Call::Safe).await.unwrap();
    assert_eq!(gone.status(), 404);
}
