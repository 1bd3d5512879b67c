//! Is the clock to be trusted with what can't be undone? A clock that jumped ahead would destroy what should be kept for years.
use crate::{Op, Result};
use jiff::ToSpan;

/// The program must have run on so many days in a row up to today, by its own clock: who keeps it has the days between to notice that
/// it is wrong. A jump of one day can't be told from a night, so whoever destroys waits a day longer than the term.
const DAYS: i64 = 3;

/// Notes that the program runs today, and says whether it ran on each of the days before. Days that lie ahead of the clock are
/// forgotten: they were seen by a clock that was wrong.
pub async fn clock_is_steady(op: &mut Op<'_>) -> Result<bool> {
    let today = op.today();
    let first = today.saturating_sub((DAYS - 1).days());
    op.exec("INSERT INTO clock_day (day) VALUES ($1) ON CONFLICT DO NOTHING", &[today.into()]).await?;
    op.exec("DELETE FROM clock_day WHERE day > $1 OR day < $2", &[today.into(), first.into()]).await?;
    let days: i64 = op.one("SELECT count(*) FROM clock_day", &[], |r| r.get(0)).await?;
    Ok(days >= DAYS)
}
