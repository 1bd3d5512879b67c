// Zorgtoeslag: she reads what it is, sees what government knows, hears roughly how much it is, and takes a sheet along to Dienst Toeslagen,
// where she applies. Nothing is applied for here.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe } from "node:test";
import { forEveryone } from "./barriers.mjs";
import { aloneHere, dutchDay, keptElsewhere, marriedHere, spouse } from "./people.mjs";
import { Resident } from "./resident.mjs";
import { once, stage, storiesOf } from "./stories.mjs";
import { skeleton } from "./words.mjs";
import { databases, openWithAll } from "./world.mjs";

const NAME = "zorgtoeslag";
const services = skeleton(NAME);
const there = { nl: "Dienst Toeslagen", en: "the Benefits Office (Dienst Toeslagen)" };
const SITE = "https://www.toeslagen.nl";
/** The year over which she applies. */
const { year } = dutchDay();

/** The figures of this year, from the same file as the program; none when the year is not known yet. */
const figures = readFileSync(new URL("../reference/bedragen/zorgtoeslag.csv", import.meta.url), "utf8")
  .split("\n")
  .map((line) => line.split(",").slice(0, 8).map(Number))
  .find(([of]) => of === year);

/** What she reads of this income: an amount a month, or that the year has no figures. */
function amount(person, income, partner = false) {
  if (!figures) return person.says("handover-no-figures", { year });
  const [, premium, threshold, alone, together, above] = figures;
  const own = ((partner ? together : alone) * threshold + above * Math.max(0, income - threshold)) / 100;
  return `€ ${Math.floor(Math.round((partner ? 2 : 1) * premium - own) / 12)}`;
}

/** Comes to the first page of the form, from the page of the product. */
async function begins(person) {
  person.service = services[person.language];
  await person.goes(`/product/${NAME}`);
  await person.presses(person.button(`start-${NAME}`));
  await person.presses(person.button(`start-${NAME}`));
  await person.signsIn();
  assert.equal(await person.heading(), person.service.title);
  await person.presses(person.button(`start-${NAME}`));
}

/** Makes the sheet, and is there. */
async function makesSheet(person) {
  await person.presses(person.button("handover-check-button"));
  assert.equal(await person.heading(), person.says("handover-title"));
}

/** The way out leads to who takes the application, and nowhere is anything called sent or received. */
async function isLedThere(person) {
  const link = person.link("product-go", { name: there[person.language] });
  assert.equal(await link.getAttribute("href"), SITE);
}

/** The bytes of the sheet on paper. */
async function paper(person) {
  const url = await person.link("handover-save").getAttribute("href");
  const answer = await person.page.context().request.get(url);
  assert.equal(answer.headers()["content-type"], "application/pdf");
  return answer.body();
}

for (const database of databases()) {
  describe(`Zorgtoeslag is handed over to Dienst Toeslagen, on ${database.name}`, { skip: database.skip, timeout: 600_000 }, () => {
    const scene = stage(() => openWithAll(database));
    const story = storiesOf(scene, Resident);
    const aside = once(database, story);

    aside("a question leads to Dienst Toeslagen, and to what is prepared here", {}, async (person) => {
      await person.asks("zorgtoeslag aanvragen");
      await person.reads(services.nl.title);
      await person.presses(person.link("answer-read"));
      await person.reads(person.says("product-go", { name: there.nl }));
      for (const text of ["31 december van het jaar erna", "ondertekent die uw aanvraag mee", "binnen 13 weken een voorschot", "betaalt u dat terug"]) {
        await person.reads(text);
      }
      await person.reads("binnen 6 weken bezwaar maken bij Dienst Toeslagen");
      await person.readsNot("Dat is een belofte van de gemeente");
      await forEveryone(person, "zorgtoeslag-product");
    });

    // Each language on one of the databases, on both where there is only one.
    for (const language of databases().length === 1 ? ["nl", "en"] : [database.server ? "en" : "nl"]) {
      story(`who lives alone sees what it is roughly, and finds her sheet back (${language})`, { as: aloneHere, language }, async (person) => {
        await begins(person);
        await person.isAt("wie");
        await person.reads(aloneHere.name);
        await forEveryone(person, `zorgtoeslag-wie-${language}`);
        await person.continues();
        await person.isAt("partner");
        await person.reads(person.says("known-no-partner"));
        await person.chooses("toeslagpartner", "nee");
        await forEveryone(person, `zorgtoeslag-partner-${language}`);
        await person.continues();
        await person.isAt("inkomen");
        await person.reads(`over ${year - 1}`);
        assert.equal(await person.field("inkomen-partner").count(), 0, "nothing is asked of a partner she has not");
        await person.continues();
        await person.reads(person.says("fault-empty"));
        await forEveryone(person, `zorgtoeslag-inkomen-fout-${language}`);
        await person.fills("verwacht-inkomen", "22.000");
        await person.continues();
        await person.isAt("vermogen");
        await person.chooses("veel-vermogen", "nee");
        await forEveryone(person, `zorgtoeslag-vermogen-${language}`);
        await person.continues();
        assert.equal(await person.heading(), person.says("check-title"));
        await person.reads(amount(person, 22_000));
        await person.reads(person.says("handover-check-text", { name: there[language] }));
        await forEveryone(person, `zorgtoeslag-controle-${language}`);
        await makesSheet(person);
        await person.reads(person.says("handover-nothing-yet"));
        for (const text of [aloneHere.name, amount(person, 22_000), person.language === "en" ? "€ 22,000" : "€ 22.000", String(year + 1)]) await person.reads(text);
        await person.reads(person.says("source-self"));
        await isLedThere(person);
        await forEveryone(person, `zorgtoeslag-blad-${language}`);
        const bytes = await paper(person);
        assert.ok(bytes.subarray(0, 5).equals(Buffer.from("%PDF-")) && bytes.equals(await paper(person)), "the same bytes each time");
        assert.deepEqual(await person.code(), [], "no words open what asks her to sign in");
        await person.goes("/mijn");
        const todo = person.page.locator("main h2", { hasText: person.says("mine-unsent-title") }).locator("xpath=following-sibling::ul[1]");
        assert.ok((await todo.innerText()).includes(person.says("mine-handover", { name: there[language] })), "she must still apply");
        await forEveryone(person, `zorgtoeslag-mijn-${language}`);
        const sheets = todo.getByRole("link", { name: services[language].title });
        assert.equal(await sheets.count(), 1, "of several sheets only the last");
        await person.presses(sheets);
        await person.reads(person.says("handover-nothing-yet"));
        await isLedThere(person);
        await person.readsNot(person.says("zaak-withdraw-title"));
        await forEveryone(person, `zorgtoeslag-zaak-${language}`);
        assert.ok((await paper(person)).equals(bytes));
        await person.presses(person.button("handover-done-button"));
        await person.readsNot(person.says("handover-nothing-yet"));
        assert.ok((await paper(person)).equals(bytes), "the sheet stays");
        await forEveryone(person, `zorgtoeslag-gedaan-${language}`);
        await person.goes("/mijn");
        await person.readsNot(person.says("mine-unsent-title"));
        await person.goes("/mijn/inzage?alles");
        await person.reads(person.says("action-zaak-overgedragen"));
        await person.reads(person.says("action-register-bevraagd-bri"));
      });
    }

    story("with a husband in the register the income of both counts, and going back finds the same sheet", { as: marriedHere, width: 390 }, async (person) => {
      await begins(person);
      await person.continues();
      await person.isAt("partner");
      await person.reads(spouse);
      await person.reads("Bent u aan het scheiden en woont u apart? Dienst Toeslagen bepaalt wie uw toeslagpartner is");
      await forEveryone(person, "zorgtoeslag-partner-samen");
      assert.equal(await person.field("toeslagpartner").count(), 0, "the register knows it");
      await person.continues();
      await person.isAt("inkomen");
      await person.fills("verwacht-inkomen", "22.000");
      await person.fills("inkomen-partner", "23.000");
      await forEveryone(person, "zorgtoeslag-inkomen-samen");
      await person.continues();
      await person.chooses("veel-vermogen", "ja");
      await person.continues();
      await person.isAt("bedrag");
      await person.fills("vermogen", "184.633");
      await person.continues();
      await person.reads(amount(person, 45_000, true));
      await makesSheet(person);
      await person.reads(amount(person, 45_000, true));
      await person.reads(spouse);
      await isLedThere(person);
      const at = person.page.url();
      await forEveryone(person, "zorgtoeslag-blad-samen");
      await person.page.goBack();
      await person.page.reload();
      assert.equal(person.page.url(), at, "going back comes to the sheet");
    });

    aside("with too much income she reads the limit, and that she may apply all the same", { as: aloneHere }, async (person) => {
      await begins(person);
      await person.continues();
      await person.chooses("toeslagpartner", "nee");
      await person.continues();
      await person.fills("verwacht-inkomen", "100.000");
      await person.continues();
      await person.chooses("veel-vermogen", "nee");
      await person.continues();
      if (figures) await person.reads(person.says("handover-no-decision"));
      else await person.reads(amount(person, 100_000));
      await makesSheet(person);
      await forEveryone(person, "zorgtoeslag-blad-te-veel");
    });

    aside("who does not know whether the other is her partner gets no amount", { as: aloneHere, javaScript: false }, async (person) => {
      await begins(person);
      await person.continues();
      await person.chooses("toeslagpartner", "weet-niet");
      await person.continues();
      await person.fills("verwacht-inkomen", "20000");
      await person.continues();
      await person.chooses("veel-vermogen", "nee");
      await person.continues();
      await makesSheet(person);
      await person.reads(person.says("handover-partner-unknown"));
      await person.readsNot("per maand");
    });

    aside("who lives where nobody helps is led straight to Dienst Toeslagen, and her income is not looked at", { as: keptElsewhere }, async (person) => {
      await begins(person);
      assert.equal(await person.heading(), person.says("handover-elsewhere-title", { name: there.nl }));
      await isLedThere(person);
      await forEveryone(person, "zorgtoeslag-elders");
      await person.goes("/mijn/inzage?alles");
      await person.readsNot(person.says("action-register-bevraagd-bri"));
    });

    story("while registers are away she types it herself, and nobody looks it up later", { as: aloneHere }, async (person) => {
      await scene.doors.around.turn("brp", "uit");
      await scene.doors.around.turn("bri", "uit");
      try {
        await begins(person);
        await person.reads(person.says("form-away-unchecked"));
        await person.fills("uw-naam", "T. van Breda");
        await person.fills("geboortedatum", "1 april 1987");
        await person.fills("adres", "Stationsplein 1, 3811 CJ Amersfoort");
        await forEveryone(person, "zorgtoeslag-wie-zonder-registers");
        await person.continues();
        await person.isAt("partner");
        await person.chooses("toeslagpartner", "nee");
        await person.continues();
        assert.equal(await person.field("inkomen-vorig-jaar").count(), 0, "Dienst Toeslagen knows it: nobody types it");
        await person.fills("verwacht-inkomen", "22.000");
        await person.continues();
        await person.chooses("veel-vermogen", "nee");
        await person.continues();
        await makesSheet(person);
        await person.reads("T. van Breda");
        await person.reads(amount(person, 22_000));
      } finally {
        await scene.doors.around.back("brp", "bri");
      }
    });
  });
}
