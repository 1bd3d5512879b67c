//! A circuit breaker: after some failures in a row a target is left alone for a moment, then one call tries whether it is back.
use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Failures in a row after which it opens.
const FAILURES: u32 = 5;
/// How long it stays open before one call may try.
const PAUSE: Duration = Duration::from_secs(5);

#[derive(Debug, Default)]
pub(crate) struct Breaker(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    failures: u32,
    /// Open until then; past it one call goes through and moves it on.
    until: Option<Instant>,
}

impl Breaker {
    /// May a call go now? Past the pause exactly one may, until it is known how that went.
    pub fn lets_through(&self, now: Instant) -> bool {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match state.until {
            Some(until) if now < until => false,
            Some(_) => {
                state.until = Some(now + PAUSE);
                true
            }
            None => true,
        }
    }

    /// Tells how a call went.
    pub fn saw(&self, failed: bool, now: Instant) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !failed {
            *state = State::default();
            return;
        }
        state.failures += 1;
        if state.failures >= FAILURES {
            state.until = Some(now + PAUSE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_five_failures_it_rests_and_then_lets_one_try() {
        let (breaker, start) = (Breaker::default(), Instant::now());
        for _ in 0..FAILURES {
            assert!(breaker.lets_through(start));
            breaker.saw(true, start);
        }
        assert!(!breaker.lets_through(start + PAUSE - Duration::from_millis(1)));
        assert!(breaker.lets_through(start + PAUSE), "one tries");
        assert!(!breaker.lets_through(start + PAUSE), "and no second one with it");
        breaker.saw(false, start + PAUSE);
        assert!(breaker.lets_through(start + PAUSE), "it is back");
    }

    #[test]
    fn a_success_in_between_begins_the_count_again() {
        let (breaker, now) = (Breaker::default(), Instant::now());
        for failed in [true, true, true, true, false, true, true, true, true] {
            breaker.saw(failed, now);
        }
        assert!(breaker.lets_through(now));
    }
}
