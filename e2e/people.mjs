// Test persons of the BRP, chosen by what is special about them. A test names none by number: the data may change, the story stays.
import { readFileSync } from "node:fs";

const data = (name) => readFileSync(new URL(`../crates/simulators/data/${name}`, import.meta.url), "utf8").trim().split("\n");

/** As the tests read it: number, name, and what the register says. */
const all = data("personen.jsonl")
  .map((line) => JSON.parse(line))
  .filter((row) => row.burgerservicenummer)
  .map((row) => ({ bsn: row.burgerservicenummer, name: row.naam.volledigeNaam ?? "", row }));

/** Today in the Netherlands, and so many days before or after: year, month and day. */
export function dutchDay(days = 0) {
  const [year, month, day] = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format().split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const day = (date) => date?.datum?.datum;
/** `2026-11-25` */
export const iso = ({ year, month, day }) => [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
function before(years) {
  const today = dutchDay();
  return iso({ ...today, year: today.year - years });
}
const older = (date, years) => day(date) !== undefined && day(date) <= before(years);
const younger = (date, years) => day(date) !== undefined && day(date) > before(years);

const partners = ({ row }) => (row.partners ?? []).filter((one) => !one.ontbindingHuwelijkPartnerschap && one.naam);
const children = ({ row }) => (row.kinderen ?? []).filter((one) => one.naam && younger(one.geboorte, 18));
const lives = ({ row }) => !row.overlijden && !row.opschortingBijhouding;
const atHome = ({ row }) => Boolean(row.verblijfplaats?.verblijfadres?.postcode);
const plain = ({ name }) => /^[A-Z][a-z]+( [a-z]+)* [A-Z][a-z]+$/.test(name);
const grown = (one) => lives(one) && atHome(one) && older(one.row.geboorte, 18);

const investigated = new Map();
for (const line of data("in-onderzoek.csv").slice(1)) {
  const [bsn, , , what] = line.split(",");
  investigated.set(bsn, [...(investigated.get(bsn) ?? []), what]);
}
const calm = ({ bsn }) => !investigated.has(bsn);

function find(what, ...holds) {
  const one = all.find((one) => holds.every((hold) => hold(one)));
  if (!one) throw new Error(`no test person is ${what}`);
  return one;
}

/** Married or registered, with children who are minors. */
export const family = find("a parent", grown, calm, plain, (one) => partners(one).length === 1 && children(one).length > 1);
/** Her partner and her children, as the form names them. */
export const household = [...partners(family), ...children(family)].map((one) =>
  [one.naam.voornamen, one.naam.voorvoegsel, one.naam.geslachtsnaam].filter(Boolean).join(" "),
);
/** Her partner, and the second of the children, as they sign in themselves. */
const [partner, child] = [partners(family)[0], children(family)[1]].map(({ burgerservicenummer }) => all.find(({ bsn }) => bsn === burgerservicenummer));
export { child, partner };
/** Nobody but herself. */
export const single = find("alone", grown, calm, plain, ({ row }) => !row.partners && !row.kinderen);
/** Somebody else, also alone. */
export const stranger = find("a stranger", grown, calm, plain, (one) => one !== single && !one.row.partners && !one.row.kinderen);
/** Whose data are kept by a municipality that takes requests here, and others by what keeps them from asking. */
const here = ({ row }) => ["0307", "0344", "0599"].includes(row.gemeenteVanInschrijving?.code);
export const keptHere = find("kept here", grown, calm, plain, here, ({ row }) => !row.indicatieCurateleRegister);
export const keptElsewhere = find("kept in Amsterdam", grown, calm, ({ row }) => row.gemeenteVanInschrijving?.code === "0363");
export const underGuardianship = find("under guardianship", lives, here, ({ row }) => row.indicatieCurateleRegister);
export const childHere = find("a child", lives, here, ({ row }) => younger(row.geboorte, 16));
/** Names that break programs: letters of everywhere, quotes, marks of HTML, an at sign. */
export const hardNames = [
  find("called with @", grown, ({ row }) => Object.values(row.naam).some((text) => typeof text === "string" && text.includes("@"))),
  find("called with <", lives, atHome, ({ name }) => name.includes("<")),
  find("called at great length", lives, ({ name }) => name.length > 200),
];
/** Where she lives is being investigated. */
export const doubted = find("under investigation", grown, ({ bsn }) => investigated.get(bsn)?.includes("080000"));
/** Asked that her data go to no third parties. */
const secret = ({ row }) => row.geheimhoudingPersoonsgegevens === true;
export const confidential = find("confidential", grown, calm, secret);
/** Fifteen at most. */
export const tooYoung = find("too young", lives, atHome, ({ row }) => younger(row.geboorte, 16));
export const emigrated = find("abroad", ({ row }) => row.opschortingBijhouding?.reden.code === "E" && !row.overlijden);
export const dead = find("dead", ({ row }) => row.overlijden);

const inGemeente = (name) => ({ row }) => row.gemeenteVanInschrijving?.omschrijving === name;
/** Somebody who lives in the municipality of this name. */
export const livesIn = (gemeente) => find(`in ${gemeente}`, grown, calm, plain, inGemeente(gemeente));
/** The same, who asked that her data go to no third parties. */
export const confidentialIn = (gemeente) => find(`confidential in ${gemeente}`, grown, calm, secret, inGemeente(gemeente));

/** A company with somebody who is authorised for all of it, and somebody for one branch only. */
export const cafe = { whole: "Tapper", atBranch: "Bock", kvk: "99990010", branch: "999900100001", street: "Voorbeeldkade" };
/** A representative of a company, as the provider finds her, and the number of the company. */
export const company = { words: "Duister", name: "D. Duister", kvk: "69599084", trade: "Test EMZ Dagobert" };

const cars = new Map(data("voertuigen.csv").slice(1).map((line) => line.split(",").slice(0, 2).reverse()));
/** Lives in Rotterdam, and has a car in her own name. */
export const driver = find("a driver in Rotterdam", grown, calm, plain, inGemeente("Rotterdam"), ({ bsn }) => cars.has(bsn));
/** The number plate of that car. */
export const plate = cars.get(driver.bsn);

const incomes = new Set(data("inkomens.csv").slice(1).map((line) => line.split(",")[0]));
const withIncome = ({ bsn }) => incomes.has(bsn);
const marriedOnce = (one) => partners(one).length === 1 && (one.row.partners ?? []).length === 1;
/** Live where the municipality helps with zorgtoeslag, with an income that the register knows: alone, and married. */
export const aloneHere = find("alone here", grown, calm, plain, here, withIncome, ({ row }) => !row.partners);
export const marriedHere = find("married here", grown, calm, here, withIncome, marriedOnce);
/** Her husband, as the register writes his name. */
export const spouse = partners(marriedHere)
  .map(({ naam }) => [naam.voornamen, naam.voorvoegsel, naam.geslachtsnaam].filter(Boolean).join(" "))
  .join();
const number = (bsn) => all.find((one) => one.bsn === bsn);
const woman = ({ row }) => row.geslacht?.code === "V";
/** A grown woman, and her father who is in the register too. */
export const daughter = find("a daughter", grown, calm, plain, woman, ({ row }) =>
  (row.ouders ?? []).some((ouder) => ouder.geslacht?.code === "M" && number(ouder.burgerservicenummer) && grown(number(ouder.burgerservicenummer))),
);
export const father = number(daughter.row.ouders.find((ouder) => ouder.geslacht?.code === "M").burgerservicenummer);
