//! What who handles it must not miss of what was sent, and of what a register says of it later: in Dutch, as it stands at the desk. Pure.
use crate::{Facts, is_asked, place};
use cases::NewSignaal;
use catalogue::{Question, QuestionKind, ServiceDefinition};
use registers::{Gecontroleerd, Uitkomst};
use values::Language::Nl;

/// The signals of what is sent. Invariant: what she says that is not right is one of them (test
/// `what_differs_is_told_to_who_handles_it`).
pub(crate) fn of_sent(service: &ServiceDefinition, facts: &Facts<'_>) -> Vec<NewSignaal> {
    let geheim = facts.known.geheimhouding.then(|| for_all(texts::text(Nl, "signal-geheimhouding")));
    let from_register = |q: &&Question| matches!(q.kind, QuestionKind::Known | QuestionKind::People) && is_asked(q, facts);
    let each = service.questions().filter(from_register).flat_map(|question| of_question(question, facts));
    let outside = place::outside(service, facts)
        .map(|(_, lies)| only_here(texts::text_with(Nl, "signal-outside", &[("name", &lies.in_words(Nl))])));
    let partner = place::partner_unsure(service, facts).then(|| for_handler(texts::text(Nl, "signal-partner")));
    geheim.into_iter().chain(each).chain(outside).chain(partner).collect()
}

/// That she had others of this service, with these numbers, when she sent it.
pub(crate) fn of_running(numbers: &[String]) -> Option<NewSignaal> {
    let told = || only_here(texts::text_with(Nl, "signal-running", &[("numbers", &numbers.join(", "))]));
    (!numbers.is_empty()).then(told)
}

/// Of whom no data may be given to others, and what a register doubts: who advises must know as well.
fn for_all(tekst: String) -> NewSignaal {
    NewSignaal { tekst, voor_adviseur: true, alleen_hier: false }
}

fn for_handler(tekst: String) -> NewSignaal {
    NewSignaal { tekst, voor_adviseur: false, alleen_hier: false }
}

/// What is about the organisation that it was sent to, and tells another nothing that is of its concern.
fn only_here(tekst: String) -> NewSignaal {
    NewSignaal { alleen_hier: true, ..for_handler(tekst) }
}

fn of_question(question: &Question, facts: &Facts<'_>) -> Vec<NewSignaal> {
    let label = question.label.get(Nl);
    let says = |key: &str, text: &str| texts::text_with(Nl, key, &[("label", label), ("value", text)]);
    let given = |field: &str| Some(facts.answers.get(field).trim()).filter(|text| !text.is_empty());
    let known = facts.known.value(&question.concept);
    let doubted = known.filter(|value| value.in_onderzoek).map(|_| for_all(says("signal-onderzoek", "")));
    let differs = given(&format!("{}-anders", question.id)).map(|text| for_handler(says("signal-differs", text)));
    [doubted, differs].into_iter().flatten().collect()
}

/// What a register said later, in one word: the outcome, or that something stood in the way.
pub(crate) fn came_to(known: &Gecontroleerd) -> &'static str {
    let stands = known.verschillen.iter().any(|word| ["overlijden", "emigratie", "curatele", "leeftijd"].contains(word));
    if stands { "beletsel" } else { known.controle.uitkomst.word() }
}

/// The signals of what a register said later; none when all is as it was typed.
pub(crate) fn of_checked(known: &Gecontroleerd) -> Vec<NewSignaal> {
    let register = texts::text(Nl, &format!("register-{}", known.controle.register.name()));
    let says = |key: &str, what: &str| texts::text_with(Nl, key, &[("register", &register), ("what", what)]);
    let outcome = match known.controle.uitkomst {
        Uitkomst::Open | Uitkomst::Klopt => None,
        Uitkomst::NietGevonden => Some(says("signal-not-found", "")),
        Uitkomst::Verschilt => {
            let what = known.verschillen.iter().map(|word| texts::text(Nl, &format!("verschil-{word}")));
            Some(says("signal-verschilt", &what.collect::<Vec<_>>().join(", ")))
        }
    };
    let bijzonder = known.bijzonder.iter().map(|word| match *word {
        "geheimhouding" => texts::text(Nl, "signal-geheimhouding"),
        _ => says("signal-onderzoek-later", ""),
    });
    outcome.map(for_handler).into_iter().chain(bijzonder.map(for_all)).collect()
}
