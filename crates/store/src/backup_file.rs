//! The file of a backup, to be read by any program in any year: lines of JSON, and a SHA-256 over them in the last line.
//!
//! `{"format":"juistedeur-backup","version":1,"migrations":[["cases",1,"<checksum>"]]}`, then per table
//! `{"table":"zaak","columns":[["id","uuid"]]}` and one array per row, and at the end `{"rows":1,"tables":1,"sha256":"<hex>"}`.
//! No date and no name of a machine is in it: the same content is the same bytes.
use crate::{
    Error, Row, Value, backup_row,
    migrate::Applied,
    schema::{Kind, Table},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{BufRead, BufReader, BufWriter, Read, Write},
    path::Path,
};

/// Longer than any row that an engine holds (a value is a gigabyte at most), so that a file without lines ends somewhere.
const LONGEST_LINE: u64 = 1 << 32;
const BUFFER: usize = 1 << 18;
const FORMAT: &str = "juistedeur-backup";
const VERSION: u32 = 1;

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DumpSummary {
    /// Tables, also those without rows.
    pub tables: u64,
    /// Rows of all tables together.
    pub rows: u64,
    /// SHA-256 of the content in hexadecimals, as it stands in the last line.
    pub sha256: String,
}

#[derive(Serialize, Deserialize)]
struct Header {
    format: String,
    version: u32,
    migrations: Vec<Applied>,
}

#[derive(Serialize, Deserialize)]
struct Head {
    table: String,
    columns: Vec<(String, Kind)>,
}

fn end(summary: &DumpSummary) -> String {
    format!("{{\"rows\":{},\"tables\":{},\"sha256\":\"{}\"}}\n", summary.rows, summary.tables, summary.sha256)
}

fn hex(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a backup, line by line.
pub(crate) struct Writer {
    file: BufWriter<File>,
    hash: Sha256,
    line: Vec<u8>,
    tables: u64,
    rows: u64,
}

impl Writer {
    /// Begins with the header.
    pub(crate) fn start(file: File, migrations: Vec<Applied>) -> Result<Self, Error> {
        let file = BufWriter::with_capacity(BUFFER, file);
        let mut writer = Self { file, hash: Sha256::new(), line: Vec::new(), tables: 0, rows: 0 };
        writer.json(&Header { format: FORMAT.into(), version: VERSION, migrations })?;
        Ok(writer)
    }

    /// The rows that follow are of `table`.
    pub(crate) fn table(&mut self, table: &Table) -> Result<(), Error> {
        self.tables += 1;
        self.json(&Head { table: table.name.clone(), columns: table.columns.clone() })
    }

    /// One row of `table`.
    pub(crate) fn row(&mut self, table: &Table, row: &Row<'_>) -> Result<(), Error> {
        self.rows += 1;
        self.line.clear();
        backup_row::encode(table, row, &mut self.line)?;
        self.put()
    }

    /// Ends with the checksum; the file is with the operating system then, and not yet on the disk.
    pub(crate) fn finish(mut self) -> Result<(File, DumpSummary), Error> {
        let summary = DumpSummary { tables: self.tables, rows: self.rows, sha256: hex(self.hash) };
        self.file.write_all(end(&summary).as_bytes()).map_err(unwritable)?;
        let file = self.file.into_inner().map_err(|e| unwritable(e.into_error()))?;
        Ok((file, summary))
    }

    fn json(&mut self, line: &impl Serialize) -> Result<(), Error> {
        self.line.clear();
        serde_json::to_writer(&mut self.line, line).map_err(|e| Error::Internal(e.to_string()))?;
        self.put()
    }

    fn put(&mut self) -> Result<(), Error> {
        self.line.push(b'\n');
        self.hash.update(&self.line);
        self.file.write_all(&self.line).map_err(unwritable)
    }
}

/// The disk is full or away.
pub(crate) fn unwritable(error: std::io::Error) -> Error {
    Error::Unavailable(format!("the backup can't be written: {error}"))
}

/// What a line turns out to be; the text of a row stays with the reader.
pub(crate) enum Line {
    /// A new table begins: its name and columns.
    Table(String, Vec<(String, Kind)>),
    /// A row of the table.
    Row,
    /// The last line, with a checksum that fits all that went before.
    End(DumpSummary),
}

/// Reads a backup, line by line.
pub(crate) struct Reader {
    file: BufReader<File>,
    hash: Sha256,
    line: Vec<u8>,
    tables: u64,
    rows: u64,
}

impl Reader {
    /// Opens the file and reads the header: which migrations its tables had.
    pub(crate) fn open(path: &Path) -> Result<(Self, Vec<Applied>), Error> {
        let file = File::open(path).map_err(|e| Error::Unavailable(format!("backup {}: {e}", path.display())))?;
        let file = BufReader::with_capacity(BUFFER, file);
        let mut reader = Self { file, hash: Sha256::new(), line: Vec::new(), tables: 0, rows: 0 };
        reader.read()?;
        reader.hash.update(&reader.line);
        let header: Header =
            serde_json::from_slice(&reader.line).map_err(|_| damaged("its first line is not that of a backup"))?;
        if header.format != FORMAT || header.version != VERSION {
            return Err(Error::Backup(format!(
                "it is {} version {}; this program reads {FORMAT} {VERSION}",
                header.format, header.version
            )));
        }
        Ok((reader, header.migrations))
    }

    /// The next line. Errors: `Backup` when the file is damaged or cut short.
    pub(crate) fn next(&mut self) -> Result<Line, Error> {
        self.read()?;
        if self.line.starts_with(b"{\"rows\"") {
            return self.end().map(Line::End);
        }
        self.hash.update(&self.line);
        if self.line.starts_with(b"[") {
            self.rows += 1;
            return Ok(Line::Row);
        }
        self.tables += 1;
        let head: Head = serde_json::from_slice(&self.line).map_err(|_| damaged("a line is no row and no table"))?;
        Ok(Line::Table(head.table, head.columns))
    }

    /// The values of the row that `next` found, behind those already in `into`; gives the length of its text.
    pub(crate) fn row(&self, table: &Table, into: &mut Vec<Value>) -> Result<usize, Error> {
        let shape = || damaged(&format!("a row of {} has another shape", table.name));
        backup_row::decode(table, &self.line, into).ok_or_else(shape)?;
        Ok(self.line.len())
    }

    fn read(&mut self) -> Result<(), Error> {
        self.line.clear();
        let mut limited = (&mut self.file).take(LONGEST_LINE);
        let read = limited.read_until(b'\n', &mut self.line);
        read.map_err(|e| Error::Unavailable(format!("the backup can't be read: {e}")))?;
        if self.line.last() == Some(&b'\n') { Ok(()) } else { Err(damaged("it ends in the middle")) }
    }

    fn end(&mut self) -> Result<DumpSummary, Error> {
        let summary = DumpSummary { tables: self.tables, rows: self.rows, sha256: hex(self.hash.clone()) };
        if self.line != end(&summary).as_bytes() {
            return Err(damaged("its checksum does not fit its content"));
        }
        let behind = self.file.fill_buf().map_err(|e| Error::Unavailable(format!("the backup can't be read: {e}")))?;
        if behind.is_empty() { Ok(summary) } else { Err(damaged("something stands behind its end")) }
    }
}

/// Invariant: nothing of a damaged file reaches a database (test `a_damaged_file_is_refused_and_the_database_stays_empty`).
pub(crate) fn damaged(what: &str) -> Error {
    Error::Backup(format!("the file is damaged: {what}; take another one"))
}
