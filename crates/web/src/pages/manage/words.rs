//! What a version says, in words, and what differs between two.
use crate::{ask::Ask, pages::wayfinding::product::term_in_words, staff::role_key};
use access::Role;
use catalogue::{Contact, Fg, HostedSettings, Norm, Overlay, Text};
use hosting::Content;
use jiff::civil::Date;
use terms::Counting;
use values::Term;

/// What to call it, as a key of the texts, and what it says.
pub(super) type Line = (&'static str, String);

/// What differs.
pub(super) struct Change {
    pub label: String,
    pub before: String,
    pub after: String,
}

/// What it says, line by line; a line that is not there is empty.
pub(super) fn lines(ask: &Ask, content: Option<&Content>) -> Vec<Line> {
    match content {
        None | Some(Content::TakenDown) => vec![("manage-offered", ask.text("no"))],
        Some(Content::Overlay(overlay)) => of_overlay(ask, overlay),
        Some(Content::Settings(settings)) => of_settings(ask, settings),
        Some(Content::Roles(roles)) => vec![("field-rollen", in_words(ask, roles))],
    }
}

/// What a proposal is compared with.
pub(super) struct Before {
    /// What is in force; of a service that was taken down what was in force before that.
    pub content: Option<Content>,
    /// It was taken down since.
    pub stopped: bool,
}

impl Before {
    fn lines(&self, ask: &Ask, after: &Content) -> Vec<Line> {
        match (&self.content, after) {
            // Of whom nothing was published here sign-in says what she is.
            (None, Content::Roles(_)) => vec![("field-rollen", ask.text("manage-roles-sign-in"))],
            (content, _) => {
                let mut lines = lines(ask, content.as_ref());
                for (_, text) in lines.iter_mut().filter(|(key, _)| self.stopped && *key == "manage-offered") {
                    *text = ask.text("no");
                }
                lines
            }
        }
    }
}

/// The lines of `after` and `before` that are not the same.
pub(super) fn changes(ask: &Ask, before: &Before, after: &Content) -> Vec<Change> {
    let (before, after) = (before.lines(ask, after), lines(ask, Some(after)));
    let said =
        |lines: &[Line], key: &str| lines.iter().find(|(of, _)| *of == key).map(|(_, text)| text.clone()).unwrap_or_default();
    let gone = before.iter().filter(|(key, _)| !after.iter().any(|(of, _)| of == key));
    let keys: Vec<_> = after.iter().chain(gone).map(|(key, _)| *key).collect();
    let all = keys.into_iter().map(|key| Change { label: ask.text(key), before: said(&before, key), after: said(&after, key) });
    all.filter(|change| change.before != change.after).collect()
}

/// `behandelaar, klantcontact`
pub(super) fn in_words(ask: &Ask, roles: &[Role]) -> String {
    if roles.is_empty() {
        return ask.text("manage-no-roles");
    }
    roles.iter().map(|role| ask.text(role_key(*role))).collect::<Vec<_>>().join(", ")
}

fn of_overlay(ask: &Ask, overlay: &Overlay) -> Vec<Line> {
    let some = |text: Option<&String>| text.cloned().unwrap_or_default();
    let rule = overlay.verordening.as_ref();
    let since: Option<Date> = rule.and_then(|rule| rule.datum.as_ref()?.parse().ok());
    let own = overlay.termijn.as_ref();
    let mandaat = overlay.mandaat.as_ref();
    let term = own.and_then(|own| own.term.parse::<Term>().ok());
    let silence = overlay.lex_silencio.map(|yes| ask.text(if yes { "yes" } else { "no" }));
    let mut lines = vec![("manage-offered", ask.text("yes"))];
    lines.extend(both(("field-team-nl", "field-team-en"), Some(&overlay.team)));
    let norm = overlay.norm.as_ref().map(|norm| of_norm(ask, ("field-norm-term", "field-norm-source"), norm));
    lines.extend(norm.into_iter().flatten());
    lines.extend(both(("field-leges-nl", "field-leges-en"), overlay.leges.as_ref()));
    lines.extend([
        ("field-verordening-naam", some(rule.map(|rule| &rule.naam))),
        ("field-verordening-artikel", some(rule.and_then(|rule| rule.artikel.as_ref()))),
        ("field-verordening-datum", since.map(|day| texts::date(day, ask.language)).unwrap_or_default()),
        ("field-verordening-link", some(rule.and_then(|rule| rule.link.as_ref()))),
        ("field-termijn-term", term.map(|term| term_in_words(term, Counting::CalendarDays, ask.language)).unwrap_or_default()),
        ("field-termijn-grondslag", some(own.map(|own| &own.grondslag))),
        ("field-lex-silencio", silence.unwrap_or_default()),
        ("field-lex-silencio-bron", some(overlay.lex_silencio_bron.as_ref())),
        ("field-mandaat-aan", some(mandaat.map(|mandaat| &mandaat.aan))),
        ("field-mandaat-grondslag", some(mandaat.map(|mandaat| &mandaat.grondslag))),
    ]);
    lines.extend(both(("field-bevoegd-orgaan-nl", "field-bevoegd-orgaan-en"), overlay.bevoegd_orgaan.as_ref()));
    lines.extend(both(("field-volgorde-nl", "field-volgorde-en"), overlay.volgorde.as_ref()));
    lines.extend(of_contact(overlay.contact.as_ref()));
    lines
}

fn of_settings(ask: &Ask, settings: &HostedSettings) -> Vec<Line> {
    let mut lines: Vec<Line> = both(("field-vraag-team-nl", "field-vraag-team-en"), Some(&settings.vraag_team)).into();
    lines.extend(of_norm(ask, ("field-vraag-norm-term", "field-vraag-norm-source"), &settings.vraag_norm));
    lines.extend(of_contact(settings.contact.as_ref()));
    let fg = |of: fn(&Fg) -> Option<&String>| settings.fg.as_ref().and_then(of).cloned().unwrap_or_default();
    lines.extend([("field-fg-email", fg(|fg| fg.email.as_ref())), ("field-fg-link", fg(|fg| fg.link.as_ref()))]);
    lines
}

fn of_norm(ask: &Ask, (term, source): (&'static str, &'static str), norm: &Norm) -> [Line; 2] {
    [(term, term_in_words(norm.length(), norm.counts, ask.language)), (source, norm.source.clone())]
}

fn both((nl, en): (&'static str, &'static str), text: Option<&Text>) -> [Line; 2] {
    [(nl, text.map(|text| text.nl.clone()).unwrap_or_default()), (en, text.map(|text| text.en.clone()).unwrap_or_default())]
}

fn of_contact(contact: Option<&Contact>) -> Vec<Line> {
    let contact = contact.cloned().unwrap_or_default();
    let mut lines = vec![
        ("field-contact-telefoon", contact.telefoon.unwrap_or_default()),
        ("field-contact-email", contact.email.unwrap_or_default()),
        ("field-contact-adres", contact.adres.unwrap_or_default()),
    ];
    let keys = ("field-contact-openingstijden-nl", "field-contact-openingstijden-en");
    lines.extend(both(keys, contact.openingstijden.as_ref()));
    lines
}
