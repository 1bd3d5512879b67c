//! Cases worked out apart from this program (with their own Easter and their own calendar), each with its story.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use jiff::civil::Date;
use terms::{
    Atw, Beslistermijn, Calendar, Counting, Direction, DwangsomRates, GeschilRegime, SoortRegime, Suspension, SuspensionGround,
    end_of_term, norm_date,
};
use values::Term;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn term(text: &str) -> Term {
    text.parse().unwrap()
}

fn awb(from: Date, length: Term, events: &str, calendar: &Calendar) -> Date {
    let mut matter = Beslistermijn { term: length, ..Beslistermijn::awb_4_13(from) };
    for event in events.split('|').filter(|e| !e.is_empty()) {
        match event.strip_prefix('+') {
            Some(longer) => matter.extension = Some((term(longer), "verordening")),
            None => {
                let (since, until) = event.split_once('/').unwrap();
                let ground = SuspensionGround::Supplement;
                matter.suspensions.push(Suspension { since: date(since), until: date(until), ground });
            }
        }
    }
    matter.last_day(calendar).unwrap().date
}

fn with_committee(soort: &str, from: Date, length: Term, calendar: &Calendar) -> Date {
    let regime = GeschilRegime::of(soort, from).unwrap();
    assert_eq!(regime.commissie, length);
    regime.last_day_with_committee(from, calendar).unwrap().date
}

#[test]
fn every_case_worked_by_hand_comes_out() {
    let calendar = Calendar::shipped().unwrap();
    let mut cases = 0;
    for line in csv::Reader::from_reader(include_str!("hand_worked.csv").as_bytes()).records() {
        let line = line.unwrap();
        let [kind, from, length, events, expected, why] = [0, 1, 2, 3, 4, 5].map(|i| line[i].to_owned());
        let onwards = (Atw::Applies, Direction::Onwards);
        let start = date(&from);
        let got = match kind.as_str() {
            "weken" => end_of_term(start, term(&length), "wet", onwards, &calendar).unwrap().date.to_string(),
            "terug" => {
                end_of_term(start, term(&length), "wet", (Atw::Applies, Direction::Back), &calendar).unwrap().date.to_string()
            }
            "awb" => awb(start, term(&length), &events, &calendar).to_string(),
            "werkdagen" => norm_date(start, term(&length), Counting::WorkingDays, &calendar).unwrap().date.to_string(),
            "kalenderdagen" => norm_date(start, term(&length), Counting::CalendarDays, &calendar).unwrap().date.to_string(),
            "bezwaar" => {
                let regime = SoortRegime::of("aanvraag", start).unwrap();
                assert_eq!(regime.rechtsmiddel_termijn, Some(term(&length)));
                regime.remedy_until(start, &calendar).unwrap().unwrap().date.to_string()
            }
            "beslissing" => with_committee("bezwaar", start, term(&length), &calendar).to_string(),
            "klacht" => with_committee("klacht", start, term(&length), &calendar).to_string(),
            "dwangsom" => {
                let owed = DwangsomRates::shipped().owed(start, date(&length), None, date(&events)).unwrap();
                owed.map_or("0/0".to_owned(), |d| format!("{}/{}", d.days, d.cents))
            }
            other => panic!("what is {other}?"),
        };
        assert_eq!(got, expected, "{kind} {from} {length} {events}: {why}");
        cases += 1;
    }
    assert!(cases >= 120, "{cases} cases");
}
