//! Opening a file that may come from anywhere.

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations};
use std::path::Path;

/// Says whose files these are: `mixp` in ASCII.
const APPLICATION: i64 = 0x6d69_7870;

/// Why a file of results cannot be used.
#[derive(Debug)]
pub enum StoreError {
    /// Not a file of this tool.
    Foreign,
    /// Made by a later version of the tool.
    Newer,
    /// Damaged.
    Damaged(String),
    /// It belongs to other inputs: what differs, what the file says, what was asked for.
    OtherInputs(Vec<(String, String, String)>),
    /// Anything that SQLite reports.
    Sqlite(rusqlite::Error),
}

impl std::fmt::Display for StoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            StoreError::Foreign => f.write_str("foreign"),
            StoreError::Newer => f.write_str("newer"),
            StoreError::Damaged(what) => f.write_str(what),
            StoreError::OtherInputs(list) => {
                let names: Vec<&str> = list.iter().map(|(name, ..)| name.as_str()).collect();
                f.write_str(&names.join(", "))
            }
            StoreError::Sqlite(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        if let StoreError::Sqlite(error) = self { Some(error) } else { None }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase) => StoreError::Foreign,
            Some(rusqlite::ErrorCode::DatabaseCorrupt) => StoreError::Damaged(error.to_string()),
            _ => StoreError::Sqlite(error),
        }
    }
}

/// The versions of the schema, oldest first. A version once released is never edited.
pub(super) const STEPS: &[M<'static>] = &[M::up(
    "CREATE TABLE input (name TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT, WITHOUT ROWID;
     CREATE TABLE run (
         job TEXT PRIMARY KEY,
         scenario INTEGER NOT NULL,
         scenario_name TEXT NOT NULL,
         seed INTEGER NOT NULL,
         seed_text TEXT NOT NULL,
         outcome TEXT NOT NULL CHECK (json_valid(outcome)),
         UNIQUE (scenario, seed)
     ) STRICT, WITHOUT ROWID;",
)];

/// Opens or makes a file of results.
pub(super) fn open(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    for (name, value) in [("cell_size_check", 1), ("mmap_size", 0), ("foreign_keys", 1)] {
        connection.pragma_update(None, name, value)?;
    }
    let application: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let objects: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if application != APPLICATION && (objects > 0 || application != 0) {
        return Err(StoreError::Foreign);
    }
    let check: String = connection.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    if check != "ok" {
        return Err(StoreError::Damaged(check));
    }
    // Where a file system cannot share memory, SQLite says so here and keeps a journal that needs none.
    let mode: String = connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode != "wal" {
        connection.pragma_update(None, "journal_mode", "TRUNCATE")?;
    }
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "application_id", APPLICATION)?;
    Migrations::from_slice(STEPS).to_latest(&mut connection).map_err(|error| match error {
        rusqlite_migration::Error::MigrationDefinition(_) => StoreError::Newer,
        rusqlite_migration::Error::RusqliteError { err, .. } => StoreError::from(err),
        other => StoreError::Damaged(other.to_string()),
    })?;
    Ok(connection)
}
