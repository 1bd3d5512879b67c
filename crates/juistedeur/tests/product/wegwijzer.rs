//! The page and the interface give the same answer to the same question.
use crate::{
    resident::Resident,
    running::{On, Product, root},
};
use catalogue::Catalogue;

#[test]
fn of_every_service_the_page_and_the_interface_say_the_same_layer_and_whether_it_can_be_done_here() {
    let mut product = Product::new(&On::Sqlite);
    product.start();
    let resident = Resident::at(&product.base);
    let catalogue = Catalogue::load(&root().join("reference"), &root().join("services")).unwrap();
    for service in catalogue.services() {
        let slug = &catalogue.product(&service.upl).unwrap().slug;
        let question = service.upl.as_str();
        let page = resident.post("/antwoord", &[("vraag", question)]).unwrap().text;
        let asked = ureq::get(format!("{}/wegwijzer/api/v1/wegwijzingen", product.base)).query("vraag", question).call().unwrap();
        let told: serde_json::Value = serde_json::from_str(&asked.into_body().read_to_string().unwrap()).unwrap();
        let first = &told["wegwijzingen"][0];
        assert!(first["pagina"].as_str().unwrap().ends_with(&format!("/product/{slug}")), "{question}: {told}");
        let lead = page.split("nl-paragraph--lead\">").nth(1).and_then(|rest| rest.split("</p>").next()).unwrap();
        let layer = texts::text(values::Language::Nl, &format!("layer-{}", first["bestuurslaag"].as_str().unwrap()));
        let by_name = first["organisatie"]["naam"].as_str().is_some_and(|name| lead.contains(name));
        let by_law = service.overdracht.as_ref().is_some_and(|to| lead.contains(&to.naam.nl));
        assert!(by_name || by_law || lead.contains(&layer), "{question}: {lead} and {first}");
        let begins = page.contains(&format!("action=\"/beginnen/{}\"", service.name));
        assert_eq!((begins, first["dienst"].is_string()), (true, true), "{question}: {first}");
    }
}
