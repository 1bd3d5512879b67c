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

    /// Is this the address that somebody typed on a line? It must have postcode and number, with street and town if she typed those:
    /// `Cronus 555 B-73c, 3225 TD Hellevoetsluis`. A line with anything else in it is another address, so that a person looks at it.
    pub(crate) fn is_typed(&self, text: &str) -> bool {
        let (Some(postcode), Some(nummer)) = (&self.postcode, self.huisnummer) else { return false };
        let (postcode, mut line) = (pieces(postcode), pieces(text));
        let Some(at) = line.windows(postcode.len()).position(|part| part == postcode) else { return false };
        line.drain(at..at + postcode.len());
        let perhaps = |names: [&Option<String>; 2]| {
            let mut all: Vec<Vec<String>> = names.into_iter().flatten().map(|name| pieces(name)).collect();
            all.push(vec![]);
            all
        };
        let nummer: Vec<String> = pieces(&nummer.to_string())
            .into_iter()
            .chain([&self.huisletter, &self.toevoeging].into_iter().flatten().flat_map(|part| pieces(part)))
            .collect();
        let (straten, plaatsen) = (perhaps([&self.straat, &self.korte_naam]), perhaps([&self.woonplaats, &self.gemeente]));
        let bij = self.aanduiding_bij_huisnummer.as_deref().map(pieces).unwrap_or_default();
        straten.iter().any(|straat| plaatsen.iter().any(|plaats| line == [&straat[..], &bij, &nummer, plaats].concat()))
    }
}

/// Its runs of letters and of digits, in small letters: `31-1` is another number than `311`, and `31 b` the same as `31B`.
fn pieces(text: &str) -> Vec<String> {
    let kind = |c: char| if c.is_ascii_digit() { 2 } else { u8::from(c.is_alphanumeric()) };
    let (mut pieces, mut last) = (Vec::<String>::new(), 0);
    for c in text.chars() {
        match (kind(c), pieces.last_mut()) {
            (0, _) => {}
            (now, Some(piece)) if now == last => piece.extend(c.to_lowercase()),
            _ => pieces.push(c.to_lowercase().collect()),
        }
        last = kind(c);
    }
    pieces
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
    fn an_address_is_the_one_that_was_typed_when_nothing_in_the_line_is_another() {
        let adres = Adres { korte_naam: some("Cronus"), huisnummer: Some(555), postcode: some("3225TD"), ..Adres::default() };
        let adres = Adres { huisletter: some("B"), toevoeging: some("73c"), woonplaats: some("Hellevoetsluis"), ..adres };
        for same in ["Cronus 555 B-73c, 3225 TD Hellevoetsluis", "3225td 555b 73C", "cronus 555B-73c 3225TD"] {
            assert!(adres.is_typed(same), "{same}");
        }
        for other in
            ["3225 TD", "3225 TD 555", "Cronus 556B-73c, 3225 TD", "Kade 555B-73c, 3225 TD", "3225 TE 555B-73c", "555B-73c"]
        {
            assert!(!adres.is_typed(other), "{other}");
        }
        let short = Adres { huisletter: None, toevoeging: some("1"), ..adres };
        assert!(short.is_typed("3225 TD 555-1") && !short.is_typed("3225 TD 5551"));
        assert!(!Adres::default().is_typed(""), "what is not known is not the same");
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
