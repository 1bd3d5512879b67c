//! The proof of what was sent: number, moment, exact copy, who handles it, and a date that is a promise.
use crate::{Draft, Handover, Ready, Sending};
use access::{Acting, Actor, FollowCode};
use cases::Zaak;
use catalogue::{Contact, Hosted, QuestionKind, Rechtsmiddel, ServiceDefinition, ServiceOverlay, Verordening};
use jiff::{Timestamp, civil::Date};
use letters::Letter;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use values::Language;

/// One line of the copy.
#[derive(Clone, Serialize, Deserialize)]
pub struct CopyRow {
    /// The question.
    pub label: String,
    /// The answer.
    pub answer: String,
    /// Where the answer comes from, in words; told on a hand-over sheet.
    #[serde(default)]
    pub source: Option<String>,
    /// It is about health or the like: not for all staff.
    #[serde(default)]
    pub bijzonder: bool,
}

/// Exactly what was sent, as it was shown to the person who sent it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Copy {
    /// Title of the service.
    pub title: String,
    /// What was sent, as a noun: "melding".
    pub noun: String,
    /// Questions and answers.
    pub rows: Vec<CopyRow>,
    /// Names of the photos.
    pub files: Vec<String>,
    /// The language of it all.
    pub language: String,
    /// Answers about health and the like were left out: who has it here does not read those.
    #[serde(skip)]
    pub afgeschermd: bool,
}

impl Copy {
    /// The same; without what is about health and the like unless `bijzonder`.
    pub(crate) fn read_with(mut self, bijzonder: bool) -> Self {
        let all = self.rows.len();
        self.rows.retain(|row| bijzonder || !row.bijzonder);
        self.afgeschermd = self.rows.len() < all;
        self
    }
}

/// A receipt. Its code, if any, opens the zaak to who has it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Receipt {
    /// Of which zaak.
    pub zaak: Uuid,
    /// The number; no credential.
    pub number: String,
    /// When it was received.
    pub received: Timestamp,
    /// The organisation.
    pub organisatie: String,
    /// The team that handles it.
    pub team: String,
    /// How that team is reached.
    #[serde(default)]
    pub contact: Contact,
    /// The day the norm promises an answer; none when nothing is answered here.
    pub norm_date: Option<Date>,
    /// The last day the law gives, and the article that sets the term; none when the law gives none.
    pub deadline: Option<(Date, String)>,
    /// What it costs, as it was said when it was sent.
    #[serde(default)]
    pub kosten: Option<String>,
    /// Does silence mean yes? None where that question does not arise.
    pub lex_silencio: Option<bool>,
    /// The article by which it does not; none while nobody read it.
    #[serde(default)]
    pub lex_silencio_bron: Option<String>,
    /// Which moment counts for the queue.
    pub volgorde: Option<String>,
    /// What she can do when she does not agree, each with the kind whose regime gives its term.
    #[serde(default)]
    pub rechtsmiddelen: Vec<Rechtsmiddel>,
    /// The rule of the organisation on which it rests.
    #[serde(default)]
    pub verordening: Option<Verordening>,
    /// The articles of law on which it rests, with for what.
    #[serde(default)]
    pub grondslagen: Vec<String>,
    /// The service.
    pub service: String,
    /// Its legal kind: decides which remedy is told.
    pub soort: String,
    /// It was sent by who signed in, who finds it among her zaken.
    pub signed_in: bool,
    /// Made up, for the demo.
    pub voorbeeld: bool,
    /// To whose counter it was handed over: then this is no proof of receipt but a hand-over sheet.
    #[serde(default)]
    pub handover: Option<Handover>,
    /// What was sent.
    pub copy: Copy,
    code: Option<[u8; 16]>,
}

impl Receipt {
    /// The code; none for who acts for another, and of a service for which one signs in.
    pub fn code(&self) -> Option<FollowCode> {
        FollowCode::from_bytes(&self.code?)
    }

    /// As this actor may have it. The code opens the zaak to who has it, for as long as there is one: who acts for another person does not
    /// get it, for her authority can end (test `what_she_sends_for_him_says_so_on_the_copy_and_in_the_zaak`), and neither do staff.
    pub(crate) fn shown_to(self, actor: &Actor, bijzonder: bool) -> Self {
        let keeps = actor.vertegenwoordiging().is_none() && !matches!(actor.acting, Acting::Worker { .. });
        Self { code: self.code.filter(|_| keeps), copy: self.copy.read_with(bijzonder), ..self }
    }
}

/// What was sent and what it became.
pub(crate) struct Sent<'a> {
    pub zaak: &'a Zaak,
    pub ready: &'a Ready,
    pub draft: &'a Draft,
    pub code: FollowCode,
}

pub(crate) fn of(sent: &Sent<'_>, hosted: &Hosted, overlay: &ServiceOverlay, with: &Sending<'_>) -> Receipt {
    let Sent { zaak, ready, draft, code } = sent;
    let language = with.language;
    let organisatie = with.catalogue.organisatie_with_code(&hosted.code).map(|o| o.naam_met_soort.clone());
    Receipt {
        zaak: zaak.id.uuid(),
        number: zaak.identificatie.clone(),
        received: zaak.ontvangen_op,
        organisatie: organisatie.unwrap_or_default(),
        team: overlay.overlay.team.get(language).to_owned(),
        contact: hosted.contact_of(&overlay.overlay).clone(),
        norm_date: zaak.einddatum_gepland,
        deadline: zaak.uiterlijke_einddatum_afdoening.map(|last| {
            let term = with.service.decision_term(&overlay.overlay, zaak.startdatum);
            (last, term.map(|term| term.grondslag).unwrap_or_default())
        }),
        kosten: Some(with.service.cost(Some(&overlay.overlay), language).to_owned()),
        lex_silencio: overlay.overlay.lex_silencio,
        lex_silencio_bron: overlay.overlay.lex_silencio_bron.clone(),
        volgorde: overlay.overlay.volgorde.as_ref().map(|text| text.get(language).to_owned()),
        rechtsmiddelen: remedies(with.service),
        verordening: overlay.overlay.verordening.clone(),
        grondslagen: with.service.grondslagen.iter().map(|one| one.in_words(language)).collect(),
        service: with.service.name.clone(),
        soort: with.service.soort.word().to_owned(),
        signed_in: draft.signed_in,
        voorbeeld: overlay.overlay.voorbeeld,
        handover: ready.handover.clone(),
        copy: Copy {
            title: with.service.text(language).title.clone(),
            noun: with.service.text(language).noun.clone(),
            rows: ready.rows.clone(),
            files: photos(with.service, draft),
            language: language.code().to_owned(),
            afgeschermd: false,
        },
        // What asks one to sign in is not opened by words that anybody may have read in an e-mail.
        code: with.service.inloggen.is_none().then(|| *code.expose()),
    }
}

fn remedies(service: &ServiceDefinition) -> Vec<Rechtsmiddel> {
    let of = |one: &Rechtsmiddel| one.soort.clone().unwrap_or_else(|| service.soort.word().to_owned());
    service.rechtsmiddelen.iter().map(|one| Rechtsmiddel { soort: Some(of(one)), ..one.clone() }).collect()
}

/// Names of the photos; papers stand among the answers.
fn photos(service: &ServiceDefinition, draft: &Draft) -> Vec<String> {
    let is_photo = |id: &str| service.questions().any(|q| q.id == id && q.kind == QuestionKind::Photo);
    draft.files.iter().filter(|file| is_photo(&file.question)).map(|file| file.titel.clone()).collect()
}

/// The confirmation by e-mail, when an address was given.
pub(crate) fn letter(receipt: &Receipt, ready: &Ready, portal: &str) -> Option<Letter> {
    let (to, norm_date) = (ready.email.as_ref()?, receipt.norm_date?);
    let (path, how) = match receipt.code() {
        Some(code) => (format!("/volgen/{}", code.link()), "letter-how-link"),
        None => (format!("/mijn/zaken/{}", receipt.zaak), "letter-how-signed-in"),
    };
    let language = Language::from_code(&receipt.copy.language).unwrap_or_default();
    let how = texts::text_with(language, how, &[("what", &receipt.copy.noun)]);
    let prefix = language.prefix();
    let letter = Letter::new("letter-received", language, to);
    let letter = match &receipt.deadline {
        Some((last, basis)) => {
            letter.with("law", "yes").with("last", &texts::date(*last, language)).with("article", &texts::ground(language, basis))
        }
        None => letter.with("law", "no"),
    };
    Some(
        letter
            .with("number", &receipt.number)
            .with("title", &receipt.copy.title)
            .with("what", &receipt.copy.noun)
            .with("team", &receipt.team)
            .with("date", &texts::date(norm_date, language))
            .with("link", &format!("{portal}{prefix}{path}"))
            .with("how", &how),
    )
}
