//! Is the clock to be trusted with what can't be undone? A clock that jumped ahead would destroy what should be kept for years.
use crate::{Op, Result};
use jiff::ToSpan;
use store::Value;

/// Of so many days up to today …
const WEEK: i64 = 7;
/// … the program must have run on this many, by its own clock: who keeps it has the days between to notice.
const DAYS: i64 = 3;

/// Notes that the program runs today, and says whether it ran on enough of the days before. Days that lie ahead of the clock are
/// forgotten: they were seen by a clock that was wrong.
pub async fn clock_is_steady(op: &mut Op<'_>) -> Result<bool> {
    let today = op.today();
    let first = today.saturating_sub((WEEK - 1).days());
    op.exec("INSERT INTO clock_day (day) VALUES ($1) ON CONFLICT DO NOTHING", &[today.into()]).await?;
    op.exec("DELETE FROM clock_day WHERE day > $1 OR day < $2", &[today.into(), first.into()] as &[Value]).await?;
    let days: i64 = op.one("SELECT count(*) FROM clock_day", &[], |r| r.get(0)).await?;
    Ok(days >= DAYS)
}
