// Makes the style sheets, fonts and the one script that the program carries: css/ and js/ → dist/.
// The theme defines thousands of design tokens; only those that a rule can reach are kept.
import { build, transform } from "esbuild";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";

/** Most bytes, packed: a page must stay light on a slow line. */
const MOST = { "app.css": 25 * 1024, "map.css": 6 * 1024, "map.js": 48 * 1024 };
const FONT = "node_modules/@fontsource/source-sans-pro/files";
const FONT_FILES = ["source-sans-pro-latin-400-normal.woff2", "source-sans-pro-latin-700-normal.woff2"];
// Receipts on paper need whole TrueType fonts.
const PAPER_FONTS = [["400Regular/SourceSans3_400Regular.ttf", "regular.ttf"], ["700Bold/SourceSans3_700Bold.ttf", "bold.ttf"]];
// What older phones still run; esbuild writes CSS that these understand.
const BROWSERS = ["chrome100", "edge100", "firefox100", "safari15"];

process.chdir(fileURLToPath(new URL(".", import.meta.url)));

const mapCss = await bundled("css/map.css");
const { code: css } = await transform(withoutUnusedTokens(await bundled("css/app.css"), [mapCss]), {
  loader: "css",
  minify: true,
  target: BROWSERS,
  footer: "/* With components and theme of NL Design System, EUPL-1.2; see third-party.txt */",
});

mkdirSync("dist/fonts", { recursive: true });
for (const old of readdirSync("dist/fonts")) rmSync(`dist/fonts/${old}`);
for (const file of FONT_FILES) copyFileSync(`${FONT}/${file}`, `dist/fonts/${file}`);
mkdirSync("dist/pdf-fonts", { recursive: true });
for (const [from, to] of PAPER_FONTS) copyFileSync(`node_modules/@expo-google-fonts/source-sans-3/${from}`, `dist/pdf-fonts/${to}`);
writeFileSync("dist/third-party.txt", notices());
const licence = "/* With Leaflet, BSD-2-Clause; see third-party.txt */\n";
keep("app.css", css);
keep("map.css", licence + mapCss);
keep("map.js", licence + (await bundled("js/map.mjs")));

/** A file with everything it imports, minified. */
async function bundled(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    legalComments: "none",
    target: BROWSERS,
    // Pictures of Leaflet are for parts that we do not use.
    external: ["/static/*", "*.png"],
  });
  return outputFiles[0].text;
}

/** Writes a file as it is and packed. */
function keep(name, text) {
  const gz = gzipSync(text, { level: 9 });
  writeFileSync(`dist/${name}`, text);
  writeFileSync(`dist/${name}.gz`, gz);
  console.log(`${name} ${text.length} bytes, ${name}.gz ${gz.length} bytes (at most ${MOST[name]})`);
  if (gz.length > MOST[name]) throw new Error(`${name}.gz is too large: a page must stay light on a slow line`);
}

/** Drops each custom property that no rule reaches, in this text or in `others`, directly or through another custom property. */
function withoutUnusedTokens(text, others) {
  const { pieces, tokens } = scan(text);
  const names = (value) => value.match(/(?<=var\(\s*)--[\w-]+/g) ?? [];
  const reached = new Set();
  const queue = [...others, ...pieces.filter((piece) => typeof piece === "string")].flatMap(names);
  while (queue.length > 0) {
    const name = queue.pop();
    if (reached.has(name)) continue;
    reached.add(name);
    queue.push(...(tokens.get(name) ?? []).flatMap(names));
  }
  return pieces.map((piece) => (typeof piece === "string" ? piece : reached.has(piece.name) ? `${piece.name}:${piece.value};` : "")).join("");
}

/** Splits minified CSS into custom properties and everything else. */
function scan(text) {
  const pieces = [];
  const tokens = new Map();
  let from = 0;
  for (const found of text.matchAll(/(?<=[{;])(--[\w-]+):/g)) {
    if (found.index < from) continue;
    const name = found[1];
    const start = found.index + found[0].length;
    const end = endOfValue(text, start);
    const value = text.slice(start, end);
    pieces.push(text.slice(from, found.index), { name, value });
    tokens.set(name, [...(tokens.get(name) ?? []), value]);
    from = text[end] === ";" ? end + 1 : end;
  }
  pieces.push(text.slice(from));
  return { pieces, tokens };
}

/** Where a value ends: at a semicolon or closing brace that is not inside quotes or brackets. */
function endOfValue(text, start) {
  let depth = 0;
  let quote = "";
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (char === "\\") at += 1;
    else if (quote) quote = char === quote ? "" : quote;
    else if (char === '"' || char === "'") quote = char;
    else if ("([{".includes(char)) depth += 1;
    else if (depth > 0 && ")]}".includes(char)) depth -= 1;
    else if (depth === 0 && ";}".includes(char)) return at;
  }
  return text.length;
}

/** Names, versions and licences of what the style sheets, fonts and script contain, as those licences ask. */
function notices() {
  const texts = new Map();
  const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const parts = Object.keys(devDependencies).filter((name) => name !== "esbuild");
  const lines = parts.map((name) => {
    const { version, license, author } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
    const file = ["LICENSE.md", "LICENSE"].map((f) => `node_modules/${name}/${f}`).find(existsSync);
    if (file) texts.set(readFileSync(file, "utf8").trim(), license);
    return `${name} ${version}, ${license}${author ? `, ${author.name ?? author}` : ""}`;
  });
  return [lines.join("\n"), ...texts.keys()].join("\n\n----\n\n") + "\n";
}
