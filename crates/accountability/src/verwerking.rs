//! One processing of personal data: what, why, on which ground, of whom, from where, for whom to see, and for how long.
use crate::regels::{Entry, Regels};
use catalogue::{Gestopt, Middel, Question, QuestionKind, ServiceDefinition, Text};
use jiff::civil::Date;
use registers::{Doel, Doelen, Register};
use serde::{Deserialize, Serialize};
use terms::BewaarRegime;
use values::Language;

/// Whose data they are (AVG 30 lid 1 c).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Betrokkene {
    /// Who asks, reports or applies.
    Aanvrager,
    /// Who does so for a company or institution.
    Onderneming,
    /// Her partner.
    Partner,
    /// Her children.
    Kind,
    /// Her parents.
    Ouder,
    /// Whom she names, and who gives her own data.
    Genodigde,
    /// Who works for the organisation.
    Medewerker,
}

/// Who gets to see them (AVG 13 lid 1 e, 30 lid 1 d).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ontvanger {
    /// The team that handles it.
    Team,
    /// The front desk.
    Klantcontact,
    /// The front desk, where there are answers about health that it does not read.
    KlantcontactAfgeschermd,
    /// Who advises about what is medical, and opens those papers.
    MedischAdviseur,
    /// Who does the Bibob check, and opens those papers.
    BibobCoordinator,
    /// Whoever runs this portal, as processor.
    Beheerder,
    /// The registers that are asked: they see who is asked about.
    Registers,
    /// Another administrative body, when it is for that (Awb 2:3).
    AnderOrgaan,
    /// Who carries e-mail, when an address was given.
    Mailserver,
    /// The service with which one signs in.
    Inlogdienst,
    /// Who supervises: the data-protection officer.
    Toezicht,
}

macro_rules! words {
    ($type:ident: $($variant:ident $word:literal),* $(,)?) => {
        impl $type {
            /// The word by which texts know it.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),*
                }
            }
        }
    };
}

words!(Betrokkene: Aanvrager "aanvrager", Onderneming "onderneming", Partner "partner", Kind "kind", Ouder "ouder", Genodigde "genodigde",
       Medewerker "medewerker");
words!(Ontvanger: Team "team", Klantcontact "klantcontact", KlantcontactAfgeschermd "klantcontact-afgeschermd", MedischAdviseur "medisch-adviseur",
       BibobCoordinator "bibob-coordinator", Beheerder "beheerder", Registers "registers", AnderOrgaan "ander-orgaan",
       Mailserver "mailserver", Inlogdienst "inlogdienst", Toezicht "toezicht");

/// One kind of data.
#[derive(Debug, Clone, Serialize)]
pub struct Gegeven {
    /// What: as it is asked.
    pub wat: Text,
    /// Where it comes from: `persoon`, `BRP`.
    pub bron: String,
    /// What allows using it.
    pub grondslag: String,
    /// Must one give it? What a register gives, one need not.
    pub verplicht: bool,
    /// A register gives it.
    pub uit_register: bool,
    /// It can be used with her consent only, which she can withdraw.
    pub toestemming: bool,
    /// Who alone opens it, where it goes to the closed compartment.
    pub besloten_voor: Option<Ontvanger>,
}

/// What is asked of a register.
#[derive(Debug, Clone, Serialize)]
pub struct Bevraging {
    /// Which.
    pub register: Register,
    /// The fields, as the policy names them.
    pub velden: Vec<String>,
    /// The ground of asking.
    pub grondslag: String,
}

/// How long.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bewaren {
    /// A term, from when it was over, and the list or rule that says so.
    Termijn {
        /// ISO 8601 duration: `P5Y`.
        term: String,
        /// How long what was granted is kept after its last day, where that is another time.
        #[serde(skip_serializing_if = "Option::is_none")]
        na_verval: Option<String>,
        /// The list or rule.
        bron: String,
    },
    /// In words, where no list gives a term.
    Anders(Text),
}

/// A processing (AVG 4 onder 2, 30 lid 1).
#[derive(Debug, Clone, Serialize)]
pub struct Verwerking {
    /// The end of the address of its notice: `parkeervergunning`, `vraag`.
    pub naam: String,
    /// What one does with it, as a title.
    pub titel: Text,
    /// Why.
    pub doel: Text,
    /// The ground.
    pub grondslag: String,
    /// Its legal kind when it is a service: what happens when one gives nothing differs.
    pub soort: Option<&'static str>,
    /// The team that handles it, when it is a service that is offered.
    pub team: Option<Text>,
    /// Since when it is not offered any more, when it is a service of which only data are kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gestopt: Option<Gestopt>,
    /// Whose data.
    pub betrokkenen: Vec<Betrokkene>,
    /// Which data.
    pub gegevens: Vec<Gegeven>,
    /// Of which registers what is asked.
    pub bevragingen: Vec<Bevraging>,
    /// Who sees them.
    pub ontvangers: Vec<Ontvanger>,
    /// How long.
    pub bewaren: Bewaren,
}

/// What a purpose asks of each register.
fn asked(doel: &Doel) -> Vec<Bevraging> {
    let of = |register: Register| Bevraging {
        register,
        velden: doel.fields(register).to_vec(),
        grondslag: doel.purpose().basis.clone(),
    };
    Register::ALL.into_iter().map(of).filter(|asked| !asked.velden.is_empty()).collect()
}

/// The processing of a service at the organisation with this code; none where it never offered it.
pub(crate) fn of_service(service: &ServiceDefinition, code: &str, doelen: &Doelen, regels: &Regels) -> Option<Verwerking> {
    let team = service.overlay(code).map(|of| of.overlay.team.clone());
    let gestopt = service.gestopt(code);
    if team.is_none() && gestopt.is_none() {
        return None;
    }
    let title = |language: Language| service.text(language).title.clone();
    let invited: Vec<_> = service.questions().filter_map(|q| doelen.get(&q.uitnodigen.as_ref()?.doel)).collect();
    let mut bevragingen = service.inloggen.as_ref().and_then(|i| doelen.get(&i.doel)).map(asked).unwrap_or_default();
    let mut betrokkenen = concerned(service, &bevragingen);
    betrokkenen.extend((!invited.is_empty()).then_some(Betrokkene::Genodigde));
    bevragingen.extend(invited.iter().flat_map(|doel| asked(doel)));
    let asks = |kind: QuestionKind| service.questions().any(|question| question.kind == kind);
    let front_desk = if service.asks_bijzonder() { Ontvanger::KlantcontactAfgeschermd } else { Ontvanger::Klantcontact };
    let mut ontvangers = vec![Ontvanger::Team, front_desk];
    ontvangers.extend(adviseur(service));
    ontvangers.push(Ontvanger::Beheerder);
    ontvangers.extend((!bevragingen.is_empty()).then_some(Ontvanger::Registers));
    // What is prepared for another counter ends here at once; all else can be another body's.
    ontvangers.extend(service.overdracht.is_none().then_some(Ontvanger::AnderOrgaan));
    ontvangers.extend((asks(QuestionKind::Contact) || !invited.is_empty()).then_some(Ontvanger::Mailserver));
    Some(Verwerking {
        naam: service.name.clone(),
        titel: Text { nl: title(Language::Nl), en: title(Language::En) },
        doel: Text { nl: service.purpose.clone(), en: title(Language::En) },
        grondslag: service.basis.clone(),
        soort: Some(service.soort.word()),
        team,
        gestopt,
        betrokkenen,
        gegevens: numbers(service, regels)
            .chain(service.questions().map(|question| gegeven(question, service)))
            .chain(invited.iter().flat_map(|doel| of_invited(doel, regels)))
            .collect(),
        bevragingen,
        ontvangers,
        bewaren: Bewaren::Termijn {
            term: service.bewaartermijn.to_string(),
            na_verval: service.bewaartermijn_na_verval.map(|term| term.to_string()),
            bron: service.bewaartermijn_bron.clone(),
        },
    })
}

/// The number that comes with signing in.
fn numbers(service: &ServiceDefinition, regels: &Regels) -> impl Iterator<Item = Gegeven> {
    let inloggen = service.inloggen.iter();
    inloggen.flat_map(|inloggen| inloggen.middelen.iter().map(move |middel| (middel, &inloggen.waarom))).map(|(middel, why)| {
        Gegeven {
            wat: regels.nummer(*middel).clone(),
            bron: "inlogdienst".into(),
            grondslag: why.clone(),
            verplicht: true,
            uit_register: false,
            toestemming: false,
            besloten_voor: None,
        }
    })
}

/// What who is invited gives with her own sign-in.
fn of_invited(doel: &Doel, regels: &Regels) -> [Gegeven; 2] {
    let given = |wat: &Text, bron: &str, uit_register| Gegeven {
        wat: wat.clone(),
        bron: bron.into(),
        grondslag: doel.purpose().basis.clone(),
        verplicht: false,
        uit_register,
        toestemming: false,
        besloten_voor: None,
    };
    [given(regels.nummer(Middel::Digid), "inlogdienst", false), given(&regels.genodigde, "BRP", true)]
}

/// Who opens the closed compartment of a service.
fn adviseur(service: &ServiceDefinition) -> Option<Ontvanger> {
    let advises = [Ontvanger::MedischAdviseur, Ontvanger::BibobCoordinator];
    service.adviseur.and_then(|role| advises.into_iter().find(|who| who.word() == role.word()))
}

fn gegeven(question: &Question, service: &ServiceDefinition) -> Gegeven {
    Gegeven {
        wat: question.label.clone(),
        bron: question.source.clone(),
        grondslag: question.basis.clone(),
        verplicht: question.required && question.kind != QuestionKind::Known,
        uit_register: matches!(question.kind, QuestionKind::Known | QuestionKind::People),
        toestemming: question.toestemming,
        besloten_voor: adviseur(service).filter(|_| question.besloten),
    }
}

/// Whose data: who signs in, and whom the registers are asked about beside her.
fn concerned(service: &ServiceDefinition, bevragingen: &[Bevraging]) -> Vec<Betrokkene> {
    use catalogue::Middel::{Digid, Eherkenning};
    let signs_in = |middel| service.inloggen.as_ref().is_some_and(|inloggen| inloggen.middelen.contains(&middel));
    let asked = |of: &str| bevragingen.iter().flat_map(|b| &b.velden).any(|field| field.split('.').next() == Some(of));
    let all = [
        (Betrokkene::Aanvrager, service.inloggen.is_none() || signs_in(Digid)),
        (Betrokkene::Onderneming, signs_in(Eherkenning)),
        (Betrokkene::Partner, asked("partners")),
        (Betrokkene::Kind, asked("kinderen")),
        (Betrokkene::Ouder, asked("ouders")),
    ];
    all.into_iter().filter(|(_, is)| *is).map(|(who, _)| who).collect()
}

/// A processing that belongs to no service; none when no list says how long it is kept, which `Regels::load` refuses.
pub(crate) fn of_entry(entry: &Entry, doelen: &Doelen, today: Date) -> Option<Verwerking> {
    let regime = entry.bewaart.as_deref().and_then(|soort| BewaarRegime::of(soort, today));
    let bewaren = match (regime, &entry.bewaren) {
        (Some(regime), _) => Bewaren::Termijn { term: regime.term.to_string(), na_verval: None, bron: regime.bron.clone() },
        (None, words) => Bewaren::Anders(words.clone()?),
    };
    let given = |g: &crate::regels::EntryGegeven| Gegeven {
        wat: g.wat.clone(),
        bron: "persoon".into(),
        grondslag: g.grondslag.clone(),
        verplicht: g.verplicht,
        uit_register: g.uit_register,
        toestemming: false,
        besloten_voor: None,
    };
    Some(Verwerking {
        naam: entry.naam.clone(),
        titel: entry.titel.clone(),
        doel: entry.doel.clone(),
        grondslag: entry.grondslag.clone(),
        soort: None,
        team: None,
        gestopt: None,
        betrokkenen: entry.betrokkenen.clone(),
        gegevens: entry.gegeven.iter().map(given).collect(),
        bevragingen: entry.vraagt.as_deref().and_then(|doel| doelen.get(doel)).map(asked).unwrap_or_default(),
        ontvangers: entry.ontvangers.clone(),
        bewaren,
    })
}
