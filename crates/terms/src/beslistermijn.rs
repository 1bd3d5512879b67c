//! The term for a decision on an application, with all that can happen to it (Awb 4:13–4:15, or the term of a special law).
use crate::{
    Atw, Calendar, Deadline, Reason, TermFault,
    counting::{add, on_a_day_it_can_end, within_atw_4},
};
use jiff::civil::Date;
use std::borrow::Cow;
use values::Term;

/// Why the clock stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuspensionGround {
    /// The applicant was asked to supplement the application (Awb 4:15 lid 1 a; 4:5).
    Supplement,
    /// The applicant was told that a foreign body must give information (Awb 4:15 lid 1 b).
    ForeignInformation,
    /// The applicant agreed in writing to wait (Awb 4:15 lid 2 a).
    Consent,
    /// The delay is the applicant's (Awb 4:15 lid 2 b).
    ApplicantsDelay,
    /// Force majeure (Awb 4:15 lid 2 c).
    ForceMajeure,
}

impl SuspensionGround {
    /// The article.
    pub fn article(self) -> &'static str {
        match self {
            Self::Supplement => "Awb artikel 4:15 lid 1 a",
            Self::ForeignInformation => "Awb artikel 4:15 lid 1 b",
            Self::Consent => "Awb artikel 4:15 lid 2 a",
            Self::ApplicantsDelay => "Awb artikel 4:15 lid 2 b",
            Self::ForceMajeure => "Awb artikel 4:15 lid 2 c",
        }
    }
}

/// A time in which the clock stands still: from the day after `since` up to and with `until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suspension {
    /// The day of the request, or of the agreement.
    pub since: Date,
    /// The day on which the application was complete, or the set time had passed unused.
    pub until: Date,
    /// Why.
    pub ground: SuspensionGround,
}

/// The term for one decision.
#[derive(Debug, Clone)]
pub struct Beslistermijn {
    /// The day on which the competent body received the application (not who got it first: Awb 2:3, 4:1).
    pub received: Date,
    /// The term.
    pub term: Term,
    /// The article that sets it.
    pub article: Cow<'static, str>,
    /// Whether the Algemene termijnenwet applies to it.
    pub atw: Atw,
    /// The times in which the clock stood still; they may overlap.
    pub suspensions: Vec<Suspension>,
    /// An extension, and the article that allows it.
    pub extension: Option<(Term, &'static str)>,
}

impl Beslistermijn {
    /// Eight weeks: the outer limit of what is reasonable where no law sets a term.
    pub fn awb_4_13(received: Date) -> Self {
        let article = "Awb artikel 4:13 lid 2".into();
        Self { received, term: Term::weeks(8), article, atw: Atw::Applies, suspensions: Vec::new(), extension: None }
    }

    /// The last day for the decision. Days in two suspensions count once; suspension and extension move the bare end, and only the
    /// bare end is moved on by the Atw. Errors: `Order` for a suspension that ends before it begins or begins before receipt.
    pub fn last_day(&self, calendar: &Calendar) -> Result<Deadline, TermFault> {
        let mut reasons = vec![Reason::Term { term: self.term, from: self.received, article: self.article.clone() }];
        let mut bare = add(self.received, self.term)?;
        if let Some((term, article)) = self.extension {
            bare = add(bare, term)?;
            reasons.push(Reason::Extended { term, article });
        }
        // Answered on the day itself, the clock never stood still: no reason.
        for (days, article) in self.suspended_days()?.into_iter().filter(|(days, _)| *days > 0) {
            bare = bare.checked_add(jiff::Span::new().days(i64::from(days))).map_err(|_| TermFault::UnknownYear)?;
            reasons.push(Reason::Suspended { days, article });
        }
        let moves = self.atw == Atw::Applies && within_atw_4(self.term);
        let date = if moves { on_a_day_it_can_end(bare, &mut reasons, calendar)? } else { bare };
        Ok(Deadline { date, reasons })
    }

    /// The days of each suspension that no earlier one already counted.
    fn suspended_days(&self) -> Result<Vec<(i32, &'static str)>, TermFault> {
        let mut ordered = self.suspensions.clone();
        ordered.sort_by_key(|s| (s.since, s.until));
        let (mut counted_to, mut found) = (None::<Date>, Vec::new());
        for suspension in ordered {
            if suspension.until < suspension.since || suspension.since < self.received {
                return Err(TermFault::Order);
            }
            let since = counted_to.map_or(suspension.since, |to| to.max(suspension.since));
            let until = suspension.until.max(since);
            let days = since.until(until).map_err(|_| TermFault::UnknownYear)?.get_days();
            found.push((days, suspension.ground.article()));
            counted_to = Some(until);
        }
        Ok(found)
    }
}
