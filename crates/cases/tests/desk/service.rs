//! A service whose law gives a term to decide, and the same without one, as files that the catalogue reads.
use catalogue::Catalogue;
use std::path::{Path, PathBuf};

const HOSTED: &str = r#"
[[organisatie]]
code = "gm0307"
rsin = "800000109"
voorbeeld = true
vraag_team = { nl = "het team", en = "the team" }
vraag_norm = { term = "P3D", counts = "working-days", source = "voorbeeld" }
[[organisatie]]
code = "gm0344"
rsin = "800000110"
voorbeeld = true
vraag_team = { nl = "het team", en = "the team" }
vraag_norm = { term = "P3D", counts = "working-days", source = "voorbeeld" }
[[organisatie]]
code = "gm0599"
rsin = "800000122"
voorbeeld = true
vraag_team = { nl = "het team", en = "the team" }
vraag_norm = { term = "P3D", counts = "working-days", source = "voorbeeld" }
"#;

const OVERLAY: &str = r#"
voorbeeld = true
team = { nl = "het team Parkeren", en = "the parking team" }
norm = { term = "P10D", counts = "working-days", source = "voorbeeld" }
"#;

/// An organ of another body that decides for the town.
const TAX_OFFICE: &str = "bevoegd_orgaan = { nl = \"de ambtenaar van GBLT\", en = \"the officer of GBLT\" }\n";

/// Which moment counts for the queue.
const QUEUE: &str = "volgorde = { nl = \"de dag\", en = \"the day\" }\n";

fn skeleton(upl: &str, soort: &str, law: &str, resultaten: &str) -> String {
    let text =
        "title = \"t\"\nnoun = \"n\"\nachieve = \"a\"\nfor_whom = \"f\"\ncost = \"c\"\nneeds = []\nsteps = []\nnot_this = []\n";
    let status = |omschrijving| format!("[[status]]\nomschrijving = \"{omschrijving}\"\nnl = \"n\"\nen = \"e\"\n");
    format!(
        "upl = \"{upl}\"\nsoort = \"{soort}\"\nbevoegd_orgaan = {{ nl = \"het college\", en = \"the college\" }}\nwie_mag = \"Iedereen\"\n\
         purpose = \"test\"\nbasis = \"test\"\nbewaartermijn = \"P1Y\"\nresultaat = {resultaten}\n{law}\
         [nl]\n{text}[en]\n{text}{}{}{}",
        status("Ontvangen"),
        status("In behandeling"),
        status("Afgehandeld")
    )
}

/// A page on which one adds papers that only this adviser opens.
fn closed(adviseur: &str) -> (String, String) {
    let text = "{ nl = \"n\", en = \"e\" }";
    let question = "[[page.question]]\nid = \"papieren\"\nkind = \"document\"\nconcept = \"papieren\"\nbesloten = true\n";
    let page = format!("[[page]]\nid = \"papieren\"\ntitle = {text}\n{question}label = {text}\nwhy = {text}\n");
    (format!("adviseur = \"{adviseur}\"\n"), page)
}

const AWB: &str = "beslistermijn = \"P8W\"\n[[rechtsmiddel]]\nnaam = \"bezwaar\"\ngrondslag = \"Awb artikel 7:1\"\n";
/// What comes with the permit is objected to elsewhere.
const LEVY: &str = "[[rechtsmiddel]]\nnaam = \"bezwaar\"\nsoort = \"heffing\"\ngrondslag = \"AWR\"\n\
    tegen = { nl = \"het bedrag\", en = \"the amount\" }\norgaan = { nl = \"de heffingsambtenaar\", en = \"the levy officer\" }\n";
const BY_LAW: &str = "[\"Verleend\", \"Van rechtswege verleend\", \"Geweigerd\", \"Ingetrokken\"]";
/// Silence means yes in one town, and not in the other.
const SILENCE: [(&str, &str); 2] = [("gm0307", "lex_silencio = true\n"), ("gm0344", "lex_silencio = false\n")];
const COLLECTION: &str = "[[rechtsmiddel]]\nnaam = \"administratief beroep\"\ngrondslag = \"Uitvoeringsregeling\"\n\
    orgaan = { nl = \"het dagelijks bestuur\", en = \"the executive board\" }\n";
const REPORT: &str =
    "besluit_bij = [\"Niet verwerkt\"]\n[[rechtsmiddel]]\nnaam = \"bezwaar\"\ngrondslag = \"Wet BRP artikel 2.60\"\n";

/// `parkeervergunning` is an application with a term of eight weeks and objection, also to the amount; `kwijtschelding` is decided without a
/// term, with another remedy; of a `verhuismelding` only not processing it is a decision; `melding` is a tip-off. `parkeerkaart` and `horeca` are
/// applications with a closed compartment: of the medical adviser, and of the Bibob coordinator; what they grant holds on, a card five years at most. `evenement` is a permit under the Dienstenwet.
pub fn catalogue(folder: &Path) -> Catalogue {
    let services: PathBuf = folder.join("services");
    let ends = "[\"Verleend\", \"Afgewezen\", \"Niet in behandeling\", \"Ingetrokken\"]";
    let open = |upl: &str, soort: &str, law: &str, ends: &str| format!("page = []\n{}", skeleton(upl, soort, law, ends));
    let with_papers = |upl: &str, adviseur: &str, most: &str| {
        let (reads, page) = closed(adviseur);
        format!(
            "{reads}{most}blijft_gelden = [\"Verleend\"]\nbewaartermijn_na_verval = \"P2Y\"\n{}{page}",
            skeleton(upl, "aanvraag", AWB, ends)
        )
    };
    let files = [
        ("parkeervergunning", open("parkeervergunning", "aanvraag", &format!("{AWB}{LEVY}"), ends)),
        ("kwijtschelding", open("belastingkwijtschelding", "invordering", COLLECTION, ends)),
        ("verhuismelding", open("verhuismelding", "aangifte", REPORT, "[\"Verwerkt\", \"Niet verwerkt\", \"Ingetrokken\"]")),
        ("melding", open("melding openbare ruimte (algemeen)", "melding", "", "[\"Opgelost\", \"Ingetrokken\"]")),
        ("parkeerkaart", with_papers("gehandicaptenparkeerkaart", "medisch-adviseur", "geldt_hoogstens = \"P5Y\"\n")),
        ("evenement", open("evenementenvergunning", "dienstenwet-vergunning", AWB, BY_LAW)),
        ("horeca", with_papers("horecabedrijf exploitatievergunning", "bibob-coordinator", "")),
    ];
    for (code, silence) in SILENCE {
        std::fs::create_dir_all(services.join("overlays").join(code)).unwrap();
        for (name, _) in &files {
            let own = match *name {
                "kwijtschelding" => TAX_OFFICE,
                "evenement" => silence,
                "parkeervergunning" => QUEUE,
                _ => "",
            };
            let overlay = services.join("overlays").join(code).join(format!("{name}.toml"));
            std::fs::write(overlay, format!("{own}{OVERLAY}")).unwrap();
        }
    }
    std::fs::write(services.join("organisaties.toml"), HOSTED).unwrap();
    for (name, text) in &files {
        std::fs::write(services.join(format!("{name}.toml")), text).unwrap();
    }
    let reference = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../reference");
    Catalogue::load(&reference, &services).unwrap()
}
