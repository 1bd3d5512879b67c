// Someone points out a place on the map, where a deployment has one; the form never needs it.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, describe, test } from "node:test";
import { crc32, deflateSync } from "node:zlib";
import { fits, noBarrier, picture } from "./barriers.mjs";
import { Person } from "./person.mjs";
import { meanwhile, stage, storiesOf } from "./stories.mjs";
import { open } from "./world.mjs";

const CENTRE = { lat: 52.155, lng: 5.3875 };
const ZOOM = 17;
const POINT = /\d{2}\.\d{5}, \d\.\d{5}/;
/** One dot of the map is this many degrees: 256 dots hold the whole world at zoom 0. */
const DEGREES_EAST = 360 / (256 * 2 ** ZOOM);
const DEGREES_NORTH = DEGREES_EAST * Math.cos((CENTRE.lat * Math.PI) / 180);

/** A picture of the map: a field with a line around it. */
function tile(shade) {
  const size = 256;
  const rows = Buffer.alloc(size * (size + 1), shade);
  for (let row = 0; row < size; row++) {
    rows[row * (size + 1)] = 0;
    rows[row * (size + 1) + 1] = 120;
    if (row === 0) rows.fill(120, 1, size + 1);
  }
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head[8] = 8;
  const start = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([start, chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

/** Whoever makes the map, somewhere else; remembers what was asked. */
async function startTiles() {
  const [light, lighter] = [tile(225), tile(240)];
  const asked = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url, headers: request.headers });
    const [, , x, y] = /^\/(\d+)\/(\d+)\/(\d+)\.png$/.exec(request.url) ?? [];
    if (!y) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": "image/png" }).end((Number(x) + Number(y)) % 2 ? light : lighter);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  // Another name than the one of the product: cookies go to a name, whatever the port.
  const origin = `http://localhost:${server.address().port}`;
  return { origin, asked, stop: () => new Promise((end) => server.close(end) && server.closeAllConnections()) };
}

describe("The map", { timeout: 300_000 }, () => {
  let tiles;
  const scene = stage(async () => {
    tiles = await startTiles();
    return open(undefined, {
      JUISTEDEUR_MAP__TILES: `${tiles.origin}/{z}/{x}/{y}.png`,
      JUISTEDEUR_MAP__ATTRIBUTION: "© de makers van deze test",
      JUISTEDEUR_MAP__CENTRE: `${CENTRE.lat.toFixed(5)}, ${CENTRE.lng.toFixed(5)}`,
      JUISTEDEUR_MAP__ZOOM: String(ZOOM),
    });
  });
  after(() => tiles?.stop());
  const tells = storiesOf(scene, Person);

  /** A story of a person at the question where it is; what her browser complains of makes it fail. */
  const story = (name, how, tell) =>
    tells(name, how, async (person) => {
      const complaints = [];
      person.page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
      person.page.on("pageerror", (error) => complaints.push(error.message));
      await person.begins();
      await person.tellsWhat();
      await person.isAt("waar");
      await tell(person);
      assert.deepEqual(complaints.filter((text) => !/status of 422/.test(text)), []);
    });

  for (const language of ["nl", "en"]) {
    story(`she clicks on the place, sees what she chose, and it stands on the receipt (${language})`, { language }, async (person) => {
      await opensMap(person);
      const clicked = await clicks(person, { right: 60, down: 40 });
      near(clicked, { lat: CENTRE.lat - 40 * DEGREES_NORTH, lng: CENTRE.lng + 60 * DEGREES_EAST });
      await person.reads(`${person.says("map-chosen")} ${clicked}`);
      await person.fills("gemeente", "Amersfoort");
      await person.continues();
      await person.isAt("foto");
      await person.continues();
      await person.continues();
      await person.reads(person.says("place-on-map", { point: clicked }));
      await person.sends();
      await person.reads(`Amersfoort\n${person.says("place-on-map", { point: clicked })}`);
    });
  }

  story("with nothing but the keyboard she moves the map, puts a pin in the middle, and takes it away", { keyboard: true }, async (person) => {
    const { page } = person;
    await person.hand.reach(page.locator("[data-map] summary"));
    await page.keyboard.press("Enter");
    await drawn(person);
    const map = page.getByRole("application", { name: person.says("map-name") });
    await person.hand.reach(map);
    assert.notEqual(await map.evaluate((element) => getComputedStyle(element).outlineStyle), "none");
    await page.keyboard.press("Enter");
    near(await chosen(person), CENTRE);
    for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"]) {
      await page.keyboard.press(key);
      await still(person);
    }
    await page.keyboard.press("Enter");
    near(await chosen(person), { lat: CENTRE.lat - 25 * DEGREES_NORTH, lng: CENTRE.lng + 50 * DEGREES_EAST });
    await person.hand.press(person.button("map-remove"));
    assert.equal(await hidden(person), "");
    assert.ok(await map.evaluate((element) => element === document.activeElement), "she does not lose her place");
    await person.hand.press(person.button("map-here"));
    const kept = await chosen(person);
    // No trap: Tab leads out of the map, back and forth.
    await person.hand.reach(page.locator("details:not([data-map]) summary").first());
    await page.keyboard.press("Shift+Tab");
    assert.ok(await page.evaluate(() => document.activeElement.closest(".jd-map")));
    await person.fills("postcode", "3811");
    await person.continues();
    await person.isAt("foto");
    await page.goBack();
    await drawn(person);
    assert.equal(await chosen(person), kept, "the map opens where she left it");
  });

  story("a point alone does not tell which municipality it is; it is asked, and the point is kept", {}, async (person) => {
    await opensMap(person);
    const clicked = await clicks(person, { right: -30, down: 10 });
    await person.continues();
    await person.reads(person.says("fault-gemeente-needed"));
    await drawn(person);
    assert.equal(await chosen(person), clicked);
  });

  story("who points from far away is brought nearer, and points again", {}, async (person) => {
    await opensMap(person);
    for (let times = 0; times < 4; times++) {
      await person.button("map-further").click();
      await still(person);
    }
    const far = await clicks(person, { right: 20, down: 20 });
    await still(person);
    near(await clicks(person, { right: 0, down: 0 }), toPoint(far), 3);
  });

  story("a point that is none of the map's is refused with a reason", {}, async (person) => {
    for (const punt of ["48.85837, 2.29448", "52.15612,5.38781", "52.15612, 5.38781<script>"]) {
      const form = { punt, gemeente: "Amersfoort", straat: "Stationsweg" };
      const answer = await person.page.context().request.post(person.page.url(), { form });
      const html = await answer.text();
      assert.equal(answer.status(), 422, punt);
      assert.ok(html.includes(person.says("fault-punt")) && html.includes('href="#punt"') && html.includes('id="punt"'), punt);
      assert.ok(!html.includes(`value="${punt.slice(0, 8)}`), "what is no point is not kept for the map");
    }
  });

  story("whoever makes the map hears nothing of a person who does not open it, and no more than a place of one who does", {}, async (person) => {
    tiles.asked.length = 0;
    await person.page.waitForLoadState("networkidle");
    assert.deepEqual(tiles.asked, []);
    await opensMap(person);
    assert.ok(tiles.asked.length > 0);
    for (const { path, headers } of tiles.asked) {
      assert.match(path, /^\/\d+\/\d+\/\d+\.png$/);
      assert.deepEqual([headers.referer, headers.cookie, headers.origin], [undefined, undefined, undefined]);
    }
  });

  story("a page with a map runs our script and shows these pictures, and nothing else", {}, async (person) => {
    const policy = async (path) => {
      const answer = await person.page.context().request.get(path);
      return Object.fromEntries(
        answer
          .headers()
          ["content-security-policy"].split("; ")
          .map((line) => [line.split(" ")[0], line.split(" ").slice(1).join(" ")]),
      );
    };
    const here = await policy(person.page.url());
    assert.equal(here["default-src"], "'none'");
    assert.equal(here["script-src"], "'self'");
    assert.equal(here["img-src"], `'self' ${tiles.origin}`);
    assert.equal(here["style-src"], "'self'");
    const elsewhere = await policy(person.page.url().replace(/waar$/, "wat"));
    assert.equal(elsewhere["script-src"], undefined);
    assert.equal(elsewhere["img-src"], "'self'");
    assert.deepEqual({ ...here, "script-src": undefined, "img-src": undefined }, { ...elsewhere, "script-src": undefined, "img-src": undefined });
    const inline = person.page.locator("script:not([src]), [onclick], [onload]");
    assert.equal(await inline.count(), 0);
  });

  for (const width of [1280, 390]) {
    story(`the page with the map is for everyone at ${width} px`, { width }, async (person) => {
      const { page } = person;
      await noBarrier(person);
      await opensMap(person);
      await clicks(person, { right: 40, down: -30 });
      await noBarrier(person);
      await fits(person, width);
      const small = await page.locator(".jd-map button:visible, [data-map] summary").evaluateAll((all) => {
        const boxes = all.map((element) => element.getBoundingClientRect());
        return boxes.filter(({ width, height }) => width < 44 || height < 44).length;
      });
      assert.equal(small, 0, "buttons large enough for a thumb");
      await picture(person, `${width}/kaart`);
    });
  }

  story("without JavaScript there is no map and the form works", { javaScript: false }, async (person) => {
    assert.equal(await person.page.locator("[data-map]").isVisible(), false);
    await noMap(person);
    await person.tellsWhere();
    await person.isAt("foto");
  });

  story("when the pictures do not come, the form works", {}, async (person) => {
    await person.page.route(`${tiles.origin}/**`, (route) => route.fulfill({ status: 200, contentType: "image/png", body: "" }));
    await person.page.locator("[data-map] summary").click();
    const clicked = await clicks(person, { right: 10, down: 10 });
    await person.fills("gemeente", "Amersfoort");
    await person.continues();
    await person.isAt("foto");
    assert.match(clicked, POINT);
  });

  test("without the setting there is no script, no map, and the policy stays as it was", { timeout: 60_000 }, async () => {
    const plain = await open();
    const tell = async (person) => {
      await person.begins();
      await person.tellsWhat();
      await person.isAt("waar");
      assert.equal(await person.page.locator("script, [data-map], [name=punt]").count(), 0);
      await noMap(person);
      const answer = await person.page.context().request.get(person.page.url());
      const policy = answer.headers()["content-security-policy"];
      assert.ok(!policy.includes("script-src") && policy.includes("img-src 'self';"), policy);
    };
    try {
      await meanwhile({ ...scene, doors: plain }, Person, {}, tell);
    } finally {
      await plain.stop();
    }
  });
});

async function noMap(person) {
  await person.readsNot(person.says("map-title"));
}

async function opensMap(person) {
  await person.page.locator("[data-map] summary").click();
  await drawn(person);
}

/** The map is there, with its pictures. */
async function drawn({ page }) {
  await page.locator(".leaflet-tile-loaded").first().waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll(".leaflet-tile")].every((tile) => tile.complete && tile.naturalWidth));
}

/** The map has come to rest. */
async function still({ page }) {
  const at = () => page.locator("[data-map-canvas]").evaluate((e) => e.querySelector(".leaflet-map-pane").style.transform + e.className);
  for (let last; last !== (last = await at()); ) await page.waitForTimeout(150);
  await page.waitForFunction(() => !document.querySelector(".leaflet-zoom-anim .leaflet-zoom-animated.leaflet-tile-container:empty"));
}

/** Clicks so many dots from the middle; gives what was chosen. */
async function clicks(person, { right, down }) {
  const canvas = person.page.locator("[data-map-canvas]");
  const { width, height } = await canvas.evaluate((element) => ({ width: element.clientWidth, height: element.clientHeight }));
  await canvas.click({ position: { x: width / 2 + right, y: height / 2 + down } });
  return chosen(person);
}

function hidden({ page }) {
  return page.locator('input[name="punt"]').inputValue();
}

/** The point in the form; it is what she sees. */
async function chosen(person) {
  const point = await hidden(person);
  assert.match(point, POINT);
  assert.equal(await person.page.locator("[data-map-point]").innerText(), point);
  return point;
}

function toPoint(text) {
  const [lat, lng] = text.split(", ").map(Number);
  return { lat, lng };
}

/** The same place, give or take some dots. */
function near(text, wanted, dots = 2) {
  const found = toPoint(text);
  const off = [(found.lat - wanted.lat) / DEGREES_NORTH, (found.lng - wanted.lng) / DEGREES_EAST];
  assert.ok(off.every((far) => Math.abs(far) <= dots), `${text} is ${off} dots away from ${wanted.lat}, ${wanted.lng}`);
}
