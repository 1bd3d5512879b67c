// Managing an organisation: two managers change a norm with four eyes, stop a service and start it again, and give a colleague roles; what
// residents read follows at once, and what was sent keeps its version.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { fits, forEveryone, picture } from "./barriers.mjs";
import { Manager } from "./manager.mjs";
import { family, single, stranger } from "./people.mjs";
import { Resident } from "./resident.mjs";
import { Staff } from "./staff.mjs";
import { once, stage, storiesWith } from "./stories.mjs";
import { databases, openWithAll } from "./world.mjs";

const FEMKE = { name: "Femke Hoogland" };
const KARIM = { name: "Karim Bouzidi" };
const MOVE = "Verhuismelding";
/** The width of the narrowest phone (WCAG 1.4.10). */
const NARROWEST = 320;
const WHY = "De raad verlaagde de norm op 12 november.";

for (const database of databases()) {
  describe(`Managing, on ${database.name}`, { skip: database.skip, timeout: 900_000 }, () => {
    const scene = stage(() => openWithAll(database));
    const story = storiesWith(scene, { resident: Resident, manager: Manager, staff: Staff });
    const aside = once(database, story);

    story("a norm is changed with the keyboard, published on a phone, and holds for who sends after it", async (enter) => {
      const promise = (resident) => resident.page.locator(".nl-paragraph--lead").first().innerText();
      const before = await enter.resident({ as: single });
      const number = await before.hasMoved();
      const [receipt, old] = [new URL(before.page.url()).pathname, await promise(before)];

      const femke = await enter.manager({ ...FEMKE, keyboard: true });
      await femke.readsNot(number);
      await forEveryone(femke, "beheer-overzicht");
      await femke.opens(MOVE);
      await femke.reads(femke.says("manage-state-files"));
      await forEveryone(femke, "beheer-dienst");
      await femke.presses(femke.link("manage-edit"));
      await forEveryone(femke, "beheer-wijzig");
      const fields = { "norm-term": "2", "norm-source": "Servicenormen 2026, onderdeel 3", "contact-telefoon": "14 033" };
      const proposal = await femke.proposes(fields, WHY);
      await forEveryone(femke, "beheer-voorstel-eigen");

      const karim = await enter.manager({ ...KARIM, width: 390 });
      await karim.goes(proposal);
      await karim.reads("5 werkdagen");
      await karim.reads("2 werkdagen");
      await karim.reads(WHY);
      await forEveryone(karim, "beheer-voorstel");
      await karim.publishes(MOVE);
      await karim.reads("2 werkdagen");
      await karim.reads(karim.says("manage-past-published", { name: FEMKE.name, other: KARIM.name }));
      await karim.reads(karim.says("manage-past-first"));
      await karim.reads(karim.says("manage-past-files"));
      await forEveryone(karim, "beheer-dienst-versies");

      const after = await enter.resident({ as: stranger });
      await after.hasMoved();
      assert.notEqual(await promise(after), old);
      await after.reads("14 033");
      await before.goes(receipt);
      assert.equal(await promise(before), old);

      // Nothing of residents is there for who manages.
      await femke.goes("/balie");
      assert.equal(await femke.heading(), femke.says("manage-title"));
      const answer = await femke.page.context().request.get(receipt.replace("/bewijs/", "/balie/zaken/"));
      assert.equal(answer.status(), 404);
    });

    aside("what is wrong is told at its field, and two who propose at once are told so", async (enter) => {
      const [femke, karim] = [await enter.manager(FEMKE), await enter.manager({ ...KARIM, language: "en", javaScript: false })];
      await femke.changes("Parkeervergunning");
      await femke.fills("norm-term", "drie");
      await femke.fills("norm-source", " ");
      await femke.fills("leges-nl", "U betaalt 35 euro.");
      await femke.fills("leges-en", "");
      await femke.presses(femke.button("manage-preview"));
      for (const fault of ["fault-duration", "fault-source", "fault-empty", "fault-both-languages"]) await femke.reads(femke.says(fault));
      assert.equal(await femke.field("norm-term").inputValue(), "drie");
      await forEveryone(femke, "beheer-wijzig-fout");
      // Nobody promises an answer after the last day of the law, or on a rule that is not in force yet.
      await femke.fills("norm-term", "20");
      await femke.page.locator("#norm-eenheid").selectOption("weken");
      await femke.fills("verordening-datum", "1-1-2999");
      await femke.presses(femke.button("manage-preview"));
      await femke.reads(femke.says("fault-norm-too-long", { limit: "56" }));
      await femke.reads(femke.says("fault-rule-future"));
      await forEveryone(femke, "beheer-wijzig-te-lang");
      await femke.page.locator("#norm-eenheid").selectOption("werkdagen");
      await femke.fills("verordening-datum", "");
      await karim.changes("Parkeervergunning");
      await karim.proposes({ "norm-term": "4" }, "Four will do.");
      await femke.readsNot(`${femke.says("field-leges-en")} (hoeft niet) –`);
      await femke.fills("leges-en", "You pay 35 euros.");
      await femke.fills("norm-term", "3");
      await femke.fills("norm-source", "Servicenormen 2026, onderdeel 4");
      await femke.fills("waarom-wijziging", WHY);
      await femke.presses(femke.button("manage-preview"));
      await forEveryone(femke, "beheer-verschil");
      await femke.presses(femke.button("manage-propose"));
      await femke.reads(femke.says("fault-version-waits"));
      assert.equal(await femke.field("norm-term").inputValue(), "3");
      await forEveryone(femke, "beheer-wijzig-wacht");
      await femke.presses(femke.link("manage-thing-waits-link"));
      await femke.writes("manage-reject", "reden", "Drie is beter.", "manage-reject-button");
      await femke.reads("Drie is beter.");
    });

    aside("one stops a service at once, a resident is told, and two start it again", async (enter) => {
      const resident = await enter.resident({ as: family });
      const [femke, karim] = [await enter.manager(FEMKE), await enter.manager({ ...KARIM, language: "en" })];
      await femke.opens(MOVE);
      await femke.writes("manage-stop-title", "reden", "Het register is dicht.", "manage-stop-button");
      await femke.reads("Stopgezet op");
      await forEveryone(femke, "beheer-dienst-gestopt");

      await resident.goes("/product/verhuismelding");
      await resident.fills("plaats", "Amersfoort");
      await resident.presses(resident.button("place-button"));
      await resident.reads(resident.says("product-not-here"));
      assert.equal(await resident.button("start-verhuismelding").count(), 0);
      await forEveryone(resident, "product-gestopt");
      // What Amersfoort holds of it is still accounted for.
      const kept = resident.says("register-stopped-since", { date: "|" }).split("|")[1];
      await resident.goes("/verwerkingen/gm0307");
      await resident.reads(kept);
      await forEveryone(resident, "register-gestopt");
      await resident.goes("/privacy/verhuismelding");
      await resident.reads(kept);
      await forEveryone(resident, "privacy-gestopt");
      await resident.beginsMoving();
      await resident.isAt("wie");
      await resident.continues();
      await resident.movesTo();
      assert.equal(await resident.heading(), resident.says("elsewhere-stopped-title", { name: "De gemeente Amersfoort" }));
      await forEveryone(resident, "elders-gestopt");

      await femke.presses(femke.link("manage-edit-again"));
      const proposal = await femke.proposes({}, "Het register is weer open.");
      await karim.goes(proposal);
      await karim.reads(karim.says("manage-compared"));
      assert.equal(await karim.page.locator("main tbody tr").count(), 1, "only that it is offered again");
      await forEveryone(karim, "beheer-voorstel-weer");
      // A colleague has the same page open.
      const another = await enter.manager({ ...KARIM });
      await another.goes(proposal);
      await karim.publishes(MOVE);
      await another.presses(another.button("manage-publish"));
      await another.reads(another.says("refused-decided"));
      await forEveryone(another, "beheer-al-besloten");
      await karim.reads("Published on");
      await resident.page.goBack();
      await resident.movesTo();
      await resident.isAt("datum");
    });

    aside("a colleague is given a role by two, and has it at her next page", async (enter) => {
      const emre = await enter.staff({ name: "Emre Aksoy" });
      const femke = await enter.manager({ ...FEMKE, keyboard: true });
      const karim = await enter.manager({ ...KARIM, language: "en" });
      await femke.presses(femke.link("manage-workers-link"));
      await forEveryone(femke, "beheer-medewerkers");
      await femke.fills("medewerker", "gm0307-kcc");
      // Who supervises does nothing of what she supervises.
      for (const role of ["beheerder", "functionaris-gegevensbescherming"]) await femke.hand.press(femke.page.locator(`[name="rollen"][value="${role}"]`));
      await femke.fills("waarom-wijziging", "Emre houdt ook toezicht.");
      await femke.presses(femke.button("manage-propose-roles"));
      await femke.reads(femke.says("fault-roles-officer"));
      await forEveryone(femke, "beheer-rollen-toezicht");
      for (const role of ["beheerder", "functionaris-gegevensbescherming"]) await femke.hand.press(femke.page.locator(`[name="rollen"][value="${role}"]`));
      for (const role of ["kcc", "behandelaar"]) await femke.hand.press(femke.page.locator(`[name="rollen"][value="${role}"]`));
      await femke.fills("waarom-wijziging", "Emre gaat ook zaken behandelen.");
      await femke.presses(femke.button("manage-propose-roles"));
      await femke.reads(femke.says("manage-version-own"));
      await femke.reads(femke.says("manage-roles-sign-in"));
      await femke.reads(femke.says("manage-worker-unknown", { name: "gm0307-kcc" }));
      await femke.readsNot(femke.says("manage-offered"));
      await forEveryone(femke, "beheer-rollen-voorstel");
      await emre.goes("/balie");
      assert.ok(!(await emre.page.locator("header").innerText()).includes(emre.says("rol-behandelaar")));
      await karim.publishes("the roles of gm0307-kcc");
      await forEveryone(karim, "beheer-medewerkers-en");
      await emre.goes("/balie");
      assert.ok((await emre.page.locator("header").innerText()).includes(emre.says("rol-behandelaar")));
    });

    aside("what is of another layer of government is not offered, and all of it fits on the narrowest phone", async (enter) => {
      const femke = await enter.manager({ ...FEMKE });
      await femke.readsNot("Belastingkwijtschelding");
      const other = await femke.page.context().request.get("/beheer/diensten/belastingkwijtschelding");
      assert.equal(other.status(), 404);
      const long = ["horecabedrijf-exploitatievergunning", "gehandicaptenparkeerkaart"].map((name) => `/beheer/diensten/${name}`);
      const officer = await enter.staff({ name: "Willem Terpstra" });
      const pages = [...long, ...long.map((path) => `${path}/wijzigen`), "/beheer", "/beheer/medewerkers", "/beheer/organisatie/wijzigen"];
      for (const [person, path] of [...pages.map((path) => [femke, path]), [officer, "/balie/logboek"]]) {
        await person.page.setViewportSize({ width: NARROWEST, height: 900 });
        await person.goes(path);
        await fits(person, NARROWEST);
      }
      await picture(femke, `${NARROWEST}/beheer-organisatie`);
    });

    aside("what the organisation says of itself is changed in English", async (enter) => {
      const karim = await enter.manager({ ...KARIM, language: "en" });
      const femke = await enter.manager(FEMKE);
      await karim.presses(karim.link("manage-organisation-link"));
      await karim.presses(karim.link("manage-edit"));
      await forEveryone(karim, "beheer-organisatie-en");
      const hours = { "contact-openingstijden-nl": "maandag tot en met vrijdag van 9 tot 17 uur", "contact-openingstijden-en": "Monday to Friday from 9 to 5" };
      await karim.proposes({ "contact-telefoon": "14 033", ...hours, "fg-email": "fg@amersfoort.example" }, "Nieuwe openingstijden.");
      await femke.publishes(femke.says("manage-organisation"));
      const resident = await enter.resident({ language: "en" });
      await resident.goes("/product/parkeervergunning");
      await resident.fills("plaats", "Amersfoort");
      await resident.presses(resident.button("place-button"));
      await resident.reads("Monday to Friday from 9 to 5");
      await forEveryone(resident, "product-bereikbaar-en");
      await resident.goes("/verwerkingen/gm0307");
      await resident.reads("fg@amersfoort.example");
    });
  });
}
