//! Ports for programs that must be told on which one to listen.
use std::{
    net::TcpListener,
    sync::atomic::{AtomicU32, Ordering},
};

/// Below those that a system gives to who calls out: between the moment it is found free and the one at which a program listens there, no call takes it.
const FIRST: u32 = 10_000;
const MOST: u32 = 20_000;

/// A port that nobody uses now, and that nobody else in this process is given.
pub fn free_port() -> u16 {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    // Processes that run at once begin at different places.
    let begin = std::process::id().wrapping_mul(7_919);
    (0..MOST)
        .find_map(|_| {
            let number = begin.wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed)) % MOST;
            let port = u16::try_from(FIRST + number).unwrap();
            TcpListener::bind(("127.0.0.1", port)).is_ok().then_some(port)
        })
        .expect("a port is free")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_port_is_given_twice_nor_one_that_is_in_use() {
        let first = free_port();
        let _listens = TcpListener::bind(("127.0.0.1", first)).unwrap();
        let others: std::collections::BTreeSet<_> = (0..100).map(|_| free_port()).collect();
        assert!(others.len() == 100 && !others.contains(&first));
    }
}
