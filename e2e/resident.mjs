// Someone who signs in, and tells that she moves house.
import assert from "node:assert/strict";
import { Person } from "./person.mjs";
import { dutchDay, single } from "./people.mjs";
import { moving } from "./words.mjs";

/** A person who can sign in; `as` is who she is, `way` how she shows it. */
export class Resident extends Person {
  static async comes(browser, doors, { as = single, ...how } = {}) {
    const resident = await super.comes(browser, doors, how);
    return Object.assign(resident, { as, service: moving[resident.language] });
  }

  /** On the page where one signs in: goes to the provider, says who she is, and is back where she wanted to be. */
  async signsIn(way = "digid", words = this.as.bsn) {
    assert.equal(await this.heading(), this.says(way === "medewerkers" ? "sign-in-desk-title" : "sign-in-title"));
    const here = new URL(this.page.url()).origin;
    await this.presses(this.button(`sign-in-${way}-button`));
    await this.findsHerself(words);
    await this.presses(this.page.locator('[name="persoon"]').first());
    await this.page.waitForURL((url) => url.origin === here);
  }

  /** At the provider, which speaks Dutch. */
  async findsHerself(words) {
    await this.hand.fill(this.page.locator("#zoek"), words);
    await this.presses(this.page.locator('[name="doe"][value="zoek"]'));
    // What stands there now is what was found for these words.
    await this.page.locator(`#zoek[value="${words}"]`).waitFor();
  }

  /** Unfolds what is folded under these words. */
  async unfolds(key) {
    await this.hand.press(this.page.locator("summary", { hasText: this.says(key) }));
  }

  async signsOut() {
    await this.presses(this.page.locator("header").getByRole("button", { name: this.says("nav-sign-out"), exact: true }));
    await this.presses(this.page.getByRole("button", { name: "Ja, log uit" }));
    assert.equal(new URL(this.page.url()).pathname.replace("/en", ""), "/uitgelogd");
  }

  /** From the page of the product to the first page of the form, or to why not. */
  async beginsMoving() {
    await this.goes("/product/verhuismelding");
    await this.presses(this.button("start-verhuismelding"));
    assert.equal(await this.heading(), this.service.title);
    await this.presses(this.button("start-verhuismelding"));
    if (!new URL(this.page.url()).pathname.endsWith("/inloggen")) return;
    await this.signsIn();
    // Where she was, and one press further.
    assert.equal(await this.heading(), this.service.title);
    await this.presses(this.button("start-verhuismelding"));
  }

  async ticks(id) {
    await this.hand.press(this.page.locator(`main [name="verhuizers"][value="${id}"]`));
  }

  async movesTo({ postcode = "3811 CJ", huisnummer = "1", ...more } = {}) {
    for (const [name, text] of Object.entries({ postcode, huisnummer, ...more })) await this.fills(name, text);
    await this.continues();
  }

  /** A number of days from today, or a day. */
  async movesOn(when = 0) {
    const { year, month, day } = typeof when === "number" ? dutchDay(when) : when;
    await this.fills("verhuisdatum-dag", String(day));
    await this.fills("verhuisdatum-maand", String(month));
    await this.fills("verhuisdatum-jaar", String(year));
    await this.continues();
  }

  /** From the first page of the form to the page on which she checks. */
  async fillsInMove({ when = 0 } = {}) {
    await this.isAt("wie");
    await this.continues();
    await this.isAt("adres");
    await this.movesTo();
    await this.isAt("datum");
    await this.movesOn(when);
    await this.isAt("contact");
    await this.continues();
    assert.equal(await this.heading(), this.says("check-title"));
  }

  /** Signs in, fills in and sends; gives the number. */
  async hasMoved() {
    await this.beginsMoving();
    await this.fillsInMove();
    return this.sends();
  }

  /** Reloads until she reads this, for as long as a minute. */
  async readsSoon(text, seconds = 60) {
    for (const end = Date.now() + seconds * 1_000; Date.now() < end; await this.page.waitForTimeout(1_000)) {
      await this.page.reload();
      if ((await this.page.locator("main").innerText()).includes(text)) return;
    }
    await this.reads(text);
  }
}
