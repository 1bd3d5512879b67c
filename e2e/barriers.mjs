// What keeps a page from being for everyone; and how it looks, when SCREENSHOTS=1, in `screenshots/`.
import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
export const WIDTHS = [1280, 390];

/** On the page: the headings before which the next one of their kind, or the end, comes at once. */
function emptyHeadings() {
  const headings = [...document.querySelectorAll("main :is(h1, h2, h3)")];
  const stands = (heading, at) => {
    const below = document.createRange();
    below.setStartAfter(heading);
    const next = headings.slice(at + 1).find((other) => other.tagName <= heading.tagName);
    if (next) below.setEndBefore(next);
    else below.setEndAfter(document.querySelector("main").lastChild);
    return below.toString().trim() !== "" || below.cloneContents().querySelector("img, input, button");
  };
  return headings.filter((heading, at) => !stands(heading, at)).map((heading) => heading.textContent);
}

/** Nothing that axe finds, and no heading under which nothing stands. */
export async function noBarrier({ page }) {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode(true).analyze();
  const told = violations.map(
    (v) => `${v.id}: ${v.help}\n  ${v.nodes.map((node) => `${node.html}\n    ${node.failureSummary}`).join("\n  ")}`,
  );
  assert.equal(told.length, 0, `${page.url()}\n${told.join("\n")}`);
  assert.deepEqual(await page.evaluate(emptyHeadings), [], `${page.url()}: nothing stands under it`);
}

/** No sideways scrolling at this width. */
export async function fits({ page }, width) {
  const { wide, out } = await page.evaluate(() => {
    const most = document.documentElement.clientWidth;
    const all = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > most + 1);
    const told = all.slice(0, 3).map((element) => element.outerHTML.slice(0, 160));
    return { wide: document.documentElement.scrollWidth, out: told };
  });
  assert.ok(wide <= width, `the page is ${wide} px wide:\n${out.join("\n")}`);
}

/** A picture of the whole page, for people to look at. */
export async function picture({ page }, name) {
  if (process.env.SCREENSHOTS !== "1") return;
  const path = fileURLToPath(new URL(`screenshots/${name}.png`, import.meta.url));
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage: true });
}

/** No barrier, and no sideways scrolling at any width. The pages of `pages.test.mjs` meet axe at both. */
export async function forEveryone(person, name) {
  for (const width of WIDTHS) {
    await person.page.setViewportSize({ width, height: 900 });
    if (width === WIDTHS[1]) await noBarrier(person);
    await fits(person, width);
    await picture(person, `${width}/${name}`);
  }
  await person.page.setViewportSize({ width: WIDTHS[0], height: 900 });
}
