//! A number of a bank account.
use std::fmt;

/// This is no account number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an IBAN: country, two check digits and the account")]
pub struct InvalidIban;

/// An IBAN (ISO 13616) whose check digits are right and whose shape is that of its country. Its digits never show in `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Iban(::iban::Iban);

impl Iban {
    /// Parses an account number as people type it: spaces and lower case are fine.
    pub fn parse(text: &str) -> Result<Self, InvalidIban> {
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).take(35).collect::<String>().to_ascii_uppercase();
        bare.parse().map(Self).map_err(|_| InvalidIban)
    }
}

/// In groups of four, as it stands on paper: `NL91 ABNA 0417 1643 00`.
impl fmt::Display for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Iban(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_number_is_read_however_it_is_typed_and_shown_in_fours() {
        for text in ["NL91ABNA0417164300", "nl91 abna 0417 1643 00", " NL91 ABNA0417164300\u{a0}"] {
            assert_eq!(Iban::parse(text).map(|iban| iban.to_string()), Ok("NL91 ABNA 0417 1643 00".to_owned()), "{text}");
        }
        assert!(Iban::parse("BE68 5390 0754 7034").is_ok());
        assert_eq!(format!("{:?}", Iban::parse("NL91ABNA0417164300")), "Ok(Iban(…))");
    }

    #[test]
    fn a_wrong_digit_an_old_number_or_another_country_s_length_is_no_iban() {
        for text in ["", "NL91ABNA0417164301", "417164300", "NL91ABNA041716430", "NL91-ABNA-0417-1643-00"] {
            assert_eq!(Iban::parse(text), Err(InvalidIban), "{text}");
        }
    }
}
