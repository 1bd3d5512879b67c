//! The terms to decide on an objection and to deal with a complaint (Awb 7:10, 9:11). How long one has for a remedy stands in its regime.
use crate::{Atw, Calendar, Deadline, Direction, TermFault, end_of_term};
use jiff::civil::Date;
use values::Term;

const ATW: (Atw, Direction) = (Atw::Applies, Direction::Onwards);

/// The last day to decide on an objection: six weeks (twelve with an advisory committee) from the day after the term to object ended.
pub fn termijn_beslissing_op_bezwaar(einde_bezwaartermijn: Date, weeks: u16, calendar: &Calendar) -> Result<Deadline, TermFault> {
    end_of_term(einde_bezwaartermijn, Term::weeks(weeks), "Awb artikel 7:10 lid 1", ATW, calendar)
}

/// The last day to deal with a complaint: six weeks (ten with a committee) after it was received.
pub fn klachttermijn(received: Date, weeks: u16, calendar: &Calendar) -> Result<Deadline, TermFault> {
    end_of_term(received, Term::weeks(weeks), "Awb artikel 9:11 lid 1", ATW, calendar)
}
