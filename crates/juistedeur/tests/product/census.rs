//! Every address says who may enter, and keeps its word. Whoever adds one adds it to `routes.txt` as well.
use crate::{
    resident::Resident,
    running::{On, Product, root},
};
use uuid::Uuid;
use web::{ROUTES, Who};

const WRONG_CODE: &str = "babab-babab-babab-babab-babab-babab-babab-babab";

fn example(path: &str) -> String {
    path.replace("{topic}", "verhuizen")
        .replace("{product}", "melding-openbare-ruimte-algemeen")
        .replace("{service}", "melding-openbare-ruimte")
        .replace("{id}", &Uuid::now_v7().to_string())
        .replace("{page}", "wat")
        .replace("/fonts/{file}", "/fonts/source-sans-pro-latin-400-normal.woff2")
        .replace("{file}", &Uuid::now_v7().to_string())
        .replace("{document}", &Uuid::now_v7().to_string())
        .replace("{code}", WRONG_CODE)
}

#[test]
fn the_list_of_addresses_is_the_one_that_was_reviewed() {
    let lines: Vec<String> = ROUTES
        .iter()
        .map(|r| format!("{:4} {:40} {:?}", r.method.as_str(), r.path, r.who))
        .chain(api::ROUTES.iter().map(|path| format!("{:4} {path:40} Everyone", "GET")))
        .collect();
    let file = root().join("crates/juistedeur/tests/product/routes.txt");
    let reviewed = std::fs::read_to_string(file).unwrap();
    assert_eq!(lines.join("\n").trim(), reviewed.trim(), "add the address to routes.txt when its Who is right");
}

#[test]
fn nobody_enters_where_she_may_not() {
    let product = Product::started(&On::Sqlite);
    for route in ROUTES {
        // A stranger without a secret, and one with the secret of something else.
        let stranger = Resident::at(&product.base);
        let other = Resident::at(&product.base);
        other.post("/beginnen/melding-openbare-ruimte", &[]).unwrap();
        for resident in [stranger, other] {
            for prefix in ["", "/en"] {
                if !prefix.is_empty() && (route.path.contains('.') || route.path.starts_with("/static")) {
                    continue;
                }
                let address = format!("{prefix}{}", example(route.path));
                let page = if route.method == "GET" { resident.get(&address) } else { resident.post(&address, &[]) }.unwrap();
                let expected: &[u16] = match route.who {
                    Who::Everyone => &[200, 422],
                    Who::Browser | Who::CodeHolder => &[404],
                    // She is led to where one signs in.
                    Who::Resident => &[200],
                };
                // Sending has one answer for all: to the receipt, which is not there for a stranger.
                assert!(expected.contains(&page.status), "{} {address}: {} for {:?}", route.method, page.status, route.who);
            }
        }
    }
}
