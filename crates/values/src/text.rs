//! Text that people type, and names.
use std::fmt;

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing but white space.
    Empty,
    /// More characters than allowed (the maximum is given).
    TooLong(usize),
    /// A character that can't be shown: a control character or a mark that turns the direction of writing around.
    Unprintable,
    /// Not the shape that this kind of text has (an e-mail address without `@`).
    Shape,
}

/// A text was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("text refused: {0:?}")]
pub struct InvalidText(pub TextFault);

/// Marks that reorder text around them, so that what is read is not what is stored (Unicode 9, bidi controls).
fn turns_text_around(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn check(text: &str, max: usize, lines: bool) -> Result<String, InvalidText> {
    let text = text.trim().replace("\r\n", "\n");
    if text.is_empty() {
        return Err(InvalidText(TextFault::Empty));
    }
    if text.chars().count() > max {
        return Err(InvalidText(TextFault::TooLong(max)));
    }
    let bad = |c: char| (c.is_control() && !(lines && (c == '\n' || c == '\t'))) || turns_text_around(c);
    if text.chars().any(bad) {
        return Err(InvalidText(TextFault::Unprintable));
    }
    Ok(text)
}

macro_rules! text {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(String);

        impl $name {
            /// The text itself.
            pub fn as_str(&self) -> &str {
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

text!(
    /// One line that a person typed: trimmed, not empty, no control characters. Not shown in `Debug`.
    Line
);
text!(
    /// A text of one or more lines that a person typed. Not shown in `Debug`.
    Prose
);
text!(
    /// An e-mail address: one `@`, something on both sides, no white space, at most 254 characters (RFC 5321).
    Email
);

impl Line {
    /// At most `max` characters on one line.
    pub fn parse(text: &str, max: usize) -> Result<Self, InvalidText> {
        check(text, max, false).map(Self)
    }
}

impl Prose {
    /// At most `max` characters, line ends and tabs allowed.
    pub fn parse(text: &str, max: usize) -> Result<Self, InvalidText> {
        check(text, max, true).map(Self)
    }
}

impl Email {
    /// Parses an address; whether it exists only a message to it can tell.
    pub fn parse(text: &str) -> Result<Self, InvalidText> {
        let text = check(text, 254, false)?;
        let shape = InvalidText(TextFault::Shape);
        let (local, domain) = text.rsplit_once('@').ok_or(shape)?;
        let plain = |part: &str, extra: &str| {
            !part.is_empty()
                && !part.starts_with('.')
                && !part.ends_with('.')
                && !part.contains("..")
                && part.chars().all(|c| c.is_alphanumeric() || extra.contains(c))
        };
        let ok = plain(local, "!#$%&'*+/=?^_`{|}~.-") && local.len() <= 64 && plain(domain, ".-") && domain.contains('.');
        if ok { Ok(Self(text)) } else { Err(shape) }
    }
}

/// A name of the Uniforme Productnamenlijst, spelled as in the list (`verhuismelding`). Whether it is in the list the catalogue knows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UplName(String);

impl UplName {
    /// A name of one line and at most 200 characters.
    pub fn parse(text: &str) -> Result<Self, InvalidText> {
        check(text, 200, false).map(Self)
    }

    /// The name as the list spells it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as a piece of a URL: letters and digits joined by `-`; distinct names can share one, the catalogue tells them apart.
    pub fn slug(&self) -> String {
        let mut slug = String::with_capacity(self.0.len());
        for c in self.0.chars().flat_map(fold) {
            if c.is_ascii_alphanumeric() {
                slug.push(c);
            } else if !slug.ends_with('-') && !slug.is_empty() {
                slug.push('-');
            }
        }
        slug.truncate(slug.trim_end_matches('-').len());
        slug
    }
}

impl fmt::Display for UplName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn fold(c: char) -> impl Iterator<Item = char> {
    let c = match c {
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'ï' | 'í' | 'î' => 'i',
        'ö' | 'ó' | 'ô' => 'o',
        'ü' | 'ú' | 'û' => 'u',
        'á' | 'à' | 'ä' => 'a',
        'ç' => 'c',
        other => other,
    };
    c.to_lowercase()
}

/// The number of a person where staff need it only to tell two apart: its last three digits.
pub fn last_digits(number: &str) -> String {
    format!("••••••{}", number.get(number.len().saturating_sub(3)..).unwrap_or_default())
}

/// Replaces each run of nine digits that passes the 11-check (perhaps a BSN) by `•••••••••`, also when it is split by spaces, dots or dashes.
/// Invariant: what comes out holds no such number (test `no_number_that_passes_the_11_check_is_left`).
pub fn mask_elfproef(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut masked = chars.clone();
    for start in 0..chars.len() {
        if let Some(end) = nine_digits_from(&chars, start) {
            for c in &mut masked[start..end] {
                if c.is_ascii_digit() {
                    *c = '•';
                }
            }
        }
    }
    masked.into_iter().collect()
}

/// The end of a number of nine digits that passes the 11-check and begins at `start`, if there is one there.
fn nine_digits_from(chars: &[char], start: usize) -> Option<usize> {
    if !chars[start].is_ascii_digit() {
        return None;
    }
    let mut digits = Vec::with_capacity(9);
    for (offset, c) in chars[start..].iter().enumerate() {
        match c {
            c if c.is_ascii_digit() => digits.push(*c as u8),
            ' ' | '.' | '-' | '\u{a0}' => {}
            _ => return None,
        }
        if digits.len() == 9 {
            return crate::numbers::elfproef(&digits).then_some(start + offset + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_that_can_not_be_shown_is_refused() {
        assert!(Line::parse(" Kapotte lamp ", 80).is_ok_and(|l| l.as_str() == "Kapotte lamp"));
        assert_eq!(Line::parse("a\nb", 80), Err(InvalidText(TextFault::Unprintable)));
        assert_eq!(Line::parse("a\u{202E}b", 80), Err(InvalidText(TextFault::Unprintable)));
        assert_eq!(Prose::parse("a\0b", 80), Err(InvalidText(TextFault::Unprintable)));
        assert_eq!(Prose::parse(" \n ", 80), Err(InvalidText(TextFault::Empty)));
        assert_eq!(Prose::parse("één", 2), Err(InvalidText(TextFault::TooLong(2))));
        assert!(Prose::parse("regel 1\r\nregel 2", 80).is_ok_and(|p| p.as_str() == "regel 1\nregel 2"));
    }

    #[test]
    fn addresses_of_mail() {
        for good in ["a@b.nl", "voornaam.achter-naam+x@sub.gemeente.nl", "jörg@müller.de"] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "a", "a@b", "@b.nl", "a@", "a b@c.nl", "a@b..nl", "a@b.nl\nbcc: x@y.nl", "a<x>@b.nl"] {
            assert!(Email::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_bsn_in_a_question_is_masked_and_the_rest_stays() {
        assert_eq!(mask_elfproef("mijn bsn is 999990019, help"), "mijn bsn is •••••••••, help");
        assert_eq!(mask_elfproef("9999.90.019"), "••••.••.•••");
        assert_eq!(mask_elfproef("bel 06 12345678 of 123456789"), "bel 06 12345678 of 123456789");
    }

    #[test]
    fn names_make_readable_addresses() {
        assert_eq!(UplName::parse("melding openbare ruimte (algemeen)").unwrap().slug(), "melding-openbare-ruimte-algemeen");
    }

    proptest! {
        #[test]
        fn no_number_that_passes_the_11_check_is_left(text in "[0-9 .a-]{0,40}") {
            let masked: Vec<char> = mask_elfproef(&text).chars().collect();
            for start in 0..masked.len() {
                prop_assert!(nine_digits_from(&masked, start).is_none());
            }
        }

        #[test]
        fn parsing_never_panics(text in ".*") {
            let _ = (Line::parse(&text, 10), Prose::parse(&text, 10), Email::parse(&text), UplName::parse(&text).map(|n| n.slug()));
            let _ = (crate::Postcode::parse(&text), text.parse::<crate::Term>(), crate::Bsn::parse(&text));
        }
    }
}
