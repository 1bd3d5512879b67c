// The managers whom a company named: each gives her own data with her own sign-in, the handler sees what, and the company only that.
import assert from "node:assert/strict";
import { forEveryone } from "./barriers.mjs";
import { confidential, livesIn, stranger } from "./people.mjs";
import { Resident } from "./resident.mjs";
import { Staff } from "./staff.mjs";
import { meanwhile } from "./stories.mjs";

const COMPANY = "Voorbeeldcafé De Kade";
const TOWN = "de gemeente Rotterdam";
const manager = livesIn("Rotterdam");
const street = ({ row }) => row.verblijfplaats.verblijfadres.officieleStraatnaam;

/** On the page of what was sent: makes new words for who was named so, reads them once, and goes back. */
async function makesWords(person, name) {
  await person.presses(person.page.locator("#genodigden ~ ul > li", { hasText: name }).getByRole("button"));
  assert.equal(await person.heading(), person.says("genodigde-words-title", { name }));
  const words = await person.code();
  assert.equal(words.length, 8);
  return words;
}

/** Types words that she was given; is where they lead. */
async function types(person, words) {
  await person.goes("/uitnodiging");
  await person.fills("code", words.join(" "));
  await person.presses(person.button("uitnodiging-words-button"));
}

/** From the page of her words to what she would give. */
async function opens(she, words, name) {
  const lead = { company: COMPANY, organisation: she.language === "nl" ? TOWN : TOWN.replace("de gemeente", "the municipality of") };
  await she.reads(she.says("uitnodiging-lead", lead));
  await she.presses(she.button("uitnodiging-go"));
  assert.equal(await she.page.getByText(she.says("sign-in-eherkenning-button")).count(), 0, "a person signs in with DigiD");
  assert.ok(!words.some((word) => she.page.url().includes(word)), "the words go no further");
  await she.signsIn();
  await she.reads(name);
  return lead;
}

export async function managersGive(scene, person, number) {
  await person.presses(person.link("receipt-mine"));
  const at = person.page.url();
  await person.reads(person.says("genodigden-title"));
  assert.equal(await person.page.locator("#genodigden ~ ul").first().getByText(person.says("genodigde-not-given")).count(), 2);
  const remind = person.says("zaak-mover-genodigden", { names: "S. Tapper, M. Schenk" });
  await person.reads(remind);
  await person.readsNot(person.says("zaak-mover-them"));
  await forEveryone(person, "horeca-genodigden");
  await person.goes("/mijn");
  const todo = person.page.locator("h2", { hasText: person.says("mine-unsent-title") }).locator("xpath=following-sibling::ul[1]");
  assert.ok((await todo.innerText()).includes(person.says("mine-genodigden")), "it is for her to remind them");
  await forEveryone(person, "horeca-mijn-genodigden");
  await person.page.goto(at);
  const old = await makesWords(person, "S. Tapper");
  await person.page.goto(at);
  const words = await makesWords(person, "S. Tapper");
  await forEveryone(person, "horeca-nieuwe-woorden");
  await person.page.goto(at);
  const others = await makesWords(person, "M. Schenk");

  // Who acts for a company is told that a person does this.
  await types(person, words);
  await person.presses(person.button("uitnodiging-go"));
  await person.reads(person.says("sign-in-only-digid-now"));

  await meanwhile(scene, Resident, { as: manager }, async (she) => {
    await types(she, old);
    await she.reads(she.says("fault-uitnodiging-code"));
    assert.equal((await she.goes(`/uitnodiging/${old.join("-")}`)).status(), 404);
    await forEveryone(she, "uitnodiging-oude-woorden");
    await types(she, words);
    await forEveryone(she, "uitnodiging");
    const lead = await opens(she, words, manager.name);
    await she.reads(she.says("uitnodiging-named", { company: COMPANY, name: "S. Tapper" }));
    await she.reads("U geeft geen toestemming");
    await she.reads(street(manager));
    await forEveryone(she, "uitnodiging-geven");
    const there = she.page.url();
    await she.presses(she.button("uitnodiging-button", lead));
    assert.equal(she.page.url(), there);
    await she.reads(she.says("uitnodiging-gave", { ...lead, moment: "" }).trimEnd().replace(/ *\.$/, ""));
    await forEveryone(she, "uitnodiging-gegeven");

    await meanwhile(scene, Resident, { as: stranger }, async (another) => {
      await types(another, words);
      await another.reads(another.says("uitnodiging-used-you"));
      await forEveryone(another, "uitnodiging-gebruikt");
      await another.presses(another.link("uitnodiging-used-look"));
      await another.signsIn();
      await another.readsNot(street(manager));
    });
    await meanwhile(scene, Resident, { as: confidential, language: "en" }, async (he) => {
      await types(he, others);
      const lead = await opens(he, others, confidential.name);
      await he.reads(he.says("uitnodiging-secret"));
      await he.presses(he.button("uitnodiging-button", lead));
    });
    await meanwhile(scene, Staff, { name: "Lotte Brouwer" }, async (handler) => {
      await handler.finds(number);
      for (const text of ["S. Tapper", manager.name, street(manager), "M. Schenk", confidential.name]) await handler.reads(text);
      await handler.reads(handler.says("genodigde-age"));
      await handler.reads(handler.says("genodigde-other-name"));
      await handler.reads(handler.says("signal-geheimhouding"));
      await forEveryone(handler, "horeca-balie-genodigden");
    });

    await she.goes("/mijn");
    await she.presses(she.page.getByRole("link", { name: she.says("mine-given", { company: COMPANY }) }));
    assert.equal(she.page.url(), there);
    await she.goes("/mijn");
    await forEveryone(she, "mijn-gegeven");
    await she.goes("/mijn/inzage");
    await she.reads(she.says("looked-worker", { name: TOWN }));
    await she.readsNot(she.says("action-ingelogd"));
    await she.presses(she.link("looked-all"));
    await she.reads(she.says("action-gegeven-gelezen"));
    await she.reads(she.says("action-register-bevraagd-brp"));
  });

  await person.page.goto(at);
  const asked = person.page.locator("#genodigden ~ ul").first();
  assert.equal(await asked.getByRole("button").count(), 0, "nothing is asked any more");
  assert.equal(await asked.getByText(person.says("genodigde-not-given")).count(), 0);
  await person.reads(person.says("zaak-mover-them"));
  for (const secret of [manager.name, street(manager), confidential.name]) await person.readsNot(secret);
  await forEveryone(person, "horeca-genodigden-gegeven");
}
