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
        self.pick("nl", "en")
    }

    /// What goes before a path of a page in this language: nothing, or `/en`.
    pub fn prefix(self) -> &'static str {
        self.pick("", "/en")
    }

    /// The one of the two that is in this language.
    pub fn pick<T>(self, nl: T, en: T) -> T {
        match self {
            Language::Nl => nl,
            Language::En => en,
        }
    }

    /// The language with this code, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.code() == code)
    }
}
