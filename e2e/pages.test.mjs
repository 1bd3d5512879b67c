// Every kind of page: for everyone, at every width, in both languages.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { WIDTHS, fits, noBarrier, picture } from "./barriers.mjs";
import { company, doubted, dutchDay, family, stranger, tooYoung } from "./people.mjs";
import { Person } from "./person.mjs";
import { Resident } from "./resident.mjs";
import { stage } from "./stories.mjs";
import { PHOTO, openWithAll } from "./world.mjs";
import { QUESTION, at, say } from "./words.mjs";

const NARROWEST = 320;
/** Most bytes of a page with its style, packed, without fonts. */
const MOST = 60 * 1024;
const PRODUCT = "melding-openbare-ruimte-algemeen";

/** Kinds of pages and how one gets there; `here` holds what was made for this language. */
const KINDS = {
  home: (p) => p.goes("/"),
  answer: (p) => p.asks(QUESTION),
  "answer-elsewhere": (p) => p.asks("ik ben mijn paspoort kwijt"),
  "answer-danger": (p) => p.asks("mijn buurman slaat zijn vrouw"),
  "answer-danger-alone": (p) => p.asks("ik wil niet meer leven"),
  "answer-nothing-good": (p) => p.asks("blorf wizzel kwantum"),
  "answer-wrong-place": async (p) => {
    await p.asks(QUESTION);
    await p.fills("plaats", "Verzonnendorp");
    await p.presses(p.button("place-button"));
  },
  "product-with-service": (p) => p.goes(`/product/${PRODUCT}`),
  "product-without-service": (p) => p.goes("/product/paspoort"),
  "product-at-a-place": async (p) => {
    await p.goes("/product/paspoort");
    await p.fills("plaats", "3811");
    await p.presses(p.button("place-button"));
  },
  "product-wrong-place": async (p) => {
    await p.goes("/product/paspoort");
    await p.fills("plaats", "Verzonnendorp");
    await p.presses(p.button("place-button"));
  },
  "product-of-a-water-board": async (p) => {
    await p.goes("/product/belastingkwijtschelding");
    await p.reads("Vallei en Veluwe");
    await p.readsNot("Amersfoort");
    assert.equal(await p.field("plaats").count(), 0, "where she lives does not say which water board");
  },
  "life-events": (p) => p.goes("/onderwerpen"),
  "life-event": (p) => p.goes("/onderwerpen/verhuizen"),
  products: (p) => p.goes("/producten"),
  "form-what": (p, here) => p.goes(`${here.draft}/wat`),
  "form-what-wrong": async (p) => {
    await p.goes(`/product/${PRODUCT}`);
    await p.presses(p.button("start-melding-openbare-ruimte"));
    await p.continues();
  },
  "form-danger": (p, here) => p.goes(`${here.draft}/gevaar`),
  "form-where": (p, here) => p.goes(`${here.draft}/waar`),
  "form-where-wrong": async (p, here) => {
    await p.goes(`${here.empty}/waar`);
    await p.fills("postcode", "38 nog iets");
    await p.continues();
  },
  "form-elsewhere": (p, here) => p.goes(`${here.far}/elders`),
  "form-photo": (p, here) => p.goes(`${here.draft}/foto`),
  "form-photo-wrong": async (p, here) => {
    await p.goes(`${here.empty}/foto`);
    await p.field("fotos").setInputFiles({ name: "brief.txt", mimeType: "text/plain", buffer: Buffer.from("Dit is geen foto.") });
    await p.presses(p.button("photo-add"));
  },
  "form-contact": (p, here) => p.goes(`${here.draft}/contact`),
  "form-contact-wrong": async (p, here) => {
    await p.goes(`${here.empty}/contact`);
    await p.fills("email", "dit is geen adres");
    await p.fills("telefoon", "geen nummer");
    await p.continues();
  },
  check: (p, here) => p.goes(`${here.draft}/controle`),
  "check-incomplete": (p, here) => p.goes(`${here.empty}/controle`),
  receipt: (p, here) => p.goes(here.receipt),
  follow: (p) => p.goes("/volgen"),
  "follow-wrong": async (p) => {
    await p.goes("/volgen");
    await p.fills("code", "dit zijn geen acht woorden");
    await p.presses(p.button("follow-button"));
  },
  zaak: (p, here) => p.goes(here.zaak),
  "zaak-wrong": async (p, here) => {
    await p.goes(here.zaak);
    await p.presses(p.button("zaak-add-button"));
  },
  "zaak-withdraw": (p, here) => p.goes(`${here.zaak}/intrekken`),
  "zaak-withdrawn": (p, here) => p.goes(here.over),
  vraag: (p) => p.goes(`/vraag?product=${PRODUCT}`),
  "vraag-wrong": async (p) => {
    await p.goes("/vraag");
    await p.presses(p.button("vraag-button"));
  },
  "vraag-receipt": (p, here) => p.goes(here.asked),
  thread: (p, here) => p.goes(here.thread),
  "thread-wrong": async (p, here) => {
    await p.goes(here.thread);
    await p.presses(p.button("vraag-button"));
  },
  accessibility: (p) => p.goes("/toegankelijkheid"),
  privacy: (p) => p.goes("/privacy"),
  status: (p) => p.goes("/storingen"),
  "not-found": (p) => p.goes("/bestaat-niet"),
  "product-with-sign-in": (p) => p.goes("/product/verhuismelding"),
  "begin-without-sign-in": (p) => p.goes("/beginnen/verhuismelding"),
  "sign-in": (p) => p.goes("/inloggen"),
  "sign-in-one-way": (p) => p.goes("/inloggen?naar=/beginnen/horecabedrijf-exploitatievergunning"),
  "sign-in-invited": (p) => p.goes("/inloggen?naar=/mijn/uitnodiging/01a22b5f-c10d-7367-a9c7-a8f043709a4e"),
  invitation: (p) => p.goes("/uitnodiging"),
  "sign-in-again": (p) => p.goes("/inloggen/terug?state=van-niemand&code=x"),
  "signed-out": (p) => p.goes("/uitgelogd"),
};

/** Pages of who signed in as a parent with a partner. */
const SIGNED_IN = {
  "sign-in-step-up": (p) => p.goes("/inloggen?niveau=hoog"),
  begin: (p) => p.goes("/beginnen/verhuismelding"),
  "move-who": (p, here) => p.goes(`${here.draft}/wie`),
  "move-who-wrong": async (p, here) => {
    await p.goes(`${here.empty}/wie`);
    for (const tick of await p.page.locator('[name="verhuizers"]:checked').all()) await tick.uncheck();
    await p.continues();
  },
  "move-who-differs": async (p, here) => {
    await p.goes(`${here.draft}/wie`);
    for (const summary of await p.page.locator("main summary").all()) await summary.click();
  },
  "move-address": (p, here) => p.goes(`${here.draft}/adres`),
  "move-address-unknown": async (p, here) => {
    await p.goes(`${here.empty}/adres`);
    await p.movesTo({ huisnummer: "999" });
  },
  "move-address-wrong": async (p, here) => {
    await p.goes(`${here.empty}/adres`);
    await p.movesTo({ postcode: "38", huisnummer: "x", huisletter: "bis", toevoeging: "-----" });
  },
  "move-address-several": async (p, here) => {
    await p.goes(`${here.empty}/adres`);
    await p.movesTo({ postcode: "3812 AA", huisnummer: "14", huisletter: "", toevoeging: "" });
  },
  "move-elsewhere": async (p, here) => {
    await p.goes(`${here.empty}/adres`);
    await p.movesTo({ postcode: "2597 EN", huisnummer: "6", huisletter: "", toevoeging: "" });
  },
  "move-date": (p, here) => p.goes(`${here.draft}/datum`),
  "move-date-wrong": async (p, here) => {
    await p.goes(`${here.empty}/datum`);
    await p.movesOn({ day: 31, month: 2, year: 2027 });
  },
  "move-date-ahead": async (p, here) => {
    await p.goes(`${here.empty}/datum`);
    await p.movesOn(100);
  },
  "move-contact": (p, here) => p.goes(`${here.draft}/contact`),
  "move-check-late": (p, here) => p.goes(`${here.draft}/controle`),
  "move-check-incomplete": (p, here) => p.goes(`${here.empty}/controle`),
  "move-receipt": (p, here) => p.goes(here.receipt),
  mine: (p) => p.goes("/mijn"),
  "mine-zaak": (p, here) => p.goes(here.zaak),
  "mine-zaak-wrong": async (p, here) => {
    await p.goes(here.zaak);
    await p.presses(p.button("zaak-add-button"));
  },
  "mine-zaak-withdrawn": (p, here) => p.goes(here.over),
  "mine-zaak-not-hers": (p) => p.goes("/mijn/zaken/01900000-0000-7000-8000-000000000000"),
  "my-data": (p) => p.goes("/mijn/gegevens"),
  looked: (p) => p.goes("/mijn/inzage"),
};

/** While the BRP is away. */
const AWAY = {
  "move-who-away": (p, here) => p.goes(`${here.away}/wie`),
  "move-who-away-wrong": async (p, here) => {
    await p.goes(`${here.away}/wie`);
    await p.continues();
  },
  "move-check-away": async (p, here) => {
    await p.goes(`${here.away}/wie`);
    for (const name of ["naam", "huidig-adres", "verhuizers"]) await p.fills(name, "Getypt");
    await p.goes(`${here.away}/controle`);
  },
  "my-data-away": (p) => p.goes("/mijn/gegevens"),
};

/** Of others who signed in. */
const OTHERS = {
  doubted: {
    as: doubted,
    kinds: {
      "move-who-doubted": async (p) => {
        await p.goes("/beginnen/verhuismelding");
        await p.presses(p.button("start-verhuismelding"));
      },
      "my-data-doubted": (p) => p.goes("/mijn/gegevens"),
    },
  },
  tooYoung: {
    as: tooYoung,
    kinds: {
      "move-refused": async (p) => {
        await p.goes("/beginnen/verhuismelding");
        await p.presses(p.button("start-verhuismelding"));
      },
    },
  },
  stranger: { as: stranger, kinds: { "mine-empty": (p) => p.goes("/mijn") } },
  company: {
    way: "eherkenning",
    words: company.words,
    kinds: { "company-home": (p) => p.goes("/"), "company-mine": (p) => p.goes("/mijn"), "company-data": (p) => p.goes("/mijn/gegevens") },
  },
};

const scene = stage(openWithAll);

/** Tests of every one of `kinds`, as the person whom `comes` gives sees it. */
function pages(language, kinds, comes) {
  let person, here;
  const complaints = [];
  before(async () => {
    ({ person, here } = await comes());
    person.page.on("console", (message) => {
      const status = /status of (403|404|409|422)/.test(message.text());
      if (["error", "warning"].includes(message.type()) && !status) complaints.push(message.text());
    });
    person.page.on("requestfailed", (request) => {
      // What the browser gave up because the person went on is not what the page did wrong: the last page's icon.
      const why = request.failure()?.errorText;
      if (why !== "net::ERR_ABORTED") complaints.push(`${request.url()}: ${why}`);
    });
  });
  after(() => person?.leaves());

  // What is wrong is told in the same places in every language.
  const told = Object.entries(kinds).filter(([kind]) => language === "nl" || !/wrong|differs|several|unknown|ahead/.test(kind));
  for (const [kind, arrive] of told) {
    test(`${kind} is for everyone`, { timeout: 60_000 }, async () => {
      const wrong = [];
      const look = (what, check) => check().catch((error) => wrong.push(`${what}: ${error.message}`));
      complaints.length = 0;
      await person.page.setViewportSize({ width: WIDTHS[0], height: 900 });
      await arrive(person, here);
      await look("outline", () => outline(person, language));
      await look("script", () => noScript(person));
      await look("weight", () => light(person));
      await look("links", () => linksLead(person, kind));
      for (const width of WIDTHS) {
        await person.page.setViewportSize({ width, height: 900 });
        // The same elements in another language: what axe sees there, it sees at one width.
        if (language === "nl" || width < WIDTHS[0]) await look(`axe at ${width} px`, () => noBarrier(person));
        await look(`width at ${width} px`, () => fits(person, width));
        await picture(person, `${width}/${kind}.${language}`);
      }
      await person.page.setViewportSize({ width: NARROWEST, height: 900 });
      await look(`width at ${NARROWEST} px`, () => fits(person, NARROWEST));
      await look("size for a thumb", () => largeEnough(person));
      await look("the browser", async () => assert.deepEqual(complaints, []));
      assert.equal(wrong.length, 0, `${person.page.url()}\n${wrong.join("\n")}`);
    });
  }
}

/** Somebody who is signed in already. */
async function signedIn(language, { as, way, words } = {}) {
  const person = await Resident.comes(scene.browser, scene.doors, { language, as });
  await person.goes("/mijn");
  await person.signsIn(way, words);
  assert.equal(await person.heading(), person.says("mine-title"));
  return person;
}

for (const language of ["nl", "en"]) {
  describe(`Every page (${language})`, { timeout: 300_000 }, () => {
    let person;
    pages(language, KINDS, async () => {
      person = await Person.comes(scene.browser, scene.doors, { language });
      return { person, here: await prepare(person) };
    });

    test("the skip link is the first thing that Tab reaches, and leads to the content", async () => {
      await person.page.setViewportSize({ width: WIDTHS[0], height: 900 });
      await person.goes("/product/paspoort");
      await person.page.keyboard.press("Tab");
      const skip = person.page.getByRole("link", { name: person.says("skip") });
      assert.ok(await skip.evaluate((element) => element === document.activeElement));
      const box = await skip.boundingBox();
      assert.ok(box.x >= 0 && box.y >= 0 && box.width > 50 && box.height > 20, "it can be seen");
      await person.page.keyboard.press("Enter");
      await person.page.keyboard.press("Tab");
      assert.ok(await person.page.evaluate(() => document.activeElement.closest("main") !== null));
    });

    test("titles differ from page to page", async () => {
      const titles = new Map();
      for (const path of [
        "/",
        "/onderwerpen",
        "/producten",
        "/volgen",
        "/vraag",
        "/toegankelijkheid",
        "/privacy",
        "/storingen",
        "/bestaat-niet",
      ]) {
        await person.goes(path);
        titles.set(await person.page.title(), path);
      }
      assert.equal(titles.size, 9, [...titles.keys()].join("\n"));
    });
  });

  describe(`Every page of who signed in (${language})`, { timeout: 300_000 }, () => {
    pages(language, SIGNED_IN, async () => {
      const person = await signedIn(language, { as: family });
      return { person, here: await prepareMove(person) };
    });
  });

  for (const [who, { kinds, ...how }] of Object.entries(OTHERS)) {
    describe(`Pages of somebody else who signed in: ${who} (${language})`, { timeout: 120_000 }, () => {
      pages(language, kinds, async () => ({ person: await signedIn(language, how), here: {} }));
    });
  }

  describe(`Every page while the register of persons is away (${language})`, { timeout: 120_000 }, () => {
    pages(language, AWAY, async () => {
      const person = await signedIn(language, { as: family });
      await scene.doors.around.turn("brp", "uit");
      return { person, here: { away: await beginMove(person) } };
    });
    after(async () => {
      await scene.doors.around.back("brp");
    });
  });
}

const beginMove = async (person) =>
  (await person.posts("/beginnen/verhuismelding")).url.replace(/\/wie$/, "");

/** A draft that is ready and late, one that is empty, a case, and one that was withdrawn. */
async function prepareMove(person) {
  const fill = async (draft, days) => {
    await person.posts(`${draft}/wie`, { verhuizers: "ik" });
    await person.posts(`${draft}/adres`, { postcode: "3811 CJ", huisnummer: "1" });
    const { year, month, day } = dutchDay(days);
    const date = { "verhuisdatum-dag": day, "verhuisdatum-maand": month, "verhuisdatum-jaar": year };
    await person.posts(`${draft}/datum`, date);
  };
  const sent = async (days) => {
    const draft = await beginMove(person);
    await fill(draft, days);
    return (await person.posts(`${draft}/versturen`)).url;
  };
  const zaakOf = (receipt) => receipt.replace("/bewijs/", "/mijn/zaken/");
  const [receipt, over] = [await sent(-14), await sent(0)];
  const [draft, empty] = [await beginMove(person), await beginMove(person)];
  await fill(draft, -14);
  await person.posts(`${zaakOf(receipt)}/bericht`, { bericht: "De sleutel is er nog niet." });
  await person.posts(`${zaakOf(over)}/intrekken`);
  return { draft, empty, receipt, zaak: zaakOf(receipt), over: zaakOf(over) };
}

/** What pages show has to be there: forms in several stages, a report, a question with an answer. */
async function prepare(person) {
  const begin = async () => (await person.posts("/beginnen/melding-openbare-ruimte", { vraag: QUESTION })).url.replace(/\/wat$/, "");
  const fill = async (draft, place) => {
    await person.posts(`${draft}/wat`, { gevaar: "nee", soort: "afval", omschrijving: `${QUESTION}\nHet stinkt ook.` });
    await person.posts(`${draft}/waar`, place);
  };
  const home = { postcode: "3811 CJ", huisnummer: "1" };
  const code = (html) => [...html.matchAll(/<li>([a-z]{5})<\/li>/g)].map((match) => match[1]).join("-");
  const sent = async () => {
    const draft = await begin();
    await fill(draft, home);
    return person.posts(`${draft}/versturen`);
  };

  const [draft, empty, far] = [await begin(), await begin(), await begin()];
  await person.posts(`${empty}/wat`, { gevaar: "nee", soort: "afval", omschrijving: QUESTION });
  await fill(draft, home);
  await fill(far, { postcode: "9712 AB", huisnummer: "1" });
  const photo = { "bestand-erbij": "fotos", fotos: { name: "foto.jpg", mimeType: "image/jpeg", buffer: PHOTO } };
  await person.page.context().request.post(at(person.language, `${draft}/foto`), { multipart: photo });

  const [receipt, over] = [await sent(), await sent()];
  const zaak = `/volgen/${code(receipt.html)}`;
  await person.posts(`${zaak}/bericht`, { bericht: "Er ligt nu ook glas.\nEn een band." });
  await person.posts(`${zaak}/oordeel`, { oordeel: "makkelijk" });
  await person.posts(`/volgen/${code(over.html)}/intrekken`);

  await person.goes(`/vraag?product=${PRODUCT}`);
  const id = await person.page.locator('[name="id"]').inputValue();
  const asked = await person.posts("/vraag", { id, bericht: "Geldt dit ook voor een speeltuin?", plaats: "3811", product: PRODUCT });
  await scene.doors.desk(
    "gm0307",
    "answer",
    /V-20\d\d-\w{4}-\w{4}/.exec(asked.html)[0],
    "Ja, dat geldt ook voor een speeltuin.\nMeld het gerust.",
  );
  return {
    draft,
    empty,
    far,
    receipt: receipt.url,
    zaak,
    over: `/volgen/${code(over.html)}`,
    asked: asked.url,
    thread: `/volgen/${code(asked.html)}`,
  };
}

async function outline(person, language) {
  const { page } = person;
  assert.equal(await page.locator("h1").count(), 1);
  assert.equal(await page.locator("html").getAttribute("lang"), language);
  assert.match(await person.heading(), /^\P{Ll}/u, "the heading begins with a capital");
  const empty = await page
    .locator("main h2 + h2, main h3 + h3")
    .evaluateAll((all) => all.map((heading) => heading.previousElementSibling.textContent));
  assert.deepEqual(empty, [], "headings with nothing under them");
  const faults = await page.locator('[role="alert"] a').allInnerTexts();
  assert.equal(new Set(faults).size, faults.length, `faults that one can not tell apart: ${faults}`);
  const title = await page.title();
  assert.match(title, new RegExp(`^.{3,} – ${say(language, "brand")}$`));
  assert.equal(title.startsWith(say(language, "error-prefix")), (await page.locator(".jd-errors").count()) > 0, `title: ${title}`);
  for (const landmark of ["main", "header", "footer"]) assert.equal(await page.locator(landmark).count(), 1, landmark);
  const skip = page.locator("a, button, input, summary").first();
  assert.equal(await skip.innerText(), say(language, "skip"));
  assert.equal(await page.locator(await skip.getAttribute("href")).count(), 1);
  const levels = await page.locator("h1, h2, h3, h4").evaluateAll((all) => all.map((heading) => Number(heading.tagName[1])));
  for (const [i, level] of levels.entries()) assert.ok(i === 0 || level <= levels[i - 1] + 1 || levels[i - 1] === 1, `levels ${levels}`);
}

async function noScript({ page }) {
  assert.equal(await page.locator("script").count(), 0);
  const inline = await page
    .locator("*")
    .evaluateAll((all) => all.flatMap((element) => element.getAttributeNames().filter((name) => /^on|^style$/.test(name))));
  assert.deepEqual(inline, []);
}

async function largeEnough({ page }) {
  const small = await page
    .locator('main button, main input:not([type="hidden"]), main textarea, main summary, main .utrecht-button')
    .evaluateAll((all) =>
      all
        .map((element) => ({ element: element.closest("label") ?? element }))
        .map(({ element }) => ({ text: element.outerHTML.slice(0, 120), box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(({ text, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${text}`),
    );
  assert.deepEqual(small, []);
}

let css;
async function light({ page }) {
  const html = await page.content();
  css ??= gzipSync(Buffer.from(await (await fetch(scene.doors.url + /href="([^"]+\.css[^"]*)"/.exec(html)[1])).arrayBuffer())).length;
  const weight = gzipSync(html).length + css;
  assert.ok(weight < MOST, `${weight} bytes`);
}

const seen = new Map();
async function linksLead(person, kind) {
  const { page } = person;
  const hrefs = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.href));
  const ours = [...new Set(hrefs)].filter((href) => href.startsWith(scene.doors.url));
  // The list of all products is long; some of it will do.
  const some = ours.length > 100 ? ours.filter((_, i) => i % 25 === 0) : ours;
  const other = await page.locator("header a[hreflang]").evaluate((link) => link.href);
  const dead = [];
  for (const href of some) {
    if (["not-found", "mine-zaak-not-hers"].includes(kind) && href === other) continue;
    const { hash, pathname } = new URL(href);
    if (hash && pathname === new URL(page.url()).pathname) {
      if ((await page.locator(hash).count()) !== 1) dead.push(`${href}: no such place on the page`);
      continue;
    }
    if (!seen.has(href)) seen.set(href, (await page.context().request.get(href)).status());
    if (seen.get(href) >= 400 && seen.get(href) !== 422) dead.push(`${href}: ${seen.get(href)}`);
  }
  assert.deepEqual(dead, []);
}
