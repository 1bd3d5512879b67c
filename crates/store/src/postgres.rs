//! PostgreSQL: a pool of connections, each transaction between BEGIN and COMMIT.
use crate::{Error, Failure, Step, Tx, tls};
use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod, Runtime, Timeouts};
use std::time::Duration;
use tokio_postgres::{IsolationLevel, NoTls};

/// How long a request waits for a connection before we say that the database is away.
const PATIENCE: Duration = Duration::from_secs(5);

/// Makes a pool and sees that the server answers.
pub(crate) async fn pool(url: &str, connections: usize) -> Result<Pool, Error> {
    let (mut config, tls) = tls::connection(url)?;
    config.connect_timeout(PATIENCE);
    config.application_name("juistedeur");
    config.options("-c statement_timeout=30000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000");
    let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let manager = match tls {
        Some(tls) => Manager::from_config(config, tls, recycling),
        None => Manager::from_config(config, NoTls, recycling),
    };
    let pool = Pool::builder(manager)
        .max_size(connections)
        .runtime(Runtime::Tokio1)
        .timeouts(Timeouts { wait: Some(PATIENCE), create: Some(PATIENCE), recycle: Some(PATIENCE) })
        .build()
        .map_err(|e| Error::Internal(e.to_string()))?;
    drop(pool.get().await?);
    Ok(pool)
}

/// One try at a writing transaction.
pub(crate) async fn write<T, E>(
    pool: &Pool,
    work: &(impl for<'a> Fn(&'a mut Tx<'_>) -> Step<'a, T, E> + Send + Sync),
) -> Result<T, E>
where
    E: Failure,
{
    let mut connection = pool.get().await.map_err(Error::from)?;
    let transaction = connection.transaction().await.map_err(Error::from)?;
    let done = work(&mut Tx::Postgres(&transaction)).await?;
    transaction.commit().await.map_err(Error::from)?;
    Ok(done)
}

/// A reading transaction: one view from begin to end.
pub(crate) async fn read<T, E>(
    pool: &Pool,
    work: &(impl for<'a> Fn(&'a mut Tx<'_>) -> Step<'a, T, E> + Send + Sync),
) -> Result<T, E>
where
    E: Failure,
{
    let mut connection = pool.get().await.map_err(Error::from)?;
    let begin = connection.build_transaction().read_only(true).isolation_level(IsolationLevel::RepeatableRead);
    let transaction = begin.start().await.map_err(Error::from)?;
    let done = work(&mut Tx::Postgres(&transaction)).await?;
    transaction.commit().await.map_err(Error::from)?;
    Ok(done)
}
