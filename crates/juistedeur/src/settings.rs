//! One file with settings; every one of them can come from the environment, and what is wrong names itself.
use crate::map;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use values::Oin;

/// All settings; each has a default for the demo.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Made up: fictitious numbers, keys that make themselves. Never on where people come.
    pub demo: bool,
    /// Where pages and interfaces listen.
    pub listen: String,
    /// Where metrics listen; nothing for nowhere.
    pub operations_listen: String,
    /// Where people find it, without a slash at the end.
    pub portal: String,
    /// The folder for database (SQLite) and documents.
    pub data: PathBuf,
    /// Reference data.
    pub reference: PathBuf,
    /// Services and organisations.
    pub services: PathBuf,
    /// For which purposes registers are asked.
    pub policies: PathBuf,
    /// Words of the Dutch language for the search; it works less well without.
    pub lexicon: PathBuf,
    /// Fonts for receipts on paper.
    pub paper_fonts: PathBuf,
    /// The file with keys; `juistedeur keys new FILE` makes one.
    pub keys: Option<PathBuf>,
    /// Log lines: `json` for machines, `text` for people.
    pub log: Log,
    /// Requests that change something, per address and minute.
    pub posts_per_minute: u32,
    /// Those of them that may bring a file.
    pub uploads_per_minute: u32,
    /// A proxy of yours stands before it and sets X-Forwarded-For.
    pub behind_proxy: bool,
    /// Where leaks can be told: `mailto:…` or `https://…`.
    pub security_contact: Option<String>,
    /// The database.
    pub database: Database,
    /// Who runs this door.
    pub operator: Operator,
    /// The mail server; without one no confirmations leave.
    pub smtp: Option<letters::Smtp>,
    /// The virus scanner; without one photos are not scanned.
    pub scanner: Option<Scanner>,
    /// The providers of sign-in; without one nobody can sign in.
    pub sign_in: identity::Settings,
    /// The registers; one that is not here is away, always.
    pub registers: registers::Settings,
    /// The map to point out a place on; without one a place is typed.
    pub map: Option<map::Settings>,
}

/// The virus scanner, clamd.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scanner {
    /// `127.0.0.1:3310`, or the path of its socket.
    pub address: String,
    /// How long after one try what waits is tried again.
    #[serde(default = "half_a_minute")]
    pub retry_seconds: u64,
}

fn half_a_minute() -> u64 {
    30
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Log {
    /// One JSON object a line.
    Json,
    /// For people.
    Text,
}

/// The database.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// `postgresql://…`; without it a SQLite file in `data`.
    pub url: Option<String>,
    /// Connections to PostgreSQL at most.
    pub connections: usize,
    /// Threads that read SQLite at the same time.
    pub readers: usize,
    /// `full`; `off` is only there to prove that the durability test can fail.
    pub synchronous: Synchronous,
}

/// When SQLite says that a write is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Synchronous {
    /// When it is on the disk.
    Full,
    /// When the operating system has it; refused outside the demo.
    Off,
}

/// Who runs this door: controller of what is filled in until it is sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Operator {
    /// Its OIN, 20 digits.
    pub oin: Option<String>,
    /// Its name.
    pub name: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            demo: false,
            listen: "127.0.0.1:8080".into(),
            operations_listen: "127.0.0.1:8081".into(),
            portal: "http://127.0.0.1:8080".into(),
            data: "var".into(),
            reference: "reference".into(),
            services: "services".into(),
            policies: "policies".into(),
            lexicon: "assets/lexicon".into(),
            paper_fonts: "assets/dist/pdf-fonts".into(),
            keys: None,
            log: Log::Json,
            posts_per_minute: 120,
            uploads_per_minute: 60,
            behind_proxy: false,
            security_contact: None,
            database: Database::default(),
            operator: Operator::default(),
            smtp: None,
            scanner: None,
            sign_in: identity::Settings::default(),
            registers: registers::Settings::default(),
            map: None,
        }
    }
}

impl Default for Database {
    fn default() -> Self {
        Self { url: None, connections: 16, readers: 2, synchronous: Synchronous::Full }
    }
}

/// Of the demo, not of anyone: passes the 11-check and belongs to nobody.
const DEMO_OPERATOR: &str = "00000001800000092000";

impl Settings {
    /// The OIN of who runs the door.
    pub fn operator_oin(&self) -> Result<Oin, String> {
        let text = self.operator.oin.as_deref().unwrap_or(if self.demo { DEMO_OPERATOR } else { "" });
        Oin::parse(text).map_err(|e| format!("setting operator.oin: {e}; give the OIN of your organisation, 20 digits"))
    }

    /// The map, if there is one.
    pub fn map(&self) -> Result<Option<web::Map>, String> {
        self.map.as_ref().map(|map| map.open(self.demo)).transpose()
    }

    /// What production lacks, by name.
    pub fn lacks(&self) -> Vec<String> {
        if self.demo {
            return vec![];
        }
        let lack = |missing: bool, what: &str| missing.then(|| what.to_owned());
        let no_scanner = self.scanner.as_ref().is_some_and(|s| cases::Scanner::open(&s.address).is_err());
        let no_tls = self.smtp.as_ref().is_some_and(|s| s.tls == letters::Tls::None);
        [
            lack(self.keys.is_none(), "keys: the file that `juistedeur keys new FILE` makes"),
            lack(!self.portal.starts_with("https://"), "portal: the address that people see, https://…"),
            lack(self.operator.oin.is_none(), "operator.oin: the OIN of the organisation that runs this door"),
            lack(self.operator.name.is_none(), "operator.name: its name, for the privacy page"),
            lack(self.security_contact.is_none(), "security_contact: where leaks can be told, mailto:… or https://…"),
            lack(
                self.database.synchronous == Synchronous::Off,
                "database.synchronous: \"full\"; what we acknowledge must be on the disk",
            ),
            lack(no_tls, "smtp.tls: \"starttls\" or \"tls\""),
            lack(no_scanner, "scanner.address: host:port, or the path of a socket"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Reads the file and the environment. Errors: which setting, what is wrong with it, and what would be right.
pub fn load(file: Option<&Path>) -> Result<Settings, String> {
    #[allow(clippy::disallowed_methods)] // the one reader of the environment
    let environment = std::env::vars().filter(|(name, _)| name.starts_with("JUISTEDEUR_"));
    parse(file, environment.collect())
}

fn parse(file: Option<&Path>, environment: Vec<(String, String)>) -> Result<Settings, String> {
    let text = match file {
        Some(file) => std::fs::read_to_string(file).map_err(|e| format!("settings {}: {e}", file.display()))?,
        None => String::new(),
    };
    let name = file.map_or_else(|| "settings".to_owned(), |f| f.display().to_string());
    let mut table: toml::Table = toml::from_str(&text).map_err(|e| format!("{name}: {e}"))?;
    for (variable, value) in environment {
        // These two are not settings: where the settings are, and where the tests' server is.
        if let Some(path) = variable.strip_prefix("JUISTEDEUR_").filter(|p| *p != "SETTINGS" && !p.starts_with("TEST_")) {
            put(&mut table, &path.to_lowercase(), &value);
        }
    }
    let settings: Settings = serde_path_to_error::deserialize(toml::Value::Table(table))
        .map_err(|e| format!("{name}: setting {}: {}", e.path(), e.inner().message()))?;
    settings.operator.oin.is_some().then(|| settings.operator_oin()).transpose()?;
    settings.map()?;
    Ok(settings)
}

/// The settings that are no text.
const NUMBERS: [&str; 8] =
    ["posts_per_minute", "uploads_per_minute", "connections", "readers", "port", "retry_seconds", "timeout_seconds", "zoom"];
const FLAGS: [&str; 2] = ["demo", "behind_proxy"];

/// Puts `value` at `database__url`.
fn put(table: &mut toml::Table, path: &str, value: &str) {
    match path.split_once("__") {
        Some((head, rest)) => {
            let inner = table.entry(head).or_insert_with(|| toml::Value::Table(toml::Table::new()));
            if let toml::Value::Table(inner) = inner {
                put(inner, rest, value);
            }
        }
        None => {
            let number = value.parse().map(toml::Value::Integer).ok().filter(|_| NUMBERS.contains(&path));
            let flag = value.parse().map(toml::Value::Boolean).ok().filter(|_| FLAGS.contains(&path));
            table.insert(path.to_owned(), number.or(flag).unwrap_or_else(|| toml::Value::String(value.to_owned())));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &[(&str, &str)]) -> Result<Settings, String> {
        parse(None, pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn a_wrong_setting_names_itself() {
        let error = with(&[("JUISTEDEUR_DATABASE__CONNECTIONS", "many")]).unwrap_err();
        assert!(error.contains("database.connections"), "{error}");
        let error = with(&[("JUISTEDEUR_PORTALL", "https://x")]).unwrap_err();
        assert!(error.contains("portall") && error.contains("portal"), "{error}");
        let error = with(&[("JUISTEDEUR_OPERATOR__OIN", "123")]).unwrap_err();
        assert!(error.contains("operator.oin") && error.contains("20"), "{error}");
    }

    #[test]
    fn a_map_is_there_when_it_is_set_and_wrong_settings_name_themselves() {
        assert!(with(&[]).unwrap().map().unwrap().is_none());
        let tiles = ("JUISTEDEUR_MAP__TILES", "https://tiles.example/{z}/{x}/{y}.png");
        let attribution = ("JUISTEDEUR_MAP__ATTRIBUTION", "© iemand");
        let map = with(&[tiles, attribution, ("JUISTEDEUR_MAP__ZOOM", "12")]).unwrap().map().unwrap().unwrap();
        assert_eq!((map.origin.as_str(), map.zoom), ("https://tiles.example", 12));
        for (wrong, named) in [
            (vec![tiles], "attribution"),
            (vec![attribution, ("JUISTEDEUR_MAP__TILES", "http://tiles.example/{z}/{x}/{y}.png")], "map.tiles"),
            (vec![tiles, attribution, ("JUISTEDEUR_MAP__ZOOM", "near")], "map.zoom"),
            (vec![tiles, attribution, ("JUISTEDEUR_MAP__CENTRE", "here")], "map.centre"),
            (vec![tiles, attribution, ("JUISTEDEUR_MAP__KEY", "x")], "map"),
        ] {
            let error = with(&wrong).unwrap_err();
            assert!(error.contains(named), "{named}: {error}");
        }
    }

    #[test]
    fn the_environment_goes_before_the_file() {
        let file = std::env::temp_dir().join(format!("settings-{}.toml", uuid::Uuid::now_v7()));
        std::fs::write(&file, "demo = true\nportal = \"http://file\"\n[database]\nreaders = 4\n").unwrap();
        let settings = parse(Some(&file), vec![("JUISTEDEUR_PORTAL".into(), "http://environment".into())]).unwrap();
        std::fs::remove_file(&file).unwrap();
        assert_eq!((settings.portal.as_str(), settings.database.readers, settings.demo), ("http://environment", 4, true));
    }

    #[test]
    fn production_says_what_it_lacks_and_the_demo_lacks_nothing() {
        let lacks = with(&[]).unwrap().lacks();
        for name in ["keys", "portal", "operator.oin", "operator.name", "security_contact"] {
            assert!(lacks.iter().any(|l| l.starts_with(name)), "{name}");
        }
        assert!(with(&[("JUISTEDEUR_DEMO", "true")]).unwrap().lacks().is_empty());
        let lacks = with(&[("JUISTEDEUR_SCANNER__ADDRESS", "clamd")]).unwrap().lacks();
        assert!(lacks.iter().any(|l| l.starts_with("scanner.address")), "{lacks:?}");
    }

    proptest::proptest! {
        /// Whatever stands in the environment: settings, or a reason that names where they came from.
        #[test]
        fn no_environment_makes_it_panic(
            pairs in proptest::collection::vec(("(DATABASE|SMTP|SCANNER|OPERATOR|DEMO|PORT|[A-Z_]{0,9})(__[A-Z_]{0,9}){0,3}", ".{0,20}"), 0..6)
        ) {
            let pairs = pairs.into_iter().map(|(name, value)| (format!("JUISTEDEUR_{name}"), value)).collect();
            if let Err(what) = parse(None, pairs) {
                proptest::prop_assert!(what.contains("setting"), "{what}");
            }
        }
    }
}
