// Someone who uses the site, with a mouse or with nothing but a keyboard, and what she does in words of her own.
import assert from "node:assert/strict";
import { PHOTO } from "./world.mjs";
import { QUESTION, at, say, service } from "./words.mjs";

const TIME = 30_000;

/** Points and clicks. */
class Mouse {
  async fill(field, text) {
    await field.fill(text);
  }
  async choose(radio) {
    await radio.check();
  }
  async press(control) {
    await control.click();
  }
  async attach(_page, input, file) {
    await input.setInputFiles(file);
  }
}

/** Only Tab, Enter, Space, arrows and letters; looks at every stop whether she can see where she is. */
class Keyboard {
  constructor(page) {
    this.page = page;
    // Asks the browser from the start to hand over its file choosers: asked together with the key press, it could come too late.
    page.on("filechooser", () => {});
  }

  async fill(field, text) {
    await this.reach(field);
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.type(text);
  }

  async choose(radio) {
    const name = await radio.getAttribute("name");
    const here = () => radio.evaluate((element) => element === document.activeElement);
    await this.tab((element, group) => element.type === "radio" && element.name === group, name);
    if (await here()) return this.page.keyboard.press("Space");
    for (let presses = 0; presses < 20 && !(await here()); presses++) await this.page.keyboard.press("ArrowDown");
    assert.ok(await radio.isChecked(), `arrow keys do not reach the answer in ${name}`);
  }

  async press(control) {
    await this.reach(control);
    const link = await control.evaluate((element) => element.tagName === "A");
    await this.page.keyboard.press(link ? "Enter" : "Space");
  }

  async attach(page, input, file) {
    await this.reach(input);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
    await chooser.setFiles(file);
  }

  async reach(locator) {
    const target = await locator.elementHandle({ timeout: TIME });
    await this.tab((element, wanted) => element === wanted, target);
  }

  /** Presses Tab until `found` holds for the element with the focus. */
  async tab(found, argument) {
    for (let presses = 0; presses < 150; presses++) {
      // How each thing looks while it has no focus, to compare with.
      await this.page.evaluate(() => {
        const look = (element) => `${getComputedStyle(element).outline} ${getComputedStyle(element).boxShadow}`;
        const all = document.querySelectorAll("a, button, input, textarea, select, summary");
        globalThis.atRest ??= new Map([...all].filter((e) => e !== document.activeElement).map((e) => [e, look(e)]));
      });
      await this.page.keyboard.press("Tab");
      await this.canSeeWhereSheIs();
      const focused = await this.page.evaluateHandle(() => document.activeElement);
      if (await focused.evaluate(found, argument)) return;
    }
    assert.fail("Tab does not get there");
  }

  async canSeeWhereSheIs() {
    const lost = await this.page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const look = `${getComputedStyle(element).outline} ${getComputedStyle(element).boxShadow}`;
      const box = element.getBoundingClientRect();
      const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      return look === globalThis.atRest.get(element) || !seen ? element.outerHTML.slice(0, 200) : undefined;
    });
    assert.equal(lost, undefined, "the focus can not be seen");
  }
}

/** A person in a browser of her own. */
export class Person {
  static async comes(browser, doors, { language = "nl", javaScript = true, keyboard = false, width = 1280 } = {}) {
    const context = await browser.newContext({ baseURL: doors.url, javaScriptEnabled: javaScript, viewport: { width, height: 900 } });
    context.setDefaultTimeout(TIME);
    const page = await context.newPage();
    return new this(page, language, keyboard ? new Keyboard(page) : new Mouse());
  }

  constructor(page, language, hand) {
    // The service for which she fills in a form.
    Object.assign(this, { page, language, hand, service: service[language] });
  }

  leaves() {
    return this.page.context().close();
  }

  // What she reads.

  says(key, values) {
    return say(this.language, key, values);
  }

  async heading() {
    return (await this.page.locator("h1").innerText()).trim();
  }

  async reads(text) {
    const body = (await this.page.locator("main").innerText()).replaceAll("\u00a0", " ");
    assert.ok(body.includes(text), `“${text}” is not on ${this.page.url()}:\n${body}`);
  }

  async readsNot(text) {
    const body = await this.page.locator("main").innerText();
    assert.ok(!body.includes(text), `“${text}” is on ${this.page.url()}`);
  }

  /** What stands beside `term` in a list of facts. */
  async fact(term) {
    const beside = this.page.locator("dt", { hasText: term }).first().locator("xpath=following-sibling::dd[1]");
    return (await beside.innerText()).trim();
  }

  /** The words of the code on a receipt. */
  async code() {
    const items = await this.page.locator("main ol > li").allInnerTexts();
    return items.map((word) => word.trim()).filter((word) => /^([bdfghjklmnprstvz][aiou]){2}[bdfghjklmnprstvz]$/.test(word));
  }

  /** Withdraws what she looks at, after she read what that means. */
  async withdraws() {
    await this.presses(this.link("zaak-withdraw-button"));
    await this.presses(this.button("zaak-withdraw-yes"));
  }

  // What her hands do.

  field(name) {
    return this.page.locator(`main [name="${name}"]:not([type="hidden"])`);
  }

  /** What begins a service has another name for who began already. */
  button(key, values) {
    const named = (name) => this.page.locator("main").getByRole("button", { name, exact: true });
    const button = named(this.says(key, values));
    return key.startsWith("start-") ? button.or(named(this.says("begin-again"))) : button;
  }

  link(key, values) {
    return this.page.getByRole("link", { name: this.says(key, values), exact: true });
  }

  async goes(path) {
    return this.page.goto(at(this.language, path));
  }

  fills(name, text) {
    return this.hand.fill(this.field(name), text);
  }

  chooses(name, value) {
    return this.hand.choose(this.page.locator(`main [name="${name}"][value="${value}"]`));
  }

  /** Presses a button or link and waits for the page it leads to: another than the one she is on. */
  async presses(control) {
    await Promise.all([this.page.waitForNavigation({ timeout: TIME }), this.hand.press(control)]);
  }

  /** Waits until she is somewhere, also when a second press broke off the first way there. */
  async arrivesAt(pattern) {
    for (const end = Date.now() + TIME; Date.now() < end; await this.page.waitForTimeout(50)) {
      if (!pattern.test(this.page.url())) continue;
      return this.page.waitForLoadState("load");
    }
    assert.match(this.page.url(), pattern);
  }

  async continues() {
    await this.presses(this.button("continue"));
  }

  /** Sends a form without filling it in on a page; gives where that led to, without the language, and what stood there. */
  async posts(path, form = {}) {
    const answer = await this.page.context().request.post(at(this.language, path), { form });
    const html = await answer.text();
    assert.ok(answer.status() < 400, `${path}: ${answer.status()}\n${html}`);
    return { url: new URL(answer.url()).pathname.replace(/^\/en(?=\/)/, ""), html };
  }

  // What she comes for.

  async asks(question) {
    await this.goes("/");
    await this.fills("vraag", question);
    await this.presses(this.button("home-button"));
  }

  async begins(question = QUESTION) {
    await this.asks(question);
    await this.presses(this.button("answer-start"));
    await this.isAt("wat");
  }

  /** She is at this page of the form. */
  async isAt(page) {
    assert.match(new URL(this.page.url()).pathname, new RegExp(`/${page}$`));
    assert.equal(await this.heading(), this.service.pages[page] ?? this.says(`${page}-title`));
  }

  async tellsWhat({ danger = "nee", soort = "afval", omschrijving } = {}) {
    await this.chooses("gevaar", danger);
    await this.chooses("soort", soort);
    if (omschrijving) await this.fills("omschrijving", omschrijving);
    await this.continues();
  }

  async tellsWhere({ postcode = "3811 CJ", huisnummer = "1" } = {}) {
    await this.fills("postcode", postcode);
    await this.fills("huisnummer", huisnummer);
    await this.continues();
  }

  /** Chooses a photo; it goes along with whichever button she presses then. */
  choosesPhoto(buffer = PHOTO) {
    return this.hand.attach(this.page, this.field("fotos"), { name: "container.jpg", mimeType: "image/jpeg", buffer });
  }

  async addsPhoto(buffer = PHOTO) {
    await this.choosesPhoto(buffer);
    await this.presses(this.button("photo-add"));
  }

  /** Everything up to the page on which she checks. */
  async fillsInAll() {
    await this.begins();
    await this.tellsWhat();
    await this.tellsWhere();
    await this.continues();
    await this.continues();
    assert.equal(await this.heading(), this.says("check-title"));
  }

  async sends() {
    await this.presses(this.button("check-send", { what: this.service.noun }));
    assert.equal(await this.heading(), this.says("receipt-title", { what: this.service.noun }));
    return this.fact(this.says("receipt-number"));
  }

  async follows(words) {
    await this.presses(this.link("nav-follow"));
    await this.fills("code", words);
    await this.presses(this.button("follow-button"));
  }
}
