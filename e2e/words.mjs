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

/** What a service calls itself and its pages, from its definition. */
export function skeleton(name) {
  const text = readFileSync(new URL(`../services/${name}.toml`, import.meta.url), "utf8");
  const pages = [...text.matchAll(/^\[\[page\]\]\nid = "(.+)"\ntitle = \{ nl = "(.+)", en = "(.+)" \}/gm)];
  const of = (language, at) => {
    const part = text.split(`\n[${language}]\n`)[1];
    const one = (field) => new RegExp(`^${field} = "(.+)"`, "m").exec(part)[1];
    return { title: one("title"), noun: one("noun"), pages: Object.fromEntries(pages.map((page) => [page[1], page[at]])) };
  };
  return { nl: of("nl", 2), en: of("en", 3) };
}

/** The service `melding-openbare-ruimte`, and two of its answers. */
export const service = skeleton("melding-openbare-ruimte");
Object.assign(service.nl, { afval: "Afval op straat of een volle container", anders: "Iets anders" });
Object.assign(service.en, { afval: "Rubbish in the street or a full container", anders: "Something else" });

/** The service `verhuismelding`. */
export const moving = skeleton("verhuismelding");
