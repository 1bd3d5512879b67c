//! Letters leave after commit, at least once, and the journal tells it.
#![allow(clippy::unwrap_used)]
use ::store::{Db, Migration, Row, Value};
use access::{Access, Actor, DataKey, Role};
use jiff::ToSpan;
use letters::{Letter, Mailer, Smtp, Tls, Words};
use std::sync::{Arc, LazyLock};
use testing::{SmtpSink, World, worlds};
use uuid::Uuid;
use values::{Clock, Email, Language};

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| [access::MIGRATIONS, letters::MIGRATIONS].concat());

struct Plain;
impl Words for Plain {
    fn subject(&self, letter: &Letter) -> String {
        format!("Wij hebben melding {} ontvangen", letter.values["number"])
    }
    fn body(&self, letter: &Letter) -> String {
        format!("Beste inwoner,\n\n.{}", letter.kind)
    }
}

fn mailer(access: &Access, port: u16, tls: Tls) -> Mailer {
    let (host, from) = ("127.0.0.1".to_owned(), "Gemeente Voorbeeld <post@voorbeeld.nl>".to_owned());
    Mailer::new(access.clone(), &Smtp { host, port, tls, user: None, password: None, from }, Arc::new(Plain)).unwrap()
}

/// Puts a letter in line; gives its subject and the id of its key.
async fn enqueue(world: &World, organisation: u8, number: String) -> (Uuid, Uuid) {
    let work = world.access.write(world.context(Actor::anonymous(), organisation), move |op| {
        let to = Email::parse("jan@voorbeeld.nl").unwrap();
        let letter = Letter::new("letter-received", Language::Nl, &to).with("number", &number);
        Box::pin(async move {
            let (key, subject) = (DataKey::create(op).await?, Uuid::now_v7());
            letters::enqueue(op, &key, ("zaak", subject), &letter).await?;
            Ok((subject, key.id()))
        })
    });
    work.await.unwrap()
}

/// What the journal says of letters: action, subject, actor and the last digits that tell the organisation.
async fn journal(world: &World) -> Vec<(String, Uuid, String, String)> {
    let work = world.access.read(world.context(Actor::machine("test"), 1), |op| {
        Box::pin(async move {
            let sql = "SELECT action, subject, actor, organisation FROM journal_line WHERE purpose = 'bericht sturen' \
                       AND basis = 'AVG artikel 6 lid 1 e' AND subject_kind = 'zaak' ORDER BY id";
            op.rows(sql, &[], |r: &Row<'_>| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get::<String>(3)?[15..17].to_owned()))).await
        })
    });
    work.await.unwrap()
}

async fn run(world: &World, sql: &'static str, value: Value) {
    let work = world.access.db().write::<u64, ::store::Error>(move |tx| {
        let value = value.clone();
        Box::pin(async move { tx.exec(sql, &[value]).await })
    });
    assert_eq!(work.await.unwrap(), 1);
}

fn later(world: &World, minutes: i64) {
    world.clock.set(world.clock.now() + minutes.minutes());
}

#[tokio::test]
async fn a_letter_is_sent_once_and_stands_in_the_journal_of_its_organisation() {
    for world in worlds(&MIGRATIONS).await {
        let sink = SmtpSink::start().await;
        let mailer = mailer(&world.access, sink.port(), Tls::None);
        assert_eq!(mailer.send_due().await.unwrap(), 0);
        let (subject, _) = enqueue(&world, 2, "Z-2026-1".into()).await;
        assert_eq!(mailer.send_due().await.unwrap(), 1);
        later(&world, 60 * 24 * 2);
        assert_eq!(mailer.send_due().await.unwrap(), 0);
        let sent = sink.messages();
        assert_eq!(sent.len(), 1);
        for line in ["To: jan@voorbeeld.nl", "Subject: Wij hebben melding Z-2026-1 ontvangen", "Auto-Submitted: auto-generated"] {
            assert!(sent[0].contains(&format!("{line}\r\n")), "{}", sent[0]);
        }
        assert!(sent[0].ends_with("\r\n\r\nBeste inwoner,\r\n\r\n.letter-received\r\n"), "{}", sent[0]);
        assert_eq!(journal(&world).await, [("brief-verzonden".into(), subject, "machine:mailer".into(), "02".into())]);
    }
}

#[tokio::test]
async fn a_letter_that_is_refused_leaves_later_with_the_same_message_id() {
    for world in worlds(&MIGRATIONS).await {
        let sink = SmtpSink::start().await;
        let mailer = mailer(&world.access, sink.port(), Tls::None);
        enqueue(&world, 1, "Z-2026-1".into()).await;
        sink.refuse(2);
        for (minutes, left) in [(0, 0), (0, 0), (1, 0), (4, 0), (1, 1), (1, 0)] {
            later(&world, minutes);
            assert_eq!(mailer.send_due().await.unwrap(), left, "after {minutes} minutes more");
        }
        let (sent, lines) = (sink.messages(), journal(&world).await);
        assert_eq!((sent.len(), lines.len()), (1, 1));
        let id = sent[0].lines().find_map(|l| l.strip_prefix("Message-ID: ")).unwrap();
        assert!(id.ends_with("@voorbeeld.nl>"), "{id}");
        // As if the mailer had died before it could write down that the letter left: it comes again, and can be recognised.
        run(&world, "UPDATE outgoing_letter SET sent_at = NULL, next_at = $1", world.clock.now().into()).await;
        assert_eq!(mailer.send_due().await.unwrap(), 1);
        assert!(sink.messages()[1].contains(id));
    }
}

/// How many letters of this organisation wait longer than the law gives, for who works there.
async fn late(world: &World, organisation: u8) -> i64 {
    let work =
        world.access.read(world.context(Actor::worker("noor", &[Role::Kcc]), organisation), |op| Box::pin(letters::late(op)));
    work.await.unwrap()
}

#[tokio::test]
async fn a_mail_server_that_is_away_for_a_day_makes_no_letter_late_and_what_is_late_is_seen() {
    for world in worlds(&MIGRATIONS).await {
        let sink = SmtpSink::start().await;
        let mailer = mailer(&world.access, sink.port(), Tls::None);
        enqueue(&world, 1, "Z-2026-1".into()).await;
        sink.refuse(1_000);
        let mut minutes = 0;
        while minutes < 24 * 60 {
            assert_eq!(mailer.send_due().await.unwrap(), 0);
            later(&world, 10);
            minutes += 10;
        }
        assert!(sink.messages().is_empty());
        sink.refuse(0);
        while mailer.send_due().await.unwrap() == 0 {
            later(&world, 10);
            minutes += 10;
        }
        assert!(minutes <= 28 * 60, "it left after {minutes} minutes");
        // Away for longer than two days: somebody must look, at the organisation whose letter it is.
        enqueue(&world, 2, "Z-2026-2".into()).await;
        sink.refuse(1_000);
        later(&world, 48 * 60 - 1);
        mailer.send_due().await.unwrap();
        assert_eq!(late(&world, 2).await, 0);
        later(&world, 1);
        assert_eq!((late(&world, 1).await, late(&world, 2).await), (0, 1));
        for role in [Role::Fg, Role::MedischAdviseur] {
            let officer = world.context(Actor::worker("willem", &[role]), 2);
            let closed = world.access.read(officer, |op| Box::pin(letters::late(op))).await;
            assert!(matches!(closed, Err(access::Error::NotFound)), "{role:?}");
        }
        sink.refuse(0);
        later(&world, 4 * 60);
        assert_eq!((mailer.send_due().await.unwrap(), late(&world, 2).await), (1, 0));
    }
}

#[tokio::test]
async fn a_letter_that_is_refused_for_good_is_given_up_once_and_the_journal_says_so() {
    for world in worlds(&MIGRATIONS).await {
        let sink = SmtpSink::start().await;
        let mailer = mailer(&world.access, sink.port(), Tls::None);
        let (subject, _) = enqueue(&world, 2, "Z-2026-1".into()).await;
        sink.refuse_with(1, "550 5.1.1 no such mailbox");
        assert_eq!(mailer.send_due().await.unwrap(), 0);
        later(&world, 60 * 24 * 3);
        assert_eq!((mailer.send_due().await.unwrap(), late(&world, 2).await), (0, 0), "nothing waits any more");
        assert!(sink.messages().is_empty());
        assert_eq!(journal(&world).await, [("brief-geweigerd".into(), subject, "machine:mailer".into(), "02".into())]);
    }
}

#[tokio::test]
async fn what_is_wrong_with_us_costs_no_letter_and_what_is_put_off_for_a_week_is_given_up() {
    for world in worlds(&MIGRATIONS).await {
        let sink = SmtpSink::start().await;
        let mailer = mailer(&world.access, sink.port(), Tls::None);
        for ours in
            ["554 5.7.1 relay access denied", "535 5.7.8 sign in first", "550 relay not permitted", "550 5.1.8 who are you?"]
        {
            enqueue(&world, 1, "Z-2026-1".into()).await;
            sink.refuse_with(1, ours);
            assert_eq!(mailer.send_due().await.unwrap(), 0);
            later(&world, 60);
            assert_eq!(mailer.send_due().await.unwrap(), 1, "{ours}: it leaves when that is set right");
        }
        enqueue(&world, 1, "Z-2026-2".into()).await;
        sink.refuse_with(1_000, "452 4.2.2 mailbox full");
        let mut days = 0;
        while journal(&world).await.iter().all(|(what, ..)| what != "brief-geweigerd") {
            for _ in 0..6 {
                assert_eq!(mailer.send_due().await.unwrap(), 0);
                later(&world, 4 * 60);
            }
            days += 1;
        }
        assert!((6..=8).contains(&days), "given up after {days} days");
    }
}

#[tokio::test]
async fn a_letter_of_a_mailer_that_died_is_taken_over_after_five_minutes() {
    for world in worlds(&MIGRATIONS).await {
        enqueue(&world, 1, "Z-2026-1".into()).await;
        let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let dies = mailer(&world.access, silent.local_addr().unwrap().port(), Tls::None);
        tokio::select! {
            sent = dies.send_due() => panic!("nobody answers it: {sent:?}"),
            called = silent.accept() => drop(called.unwrap()),
        }
        let sink = SmtpSink::start().await;
        let mailer = mailer(&world.access, sink.port(), Tls::None);
        later(&world, 4);
        assert_eq!(mailer.send_due().await.unwrap(), 0);
        later(&world, 1);
        assert_eq!(mailer.send_due().await.unwrap(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_mailers_at_once_send_each_letter_once() {
    for world in worlds(&MIGRATIONS).await {
        let sink = SmtpSink::start().await;
        for number in 0..90 {
            enqueue(&world, 1, format!("Z-2026-{number:03}")).await;
        }
        let mut at_work = tokio::task::JoinSet::new();
        for _ in 0..2 {
            let db = Db::open(&world.settings).await.unwrap(); // as another process would
            let mailer = mailer(&Access::new(db, world.access.keys().clone(), world.clock.clone()), sink.port(), Tls::None);
            at_work.spawn(async move {
                let mut sent = 0;
                for _ in 0..10 {
                    sent += mailer.send_due().await.unwrap();
                }
                sent
            });
        }
        let sent = at_work.join_all().await;
        let mut numbers: Vec<String> =
            sink.messages().iter().map(|m| m.lines().find(|l| l.starts_with("Subject")).unwrap().to_owned()).collect();
        numbers.sort();
        numbers.dedup();
        assert_eq!((sent.iter().sum::<usize>(), sink.messages().len(), numbers.len()), (90, 90, 90), "{sent:?}");
        assert_eq!(journal(&world).await.len(), 90);
    }
}

#[tokio::test]
async fn a_letter_whose_key_was_destroyed_is_dropped_and_the_journal_says_so() {
    for world in worlds(&MIGRATIONS).await {
        let sink = SmtpSink::start().await;
        let mailer = mailer(&world.access, sink.port(), Tls::None);
        let (subject, key) = enqueue(&world, 3, "Z-2026-1".into()).await;
        let destroys = world.access.write(world.context(Actor::worker("archief", &[Role::Behandelaar]), 3), move |op| {
            Box::pin(async move { DataKey::destroy(op, key).await })
        });
        destroys.await.unwrap();
        for _ in 0..2 {
            assert_eq!(mailer.send_due().await.unwrap(), 0);
            later(&world, 60 * 24);
        }
        assert!(sink.messages().is_empty());
        assert_eq!(journal(&world).await, [("brief-vervallen".into(), subject, "machine:mailer".into(), "03".into())]);
    }
}

#[tokio::test]
async fn a_letter_that_can_not_be_opened_stands_in_nobodys_way_and_is_not_lost() {
    for world in worlds(&MIGRATIONS).await {
        let sink = SmtpSink::start().await;
        let mailer = mailer(&world.access, sink.port(), Tls::None);
        enqueue(&world, 1, "Z-2026-1".into()).await;
        run(&world, "UPDATE outgoing_letter SET sealed = $1", vec![7_u8; 60].into()).await;
        enqueue(&world, 1, "Z-2026-2".into()).await;
        assert_eq!(mailer.send_due().await.unwrap(), 1);
        later(&world, 10);
        assert_eq!(mailer.send_due().await.unwrap(), 0);
        run(&world, "UPDATE outgoing_letter SET next_at = $1 WHERE sent_at IS NULL AND attempts = 2", world.clock.now().into())
            .await;
    }
}

#[tokio::test]
async fn a_server_without_tls_gets_no_letter_when_tls_is_asked_for() {
    for world in worlds(&MIGRATIONS).await {
        let sink = SmtpSink::start().await;
        enqueue(&world, 1, "Z-2026-1".into()).await;
        assert_eq!(mailer(&world.access, sink.port(), Tls::StartTls).send_due().await.unwrap(), 0);
        later(&world, 1);
        assert_eq!(mailer(&world.access, sink.port(), Tls::Tls).send_due().await.unwrap(), 0);
        assert!(sink.messages().is_empty());
        later(&world, 5);
        assert_eq!(mailer(&world.access, sink.port(), Tls::None).send_due().await.unwrap(), 1);
    }
}
