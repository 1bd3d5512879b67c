//! One message between a person and an organisation, and that what it is about was sent on, as either of them reads it.
use crate::ask::Ask;
use jiff::Timestamp;
use values::Doorzending;

/// One message.
pub(crate) struct Message {
    /// The organisation wrote it.
    pub theirs: bool,
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

impl Message {
    fn new(ask: &Ask, page: Page, theirs: bool, (written, read): (Timestamp, Option<Timestamp>), text: &str) -> Self {
        // Who reads this page is told of herself as such.
        let key = match (page, theirs) {
            (Page::Person, true) => "message-read-by-you",
            (Page::Person, false) => "message-read-by-them",
            (Page::Desk, true) => "message-read-by-person",
            (Page::Desk, false) => "message-read-by-us",
        };
        let told = |at| texts::text_with(ask.language, key, &[("moment", &texts::moment(at, ask.language))]);
        Self { theirs, when: texts::moment(written, ask.language), text: text.to_owned(), read: read.map(told) }
    }

    /// Those of a zaak.
    pub fn of_zaak(ask: &Ask, page: Page, berichten: &[cases::Bericht]) -> Vec<Self> {
        let one = |b: &cases::Bericht| Self::new(ask, page, b.van == cases::From::Organisatie, (b.op, b.gelezen_op), &b.tekst);
        berichten.iter().map(one).collect()
    }

    /// Those of a question.
    pub fn of_vraag(ask: &Ask, page: Page, berichten: &[right_door::VraagBericht]) -> Vec<Self> {
        let one = |b: &right_door::VraagBericht| Self::new(ask, page, b.van_organisatie, (b.op, b.gelezen_op), &b.tekst);
        berichten.iter().map(one).collect()
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
