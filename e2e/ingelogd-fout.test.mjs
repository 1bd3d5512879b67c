// What goes wrong for who is signed in: not surely enough, signed out meanwhile, another at the same computer, two tabs, far too much.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { noBarrier } from "./barriers.mjs";
import { company, family, keptHere, single, stranger } from "./people.mjs";
import { Resident } from "./resident.mjs";
import { stage, storiesOf } from "./stories.mjs";
import { openWithAll } from "./world.mjs";
import { skeleton } from "./words.mjs";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

describe("Signed in, and then", { timeout: 600_000 }, () => {
  const scene = stage(openWithAll);
  const story = storiesOf(scene, Resident);

  for (const language of ["nl", "en"]) {
    story(`who is not known surely enough is asked to sign in once more, and then goes on (${language})`, { as: keptHere, language }, async (person) => {
      await person.goes("/mijn");
      await person.signsIn();
      person.service = skeleton("gehandicaptenparkeerkaart")[language];
      await person.goes("/beginnen/gehandicaptenparkeerkaart");
      await person.presses(person.button("start-gehandicaptenparkeerkaart"));
      await person.reads(person.says("sign-in-step-up"));
      await noBarrier(person);
      await person.signsIn();
      assert.equal(await person.heading(), person.service.title);
      await person.presses(person.button("start-gehandicaptenparkeerkaart"));
      await person.isAt("wie");
    });
  }

  story("who came with DigiD is told that this takes eHerkenning, and sees no other button", { as: single }, async (person) => {
    await person.goes("/mijn");
    await person.signsIn();
    await person.goes("/beginnen/horecabedrijf-exploitatievergunning");
    await person.presses(person.button("start-horecabedrijf-exploitatievergunning"));
    await person.reads(person.says("sign-in-only-eherkenning-now"));
    await person.readsNot(person.says("sign-in-step-up"));
    await person.reads(person.says("sign-in-without-eherkenning-text"));
    assert.equal(await person.button("sign-in-digid-button").count(), 0);
    await noBarrier(person);
    await person.signsIn("eherkenning", company.words);
    assert.equal(await person.heading(), skeleton("horecabedrijf-exploitatievergunning").nl.title);
    await person.goes("/beginnen/verhuismelding");
    await person.presses(person.button("start-verhuismelding"));
    await person.reads(person.says("sign-in-only-digid-now"));
    assert.equal(await person.button("sign-in-eherkenning-button").count(), 0);
  });

  story("who was signed out meanwhile signs in, and what she had filled in is there", { as: single }, async (person) => {
    await person.beginsMoving();
    await person.continues();
    await person.movesTo();
    const form = new URL(person.page.url()).pathname;
    await person.page.context().clearCookies({ name: "jd_session" });
    const answer = await person.page.context().request.post(form, { form: { "verhuisdatum-dag": "1" } });
    assert.match(answer.url(), /\/inloggen\?naar=\/formulier\//, "she is led to where one signs in");
    await person.goes("/mijn");
    await person.signsIn();
    await person.presses(person.page.locator(`main a[href*="${form.split("/")[2]}"]`));
    await person.goes(form.replace("datum", "adres"));
    assert.equal(await person.field("postcode").inputValue(), "3811 CJ");
  });

  story("another who signs in at the same computer gets nothing of the first, and neither does the tab that stood open", { as: single }, async (person) => {
    await person.beginsMoving();
    await person.continues();
    const form = new URL(person.page.url()).pathname;
    const tab = await person.page.context().newPage();
    await tab.goto(form);
    await person.signsOut();
    await person.goes("/mijn");
    await person.signsIn("digid", stranger.bsn);
    await person.readsNot(person.says("mine-unsent-title"));
    await tab.locator('main [name="postcode"]').fill("3811 CJ");
    await Promise.all([tab.waitForEvent("load"), tab.locator("main form button").first().click()]);
    assert.equal(await tab.locator("h1").innerText(), person.says("error-not-found-title"));
  });

  story("two tabs with one form: both are kept, it is sent once, and both come to the receipt", { as: single }, async (person) => {
    await person.beginsMoving();
    await person.continues();
    const draft = new URL(person.page.url()).pathname.split("/").slice(0, 3).join("/");
    const one = person.page;
    const other = await one.context().newPage();
    await other.goto(`${draft}/datum`);
    await person.movesTo();
    person.page = other;
    person.hand.page = other;
    await person.movesOn();
    await person.continues();
    assert.equal(await person.heading(), person.says("check-title"));
    await person.reads("3811 CJ");
    await one.goto(`${draft}/controle`);
    const number = await person.sends();
    person.page = one;
    assert.equal(await person.sends(), number);
  });

  story("of five hundred papers as many are kept as are asked, and she is told", { as: family }, async (person) => {
    person.service = skeleton("belastingkwijtschelding").nl;
    await person.goes("/beginnen/belastingkwijtschelding");
    await person.presses(person.button("start-belastingkwijtschelding"));
    await person.signsIn();
    await person.presses(person.button("start-belastingkwijtschelding"));
    const draft = new URL(person.page.url()).pathname.split("/").slice(0, 3).join("/");
    await person.posts(`${draft}/toets`, { toets: "niet-positief" });
    const request = person.page.context().request;
    const paper = { "bestand-erbij": "afschriften", afschriften: { name: "afschrift.pdf", mimeType: "application/pdf", buffer: PDF } };
    const told = new Map();
    for (let sent = 0; sent < 500; sent += 20) {
      const all = Array.from({ length: 20 }, () => request.post(`${draft}/afschriften`, { multipart: paper }));
      for (const answer of await Promise.all(all)) told.set(answer.status(), (told.get(answer.status()) ?? 0) + 1);
    }
    assert.deepEqual([...told].sort(), [[200, 6], [422, 494]]);
    await person.goes(`${draft}/afschriften`);
    const shown = await person.page.getByRole("button", { name: /^Haal .* weg/ }).count();
    assert.equal(shown, 6);
    const answer = await request.post(`${draft}/afschriften`, { multipart: paper });
    assert.ok((await answer.text()).includes(person.says("fault-too-many-files", { limit: 6 })));
  });
});
