//! The journal proves itself: whoever changes, removes or inserts a line, or signs the whole chain anew, is found.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use access::{
    Access, Actor, Assurance, By, DataKey, Error, Event, Finding, GENOEMD, Grond, MIGRATIONS, Party, Role, Vertegenwoordiging,
    check_journal, newest_head, seal_once,
};
use store::Value;
use testing::{World, worlds};
use uuid::Uuid;
use values::{Bsn, Clock, KvkNummer, Vestigingsnummer};

async fn something_happens(world: &World, times: usize) -> Vec<Uuid> {
    let mut subjects = Vec::new();
    for _ in 0..times {
        let subject = Uuid::now_v7();
        let context = world.context(Actor::worker("balie-3", &[Role::Kcc]), 1);
        let happens = world
            .access
            .write(context, move |op| Box::pin(async move { op.record(Event::of("zaak-gelezen", "zaak", subject)).await }));
        happens.await.unwrap();
        subjects.push(subject);
    }
    subjects
}

async fn seal(access: &Access, world: &World) -> usize {
    seal_once(access.db(), access.keys(), world.clock.now()).await.unwrap()
}

async fn findings(world: &World, kept: Vec<access::Head>) -> Vec<Finding> {
    check_journal(world.access.db(), world.access.keys(), kept).await.unwrap().1
}

/// What someone with the database in hands could do.
async fn tamper(world: &World, sql: &'static str, values: Vec<Value>) {
    let done = world.access.db().write::<u64, store::Error>(move |tx| {
        let values = values.clone();
        Box::pin(async move { tx.exec(sql, &values).await })
    });
    assert!(done.await.unwrap() > 0);
}

#[tokio::test]
async fn a_journal_that_nobody_touched_is_whole() {
    for world in worlds(MIGRATIONS).await {
        something_happens(&world, 7).await;
        assert_eq!(seal(&world.access, &world).await, 7);
        something_happens(&world, 3).await;
        assert_eq!(seal(&world.access, &world).await, 3);
        assert_eq!(check_journal(world.access.db(), world.access.keys(), vec![]).await.unwrap(), (10, vec![]));
        assert_eq!(newest_head(world.access.db()).await.unwrap().unwrap().seq, 10);
    }
}

#[tokio::test]
async fn a_line_that_was_changed_is_found() {
    for world in worlds(MIGRATIONS).await {
        something_happens(&world, 5).await;
        seal(&world.access, &world).await;
        tamper(&world, "UPDATE journal_line SET actor = 'worker:iemand-anders' WHERE seq = 3", vec![]).await;
        assert_eq!(findings(&world, vec![]).await, [Finding::Changed(3)]);
    }
}

#[tokio::test]
async fn a_line_that_was_removed_is_found_also_at_the_end() {
    for world in worlds(MIGRATIONS).await {
        something_happens(&world, 5).await;
        seal(&world.access, &world).await;
        tamper(&world, "DELETE FROM journal_line WHERE seq = 2", vec![]).await;
        assert_eq!(findings(&world, vec![]).await, [Finding::Missing(2, 2), Finding::Changed(3)]);
        tamper(&world, "DELETE FROM journal_line WHERE seq = 5", vec![]).await;
        assert!(findings(&world, vec![]).await.contains(&Finding::Short(4, 5)));
    }
}

#[tokio::test]
async fn a_line_that_was_put_in_between_is_found() {
    for world in worlds(MIGRATIONS).await {
        something_happens(&world, 4).await;
        seal(&world.access, &world).await;
        // room is made by moving the rest up, then a copy of line 2 is put in its place
        for sql in
            ["UPDATE journal_line SET seq = seq + 100 WHERE seq >= 3", "UPDATE journal_line SET seq = seq - 99 WHERE seq >= 103"]
        {
            tamper(&world, sql, vec![]).await;
        }
        let copy = "INSERT INTO journal_line SELECT $1, at, organisation, actor, on_behalf_of, purpose, basis, action, \
                    subject_kind, subject, trace, commitment, 3, hash, data_subject FROM journal_line WHERE seq = 2";
        tamper(&world, copy, vec![Uuid::now_v7().into()]).await;
        assert!(findings(&world, vec![]).await.contains(&Finding::Changed(3)));
    }
}

#[tokio::test]
async fn a_chain_that_was_signed_anew_as_a_whole_is_found_with_yesterdays_head() {
    for world in worlds(MIGRATIONS).await {
        something_happens(&world, 5).await;
        seal(&world.access, &world).await;
        let yesterday = newest_head(world.access.db()).await.unwrap().unwrap();
        // an insider with the key file changes a line, forgets all seals and lets the sealer do its work again
        tamper(&world, "UPDATE journal_line SET action = 'niets' WHERE seq = 1", vec![]).await;
        tamper(&world, "UPDATE journal_line SET seq = NULL, hash = NULL", vec![]).await;
        tamper(&world, "DELETE FROM journal_head", vec![]).await;
        tamper(&world, "UPDATE journal_tip SET seq = 0, hash = $1", vec![Value::Bytes(vec![])]).await;
        seal(&world.access, &world).await;
        assert_eq!(findings(&world, vec![]).await, [], "by itself the forged chain looks whole");
        assert_eq!(findings(&world, vec![yesterday]).await, [Finding::Head(5)]);
    }
}

#[tokio::test]
async fn a_head_that_someone_else_signed_is_found() {
    for world in worlds(MIGRATIONS).await {
        something_happens(&world, 1).await;
        seal(&world.access, &world).await;
        let mut head = newest_head(world.access.db()).await.unwrap().unwrap();
        head.at = "2020-01-01T00:00:00Z".parse().unwrap();
        assert_eq!(findings(&world, vec![head]).await, [Finding::Signature(1)]);
    }
}

#[tokio::test]
async fn destroying_the_key_of_a_case_leaves_the_journal_provable_and_the_content_gone() {
    for world in worlds(MIGRATIONS).await {
        let context = world.context(Actor::anonymous(), 1);
        let (id, sealed) = world
            .access
            .write(context.clone(), |op| {
                Box::pin(async move {
                    let key = DataKey::create(op).await?;
                    let content = serde_json::json!({ "naam": "Jansen" });
                    op.record(Event::of("zaak-ontvangen", "zaak", key.id()).with(&key, content)).await?;
                    Ok((key.id(), key.seal(op, "zaak.toelichting", b"lamp stuk")?))
                })
            })
            .await
            .unwrap();
        seal(&world.access, &world).await;
        let (runs, asking) = (world.access.clone(), context.clone());
        let open = move |sealed: Vec<u8>| {
            let (runs, asking) = (runs.clone(), asking.clone());
            async move {
                runs.write(asking, move |op| {
                    let sealed = sealed.clone();
                    Box::pin(async move { DataKey::find(op, id).await?.open("zaak.toelichting", &sealed) })
                })
                .await
            }
        };
        assert_eq!(open(sealed.clone()).await.unwrap(), b"lamp stuk");
        tamper(&world, "UPDATE journal_content SET sealed = $1", vec![Value::Bytes(vec![7; 60])]).await;
        assert_eq!(findings(&world, vec![]).await, [Finding::Content(1)], "content that was changed is found");
        let context = world.context(Actor::machine("destroyer"), 1);
        world.access.write(context, move |op| Box::pin(DataKey::destroy(op, id))).await.unwrap();
        assert!(matches!(open(sealed).await, Err(Error::NotFound)));
        assert_eq!(findings(&world, vec![]).await, [], "the journal still proves itself");
    }
}

#[tokio::test]
async fn two_sealers_at_once_never_fork_the_chain() {
    for world in worlds(MIGRATIONS).await {
        let other =
            Access::new(store::Db::open(&world.settings).await.unwrap(), world.access.keys().clone(), world.clock.clone());
        for _ in 0..5 {
            something_happens(&world, 20).await;
            let (one, two) = tokio::join!(seal(&world.access, &world), seal(&other, &world));
            assert_eq!(one + two, 20);
        }
        assert_eq!(check_journal(world.access.db(), world.access.keys(), vec![]).await.unwrap(), (100, vec![]));
    }
}

#[tokio::test]
async fn a_look_that_can_not_be_written_down_gives_no_answer() {
    for world in worlds(MIGRATIONS).await {
        let context = world.context(Actor::worker("balie-3", &[Role::Kcc]), 1);
        let looked: access::Result<&str> = world
            .access
            .read(context, |op| {
                Box::pin(async move {
                    op.record(Event::of("zaak-gelezen", "zaak", Uuid::now_v7())).await?;
                    Ok("what is in the case")
                })
            })
            .await;
        assert!(looked.is_err(), "a transaction that may only read can not write its line");
    }
}

#[tokio::test]
async fn who_supervises_reads_the_lines_of_her_own_organisation_and_nobody_else_does() {
    for world in worlds(MIGRATIONS).await {
        let subjects = something_happens(&world, 3).await;
        let read = |role, organisation, before| {
            let context = world.context(Actor::worker("willem", &[role]), organisation);
            world.access.read(context, move |op| Box::pin(access::supervise(op, None, before, 2)))
        };
        let newest = read(Role::Fg, 1, None).await.unwrap();
        assert_eq!(newest.iter().map(|line| line.subject).collect::<Vec<_>>(), [subjects[2], subjects[1]]);
        assert_eq!((newest[0].actor.as_str(), newest[0].action.as_str()), ("worker:balie-3", "zaak-gelezen"));
        assert_eq!(read(Role::Fg, 1, Some(newest[1].id)).await.unwrap()[0].subject, subjects[0]);
        assert!(read(Role::Fg, 2, None).await.unwrap().is_empty());
        let (context, first) = (world.context(Actor::worker("willem", &[Role::Fg]), 1), subjects[0]);
        let of_first = world.access.read(context, move |op| Box::pin(access::supervise(op, Some(first), None, 2))).await;
        assert_eq!(of_first.unwrap().iter().map(|line| line.subject).collect::<Vec<_>>(), [first]);
        for role in [Role::Behandelaar, Role::Kcc] {
            assert!(matches!(read(role, 1, None).await, Err(Error::NotAllowed)));
        }
        assert!(matches!(read(Role::Beheerder, 1, None).await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn who_looked_at_the_data_of_a_company_is_told_to_the_company_and_not_to_one_branch() {
    for world in worlds(MIGRATIONS).await {
        let kvk = KvkNummer::parse("69599084").unwrap();
        let company = Actor::representative("a", Party::Company(kvk.clone()), Assurance::Substantial);
        let branch = Vestigingsnummer::parse("000038509504").unwrap();
        let at_branch = Actor::at_branch("b", (kvk, branch), Assurance::Substantial);
        let looks = |who: &Actor| {
            let context = world.context(who.clone(), 1);
            let own = [context.organisation.clone()];
            world.access.read(context, move |op| {
                let own = own.clone();
                Box::pin(async move { access::looks(op, &own, None, 10).await })
            })
        };
        for who in [&company, &at_branch] {
            let begins = world.access.write(world.context(who.clone(), 1), |op| {
                Box::pin(async move { op.record(Event::of("ingelogd", "sessie", Uuid::now_v7())).await })
            });
            begins.await.unwrap();
        }
        assert_eq!(looks(&company).await.unwrap().len(), 2);
        assert!(matches!(looks(&at_branch).await, Err(Error::NotFound)));
        assert!(matches!(looks(&Actor::worker("noor", &[Role::Behandelaar])).await, Err(Error::NotFound)));
    }
}

/// Something is done with a zaak, and about this party.
async fn happens(world: &World, who: &Actor, (action, zaak): (&'static str, Uuid), about: &Actor, organisation: u8) {
    let (party, context) = (about.party().unwrap(), world.context(who.clone(), organisation));
    let work = world.access.write(context, move |op| {
        let party = party.clone();
        Box::pin(async move {
            let about = party.hash(op.keys(), &op.context().organisation)?;
            op.record(Event::of(action, "zaak", zaak).about(Some(&about))).await
        })
    });
    work.await.unwrap();
}

#[tokio::test]
async fn who_is_named_in_the_zaak_of_another_reads_when_somebody_at_work_read_it_and_nothing_else_of_it() {
    for world in worlds(MIGRATIONS).await {
        let person = |bsn| Actor::person(Bsn::parse(bsn).unwrap(), Assurance::Substantial);
        let (she, he) = (person("999993653"), person("999990019"));
        let looks = |who: &Actor, before| {
            let context = world.context(who.clone(), 1);
            let own = [context.organisation.clone()];
            world.access.read(context, move |op| {
                let own = own.clone();
                Box::pin(async move { access::looks(op, &own, before, 2).await })
            })
        };
        let handler = Actor::worker("noor", &[Role::Behandelaar]);
        let (with_him, without_him) = (Uuid::now_v7(), Uuid::now_v7());
        for zaak in [with_him, without_him] {
            happens(&world, &she, ("zaak-ontvangen", zaak), &she, 1).await;
        }
        happens(&world, &she, (GENOEMD, with_him), &he, 1).await;
        happens(&world, &she, ("zaak-gelezen", with_him), &she, 1).await;
        happens(&world, &handler, ("notitie-gemaakt", with_him), &she, 1).await;
        for zaak in [with_him, without_him] {
            happens(&world, &handler, ("zaak-gelezen", zaak), &she, 1).await;
        }
        // Also on paper, and in what was sent along; not in the closed compartment, where only she is.
        for action in ["ontvangstbewijs-gelezen", "document-gelezen", "besloten-document-gelezen"] {
            happens(&world, &handler, (action, with_him), &she, 1).await;
        }
        let read: Vec<_> = looks(&he, None).await.unwrap();
        let told = |looks: &[access::Look]| looks.iter().map(|look| (look.action.clone(), look.by)).collect::<Vec<_>>();
        let by_worker = ("genoemd-gelezen".to_owned(), By::Worker);
        assert_eq!(told(&read), [by_worker.clone(), by_worker.clone()]);
        let earlier = looks(&he, Some(read[1].id)).await.unwrap();
        assert_eq!(told(&earlier), [by_worker, (GENOEMD.to_owned(), By::Noemer)], "page by page");
        let hers = looks(&she, None).await.unwrap();
        let opened: Vec<_> = hers.iter().map(|look| look.action.as_str()).collect();
        assert_eq!(opened, ["besloten-document-gelezen", "document-gelezen"]);
    }
}

#[tokio::test]
async fn who_was_named_lately_is_told_so_and_nobody_else() {
    for world in worlds(MIGRATIONS).await {
        let person = |bsn| Actor::person(Bsn::parse(bsn).unwrap(), Assurance::Substantial);
        let (she, he) = (person("999993653"), person("999990019"));
        happens(&world, &she, (GENOEMD, Uuid::now_v7()), &he, 1).await;
        let named = |who: Actor, since| {
            let context = world.context(who, 1);
            let own = [context.organisation.clone()];
            let work = world.access.read(context, move |op| {
                let own = own.clone();
                Box::pin(async move { access::named_since(op, &own, since).await })
            });
            async { work.await.unwrap().len() }
        };
        let at = world.access.clock().now();
        // Also not who may do something for him.
        let for_him = Vertegenwoordiging {
            voor: Bsn::parse("999990019").unwrap(),
            naam: "hij".into(),
            door: "zij".into(),
            grond: Grond::Gezag,
            diensten: vec!["verhuismelding".into()],
        };
        let others = [she.clone(), Actor::worker("noor", &[Role::Behandelaar]), she.clone().on_behalf(for_him)];
        assert_eq!(named(he.clone(), at).await, 1, "he is told that he was named");
        for other in others {
            assert_eq!(named(other, at).await, 0, "and nobody else");
        }
        assert_eq!(named(he.clone(), at + jiff::SignedDuration::from_secs(1)).await, 0, "for some time");
    }
}

#[tokio::test]
async fn what_others_did_is_read_page_by_page_whatever_the_party_did_itself() {
    for world in worlds(MIGRATIONS).await {
        let person = |bsn| Actor::person(Bsn::parse(bsn).unwrap(), Assurance::Substantial);
        let (she, he) = (person("999993653"), person("999990019"));
        let company = Party::Company(KvkNummer::parse("69599084").unwrap());
        let [one, other] = ["a", "b"].map(|subject| Actor::representative(subject, company.clone(), Assurance::Substantial));
        let handler = Actor::worker("noor", &[Role::Behandelaar]);
        let happens = |who: &Actor, action, about: &Actor| {
            let (party, context) = (about.party().unwrap(), world.context(who.clone(), 1));
            let work = world.access.write(context, move |op| {
                let party = party.clone();
                Box::pin(async move {
                    let about = party.hash(op.keys(), &op.context().organisation)?;
                    op.record(Event::of(action, "zaak", Uuid::now_v7()).about(Some(&about))).await
                })
            });
            async { work.await.unwrap() }
        };
        for about in [&she, &one] {
            happens(&handler, "zaak-gelezen", about).await;
            for _ in 0..3 {
                happens(about, "zaken-bekeken", about).await;
            }
            happens(&Actor::machine("mailer"), "brief-verzonden", about).await;
            // She fills in a form: the BRP gives her data to the organisation, which she reads too.
            happens(about, "register-bevraagd-brp", about).await;
        }
        happens(&he, "machtiging-gebruikt", &she).await;
        happens(&other, "zaken-bekeken", &one).await;
        let read = async |who: &Actor| {
            let (mut all, mut before) = (vec![], None);
            loop {
                let context = world.context(who.clone(), 1);
                let own = [context.organisation.clone()];
                let page = world.access.read(context, move |op| {
                    let own = own.clone();
                    Box::pin(async move { access::looks_of_others(op, &own, before, 1).await })
                });
                let Some(look) = page.await.unwrap().pop() else { return all };
                before = Some(look.id);
                all.push((look.action, look.by));
            }
        };
        let told = |all: &[(&str, By)]| all.iter().map(|(action, by)| ((*action).to_owned(), *by)).collect::<Vec<_>>();
        let given = ("register-bevraagd-brp", By::Oneself);
        let of_work = [given, ("brief-verzonden", By::Machine), ("zaak-gelezen", By::Worker)];
        assert_eq!(read(&she).await, told(&[&[("machtiging-gebruikt", By::Vertegenwoordiger)], &of_work[..]].concat()));
        assert_eq!(read(&one).await, told(&of_work), "whoever acts for it is the company itself");
    }
}
