//! `juistedeur check services`: what is wrong with the services, with file and line.
use crate::{
    Catalogue, OverlayFault, ServiceDefinition, Wrong, leads::Leads, overlay_check::check_overlay, planning::Base, skeleton,
    skeleton_check::check_skeleton,
};
use jiff::civil::Date;
use std::path::Path;

/// Something that is wrong with a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceFinding {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what would be right.
    pub what: String,
}

impl std::fmt::Display for ServiceFinding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

/// Checks every skeleton and overlay in `folder`, on this day, against the catalogue's products and hosted organisations.
pub fn check_services(folder: &Path, catalogue: &Catalogue, today: Date) -> Vec<ServiceFinding> {
    let mut findings = Vec::new();
    let files = match skeleton::skeleton_files(folder) {
        Ok(files) => files,
        Err(error) => return vec![ServiceFinding { file: error.file, line: 0, what: error.what }],
    };
    for (name, file) in files {
        let mut sheet = Sheet { file: file.display().to_string(), text: String::new(), findings: &mut findings };
        if let Some(text) = sheet.open(&file) {
            check_skeleton(&mut sheet, &text, catalogue);
        }
        let leads = text_of(&file).and_then(|text| Leads::of_skeleton(&text, catalogue)).unwrap_or_default();
        let base = text_of(&file).and_then(|text| Base::of_skeleton(&text));
        let mut offered = false;
        for hosted in catalogue.hosted() {
            let file = folder.join("overlays").join(&hosted.code).join(format!("{name}.toml"));
            let mut sheet = Sheet { file: file.display().to_string(), text: String::new(), findings: &mut findings };
            if !file.exists() {
                if !leads.layers.contains(&catalogue.layer_of(hosted)) {
                    continue;
                }
                sheet
                    .tell(0, format!("overlay missing: {} is hosted, so it needs its own norm and team for {name}", hosted.code));
            } else if let Some(text) = sheet.open(&file) {
                offered = true;
                let layer = catalogue.layer_of(hosted);
                if leads.offers.as_ref().is_some_and(|offers| !offers.contains(&layer)) {
                    sheet.tell(0, skeleton::not_its_service(layer));
                }
                for fault in check_overlay(&text, base, today) {
                    sheet.tell(fault.at, fault.what);
                }
            }
        }
        if (leads.chosen || leads.hands_over) && !offered {
            let mut sheet = Sheet { file: file.display().to_string(), text: String::new(), findings: &mut findings };
            sheet.tell(0, "nobody offers this: no hosted organisation has an overlay".into());
        }
    }
    findings
}

/// What is wrong with an overlay of `service` before it is published here, on this day: its own faults, and those of the skeleton it is
/// laid over.
pub fn check_version(service: &ServiceDefinition, overlay: &str, catalogue: &Catalogue, today: Date) -> Vec<OverlayFault> {
    let mut findings = Vec::new();
    let text = service.skeleton.clone();
    check_skeleton(&mut Sheet { file: service.name.clone(), text, findings: &mut findings }, &service.skeleton, catalogue);
    let of_skeleton = findings.into_iter().map(|found| {
        let what = found.to_string();
        OverlayFault { field: "dienst".into(), wrong: Wrong::Skeleton, what, at: 0 }
    });
    of_skeleton.chain(check_overlay(overlay, Some(service.base()), today)).collect()
}

fn text_of(file: &Path) -> Option<String> {
    std::fs::read_to_string(file).ok()
}

/// A file that is being checked.
pub(crate) struct Sheet<'a> {
    file: String,
    text: String,
    findings: &'a mut Vec<ServiceFinding>,
}

impl Sheet<'_> {
    fn open(&mut self, file: &Path) -> Option<String> {
        match std::fs::read_to_string(file) {
            Ok(text) => {
                self.text.clone_from(&text);
                Some(text)
            }
            Err(error) => {
                self.tell(0, error.to_string());
                None
            }
        }
    }

    /// Writes down what is wrong at this byte.
    pub(crate) fn tell(&mut self, at: usize, what: String) {
        let line = self.text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
        self.findings.push(ServiceFinding { file: self.file.clone(), line, what });
    }
}
