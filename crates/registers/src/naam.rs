//! A name as the BRP has it, how it is written, and when what a person typed is the same.
use crate::adres::words;

/// A name as it stands in the register, without that of a partner.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Naam {
    /// All first names.
    pub voornamen: Option<String>,
    /// `J.M.`
    pub voorletters: Option<String>,
    /// `jonkheer`: stands before the first names.
    pub predicaat: Option<String>,
    /// `baron`: stands before the surname.
    pub adellijke_titel: Option<String>,
    /// `van den`
    pub voorvoegsel: Option<String>,
    /// The surname without what stands before it.
    pub geslachtsnaam: Option<String>,
}

impl Naam {
    /// `jonkvrouw Anna Maria van den Berg`: predicate, first names, title, surname. None when nothing is known.
    pub fn volledig(&self) -> Option<String> {
        let [predicaat, titel] = [self.predicaat.as_deref(), self.adellijke_titel.as_deref()];
        words([predicaat, self.voornamen.as_deref(), titel, self.achternaam().as_deref()])
    }

    /// `A.M. van den Berg`
    pub fn met_voorletters(&self) -> Option<String> {
        words([self.voorletters.as_deref().or(self.voornamen.as_deref()), self.achternaam().as_deref()])
    }

    /// `van den Berg`
    pub fn achternaam(&self) -> Option<String> {
        words([self.voorvoegsel.as_deref(), self.geslachtsnaam.as_deref()])
    }
}

hidden!(Naam);

/// The same letters and digits; capitals, spaces and other marks make no difference.
pub(crate) fn alike(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    bare(one) == bare(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_spaces_make_no_difference_and_other_letters_do() {
        assert!(alike("Van der Berg", "van der  berg") && alike("Van Dagobert B.V.", "van Dagobert BV"));
        assert!(!alike("Beamont", "Béamont"), "a person looks at it");
    }
}
