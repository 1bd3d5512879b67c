//! Within which term the holder of a register decides on a request to correct it, and what one can do when it does not follow. Dated data
//! with sources in `reference/regimes/correctie.csv`.
use crate::{
    Atw, Calendar, Deadline, Direction, TermFault, end_of_term,
    tabel::{self, Dated},
};
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::LazyLock;
use values::Term;

const TABLE: &str = include_str!("../../../reference/regimes/correctie.csv");
static SHIPPED: LazyLock<Vec<CorrectieRegime>> = LazyLock::new(|| tabel::read(TABLE));

/// The regime of requests to correct a register.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct CorrectieRegime {
    /// `brp`
    pub register: String,
    /// For which value, by the name under which we show it: `geheim`; empty for all that have none of their own.
    pub veld: String,
    /// The term for deciding.
    #[serde(deserialize_with = "tabel::parsed")]
    pub beslistermijn: Term,
    /// The article that sets it.
    pub beslistermijn_bron: String,
    /// Does the Algemene termijnenwet move its end?
    pub atw: Atw,
    /// By how much it may be made longer, each time; none when it may not.
    #[serde(deserialize_with = "tabel::parsed_or_none")]
    pub verlenging: Option<Term>,
    /// The article that allows that.
    pub verlenging_bron: String,
    /// For which values it may, by the name under which we show them: `naam`.
    #[serde(deserialize_with = "tabel::words")]
    pub verlenging_velden: Vec<String>,
    /// `bezwaar`
    pub rechtsmiddel: String,
    /// How long one has for it.
    #[serde(deserialize_with = "tabel::parsed")]
    pub rechtsmiddel_termijn: Term,
    /// The articles that give it.
    pub rechtsmiddel_bron: String,
    /// The youngest age at which one may ask it oneself.
    pub vanaf_leeftijd: i16,
    /// The articles that say who may.
    pub wie_mag_bron: String,
    /// Since when it is so.
    pub vanaf: Date,
}

impl CorrectieRegime {
    /// The regime of a request about this value of this register on this day; none when the law we know gives none.
    pub fn of(register: &str, veld: &str, on: Date) -> Option<&'static Self> {
        let about = |veld: &str| tabel::in_force(&SHIPPED, |regime| regime.register == register && regime.veld == veld, on);
        about(veld).or_else(|| about(""))
    }

    /// The last day to decide on what was received on this day. Errors: `UnknownYear`.
    pub fn last_day(&'static self, received: Date, calendar: &Calendar) -> Result<Deadline, TermFault> {
        end_of_term(received, self.beslistermijn, &self.beslistermijn_bron, (self.atw, Direction::Onwards), calendar)
    }

    /// May the term be made longer for a request about this value?
    pub fn may_be_longer(&self, veld: &str) -> bool {
        self.verlenging.is_some() && self.verlenging_velden.iter().any(|one| one == veld)
    }
}

impl Dated for CorrectieRegime {
    fn vanaf(&self) -> Date {
        self.vanaf
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_municipality_decides_within_four_weeks_and_never_on_a_day_off() {
        assert_eq!(SHIPPED.len(), TABLE.trim().lines().count() - 1, "every line is read");
        let brp = CorrectieRegime::of("brp", "naam", date(2026, 11, 23)).unwrap();
        let calendar = Calendar::shipped().unwrap();
        // Four weeks after Monday 23 November 2026.
        assert_eq!(brp.last_day(date(2026, 11, 23), &calendar).unwrap().date, date(2026, 12, 21));
        // Four weeks after Friday 27 November 2026 is the first day of Christmas; then the second, Saturday and Sunday.
        let moved = brp.last_day(date(2026, 11, 27), &calendar).unwrap();
        assert_eq!(moved.date, date(2026, 12, 28));
        assert_eq!(moved.reasons[0].article(), "Wet BRP artikel 2.58 lid 1");
        assert_eq!((brp.rechtsmiddel.as_str(), brp.rechtsmiddel_termijn), ("bezwaar", Term::weeks(6)));
        assert_eq!(brp.vanaf_leeftijd, 16);
    }

    #[test]
    fn only_civil_status_and_nationality_may_take_longer() {
        let brp = CorrectieRegime::of("brp", "naam", date(2026, 11, 23)).unwrap();
        assert!(brp.may_be_longer("naam") && brp.may_be_longer("nationaliteit"));
        assert!(!brp.may_be_longer("adres") && !brp.may_be_longer("sinds"));
    }

    #[test]
    fn that_data_go_to_nobody_else_is_asked_by_an_article_of_its_own() {
        let geheim = CorrectieRegime::of("brp", "geheim", date(2026, 11, 23)).unwrap();
        assert_eq!((geheim.beslistermijn_bron.as_str(), geheim.beslistermijn), ("Wet BRP artikel 2.59", Term::weeks(4)));
        assert!(!geheim.may_be_longer("geheim"));
    }

    #[test]
    fn of_what_we_do_not_know_there_is_none() {
        assert_eq!(CorrectieRegime::of("kvk", "naam", date(2026, 11, 23)), None);
        assert_eq!(CorrectieRegime::of("brp", "naam", date(2025, 2, 11)), None);
    }
}
