//! What a PostgreSQL keeps of one database: every value of every row, the files on its disk, and the log of what was written.
use tokio_postgres::{Client, NoTls};

/// A database that is looked into, from the moment that this was made.
pub struct Cluster {
    client: Client,
    /// Where the log was then: the file, and how far in it.
    begin: (String, i32),
}

/// Keeps the log from now on, however much others write and however often the server tidies up, for as long as the connection lasts.
const KEEP: &str = "SELECT pg_create_physical_replication_slot('watch_' || pg_backend_pid(), true, true)";
/// The file of the log that is written now, and how far in it.
const NOW: &str = "SELECT file_name, file_offset FROM pg_walfile_name_offset(pg_current_wal_lsn())";

impl Cluster {
    /// Begins to look into the database at `url`, as one that may read the files of the server.
    pub async fn watch(url: &str) -> Self {
        let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
        tokio::spawn(connection);
        client.query_one(KEEP, &[]).await.unwrap();
        let row = client.query_one(NOW, &[]).await.unwrap();
        let begin = (row.get(0), row.get(1));
        Self { client, begin }
    }

    /// All of it, each with a name.
    pub async fn all(&self) -> Vec<(String, Vec<u8>)> {
        self.client.batch_execute("CHECKPOINT").await.unwrap();
        [self.rows().await, self.files().await, self.log().await].concat()
    }

    /// Each column of each table, as it is before the server packs it together.
    async fn rows(&self) -> Vec<(String, Vec<u8>)> {
        let sql = "SELECT table_name::text, column_name::text, data_type::text FROM information_schema.columns WHERE table_schema = 'public'";
        let mut all = Vec::new();
        for column in self.client.query(sql, &[]).await.unwrap() {
            let [table, name, kind] = [0, 1, 2].map(|at| column.get::<_, String>(at));
            let bytes = if kind == "bytea" { format!("\"{name}\"") } else { format!("convert_to(\"{name}\"::text, 'UTF8')") };
            let sql = format!("SELECT coalesce(string_agg({bytes}, '\\x0a'), '') FROM \"{table}\"");
            all.push((format!("rows of {table}.{name}"), self.client.query_one(&sql, &[]).await.unwrap().get(0)));
        }
        all
    }

    async fn files(&self) -> Vec<(String, Vec<u8>)> {
        let sql = "SELECT 'file base/' || oid || '/' || file, pg_read_binary_file('base/' || oid || '/' || file, 0, 1000000000, true) \
                   FROM pg_database, pg_ls_dir('base/' || oid) AS file WHERE datname = current_database()";
        let rows = self.client.query(sql, &[]).await.unwrap();
        // A file that went away meanwhile is none.
        rows.iter().filter_map(|row| Some((row.get(0), row.get::<_, Option<Vec<u8>>>(1)?))).collect()
    }

    /// The log from the beginning until now: before and after it are the traces of others.
    async fn log(&self) -> Vec<(String, Vec<u8>)> {
        let now = self.client.query_one(NOW, &[]).await.unwrap();
        let (first, (last, end)) = (&self.begin.0, (now.get::<_, String>(0), now.get::<_, i32>(1)));
        let sql =
            "SELECT name, pg_read_binary_file('pg_wal/' || name) FROM pg_ls_waldir() WHERE name BETWEEN $1 AND $2 ORDER BY name";
        let rows = self.client.query(sql, &[first, &last]).await.unwrap();
        assert!(rows.first().is_some_and(|row| row.get::<_, &str>(0) == first), "the begin of the log, {first}, is gone");
        let part = |(name, bytes): (String, Vec<u8>)| {
            let from = if name == *first { self.begin.1 } else { 0 };
            let until = if name == last { usize::try_from(end).unwrap() } else { bytes.len() };
            (format!("log {name}"), bytes[usize::try_from(from).unwrap()..until].to_vec())
        };
        rows.iter().map(|row| part((row.get(0), row.get(1)))).collect()
    }
}

#[tokio::test]
async fn what_was_written_stays_in_sight_after_the_server_tidied_its_log() {
    let Ok(url) = std::env::var("JUISTEDEUR_TEST_POSTGRES") else { return };
    let cluster = Cluster::watch(&url).await;
    let client = &cluster.client;
    client.batch_execute("CREATE TABLE traces (what text); INSERT INTO traces VALUES ('here-i-was')").await.unwrap();
    for _ in 0..20 {
        client.batch_execute("SELECT pg_switch_wal(); INSERT INTO traces VALUES ('later'); CHECKPOINT").await.unwrap();
    }
    let log = cluster.log().await;
    client.batch_execute("DROP TABLE traces").await.unwrap();
    let there = |bytes: &[u8]| bytes.windows(10).any(|part| part == b"here-i-was");
    assert!(
        log.iter().any(|(_, bytes)| there(bytes)),
        "the log tells nothing of it: {:?}",
        log.iter().map(|l| &l.0).collect::<Vec<_>>()
    );
}
