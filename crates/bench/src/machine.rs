//! On what it was measured: nothing that names a place or a person.
use crate::Result;
use std::{fs, io::Write, path::Path, process::Command, time::Instant};

/// The machine and what runs on it.
pub struct Machine {
    /// Kind of processor and number of cores.
    pub processor: String,
    /// Memory, in GB.
    pub memory: f64,
    /// Operating system.
    pub system: String,
    /// Compiler.
    pub rustc: String,
    /// What the machine had to do before this run: processes that ran or waited, over one minute.
    pub load: String,
    /// One write of 8 KB that waits for the disk, in milliseconds (the middle of 200).
    pub sync: f64,
}

/// Looks; `folder` is where the databases will be.
pub fn look(folder: &Path) -> Result<Machine> {
    let line = |file: &str, name: &str| {
        let text = fs::read_to_string(file).unwrap_or_default();
        let found = text.lines().find(|l| l.starts_with(name)).and_then(|l| l.split_once([':', '=']));
        found.map(|(_, value)| value.trim().trim_matches('"').to_owned()).unwrap_or_else(|| "unknown".into())
    };
    let cores = std::thread::available_parallelism()?;
    let kilobytes: f64 = line("/proc/meminfo", "MemTotal").trim_end_matches(" kB").parse()?;
    let rustc = Command::new("rustc").arg("--version").output()?.stdout;
    Ok(Machine {
        processor: format!("{cores} cores, {}", line("/proc/cpuinfo", "model name")),
        memory: kilobytes / 1024.0 / 1024.0,
        system: format!("{}, {}", line("/etc/os-release", "PRETTY_NAME"), std::env::consts::ARCH),
        rustc: String::from_utf8_lossy(&rustc).trim().to_owned(),
        load: load()?,
        sync: sync(folder)?,
    })
}

/// Processes that run or wait, over one minute.
pub fn load() -> Result<String> {
    Ok(fs::read_to_string("/proc/loadavg")?.split(' ').next().unwrap_or_default().to_owned())
}

fn sync(folder: &Path) -> Result<f64> {
    let path = folder.join("sync");
    let mut file = fs::File::create(&path)?;
    let mut times = Vec::new();
    for _ in 0..200 {
        let begin = Instant::now();
        file.write_all(&[7; 8192])?;
        file.sync_data()?;
        times.push(begin.elapsed().as_secs_f64() * 1e3);
    }
    fs::remove_file(path)?;
    times.sort_by(f64::total_cmp);
    Ok(times[times.len() / 2])
}
