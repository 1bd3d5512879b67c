//! What is filled in, on every page of every service that we ship.
use crate::{text::masked, world::CATALOGUE};
use intake::{Answers, Facts, Known, check_page, decide, shown};
use jiff::civil::{Date, date};
use std::sync::LazyLock;
use terms::Calendar;
use values::Language;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::shipped().expect("the calendar"));
const TODAY: Date = date(2026, 11, 23);

/// Sent is what no page says a fault of, and nothing else; no BSN is kept, whatever field it was typed in.
pub fn answers(bytes: &[u8]) {
    let fields: Vec<(String, String)> = form_urlencoded::parse(bytes).into_owned().take(100).collect();
    for service in CATALOGUE.services() {
        let mut answers = Answers::default();
        let mut right = true;
        for page in &service.pages {
            answers.take(&Answers::of_page(page, &fields));
        }
        // As when every register is away: then everything is asked.
        let known = Known::default();
        let facts =
            Facts { answers: &answers, known: &known, files: &[], catalogue: &CATALOGUE, calendar: &CALENDAR, today: TODAY };
        for page in &service.pages {
            right &= check_page(page, &facts).is_empty();
            for language in Language::ALL {
                shown(page, &facts, language);
            }
            for question in &page.question {
                masked(answers.get(&question.id));
            }
        }
        let ready = decide(service, &facts, &access::Actor::anonymous(), Language::Nl);
        assert_eq!(ready.is_ok(), right);
    }
}
