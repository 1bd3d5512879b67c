//! Backup
