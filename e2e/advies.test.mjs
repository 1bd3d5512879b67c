// The closed compartment: a resident adds a medical paper that the handler can't open; the medical adviser opens it and advises, the handler
// reads the advice, and the resident sees who opened what.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { forEveryone } from "./barriers.mjs";
import { confidentialIn, dutchDay, iso, livesIn } from "./people.mjs";
import { Resident } from "./resident.mjs";
import { Staff } from "./staff.mjs";
import { meanwhile, stage } from "./stories.mjs";
import { PHOTO, openWithAll } from "./world.mjs";

const ADVICE = "Ja: een kaart voor passagiers, voor vijf jaar. Opnieuw onderzoeken is niet nodig.";
const LATER = Buffer.from("%PDF-1.4\n% een brief van de arts\n%%EOF\n");
const SERVICE = "gehandicaptenparkeerkaart";

/** Applies for a parking card, with a letter of her doctor; gives the number. */
async function applies(person) {
  await person.goes(`/beginnen/${SERVICE}`);
  await person.presses(person.button(`start-${SERVICE}`));
  await person.signsIn();
  await person.presses(person.button(`start-${SERVICE}`));
  const draft = new URL(person.page.url()).pathname.split("/").slice(0, 3).join("/");
  const answers = {
    wie: {}, kaart: { kaart: "passagier" }, lopen: { lopen: "nee", rolstoel: "nee" }, hulp: { hulp: "ja" }, eerder: { eerder: "nee" },
  };
  for (const [page, form] of Object.entries(answers)) await person.posts(`${draft}/${page}`, form);
  await person.goes(`${draft}/medisch`);
  await person.field("medisch").setInputFiles({ name: "brief.jpg", mimeType: "image/jpeg", buffer: PHOTO });
  await person.continues();
  const { html, url: receipt } = await person.posts(`${draft}/versturen`);
  const number = /20\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(html)?.[0];
  assert.ok(number, `${receipt}\n${html}`);
  return number;
}

describe("Who reads the closed compartment", { timeout: 300_000 }, () => {
  const scene = stage(openWithAll);

  test("the adviser opens a medical paper, advises, and the resident sees it", { timeout: 180_000 }, () =>
    meanwhile(scene, Resident, { as: confidentialIn("Rotterdam") }, (resident) =>
      meanwhile(scene, Staff, { name: "Lotte Brouwer" }, (handler) =>
        meanwhile(scene, Staff, { name: "Wim de Haas" }, async (adviser) => {
          await adviser.reads(adviser.says("desk-advise-none"));
          const number = await applies(resident);

          await handler.finds(number);
          await handler.reads(handler.says("desk-document-closed", { who: handler.says("rol-medisch-adviseur") }));
          await handler.reads(handler.says("desk-advice-waits", { who: handler.says("rol-medisch-adviseur") }));
          await handler.unfolds("desk-decide-title");
          await forEveryone(handler, "advies-nog-niet");

          await adviser.goes("/balie");
          await forEveryone(adviser, "advies-lijst");
          await adviser.presses(adviser.page.locator(".jd-table__link"));
          await adviser.reads(adviser.says("advise-hint-medical"));
          await adviser.reads(adviser.says("signal-geheimhouding"));
          await forEveryone(adviser, "advies-geven");
          const paper = adviser.page.locator("dd a", { hasText: adviser.says("document-open") });
          const url = await paper.getAttribute("href");
          const [opened, refused] = await Promise.all([adviser, handler].map((one) => one.page.context().request.get(url)));
          assert.deepEqual([opened.status(), refused.status()], [200, 404]);
          assert.equal(opened.headers()["content-type"], "image/jpeg");
          await adviser.presses(adviser.button("advise-button"));
          await adviser.reads(adviser.says("fault-empty"));
          await adviser.fills("advies", ADVICE);
          await adviser.presses(adviser.button("advise-button"));
          await adviser.reads(ADVICE);
          await forEveryone(adviser, "advies-gegeven");
          await adviser.goes("/balie");
          await adviser.reads(adviser.says("desk-advise-none"));

          await handler.finds(number);
          await handler.reads(ADVICE);
          await forEveryone(handler, "advies-gelezen");
          // A paper that comes later is the adviser's only as well, and waits for her again.
          await resident.goes("/mijn");
          await resident.presses(resident.page.locator(".jd-cases__title").first());
          await forEveryone(resident, "advies-mijn-zaak-toevoegen");
          await resident.page.locator("#soort").selectOption("medisch");
          await resident.page
            .locator("#document")
            .setInputFiles([LATER, PHOTO].map((buffer, at) => ({ name: `${at}`, mimeType: "image/jpeg", buffer })));
          await resident.presses(resident.button("zaak-add-button"));
          await resident.reads("Toegevoegd: Medische papieren 2, Medische papieren 3");
          await handler.finds(number);
          await handler.reads("Medische papieren 3");
          assert.equal(await handler.page.locator("dd a", { hasText: handler.says("document-open") }).count(), 0);
          assert.equal(await handler.page.locator("dd img").count(), 0);
          await forEveryone(handler, "advies-later-behandelaar");
          await adviser.goes("/balie");
          await adviser.presses(adviser.page.locator(".jd-table__link"));
          await forEveryone(adviser, "advies-later");
          const papers = adviser.page.locator("dd a", { hasText: adviser.says("document-open") });
          assert.equal(await papers.count(), 3);
          const later = await papers.nth(1).getAttribute("href");
          const looks = await Promise.all([adviser, handler].map((one) => one.page.context().request.get(later)));
          assert.deepEqual([looks[0].status(), looks[1].status()], [200, 404]);
          assert.equal(looks[0].headers()["content-type"], "application/pdf");

          await handler.unfolds("desk-decide-title");
          assert.ok(await handler.page.locator('.jd-details a[href="#signalen"]').isVisible(), "one thing was not seen yet");
          await forEveryone(handler, "advies-besluit-met-signaal");
          await handler.chooses("resultaat", "Verleend");
          await handler.fills("uitleg", "U kunt niet zonder hulp van deur tot deur.");
          await handler.presses(handler.button("desk-decide-button"));
          await handler.reads(handler.says("fault-empty"));
          await forEveryone(handler, "advies-besluit-zonder-dag");
          await handler.field("vervaldatum").fill(iso(dutchDay(365)));
          await handler.presses(handler.button("desk-decide-button"));
          await handler.reads(`${handler.says("besluit-advice")}: ${handler.says("rol-medisch-adviseur")}`);

          await resident.goes("/mijn");
          await resident.presses(resident.page.locator(".jd-cases__title").first());
          await resident.reads(resident.says("zaak-advice-medical").split("(")[0].trim());
          await resident.readsNot(ADVICE);
          await forEveryone(resident, "advies-mijn-zaak");
          await resident.goes("/mijn/inzage");
          await resident.reads(resident.says("action-besloten-document-gelezen"));
          await resident.reads(resident.says("action-advies-gegeven"));
        }),
      ),
    ));

  test("of what is sent on to who is not here the adviser sends the closed papers, and says so", { timeout: 120_000 }, () =>
    meanwhile(scene, Resident, { as: livesIn("Rotterdam") }, (resident) =>
      meanwhile(scene, Staff, { name: "Lotte Brouwer" }, (handler) =>
        meanwhile(scene, Staff, { name: "Wim de Haas" }, async (adviser) => {
          const number = await applies(resident);
          await handler.finds(number);
          await handler.unfolds("desk-forward-title");
          await handler.page.locator("#naar").selectOption("elders");
          await handler.fills("elders", "Zwolle");
          await handler.fills("reden", "U woont in Zwolle.");
          await handler.presses(handler.button("desk-forward-button"));
          const to = { name: "de gemeente Zwolle" };
          await handler.reads(handler.says("desk-papers-closed-wait", to));
          await adviser.goes("/balie");
          await forEveryone(adviser, "advies-lijst-stukken");
          await adviser.presses(adviser.page.locator("table[aria-labelledby=stukken] tr", { hasText: number }).locator("a"));
          await adviser.reads(adviser.says("advise-send-papers", to));
          await forEveryone(adviser, "advies-stukken");
          await adviser.presses(adviser.button("desk-papers-button"));
          await adviser.reads("De stukken in het afgesloten deel zijn naar de gemeente Zwolle gestuurd op");
          await adviser.goes("/balie");
          await adviser.readsNot(adviser.says("desk-papers-title"));
          await handler.finds(number);
          await handler.reads("door Wim de Haas");
          await forEveryone(handler, "advies-stukken-behandelaar");
        }),
      ),
    ));

  test("who advises about one thing finds nothing of another", { timeout: 120_000 }, () =>
    meanwhile(scene, Staff, { name: "Naima Benali", language: "en" }, async (coordinator) => {
      await coordinator.reads(coordinator.says("desk-advise-none"));
      await coordinator.fills("nummer", "2026-AAAA-BBBB");
      await coordinator.presses(coordinator.button("desk-find-button"));
      await coordinator.reads(coordinator.says("fault-number-not-hers"));
    }));
});
