//! One message between a person and an organisation, and that what it is about was sent on, as either of them reads it.
use crate::{ask::Ask, pages::wayfinding::topics::capital};
use jiff::Timestamp;
use values::{Doorzending, Oin};

/// One message.
pub(crate) struct Message {
    /// The organisation wrote it.
    pub theirs: bool,
    /// Who wrote it, in words.
    pub who: String,
    pub when: String,
    pub text: String,
    /// That the other side read it, and when.
    pub read: Option<String>,
}

/// On whose page it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    Person,
    Desk,
}

/// A message as it was kept.
struct Kept<'a> {
    theirs: bool,
    written: Timestamp,
    read: Option<Timestamp>,
    text: &'a str,
}

/// Of what they are: the organisation that has it now, and where it was sent on to.
struct Of<'a> {
    owner: &'a Oin,
    sent_on: &'a [Doorzending],
}

impl Message {
    fn new(ask: &Ask, page: Page, kept: &Kept<'_>, of: &Of<'_>) -> Self {
        // What was written before it was sent on is of the organisation that had it then.
        let before = of.sent_on.iter().find(|d| d.doorgezonden_op >= kept.written).map(|d| &d.van);
        let organisation = |oin: &Oin| texts::text_with(ask.language, "message-from", &[("name", &capital(&ask.name_of(oin)))]);
        // Who reads this page is told of herself as such.
        let (who, read) = match (page, kept.theirs) {
            (Page::Person, true) => (organisation(before.unwrap_or(of.owner)), "message-read-by-you"),
            (Page::Person, false) => (ask.text("zaak-from-you"), "message-read-by-them"),
            (Page::Desk, true) => (before.map_or_else(|| ask.text("desk-from-us"), organisation), "message-read-by-person"),
            (Page::Desk, false) => (ask.text("desk-from-person"), "message-read-by-us"),
        };
        let told = |at| texts::text_with(ask.language, read, &[("moment", &texts::moment(at, ask.language))]);
        Self {
            theirs: kept.theirs,
            who,
            when: texts::moment(kept.written, ask.language),
            text: kept.text.to_owned(),
            read: kept.read.map(told),
        }
    }

    /// Those of a zaak.
    pub fn of_zaak(ask: &Ask, page: Page, view: &cases::ZaakView) -> Vec<Self> {
        let of = Of { owner: &view.zaak.organisatie, sent_on: &view.doorzendingen };
        let one = |b: &cases::Bericht| {
            let kept = Kept { theirs: b.van == cases::From::Organisatie, written: b.op, read: b.gelezen_op, text: &b.tekst };
            Self::new(ask, page, &kept, &of)
        };
        view.berichten.iter().map(one).collect()
    }

    /// Those of a question.
    pub fn of_vraag(ask: &Ask, page: Page, view: &right_door::VraagView) -> Vec<Self> {
        let of = Of { owner: &view.vraag.organisatie, sent_on: &view.doorzendingen };
        let one = |b: &right_door::VraagBericht| {
            let kept = Kept { theirs: b.van_organisatie, written: b.op, read: b.gelezen_op, text: &b.tekst };
            Self::new(ask, page, &kept, &of)
        };
        view.berichten.iter().map(one).collect()
    }
}

/// That it was sent on, from whom to whom and when.
pub(crate) fn sent_on(ask: &Ask, all: &[Doorzending]) -> Vec<String> {
    let one = |d: &Doorzending| {
        let (from, to, when) = (ask.name_of(&d.van), ask.name_of(&d.naar), texts::moment(d.doorgezonden_op, ask.language));
        texts::text_with(ask.language, "thread-forwarded", &[("from", &from), ("to", &to), ("when", &when)])
    };
    all.iter().map(one).collect()
}
