// The words of the product, from the same files as the pages, so that a better wording does not break a test.
import { readFileSync } from "node:fs";

const folder = new URL("../texts/", import.meta.url);

function read(language) {
  const words = new Map();
  let key;
  for (const line of readFileSync(new URL(`${language}.ftl`, folder), "utf8").split("\n")) {
    const begin = /^([a-z0-9-]+) =(.*)$/.exec(line);
    if (begin) words.set((key = begin[1]), begin[2].trim());
    else if (/^ +\S/.test(line) && key) words.set(key, `${words.get(key)}\n${line.trim()}`.trim());
    else if (line.trim()) key = undefined;
  }
  return words;
}

const all = { nl: read("nl"), en: read("en") };

/** The words of `key` in `language`, with `{ $name }` filled in. */
export function say(language, key, values = {}) {
  const words = all[language].get(key);
  if (words === undefined) throw new Error(`no words for ${key} in ${language}`);
  return words.replace(/\{ ?\$(\w+) ?\}/g, (_, name) => values[name] ?? "");
}

/** An address in `language`. */
export function at(language, path) {
  if (language === "nl") return path;
  return path === "/" ? "/en" : `/en${path}`;
}

/** What she types; most subjects have Dutch names, so she asks in Dutch, whatever language she reads. */
export const QUESTION = "er ligt al weken afval naast de container";

/** What the service `melding-openbare-ruimte` calls its pages. */
export const service = {
  nl: {
    title: "Melden dat er buiten iets kapot, vies of gevaarlijk is",
    pages: { wat: "Wat is er aan de hand?", waar: "Waar is het?", foto: "Heeft u een foto?", contact: "Wilt u een bericht van ons?" },
    afval: "Afval op straat of een volle container",
    anders: "Iets anders",
  },
  en: {
    title: "Report something broken, dirty or dangerous outdoors",
    pages: { wat: "What is wrong?", waar: "Where is it?", foto: "Do you have a photo?", contact: "Would you like to hear from us?" },
    afval: "Rubbish in the street or a full container",
    anders: "Something else",
  },
};
