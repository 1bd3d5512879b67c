//! Where a person goes after signing in: a path of this site and of no other.

/// This is no path of this site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a path of this site")]
pub struct NotLocal;

/// A path of this site, with its query: `/mijn/zaken?pagina=2`. Never leads to another site (no open redirect).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalPath(String);

impl LocalPath {
    /// Reads a path: printable ASCII that begins with one slash, without `\`, at most 1,000 characters.
    pub fn parse(text: &str) -> Result<Self, NotLocal> {
        let printable = text.len() <= 1_000 && text.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
        let local = text.starts_with('/') && !text.starts_with("//");
        if printable && local { Ok(Self(text.to_owned())) } else { Err(NotLocal) }
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_of_this_site_is_one() {
        for good in ["/", "/mijn", "/mijn/zaken?pagina=2&x=%2F%2Fevil.nl#onder"] {
            assert_eq!(LocalPath::parse(good).unwrap().as_str(), good);
        }
        let long = format!("/{}", "a".repeat(1_000));
        let bad =
            ["", "mijn", "//evil.nl", "/\\evil.nl", "https://evil.nl", "/a b", "/a\r\nSet-Cookie:x", "/\t/evil.nl", "/é", &long];
        for bad in bad {
            assert_eq!(LocalPath::parse(bad), Err(NotLocal), "{bad}");
        }
    }
}
