//! An address in the Netherlands, as registers hold it, and how it is written on one line or two.
/// An address in the Netherlands; a register may not hold, or not hand out, any part of it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Adres {
    /// The name of the street (openbare ruimte) in full.
    pub straat: Option<String>,
    /// The same in at most 24 characters (NEN 5825), where the register holds only that one or both.
    pub korte_naam: Option<String>,
    /// House number, 1 … 99999.
    pub huisnummer: Option<u32>,
    /// One letter.
    pub huisletter: Option<String>,
    /// At most four letters and digits.
    pub toevoeging: Option<String>,
    /// `tegenover` or `bij`: not at the number itself.
    pub aanduiding_bij_huisnummer: Option<String>,
    /// Four digits and two letters, without a space.
    pub postcode: Option<String>,
    /// The town.
    pub woonplaats: Option<String>,
    /// The municipality that keeps the address, for the line of the town when that is not known.
    pub gemeente: Option<String>,
    /// Its nummeraanduiding in the BAG: sixteen digits.
    pub nummeraanduiding: Option<String>,
    /// The object that has this address in the BAG: sixteen digits.
    pub adresseerbaar_object: Option<String>,
}

hidden!(Adres);

impl Adres {
    /// `Boterdiep 31`, `Cronus 555B-73c`; none when neither street nor number is known.
    pub fn eerste_regel(&self) -> Option<String> {
        let straat = self.straat.as_deref().or(self.korte_naam.as_deref());
        let nummer = self.huisnummer.map(|nummer| {
            let letter = self.huisletter.as_deref().unwrap_or_default();
            let toevoeging = self.toevoeging.as_ref().map(|t| format!("-{t}")).unwrap_or_default();
            format!("{nummer}{letter}{toevoeging}")
        });
        words([straat, self.aanduiding_bij_huisnummer.as_deref(), nummer.as_deref()])
    }

    /// `3077 AW Rotterdam`; none when neither postcode nor town is known.
    pub fn tweede_regel(&self) -> Option<String> {
        let postcode = self.postcode.as_deref().map(|p| match p.split_at_checked(4) {
            Some((digits, letters)) if !letters.is_empty() => format!("{digits} {}", letters.trim_start()),
            _ => p.to_owned(),
        });
        // A municipality by itself is no place where somebody lives.
        let gemeente = self.gemeente.as_deref().filter(|_| postcode.is_some());
        words([postcode.as_deref(), self.woonplaats.as_deref().or(gemeente)])
    }

    /// The lines that are known: two, one or none.
    pub fn regels(&self) -> Vec<String> {
        [self.eerste_regel(), self.tweede_regel()].into_iter().flatten().collect()
    }

    /// `Boterdiep 31, 3077 AW Rotterdam`; none when nothing is known of where it is.
    pub fn op_een_regel(&self) -> Option<String> {
        let regels = self.regels();
        (!regels.is_empty()).then(|| regels.join(", "))
    }
}

/// What is known, with a space between; none when nothing is.
pub(crate) fn words<const N: usize>(parts: [Option<&str>; N]) -> Option<String> {
    let known: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    (!known.is_empty()).then(|| known.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn an_address_is_written_with_what_is_known() {
        let adres = Adres { korte_naam: some("Cronus"), huisnummer: Some(555), postcode: some("3225TD"), ..Adres::default() };
        assert_eq!(adres.op_een_regel(), some("Cronus 555, 3225 TD"));
        let adres = Adres { huisletter: some("B"), toevoeging: some("73c"), gemeente: some("Voorne aan Zee"), ..adres };
        assert_eq!(adres.regels(), ["Cronus 555B-73c", "3225 TD Voorne aan Zee"]);
        let adres = Adres { straat: some("Cronuslaan"), woonplaats: some("Hellevoetsluis"), ..adres };
        assert_eq!(adres.op_een_regel(), some("Cronuslaan 555B-73c, 3225 TD Hellevoetsluis"));
        let adres = Adres { huisnummer: Some(469), aanduiding_bij_huisnummer: some("tegenover"), ..Adres::default() };
        assert_eq!(Adres { straat: some("Kade"), ..adres }.op_een_regel(), some("Kade tegenover 469"));
        assert_eq!(Adres { gemeente: some("Rotterdam"), ..Adres::default() }.op_een_regel(), None);
        assert_eq!(format!("{:?}", Adres::default()), "Adres(…)");
    }
}
