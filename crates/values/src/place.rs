//! Where something is.
use std::fmt;

/// This is no Dutch postcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a postcode: four digits, not starting with 0, and two letters")]
pub struct InvalidPostcode;

/// A Dutch postcode: four digits, with or without its two letters (`3811`, `3811 CJ`); kept as `3811CJ`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Postcode(String);

impl Postcode {
    /// Parses a postcode as people type it: spaces and lower case are fine, the letters may be left out.
    pub fn parse(text: &str) -> Result<Self, InvalidPostcode> {
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).take(7).collect::<String>().to_ascii_uppercase();
        let b = bare.as_bytes();
        let digits = b.len() >= 4 && b[0] != b'0' && b[..4].iter().all(u8::is_ascii_digit);
        let letters = b.len() == 4 || (b.len() == 6 && b[4..].iter().all(u8::is_ascii_uppercase));
        if digits && letters { Ok(Self(bare)) } else { Err(InvalidPostcode) }
    }

    /// The four digits, as a number 1000 … 9999: enough to say which municipality it probably is.
    pub fn pc4(&self) -> &str {
        &self.0[..4]
    }

    /// Does it have its two letters?
    pub fn is_complete(&self) -> bool {
        self.0.len() == 6
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.split_at_checked(4) {
            Some((digits, letters)) if !letters.is_empty() => write!(f, "{digits} {letters}"),
            _ => f.write_str(&self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_as_people_type_them() {
        assert_eq!(Postcode::parse(" 3811 cj ").unwrap().to_string(), "3811 CJ");
        assert_eq!(Postcode::parse("3811").unwrap().pc4(), "3811");
        for wrong in ["", "0811CJ", "381", "3811C", "3811C1", "3811CJX", "38११CJ", "3811é1", "ΑΒΓΔ"] {
            assert_eq!(Postcode::parse(wrong), Err(InvalidPostcode), "{wrong}");
        }
    }
}
