//! What is filled in, on every page of every service that we ship.
use crate::{text::masked, world::CATALOGUE};
use intake::{Answers, check_page, decide, shown};
use values::Language;

/// Sent is what no page says a fault of, and nothing else; no BSN is kept, whatever field it was typed in.
pub fn answers(bytes: &[u8]) {
    let fields: Vec<(String, String)> = form_urlencoded::parse(bytes).into_owned().take(100).collect();
    for service in CATALOGUE.services() {
        let mut answers = Answers::default();
        let mut right = true;
        for page in &service.pages {
            answers.take(&Answers::of_page(page, &fields));
        }
        for page in &service.pages {
            right &= check_page(page, &answers, &CATALOGUE).is_empty();
            for language in Language::ALL {
                shown(page, &answers, &CATALOGUE, language);
            }
            for question in &page.question {
                masked(answers.get(&question.id));
            }
        }
        let ready = decide(service, &answers, &CATALOGUE, Language::Nl);
        assert_eq!(ready.is_ok(), right);
    }
}
