//! The code on a receipt: 128 random bits, as eight words of five letters that one can read aloud and type (proquints, arXiv 0901.4016).
use crate::{KeyFault, KeyRing};
use std::fmt;

/// This is no code: not eight words of the kind we print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a code of eight words")]
pub struct WrongCode;

/// Opens one thing to whoever has it. Stored only as a keyed hash; never logged.
#[derive(Clone, PartialEq, Eq)]
pub struct FollowCode([u8; 16]);

const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
const VOWELS: &[u8; 4] = b"aiou";

impl FollowCode {
    /// A new code.
    pub fn new(keys: &KeyRing) -> Self {
        Self(keys.random())
    }

    /// Reads a code as people type it: spaces, dashes, line ends and capitals don't matter.
    pub fn parse(text: &str) -> Result<Self, WrongCode> {
        let letters: Vec<u8> =
            text.bytes().take(400).filter(|b| b.is_ascii_alphabetic()).map(|b| b.to_ascii_lowercase()).collect();
        let separators = text.bytes().take(401).all(|b| b.is_ascii_alphabetic() || b" -.,\t\r\n".contains(&b));
        if letters.len() != 40 || !separators {
            return Err(WrongCode);
        }
        let mut code = [0; 16];
        for (pair, word) in code.chunks_exact_mut(2).zip(letters.chunks_exact(5)) {
            pair.copy_from_slice(&number(word).ok_or(WrongCode)?.to_be_bytes());
        }
        Ok(Self(code))
    }

    /// The eight words.
    pub fn words(&self) -> Vec<String> {
        self.0.chunks_exact(2).map(|pair| word(u16::from_be_bytes([pair[0], pair[1]]))).collect()
    }

    /// As a piece of a link: the words joined by dashes.
    pub fn link(&self) -> String {
        self.words().join("-")
    }

    /// What is stored to find the thing again.
    pub fn hash(&self, keys: &KeyRing) -> Result<Vec<u8>, KeyFault> {
        Ok(keys.index("follow-code", &self.0)?.to_vec())
    }

    /// The bytes, to be sealed with the receipt.
    pub fn expose(&self) -> &[u8; 16] {
        &self.0
    }

    /// The code of these bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

impl fmt::Debug for FollowCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FollowCode(…)")
    }
}

/// Sixteen bits as consonant, vowel, consonant, vowel, consonant (4 + 2 + 4 + 2 + 4).
fn word(bits: u16) -> String {
    let consonant = |shift: u16| char::from(CONSONANTS[usize::from(bits >> shift & 15)]);
    let vowel = |shift: u16| char::from(VOWELS[usize::from(bits >> shift & 3)]);
    [consonant(12), vowel(10), consonant(6), vowel(4), consonant(0)].iter().collect()
}

fn number(word: &[u8]) -> Option<u16> {
    let mut bits = 0;
    for (letter, (alphabet, width)) in
        word.iter().zip([(&CONSONANTS[..], 4), (VOWELS, 2), (CONSONANTS, 4), (VOWELS, 2), (CONSONANTS, 4)])
    {
        bits = bits << width | u16::try_from(alphabet.iter().position(|a| a == letter)?).ok()?;
    }
    Some(bits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_words_are_those_of_the_published_scheme() {
        // 127.0.0.1 is lusab-babad
        assert_eq!(format!("{}-{}", word(0x7f00), word(0x0001)), "lusab-babad");
        assert_eq!(number(b"lusab"), Some(0x7f00));
    }

    proptest! {
        #[test]
        fn what_we_print_we_read_however_it_is_typed(bytes in any::<[u8; 16]>()) {
            let code = FollowCode(bytes);
            prop_assert_eq!(&FollowCode::parse(&code.link()).unwrap(), &code);
            prop_assert_eq!(&FollowCode::parse(&format!(" {} ", code.words().join("  ").to_uppercase())).unwrap(), &code);
        }

        #[test]
        fn anything_else_is_refused_and_never_panics(text in ".*") {
            prop_assert!(FollowCode::parse(&text).is_err());
        }
    }
}
