//! A confirmation reaches a real mail server, and its link opens the zaak.
use crate::{
    resident::Resident,
    running::{Product, databases},
};
use std::time::{Duration, Instant};

#[test]
fn the_link_in_the_confirmation_opens_the_zaak_and_an_answer_is_announced() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    for on in databases() {
        let sink = runtime.block_on(testing::SmtpSink::start());
        let mut product = Product::new(&on);
        product.set("SMTP__HOST", "127.0.0.1");
        product.set("SMTP__PORT", &sink.port().to_string());
        product.set("SMTP__TLS", "none");
        product.set("SMTP__FROM", "loket@example.org");
        product.start();
        let resident = Resident::at(&product.base);
        let draft = resident.fills_in("Een omgewaaide boom", &[("email", "resident@example.org")]).unwrap();
        let receipt = resident.sends(&draft).unwrap().unwrap();
        let letter = wait(&sink, 1);
        assert!(letter.contains(&receipt.number) && letter.contains("resident@example.org"), "{letter}");
        let told = ["Wie deze link heeft, kan", "moet er een besluit zijn"].map(|words| letter.contains(words));
        assert_eq!(told, [true, false], "a report is opened by its link, and no law gives a last day: {letter}");
        let link = letter.split_whitespace().find(|w| w.contains("/volgen/")).unwrap();
        assert_eq!(link, format!("{}{}", product.base, receipt.follow));

        let form = resident.get("/vraag").unwrap();
        let id = form.between("name=\"id\" value=\"", "\"").unwrap();
        let fields = [
            ("id", id.as_str()),
            ("bericht", "Mag ik een boom planten?"),
            ("plaats", "Amersfoort"),
            ("email", "resident@example.org"),
        ];
        let asked = resident.post("/vraag", &fields).unwrap();
        let number = asked.between("Nummer</dt><dd>", "</dd>").unwrap();
        wait(&sink, 2);
        let answered =
            product.run(&["vraag", "--organisatie", "gm0307", "--medewerker", "kcc-1", "answer", &number, "Ja, dat mag."]);
        assert!(answered.status.success(), "{}", String::from_utf8_lossy(&answered.stderr));
        let letter = wait(&sink, 3);
        assert!(letter.contains(&number) && !letter.contains("Ja, dat mag"), "an answer is read on the site: {letter}");
        let link = letter.split_whitespace().find(|w| w.contains("/volgen/")).unwrap();
        let page = resident.get(link.strip_prefix(&product.base).unwrap()).unwrap();
        assert!(page.text.contains("Ja, dat mag."), "{}", page.text);
    }
}

fn wait(sink: &testing::SmtpSink, count: usize) -> String {
    let begin = Instant::now();
    loop {
        let messages = sink.messages();
        if messages.len() >= count {
            // Quoted-printable folds long lines.
            return messages[count - 1].replace("=\r\n", "").replace("=\n", "").replace("=3D", "=");
        }
        assert!(begin.elapsed() < Duration::from_secs(30), "letter {count} never came");
        std::thread::sleep(Duration::from_millis(50));
    }
}
