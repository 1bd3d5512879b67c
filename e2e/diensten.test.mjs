// Every service that is data, once: signs in, sees what government knows, answers what is asked, sends, and reads what the law says then.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { forEveryone, noBarrier, picture } from "./barriers.mjs";
import { managersGive } from "./genodigden.mjs";
import { dutchDay, family, iso, livesIn } from "./people.mjs";
import { Resident } from "./resident.mjs";
import { Staff } from "./staff.mjs";
import { meanwhile, once, stage, storiesOf } from "./stories.mjs";
import { skeleton } from "./words.mjs";
import { databases, openWithAll } from "./world.mjs";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

/** Answers by field; a choice without one gets its first answer. */
const STORIES = [
  {
    name: "gehandicaptenparkeerkaart",
    title: "a parking card as a passenger; the doctor's letter is closed to the municipality",
    as: livesIn("Rotterdam"),
    answers: { kaart: "passagier", eerder: "ja-gebruik", "eerder-wanneer": "parkeerkaart, 2022" },
    skips: ["anders"],
    checks: ["Wat kost het? Voorbeeldbedrag: € 45,00", "Medische papieren 1"],
    then: findsPaperOnce,
    reads: ["Voorbeeldbedrag: € 45,00", "Awb artikel 4:13 lid 2", "bezwaar maken bij het college van burgemeester en wethouders", "parkeerkaart, 2022"],
  },
  {
    name: "horecabedrijf-exploitatievergunning",
    title: "a café with a terrace, for who acts for a company; its managers give their own data",
    way: "eherkenning",
    words: "Tapper",
    answers: {
      postcode: "3061 DG", huisnummer: "108", "soort-bedrijf": "cafe", openingstijden: "Iedere dag van 10.00 tot 23.00 uur", oppervlakte: "120",
      terras: "openbaar", "terras-oppervlakte": "30", "leidinggevenden-1-wie": "S. Tapper", "leidinggevenden-1-mail": "s.tapper@voorbeeld.nl",
      "leidinggevenden-2-wie": "M. Schenk", "leidinggevenden-2-mail": "m.schenk@voorbeeld.nl",
      eigendom: "huur",
    },
    skips: [],
    reads: ["Dienstenwet artikel 31", "één keer verzetten", "dit is nog niet nagelezen in de verordening", "anderen die het raakt"],
    checks: ["S. Tapper", "M. Schenk"],
    then: managersGive,
  },
  {
    name: "belastingkwijtschelding",
    title: "remission before the automatic check: nothing is asked of what she spends",
    as: family,
    answers: { "elk-jaar": "ja" },
    skips: ["lasten", "schulden", "afschriften"],
    reads: ["geeft hier geen beslistermijn", "binnen 10 dagen in administratief beroep gaan bij het dagelijks bestuur", "GBLT"],
    then: isDecided,
  },
  {
    name: "belastingkwijtschelding",
    title: "remission after the automatic check came to no",
    as: family,
    answers: {
      toets: "niet-positief", huur: "612,35", zorgpremie: "285", "schulden-1-aan": "Energiebedrijf", "schulden-1-bedrag": "1.200", "schulden-1-aflossing": "50",
    },
    skips: [],
    reads: ["€ 612,35", "Energiebedrijf", "€ 50"],
  },
  {
    name: "kleine-landschapselementensubsidie",
    title: "a hedge on land of another, with an account number that looks like a BSN",
    as: family,
    answers: {
      straat: "Achterste Heide", gemeente: "Oirschot", eigenaar: "nee", "elementen-1-soort": "Heg", "elementen-1-maat": "120 meter",
      "elementen-1-wanneer": "Voorjaar 2027", "elementen-1-kosten": "1.850", rekening: "nl40ingb0001934838", "ander-geld": "nee",
    },
    skips: ["ander-geld", "steun"],
    reads: [
      "NL40 INGB 0001 9348 38", "compleet is", "€ 1.850", "binnen 6 weken bezwaar maken bij Gedeputeerde Staten", "in gebreke stellen (Awb artikel 4:17)",
      "Subsidieregeling natuur Noord-Brabant, paragraaf 3",
    ],
    then: seesWhatCounts,
  },
  {
    name: "evenementenvergunning",
    title: "a street party in Utrecht, by an association of Amersfoort",
    way: "eherkenning",
    words: "Buurman",
    answers: {
      "soort-evenement": "buurt", omschrijving: "Buurtfeest met muziek", straat: "Neude", gemeente: "Utrecht", tijden: "14.00 tot 22.00 uur",
      bezoekers: "tot-1000", muziek: "versterkt", muziektijden: "15.00 tot 21.30 uur", weg: "ja", wegen: "De Neude, hele dag",
    },
    skips: [],
    then: readsThatItMayMove,
    reads: ["Algemene plaatselijke verordening Utrecht 2010, artikel 1:2", "Team Evenementen van de gemeente Utrecht"],
  },
];

/** The letter of the doctor stands at its question, to be opened, and nowhere else. */
async function findsPaperOnce(_, person) {
  await person.presses(person.link("receipt-mine"));
  const row = person.page.locator(".jd-summary > div", { hasText: "Medische papieren" });
  assert.equal(await row.count(), 1);
  const paper = await person.page.context().request.get(await row.getByRole("link").getAttribute("href"));
  assert.equal(paper.headers()["content-type"], "application/pdf");
  await forEveryone(person, "kaart-mijn-zaak");
}

/** Which day counts for the queue stands at the zaak, for her. */
async function seesWhatCounts(_, person, number) {
  await person.presses(person.link("receipt-mine"));
  await person.reads(number);
  await person.reads("Op dit moment telt");
  await forEveryone(person, "subsidie-mijn-zaak");
}

/** The last day may move once: that stands on the receipt, and beside that day at the zaak. */
async function readsThatItMayMove(_, person, number) {
  const moves = person.says("deadline-moves", { basis: "Dienstenwet artikel 31" });
  await person.reads(moves);
  await forEveryone(person, "evenement-bewijs");
  await person.presses(person.link("receipt-mine"));
  await person.reads(number);
  await person.reads(moves);
  await forEveryone(person, "evenement-mijn-zaak");
}

/** No law gives a term: what lacks is asked all the same, and the decision names the remedy of its own law, where and until when. */
async function isDecided(scene, person, number) {
  const asked = "Stuur ons de laatste brief over uw uitkering.";
  await meanwhile(scene, Staff, { name: "Sietske Wiersma" }, async (handler) => {
    await handler.finds(number);
    await handler.unfolds("desk-ask-title");
    await handler.reads(handler.says("desk-ask-until-free"));
    await handler.fills("gevraagd", asked);
    await handler.field("uiterlijk").fill(iso(dutchDay(14)));
    await handler.presses(handler.button("desk-ask-button"));

    await person.goes("/mijn");
    await person.presses(person.page.locator(".jd-cases__title").first());
    await person.reads(asked);
    await person.reads(person.says("zaak-task-free"));
    await person.readsNot("staat de tijd stil");
    await forEveryone(person, "kwijtschelding-taak");
    await person.fills("antwoord", "Hier is de brief.");
    await person.presses(person.button("zaak-task-button"));

    await handler.finds(number);
    await handler.reads("Hier is de brief.");
    assert.equal(await handler.page.locator("summary", { hasText: handler.says("desk-close-title") }).count(), 0, "it ends in a decision");
    await handler.unfolds("desk-decide-title");
    await handler.reads("waar elk bedrag vandaan komt");
    await picture(handler, "1280/kwijtschelding-balie-besluiten");
    await handler.chooses("resultaat", "Geen kwijtschelding");
    await handler.fills("uitleg", "Uw inkomen is € 1.950 per maand (UWV, november). U houdt genoeg over om te betalen.");
    await handler.presses(handler.button("desk-decide-button"));
    await handler.reads(handler.says("besluit-title"));
    await forEveryone(handler, "kwijtschelding-balie-besluit");
  });
  await person.page.reload();
  const words = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  const last = new Date(iso(dutchDay(10))).toLocaleDateString("nl-NL", words);
  await person.reads("Uw inkomen is € 1.950 per maand");
  await person.reads(`U kunt in administratief beroep gaan tot en met ${last}, bij het dagelijks bestuur van`);
  await person.readsNot("bezwaar maken");
  await person.reads(`${person.says("besluit-organ")}: de invorderingsambtenaar van GBLT`);
  await forEveryone(person, "kwijtschelding-besluit");
  const paper = await person.page.context().request.get(await person.link("besluit-save").getAttribute("href"));
  assert.equal(paper.headers()["content-type"], "application/pdf");
}

/** Signs in for a service, as a representative or as herself, and is on the first page of its form. */
async function begins(person, { name, way = "digid", words = person.as.bsn }) {
  await person.goes(`/beginnen/${name}`);
  await person.presses(person.button(`start-${name}`));
  await person.signsIn(way, words);
  assert.equal(await person.heading(), person.service.title);
  await person.presses(person.button(`start-${name}`));
}

/** Answers everything that stands on this page, and goes on. */
async function answersPage(person, answers) {
  // What is chosen goes along with "Verder".
  for (const papers of await person.page.locator("main input[type=file]:not([name=pasfoto])").all()) {
    await papers.setInputFiles({ name: "stuk.pdf", mimeType: "application/pdf", buffer: PDF });
  }
  for (const name of new Set(await person.page.locator("main input[type=radio]").evaluateAll((all) => all.map((one) => one.name)))) {
    const given = answers[name];
    await person.page.locator(`main [name="${name}"]${given ? `[value="${given}"]` : ""}`).first().check();
  }
  await typesIn(person, answers);
  // Another row comes when the one before is filled in.
  for (const list of await person.page.locator('main button[name="rij"]').evaluateAll((all) => all.map((one) => one.value))) {
    if (!Object.keys(answers).some((name) => name.startsWith(`${list}-2-`))) continue;
    await person.presses(person.page.locator(`main button[name="rij"][value="${list}"]`));
    await typesIn(person, answers);
  }
  await person.continues();
}

/** Types what was answered into the fields of this page, and a date in four months. */
async function typesIn(person, answers) {
  const { year, month, day } = dutchDay(120);
  const typed = { "-dag": day, "-maand": month, "-jaar": year };
  const fields = person.page.locator("main input[type=text], main input[type=email], main textarea");
  for (const name of await fields.evaluateAll((all) => all.map((one) => one.name))) {
    const part = Object.keys(typed).find((end) => name.endsWith(end));
    const text = part && !name.startsWith("einddag") ? String(typed[part]) : answers[name];
    if (text) await person.fills(name, text);
  }
}

for (const database of databases()) {
  describe(`Services that are data, on ${database.name}`, { skip: database.skip, timeout: 600_000 }, () => {
    const scene = stage(() => openWithAll(database));
    const story = storiesOf(scene, Resident);

    /** Goes through the form of a service and sends it; gives the number. */
    const applies = async (person, one) => {
      person.service = skeleton(one.name).nl;
      await begins(person, one);
      const seen = [];
      while ((await person.heading()) !== person.says("check-title")) {
        const at = new URL(person.page.url()).pathname.split("/").pop();
        assert.ok(!seen.includes(at), `stays on ${at}: ${await person.page.locator("main").innerText()}`);
        seen.push(at);
        await person.isAt(at);
        // What a page looks like has nothing to do with the database.
        if (!database.server) await noBarrier(person);
        await picture(person, `1280/${one.name}-${seen.length}-${at}`);
        await answersPage(person, one.answers);
      }
      const all = Object.keys(person.service.pages);
      assert.deepEqual(seen, all.filter((page) => !one.skips.includes(page)));
      for (const text of one.checks ?? []) await person.reads(text);
      return person.sends();
    };

    for (const one of STORIES) {
      story(`${one.name}: ${one.title}`, { as: one.as ?? family }, async (person) => {
        const number = await applies(person, one);
        await person.unfolds("receipt-rights-title");
        if (!database.server) await forEveryone(person, `${one.name}-bewijs`);
        for (const text of one.reads) await person.reads(text);
        if (one.then) await one.then(scene, person, number);
      });
    }

    once(database, story)("beside the rule of the municipality the model of it is not named, and without a place it says that it is one", {}, async (person) => {
      const model = "Artikel 2:28 Model Algemene plaatselijke verordening";
      await person.goes("/product/horecabedrijf-exploitatievergunning");
      await person.unfolds("product-law");
      await person.reads(`${model} ${person.says("product-law-model")}`);
      await person.fills("plaats", "Amersfoort");
      await person.presses(person.button("place-button"));
      await person.unfolds("product-law");
      await person.reads("Algemene Plaatselijke Verordening Amersfoort");
      await person.readsNot(model);
      await person.readsNot(person.says("product-law-none"));
      await forEveryone(person, "horeca-wet");
    });

    const cafe = STORIES.find((one) => one.words === "Tapper");
    for (const [bedrijfsnaam, outcome] of [
      ["Voorbeeldcafé De Kade", "controle-kvk-klopt"],
      ["Café De Haven", "controle-kvk-verschilt"],
    ]) {
      once(database, story)(`the Handelsregister is away: a café types what it holds, and reads later how it compares: ${outcome}`, {}, async (person) => {
        person.service = skeleton(cafe.name).nl;
        const typed = { bedrijfsnaam, rechtsvorm: "Eenmanszaak", bedrijfsadres: "Voorbeeldkade 20, 3011 VB Rotterdam" };
        try {
          await scene.doors.around.turn("kvk", "uit");
          await begins(person, cafe);
          await person.reads(person.says("form-away"));
          assert.equal(await person.field("kvk").count(), 0, "its number is known from how she signed in");
          await person.reads("Van uw inlog met eHerkenning");
          await picture(person, "1280/horeca-zonder-register");
          while ((await person.heading()) !== person.says("check-title")) await answersPage(person, { ...cafe.answers, ...typed });
          for (const text of Object.values(typed)) await person.reads(person.says("form-checked-later", { value: text }));
          const number = await person.sends();
          await person.presses(person.link("receipt-mine"));
          await scene.doors.around.turn("kvk", "aan");
          await person.readsSoon(person.says(outcome));
          await meanwhile(scene, Staff, { name: "Lotte Brouwer" }, async (handler) => {
            await handler.finds(number);
            // That she sent one before, in a story above, is told there too.
            const signals = (await handler.page.locator("#signalen").allInnerTexts()).join("\n");
            // The button to tick it off names it again.
            const told = [...new Set(signals.match(/Handelsregister: .*/g))];
            const differs = "Handelsregister: de naam is anders dan ingevuld. Kijk dit na.";
            assert.deepEqual(told, outcome === "controle-kvk-klopt" ? [] : [differs]);
          });
        } finally {
          await scene.doors.around.back("kvk");
        }
      });
    }
  });
}
