//! Signals at the desk: what must not be missed, and what was done about it.
use crate::{ask::Ask, fields::Fields, frame::Frame};
use cases::Dossier;
use uuid::Uuid;

/// One that nobody here has seen yet.
pub(super) struct Open {
    pub text: String,
    /// In which field she writes what she did about it, and what she typed there.
    pub field: String,
    pub typed: String,
    /// Where she says that she has seen it; none for who does not handle it.
    pub at: Option<String>,
}

/// One that somebody has seen.
pub(super) struct Done {
    pub text: String,
    pub who: String,
    pub when: String,
    /// What she did about it.
    pub did: Option<String>,
}

/// The signals of a zaak.
pub(super) struct Signals {
    pub open: Vec<Open>,
    pub done: Vec<Done>,
    /// How many are open, for who is about to end it; none when nothing is.
    pub left: Option<String>,
}

/// The field with what was done about this signal.
pub(super) fn field(signaal: Uuid) -> String {
    format!("gezien-{signaal}")
}

impl Signals {
    /// Those of this zaak at `at`, each named on the page by what its field asks.
    pub fn of(ask: &Ask, (dossier, at): (&Dossier, &str), typed: &Fields, f: &mut Frame) -> Self {
        let (mut open, mut done) = (vec![], vec![]);
        for one in &dossier.signalen {
            let (text, field) = (one.tekst.clone(), field(one.id));
            let Some(gezien) = &one.gezien else {
                f.labels.push((field.clone(), ask.text("field-gezien")));
                let at = dossier.handles.then(|| format!("{at}/signaal/{}", one.id));
                open.push(Open { text, typed: typed.get(&field).to_owned(), field, at });
                continue;
            };
            done.push(Done {
                text,
                who: texts::text_with(ask.language, "desk-signal-by", &[("name", &gezien.medewerker)]),
                when: texts::moment(gezien.op, ask.language),
                did: Some(gezien.tekst.clone()).filter(|text| !text.is_empty()),
            });
        }
        let left =
            (!open.is_empty()).then(|| texts::text_with(ask.language, "desk-signals-left", &[("n", &open.len().to_string())]));
        Self { open, done, left }
    }

    /// What was typed about those that are not open any more.
    pub fn lost(dossier: &Dossier, typed: &Fields) -> Vec<String> {
        dossier.signalen.iter().filter(|one| one.gezien.is_some()).map(|one| typed.get(&field(one.id)).to_owned()).collect()
    }
}
