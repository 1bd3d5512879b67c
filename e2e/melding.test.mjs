// Someone sees something broken, dirty or dangerous outdoors, and reports it.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { noBarrier, picture } from "./barriers.mjs";
import { Person } from "./person.mjs";
import { everyWay, meanwhile, once, stage, storiesOf } from "./stories.mjs";
import { PHOTO, databases, open, photoWithNotes, tellsPlace } from "./world.mjs";
import { QUESTION, say, service } from "./words.mjs";

const NUMBER = /^20\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}$/;

for (const database of databases()) {
  describe(`Reporting, on ${database.name}`, { skip: database.skip, timeout: 180_000 }, () => {
    const scene = stage(() => open(database));
    const story = storiesOf(scene, Person);
    const aside = once(database, story);

    everyWay(story, database, "from question to withdrawal", {}, wholeJourney);

    for (const language of ["nl", "en"]) {
      aside(`the example on the front page leads to this form (${language})`, { language }, async (person) => {
        const [example] = /(?<=“)[^”]+/.exec(say(language, "home-examples"));
        await person.asks(example);
        assert.equal(await person.heading(), service[language].title);
      });
    }

    for (const width of [1280, 390]) {
      aside(`a form is kept, finished on another device and complained about, at ${width} px`, { width }, async (person) => {
        await person.begins();
        await person.tellsWhat({ omschrijving: "Er ligt afval naast de container." });
        await person.fills("postcode", "3811 CJ");
        await person.presses(person.button("form-later"));
        assert.equal(await person.heading(), person.says("kept-title"));
        await noBarrier(person);
        await picture(person, `${width}/formulier-bewaard`);
        const words = (await person.code()).join(" ");
        await meanwhile(scene, Person, {}, async (other) => {
          await other.goes("/");
          await other.follows("a b c");
          await other.follows(words);
          // What she typed halfway is there too.
          await other.isAt("waar");
          assert.equal(await other.field("postcode").inputValue(), "3811 CJ");
          await other.tellsWhere();
          await other.continues();
          await other.continues();
          await other.reads("Er ligt afval naast de container.");
          const number = await other.sends();
          assert.equal((await other.code()).join(" "), words);
          await person.goes("/");
          await person.follows(words);
          await person.reads(number);
          await person.presses(person.link("klacht-title"));
          await noBarrier(person);
          await picture(person, `${width}/melding-klacht`);
          await person.fills("bericht", "Niemand kwam kijken.");
          await person.presses(person.button("klacht-send"));
          assert.equal(await person.heading(), person.says("klacht-receipt-title"));
          await noBarrier(person);
          await picture(person, `${width}/melding-klacht-bewijs`);
        });
      });
    }

    aside("a double click on send makes one report", {}, async (person) => {
      await person.fillsInAll();
      await person.button("check-send", { what: person.service.noun }).dblclick();
      await person.arrivesAt(/\/bewijs\//);
      const number = await person.fact(person.says("receipt-number"));
      await person.page.reload();
      assert.equal(await person.fact(person.says("receipt-number")), number);
    });

    story("the same form sent twice at the same moment gives one number", {}, async (person) => {
      await person.fillsInAll();
      const address = person.page.url().replace("/controle", "/versturen");
      const send = async () => {
        const answer = await person.page.context().request.post(address);
        return /20\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await answer.text())?.[0];
      };
      const numbers = await Promise.all([send(), send(), send()]);
      assert.match(numbers[0] ?? "", NUMBER);
      assert.deepEqual(new Set(numbers).size, 1, `numbers: ${numbers}`);
    });

    aside("who goes back after sending comes to the same receipt, and sends nothing twice", {}, async (person) => {
      await person.fillsInAll();
      const number = await person.sends();
      await person.page.goBack();
      const again = person.button("check-send", { what: person.service.noun });
      if (await again.isVisible()) await person.presses(again);
      assert.equal(await person.heading(), person.says("receipt-title", { what: person.service.noun }));
      assert.equal(await person.fact(person.says("receipt-number")), number);
    });

    aside("reloading the receipt gives the same number", {}, async (person) => {
      await person.fillsInAll();
      const [number, code] = [await person.sends(), await person.code()];
      await person.page.reload();
      assert.equal(await person.fact(person.says("receipt-number")), number);
      assert.deepEqual(await person.code(), code);
    });

    for (const language of ["nl", "en"]) {
      aside(`danger leads to 112, and one can go on (${language})`, { language }, async (person) => {
        await person.begins();
        await person.tellsWhat({ danger: "ja" });
        assert.equal(await person.heading(), person.says("danger-title"));
        assert.equal(await person.page.locator('a[href="tel:112"]').innerText(), "112");
        await person.presses(person.link("danger-on"));
        await person.isAt("waar");
      });
    }

    aside("danger leads to 112 even when nothing else is filled in", {}, async (person) => {
      await person.goes("/product/melding-openbare-ruimte-algemeen");
      await person.presses(person.button("start-melding-openbare-ruimte"));
      await person.chooses("gevaar", "ja");
      await person.continues();
      assert.equal(await person.heading(), person.says("danger-title"));
    });

    aside("who changes the danger from the check page and has called comes back to the check page", {}, async (person) => {
      await person.fillsInAll();
      await changes(person, "wat");
      await person.tellsWhat({ danger: "ja" });
      assert.equal(await person.heading(), person.says("danger-title"));
      await person.presses(person.link("danger-on"));
      assert.equal(await person.heading(), person.says("check-title"));
    });

    for (const language of ["nl", "en"]) {
      aside(`a place in a municipality that takes nothing here leads to its own site (${language})`, { language }, async (person) => {
        await person.begins();
        await person.tellsWhat();
        await person.tellsWhere({ postcode: "9712 AB", huisnummer: "1" });
        assert.match(await person.heading(), /Groningen/);
        const site = new URL(await person.link("elsewhere-link").getAttribute("href"));
        assert.match(site.hostname, /groningen/);
        await person.presses(person.link("elsewhere-change"));
        await person.isAt("waar");
        assert.equal(await person.field("postcode").inputValue(), "9712 AB");
        await person.tellsWhere();
        await person.isAt("foto");
      });
    }

    aside("a place can be a crossing with a municipality", {}, async (person) => {
      await person.begins();
      await person.tellsWhat();
      await person.fills("straat", "kruising Stationsweg en Molenlaan, bij de bushalte");
      await person.fills("gemeente", "utrecht");
      await person.continues();
      await person.isAt("foto");
      await person.continues();
      await person.continues();
      await person.reads("kruising Stationsweg en Molenlaan, bij de bushalte, Utrecht");
      await person.sends();
      await person.reads("Team");
    });

    aside("a photo can be taken out again, and no more than three fit", {}, async (person) => {
      await person.begins();
      await person.tellsWhat();
      await person.tellsWhere();
      // Chosen, and on with the form: it went along.
      await person.choosesPhoto();
      await person.continues();
      await person.isAt("contact");
      await person.presses(person.link("back"));
      await person.reads(person.says("photo-name", { number: 1 }));
      await person.field("fotos").setInputFiles({ name: "brief.txt", mimeType: "text/plain", buffer: Buffer.from("Dit is geen foto.") });
      await person.continues();
      await person.isAt("foto");
      assert.equal(await person.page.locator("#fotos-fout").innerText(), person.says("fault-photo-kind"));
      await person.presses(person.button("photo-add"));
      assert.equal(await person.page.locator("#fotos-fout").innerText(), person.says("fault-file-none"));
      for (let number = 2; number <= 3; number++) await person.addsPhoto();
      await person.reads(person.says("photo-full"));
      await person.presses(person.button("photo-remove", { name: person.says("photo-name", { number: 1 }) }));
      assert.ok(await person.button("photo-add").isVisible());
      // The two that are left are still two, under names that differ.
      const names = await person.page.getByRole("button", { name: /Haal .* weg/ }).allInnerTexts();
      assert.equal(names.length, 2);
      // Chosen, and another taken out: both happen.
      await person.choosesPhoto();
      await person.presses(person.button("photo-remove", { name: person.says("photo-name", { number: 3 }) }));
      assert.equal(await person.page.getByRole("button", { name: /Haal .* weg/ }).count(), 2);
      await person.addsPhoto();
      await person.reads(person.says("photo-full"));
      const three = await person.page.getByRole("button", { name: /Haal .* weg/ }).allInnerTexts();
      assert.equal(new Set(three).size, 3, `each photo has its own name: ${three}`);
    });

    aside("a photo of thirty megabytes is explained, and does not break the connection", {}, async (person) => {
      await person.begins();
      await person.tellsWhat();
      await person.tellsWhere();
      await person.addsPhoto(Buffer.concat([PHOTO.subarray(0, -2), Buffer.alloc(30_000_000, 1), PHOTO.subarray(-2)]));
      await person.reads(person.says("fault-photo-too-large", { limit: 10 }));
    });

    aside("someone who left her e-mail address finds it on the check page, and can clear it", {}, async (person) => {
      await person.begins();
      await person.tellsWhat();
      await person.tellsWhere();
      await person.continues();
      await person.fills("naam", "Sanne de Wit");
      await person.fills("email", "sanne@voorbeeld.nl");
      await person.continues();
      await person.reads("sanne@voorbeeld.nl");
      await changes(person, "contact");
      assert.equal(await person.field("naam").inputValue(), "Sanne de Wit");
      await person.fills("email", "");
      await person.continues();
      await person.readsNot("sanne@voorbeeld.nl");
      await person.sends();
    });

    aside("who comes back to the form in the other language finds her answers", {}, async (person) => {
      await person.begins();
      await person.tellsWhat();
      await person.presses(person.link("language-name"));
      assert.equal(await person.page.locator("html").getAttribute("lang"), "en");
      await person.page.goto(person.page.url().replace("/waar", "/wat"));
      assert.ok(await person.page.locator('[name="soort"][value="afval"]').isChecked());
      assert.equal(await person.field("omschrijving").inputValue(), QUESTION);
    });

    async function changes(person, page) {
      await person.presses(person.page.locator(`main a[href*="/${page}?wijzig"]`).first());
    }

    async function wholeJourney(person) {
      const words = service[person.language];
      await person.asks(QUESTION);
      assert.equal(await person.heading(), words.title);
      await person.reads(QUESTION);
      await person.presses(person.button("answer-start"));

      await person.isAt("wat");
      assert.equal(await person.field("omschrijving").inputValue(), QUESTION);
      await person.tellsWhat();
      await person.isAt("waar");
      await person.tellsWhere();
      await person.isAt("foto");
      await person.addsPhoto(photoWithNotes());
      await person.reads(person.says("photo-name", { number: 1 }));
      await person.continues();
      await person.isAt("contact");
      await person.continues();

      assert.equal(await person.heading(), person.says("check-title"));
      await person.reads(QUESTION);
      await person.reads("3811 CJ 1, Amersfoort");
      await person.reads(words.afval);
      await person.reads(person.says("photo-name", { number: 1 }));
      await changes(person, "wat");
      await person.tellsWhat({ soort: "anders", omschrijving: `${QUESTION}!` });
      assert.equal(await person.heading(), person.says("check-title"));
      await person.reads(words.anders);
      await person.readsNot(words.afval);

      const number = await person.sends();
      assert.match(number, NUMBER);
      await person.reads(`${QUESTION}!`);
      await person.reads(String(new Date().getFullYear()));
      await person.reads(person.says("receipt-date", { date: "" }).split("  ")[0]);
      const code = await person.code();
      assert.equal(code.length, 8, `eight words: ${code}`);
      const paper = await person.page.getByRole("link", { name: person.says("receipt-save") }).getAttribute("href");
      await isPdf(person, paper);

      await person.follows(code.join(" ").toUpperCase());
      await person.reads(number);
      await person.reads(`${QUESTION}!`);
      await photoIsShown(person);
      await isPdf(person, await person.link("zaak-pdf").getAttribute("href"));
      await person.fills("bericht", "Het is nu nog meer geworden.\nEr ligt ook glas.");
      await person.presses(person.button("zaak-add-button"));
      await person.reads("Er ligt ook glas.");
      await person.reads(person.says("done-added"));
      await person.hand.attach(person.page, person.field("document"), { name: "later.jpg", mimeType: "image/jpeg", buffer: photoWithNotes() });
      await person.presses(person.button("zaak-add-button"));
      await person.reads(person.says("zaak-documents-added", { names: person.says("zaak-documents-name") }));
      await photoIsShown(person);
      await person.presses(person.button("zaak-easy-makkelijk"));
      await person.reads(person.says("zaak-easy-thanks"));
      await person.withdraws();
      await person.reads(person.says("done-withdrawn", { what: person.service.noun }));
      await person.reads(person.says("zaak-over", { result: "" }).trim());
      assert.equal(await person.link("zaak-withdraw-button").count(), 0);
      assert.equal(await person.button("zaak-add-button").count(), 0);
    }

    async function isPdf(person, address) {
      const paper = await person.page.context().request.get(address);
      assert.equal(paper.status(), 200);
      assert.match(paper.headers()["content-type"], /^application\/pdf/);
      assert.equal((await paper.body()).subarray(0, 4).toString(), "%PDF");
    }

    async function photoIsShown(person) {
      const photo = person.page.locator("main img").last();
      assert.ok(await photo.evaluate((image) => image.complete && image.naturalWidth > 0), "the photo is not shown");
      const bytes = await (await person.page.context().request.get(await photo.getAttribute("src"))).body();
      assert.ok(!tellsPlace(bytes), "the photo still tells where it was made");
    }
  });
}
