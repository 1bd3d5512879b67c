//! The languages of the pages and letters.

/// A language we write in: Dutch first, English beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Nederlands
    #[default]
    Nl,
    /// English
    En,
}

impl Language {
    /// All of them, Dutch first.
    pub const ALL: [Language; 2] = [Language::Nl, Language::En];

    /// The code of BCP 47, as in `lang="nl"`.
    pub fn code(self) -> &'static str {
        match self {
            Language::Nl => "nl",
            Language::En => "en",
        }
    }

    /// The language with this code, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.code() == code)
    }
}
