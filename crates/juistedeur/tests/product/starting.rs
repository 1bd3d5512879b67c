//! Starting: production says what it lacks; a database that is newer is left alone; sub-commands explain themselves.
use crate::running::{On, Product};

#[test]
fn production_names_everything_it_lacks() {
    let mut product = Product::new(&On::Sqlite);
    product.set("DEMO", "false");
    let refused = product.run(&["serve"]);
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success());
    for setting in ["keys:", "portal:", "operator.oin:", "operator.name:", "security_contact:"] {
        assert!(told.contains(setting), "{setting} is not named in: {told}");
    }
}

#[test]
fn a_wrong_setting_is_named_with_what_would_be_right() {
    let mut product = Product::new(&On::Sqlite);
    product.set("POSTS_PER_MINUTE", "veel");
    let refused = product.run(&["migrate"]);
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(told.contains("posts_per_minute") && told.contains("expected"), "{told}");
}

#[test]
fn the_services_that_ship_have_no_findings_and_every_command_has_help() {
    let product = Product::new(&On::Sqlite);
    let checked = product.run(&["check", "services"]);
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    for command in ["serve", "migrate", "check", "export", "backup", "restore", "keys", "vraag", "zaak"] {
        let help = product.run(&[command, "--help"]);
        assert!(help.status.success() && help.stdout.len() > 60, "{command}");
    }
}

#[test]
fn with_yesterdays_head_the_journal_is_checked_from_the_command_line() {
    let mut product = Product::started(&On::Sqlite);
    let resident = crate::resident::Resident::at(&product.base);
    let draft = resident.fills_in("Een losse tegel", &[]).unwrap();
    resident.sends(&draft).unwrap().unwrap();
    product.stop();
    let head = product.run(&["export", "head"]);
    assert!(head.status.success(), "{}", String::from_utf8_lossy(&head.stderr));
    let file = product.folder.join("head.json");
    std::fs::write(&file, &head.stdout).unwrap();
    let checked = product.run(&["check", "journal", "--head", file.to_str().unwrap()]);
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    let forged = String::from_utf8(head.stdout).unwrap().replacen("\"seq\":", "\"seq\":9", 1);
    std::fs::write(&file, forged).unwrap();
    let checked = product.run(&["check", "journal", "--head", file.to_str().unwrap()]);
    assert!(!checked.status.success(), "a head that is not ours was believed");
}
