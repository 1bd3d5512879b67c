// What government does with one's data, told before one gives any; and the message box, with the proof of each message.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { forEveryone } from "./barriers.mjs";
import { keptHere, stranger } from "./people.mjs";
import { Resident } from "./resident.mjs";
import { meanwhile, once, stage, storiesOf } from "./stories.mjs";
import { databases, openWithAll } from "./world.mjs";
import { at, skeleton } from "./words.mjs";

const parking = skeleton("parkeervergunning");

for (const database of databases()) {
  describe(`Messages and notices, on ${database.name}`, { skip: database.skip, timeout: 600_000 }, () => {
    const scene = stage(() => openWithAll(database));
    const story = storiesOf(scene, Resident);
    const aside = once(database, story);

    for (const language of ["nl", "en"]) {
      aside(`before she applies she reads what happens with her data, in ${language}`, { language, keyboard: true }, async (person) => {
        await person.goes("/product/parkeervergunning");
        await person.presses(person.link("privacy-link"));
        assert.equal(await person.heading(), person.says("privacy-notice-title", { title: parking[language].title }));
        // Who, why, which data, from where, who sees them, how long, whether one must, who decides, rights and complaint.
        for (const key of [
          "privacy-who-many", "privacy-basis", "privacy-asked-text", "privacy-asked-brp", "ontvanger-registers", "veld-rdw-houderschap",
          "privacy-must-aanvraag", "privacy-automatic-text", "privacy-right-see", "privacy-right-object", "privacy-complaint-text",
        ]) {
          await person.reads(person.says(key));
        }
        await person.reads("Selectielijst gemeenten");
        await person.reads(language === "nl" ? "5 jaar" : "5 years");
        await forEveryone(person, `privacy-${language}`);

        await person.goes("/privacy");
        await person.presses(person.link("privacy-register-link"));
        await forEveryone(person, `verwerkingen-${language}`);
        await person.presses(person.page.locator("main").getByRole("link", { name: "Amersfoort" }));
        await person.reads(parking[language].title);
        await person.reads(person.says("register-recipients"));
        await forEveryone(person, `verwerkingen-gemeente-${language}`);
        // Of the water board the officer is not known, and none is made up.
        await person.goes("/verwerkingen/ws0662");
        await person.reads(person.says("register-fg-unknown"));
      });
    }

    aside("every service says so before its form begins, and machines read the same", {}, async (person) => {
      const answer = await person.page.context().request.get("/verwerkingen.json");
      assert.match(answer.headers()["content-type"], /^application\/json/);
      const { register } = await answer.json();
      const names = new Set(register.flatMap(({ verwerkingen }) => verwerkingen.map(({ naam }) => naam)));
      assert.ok(names.size >= 14, [...names].join(" "));
      for (const naam of names) {
        for (const language of ["nl", "en"]) {
          const page = await person.page.context().request.get(at(language, `/privacy/${naam}`));
          assert.equal(page.status(), 200, naam);
          assert.doesNotMatch(await page.text(), /\[[a-z]+-[a-z-]+\]/i, `words lack on /privacy/${naam} in ${language}`);
        }
      }
      for (const path of ["/beginnen/verhuismelding", "/vraag", "/inloggen"]) {
        await person.goes(path);
        assert.equal(await person.link("privacy-link").count(), 1, path);
      }
      assert.equal((await person.page.context().request.get("/privacy/nieuwsgierigheid")).status(), 404);
    });

    for (const width of [1280, 390]) {
      story(`an answer stands in her box as new, is read, and is proved to her alone, at ${width} px`, { as: keptHere, width }, async (person) => {
        await person.goes("/mijn");
        await person.signsIn();
        await person.goes("/vraag");
        await person.fills("bericht", "Mag ik een boom planten?");
        await person.fills("plaats", "Amersfoort");
        await person.fills("email", "bewoner@example.org");
        await person.presses(person.button("vraag-button"));
        const number = await person.fact(person.says("thread-number"));
        await scene.doors.desk("gm0307", "answer", number, "Ja, met een vergunning.");

        await person.goes("/mijn");
        await person.presses(person.page.locator('main a[href="/mijn/berichten"]'));
        await person.reads(person.says("berichten-new"));
        await person.reads(person.says("berichten-receipt"));
        await person.readsNot("Ja, met een vergunning.");
        await forEveryone(person, `berichten-${width}`);
        const newest = person.page.locator("main ol > li").first();
        assert.match(await newest.innerText(), new RegExp(number));
        const proof = await newest.getByRole("link").last().getAttribute("href");
        await person.presses(newest.getByRole("link").first());
        await person.reads("Ja, met een vergunning.");
        await person.goes("/mijn/berichten");
        await person.readsNot(person.says("berichten-new"));

        await person.goes(proof);
        for (const key of ["bewijs-lead", "bewijs-log-text", "action-vraag-beantwoord", "action-vraag-gelezen"]) await person.reads(person.says(key));
        await person.reads("b•••@example.org");
        await person.readsNot("bewoner@example.org");
        await person.readsSoon(person.says("bewijs-line").split(", ").at(-1).trim());
        await forEveryone(person, `bewijs-${width}`);
        const paper = await person.page.context().request.get(`${proof}/pdf`);
        assert.equal(paper.headers()["content-type"], "application/pdf");
        assert.equal((await paper.body()).subarray(0, 5).toString(), "%PDF-");
        await person.goes("/mijn/inzage?alles");
        await person.reads(person.says("action-bewijs-gegeven"));

        await meanwhile(scene, Resident, { as: stranger }, async (other) => {
          await other.goes("/mijn/berichten");
          await other.signsIn();
          await other.readsNot(number);
          for (const path of [proof, `${proof}/pdf`]) assert.equal((await other.page.context().request.get(path)).status(), 404);
        });
        await person.signsOut();
        assert.match((await person.page.context().request.get(proof)).url(), /\/inloggen/);
      });
    }
  });
}
