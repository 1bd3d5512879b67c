//! Numbers of persons, companies and organisations. Their digits never show in `Debug`.
use std::fmt;

/// What is wrong with a number; says nothing of the digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidNumber {
    /// Not the right count of digits, or something that is no digit.
    #[error("not {0} digits")]
    Shape(usize),
    /// The 11-check fails.
    #[error("fails the 11-check")]
    Check,
}

/// Do these nine digits pass the 11-check (weights 9 … 2, and -1 for the last)? All zeroes do not.
pub(crate) fn elfproef(digits: &[u8]) -> bool {
    digits.len() == 9 && digits.iter().any(|d| *d != b'0') && {
        let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
        let sum: i32 = digits.iter().zip(weights).map(|(d, w)| i32::from(d - b'0') * w).sum();
        sum % 11 == 0
    }
}

fn digits(text: &str, count: usize) -> Result<String, InvalidNumber> {
    let ok = text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    if ok { Ok(text.to_owned()) } else { Err(InvalidNumber::Shape(count)) }
}

macro_rules! number {
    ($(#[$doc:meta])* $name:ident, $parse:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// Parses the bare digits.
            pub fn parse(text: &str) -> Result<Self, InvalidNumber> {
                let parse: fn(&str) -> Result<String, InvalidNumber> = $parse;
                parse(text).map(Self)
            }

            /// The digits, for storing and sending to those who may have them.
            pub fn expose(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}

fn checked(text: &str) -> Result<String, InvalidNumber> {
    let text = digits(text, 9)?;
    if elfproef(text.as_bytes()) { Ok(text) } else { Err(InvalidNumber::Check) }
}

number!(
    /// Burgerservicenummer: nine digits that pass the 11-check (Wet algemene bepalingen burgerservicenummer). Never in a URL, log or error.
    Bsn, checked
);
number!(
    /// Rechtspersonen- en samenwerkingsverbandeninformatienummer: nine digits, 11-check (Handelsregister).
    Rsin, checked
);
number!(
    /// Number in the Handelsregister: eight digits.
    KvkNummer, |t| digits(t, 8)
);
number!(
    /// Number of a branch in the Handelsregister: twelve digits.
    Vestigingsnummer, |t| digits(t, 12)
);
number!(
    /// Organisatie-identificatienummer: twenty digits (Digikoppeling).
    Oin, |t| digits(t, 20)
);

impl Oin {
    /// The OIN of an organisation that has an RSIN: `00000001` + RSIN + `000`.
    pub fn of_rsin(rsin: &Rsin) -> Self {
        Self(format!("00000001{}000", rsin.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bsn_passes_the_11_check_and_hides_itself() {
        let bsn = Bsn::parse("999990019").unwrap();
        assert_eq!(format!("{bsn:?}"), "Bsn(…)");
        assert_eq!(Bsn::parse("999990018"), Err(InvalidNumber::Check));
        assert_eq!(Bsn::parse("000000000"), Err(InvalidNumber::Check));
        assert_eq!(Bsn::parse("99999001"), Err(InvalidNumber::Shape(9)));
        assert_eq!(Bsn::parse("९९९९९००१९"), Err(InvalidNumber::Shape(9)));
    }

    #[test]
    fn an_oin_is_made_of_an_rsin() {
        let rsin = Rsin::parse("123456782").unwrap();
        assert_eq!(Oin::of_rsin(&rsin).expose(), "00000001123456782000");
    }
}
