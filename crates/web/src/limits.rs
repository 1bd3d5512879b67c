//! How often one address may change something.
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::{net::IpAddr, num::NonZeroU32};

/// Counts per address.
pub(crate) struct Limits(DefaultKeyedRateLimiter<IpAddr>);

impl Limits {
    pub(crate) fn new(per_minute: u32) -> Self {
        Self(RateLimiter::keyed(Quota::per_minute(NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN))))
    }

    /// May this address go on? Addresses of one network that people get as a whole (IPv6 /64) count as one.
    pub(crate) fn allows(&self, address: IpAddr) -> bool {
        let key = match address {
            IpAddr::V6(v6) => IpAddr::V6((v6.to_bits() & !u128::from(u64::MAX)).into()),
            v4 => v4,
        };
        if self.0.len() > 100_000 {
            self.0.retain_recent();
        }
        self.0.check_key(&key).is_ok()
    }
}
