//! SQLite: one thread that writes, some that read. The writer puts all that waits into one transaction (a savepoint each) and
//! acknowledges after COMMIT, so that many callers share one wait for the disk.
use crate::{Error, Failure, Step, Synchronous, Tx};
use rusqlite::Connection;
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::{Arc, Mutex, PoisonError, mpsc},
    task::{Context, Poll, Waker},
    thread,
    time::Duration,
};
use tokio::sync::oneshot;

/// Says how it went to the caller; run after COMMIT, with its outcome.
type Acknowledge = Box<dyn FnOnce(Result<(), Error>) + Send>;
type Job = Box<dyn FnOnce(&mut Connection) -> Acknowledge + Send>;

/// Callers that may wait for the writer before we say that it is too busy.
const QUEUE: usize = 8192;
/// Jobs in one transaction at most.
const BATCH: usize = 500;

/// The threads of an open SQLite file; they end when this is dropped.
pub(crate) struct Threads {
    writer: mpsc::SyncSender<Job>,
    readers: mpsc::SyncSender<Job>,
}

impl Threads {
    pub(crate) fn start(file: &Path, readers: usize, synchronous: Synchronous) -> Result<Self, Error> {
        let mut connection = open(file, synchronous)?;
        let (writer, jobs) = mpsc::sync_channel::<Job>(QUEUE);
        spawn("sqlite-writer", move || {
            while let Ok(first) = jobs.recv() {
                write_batch(&mut connection, first, &jobs);
            }
        })?;
        let (reader, jobs) = mpsc::sync_channel::<Job>(QUEUE);
        let jobs = Arc::new(Mutex::new(jobs));
        for _ in 0..readers.max(1) {
            let (jobs, mut connection) = (jobs.clone(), open(file, synchronous)?);
            connection.execute_batch("PRAGMA query_only=ON")?;
            spawn("sqlite-reader", move || {
                loop {
                    let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok(job) = job else { break };
                    job(&mut connection)(Ok(()));
                }
            })?;
        }
        Ok(Self { writer, readers: reader })
    }

    pub(crate) async fn write<T, E>(
        &self,
        work: impl for<'a> Fn(&'a mut Tx<'_>) -> Step<'a, T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: Failure,
    {
        send(&self.writer, ("SAVEPOINT job", "RELEASE job", "ROLLBACK TO job; RELEASE job"), work).await
    }

    pub(crate) async fn read<T, E>(
        &self,
        work: impl for<'a> Fn(&'a mut Tx<'_>) -> Step<'a, T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: Failure,
    {
        send(&self.readers, ("BEGIN", "COMMIT", "ROLLBACK"), work).await
    }
}

fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> Result<(), Error> {
    let spawned = thread::Builder::new().name(name.into()).spawn(body);
    spawned.map(drop).map_err(|e| Error::Internal(e.to_string()))
}

fn open(file: &Path, synchronous: Synchronous) -> Result<Connection, Error> {
    let connection = Connection::open(file)?;
    let synchronous = match synchronous {
        Synchronous::Full => "FULL",
        Synchronous::Off => "OFF",
    };
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.execute_batch(&format!(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384;
         PRAGMA mmap_size=1073741824; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;"
    ))?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

/// Runs `first` and what waits behind it in one transaction, and acknowledges each when it is on disk.
fn write_batch(connection: &mut Connection, first: Job, jobs: &mpsc::Receiver<Job>) {
    let begun = connection.execute_batch("BEGIN IMMEDIATE").map_err(Error::from);
    let mut acknowledge = Vec::new();
    let mut next = Some(first);
    while let Some(job) = next {
        if begun.is_ok() {
            acknowledge.push(job(connection));
        } // else the job is dropped, and with it the caller's line: it hears `Unavailable`
        next = if acknowledge.len() < BATCH { jobs.try_recv().ok() } else { None };
    }
    if let Err(error) = &begun {
        tracing::error!(%error, "the database refuses to begin a transaction");
        return;
    }
    let committed = connection.execute_batch("COMMIT").map_err(Error::from);
    if let Err(error) = &committed {
        tracing::error!(%error, "the database refuses to commit");
        let _ = connection.execute_batch("ROLLBACK");
    }
    for done in acknowledge {
        done(committed.clone());
    }
}

async fn send<T, E>(
    queue: &mpsc::SyncSender<Job>,
    frame: (&'static str, &'static str, &'static str),
    work: impl for<'a> Fn(&'a mut Tx<'_>) -> Step<'a, T, E> + Send + 'static,
) -> Result<T, E>
where
    T: Send + 'static,
    E: Failure,
{
    let (answer, outcome) = oneshot::channel();
    let job: Job = Box::new(move |connection| {
        let result = framed(connection, frame, &work);
        Box::new(move |committed| {
            let _ = answer.send(committed.map_err(E::from).and(result));
        })
    });
    queue.try_send(job).map_err(|_| Error::Unavailable("too many requests wait for the database".into()))?;
    outcome.await.map_err(|_| Error::Unavailable("the database refused the transaction".into()))?
}

/// Runs `work` between the statements of `frame`; a failure or a panic in it undoes what it did.
fn framed<T, E: Failure>(
    connection: &mut Connection,
    (begin, keep, undo): (&str, &str, &str),
    work: &impl for<'a> Fn(&'a mut Tx<'_>) -> Step<'a, T, E>,
) -> Result<T, E> {
    connection.prepare_cached(begin).and_then(|mut s| s.execute([])).map_err(Error::from)?;
    let result = catch_unwind(AssertUnwindSafe(|| ready(work(&mut Tx::Sqlite(connection)))))
        .unwrap_or_else(|_| Err(Error::Internal("a transaction panicked".into()).into()));
    match result {
        Ok(done) => {
            connection.prepare_cached(keep).and_then(|mut s| s.execute([])).map_err(Error::from)?;
            Ok(done)
        }
        Err(error) => {
            connection.execute_batch(undo).map_err(Error::from)?;
            Err(error)
        }
    }
}

/// The result of a future that never waits.
fn ready<T, E: Failure>(mut step: Step<'_, T, E>) -> Result<T, E> {
    match step.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => Err(Error::Internal("a transaction waited for something else than its database".into()).into()),
    }
}
