// Whatever is sent, on purpose or by mistake: there is always a page, nothing is lost, and nothing leaks. No browser takes part.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { BSN, PHOTO, open } from "./world.mjs";
import { QUESTION, at, say } from "./words.mjs";

const LANGUAGES = ["nl", "en"];
const PRODUCT = "melding-openbare-ruimte-algemeen";
const UNKNOWN_CODE = Array(8).fill("babab").join("-");
const FORM = "application/x-www-form-urlencoded";

/** Every address of the product, from the list that the product itself is made of. */
const ROUTES = [
  ...readFileSync(new URL("../crates/web/src/routes.rs", import.meta.url), "utf8").matchAll(/^\s+(get|post)\s+"([^"]+)"\s+\w+\s/gm),
].map(([, method, path]) => ({ method: method.toUpperCase(), path }));

let doors;
before(async () => {
  doors = await open();
});
after(() => doors?.stop());

/** Somebody's browser, without the browser: it keeps its cookies. */
class Visitor {
  cookies = new Map();

  async send(method, path, { body, type = body === undefined ? undefined : FORM, headers = {} } = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const all = { ...(cookie && { cookie }), ...(type && { "content-type": type }), ...headers };
    const answer = await patiently(() => fetch(new URL(doors.url + path), { method, body, redirect: "manual", headers: all }));
    for (const set of answer.headers.getSetCookie()) this.cookies.set(...set.split(";")[0].split("="));
    const html = await answer.text();
    return {
      status: answer.status,
      html,
      location: answer.headers.get("location"),
      type: answer.headers.get("content-type"),
      headers: answer.headers,
    };
  }

  get(path) {
    return this.send("GET", path);
  }

  /** `fields` as a form sends them. */
  post(path, fields = {}) {
    return this.send("POST", path, { body: new URLSearchParams(fields).toString() });
  }

  async upload(path, bytes, { name = "foto.jpg", type = "image/jpeg", field = "fotos" } = {}) {
    const form = new FormData();
    form.append(field, new Blob([bytes], { type }), name);
    return this.send("POST", path, { body: form, type: null });
  }

  /** Begins a report; gives its address. */
  async begins(language = "nl") {
    const { location } = await this.post(at(language, "/beginnen/melding-openbare-ruimte"), { vraag: QUESTION });
    return location.replace(/^\/en/, "").replace(/\/wat$/, "");
  }

  async fillsIn(draft, omschrijving = QUESTION) {
    await this.post(`${draft}/wat`, { gevaar: "nee", soort: "afval", omschrijving });
    await this.post(`${draft}/waar`, { postcode: "3811 CJ", huisnummer: "1" });
  }

  /** Sends a report; gives the addresses of its receipt and of the page on which it is followed. */
  async sendsReport(omschrijving) {
    const draft = await this.begins();
    await this.fillsIn(draft, omschrijving);
    const { location } = await this.post(`${draft}/versturen`);
    const receipt = await this.get(location);
    return { draft, receipt: location, follow: `/volgen/${code(receipt.html)}` };
  }

  async asksPerson(text = "Waar is het loket?") {
    const { location } = await this.post("/vraag", { id: randomUUID(), bericht: text, plaats: "3811" });
    const receipt = await this.get(location);
    return { receipt: location, follow: `/volgen/${code(receipt.html)}` };
  }
}

/** Who answers before it has read everything may close the door on the rest. A browser reads that answer; `fetch` gives up now and then. */
async function patiently(send) {
  for (let times = 1; ; times++) {
    try {
      return await send();
    } catch (error) {
      if (times === 30 || !["EPIPE", "ECONNRESET"].includes(error.cause?.code)) throw error;
    }
  }
}

const code = (html) => [...html.matchAll(/<li>([a-z]{5})<\/li>/g)].map((match) => match[1]).join("-");

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (html) =>
  html.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_, dec, hex, name) =>
    name ? entities[name] : String.fromCodePoint(dec ? Number(dec) : Number.parseInt(hex, 16)),
  );

/** What stands in a field of a form on a page. */
function filled(html, name) {
  const radio = [...html.matchAll(/<input[^>]*type="radio"[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => tag.includes(`name="${name}"`) && / checked/.test(tag));
  if (radio) return /value="([^"]*)"/.exec(radio)[1];
  const area = new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^]*?)</textarea>`).exec(html);
  // A line end right after the tag is not part of the text.
  if (area) return plain(area[1].replace(/^\n/, ""));
  const inputs = [...html.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(`name="${name}"`) && !/type="(radio|hidden)"/.test(tag));
  return inputs.length > 0 ? plain(/value="([^"]*)"/.exec(inputs[0])?.[1] ?? "") : undefined;
}

/** It is a page of ours in `language`, or leads to one. */
function isPage(answer, language, told) {
  assert.ok(answer.status < 500, `${told}: ${answer.status}`);
  if (answer.status >= 300 && answer.status < 400) {
    assert.match(answer.location, language === "en" ? /^\/en(\/|$)/ : /^\/(?!en(\/|$))/, `${told} leads to ${answer.location}`);
    return;
  }
  assert.match(answer.type ?? "nothing", /^text\/html/, `${told}: ${answer.status} ${answer.type}: ${answer.html.slice(0, 100)}`);
  assert.equal(answer.html.match(/<h1[ >]/g)?.length, 1, `${told}: one heading`);
  assert.ok(answer.html.includes(`<html lang="${language}"`), `${told}: not in ${language}`);
  assert.ok(!/<script/i.test(answer.html), `${told}: a script`);
}

/** Collects what is wrong, so that one run shows everything. */
async function every(cases, check) {
  const wrong = [];
  for (const one of cases)
    await Promise.resolve(check(one)).catch((error) =>
      wrong.push(error.cause ? `${JSON.stringify(one).slice(0, 150)}: ${error.message} (${error.cause.message})` : error.message),
    );
  assert.equal(wrong.length, 0, `${wrong.length} of ${cases.length}:\n${wrong.slice(0, 12).join("\n")}`);
}

/** All combinations. */
const each = (...lists) => lists.reduce((rows, list) => rows.flatMap((row) => list.map((one) => [...row, one])), [[]]);

/** Forms: where they go, and what a careful person fills in. */
const FORMS = {
  question: { path: () => "/antwoord", fields: { vraag: QUESTION, plaats: "3811" } },
  place: { path: () => `/product/paspoort`, fields: { plaats: "3811" } },
  begin: { path: () => "/beginnen/melding-openbare-ruimte", fields: { vraag: QUESTION } },
  what: { path: (here) => `${here.draft}/wat`, fields: { gevaar: "nee", soort: "afval", omschrijving: "Een band.\nEn glas." } },
  where: {
    path: (here) => `${here.draft}/waar`,
    fields: { postcode: "3811 CJ", huisnummer: "1", straat: "Molenlaan", gemeente: "Amersfoort" },
  },
  contact: {
    path: (here) => `${here.draft}/contact`,
    fields: { naam: "Sanne de Wit", email: "sanne@voorbeeld.nl", telefoon: "06 12345678" },
  },
  code: { path: () => "/volgen", fields: { code: UNKNOWN_CODE } },
  invitation: { path: () => "/uitnodiging", fields: { code: UNKNOWN_CODE } },
  message: { path: (here) => `${here.report.follow}/bericht`, fields: { bericht: "Er ligt ook glas." } },
  opinion: { path: (here) => `${here.report.follow}/oordeel`, fields: { oordeel: "gaat" } },
  reply: { path: (here) => `${here.asked.follow}/bericht`, fields: { bericht: "Dank u wel." } },
  ask: {
    path: () => "/vraag",
    fields: { id: "", bericht: "Waar is het loket?", plaats: "3811", email: "sanne@voorbeeld.nl", product: PRODUCT, stap: "" },
  },
};
const valid = (form) => ({ ...form.fields, ...("id" in form.fields && { id: randomUUID() }) });

/** What people, machines and villains put in a field; `raw` is already encoded. */
const VALUES = {
  nothing: "",
  blanks: " \t \r\n ",
  long: "lang ".repeat(1_800),
  "too long": "x".repeat(70_000),
  "control characters": "a\u0000b\u0007c\u001b[31md",
  "a line end": "a\r\nSet-Cookie: b=c",
  "marks that turn text around": "naam\u202Egpj.exe\u200F",
  "bytes that are no text": { raw: "%FF%FE%C3%28%80" },
  "half a percent sequence": { raw: "%zz%4%" },
  "a script": `"><script>alert(1)</script>`,
  "a piece of SQL": "' OR '1'='1'; DROP TABLE zaak; --",
  "a piece of a template": "{{ 7 * 7 }}${7*7}",
  "a path": "../../../../etc/passwd",
  "a number below zero": "-1",
  "a number without end": "9".repeat(60),
  "no number": "NaN",
  "pictures as letters": "🏚️👩🏽‍🦽 e\u0301\u0301\u0301",
};
const encode = (fields, name, value) =>
  Object.entries(fields)
    .map(([field, text]) =>
      field === name && value.raw ? `${field}=${value.raw}` : new URLSearchParams({ [field]: field === name ? value : text }).toString(),
    )
    .join("&");

describe("What is typed", { timeout: 170_000 }, () => {
  let sanne, here;
  before(async () => {
    sanne = new Visitor();
    here = { draft: await sanne.begins(), report: await sanne.sendsReport(), asked: await sanne.asksPerson() };
  });

  for (const [name, form] of Object.entries(FORMS)) {
    test(`whatever stands in a field of “${name}”, there is a page and no error of ours`, () =>
      every(each(LANGUAGES, Object.keys(form.fields), Object.keys(VALUES)), async ([language, field, value]) => {
        const body = encode(valid(form), field, VALUES[value]);
        const answer = await sanne.send("POST", at(language, form.path(here)), { body });
        isPage(answer, language, `${language} ${field}: ${value}`);
      }));
  }

  test("a form with nothing in it at all gets a page", () =>
    every(each(LANGUAGES, Object.values(FORMS)), async ([language, form]) => {
      isPage(await sanne.send("POST", at(language, form.path(here)), { body: "" }), language, form.path(here));
      isPage(await sanne.send("POST", at(language, form.path(here)), { body: "&&=&%&=x&a=b=c&".repeat(50) }), language, form.path(here));
      isPage(await sanne.send("POST", at(language, form.path(here))), language, form.path(here));
    }));

  test("a field that comes a thousand times gets a page", () =>
    every(each(LANGUAGES, Object.values(FORMS)), async ([language, form]) => {
      const body = Array(1_000)
        .fill(new URLSearchParams(valid(form)).toString())
        .join("&")
        .slice(0, 60_000);
      isPage(await sanne.send("POST", at(language, form.path(here)), { body }), language, form.path(here));
    }));

  test("what can not be shown is refused, at the field", () => {
    const texts = [
      ["what", "omschrijving"],
      ["where", "straat"],
      ["where", "huisnummer"],
      ["where", "postcode"],
      ["where", "gemeente"],
      ["contact", "naam"],
      ["contact", "email"],
      ["contact", "telefoon"],
      ["message", "bericht"],
      ["reply", "bericht"],
      ["ask", "bericht"],
      ["ask", "plaats"],
      ["ask", "email"],
    ];
    return every(each(texts, ["control characters", "marks that turn text around"]), async ([[name, field], value]) => {
      const form = FORMS[name];
      const answer = await sanne.post(form.path(here), { ...valid(form), [field]: VALUES[value] });
      assert.equal(answer.status, 422, `${name} ${field}: ${value}`);
      assert.match(answer.html, new RegExp(`id="${field}-fout"`), `${name} ${field}: no message at the field`);
      assert.match(answer.html, new RegExp(`href="#${field}"`), `${name} ${field}: no link to the field`);
    });
  });

  test("what was typed is still there when a page is shown again, in every field", () => {
    const wrong = [
      ["what", "soort", "zeppelin"],
      ["what", "gevaar", "misschien"],
      ["what", "omschrijving", "x".repeat(1_500)],
      ["where", "postcode", "38 nog iets"],
      ["where", "gemeente", "Verzonnendorp"],
      ["where", "straat", "x".repeat(399)],
      ["contact", "email", "geen adres"],
      ["contact", "email", `${"x".repeat(390)}@b.nl`],
      ["contact", "telefoon", "bel me"],
      ["contact", "naam", "x".repeat(399)],
      ["code", "code", "dit zijn geen acht woorden"],
      ["code", "code", "woord ".repeat(60)],
      ["invitation", "code", "dit zijn geen acht woorden"],
      ["message", "bericht", "x ".repeat(5_000)],
      ["reply", "bericht", "x ".repeat(5_000)],
      ["ask", "plaats", "Verzonnendorp"],
      ["ask", "plaats", "x".repeat(399)],
      ["ask", "email", "geen adres"],
      ["ask", "email", `${"x".repeat(390)}@b.nl`],
      ["ask", "bericht", "x ".repeat(5_000)],
      ["place", "plaats", "x".repeat(399)],
      ["question", "plaats", "x".repeat(399)],
    ];
    return every(wrong, async ([name, field, value]) => {
      const form = FORMS[name];
      const typed = { ...valid(form), [field]: value };
      const answer = await sanne.post(form.path(here), typed);
      assert.ok(answer.status === 422 || name === "question", `${name} ${field}: ${answer.status}`);
      for (const [other, text] of Object.entries(typed)) {
        if (["id", "product", "stap", "vraag"].includes(other)) continue;
        // A choice that does not exist can not be shown as chosen.
        if (other === field && ["soort", "gevaar"].includes(field)) continue;
        const kept = filled(answer.html, other)?.replaceAll("\r\n", "\n");
        assert.equal(kept?.length, text.length, `${name}, wrong ${field}: ${other} is “${kept?.slice(0, 40)}”`);
        assert.equal(kept, text);
      }
      if (name === "ask") assert.ok(answer.html.includes(`name="product" value="${PRODUCT}"`), "the product is lost");
    });
  });

  test("a wrong page keeps what was right, and what was wrong, for later", async () => {
    const draft = await sanne.begins();
    await sanne.post(`${draft}/wat`, { gevaar: "nee", soort: "zeppelin", omschrijving: "Een band.\nEn glas." });
    const later = await sanne.get(`${draft}/wat`);
    assert.equal(filled(later.html, "gevaar"), "nee");
    assert.equal(filled(later.html, "omschrijving").replaceAll("\r\n", "\n"), "Een band.\nEn glas.");
    await sanne.post(`${draft}/waar`, { postcode: "38 nog iets", straat: "Molenlaan", huisnummer: "", gemeente: "" });
    assert.equal(filled((await sanne.get(`${draft}/waar`)).html, "postcode"), "38 nog iets");
  });

  test("a form that is not complete is not sent, and says what is missing", () =>
    every(LANGUAGES, async (language) => {
      const draft = await sanne.begins(language);
      const answer = await sanne.post(at(language, `${draft}/versturen`));
      isPage(answer, language, "incomplete");
      assert.equal(answer.status, 422);
      assert.ok(plain(answer.html).includes(say(language, "check-not-complete")));
      assert.equal((await sanne.get(at(language, draft.replace("/formulier/", "/bewijs/")))).status, 404);
    }));

  test("a number that may be a BSN is masked wherever it is typed, and stands nowhere afterwards", async () => {
    const spellings = [BSN, "111 222 333", "1112.22.333", "111-222-333", "111\u00a0222\u00a0333"];
    const text = spellings.map((number) => `nummer ${number} einde`).join("\n");
    const pages = [];
    const keep = async (answer) => {
      pages.push((await answer).html);
      return answer;
    };
    await keep(sanne.post("/antwoord", { vraag: `paspoort ${BSN} kwijt`, plaats: "3811" }));
    const begun = await sanne.post("/beginnen/melding-openbare-ruimte", { vraag: text });
    await keep(sanne.get(begun.location));
    const draft = await sanne.begins();
    await keep(sanne.post(`${draft}/wat`, { gevaar: "nee", soort: "zeppelin", omschrijving: text }));
    await keep(sanne.post(`${draft}/waar`, { straat: `Molenlaan ${BSN}`, gemeente: BSN }));
    await keep(sanne.post(`${draft}/waar`, { straat: `Molenlaan ${BSN}`, gemeente: "Amersfoort" }));
    await keep(sanne.post(`${draft}/contact`, { naam: `Sanne ${BSN}`, email: `${BSN}@@voorbeeld.nl` }));
    await sanne.post(`${draft}/wat`, { gevaar: "nee", soort: "afval", omschrijving: text });
    await sanne.post(`${draft}/contact`, { naam: `Sanne ${BSN}` });
    await keep(sanne.get(`${draft}/wat`));
    await keep(sanne.get(`${draft}/controle`));
    const { location } = await sanne.post(`${draft}/versturen`);
    const receipt = await keep(sanne.get(location));
    const follow = `/volgen/${code((await receipt).html)}`;
    await sanne.post(`${follow}/bericht`, { bericht: text });
    await keep(sanne.get(follow));
    await keep(sanne.post("/vraag", { id: randomUUID(), bericht: text, plaats: BSN }));
    const asked = await sanne.asksPerson(text);
    await keep(sanne.get(asked.receipt));
    await sanne.post(`${asked.follow}/bericht`, { bericht: text });
    await keep(sanne.get(asked.follow));
    for (const [number, html] of pages.entries()) {
      for (const spelling of spellings)
        assert.ok(
          !plain(html).includes(spelling),
          `page ${number} shows ${spelling}:\n${plain(html)
            .split("\n")
            .find((line) => line.includes(spelling))}`,
        );
    }
    assert.ok(
      pages.some((html) => html.includes("•••")),
      "masked text says that something was there",
    );
    assert.ok(!doors.log().includes(BSN), "the log holds it");
    for (const file of files(doors.data)) assert.ok(!readFileSync(file).includes(BSN), `${file} holds it`);
  });

  test("what people write stands in no log and lies unsealed on no disk", async () => {
    const secret = "Onder de kastanje staat een kinderfiets";
    const { follow } = await sanne.sendsReport(secret);
    await sanne.post(`${follow}/bericht`, { bericht: secret });
    await sanne.post("/antwoord", { vraag: secret });
    const asked = await sanne.asksPerson(secret);
    for (const text of [secret, follow.slice(8), asked.follow.slice(8)]) {
      assert.ok(!doors.log().includes(text), "the log holds it");
      for (const file of files(doors.data)) assert.ok(!readFileSync(file).includes(text), `${file} holds it`);
    }
  });
});

describe("What is sent", { timeout: 170_000 }, () => {
  let sanne, here;
  const posts = ROUTES.filter((route) => route.method === "POST").map((route) => route.path);
  const real = (path) =>
    path
      .replace("/product/{product}", "/product/paspoort")
      .replace("{service}", "melding-openbare-ruimte")
      .replace("/formulier/{id}/{page}", "/formulier/{id}/wat")
      .replace("/formulier/{id}", here.draft)
      .replace("/bewijs/{id}", here.report.receipt)
      .replace("/vraag/{id}", here.asked.receipt)
      .replace("/volgen/{code}", here.report.follow)
      .replace("/fonts/{file}", "/fonts/source-sans-pro-latin-400-normal.woff2")
      .replace("{topic}", "verhuizen")
      .replace(/\{\w+\}/g, () => randomUUID());
  before(async () => {
    sanne = new Visitor();
    here = { draft: await sanne.begins(), report: await sanne.sendsReport(), asked: await sanne.asksPerson() };
  });

  test("the list of addresses was read", () => assert.ok(ROUTES.length > 20 && posts.length > 8, JSON.stringify(ROUTES)));

  test("ten megabytes in a form get a page that says it is too large", () => {
    const body = `bericht=${"x".repeat(10 * 1024 * 1024)}`;
    const takesFields = posts.filter((path) => !/versturen|intrekken|uitloggen|weg|taak|nummer|sluiten|stoppen|publiceren|uitnodiging\//.test(path));
    return every(each(LANGUAGES, takesFields), async ([language, path]) => {
      const answer = await sanne.send("POST", at(language, real(path)), { body });
      isPage(answer, language, path);
      assert.equal(answer.status, 413, path);
    });
  });

  test("a body of the wrong kind gets a page", () => {
    const kinds = [
      "application/json",
      "text/plain",
      "multipart/form-data",
      "multipart/form-data; boundary=x",
      "application/octet-stream",
      "x",
      "",
    ];
    const safe = posts.filter((path) => !/intrekken/.test(path));
    return every(each(LANGUAGES, safe, kinds), async ([language, path, type]) => {
      isPage(
        await sanne.send("POST", at(language, real(path)), { body: '{"vraag":"x"}', type }),
        language,
        `${language} ${path} as ${type}`,
      );
    });
  });

  test("a form on another site is refused, in the language of the page, and changes nothing", async () => {
    const from = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://kwaad.example" },
      { origin: "null" },
    ];
    await every(each(LANGUAGES, posts, from), async ([language, path, headers]) => {
      const answer = await sanne.send("POST", at(language, real(path)), { body: "vraag=x", headers });
      isPage(answer, language, path);
      assert.equal(answer.status, 403, `${path} from ${JSON.stringify(headers)}`);
    });
    assert.ok(
      !(await sanne.get(here.report.follow)).html.includes(say("nl", "zaak-over", { result: "" }).trim()),
      "the report was withdrawn from another site",
    );
  });

  test("a method that an address does not have gets a page", () => {
    const paths = [...new Set(ROUTES.map((route) => route.path))].filter((path) => !path.includes("."));
    return every(each(LANGUAGES, paths, ["GET", "POST", "PUT", "DELETE", "PATCH"]), async ([language, path, method]) => {
      if (ROUTES.some((route) => route.path === path && route.method === method)) return;
      const told = `${method} ${at(language, path)}`;
      const answer = await sanne.send(method, at(language, real(path)), { body: method === "GET" ? undefined : "a=b" });
      isPage(answer, language, told);
      assert.ok([404, 405].includes(answer.status), `${told}: ${answer.status}`);
      if (answer.status === 405) assert.ok(answer.headers.get("allow"), `${told}: says not which methods there are`);
    });
  });

  test("an address that is not there gets a page in its language", () => {
    const uuid = randomUUID();
    const paths = [
      "/bestaat-niet",
      "/bestaat/ook/niet",
      "/product/bestaat-niet",
      "/onderwerpen/bestaat-niet",
      "/formulier/geen-nummer/wat",
      `/formulier/${uuid}/wat`,
      `/formulier/${uuid}/controle`,
      `${here.draft}/bestaat-niet`,
      "/bewijs/geen-nummer",
      `/bewijs/${uuid}`,
      `/bewijs/${uuid}/pdf`,
      "/volgen/geen-code",
      `/volgen/${UNKNOWN_CODE}`,
      `/volgen/${UNKNOWN_CODE}/pdf`,
      `${here.report.follow}/foto/geen-nummer`,
      `${here.report.follow}/foto/${uuid}`,
      "/vraag/geen-nummer",
      `/vraag/${uuid}`,
      "/product/%FF%FE",
      "/product/%00",
      "/volgen/%FF",
      "/onderwerpen/%C3%28",
      "/formulier/%FF/wat",
      `${here.draft}/%FF`,
      "/%2e%2e%2fetc%2fpasswd",
      "/product/..%2f..%2fdemo.toml",
      `/${"x".repeat(5_000)}`,
      "/index.php",
      "/.git/config",
      "/wp-login.php",
    ];
    return every(each(LANGUAGES, paths), async ([language, path]) => {
      const answer = await sanne.get(at(language, path));
      isPage(answer, language, at(language, path).slice(0, 80));
      assert.equal(answer.status, 404, at(language, path).slice(0, 80));
    });
  });

  test("an address with a slash too many leads to the page all the same", () =>
    every(["/en/", "/producten/", "/en/producten/"], async (path) => {
      let answer = await sanne.get(path);
      if (answer.status >= 300 && answer.status < 400) answer = await sanne.get(answer.location);
      assert.equal(answer.status, 200, path);
    }));

  test("odd questions after an address do no harm", () =>
    every(
      each(LANGUAGES, [
        "/vraag?product=%FF",
        "/vraag?product=bestaat-niet",
        "/vraag?product=a&product=b",
        "/vraag?bij=bestaat-niet",
        "/vraag?bij=ws0662",
        `${here.draft}/wat?wijzig=%FF`,
        `${here.draft}/wat?%`,
        "/volgen?code=<script>alert(1)</script>",
        "/producten?letter=%00",
        `/vraag?${"a=b&".repeat(2_000)}`,
      ]),
      async ([language, path]) => {
        const answer = await sanne.get(at(language, path));
        isPage(answer, language, path.slice(0, 80));
        assert.equal(answer.status, 200, path.slice(0, 80));
      },
    ));

  test("a form sent to something that is not there gets a page", () => {
    const uuid = randomUUID();
    const paths = [
      "/product/bestaat-niet",
      "/beginnen/bestaat-niet",
      `/formulier/${uuid}/wat`,
      "/formulier/geen-nummer/wat",
      `${here.draft}/bestaat-niet`,
      `/volgen/${UNKNOWN_CODE}/bericht`,
      `/volgen/${UNKNOWN_CODE}/intrekken`,
      "/volgen/geen-code/oordeel",
      `${here.asked.follow}/intrekken`,
      `${here.asked.follow}/oordeel`,
    ];
    return every(each(LANGUAGES, paths), async ([language, path]) => {
      isPage(await sanne.post(at(language, path), { a: "b", oordeel: "gaat" }), language, path);
    });
  });

  test("a code that opens nothing says so, and a code with a slip of the finger as well", () =>
    every(
      each(LANGUAGES, [UNKNOWN_CODE, UNKNOWN_CODE.replaceAll("-", " "), "babab", "x", "<b>", "1234567890"]),
      async ([language, typed]) => {
        let answer = await sanne.post(at(language, "/volgen"), { code: typed });
        isPage(answer, language, typed);
        if (answer.status === 303) answer = await sanne.get(answer.location);
        isPage(answer, language, typed);
        assert.ok([404, 422].includes(answer.status), `${typed}: ${answer.status}`);
      },
    ));

  test("a well-formed code that opens nothing leaves what was typed in the field, to look for the slip", async () => {
    let answer = await sanne.post("/volgen", { code: UNKNOWN_CODE });
    if (answer.status === 303) answer = await sanne.get(answer.location);
    assert.equal(filled(answer.html, "code"), UNKNOWN_CODE);
  });

  test("what is of one browser does not exist for another", async () => {
    const other = new Visitor();
    await other.begins();
    const nobody = new Visitor();
    const forged = new Visitor();
    forged.cookies.set([...sanne.cookies.keys()][0], "onzin%00;;=");
    const paths = ["wat", "waar", "foto", "contact", "controle", "gevaar", "elders"].map((page) => `${here.draft}/${page}`);
    const owned = [...paths, here.report.receipt, `${here.report.receipt}/pdf`, here.asked.receipt];
    await every(each(LANGUAGES, owned, [other, nobody, forged]), async ([language, path, who]) => {
      const answer = await who.get(at(language, path));
      isPage(answer, language, path);
      assert.equal(answer.status, 404, path);
    });
    await every(
      each([`${here.draft}/wat`, `${here.draft}/versturen`, `${here.draft}/foto`], [other, nobody, forged]),
      async ([path, who]) => {
        let answer = path.endsWith("/foto")
          ? await who.upload(path, PHOTO)
          : await who.post(path, { gevaar: "nee", soort: "groen", omschrijving: "Van een ander" });
        if (answer.status === 303) answer = await who.get(answer.location);
        isPage(answer, "nl", path);
        assert.equal(answer.status, 404, path);
      },
    );
    assert.ok(!(await sanne.get(`${here.draft}/wat`)).html.includes("Van een ander"));
  });

  test("a report that was withdrawn takes nothing more, and says so on a page", () =>
    every(LANGUAGES, async (language) => {
      const { follow } = await sanne.sendsReport();
      assert.equal((await sanne.post(at(language, `${follow}/intrekken`))).status, 303);
      for (const [path, fields] of [
        ["bericht", { bericht: "Toch nog iets" }],
        ["intrekken", {}],
      ]) {
        const answer = await sanne.post(at(language, `${follow}/${path}`), fields);
        isPage(answer, language, path);
        assert.ok(answer.status < 400 || answer.status === 409, `${path}: ${answer.status}`);
      }
      const paper = await sanne.upload(at(language, `${follow}/bericht`), PHOTO, { field: "document" });
      isPage(paper, language, "a paper");
      assert.equal(paper.status, 409);
      const page = (await sanne.get(follow)).html;
      assert.ok(!page.includes("Toch nog iets") && !page.includes("/foto/"));
    }));
});

describe("What is sent as a photo", { timeout: 60_000 }, () => {
  let sanne;
  before(() => {
    sanne = new Visitor();
  });

  const NO_PHOTO = {
    "a letter": ["Dit is geen foto.", "fault-photo-kind"],
    "a page": ["<!doctype html><script>alert(1)</script>", "fault-photo-kind"],
    "a drawing with a script": ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "fault-photo-kind"],
    "a PDF": ["%PDF-1.7\n", "fault-photo-kind"],
    "the beginning of a photo": [PHOTO.subarray(0, 30), "fault-photo-"],
    "a photo of eleven megabytes": [
      Buffer.concat([PHOTO.subarray(0, -2), Buffer.alloc(11_000_000, 1), PHOTO.subarray(-2)]),
      "fault-photo-too-large",
    ],
    "a photo of thirty megabytes": [Buffer.concat([PHOTO.subarray(0, -2), Buffer.alloc(30_000_000, 1), PHOTO.subarray(-2)]), undefined],
  };

  for (const [name, [bytes, fault]] of Object.entries(NO_PHOTO)) {
    test(`${name} is refused, on the page of the photo, and nothing else is lost`, () =>
      every(LANGUAGES, async (language) => {
        const draft = await sanne.begins(language);
        await sanne.fillsIn(draft);
        await sanne.upload(`${draft}/foto`, PHOTO);
        const answer = await sanne.upload(at(language, `${draft}/foto`), bytes);
        isPage(answer, language, name);
        assert.ok([413, 422].includes(answer.status), `${answer.status}`);
        const photos = await sanne.get(`${draft}/foto`);
        assert.ok(photos.html.includes(say("nl", "photo-name", { number: 1 })), "the first photo is gone");
        assert.ok((await sanne.get(`${draft}/controle`)).html.includes(QUESTION), "the answers are gone");
        if (!fault) return;
        if (fault.endsWith("-")) assert.equal(answer.status, 422);
        else
          assert.ok(plain(answer.html).includes(say(language, fault, { limit: 10 })), `says not: ${say(language, fault, { limit: 10 })}`);
        assert.ok(answer.html.includes('type="file"'), "one can not try again from here");
        assert.ok(answer.html.includes('href="#foto'), "no link to the field");
      }));
  }

  test("no file, an empty file, another field or odd names do no harm", () =>
    every(LANGUAGES, async (language) => {
      const draft = await sanne.begins(language);
      const address = at(language, `${draft}/foto`);
      isPage(await sanne.upload(address, ""), language, "an empty file");
      isPage(await sanne.upload(address, PHOTO, { field: "iets" }), language, "another field");
      isPage(await sanne.send("POST", address, { body: "--x--\r\n", type: "multipart/form-data; boundary=x" }), language, "no file");
      isPage(
        await sanne.send("POST", address, {
          body: '--x\r\nContent-Disposition: form-data; name="foto"; filename="a"\r\n\r\nhalf',
          type: "multipart/form-data; boundary=x",
        }),
        language,
        "half a form",
      );
      isPage(await sanne.upload(address, PHOTO, { name: "../../\u202Egpj.exe<script>" }), language, "an odd name");
      const page = await sanne.get(at(language, `${draft}/foto`));
      isPage(page, language, "the page of the photo");
      assert.ok(!page.html.includes("gpj.exe"));
    }));

  test("a fourth photo is refused on a page, and the three stay", async () => {
    const draft = await sanne.begins();
    for (let number = 0; number < 3; number++) assert.equal((await sanne.upload(`${draft}/foto`, PHOTO)).status, 303);
    isPage(await sanne.upload(`${draft}/foto`, PHOTO), "nl", "the fourth");
    const three = () => sanne.get(`${draft}/foto`).then(({ html }) => html.match(/name="bestand-weg" value="[^"]+/g));
    assert.equal((await three())?.length, 3);
    // One that is not there, of another, or no id at all: nothing is taken out.
    for (const id of [randomUUID(), "geen-nummer", ""]) isPage(await sanne.post(`${draft}/foto`, { "bestand-weg": id }), "nl", id);
    assert.equal((await three())?.length, 3);
    const [, id] = /value="([^"]+)/.exec((await three())[0]);
    for (const times of [1, 2]) assert.equal((await sanne.post(`${draft}/foto`, { "bestand-weg": id })).status, 303, `${times}`);
    assert.equal((await three())?.length, 2);
  });
});

describe("What is added to a report that runs", { timeout: 60_000 }, () => {
  let sanne;
  before(() => {
    sanne = new Visitor();
  });
  const MANY = Array.from({ length: 500 }, (_, number) => Buffer.concat([PHOTO, Buffer.from(`${number}`)]));
  const LARGE = Buffer.concat([PHOTO.subarray(0, -2), Buffer.alloc(6_000_000, 1), PHOTO.subarray(-2)]);
  /** What is sent, and what it says of it. */
  const WRONG = {
    "a letter": [["Dit is geen foto."], "fault-document-kind"],
    "a page": [["<!doctype html><script>alert(1)</script>"], "fault-document-kind"],
    "a good one and a bad one": [[PHOTO, "half"], "fault-document-kind"],
    "an empty file": [[""], "fault-document-kind"],
    "five hundred": [MANY, "fault-too-many-at-once"],
    "twelve megabytes": [[LARGE, LARGE], "fault-documents-too-large"],
  };

  const sends = (path, files, bericht = "") => {
    const form = new FormData();
    form.append("bericht", bericht);
    files.forEach((bytes, number) => form.append("document", new Blob([bytes]), `../../${number}\u202Egpj.exe`));
    return sanne.send("POST", path, { body: form, type: null });
  };

  for (const [name, [files, fault]] of Object.entries(WRONG)) {
    test(`${name}: refused at the field, what was typed stays, and nothing is kept`, () =>
      every(LANGUAGES, async (language) => {
        const { follow } = await sanne.sendsReport();
        const answer = await sends(at(language, `${follow}/bericht`), files, "Een band.\nEn glas.");
        isPage(answer, language, name);
        assert.equal(answer.status, 422);
        assert.ok(plain(answer.html).includes(say(language, fault, { limit: 10 })), `says not: ${say(language, fault, { limit: 10 })}`);
        assert.ok(answer.html.includes('href="#document"') && answer.html.includes('id="document-fout"'), "not at the field");
        assert.equal(filled(answer.html, "bericht")?.replaceAll("\r\n", "\n"), "Een band.\nEn glas.");
        const page = (await sanne.get(follow)).html;
        assert.ok(!page.includes("/foto/") && !page.includes("En glas."), "something was kept");
      }));
  }

  test("the same one twice at once is kept once, and never under the name it came with", async () => {
    const { follow } = await sanne.sendsReport();
    const answers = await Promise.all([1, 2, 3].map(() => sends(`${follow}/bericht`, [PHOTO])));
    assert.deepEqual(answers.map(({ status }) => status), [303, 303, 303]);
    const page = (await sanne.get(follow)).html;
    assert.equal(page.match(/<img /g)?.length, 1);
    assert.ok(!page.includes("gpj.exe"));
  });

  test("nothing at all, half a form or no form is told on a page", async () => {
    const { follow } = await sanne.sendsReport();
    const nothing = await sends(`${follow}/bericht`, []);
    assert.ok(nothing.status === 422 && nothing.html.includes('id="bericht-fout"'));
    for (const body of ["--x--\r\n", '--x\r\nContent-Disposition: form-data; name="document"; filename="a"\r\n\r\nhalf', "x"]) {
      const answer = await sanne.send("POST", `${follow}/bericht`, { body, type: "multipart/form-data; boundary=x" });
      isPage(answer, "nl", body);
      assert.equal(answer.status, 422, body);
    }
    const stranger = await sends(`/volgen/${UNKNOWN_CODE}/bericht`, [PHOTO]);
    assert.equal(stranger.status, 404);
  });
});

describe("Who sends very much", { timeout: 60_000 }, () => {
  test("waits a minute, and is told so on a page in the language of the address", async () => {
    const few = await open(undefined, { JUISTEDEUR_POSTS_PER_MINUTE: "3" });
    try {
      const ask = async (path) => {
        const answer = await fetch(few.url + path, { method: "POST", body: new URLSearchParams({ vraag: "paspoort" }) });
        return {
          status: answer.status,
          html: await answer.text(),
          type: answer.headers.get("content-type"),
          wait: answer.headers.get("retry-after"),
        };
      };
      for (let times = 0; times < 3; times++) assert.equal((await ask("/antwoord")).status, 200);
      for (const language of LANGUAGES) {
        const answer = await ask(at(language, "/antwoord"));
        isPage(answer, language, "the fourth");
        assert.deepEqual([answer.status, answer.wait], [429, "60"]);
      }
      assert.equal((await fetch(few.url)).status, 200, "reading is always possible");
    } finally {
      await few.stop();
    }
  });
});

function files(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}
