// The desk: staff find what residents sent, read it, note, answer, ask for what lacks and decide; the resident sees it, and who looked.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { describe } from "node:test";
import { forEveryone } from "./barriers.mjs";
import { driver, dutchDay, iso, keptHere, plate, single } from "./people.mjs";
import { Resident } from "./resident.mjs";
import { Staff } from "./staff.mjs";
import { once, stage, storiesWith } from "./stories.mjs";
import { databases, openWithAll } from "./world.mjs";

const HANDLER = { name: "Noor Zandstra" };
const CONTRACT = Buffer.from("%PDF-1.4\n% een huurcontract\n%%EOF\n");
const ORGAN = "het college van burgemeester en wethouders van de gemeente Rotterdam";
const NOTE = "Gebeld, niemand nam op. Morgen weer proberen.";

/** The words of a letter, on one line. */
const onPaper = (pdf) => execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" }).replace(/\s+/g, " ");

/** Applies for a parking permit with her own car, with an e-mail address or without; gives the number. */
async function applies(person, email = "bewoner@example.org") {
  await person.goes("/inloggen?naar=/mijn");
  await person.signsIn();
  const draft = (await person.posts("/beginnen/parkeervergunning")).url.split("/").slice(0, 3).join("/");
  const { year, month, day } = dutchDay();
  await person.posts(`${draft}/wie`);
  await person.posts(`${draft}/auto`, { kenteken: plate });
  await person.posts(`${draft}/ingang`, { "ingangsdatum-dag": day, "ingangsdatum-maand": month, "ingangsdatum-jaar": year });
  await person.posts(`${draft}/contact`, { email });
  const { html, url } = await person.posts(`${draft}/versturen`);
  const number = /20\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(html)?.[0];
  assert.ok(number, `${url}\n${html}`);
  return number;
}

for (const database of databases()) {
  describe(`The desk, on ${database.name}`, { skip: database.skip, timeout: 600_000 }, () => {
    const scene = stage(() => openWithAll(database));
    const story = storiesWith(scene, { resident: Resident, staff: Staff });
    const aside = once(database, story);

    story("a move is found, read, noted and answered with the keyboard only, and she sees message and look", async (enter) => {
      const resident = await enter.resident({ as: single });
      const number = await resident.hasMoved();

      // Each language on one of the databases.
      const handler = await enter.staff({ ...HANDLER, keyboard: true, language: database.server ? "en" : "nl" });
      await handler.reads(number);
      await forEveryone(handler, "balie-lijst");
      await handler.finds(number.toLowerCase());
      await handler.reads(single.name.split(" ").at(-1));
      await handler.readsNot(single.bsn);
      await handler.reads(`••••••${single.bsn.slice(-3)}`);
      await handler.finds("123456789");
      await handler.reads(handler.says("fault-bsn-typed"));
      await handler.finds(single.bsn);
      await handler.readsNot(single.bsn);
      assert.ok(!handler.page.url().includes(single.bsn), "the number stands in no address");
      await forEveryone(handler, "balie-gevonden");
      await handler.presses(handler.page.locator("tr", { hasText: number }).getByRole("link"));
      await handler.writes("desk-note-title", "notitie", NOTE, "desk-note-button");
      await handler.reads(NOTE);
      await handler.writes("desk-write-title", "bericht", "Wij hebben uw verhuizing verwerkt.", "desk-answer-button");
      await handler.reads("Wij hebben uw verhuizing verwerkt.");
      await forEveryone(handler, "balie-zaak");
      await handler.presses(handler.button("desk-identify"));
      await handler.reads(single.bsn);

      await resident.goes("/mijn");
      await resident.presses(resident.page.locator(".jd-cases__title").first());
      await resident.reads("Wij hebben uw verhuizing verwerkt.");
      await resident.readsNot(NOTE);
      await resident.goes("/mijn/inzage");
      await resident.reads(resident.says("looked-worker", { name: "de gemeente Amersfoort" }));
      await resident.reads(resident.says("action-nummer-getoond"));
      await resident.reads(resident.says("action-zaken-gezocht"));
      await resident.reads("aangifte van verhuizing behandelen");
      const download = await resident.page.context().request.get("/mijn/download");
      assert.ok((await download.text()).includes(number));
      assert.ok(!(await download.text()).includes(NOTE));
    });

    story("an application is suspended until she gives what lacks, and decided with reasons and a remedy", async (enter) => {
      const resident = await enter.resident({ as: driver });
      const number = await applies(resident);

      const handler = await enter.staff({ name: "Lotte Brouwer" });
      await handler.finds(number);
      await handler.unfolds("desk-ask-title");
      await handler.readsNot(handler.says("desk-unreached-party"));
      await handler.fills("gevraagd", "Stuur ons het huurcontract van uw garagebox.");
      await handler.presses(handler.button("desk-ask-button"));
      assert.ok(await handler.field("gevraagd").isVisible(), "what was wrong stands open");
      assert.equal(await handler.field("gevraagd").inputValue(), "Stuur ons het huurcontract van uw garagebox.");
      await handler.unfolds("desk-decide-title");
      await handler.reads(handler.says("desk-unhandled-ask"));
      await handler.readsNot("Niet in behandeling");
      await handler.field("uiterlijk").fill(iso(dutchDay(10)));
      await forEveryone(handler, "balie-aanvulling-fout");
      await handler.presses(handler.button("desk-ask-button"));
      await handler.reads("4:15");
      await handler.reads("De termijn staat stil");
      await handler.reads("10 dagen");
      await handler.unfolds("desk-decide-title");
      await handler.reads("De indiener heeft tot en met");
      await handler.unfolds("desk-forward-title");
      await handler.reads(handler.says("desk-zaak-forward-term"));
      await forEveryone(handler, "balie-aanvulling");

      await resident.goes("/mijn");
      await resident.reads(resident.says("mine-unsent-title"));
      await forEveryone(resident, "balie-mijn-taak");
      await resident.presses(resident.page.locator(".jd-cases__title").first());
      await resident.reads("Stuur ons het huurcontract van uw garagebox.");
      assert.equal(await resident.page.locator("main input[type=file]").count(), 1, "what was asked is given in one place");
      await forEveryone(resident, "balie-mijn-zaak-taak");
      await resident.presses(resident.button("zaak-task-button"));
      await resident.reads(resident.says("fault-empty"));
      const attaches = (body) =>
        resident.page.locator("#antwoord-document").setInputFiles({ name: "contract.pdf", mimeType: "application/pdf", buffer: body });
      await resident.fills("antwoord", "Hier is het contract.");
      await attaches(CONTRACT);
      await resident.presses(resident.button("zaak-task-button"));
      await resident.reads(resident.says("fault-kind-choose"));
      assert.equal(await resident.field("antwoord").inputValue(), "Hier is het contract.");
      await resident.page.locator("#antwoord-soort").selectOption("anders");
      await attaches(Buffer.from("Dit is een brief."));
      await resident.presses(resident.button("zaak-task-button"));
      await resident.reads(resident.says("fault-document-kind"));
      assert.equal(await resident.page.locator("#antwoord-soort").inputValue(), "anders");
      await forEveryone(resident, "balie-mijn-taak-fout");
      await attaches(CONTRACT);
      await resident.presses(resident.button("zaak-task-button"));
      await resident.readsNot(resident.says("zaak-task-clock"));
      await resident.reads(resident.says("done-added"));
      assert.equal(await resident.page.locator("#document").count(), 1);
      await resident.reads(resident.says("zaak-documents-added", { names: resident.says("zaak-documents-name") }));
      await forEveryone(resident, "balie-mijn-zaak-document");
      await resident.unfolds("desk-why-date");
      await resident.reads("8 weken, te tellen vanaf de dag na");

      await handler.finds(number);
      await handler.reads("Hier is het contract.");
      await handler.reads(`door ${handler.says("desk-given-melder")}`);
      await forEveryone(handler, "balie-zaak-document");
      const paper = await handler.page.locator("dd a", { hasText: handler.says("document-open") }).getAttribute("href");
      const contract = await handler.page.context().request.get(paper);
      assert.ok((await contract.body()).equals(CONTRACT), "the handler opens what she gave");
      await handler.unfolds("desk-decide-title");
      await handler.reads("de teammanager Parkeren (Mandaatbesluit gemeente Rotterdam (voorbeeld))");
      await handler.chooses("resultaat", "Verleend");
      await handler.fills("uitleg", "U woont in het gebied en de auto staat op uw naam (artikel 2).");
      await handler.field("vervaldatum").fill(iso(dutchDay(364)));
      await forEveryone(handler, "balie-besluit-nemen");
      await handler.presses(handler.button("desk-decide-button"));
      await handler.reads(handler.says("besluit-title"));
      await forEveryone(handler, "balie-besluit");

      await resident.page.reload();
      await resident.reads("U woont in het gebied en de auto staat op uw naam (artikel 2).");
      await resident.reads("U kunt bezwaar maken tot en met");
      const signed = [`${resident.says("besluit-in-name")}: ${ORGAN}`, "de teammanager Parkeren (Mandaatbesluit gemeente Rotterdam"];
      for (const line of signed) await resident.reads(line);
      await forEveryone(resident, "balie-mijn-zaak-besluit");

      const papers = [];
      for (const reader of [resident, handler]) {
        const url = await reader.link("besluit-save").getAttribute("href");
        const paper = await reader.page.context().request.get(url);
        assert.equal(paper.headers()["content-type"], "application/pdf");
        papers.push(await paper.body());
      }
      assert.ok(papers[0].equals(papers[1]), "the letter at the desk is the letter she has");
      const letter = onPaper(papers[0]);
      for (const words of [ORGAN, "de teammanager Parkeren (Mandaatbesluit", "bezwaar maken tot en met", `bij ${ORGAN}`, driver.name, plate, "/bezwaar. U logt daar in.", "(Awb artikel 6:5)", "Geldt tot en met", "Van de gemeente Rotterdam hebben wij hier geen postadres", "14 010"]) assert.ok(letter.includes(words), letter);

      await handler.unfolds("desk-ended-title");
      await handler.presses(handler.button("desk-ended-button"));
      for (const key of ["fault-empty", "fault-choose"]) await handler.reads(handler.says(key));
      await forEveryone(handler, "balie-einde-fout");
      await handler.field("vervaldatum").fill(iso(dutchDay(30)));
      await handler.chooses("vervalreden", "ingetrokken_belanghebbende");
      await handler.presses(handler.button("desk-ended-button"));
      await handler.reads("omdat het is opgezegd");
      await forEveryone(handler, "balie-einde");
      await resident.page.reload();
      await resident.reads("U heeft het opgezegd.");
      await forEveryone(resident, "balie-mijn-zaak-einde");

      await resident.presses(resident.link("bezwaar-title"));
      await resident.reads(`B-${number}`);
      await resident.presses(resident.button("bezwaar-send"));
      await resident.reads(resident.says("fault-empty"));
      await forEveryone(resident, "mijn-bezwaar-fout");
      await resident.fills("bericht", "De vergunning geldt voor de verkeerde straat.");
      await resident.presses(resident.button("bezwaar-send"));
      assert.equal(await resident.heading(), resident.says("bezwaar-of", { number: `B-${number}` }));
      await resident.reads("op uw bezwaar beslissen (Awb artikel 7:10 lid 1)");
      await resident.reads("De vergunning geldt voor de verkeerde straat.");
      const objection = await resident.fact(resident.says("thread-number"));
      await forEveryone(resident, "mijn-bezwaar");
      await resident.presses(resident.link("dispute-back"));
      await resident.reads(`nummer ${objection}`);
      assert.equal(await resident.link("bezwaar-title").count(), 0, "one objects once");
      await resident.presses(resident.link("klacht-title"));
      await forEveryone(resident, "mijn-klacht-formulier");
      await resident.fills("bericht", "Ik moest drie keer bellen.");
      await resident.presses(resident.button("klacht-send"));
      await resident.reads("hebben afgehandeld (Awb artikel 9:11 lid 1)");
      await forEveryone(resident, "mijn-klacht");
      await resident.goes("/mijn");
      for (const word of ["Uw klacht over: ", resident.says("bezwaar-of", { number: `B-${number}` })]) await resident.reads(word);
      const [objected, [done]] = [resident.says("mine-objected", { date: "" }).trim(), resident.says("mine-klacht-deadline", { date: "|" }).split("|")];
      for (const word of [objected, done.trim()]) await resident.reads(word);
      await resident.readsNot("bezwaar maken kan tot en met");

      await handler.goes("/balie");
      await handler.reads(handler.says("desk-bezwaar-of", { number: `B-${number}` }));
      await handler.finds(number);
      await handler.reads(handler.says("desk-disputes"));
      await forEveryone(handler, "balie-zaak-bezwaar");
      await handler.presses(handler.page.locator("#klacht-of-bezwaar a", { hasText: objection }));
      await handler.reads("De vergunning geldt voor de verkeerde straat.");
      await handler.reads(driver.name);
      await handler.reads(handler.says("refused-own-decision"));
      await forEveryone(handler, "balie-bezwaar-eigen-besluit");
      const desk = await enter.staff({ name: "Chantal Pinas", width: 390 });
      await desk.finds(objection);
      await desk.reads(desk.says("refused-not-handler"));
      for (const one of [handler, desk]) {
        assert.equal(await one.field("bericht").count(), 0, "who may not answer is not asked to");
        await one.readsNot(one.says("desk-forward-title"));
      }
      await forEveryone(desk, "balie-bezwaar-kcc");
      const colleague = await enter.staff({ name: "Joris Kramer" });
      await colleague.finds(objection);
      await colleague.reads(colleague.says("desk-bezwaar-answer-hint"));
      await forEveryone(colleague, "balie-bezwaar");
      await colleague.fills("bericht", "Wij kijken er opnieuw naar. U hoort van de commissie.");
      await colleague.presses(colleague.button("desk-answer-button"));
      for (const words of ["olgens de wet: uiterlijk", colleague.says("desk-vraag-answered")]) await colleague.reads(words);
      await colleague.readsNot("besluit uiterlijk");
      await forEveryone(colleague, "balie-bezwaar-beantwoord");
      await resident.presses(resident.page.locator(".jd-cases__title", { hasText: `B-${number}` }));
      await resident.reads("U hoort van de commissie.");
      await resident.reads("op uw bezwaar beslissen");
      await forEveryone(resident, "mijn-bezwaar-antwoord");
      await handler.goes("/balie");
      await handler.reads(objection);
      await colleague.presses(colleague.button("desk-bezwaar-close"));
      await colleague.readsNot(objection);
      await resident.goes("/mijn/inzage");
      for (const key of ["action-bezwaar-gelezen", "action-bezwaar-beantwoord", "action-bezwaar-gesloten"]) await resident.reads(resident.says(key));
      await resident.reads("bezwaar behandelen");
    });

    aside("the front desk answers a question, and sends another on with both dates", async (enter) => {
      const resident = await enter.resident({});
      const asks = async (text) => {
        await resident.goes("/vraag");
        await resident.fills("bericht", text);
        await resident.fills("plaats", "Amersfoort");
        await resident.presses(resident.button("vraag-button"));
        return { number: await resident.fact(resident.says("thread-number")), code: (await resident.code()).join("-") };
      };
      const [first, second] = [await asks("Mag ik een boom planten?"), await asks("Wanneer komt de brug?")];
      const desk = await enter.staff({ name: "Emre Aksoy", keyboard: true });
      await desk.finds(first.number);
      await desk.writes("desk-note-title", "notitie", "", "desk-note-button");
      await forEveryone(desk, "balie-vraag-notitie-fout");
      await desk.fills("notitie", NOTE);
      await desk.presses(desk.button("desk-note-button"));
      await desk.reads(NOTE);
      await forEveryone(desk, "balie-vraag");
      await desk.fills("bericht", "Ja, dat mag.");
      await desk.presses(desk.button("desk-answer-button"));
      await desk.reads("Ja, dat mag.");
      await desk.presses(desk.button("desk-vraag-close"));
      await desk.readsNot(first.number);
      await desk.finds(first.number);
      await desk.writes("desk-note-title", "notitie", "Ook voor de buren.", "desk-note-button");
      await desk.reads("Ook voor de buren.");
      await forEveryone(desk, "balie-vraag-gesloten");
      await desk.finds(second.number);
      await desk.unfolds("desk-forward-title");
      assert.equal(await desk.field("naar").inputValue(), "", "nobody is chosen for her");
      await desk.presses(desk.button("desk-forward-button"));
      await desk.reads(desk.says("fault-organisation-choose"));
      await forEveryone(desk, "balie-vraag-doorsturen-fout");
      await desk.page.locator("#naar").selectOption("gm0344");
      await desk.fills("reden", "De brug is van Utrecht.");
      await desk.presses(desk.button("desk-forward-button"));
      await desk.finds(second.number);
      await desk.reads("naar de gemeente Utrecht. Meer ziet uw organisatie er niet van.");
      await desk.readsNot(desk.says("fault-number-unknown"));
      await forEveryone(desk, "balie-zoeken-doorgestuurd");
      const utrecht = await enter.staff({ name: "Jamal Haddou" });
      await utrecht.finds(second.number);
      await utrecht.reads("Wanneer komt de brug?");
      await utrecht.reads("de gemeente Amersfoort naar de gemeente Utrecht");
      await resident.goes(`/volgen/${first.code}`);
      await resident.reads("Ja, dat mag.");
      await resident.readsNot(NOTE);
      await resident.reads(resident.says("message-from", { name: "De gemeente Amersfoort" }));
      await resident.goes(`/volgen/${second.code}`);
      await resident.reads("De brug is van Utrecht.");
      await resident.reads(resident.says("vraag-sent-on", { name: "de gemeente Utrecht" }));
      await forEveryone(resident, "vraag-doorgestuurd");
    });

    story("an application that is another town's is sent on, and stays one case with both dates", async (enter) => {
      const resident = await enter.resident({ as: driver });
      const number = await applies(resident);
      const handler = await enter.staff({ name: "Lotte Brouwer", keyboard: true });
      await handler.finds(number);
      await handler.unfolds("desk-forward-title");
      await handler.page.locator("#naar").selectOption("gm0344");
      await handler.fills("elders", "Zwolle");
      await handler.presses(handler.button("desk-forward-button"));
      await handler.reads(handler.says("fault-organisation-both"));
      await handler.reads(handler.says("fault-empty"));
      await handler.field("elders").fill("");
      assert.equal(await handler.field("naar").inputValue(), "gm0344", "what was chosen stays chosen");
      await forEveryone(handler, "balie-doorsturen-fout");
      await handler.fills("reden", "Uw huis staat in Utrecht.");
      await handler.presses(handler.button("desk-forward-button"));
      await handler.finds(number);
      await handler.reads("naar de gemeente Utrecht. Meer ziet uw organisatie er niet van.");

      // Who supervises there still finds what was done with it, and that look is written down as well.
      const officer = await enter.staff({ name: "Anneke Postma" });
      await officer.presses(officer.link("desk-log-link"));
      await officer.fills("nummer", number.replaceAll("-", " ").toLowerCase());
      await officer.presses(officer.button("desk-find-button"));
      await officer.reads(officer.says("desk-log-only", { number }));
      for (const line of ["Zaak doorgezonden", "Logboek bekeken", officer.says("desk-log-person", { name: "" }).trim()]) await officer.reads(line);
      assert.ok(!officer.page.url().includes(number), "the number stands in no address");
      await forEveryone(officer, "balie-logboek-zaak");

      const utrecht = await enter.staff({ name: "Sanne Vermeulen" });
      await utrecht.finds(number);
      await utrecht.reads("de gemeente Rotterdam naar de gemeente Utrecht");
      await utrecht.reads("Uw huis staat in Utrecht.");
      await utrecht.reads(utrecht.says("message-from", { name: "De gemeente Rotterdam" }));
      await forEveryone(utrecht, "balie-doorgestuurd");

      await resident.goes("/mijn");
      await resident.presses(resident.page.locator(".jd-cases__case", { hasText: number }).getByRole("link"));
      await resident.reads(number);
      await resident.reads("de gemeente Rotterdam naar de gemeente Utrecht");
      await resident.reads("U hoeft niets opnieuw te sturen.");
      await forEveryone(resident, "mijn-zaak-doorgestuurd");
      await resident.goes("/mijn/inzage");
      await resident.reads(resident.says("action-zaak-ontvangen-van-ander"));
      await resident.reads(resident.says("action-zaak-doorgezonden"));
      await resident.reads(resident.says("action-logboek-bekeken"));
    });

    aside("for a town that is not here it ends, with the papers to send, and she is told", async (enter) => {
      const resident = await enter.resident({ as: driver });
      const number = await applies(resident);
      const handler = await enter.staff({ name: "Lotte Brouwer", width: 390, language: "en" });
      await handler.finds(number);
      await handler.unfolds("desk-forward-title");
      await handler.page.locator("#naar").selectOption("elders");
      await handler.fills("elders", "Zwolleke");
      await handler.fills("reden", "Uw huis staat in Zwolle.");
      await handler.presses(handler.button("desk-forward-button"));
      await handler.reads(handler.says("fault-organisation-unknown"));
      assert.equal(await handler.field("naar").inputValue(), "elders");
      await forEveryone(handler, "balie-doorsturen-elders-fout");
      await handler.fills("elders", "zwolle");
      await handler.presses(handler.button("desk-forward-button"));
      await handler.reads(handler.says("resultaat-doorgezonden"));
      const zwolle = { name: "the municipality of Zwolle" };
      await handler.reads(handler.says("desk-send-papers", zwolle));
      await handler.readsNot("Besloten");
      const url = await handler.link("desk-pdf").getAttribute("href");
      const paper = await handler.page.context().request.get(url);
      assert.equal(paper.headers()["content-type"], "application/pdf");
      await forEveryone(handler, "balie-doorgestuurd-elders");
      const at = new URL(handler.page.url()).pathname;
      await handler.goes("/balie");
      await handler.reads(handler.says("desk-papers-title"));
      await forEveryone(handler, "balie-lijst-stukken");
      await handler.presses(handler.page.locator("table[aria-labelledby=stukken] tr", { hasText: number }).locator("a"));
      await handler.presses(handler.button("desk-papers-button"));
      await handler.readsNot(handler.says("desk-send-papers", zwolle));
      await handler.reads("Lotte Brouwer");
      await forEveryone(handler, "balie-stukken-verstuurd");
      await handler.goes("/balie");
      await handler.readsNot(handler.says("desk-papers-title"));
      await resident.goes(`/mijn/zaken/${at.split("/").at(-1)}`);
      await resident.reads("Wij sturen uw zaak daarom door naar de gemeente Zwolle.");
    });

    story("what was asked by mistake is taken back, and what comes too late leads back with what was typed", async (enter) => {
      const resident = await enter.resident({ as: driver });
      const number = await applies(resident, "");
      const handler = await enter.staff({ name: "Lotte Brouwer", width: database.server ? 390 : 1280 });
      await handler.finds(number.replaceAll("-", " ").toLowerCase());
      await handler.unfolds("desk-ask-title");
      // She gave no e-mail address: nothing leaves, and who asks is told so before she does.
      await handler.reads(handler.says("desk-unreached-party"));
      await forEveryone(handler, "balie-zonder-e-mail");
      await handler.fills("gevraagd", "Stuur ons het nummer van uw garagebox.");
      await handler.field("uiterlijk").fill(iso(dutchDay(1493)));
      await handler.presses(handler.button("desk-ask-button"));
      await handler.reads(handler.says("fault-date-weeks", { limit: 12 }));
      await handler.field("uiterlijk").fill(iso(dutchDay(10)));
      // A colleague looks at the same page before she asks.
      const colleague = await enter.staff({ name: "Lotte Brouwer" });
      const at = new URL(handler.page.url()).pathname.replace("/aanvulling", "");
      await colleague.goes(at);
      await handler.presses(handler.button("desk-ask-button"));
      await handler.reads("10 dagen");
      await colleague.unfolds("desk-ask-title");
      await colleague.fills("gevraagd", "Wanneer kocht u de auto?");
      await colleague.field("uiterlijk").fill(iso(dutchDay(5)));
      await colleague.presses(colleague.button("desk-ask-button"));
      await colleague.reads(colleague.says("refused-already-asked"));
      await colleague.reads("Wanneer kocht u de auto?");
      await forEveryone(colleague, "balie-kan-niet");
      const paper = await handler.page.context().request.get(await handler.link("brief-save").getAttribute("href"));
      const letter = onPaper(await paper.body());
      for (const words of [number, driver.name, "Stuur ons het nummer van uw garagebox.", "Stuurt u niets, dan", "Wij moeten nu uiterlijk"]) assert.ok(letter.includes(words), letter);
      await handler.presses(handler.button("desk-ask-withdraw"));
      await handler.readsNot("0 dagen");
      await handler.reads("Die is toch niet nodig.");
      assert.equal(await handler.link("brief-save").count(), 0, "what was taken back is no letter to send");
      assert.ok(await handler.page.locator("summary", { hasText: handler.says("desk-ask-title") }).isVisible(), "she can ask again");
      await forEveryone(handler, "balie-ingetrokken");
      await resident.goes(at.replace("/balie/", "/mijn/"));
      await resident.reads("Die is toch niet nodig.");
      await resident.readsNot(resident.says("zaak-task-title"));

      // One withdraws it, the other was just sending it on; and one sends it on, the other was just writing.
      await colleague.goes(at);
      await resident.withdraws();
      await colleague.unfolds("desk-decide-title");
      await colleague.chooses("resultaat", "Verleend");
      await colleague.fills("uitleg", "U woont in het gebied.");
      await colleague.presses(colleague.button("desk-decide-button"));
      await colleague.reads(colleague.says("desk-refused-zaak-closed"));
      await colleague.reads("U woont in het gebied.");
      await forEveryone(colleague, "balie-kan-niet-meer");
    });

    aside("who was signed out meanwhile gets her words back to copy, and nothing was sent", async (enter) => {
      const resident = await enter.resident({ as: driver });
      const handler = await enter.staff({ name: "Lotte Brouwer" });
      await handler.finds(await applies(resident));
      await handler.unfolds("desk-decide-title");
      await handler.chooses("resultaat", "Verleend");
      await handler.fills("uitleg", "U woont in het gebied en u had nog geen vergunning.");
      const at = new URL(handler.page.url()).pathname;
      await resident.goes(at.replace("/balie/", "/mijn/"));
      await resident.fills("bericht", "Ik heb de auto intussen verkocht.");
      for (const [one, key, text] of [
        [handler, "desk-decide-button", "U woont in het gebied en u had nog geen vergunning."],
        [resident, "zaak-add-button", "Ik heb de auto intussen verkocht."],
      ]) {
        await one.page.context().clearCookies();
        await one.presses(one.button(key));
        assert.equal(await one.heading(), one.says("session-over-title"));
        assert.equal(await one.page.locator("textarea").inputValue(), text);
        await forEveryone(one, `uitgelogd-${key}`);
        await one.presses(one.link("session-over-button"));
      }
      // What she chose, or what the page kept for her, is no text of hers.
      const form = { resultaat: "Geen vergunning nodig", versie: randomUUID(), uitleg: "Voor een straatfeest is geen vergunning nodig." };
      const told = await (await handler.page.context().request.post(`${at}/besluit`, { form })).text();
      assert.deepEqual(told.match(/(?<=readonly>)[^<]*/g), [form.uitleg]);
      await resident.signsIn();
      assert.equal(new URL(resident.page.url()).pathname, at.replace("/balie/", "/mijn/"));
      await resident.readsNot("Ik heb de auto intussen verkocht.");
      await resident.readsNot(resident.says("besluit-title"));
    });

    aside("who writes when a colleague sent it on is told that it is not here any more", async (enter) => {
      const resident = await enter.resident({ as: driver });
      const number = await applies(resident);
      const [handler, colleague] = [await enter.staff({ name: "Lotte Brouwer" }), await enter.staff({ name: "Lotte Brouwer" })];
      for (const one of [handler, colleague]) await one.finds(number);
      await handler.unfolds("desk-forward-title");
      await handler.page.locator("#naar").selectOption("gm0344");
      await handler.fills("reden", "Uw huis staat in Utrecht.");
      await handler.presses(handler.button("desk-forward-button"));
      await colleague.writes("desk-write-title", "bericht", "Wij zijn bezig.", "desk-answer-button");
      assert.equal(await colleague.heading(), colleague.says("error-desk-not-found-title"));
      await forEveryone(colleague, "balie-niet-meer-hier");
      await colleague.presses(colleague.link("error-desk"));
      assert.equal(await colleague.heading(), colleague.says("desk-title"));
    });

    aside("a request to correct the register says whose it is to who must carry it out", async (enter) => {
      const resident = await enter.resident({ as: keptHere });
      await resident.goes("/inloggen?naar=/mijn/gegevens");
      await resident.signsIn();
      const form = resident.page.locator('main form[action="/mijn/correctie"]:has([value="naam"])');
      await resident.presses(form.getByRole("button"));
      await resident.fills("moet", "Met een s");
      await resident.presses(resident.button("correction-button"));
      const number = await resident.fact(resident.says("thread-number"));
      const code = keptHere.row.gemeenteVanInschrijving.code;
      const name = { "0307": "Noor Zandstra", "0344": "Sanne Vermeulen", "0599": "Lotte Brouwer" }[code];
      const handler = await enter.staff({ name });
      await handler.reads("volgens de wet: uiterlijk");
      await forEveryone(handler, "balie-lijst-correctie");
      await handler.finds(number.replaceAll("-", ""));
      assert.match(await handler.heading(), /^Verzoek om te verbeteren: /);
      await handler.reads(keptHere.name);
      await handler.reads(`••••••${keptHere.bsn.slice(-3)}`);
      await handler.readsNot(keptHere.bsn);
      await forEveryone(handler, "balie-correctie");
      await handler.presses(handler.button("desk-identify"));
      await handler.reads(keptHere.bsn);
      await resident.goes("/mijn/inzage");
      await resident.reads(resident.says("action-nummer-getoond"));
      await resident.reads("verzoek tot verbetering behandelen");
      // That her data go to nobody else is asked and dealt with by an article of its own.
      await resident.readsNot("verzoek om geheimhouding behandelen");
      await resident.goes("/mijn/gegevens");
      const secret = resident.page.locator('main form[action="/mijn/correctie"]:has([value="geheim"])');
      await resident.presses(secret.getByRole("button"));
      await resident.presses(resident.button("correction-button"));
      await handler.finds((await resident.fact(resident.says("thread-number"))).replaceAll("-", ""));
      await resident.goes("/mijn/inzage");
      await resident.reads("verzoek om geheimhouding behandelen");
    });

    aside("who supervises or lives here sees nothing at the desk", async (enter) => {
      // Who manages is led to what she manages: e2e/beheer.test.mjs.
      const officer = await enter.staff({ name: "Willem Terpstra" });
      await officer.reads(officer.says("desk-closed"));
      assert.equal(await officer.field("nummer").count(), 0, "there is nothing to find");
      await officer.presses(officer.link("desk-log-link"));
      assert.equal(await officer.heading(), officer.says("desk-log"));
      await officer.reads("Vraag beantwoord");
      await officer.presses(officer.page.getByRole("link", { name: /^Zaak 20/ }).first());
      await officer.reads(officer.says("desk-log-all"));
      await officer.presses(officer.link("desk-log-all"));
      await forEveryone(officer, "balie-logboek");
      await officer.fills("nummer", "2026-AAAA-AAAA");
      await officer.presses(officer.button("desk-find-button"));
      await officer.reads(officer.says("fault-log-number"));
      await forEveryone(officer, "balie-logboek-onbekend");
      const resident = await enter.resident({ as: single });
      await resident.goes("/inloggen?naar=/mijn");
      await resident.signsIn();
      await resident.goes("/balie");
      assert.equal(await resident.heading(), resident.says("sign-in-desk-title"));
      await forEveryone(resident, "balie-inloggen");
    });
  });
}
