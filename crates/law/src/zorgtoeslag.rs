//! Zorgtoeslag over a whole year: the standaardpremie less what the law lets one pay oneself (the normpremie).
//! Wet op de zorgtoeslag 2 and 3, Awir 14 lid 4 and 5. Who comes of age in the year has it over the months after that. Figures in `reference/bedragen/zorgtoeslag.csv`.
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

const TABLE: &str = include_str!("../../../reference/bedragen/zorgtoeslag.csv");

/// Under this many euros a year nothing is granted (Awir 14 lid 5).
const LEAST: u32 = 24;
/// Amounts are counted in thousandths of a percent of a euro, so that nothing is rounded before the end.
const PART: u64 = 100_000;

/// The figures of one berekeningsjaar; amounts in whole euros.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jaar {
    /// The year.
    pub jaar: i16,
    /// What an insurance costs on average, per insured person (4).
    pub standaardpremie: u32,
    /// The income above which one pays more (1 lid 1 f), as Dienst Toeslagen rounds it.
    pub drempelinkomen: u32,
    /// The share of the drempelinkomen without a partner, in thousandths of a percent (2 lid 3).
    pub drempel_alleen: u32,
    /// The same with a partner.
    pub drempel_partner: u32,
    /// The share of the income above the drempelinkomen, in thousandths of a percent (2 lid 3).
    pub boven_drempel: u32,
    /// The most one may own on 1 January without a partner (3 lid 1).
    pub vermogen_alleen: u32,
    /// The same with a partner.
    pub vermogen_partner: u32,
    /// From the month after she reached this age one pays for the insurance, and has zorgtoeslag.
    pub leeftijd: i16,
}

/// Is there a toeslagpartner (Awir 3)?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Partner {
    /// No.
    Geen,
    /// Yes, with this toetsingsinkomen in whole euros.
    Met(u32),
    /// Nobody knows yet.
    Onbekend,
}

/// What decides it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Huishouden {
    /// Her own toetsingsinkomen of the year in whole euros.
    pub inkomen: u32,
    /// Her toeslagpartner.
    pub partner: Partner,
    /// What they own on 1 January in whole euros; `None` when it surely lies under the limit.
    pub vermogen: Option<u32>,
}

/// What lacks to decide it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ontbreekt {
    /// The figures of that year.
    Cijfers,
    /// Whether there is a toeslagpartner.
    Partner,
}

/// What the law gives over the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Uitkomst {
    /// This much in whole euros over the year.
    Recht {
        /// Whole euros over the whole year.
        per_jaar: u32,
    },
    /// Nothing: the income is higher than this.
    TeVeelInkomen {
        /// The highest income in whole euros with which something is granted.
        grens: u32,
    },
    /// Nothing: what they own is more than this.
    TeVeelVermogen {
        /// The most one may own, in whole euros.
        grens: u32,
    },
    /// Not to be said: this lacks.
    Onbeslist(Ontbreekt),
}

impl Uitkomst {
    /// Whole euros a month, rounded down as Dienst Toeslagen does; `None` when nothing is granted.
    pub fn per_maand(self) -> Option<u32> {
        if let Self::Recht { per_jaar } = self { Some(per_jaar / 12) } else { None }
    }

    /// Whole euros over the rest of the year from the first day of a month, rounded to the nearest; `None` when nothing is granted, also
    /// because it is too little over so few months (Awir 14 lid 5).
    pub fn over_rest(self, eerste: Date) -> Option<u32> {
        let Self::Recht { per_jaar } = self else { return None };
        let months = u32::try_from(13 - eerste.month()).unwrap_or_default();
        Some((per_jaar * months + 6) / 12).filter(|amount| *amount >= LEAST)
    }
}

/// What the law gives a household over the whole of `jaar`, when all are insured in the Netherlands.
pub fn zorgtoeslag(jaar: i16, huishouden: &Huishouden) -> Uitkomst {
    match Jaar::of(jaar) {
        Some(jaar) => jaar.zorgtoeslag(huishouden),
        None => Uitkomst::Onbeslist(Ontbreekt::Cijfers),
    }
}

/// The last day on which one can apply over `jaar` (Awir 15 lid 1); later only for who may still file a tax return then.
pub fn aanvragen_tot(jaar: i16) -> Date {
    date(jaar.saturating_add(1).min(9999), 12, 31)
}

impl Jaar {
    /// The years that ship. Errors: the line that can't be read.
    pub fn shipped() -> Result<Vec<Self>, String> {
        let mut reader = csv::Reader::from_reader(TABLE.as_bytes());
        let rows = reader.records().enumerate();
        let read = |(at, row): (usize, csv::Result<csv::StringRecord>)| {
            row.ok().and_then(|row| parse(&row)).ok_or_else(|| format!("zorgtoeslag.csv:{}: no figures of a year", at + 2))
        };
        rows.map(read).collect()
    }

    /// The figures of this year, when they are known.
    pub fn of(jaar: i16) -> Option<Self> {
        Self::shipped().ok()?.into_iter().find(|one| one.jaar == jaar)
    }

    /// The first day of this year or later for which somebody who was born on this day has it: that of the month after she reached the age
    /// (Zorgverzekeringswet 16 lid 2; Wet op de zorgtoeslag 2 lid 5: each month by itself). None when that is the whole year.
    pub fn vanaf(&self, geboren: Date) -> Option<Date> {
        let of_age = Date::new(geboren.year().checked_add(self.leeftijd)?, geboren.month(), 1).ok()?;
        let first = of_age.last_of_month().tomorrow().ok()?;
        (first > date(self.jaar, 1, 1)).then_some(first)
    }

    /// What the law gives a household over this year.
    pub fn zorgtoeslag(&self, huishouden: &Huishouden) -> Uitkomst {
        let (partner, samen) = match huishouden.partner {
            Partner::Onbekend => return Uitkomst::Onbeslist(Ontbreekt::Partner),
            Partner::Geen => (false, huishouden.inkomen),
            Partner::Met(inkomen) => (true, huishouden.inkomen.saturating_add(inkomen)),
        };
        let grens = if partner { self.vermogen_partner } else { self.vermogen_alleen };
        if huishouden.vermogen.is_some_and(|vermogen| vermogen > grens) {
            return Uitkomst::TeVeelVermogen { grens };
        }
        match self.per_jaar(samen, partner) {
            per_jaar if per_jaar >= LEAST => Uitkomst::Recht { per_jaar },
            _ => Uitkomst::TeVeelInkomen { grens: self.inkomensgrens(partner) },
        }
    }

    /// The difference between premium and normpremie in whole euros, rounded to the nearest (Awir 14 lid 4).
    fn per_jaar(&self, inkomen: u32, partner: bool) -> u32 {
        let (premies, drempel) = if partner { (2, self.drempel_partner) } else { (1, self.drempel_alleen) };
        let boven = u64::from(inkomen.saturating_sub(self.drempelinkomen));
        let normpremie = u64::from(drempel) * u64::from(self.drempelinkomen) + u64::from(self.boven_drempel) * boven;
        let premie = premies * u64::from(self.standaardpremie) * PART;
        u32::try_from((premie.saturating_sub(normpremie) + PART / 2) / PART).unwrap_or(u32::MAX)
    }

    /// The highest income with which something is granted, in whole euros: it follows from the formula, no law names it.
    pub fn inkomensgrens(&self, partner: bool) -> u32 {
        let (mut granted, mut nothing) = (0, u32::MAX);
        while nothing - granted > 1 {
            let middle = granted + (nothing - granted) / 2;
            if self.per_jaar(middle, partner) >= LEAST { granted = middle } else { nothing = middle }
        }
        granted
    }
}

fn parse(row: &csv::StringRecord) -> Option<Jaar> {
    let number = |at: usize| row.get(at)?.parse::<u32>().ok();
    // A line without a source is no figure.
    row.get(9).filter(|bron| !bron.is_empty())?;
    Some(Jaar {
        jaar: row.get(0)?.parse().ok()?,
        standaardpremie: number(1)?,
        drempelinkomen: number(2)?,
        drempel_alleen: thousandths(row.get(3)?)?,
        drempel_partner: thousandths(row.get(4)?)?,
        boven_drempel: thousandths(row.get(5)?)?,
        vermogen_alleen: number(6)?,
        vermogen_partner: number(7)?,
        leeftijd: row.get(8)?.parse().ok()?,
    })
}

/// `4.289` → 4289
fn thousandths(percentage: &str) -> Option<u32> {
    let (whole, part) = percentage.split_once('.')?;
    (part.len() == 3).then(|| [whole, part].concat().parse().ok()).flatten()
}
