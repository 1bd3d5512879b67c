//! Titles of nobility and predicates: their words and forms of address (national table 38).

/// Sex as the BRP has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Geslacht {
    /// `M`
    Man,
    /// `V`
    Vrouw,
    /// `O`, or none known.
    Onbekend,
}

impl Geslacht {
    /// From its code.
    pub(super) fn of(code: Option<&str>) -> Self {
        match code {
            Some("M") => Self::Man,
            Some("V") => Self::Vrouw,
            _ => Self::Onbekend,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rang {
    Baron,
    Graaf,
    Hertog,
    Jonkheer,
    Markies,
    Prins,
    Ridder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vorm {
    Mannelijk,
    Vrouwelijk,
}

/// A title or predicate, in the form it was registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Titel {
    rang: Rang,
    vorm: Vorm,
}

impl Titel {
    /// From its code in table 38.
    pub(super) fn of(code: &str) -> Option<Self> {
        use Rang::*;
        use Vorm::*;
        let (rang, vorm) = match code {
            "B" => (Baron, Mannelijk),
            "BS" => (Baron, Vrouwelijk),
            "G" => (Graaf, Mannelijk),
            "GI" => (Graaf, Vrouwelijk),
            "H" => (Hertog, Mannelijk),
            "HI" => (Hertog, Vrouwelijk),
            "JH" => (Jonkheer, Mannelijk),
            "JV" => (Jonkheer, Vrouwelijk),
            "M" => (Markies, Mannelijk),
            "MI" => (Markies, Vrouwelijk),
            "P" => (Prins, Mannelijk),
            "PS" => (Prins, Vrouwelijk),
            "R" => (Ridder, Mannelijk),
            _ => return None,
        };
        Some(Self { rang, vorm })
    }

    /// A predicate stands before the first names, a title after them.
    pub(super) fn is_predicaat(self) -> bool {
        self.rang == Rang::Jonkheer
    }

    /// Its word as registered: `gravin`.
    pub(super) fn word(self) -> &'static str {
        word(self.rang, self.vorm)
    }

    /// Its word for somebody of this sex; a woman has no word for ridder, an unknown sex has none at all.
    pub(super) fn word_for(self, geslacht: Geslacht) -> Option<&'static str> {
        match geslacht {
            Geslacht::Man => Some(word(self.rang, Vorm::Mannelijk)),
            Geslacht::Vrouw if self.rang != Rang::Ridder => Some(word(self.rang, Vorm::Vrouwelijk)),
            Geslacht::Vrouw | Geslacht::Onbekend => None,
        }
    }

    /// What a woman is called by the title of her husband ('titre de courtoisie').
    pub(super) fn courtesy(self) -> Option<&'static str> {
        let has = self.vorm == Vorm::Mannelijk && !matches!(self.rang, Rang::Jonkheer | Rang::Ridder);
        has.then(|| word(self.rang, Vorm::Vrouwelijk))
    }

    /// How somebody of this sex is addressed: `hooggeboren heer`; a prince whatever the sex.
    pub(super) fn address(self, geslacht: Geslacht) -> Option<&'static str> {
        match (self.rang, geslacht) {
            (Rang::Prins, _) => Some("hoogheid"),
            (Rang::Graaf, Geslacht::Man) => Some("hooggeboren heer"),
            (Rang::Graaf, Geslacht::Vrouw) => Some("hooggeboren vrouwe"),
            (_, Geslacht::Man) => Some("hoogwelgeboren heer"),
            (_, Geslacht::Vrouw) => Some("hoogwelgeboren vrouwe"),
            (_, Geslacht::Onbekend) => None,
        }
    }
}

fn word(rang: Rang, vorm: Vorm) -> &'static str {
    match (rang, vorm) {
        (Rang::Baron, Vorm::Mannelijk) => "baron",
        (Rang::Baron, Vorm::Vrouwelijk) => "barones",
        (Rang::Graaf, Vorm::Mannelijk) => "graaf",
        (Rang::Graaf, Vorm::Vrouwelijk) => "gravin",
        (Rang::Hertog, Vorm::Mannelijk) => "hertog",
        (Rang::Hertog, Vorm::Vrouwelijk) => "hertogin",
        (Rang::Jonkheer, Vorm::Mannelijk) => "jonkheer",
        (Rang::Jonkheer, Vorm::Vrouwelijk) => "jonkvrouw",
        (Rang::Markies, Vorm::Mannelijk) => "markies",
        (Rang::Markies, Vorm::Vrouwelijk) => "markiezin",
        (Rang::Prins, Vorm::Mannelijk) => "prins",
        (Rang::Prins, Vorm::Vrouwelijk) => "prinses",
        (Rang::Ridder, _) => "ridder",
    }
}
