//! An organisation by its name, as people type it.
use crate::{Catalogue, Organisatie, OrganisatieSoort};

/// What stands before the name of a body of the State, in the register or as people say it: `Directoraat-generaal Toeslagen`, `Dienst Toeslagen`.
const STATE: [&str; 3] = ["directoraatgeneraal", "dienst", "agentschap"];

/// Without capitals, spaces and signs.
fn plain(text: &str) -> String {
    text.to_lowercase().replace(['-', '\'', '’', ' ', '.'], "")
}

/// Without what stands before the name of a body of the State.
fn core(plain: &str) -> &str {
    STATE.iter().find_map(|before| plain.strip_prefix(before)).unwrap_or(plain)
}

/// The one of these; `None` when there are several.
fn only<'a>(found: impl Iterator<Item = &'a Organisatie>) -> Option<&'a Organisatie> {
    let mut found = found;
    let first = found.next()?;
    found.all(|other| other.tooi == first.tooi).then_some(first)
}

impl Catalogue {
    /// The organisation of this name, as people type it: a municipality by its name alone, another by its name with or without its kind, a
    /// body of the State also by how its site is called (`UWV`). `None` when none or several are called so.
    pub fn organisatie_named(&self, name: &str) -> Option<&Organisatie> {
        let typed = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let bare = ["de ", "het "].iter().find_map(|article| {
            let start = typed.get(..article.len()).filter(|start| start.to_lowercase() == *article)?;
            typed.strip_prefix(start)
        });
        // De Bilt is not Bilt: first as it was typed.
        [Some(typed.as_str()), bare].into_iter().flatten().find_map(|name| self.named(name))
    }

    fn named(&self, name: &str) -> Option<&Organisatie> {
        let wanted = plain(name);
        if wanted.is_empty() {
            return None;
        }
        let others = || self.organisaties().iter().filter(|o| o.soort != OrganisatieSoort::Gemeente);
        let of_the_state = || others().filter(|o| o.soort == OrganisatieSoort::Anders);
        let agency = || self.agencies.values().filter(|agency| agency.is_called(&wanted));
        self.gemeente_named(name)
            .or_else(|| only(others().filter(|o| plain(&o.naam_met_soort) == wanted)))
            .or_else(|| only(others().filter(|o| plain(&o.naam) == wanted)))
            .or_else(|| only(of_the_state().filter(|o| core(&plain(&o.naam)) == core(&wanted))))
            .or_else(|| only(agency().filter_map(|agency| self.organisatie(agency.tooi()))))
    }
}
