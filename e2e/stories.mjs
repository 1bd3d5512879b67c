// How stories are told: the product and a browser stand ready before, and whoever comes leaves at the end, however it ends.
import { after, before, test } from "node:test";
import { startBrowser } from "./world.mjs";

/** Opens the doors before the stories of this suite and closes them after; the scene holds `doors` and `browser`. */
export function stage(opens) {
  const scene = {};
  before(async () => {
    [scene.doors, scene.browser] = await Promise.all([opens(), startBrowser()]);
  });
  after(async () => {
    await scene.browser?.close();
    await scene.doors?.stop();
  });
  return scene;
}

/** Someone of this kind, for as long as `tell` takes. */
export async function meanwhile(scene, kind, how, tell) {
  const person = await kind.comes(scene.browser, scene.doors, how);
  try {
    return await tell(person);
  } finally {
    await person.leaves();
  }
}

/** Stories about one person of this kind. */
export const storiesOf = (scene, kind) => (name, how, tell) =>
  test(name, { timeout: 120_000 }, () => meanwhile(scene, kind, how, tell));

/** One story in every language with and without JavaScript, with the keyboard only, and on a phone. */
export function everyWay(story, name, how, tell) {
  for (const language of ["nl", "en"]) {
    for (const javaScript of [true, false]) {
      const way = `in ${language === "nl" ? "Dutch" : "English"}, ${javaScript ? "with" : "without"} JavaScript`;
      story(`${name} ${way}`, { ...how, language, javaScript }, tell);
    }
  }
  story(`${name} with the keyboard only`, { ...how, keyboard: true }, tell);
  story(`${name} on a phone`, { ...how, width: 390 }, tell);
}
