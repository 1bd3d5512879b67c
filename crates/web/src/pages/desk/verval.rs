//! Until when what was granted holds: said with the decision, or later when it ended.
use super::{
    acts::{desk, run},
    dates::{self, today},
    zaak::{again, done},
};
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    pages::wayfinding::product::term_in_words,
};
use access::FieldFault;
use axum::response::Response;
use cases::{Dossier, Verval, Vervalreden};
use jiff::civil::Date;
use terms::Counting;
use uuid::Uuid;

/// The field of the day, in both forms.
const FIELD: &str = "vervaldatum";

/// What the page offers.
pub(super) struct Ends {
    /// Where its day is typed with the decision: what to call it, and which resultaten it goes with.
    pub asks: Option<(String, String)>,
    /// Why it ended: word and label; empty where nothing holds.
    pub why: Vec<(String, String)>,
    /// A day that can be typed.
    pub example: String,
}

impl Ends {
    /// For who handles it.
    pub fn of(ask: &Ask, dossier: &Dossier) -> Self {
        let example = [("example", &*dates::example(today(ask)))];
        let example = texts::text_with(ask.language, "desk-ask-until-example", &example);
        let asks = dossier.blijvend.first().map(|(_, most)| {
            let names: Vec<_> = dossier.blijvend.iter().map(|(name, _)| name.to_lowercase()).collect();
            let most = most.map(|most| term_in_words(most, Counting::CalendarDays, ask.language));
            let (label, key) = match most {
                Some(_) => (ask.text("desk-until-label"), "desk-until-most"),
                None => (format!("{} {}", ask.text("desk-until-label"), ask.text("optional")), "desk-until-hint"),
            };
            let told = [("result", &*names.join(", ")), ("example", &*example), ("most", most.as_deref().unwrap_or_default())];
            (label, texts::text_with(ask.language, key, &told))
        });
        let can = dossier.geldt && dossier.handles;
        let why = Vervalreden::ALL.into_iter().filter(|_| can);
        Self {
            asks,
            why: why
                .map(|one| (one.word().to_owned(), ask.text(&format!("vervalreden-{}", one.word().replace('_', "-")))))
                .collect(),
            example,
        }
    }
}

/// The day, where one was typed. Errors: what was typed is no day.
pub(super) fn day(fields: &Fields) -> Result<Option<Date>, FieldFault> {
    let typed = fields.get(FIELD).trim();
    let read = || dates::typed(typed).ok_or_else(|| FieldFault::new(FIELD, "fault-date-typed"));
    (!typed.is_empty()).then(read).transpose()
}

/// Says when it ended, and why.
pub(crate) async fn say(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let day = day(&fields).and_then(|day| day.ok_or_else(|| FieldFault::new(FIELD, "fault-empty")));
    let why = Vervalreden::of_word(fields.get("vervalreden")).ok_or_else(|| FieldFault::new("vervalreden", "fault-choose"));
    let verval = match (day, why) {
        (Ok(vervaldatum), Ok(vervalreden)) => Verval { vervaldatum, vervalreden },
        (day, why) => return again(&ask, id, fields, day.err().into_iter().chain(why.err()).collect::<Vec<_>>()).await,
    };
    let app = ask.app.clone();
    let came = run(&ask, id, move |op, id| {
        let app = app.clone();
        Box::pin(async move { cases::vervalt(op, id, verval, desk(&app)).await })
    });
    let came = came.await?;
    done(&ask, id, fields, (came, "#besluit")).await
}
