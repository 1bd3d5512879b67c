//! Each kind of service has its own regime: which term, which remedy, what happens when the organ is late. Dated data with sources in
//! `reference/regimes/regimes.csv`; a rule of the matter itself (an ordinance) goes before it.
use crate::{
    Atw, Calendar, Deadline, Direction, TermFault, end_of_term,
    tabel::{self, Dated},
};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de::Error as _};
use std::sync::LazyLock;
use values::Term;

const TABLE: &str = include_str!("../../../reference/regimes/regimes.csv");
static SHIPPED: LazyLock<Vec<SoortRegime>> = LazyLock::new(|| tabel::read(TABLE));

/// What happens when the organ is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LateRegime {
    /// Nothing by law.
    #[serde(rename = "geen")]
    None,
    /// Dwangsom of Awb 4:17.
    Awb,
    /// Compensation of Awir 12 lid 2.
    Awir,
}

/// The regime of a kind of service.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SoortRegime {
    /// `aanvraag`
    pub soort: String,
    /// The term for a decision when the matter's own rules give none; none when the law gives none.
    #[serde(deserialize_with = "tabel::parsed_or_none")]
    pub beslistermijn: Option<Term>,
    /// Where that stands, or why there is none.
    pub beslistermijn_bron: String,
    /// Does the Algemene termijnenwet move its end? None when there is no term.
    #[serde(deserialize_with = "moves")]
    pub atw: Option<bool>,
    /// The article by which the organ may move the last day once, with the reason, telling so before that day; none where what was read of
    /// the law gives no such power.
    pub verlenging_bron: Option<String>,
    /// What happens when the organ is late.
    pub dwangsom: LateRegime,
    /// Does silence mean yes, unless a rule says otherwise?
    #[serde(deserialize_with = "tabel::yes")]
    pub lex_silencio: bool,
    /// `bezwaar`, `klacht`, `administratief beroep`
    pub rechtsmiddel: String,
    /// How long one has for it; none when there is no term (a complaint).
    #[serde(deserialize_with = "tabel::parsed_or_none")]
    pub rechtsmiddel_termijn: Option<Term>,
    /// Does the Algemene termijnenwet move the end of that? Where it was not read: no, for then nobody is told a day that is too late.
    pub rechtsmiddel_atw: Atw,
    /// The article that gives the remedy.
    pub rechtsmiddel_bron: String,
    /// Since when it is so, or from when the text is that was read.
    pub vanaf: Date,
    /// Read in the text of the law, or known only: then it must be checked before it is shown.
    #[serde(rename = "gecontroleerd", deserialize_with = "tabel::in_the_law")]
    pub read_in_the_law: bool,
}

impl SoortRegime {
    /// The regime of this kind on this day; none when the law we know gives none.
    pub fn of(soort: &str, on: Date) -> Option<&'static Self> {
        tabel::in_force(&SHIPPED, |regime| regime.soort == soort, on)
    }

    /// The newest regime of this kind: what a service of it must say of itself, whatever the day.
    pub fn newest(soort: &str) -> Option<&'static Self> {
        Self::of(soort, Date::MAX)
    }

    /// Does what it is about end in a decision, against which the law gives a remedy within a term? A complaint has none.
    pub fn gives_remedy(&self) -> bool {
        self.rechtsmiddel_termijn.is_some()
    }

    /// The last day for the remedy against what was made known on this day; none when there is no term. Errors: `UnknownYear`.
    pub fn remedy_until(&'static self, bekendgemaakt: Date, calendar: &Calendar) -> Result<Option<Deadline>, TermFault> {
        let atw = (self.rechtsmiddel_atw, Direction::Onwards);
        let end = |term| end_of_term(bekendgemaakt, term, &self.rechtsmiddel_bron, atw, calendar);
        self.rechtsmiddel_termijn.map(end).transpose()
    }
}

/// `ja`, `nee`, or `nvt` where there is no term.
fn moves<'de, D: Deserializer<'de>>(cell: D) -> Result<Option<bool>, D::Error> {
    match String::deserialize(cell)?.as_str() {
        "nvt" => Ok(None),
        "ja" => Ok(Some(true)),
        "nee" => Ok(Some(false)),
        _ => Err(D::Error::custom("neither ja, nee nor nvt")),
    }
}

impl Dated for SoortRegime {
    fn vanaf(&self) -> Date {
        self.vanaf
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_kind_has_its_own_regime() {
        assert_eq!(SHIPPED.len(), TABLE.trim().lines().count() - 1, "every line is read");
        let kinds: Vec<_> = SHIPPED.iter().map(|r| r.soort.as_str()).collect();
        let all = ["aangifte", "melding", "aanvraag", "dienstenwet-vergunning", "invordering", "heffing", "toeslag", "subsidie"];
        assert_eq!(kinds, all);
        // A melding is no application: no term, no dwangsom, no objection.
        let melding = SoortRegime::newest("melding").unwrap();
        assert_eq!((melding.beslistermijn, melding.dwangsom, melding.gives_remedy()), (None, LateRegime::None, false));
        // Thirteen weeks is more than twelve: the Algemene termijnenwet does not apply (article 4 a).
        let toeslag = SoortRegime::newest("toeslag").unwrap();
        assert_eq!((toeslag.beslistermijn, toeslag.atw), (Some(Term::weeks(13)), Some(false)));
        assert!(SoortRegime::newest("dienstenwet-vergunning").unwrap().lex_silencio);
        // Only where the law says so the day may move.
        let moves = SHIPPED.iter().filter_map(|r| Some((r.soort.as_str(), r.verlenging_bron.as_deref()?)));
        assert_eq!(moves.collect::<Vec<_>>(), [("dienstenwet-vergunning", "Dienstenwet artikel 31")]);
    }

    #[test]
    fn each_remedy_has_its_own_last_day() {
        let calendar = Calendar::shipped().unwrap();
        let until =
            |soort, from| SoortRegime::of(soort, from).unwrap().remedy_until(from, &calendar).unwrap().map(|end| end.date);
        // Six weeks after Friday 13 November 2026 is the first day of Christmas: to object one has until Monday.
        assert_eq!(until("aanvraag", date(2026, 11, 13)), Some(date(2026, 12, 28)));
        // Administratief beroep: ten days, and not moved by a law that was not read for it.
        let invordering = SoortRegime::of("invordering", date(2026, 11, 25)).unwrap();
        assert_eq!((invordering.rechtsmiddel.as_str(), invordering.read_in_the_law), ("administratief beroep", false));
        assert_eq!(until("invordering", date(2026, 11, 25)), Some(date(2026, 12, 5)));
        assert_eq!(until("melding", date(2026, 11, 25)), None);
    }

    #[test]
    fn of_a_day_before_the_text_that_was_read_there_is_none() {
        assert_eq!(SoortRegime::of("aanvraag", date(2025, 12, 31)), None);
        assert_eq!(SoortRegime::of("overdracht", date(2026, 11, 25)), None);
    }
}
