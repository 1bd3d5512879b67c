//! How a letter leaves: the mail server and the message.
use crate::Letter;
use access::{Error, Result};
use jiff::Timestamp;
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue, MIME_VERSION_1_0},
    },
    transport::smtp::{
        authentication::Credentials,
        client::{Tls as Protection, TlsParameters},
        extension::ClientId,
    },
};
use serde::Deserialize;
use std::{
    fmt,
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use uuid::Uuid;

/// How long one letter may take. Invariant: a whole batch takes less than the lease, or another mailer would send it as well
/// (test `a_batch_that_hangs_ends_before_its_lease`).
pub(crate) const PATIENCE: Duration = Duration::from_secs(12);

/// Whether the line to the mail server is closed to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tls {
    /// In the clear: for a relay on the same machine or network.
    None,
    /// Begins in the clear and must turn to TLS before anything is said; never falls back (port 587).
    StartTls,
    /// TLS from the first byte (port 465).
    Tls,
}

/// The mail server.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Smtp {
    /// Its name, which its certificate must carry.
    pub host: String,
    /// 25, 465 or 587.
    pub port: u16,
    /// Whether the line is closed.
    pub tls: Tls,
    /// Name to sign in with; only over a closed line.
    pub user: Option<String>,
    /// Password to sign in with.
    pub password: Option<String>,
    /// The address that letters come from, with a name if wanted: `Gemeente Voorbeeld <post@voorbeeld.nl>`.
    pub from: String,
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Smtp").field("host", &self.host).field("port", &self.port).field("tls", &self.tls).finish_non_exhaustive()
    }
}

/// The subject and the text of a letter.
pub(crate) struct Rendered {
    pub subject: String,
    pub body: String,
}

/// Why a letter did not leave.
pub(crate) struct NotSent {
    /// In a few words of our own; those of the server may name the address.
    pub why: String,
    /// What the server said of this letter.
    pub answer: Answer,
}

/// What the mail server says of a letter that it does not take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// That it never will: her address takes nothing.
    Never,
    /// That it does not now, or not from us.
    NotNow,
    /// Nothing: it was not asked, or is away.
    Nothing,
}

/// Hands messages to the mail server.
pub(crate) struct Sender {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Sender {
    /// Errors: `Internal` with the setting that is not right.
    pub(crate) fn new(smtp: &Smtp) -> Result<Self> {
        let wrong = |what: &str| Error::Internal(format!("smtp.{what}"));
        let from: Mailbox = smtp.from.parse().map_err(|_| wrong("from is no e-mail address"))?;
        let tls = || TlsParameters::new(smtp.host.clone()).map_err(|_| wrong("host: TLS can't be set up for it"));
        let protection = match smtp.tls {
            Tls::None => Protection::None,
            Tls::StartTls => Protection::Required(tls()?),
            Tls::Tls => Protection::Wrapper(tls()?),
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&smtp.host)
            .port(smtp.port)
            .tls(protection)
            .timeout(Some(PATIENCE))
            .hello_name(ClientId::Domain(from.email.domain().to_owned()));
        match (&smtp.user, &smtp.password) {
            (None, None) => {}
            (Some(_), Some(_)) if smtp.tls == Tls::None => {
                return Err(wrong("user: no password goes over an open line; set smtp.tls"));
            }
            (Some(user), Some(password)) => builder = builder.credentials(Credentials::new(user.clone(), password.clone())),
            _ => return Err(wrong("user and smtp.password go together")),
        }
        Ok(Self { transport: builder.build(), from })
    }

    /// Sends one letter. Errors: why it did not leave.
    pub(crate) async fn send(
        &self,
        id: Uuid,
        letter: &Letter,
        text: Rendered,
        at: Timestamp,
    ) -> std::result::Result<(), NotSent> {
        let not_sent = |why: &str, answer| NotSent { why: why.to_owned(), answer };
        let message = message(&self.from, id, letter, text, at)
            .ok_or_else(|| not_sent("the address or text can't be put in a message", Answer::Never))?;
        match tokio::time::timeout(PATIENCE, self.transport.send(message)).await {
            Ok(sent) => sent.map(drop).map_err(|e| NotSent { why: in_short(&e), answer: answer(&e) }),
            Err(_) => Err(not_sent("the mail server takes too long", Answer::Nothing)),
        }
    }
}

fn message(from: &Mailbox, id: Uuid, letter: &Letter, text: Rendered, at: Timestamp) -> Option<Message> {
    // The same for every try of this letter, so that a second delivery can be recognised (RFC 5322, 3.6.4).
    let message_id = format!("<{id}@{}>", from.email.domain());
    let automatic = HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()); // RFC 3834
    let message = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, address(&letter.to)?))
        .subject(text.subject.split(char::is_control).collect::<Vec<_>>().join(" ").trim())
        .message_id(Some(message_id))
        .date(system_time(at))
        .raw_header(automatic)
        .header(MIME_VERSION_1_0)
        .header(ContentType::TEXT_PLAIN);
    message.body(text.body).ok()
}

fn system_time(at: Timestamp) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(u64::try_from(at.as_second()).unwrap_or_default())
}

/// The address with its domain in ASCII: only a name before the `@` that is not ASCII asks more of the relay (SMTPUTF8).
fn address(to: &str) -> Option<Address> {
    let (local, domain) = to.rsplit_once('@')?;
    Address::new(local, idna::domain_to_ascii(domain).ok()?).ok()
}

/// Only `5.1` and `5.2` say for sure that it is her address that takes nothing, and not that of the sender (RFC 3463, 3.2 and 3.3). Any other
/// refusal can be about us, who may not send here or did not sign in: somebody sets that right, and no letter is lost meanwhile.
fn answer(error: &lettre::transport::smtp::Error) -> Answer {
    if error.status().is_none() {
        return Answer::Nothing;
    }
    let said = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let begins = |codes: &[&str]| codes.iter().any(|code| said.starts_with(code));
    let never = error.is_permanent() && begins(&["5.1.", "5.2."]) && !begins(&["5.1.7", "5.1.8"]);
    if never { Answer::Never } else { Answer::NotNow }
}

fn in_short(error: &lettre::transport::smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None if error.is_tls() => "no TLS with the mail server".to_owned(),
        None if error.is_timeout() => "the mail server takes too long".to_owned(),
        None if error.is_client() => "the mail server lacks something that the letter or smtp.tls needs".to_owned(),
        None => "the mail server can't be reached".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{BATCH, LEASE};
    use values::{Email, Language};

    #[test]
    fn a_batch_that_hangs_ends_before_its_lease() {
        assert!(PATIENCE.as_secs() as i64 * BATCH < LEASE.as_secs());
    }

    #[test]
    fn a_letter_becomes_a_message_that_says_it_is_automatic_and_carries_no_header_of_others() {
        let letter = Letter::new("x", Language::Nl, &Email::parse("jan@müller.de").unwrap());
        let text = Rendered { subject: "Uw melding\r\nBcc: x@y.nl".into(), body: "Beste inwoner,\n\nCafé is goed.".into() };
        let at = "2026-11-23T09:00:00Z".parse().unwrap();
        let id = Uuid::from_u128(7);
        let message = message(&"Voorbeeld <post@voorbeeld.nl>".parse().unwrap(), id, &letter, text, at).unwrap();
        let raw = String::from_utf8(message.formatted()).unwrap();
        let (headers, body) = raw.split_once("\r\n\r\n").unwrap();
        for line in [
            "To: jan@xn--mller-kva.de",
            "Message-ID: <00000000-0000-0000-0000-000000000007@voorbeeld.nl>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Date: Mon, 23 Nov 2026 09:00:00 +0000",
        ] {
            assert!(headers.lines().any(|l| l == line), "{line} is not in\n{headers}");
        }
        assert!(!headers.lines().any(|l| l.starts_with("Bcc")), "{headers}");
        assert!(body.contains("Caf=C3=A9 is goed."), "{body}");
    }

    #[test]
    fn settings_that_would_give_a_password_away_or_make_no_sense_are_refused_and_debug_hides_it() {
        let smtp = |tls, user: Option<&str>, password: Option<&str>, from: &str| Smtp {
            host: "localhost".into(),
            port: 25,
            tls,
            user: user.map(Into::into),
            password: password.map(Into::into),
            from: from.into(),
        };
        let refused = |smtp: Smtp| Sender::new(&smtp).err().map(|e| e.to_string());
        assert!(refused(smtp(Tls::StartTls, Some("u"), Some("p"), "a@b.nl")).is_none());
        assert!(refused(smtp(Tls::None, Some("u"), Some("p"), "a@b.nl")).unwrap().contains("smtp.tls"));
        assert!(refused(smtp(Tls::Tls, Some("u"), None, "a@b.nl")).unwrap().contains("smtp.password"));
        assert!(refused(smtp(Tls::None, None, None, "niets")).unwrap().contains("smtp.from"));
        assert!(!format!("{:?}", smtp(Tls::Tls, Some("u"), Some("geheim"), "a@b.nl")).contains("geheim"));
    }
}
