// The pages: plain HTML that needs no script, and one calm style.
import { LEVELS } from "./levels.mjs";

const MOST = 20;

const PLAIN = { name: "Inloggen", notice: "dit is geen echte inlogpagina" };

const NAMES = {
  "juistedeur-digid": { name: "DigiD", notice: "dit is niet het echte DigiD", who: "Kies wie u bent", search: "Naam of gemeente" },
  "juistedeur-eherkenning": { name: "eHerkenning", notice: "dit is niet het echte eHerkenning", who: "Kies namens wie u inlogt", search: "Naam, bedrijf of KVK-nummer" },
  "juistedeur-medewerkers": { ...PLAIN, name: "Inloggen voor medewerkers", who: "Kies wie u bent", search: "Naam, gemeente of rol" },
};

const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1d1d1f; font: 1.125rem/1.6 "Source Sans 3", system-ui, sans-serif; overflow-wrap: break-word; }
.merk { background: #ffe9a8; border-bottom: 1px solid #8a6d00; }
.merk p, main { max-width: 37.5rem; margin: 0 auto; padding: 0.5rem 1rem; }
main { padding-block: 2.5rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.25; margin: 0 0 1.5rem; text-wrap: balance; }
p { margin: 0 0 1rem; }
fieldset { border: 0; margin: 2rem 0 0; padding: 0; }
legend, label.veld { font-weight: 600; padding: 0; margin-bottom: 0.5rem; display: block; }
.keuze { display: flex; gap: 0.75rem; align-items: center; min-height: 2.75rem; }
.keuze input { inline-size: 1.25rem; block-size: 1.25rem; flex: none; margin: 0; accent-color: #1f5a45; }
.zoek { display: flex; gap: 0.5rem; flex-wrap: wrap; }
input[type="search"] { font: inherit; flex: 1 1 14rem; min-height: 2.75rem; padding: 0.4rem 0.75rem; border: 1px solid #595959; border-radius: 4px; }
button { font: inherit; min-height: 2.75rem; padding: 0.5rem 1rem; border: 1px solid #1f5a45; border-radius: 4px; background: #fff; color: #1f5a45; cursor: pointer; text-align: start; }
button:hover { background: #e3efe9; }
ul { list-style: none; margin: 0; padding: 0; }
li button { display: block; width: 100%; margin-bottom: 0.5rem; }
li span { display: block; color: #444; font-size: 1rem; }
:focus-visible { outline: 3px solid #000; box-shadow: 0 0 0 6px #ffdd33; outline-offset: 0; }
`;

const escape = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

function page({ name, notice }, title, body) {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>${escape(title)} – ${name} (voorbeeld)</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${STYLE}</style>
</head>
<body>
<header class="merk"><p><strong>Voorbeeld:</strong> ${notice}. De personen en bedrijven zijn testgegevens.</p></header>
<main>
<h1>${escape(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

const level = ([acr, label], chosen) =>
  `<label class="keuze"><input type="radio" name="niveau" value="${escape(acr)}"${acr === chosen ? " checked" : ""}> <span>${escape(label)}</span></label>`;

const choice = ({ number, name, detail }) =>
  `<li><button name="persoon" value="${number}">${escape(name)}<span>${escape(detail)}</span></button></li>`;

/** Which level stands ready: the one chosen before, else the lowest that was asked. */
function ready(client, chosen, asked) {
  const known = LEVELS[client].map(([acr]) => acr);
  return known.find((acr) => acr === chosen) ?? known.find((acr) => asked.includes(acr)) ?? known[0];
}

/** Where a person chooses who she is, and how sure that is. */
export function choicePage({ client, people, words, chosen, asked }) {
  const { who, search } = NAMES[client];
  const { shown, count } = people.search(client, words, MOST);
  const more = count > shown.length ? ` De eerste ${shown.length} staan hieronder; zoek om anderen te vinden.` : "";
  return page(NAMES[client], who, `<form method="post" autocomplete="off">
<label class="veld" for="zoek">${escape(search)}</label>
<div class="zoek"><input type="search" id="zoek" name="zoek" value="${escape(words)}" maxlength="100"> <button name="doe" value="zoek">Zoeken</button></div>
<fieldset>
<legend>Hoe u inlogt</legend>
${LEVELS[client].map((one) => level(one, ready(client, chosen, asked))).join("\n")}
</fieldset>
<fieldset>
<legend>Inloggen als</legend>
<p role="status">${count === 1 ? "1 gevonden." : `${count} gevonden.${more}`}</p>
<ul>
${shown.map(choice).join("\n")}
</ul>
</fieldset>
<p><button name="doe" value="annuleren">Annuleren en terug</button></p>
</form>`);
}

/** What went wrong, in the words of the protocol: whoever sees this builds or tests something. */
export function errorPage(ctx, out) {
  ctx.type = "html";
  const rows = Object.entries(out).map(([name, value]) => `<p><strong>${escape(name)}</strong>: ${escape(value)}</p>`);
  ctx.body = page(PLAIN, "Inloggen lukt nu niet", rows.join("\n"));
}

/** Asks whether to sign out here too; `form` is the library's own, with its secret. */
export function logoutPage(ctx, form) {
  ctx.body = page(PLAIN, "Uitloggen", `${form}
<p><button form="op.logoutForm" name="logout" value="yes">Ja, log uit</button></p>
<p><button form="op.logoutForm">Nee, blijf ingelogd</button></p>`);
}

/** Signed out, by somebody who came from nowhere. */
export function signedOutPage(ctx) {
  ctx.body = page(PLAIN, "U bent uitgelogd", "");
}

/** An address that leads nowhere any more. */
export function gonePage() {
  return page(PLAIN, "Deze pagina is verlopen", "<p>Begin opnieuw op de site waar u wilde inloggen.</p>");
}
