// Who can sign in: test persons, companies and staff, each with what the page shows and what the token will say.
import { readFileSync } from "node:fs";

const KVK = "urn:etoegang:1.9:EntityConcernedID:KvKnr";
const VESTIGING = "urn:etoegang:1.9:ServiceRestriction:Vestigingsnr";

/** JSON lines, or one JSON list. */
function rows(file) {
  const text = readFileSync(file, "utf8").trim();
  return text.startsWith("[") ? JSON.parse(text) : text.split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

/** Capitals and accents do not matter when one searches. */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function person({ burgerservicenummer, naam, geboorte, gemeenteVanInschrijving }, index) {
  const name = [naam.voornamen, naam.voorvoegsel, naam.geslachtsnaam].filter(Boolean).join(" ");
  const born = geboorte?.datum?.langFormaat;
  const detail = [born && `geboren ${born}`, gemeenteVanInschrijving?.omschrijving].filter(Boolean).join(", ");
  return {
    account: `burger-${index}`,
    name,
    detail,
    found: plain(`${name} ${detail} ${burgerservicenummer}`),
    claims: { bsn: burgerservicenummer },
  };
}

/** Everybody with a BSN who lives: nobody signs in for the dead. */
function citizens(file) {
  return rows(file).filter((row) => row.burgerservicenummer && !row.overlijden).map(person);
}

function representatives(file) {
  return rows(file).flatMap(({ kvkNummer, naam, personen }) =>
    personen.map((p) => ({
      account: p.pseudoniem,
      name: `${p.naam}, ${p.functie}`,
      detail: `${naam}, KVK ${kvkNummer}${p.vestigingsnummer ? `, vestiging ${p.vestigingsnummer}` : ""}`,
      found: plain(`${p.naam} ${naam} ${kvkNummer}`),
      claims: { name: p.naam, [KVK]: kvkNummer, ...(p.vestigingsnummer && { [VESTIGING]: p.vestigingsnummer }) },
    })),
  );
}

function staff(file) {
  return rows(file).map(({ organisatie, gemeente, medewerker, naam, rollen }) => ({
    account: medewerker,
    name: naam,
    detail: `${gemeente}, ${rollen.join(" en ")}`,
    found: plain(`${naam} ${gemeente} ${rollen.join(" ")}`),
    claims: { name: naam, organisatie, rollen },
  }));
}

/** Claims that a token may hold beside those of OpenID Connect itself. */
export const CLAIMS = ["bsn", "name", KVK, VESTIGING, "organisatie", "rollen"];

/** Everybody, by client, with ways to find one. */
export function people({ persons, companies, workers }) {
  const all = {
    "juistedeur-digid": citizens(persons),
    "juistedeur-eherkenning": representatives(companies),
    "juistedeur-medewerkers": staff(workers),
  };
  const byAccount = new Map(Object.values(all).flat().map((one) => [one.account, one]));
  return {
    /** The one that the page showed with this number. */
    at: (client, number) => (/^\d{1,6}$/.test(number) ? all[client][Number(number)] : undefined),
    /** Those in whom every word is found, each with its number, at most `most`. */
    search(client, words, most) {
      const sought = plain(words).split(/\s+/).filter(Boolean);
      const found = all[client].map((one, number) => ({ ...one, number })).filter((one) => sought.every((word) => one.found.includes(word)));
      return { shown: found.slice(0, most), count: found.length };
    },
    account: (id) => byAccount.get(id),
  };
}
