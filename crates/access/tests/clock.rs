//! A clock that jumps destroys nothing.
#![allow(clippy::unwrap_used)]
use access::{Actor, MIGRATIONS, clock_is_steady};
use jiff::ToSpan;
use testing::{World, worlds};
use values::Clock;

async fn steady(world: &World) -> bool {
    let context = world.context(Actor::machine("sweeper"), 1);
    world.access.write(context, |op| Box::pin(async move { clock_is_steady(op).await })).await.unwrap()
}

fn pass(world: &World, hours: i64) {
    world.clock.set(world.clock.now().checked_add(hours.hours()).unwrap());
}

#[tokio::test]
async fn a_clock_that_jumped_ahead_is_trusted_after_days_only_and_not_at_all_when_it_is_put_right() {
    for world in worlds(MIGRATIONS).await {
        assert!(!steady(&world).await, "the first day");
        pass(&world, 24);
        assert!(!steady(&world).await && !steady(&world).await, "the second day, however often");
        pass(&world, 24);
        assert!(steady(&world).await, "the third day");
        for ahead in 2..7 {
            let right = world.clock.now();
            pass(&world, ahead * 24);
            assert!(!steady(&world).await, "{ahead} days ahead");
            world.clock.set(right);
            for _ in 0..3 {
                steady(&world).await;
                pass(&world, 24);
            }
            assert!(steady(&world).await, "three days later");
        }

        let right = world.clock.now();
        pass(&world, 20 * 365 * 24);
        assert!(!steady(&world).await, "twenty years ahead");
        pass(&world, 30);
        assert!(!steady(&world).await);
        world.clock.set(right);
        assert!(!steady(&world).await, "put right: what the wrong clock saw does not count, and the days before are gone");
        pass(&world, 24);
        assert!(!steady(&world).await);
        pass(&world, 24);
        assert!(steady(&world).await);
    }
}
