//! Text that people type, numbers, terms and codes.
use access::FollowCode;
use values::{Bsn, Email, KvkNummer, Language, Line, Oin, Postcode, Prose, Rsin, Term, UplName, mask_elfproef};

/// Whatever is accepted is accepted again as it is shown, and stays the same; numbers are masked and nothing else is touched.
pub fn text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    again(&text, |t| Line::parse(t, 100).map(|l| l.as_str().to_owned()));
    again(&text, |t| Prose::parse(t, 1_000).map(|p| p.as_str().to_owned()));
    again(&text, |t| Email::parse(t).map(|e| e.as_str().to_owned()));
    again(&text, |t| UplName::parse(t).map(|n| n.as_str().to_owned()));
    again(&text, |t| Postcode::parse(t).map(|p| p.to_string()));
    again(&text, |t| t.parse::<Term>().map(|term| term.to_string()));
    again(&text, |t| Language::from_code(t).map(|l| l.code().to_owned()).ok_or(()));
    again(&text, |t| Bsn::parse(t).map(|n| n.expose().to_owned()));
    again(&text, |t| Rsin::parse(t).map(|n| n.expose().to_owned()));
    again(&text, |t| KvkNummer::parse(t).map(|n| n.expose().to_owned()));
    again(&text, |t| Oin::parse(t).map(|n| n.expose().to_owned()));
    if let Ok(email) = Email::parse(&text) {
        assert!(!email.as_str().chars().any(|c| c.is_whitespace() || c.is_control() || c == '<' || c == ','));
    }
    if let Ok(name) = UplName::parse(&text) {
        assert!(name.slug().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
    }
    masked(&text);
}

fn again<E>(text: &str, parse: impl Fn(&str) -> Result<String, E>) {
    if let Ok(shown) = parse(text) {
        assert!(parse(&shown).is_ok_and(|again| again == shown), "{shown:?} is read in another way than it is shown");
    }
}

/// Nothing is left that `Bsn` takes, and only digits changed.
pub fn masked(text: &str) {
    let masked = mask_elfproef(text);
    assert!(mask_elfproef(&masked) == masked);
    assert_eq!(masked.chars().count(), text.chars().count());
    assert!(masked.chars().zip(text.chars()).all(|(m, t)| m == t || (m == '•' && t.is_ascii_digit())));
    let bytes = masked.as_bytes();
    assert!(bytes.windows(9).all(|nine| std::str::from_utf8(nine).map_or(true, |nine| Bsn::parse(nine).is_err())));
}

/// A code that is read is printed as eight words, which are read as the same code.
pub fn code(bytes: &[u8]) {
    if let Ok(code) = FollowCode::parse(&String::from_utf8_lossy(bytes)) {
        assert_eq!(code.words().len(), 8);
        assert!(FollowCode::parse(&code.link()).is_ok_and(|again| again == code));
    }
}
