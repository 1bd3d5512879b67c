//! Amounts as people type and read them, in whole cents. Pure.
use values::Language;

/// The amount in cents of what was typed: `1.234,50`, `1234.5`, `€ 12`. `None` when it is no amount, below zero or over a billion.
pub fn parse(text: &str) -> Option<u64> {
    let bare: String = text.trim().trim_start_matches('€').chars().filter(|c| !c.is_whitespace()).collect();
    // The last comma or dot with one or two digits behind it parts euros from cents; the others part thousands.
    let split = bare.rfind([',', '.']).filter(|at| (1..=2).contains(&(bare.len() - at - 1)));
    let (euros, cents) = split.map_or((bare.as_str(), ""), |at| (&bare[..at], &bare[at + 1..]));
    // One mark can't part thousands and cents both.
    if split.is_some_and(|at| euros.contains(&bare[at..=at])) {
        return None;
    }
    let euros = without_thousands(euros)?;
    let cents = match cents.len() {
        0 => 0,
        _ if !cents.bytes().all(|b| b.is_ascii_digit()) => return None,
        1 => cents.parse::<u64>().ok()? * 10,
        _ => cents.parse().ok()?,
    };
    (euros <= 1_000_000_000).then_some(euros * 100 + cents)
}

fn without_thousands(text: &str) -> Option<u64> {
    let mut parts = text.split(['.', ',']);
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let digits = |part: &str| !part.is_empty() && part.len() <= 10 && part.bytes().all(|b| b.is_ascii_digit());
    let grouped = rest.iter().all(|part| part.len() == 3 && digits(part)) && (rest.is_empty() || first.len() <= 3);
    if digits(first) && grouped { [first, &rest.concat()].concat().parse().ok() } else { None }
}

/// `€ 1.234,50`, in English `€ 1,234.50`; whole euros without cents.
pub fn in_words(cents: u64, language: Language) -> String {
    let (thousands, decimals) = language.pick(('.', ','), (',', '.'));
    let (euros, rest) = ((cents / 100).to_string(), cents % 100);
    let mut grouped = String::new();
    for (at, digit) in euros.chars().enumerate() {
        if at > 0 && (euros.len() - at) % 3 == 0 {
            grouped.push(thousands);
        }
        grouped.push(digit);
    }
    if rest == 0 { format!("€ {grouped}") } else { format!("€ {grouped}{decimals}{rest:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_amount_is_read_however_it_is_typed() {
        let good = [
            ("12", 1_200),
            ("€ 1.234,50", 123_450),
            ("1234.5", 123_450),
            ("1.234", 123_400),
            ("0,05", 5),
            ("1,234,567.89", 123_456_789),
        ];
        for (text, cents) in good {
            assert_eq!(parse(text), Some(cents), "{text}");
        }
        for text in ["", "twaalf", "-5", "1.23.4", "12,345,6", "1e9", "99999999999", ",", "."] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_amount_is_written_as_its_language_does() {
        assert_eq!(in_words(123_450, Language::Nl), "€ 1.234,50");
        assert_eq!(in_words(123_450, Language::En), "€ 1,234.50");
        assert_eq!(in_words(1_732_600, Language::En), "€ 17,326");
    }

    proptest! {
        #[test]
        fn what_we_print_we_read(cents in 0_u64..100_000_000_000) {
            for language in Language::ALL {
                prop_assert_eq!(parse(&in_words(cents, language)), Some(cents));
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,40}") {
            let _ = parse(&text);
        }
    }
}
