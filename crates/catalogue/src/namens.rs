//! For whom else than oneself a service can be done here: for a child, or with somebody's written authority. Dated, with its source.
use jiff::civil::Date;
use serde::Deserialize;

/// For whom else than oneself; for nobody when the service file does not say.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Namens {
    /// A parent or guardian for a child.
    pub kind: Option<VoorKind>,
    /// Who was authorised in writing.
    pub machtiging: Option<MetMachtiging>,
}

/// A parent or guardian may do it for a child.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoorKind {
    /// Younger than this, in years.
    pub jonger_dan: u8,
    /// From this day on.
    pub geldt_vanaf: Date,
    /// The article.
    pub basis: String,
}

/// Who was authorised in writing may do it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MetMachtiging {
    /// From this day on.
    pub geldt_vanaf: Date,
    /// The article.
    pub basis: String,
}

impl Namens {
    /// Under which age a parent does it for a child on `day`; none when no parent does.
    pub fn jonger_dan(&self, day: Date) -> Option<u8> {
        self.kind.as_ref().filter(|kind| kind.geldt_vanaf <= day).map(|kind| kind.jonger_dan)
    }

    /// The article by which one can authorise another for it on `day`; none when one can't.
    pub fn machtiging(&self, day: Date) -> Option<&str> {
        self.machtiging.as_ref().filter(|with| with.geldt_vanaf <= day).map(|with| with.basis.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_counts_from_its_day_on() {
        let text = "[kind]\njonger_dan = 16\ngeldt_vanaf = \"2014-01-06\"\nbasis = \"a\"\n[machtiging]\ngeldt_vanaf = \"2014-01-06\"\nbasis = \"b\"";
        let namens: Namens = toml::from_str(text).unwrap();
        let (before, since) = (Date::constant(2014, 1, 5), Date::constant(2014, 1, 6));
        assert_eq!((namens.jonger_dan(before), namens.machtiging(before)), (None, None));
        assert_eq!((namens.jonger_dan(since), namens.machtiging(since)), (Some(16), Some("b")));
        assert_eq!(Namens::default().jonger_dan(since), None);
    }
}
