//! A parent or guardian acts for a child: what the BRP says of the authority decides, with the age that each service sets. Pure.
use access::{Grond, Refusal, Vertegenwoordiging};
use jiff::civil::Date;
use registers::{Datum, Gerelateerde, GezagSoort, Gezagsrelatie, Persoon};
use terms::Meerderjarigheid;
use values::Bsn;

/// Until which age a service can be done for a child; with its source in the service file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leeftijdsgrens {
    /// The service.
    pub dienst: String,
    /// Younger than this, in years.
    pub jonger_dan: u8,
}

/// Can something be arranged here for a child?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kan {
    /// Yes: her parent has authority.
    Ja,
    /// She is too old for every service that can be done for a child here.
    TeOud,
    /// The register does not say that her parent has authority.
    GeenGezag,
    /// What the register says of her or of the authority is under investigation.
    InOnderzoek,
}

/// One child of a parent, as the list shows it.
#[derive(Clone)]
pub struct Kind {
    /// The child; none for a child without a number, for whom nothing can be done here.
    pub bsn: Option<Bsn>,
    /// Her name.
    pub naam: String,
    /// Can something be arranged for her?
    pub kan: Kan,
}

/// The minor children of this parent, in the order of the register, from the parent's own list.
pub fn kinderen(ouder: &Persoon, grenzen: &[Leeftijdsgrens], today: Date) -> Vec<Kind> {
    let of_age = Meerderjarigheid::on(today).map(|one| one.leeftijd);
    let adult = |born: Datum| of_age.and_then(|of_age| born.minstens(of_age, today));
    let minor = |kind: &Gerelateerde| born(kind).and_then(adult) != Some(true);
    let all = ouder.kinderen.iter().enumerate().filter(|(_, kind)| minor(kind));
    all.filter_map(|(place, kind)| {
        let doubt = ouder.in_onderzoek(&format!("kinderen.{place}")) || ouder.in_onderzoek("gezag");
        let kan = match &kind.bsn {
            _ if doubt => Kan::InOnderzoek,
            Some(bsn) if !has_gezag(&ouder.gezag, &ouder.bsn, bsn) => Kan::GeenGezag,
            None => Kan::GeenGezag,
            Some(_) if diensten(born(kind), grenzen, today).is_empty() => Kan::TeOud,
            Some(_) => Kan::Ja,
        };
        Some(Kind { bsn: kind.bsn.clone(), naam: kind.naam.volledig()?, kan })
    })
    .collect()
}

/// What this parent may do for a child, from the child's own list, asked at the moment of beginning. Errors: why she may not.
pub fn over_kind(
    kind: &Persoon,
    ouder: &Persoon,
    grenzen: &[Leeftijdsgrens],
    today: Date,
) -> Result<Vertegenwoordiging, Refusal> {
    if kind.is_overleden() {
        return Err(Refusal("refused-child-deceased"));
    }
    if kind.opschorting.is_some() {
        return Err(Refusal("refused-child-elsewhere"));
    }
    // Her address would be on the screen. Who asked that it be kept from others may have meant this parent (Wet BRP 2.59): a person judges.
    if kind.geheimhouding == registers::Geheimhouding::Ja {
        return Err(Refusal("refused-child-desk"));
    }
    if ["gezag", "naam", "geboorte"].iter().any(|path| kind.in_onderzoek(path)) {
        return Err(Refusal("refused-child-doubt"));
    }
    if !has_gezag(&kind.gezag, &ouder.bsn, &kind.bsn) {
        return Err(Refusal("refused-child-no-gezag"));
    }
    let diensten = diensten(kind.geboorte.as_ref().and_then(|geboorte| geboorte.datum), grenzen, today);
    if diensten.is_empty() {
        return Err(Refusal("refused-child-too-old"));
    }
    let (Some(naam), Some(door)) = (kind.naam.volledig(), ouder.naam.volledig()) else {
        return Err(Refusal("refused-child-desk"));
    };
    Ok(Vertegenwoordiging { voor: kind.bsn.clone(), naam, door, grond: Grond::Gezag, diensten })
}

/// Where the register can't say who has authority, or nobody has it now, nobody acts on it.
fn has_gezag(relaties: &[Gezagsrelatie], ouder: &Bsn, kind: &Bsn) -> bool {
    let known = |soort| !matches!(soort, GezagSoort::TijdelijkGeenGezag | GezagSoort::NietTeBepalen);
    let about = relaties.iter().filter(|relatie| relatie.minderjarige.as_ref() == Some(kind) && known(relatie.soort));
    about.into_iter().any(|relatie| relatie.gezaghebbenden.contains(ouder))
}

fn born(kind: &Gerelateerde) -> Option<Datum> {
    kind.geboorte.as_ref().and_then(|geboorte| geboorte.datum)
}

/// The services for which she is surely young enough.
fn diensten(born: Option<Datum>, grenzen: &[Leeftijdsgrens], today: Date) -> Vec<String> {
    let younger =
        |grens: &&Leeftijdsgrens| born.and_then(|born| born.minstens(i16::from(grens.jonger_dan), today)) == Some(false);
    grenzen.iter().filter(younger).map(|grens| grens.dienst.clone()).collect()
}
