// Someone finds no door that fits, and asks a person. The question has an owner until it is answered.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { forEveryone } from "./barriers.mjs";
import { Person } from "./person.mjs";
import { once, stage, storiesOf } from "./stories.mjs";
import { databases, open } from "./world.mjs";
import { at } from "./words.mjs";

const NUMBER = /^V-20\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}$/;
const NOTHING_GOOD = "blorf wizzel kwantum";
const PRODUCT = "melding-openbare-ruimte-algemeen";

for (const database of databases()) {
  describe(`Asking a person, on ${database.name}`, { skip: database.skip, timeout: 120_000 }, () => {
    const scene = stage(() => open(database));
    const story = storiesOf(scene, Person);
    const aside = once(database, story);

    for (const language of ["nl", "en"]) {
      for (const javaScript of [true, false]) {
        const how = `${language}, ${javaScript ? "with" : "without"} JavaScript`;
        aside(`a search that finds nothing good leads to a person, who answers (${how})`, { language, javaScript }, async (person) => {
          await person.asks(NOTHING_GOOD);
          assert.equal(await person.heading(), person.says("answer-none-title"));
          await person.presses(person.button("answer-to-person"));
          assert.equal(await person.heading(), person.says("vraag-title"));
          assert.equal(await person.field("bericht").inputValue(), NOTHING_GOOD);
          const { number, code } = await asks(person);

          await scene.doors.desk("gm0307", "answer", number, "Dat regelt u bij het loket.\nNeem uw paspoort mee.");
          await person.follows(code.join("-"));
          await person.reads(number);
          await person.reads("Neem uw paspoort mee.");
          await person.reads(person.says("thread-answered"));

          await person.fills("bericht", "Mag het ook een rijbewijs zijn?");
          await person.presses(person.button("vraag-button"));
          await person.reads("Mag het ook een rijbewijs zijn?");
          await person.reads(person.says("thread-date-text", { name: "", date: "" }).trim().split(" ")[0]);
          assert.match(await scene.doors.desk("gm0307", "show", number), /rijbewijs/, "the desk sees what she wrote back");
        });
      }
    }

    aside("who can not pay a tax of her municipality is led to a person there, and not to the water board", {}, async (person) => {
      await person.asks("ik kan de gemeentebelasting niet betalen");
      await person.reads(person.says("answer-layer", { layer: person.says("layer-gemeente") }));
      assert.equal(await person.heading(), "Belastingkwijtschelding");
      await person.reads(person.says("answer-elsewhere"));
      assert.equal(await person.button("answer-start").count(), 0);
      assert.equal(await person.button("answer-to-person").count(), 1);
      await forEveryone(person, "antwoord-gemeentebelasting");
      await person.asks("kwijtschelding waterschapsbelasting");
      assert.equal(await person.button("answer-start").count(), 1);
      await person.asks("hoeveel zorgtoeslag krijg ik");
      await person.readsNot(person.says("answer-others"));
    });

    aside("whoever is in danger reads whom to call before any answer, and again when she asks", {}, async (person) => {
      const calls = () => person.page.locator('main a[href^="tel:"]').evaluateAll((all) => all.map((one) => one.getAttribute("href")));
      await person.asks("er is brand in mijn keuken");
      await person.reads(person.says("danger-112"));
      const [call, answer] = [person.page.locator('main a[href="tel:112"]'), person.page.locator("h1")];
      assert.ok((await call.boundingBox()).y < (await answer.boundingBox()).y, "the number stands above the answer");
      await person.asks("ik wil niet meer leven");
      await person.reads(person.says("danger-113"));
      await person.readsNot(person.says("answer-others"));
      await person.asks("de brandgang achter mijn huis ligt vol rommel");
      assert.deepEqual(await calls(), []);
      await person.goes("/vraag");
      await person.fills("bericht", "Ik ruik gas in de gang van de flat.");
      await asks(person);
      await person.reads(person.says("danger-gas"));
      assert.deepEqual(await calls(), ["tel:08009009", "tel:112"]);
      await forEveryone(person, "vraag-nood");
    });

    aside("the keyboard alone is enough to ask", { keyboard: true }, async (person) => {
      await person.goes("/vraag");
      await person.fills("bericht", "Waar vind ik hulp met een formulier?");
      const { code } = await asks(person);
      await person.follows(code.join(" "));
      await person.reads("Waar vind ik hulp met een formulier?");
    });

    aside("a question asked from a page about a product takes the product along", {}, async (person) => {
      await person.goes(`/product/${PRODUCT}`);
      await person.presses(person.link("help-link"));
      await person.reads("Melden dat er buiten iets kapot, vies of gevaarlijk is");
      await person.fills("bericht", "Geldt dit ook voor een speeltuin?");
      const { number } = await asks(person);
      await person.reads("Melden dat er buiten iets kapot, vies of gevaarlijk is");
      assert.match(await scene.doors.desk("gm0307", "show", number), /melding openbare ruimte/);
    });

    aside("a question asked from a form takes the product along too", {}, async (person) => {
      await person.begins();
      await person.presses(person.link("help-link"));
      await person.reads("Melden dat er buiten iets kapot, vies of gevaarlijk is");
    });

    aside("a form with something wrong in it does not lose the product or the words", {}, async (person) => {
      await person.goes(`/vraag?product=${PRODUCT}`);
      await person.fills("bericht", "Geldt dit ook voor een speeltuin?");
      await person.fills("plaats", "Verzonnendorp");
      await person.fills("email", "dit is geen adres");
      await person.presses(person.button("vraag-button"));
      await person.reads(person.says("fault-place-unknown"));
      await person.reads(person.says("fault-email"));
      await person.reads("Melden dat er buiten iets kapot, vies of gevaarlijk is");
      assert.equal(await person.field("bericht").inputValue(), "Geldt dit ook voor een speeltuin?");
      assert.equal(await person.field("plaats").inputValue(), "Verzonnendorp");
      assert.equal(await person.field("email").inputValue(), "dit is geen adres");
      // Each line of the summary leads to the field that it is about.
      for (const id of ["plaats", "email"]) {
        await person.page.locator(`[role="alert"] a[href="#${id}"]`).click();
        assert.equal(await person.page.evaluate(() => document.activeElement.id), id);
      }
    });

    aside("the receipt of a question that was answered does not ask for what one can not do there", {}, async (person) => {
      await person.goes("/vraag");
      await person.fills("bericht", "Is dit al beantwoord?");
      const { number } = await asks(person);
      await scene.doors.desk("gm0307", "answer", number, "Ja.");
      await person.page.reload();
      await person.reads("Ja.");
      const asked = (await person.page.locator("main").innerText()).includes(person.says("thread-answered"));
      assert.ok(!asked || (await person.field("bericht").isVisible()), "“write back below”, but there is nothing below");
    });

    story("a question for the wrong organisation is sent on, and both are told", {}, async (person) => {
      await person.goes("/vraag");
      await person.fills("bericht", "Mijn paspoort is zoek in de trein naar Utrecht.");
      const { number, code } = await asks(person);
      await scene.doors.desk("gm0307", "forward", number, "gm0344", "Hij ligt in Utrecht.");
      await person.follows(code.join(" "));
      await person.reads(number);
      const [sentOn, to] = person.says("thread-forwarded", { from: "|", to: "|" }).split("|");
      await person.reads(sentOn);
      await person.reads("Hij ligt in Utrecht.");
      assert.match(await person.page.locator("main").innerText(), new RegExp(`gemeente Amersfoort${to}.*gemeente Utrecht`));
      await assert.rejects(scene.doors.desk("gm0307", "answer", number, "Dat mag niet meer"), "only the new owner answers");
      await scene.doors.desk("gm0344", "answer", number, "Hij ligt bij de balie.");
      await person.page.reload();
      await person.reads("Hij ligt bij de balie.");
      await person.readsNot("Dat mag niet meer");
    });

    aside("a question that was answered can be closed, and then nothing more is written", {}, async (person) => {
      await person.goes("/vraag");
      await person.fills("bericht", "Hoe laat gaat u open?");
      const { number, code } = await asks(person);
      await assert.rejects(scene.doors.desk("gm0307", "close", number), "a question without an answer stays open");
      await scene.doors.desk("gm0307", "answer", number, "Om negen uur.");
      await scene.doors.desk("gm0307", "close", number);
      await person.follows(code.join(" "));
      await person.reads(person.says("thread-closed"));
      await person.reads("Om negen uur.");
      assert.equal(await person.field("bericht").count(), 0);
    });

    story("a double click on send asks once, and reloading the receipt gives the same number", {}, async (person) => {
      await person.goes("/vraag");
      await person.fills("bericht", "Krijg ik dit twee keer?");
      await person.fills("plaats", "3811");
      await person.button("vraag-button").dblclick();
      await person.arrivesAt(/\/vraag\/.+/);
      const number = await person.fact(person.says("thread-number"));
      await person.page.reload();
      assert.equal(await person.fact(person.says("thread-number")), number);
      const open = await scene.doors.desk("gm0307", "list");
      const shown = await Promise.all(open.match(/V-20\S+/g).map((n) => scene.doors.desk("gm0307", "show", n)));
      assert.equal(shown.filter((text) => text.includes("Krijg ik dit twee keer?")).length, 1);
    });

    aside("a question for a municipality that takes nothing here leads to its own site", {}, async (person) => {
      await person.goes("/vraag");
      await person.fills("bericht", "Waar is het loket?");
      await person.fills("plaats", "Groningen");
      await person.presses(person.button("vraag-button"));
      assert.match(await person.heading(), /Groningen/);
      assert.match(await person.link("elsewhere-link").getAttribute("href"), /groningen/);
      await person.presses(person.button("elsewhere-change"));
      assert.equal(await person.field("bericht").inputValue(), "Waar is het loket?", "what she typed is still there");
    });

    async function asks(person) {
      await person.fills("plaats", "Amersfoort");
      await person.presses(person.button("vraag-button"));
      assert.equal(await person.heading(), person.says("vraag-receipt-title"));
      assert.ok(new URL(person.page.url()).pathname.startsWith(at(person.language, "/vraag/")));
      const number = await person.fact(person.says("thread-number"));
      assert.match(number, NUMBER);
      await person.reads(String(new Date().getFullYear()));
      const code = await person.code();
      assert.equal(code.length, 8, `eight words: ${code}`);
      return { number, code };
    }
  });
}
