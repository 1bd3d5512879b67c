// In Mijn overheid: questions that were asked signed in, what was begun without, requests to correct the register, and all of it to take
// along.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe } from "node:test";
import { noBarrier, picture } from "./barriers.mjs";
import { childHere, company, keptElsewhere, keptHere, stranger, underGuardianship } from "./people.mjs";
import { Person } from "./person.mjs";
import { Resident } from "./resident.mjs";
import { meanwhile, once, stage, storiesOf } from "./stories.mjs";
import { databases, openWithAll } from "./world.mjs";
import { at } from "./words.mjs";

const VRAAG = /^V-20\d\d-\d{4}-\d{4}$/;

for (const database of databases()) {
  describe(`More of Mijn overheid, on ${database.name}`, { skip: database.skip, timeout: 600_000 }, () => {
    const scene = stage(() => openWithAll(database));
    const story = storiesOf(scene, Resident);
    const aside = once(database, story);

    for (const width of [1280, 390]) {
      story(`a question asked signed in is followed there, at ${width} px`, { as: keptHere, width }, async (person) => {
        await comesHome(person);
        await person.goes("/vraag");
        await person.reads(person.says("vraag-mine"));
        await noBarrier(person);
        const { number, receipt } = await asks(person, "Mag ik een boom planten?");
        await noBarrier(person);
        await person.presses(person.link("receipt-mine"));
        assert.match(new URL(person.page.url()).pathname, /^\/mijn\/vragen\//);
        await person.reads(number);
        await scene.doors.desk("gm0307", "answer", number, "Ja, met een vergunning.");

        await person.goes("/mijn");
        await person.reads(person.says("mine-vraag-answered"));
        await noBarrier(person);
        await opens(person, number);
        await person.reads("Ja, met een vergunning.");
        await person.reads(person.says("message-read-by-you", { moment: "" }).trim());
        await noBarrier(person);
        await person.fills("bericht", "Waar vraag ik die aan?");
        await person.presses(person.button("vraag-button"));
        await person.reads("Waar vraag ik die aan?");
        await person.goes("/mijn");
        await person.reads(person.says("mine-vraag-open"));
        assert.match(await scene.doors.desk("gm0307", "show", number), /Waar vraag ik die aan/);
        await opens(person, number);
        await person.reads(person.says("message-read-by-them", { moment: "" }).trim());

        // Nobody else, not at this computer either.
        const page = new URL(person.page.url()).pathname;
        await meanwhile(scene, Resident, { as: stranger }, async (other) => {
          await comesHome(other);
          await other.readsNot(number);
          for (const path of [page, receipt]) assert.equal((await other.page.context().request.get(path)).status(), 404);
        });
        await person.signsOut();
        assert.equal((await person.page.context().request.get(receipt)).status(), 404);
      });
    }

    aside("what was begun without signing in comes in by its eight words", { as: keptHere }, async (person) => {
      await person.goes("/vraag");
      const { number, words } = await asks(person, "Wanneer is het loket open?");
      await comesHome(person);
      await person.readsNot(number);
      await person.fills("code", "dit zijn geen woorden");
      await person.presses(person.button("mine-join-button"));
      await person.reads(person.says("fault-code"));
      await noBarrier(person);
      await person.fills("code", words.join(" "));
      await person.presses(person.button("mine-join-button"));
      assert.match(new URL(person.page.url()).pathname, /^\/mijn\/vragen\//);
      await person.reads("Wanneer is het loket open?");
      await person.goes("/mijn");
      await person.reads(number);
      await person.goes("/mijn/inzage?alles");
      await person.reads(person.says("action-vraag-verbonden"));

      await meanwhile(scene, Resident, { as: stranger }, async (other) => {
        await comesHome(other);
        await other.fills("code", words.join(" "));
        await other.presses(other.button("mine-join-button"));
        await other.reads(other.says("refused-of-another"));
      });
      // The words keep working, without an account.
      await meanwhile(scene, Resident, {}, async (holder) => {
        await holder.goes("/");
        await holder.follows(words.join(" "));
        await holder.reads(number);
      });
    });

    aside("a company takes in a report that was made without signing in, and takes it along with its photo", {}, async (person) => {
      const { number, words } = await meanwhile(scene, Person, {}, async (anonymous) => {
        await anonymous.begins();
        await anonymous.tellsWhat();
        await anonymous.tellsWhere();
        await anonymous.addsPhoto();
        await anonymous.continues();
        await anonymous.continues();
        return { number: await anonymous.sends(), words: await anonymous.code() };
      });
      await person.goes("/mijn");
      await person.signsIn("eherkenning", company.words);
      await person.fills("code", words.join("-").toUpperCase());
      await person.presses(person.button("mine-join-button"));
      assert.match(new URL(person.page.url()).pathname, /^\/mijn\/zaken\//);
      await person.reads(number);
      await person.goes("/mijn");
      await person.reads(number);
      const { zaken, documenten } = await takesAlong(person);
      const zaak = zaken.find((one) => one.identificatie === number);
      assert.deepEqual(zaak.documenten.map(({ id }) => id), documenten.map(({ id }) => id));
      const photo = Buffer.from(documenten[0].inhoud_base64, "base64");
      assert.deepEqual([photo[0], photo[1]], [0xff, 0xd8], "the photo itself");
      assert.equal(photo.length, zaak.documenten[0].bestandsomvang);
    });

    for (const width of [1280, 390]) {
      aside(`that her data stay with government is asked, with an article of its own, at ${width} px`, { as: keptHere, width }, async (person) => {
        await comesHome(person);
        await person.goes("/mijn/gegevens");
        await wrong(person, "geheim");
        assert.equal(await person.heading(), person.says("geheim-title"));
        await person.reads(person.says("geheim-request"));
        await picture(person, "mijn-geheimhouding");
        await noBarrier(person);
        await person.presses(person.button("correction-button"));
        assert.equal(await person.heading(), person.says("correction-receipt-title"));
        await person.reads("Wet BRP artikel 2.59");
        await person.readsNot("2.58");
      });

      aside(`what the register has wrong is corrected, with a last day by law, at ${width} px`, { as: keptHere, width }, async (person) => {
        await comesHome(person);
        await person.goes("/mijn/gegevens");
        await person.reads(keptHere.name);
        await noBarrier(person);
        await wrong(person, "naam");
        await person.reads(keptHere.name);
        await noBarrier(person);
        assert.ok(!person.page.url().includes("naam"), "what it is about stands in no address");
        await person.presses(person.button("correction-button"));
        await person.reads(person.says("fault-empty"));
        await noBarrier(person);
        await person.fills("moet", "Met een s, en mijn nummer is 111222333");
        await person.fills("waarom", "Het staat zo in mijn geboorteakte.");
        await person.presses(person.button("correction-button"));
        assert.equal(await person.heading(), person.says("correction-receipt-title"));
        const number = await person.fact(person.says("thread-number"));
        assert.match(number, VRAAG);
        await person.readsNot("111222333");
        await person.presses(person.link("receipt-mine"));
        await person.reads("Wet BRP artikel 2.58 lid 1");
        await person.reads("Wet BRP artikel 2.60 g");
        await person.reads("Wet BRP artikel 2.58 lid 3");
        await person.readsNot(person.says("thread-date-text", { name: "", date: "" }).split(". ").at(-1), "one promise: that of the law");
        await noBarrier(person);
        const owner = await person.fact(person.says("request-owner"));
        const code = owner.includes("Rotterdam") ? "gm0599" : owner.includes("Utrecht") ? "gm0344" : "gm0307";
        assert.match(await scene.doors.desk(code, "show", number), /to correct: brp naam {2}by law before the end of 20/);
        await scene.doors.desk(code, "answer", number, "Wij hebben het verbeterd.");
        await person.page.reload();
        await person.reads("Wij hebben het verbeterd.");
      });
    }

    aside("what may not take longer is not said to", { as: keptHere }, async (person) => {
      await comesHome(person);
      await person.goes("/mijn/gegevens");
      await wrong(person, "adres");
      assert.ok(await person.link("correction-moved-link").isVisible(), "who moved has another form");
      await person.fills("moet", "Huisnummer 33");
      await person.presses(person.button("correction-button"));
      await person.reads("Wet BRP artikel 2.58 lid 1");
      await person.readsNot("Wet BRP artikel 2.58 lid 3");
    });

    aside("a register that is away keeps what was typed", { as: keptHere }, async (person) => {
      await comesHome(person);
      await person.goes("/mijn/gegevens");
      await wrong(person, "naam");
      await person.fills("moet", "Met een s");
      await scene.doors.around.turn("brp", "uit");
      try {
        await person.presses(person.button("correction-button"));
        await person.reads(person.says("fault-register-away"));
        assert.equal(await person.field("moet").inputValue(), "Met een s");
      } finally {
        await scene.doors.around.back("brp");
      }
      await person.presses(person.button("correction-button"));
      assert.equal(await person.heading(), person.says("correction-receipt-title"));
    });

    describe("where it can't be asked, it is said who can", () => {
      aside("a municipality that takes no requests here is led to", { as: keptElsewhere }, async (person) => {
        await comesHome(person);
        await person.goes("/mijn/gegevens");
        await wrong(person, "naam");
        assert.equal(await person.field("moet").count(), 0);
        assert.match(await person.link("elsewhere-link").getAttribute("href"), /amsterdam/);
        await noBarrier(person);
      });

      for (const [as, key] of [[childHere, "too-young"], [underGuardianship, "curator"]]) {
        aside(`someone else asks it for her: ${key}`, { as }, async (person) => {
          await comesHome(person);
          await person.goes("/mijn/gegevens");
          await wrong(person, "naam");
          await person.reads(person.says(`refused-correction-${key}`));
        });
      }

      aside("of a company the Kamer van Koophandel keeps the data", {}, async (person) => {
        await person.goes("/mijn/gegevens");
        await person.signsIn("eherkenning", company.words);
        await person.reads(person.says("my-data-wrong-kvk"));
        assert.equal(await person.page.locator('main [name="veld"]').count(), 0);
      });
    });

    story("everything can be taken along, with who looked", { as: stranger }, async (person) => {
      await person.beginsMoving();
      await person.goes("/vraag");
      const { number } = await asks(person, "Wat staat er van mij?");
      await person.goes("/mijn");
      const all = await takesAlong(person);
      assert.equal(all.vragen.find((vraag) => vraag.nummer === number).berichten[0].tekst, "Wat staat er van mij?");
      assert.ok(all.concepten.some((draft) => draft.titel === person.service.title));
      assert.ok(all.inzage.some((line) => line.wat === "vraag-ontvangen" && line.wie === "uzelf"));
      assert.deepEqual([Array.isArray(all.zaken), all.documenten], [true, []]);
      assert.ok(!JSON.stringify(all).includes(stranger.bsn));
    });

    async function comesHome(person) {
      await person.goes("/mijn");
      await person.signsIn();
      assert.equal(await person.heading(), person.says("mine-title"));
    }

    async function asks(person, text) {
      await person.fills("bericht", text);
      await person.fills("plaats", "Amersfoort");
      await person.presses(person.button("vraag-button"));
      assert.equal(await person.heading(), person.says("vraag-receipt-title"));
      const number = await person.fact(person.says("thread-number"));
      assert.match(number, VRAAG);
      return { number, receipt: new URL(person.page.url()).pathname, words: await person.code() };
    }

    /** What is in the file with everything. */
    async function takesAlong(person) {
      const [download] = await Promise.all([person.page.waitForEvent("download"), person.link("mine-download").click()]);
      assert.equal(download.suggestedFilename(), "mijn-overheid.json");
      return JSON.parse(await readFile(await download.path(), "utf8"));
    }

    /** From the list to the page of what has this number. */
    async function opens(person, number) {
      await person.goes("/mijn");
      await person.presses(person.page.locator("main li", { hasText: number }).getByRole("link"));
      await person.reads(number);
    }

    /** Says of a value that it is wrong. */
    async function wrong(person, veld) {
      const form = person.page.locator(`main form[action="${at(person.language, "/mijn/correctie")}"]:has([value="${veld}"])`);
      await person.presses(form.getByRole("button"));
    }
  });
}
