//! Whom to call now, above everything else, for who writes that somebody may be in danger.
use crate::ask::Ask;

/// Somebody to call.
pub(crate) struct Urgent {
    /// For what, with the number in it.
    pub text: String,
    /// Its numbers: as a telephone takes them, and as people read them.
    pub numbers: Vec<(String, String)>,
}

/// Whom to call, for who wrote this; the first is the likeliest, 112 is always among them. Empty when nothing says that there is danger.
pub(crate) fn urgent(ask: &Ask, text: &str) -> Vec<Urgent> {
    let number = |shown: &String| (shown.replace(' ', ""), shown.clone());
    let one = |hulp: &right_door::Noodhulp| Urgent {
        text: ask.text(&format!("danger-{}", hulp.naam)),
        numbers: hulp.nummers.iter().map(number).collect(),
    };
    ask.app.engine.whom_to_call(text).into_iter().map(one).collect()
}
