//! Each kind of service has its own regime: which term, which remedy, what happens when the organ is late. Dated data with sources in
//! `reference/regimes/regimes.csv`; a rule of the matter itself (an ordinance) goes before it.
use values::Term;

const TABLE: &str = include_str!("../../../reference/regimes/regimes.csv");

/// What happens when the organ is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LateRegime {
    /// Nothing by law.
    None,
    /// Dwangsom of Awb 4:17.
    Awb,
    /// Compensation of Awir 12 lid 2.
    Awir,
}

/// The regime of a kind of service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoortRegime {
    /// `aanvraag`
    pub soort: String,
    /// The term for a decision when the matter's own rules give none; none when the law gives none.
    pub beslistermijn: Option<Term>,
    /// Where that stands, or why there is none.
    pub beslistermijn_bron: String,
    /// Does the Algemene termijnenwet move its end? None when there is no term.
    pub atw: Option<bool>,
    /// What happens when the organ is late.
    pub dwangsom: LateRegime,
    /// Does silence mean yes, unless a rule says otherwise?
    pub lex_silencio: bool,
    /// `bezwaar`, `klacht`, `administratief beroep`
    pub rechtsmiddel: String,
    /// How long one has for it; none when there is no term (a complaint).
    pub rechtsmiddel_termijn: Option<Term>,
    /// The article that gives the remedy.
    pub rechtsmiddel_bron: String,
    /// Read in the text of the law, or known only: then it must be checked before it is shown.
    pub read_in_the_law: bool,
}

impl SoortRegime {
    /// The regimes that ship. Errors: the line that can't be read.
    pub fn shipped() -> Result<Vec<Self>, String> {
        let mut reader = csv::Reader::from_reader(TABLE.as_bytes());
        let rows = reader.records().enumerate();
        rows.map(|(at, row)| row.ok().and_then(|row| parse(&row)).ok_or_else(|| format!("regimes.csv:{}: not a regime", at + 2)))
            .collect()
    }

    /// The regime of this kind.
    pub fn of(soort: &str) -> Option<Self> {
        Self::shipped().ok()?.into_iter().find(|regime| regime.soort == soort)
    }
}

fn parse(row: &csv::StringRecord) -> Option<SoortRegime> {
    let text = |index: usize| row.get(index).map(str::to_owned);
    let term = |index: usize| match row.get(index)? {
        "" => Some(None),
        term => term.parse().ok().map(Some),
    };
    Some(SoortRegime {
        soort: text(0)?,
        beslistermijn: term(1)?,
        beslistermijn_bron: text(2)?,
        atw: match row.get(3)? {
            "ja" => Some(true),
            "nee" => Some(false),
            "nvt" => None,
            _ => return None,
        },
        dwangsom: match row.get(4)? {
            "geen" => LateRegime::None,
            "awb" => LateRegime::Awb,
            "awir" => LateRegime::Awir,
            _ => return None,
        },
        lex_silencio: row.get(6)? == "ja",
        rechtsmiddel: text(7)?,
        rechtsmiddel_termijn: term(8)?,
        rechtsmiddel_bron: text(9)?,
        read_in_the_law: row.get(10)? == "wettekst",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_own_regime() {
        let all = SoortRegime::shipped().unwrap();
        let kinds: Vec<_> = all.iter().map(|r| r.soort.as_str()).collect();
        assert_eq!(kinds, ["aangifte", "melding", "aanvraag", "dienstenwet-vergunning", "invordering", "toeslag", "subsidie"]);
        // A melding is no application: no term, no dwangsom, no objection.
        let melding = SoortRegime::of("melding").unwrap();
        assert_eq!((melding.beslistermijn, melding.dwangsom, melding.rechtsmiddel.as_str()), (None, LateRegime::None, "klacht"));
        // Thirteen weeks is more than twelve: the Algemene termijnenwet does not apply (article 4 a).
        let toeslag = SoortRegime::of("toeslag").unwrap();
        assert_eq!((toeslag.beslistermijn, toeslag.atw), (Some(Term::weeks(13)), Some(false)));
        assert_eq!(SoortRegime::of("invordering").unwrap().rechtsmiddel, "administratief beroep");
        assert!(SoortRegime::of("dienstenwet-vergunning").unwrap().lex_silencio);
    }
}
