// How stories are told: the product and a browser stand ready before, and whoever comes leaves at the end, however it ends.
import { after, before, test } from "node:test";
import { startBrowser } from "./world.mjs";

/** Opens the doors before the stories of this suite and closes them after; the scene holds `doors` and `browser`. */
export function stage(opens) {
  const scene = {};
  before(async () => {
    // What did start is closed when the other did not.
    const doors = opens().then((opened) => (scene.doors = opened));
    const browser = startBrowser().then((started) => (scene.browser = started));
    for (const end of await Promise.allSettled([doors, browser])) if (end.status === "rejected") throw end.reason;
  });
  after(async () => {
    await scene.browser?.close();
    await scene.doors?.stop();
  });
  return scene;
}

/** What goes wrong is told with what each of them looks at then, and what the product complained of. */
async function withWhatTheySee(error, people, doors) {
  const seen = people.map(async ({ page }) => {
    const words = await page.locator("body").innerText({ timeout: 2_000 }).catch((why) => `cannot be read: ${why.message}`);
    return `\n--- ${page.url()}\n${words}`;
  });
  const complaints = doors.log().split("\n").filter((line) => /WARN|ERROR/.test(line)).slice(-20);
  error.message = [error.message, ...(await Promise.all(seen)), ...complaints].join("\n");
  return error;
}

/** Tells a story about people who come in with `enter(kind, how)`, and leave at the end, however it ends. */
export async function together(scene, tell) {
  const people = [];
  const enter = async (kind, how) => {
    people.push(await kind.comes(scene.browser, scene.doors, how));
    return people.at(-1);
  };
  try {
    return await tell(enter);
  } catch (error) {
    throw await withWhatTheySee(error, people, scene.doors);
  } finally {
    await Promise.all(people.map((one) => one.leaves()));
  }
}

/** A story about one person of this kind. */
export const meanwhile = (scene, kind, how, tell) => together(scene, async (enter) => tell(await enter(kind, how)));

/** Stories about people of these kinds: `{ resident: Resident }` gives the story `resident(how)`. */
export const storiesWith = (scene, kinds) => (name, tell) =>
  test(name, { timeout: 240_000 }, () =>
    together(scene, (enter) => tell(Object.fromEntries(Object.entries(kinds).map(([as, kind]) => [as, (how) => enter(kind, how)])))),
  );

/** Stories about one person of this kind. */
export const storiesOf = (scene, kind) => (name, how, tell) =>
  test(name, { timeout: 120_000 }, () => meanwhile(scene, kind, how, tell));

/** Stories that have nothing to do with the database: told on SQLite only, where there are two. */
export const once = (database, story) => (database.server ? () => {} : story);

/** One story in both languages, with and without JavaScript, with the keyboard only, and on a phone: some of them on each database. */
export function everyWay(story, database, name, how, tell) {
  const ways = {
    "in Dutch, with JavaScript": { language: "nl" },
    "in English, without JavaScript": { language: "en", javaScript: false },
    "with the keyboard only": { keyboard: true },
    "in English, with JavaScript": { language: "en" },
    "on a phone": { width: 390 },
  };
  const all = Object.entries(ways);
  for (const [way, more] of database.server ? all.slice(3) : all.slice(0, 3)) story(`${name} ${way}`, { ...how, ...more }, tell);
}
