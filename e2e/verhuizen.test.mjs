// Someone moves house: signs in, sees what government knows already, and tells only what is new.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { forEveryone, picture } from "./barriers.mjs";
import { company, confidential, dead, doubted, dutchDay, emigrated, family, hardNames, household, keptHere, partner, child, single, stranger, tooYoung } from "./people.mjs";
import { Resident } from "./resident.mjs";
import { Staff } from "./staff.mjs";
import { everyWay, meanwhile, once, stage, storiesOf } from "./stories.mjs";
import { databases, openWithAll } from "./world.mjs";

const NUMBER = /^20\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}$/;
/** Later than any fifth day after, however many days off follow it. */
const LATE = -14;

for (const database of databases()) {
  describe(`Moving house, on ${database.name}`, { skip: database.skip, timeout: 600_000 }, () => {
    const scene = stage(() => openWithAll(database));
    const story = storiesOf(scene, Resident);
    const aside = once(database, story);
    /** What must not be missed of it, as who handles it reads it at the desk in Amersfoort. */
    const signals = (number, tell = (text) => text, how = {}) =>
      meanwhile(scene, Staff, { name: "Noor Zandstra", ...how }, async (handler) => {
        await handler.finds(number);
        return tell(await handler.page.locator("#signalen").innerText(), handler);
      });

    everyWay(story, database, "from question to receipt", { as: family }, wholeJourney);

    aside("who moves along reads that she was named and that the desk read it; whose data only came along does not", { as: family }, async (person) => {
      await person.beginsMoving();
      await person.ticks("partner-1");
      await person.continues();
      await person.movesTo();
      await person.movesOn();
      await person.continues();
      const number = await person.sends();
      await meanwhile(scene, Staff, { name: "Noor Zandstra" }, (handler) => handler.finds(number));
      for (const [as, told] of [[partner, true], [child, false]]) {
        await meanwhile(scene, Resident, { as }, async (one) => {
          await one.goes("/inloggen?naar=/mijn/inzage");
          await one.signsIn();
          for (const action of ["action-genoemd-in-zaak", "action-genoemd-gelezen"]) {
            await one[told ? "reads" : "readsNot"](one.says(action));
          }
          await one.goes("/mijn");
          await one[told ? "reads" : "readsNot"](one.says("mine-named-title"));
          if (!told) return;
          await forEveryone(one, "mijn-genoemd");
          await one.presses(one.link("mine-named-link"));
          await one.reads(one.says("vraag-about", { name: one.service.title }));
          assert.equal(await one.page.locator("#plaats").inputValue(), "Amersfoort", "whom she asks is filled in");
        });
      }
    });

    aside("each page that she saves keeps her form for a day from then", { as: single }, async (person) => {
      await person.beginsMoving();
      const until = async () => (await person.page.context().cookies()).find(({ name }) => name === "jd_browser").expires;
      const first = await until();
      await person.page.waitForTimeout(1_100);
      await person.continues();
      assert.ok((await until()) > first, "a day from this page, not from the first");
    });

    describe("who she is", () => {
      aside("who lives alone has nobody else to tick", { as: single }, async (person) => {
        await person.beginsMoving();
        await person.reads(single.name);
        assert.equal(await person.page.locator('[name="verhuizers"]').count(), 1);
        assert.ok(await person.page.locator('[name="verhuizers"]').isChecked());
      });

      for (const as of hardNames) {
        aside(`a name is shown as it is: ${as.name.slice(0, 30)}`, { as }, async (person) => {
          await person.beginsMoving();
          const shown = await person.page.locator(".jd-known__value").first().innerText();
          assert.equal(shown.replace(/\s+/g, " ").trim(), as.name.replace(/\s+/g, " ").trim());
          await person.fillsInMove();
          assert.match(await person.sends(), NUMBER);
        });
      }

      for (const language of ["nl", "en"]) {
        aside(`what is under investigation says so (${language})`, { as: doubted, language }, async (person) => {
          await person.beginsMoving();
          const [name, address] = await person.page.locator("main .jd-known").allInnerTexts();
          assert.ok(address.includes(person.says("form-in-onderzoek")), address);
          assert.ok(!name.includes(person.says("form-in-onderzoek")), name);
          await person.fillsInMove();
          const label = address.split("\n")[0];
          assert.ok((await person.fact(label)).endsWith(person.says("form-doubted-row", { value: "" }).trim()));
          const number = await person.sends();
          assert.ok((await person.fact(label)).endsWith(person.says("form-doubted-row", { value: "" }).trim()));
          assert.match(await signals(number), /In onderzoek: Uw adres nu/);
        });
      }

      aside("who keeps her data confidential can do all this too", { as: confidential }, async (person) => {
        const number = await person.hasMoved();
        assert.match(number, NUMBER);
        const seen = async (text, handler) => {
          assert.ok(text.includes(person.says("signal-geheimhouding")), text);
          await forEveryone(handler, "verhuizen/balie-signaal");
          await handler.goes("/balie");
          await handler.reads(handler.says("desk-signals"));
          await picture(handler, "1280/verhuizen-balie-lijst");
          await handler.finds(number);
          const sees = handler.page.locator("#signalen form");
          const note = sees.locator("input");
          await note.evaluate((input) => input.removeAttribute("maxlength"));
          await note.fill("Nagekeken. ".repeat(40));
          await handler.presses(sees.locator("button"));
          await forEveryone(handler, "verhuizen/balie-gezien-fout");
          await note.fill("In de BRP nagekeken.");
          await handler.presses(sees.locator("button"));
          assert.equal(await handler.page.locator("#signalen").count(), 0);
          for (const told of [handler.says("desk-signals-done"), handler.says("desk-signal-by", { name: "Noor Zandstra" })])
            await handler.reads(told);
          await handler.reads(handler.says("desk-signal-did", { text: "In de BRP nagekeken." }));
          await forEveryone(handler, "verhuizen/balie-gezien");
        };
        await signals(number, seen, { language: "en", width: 390 });
        await person.goes("/mijn/inzage");
        await person.reads(person.says("action-signaal-gezien"));
      });

      for (const language of ["nl", "en"]) {
        aside(`who is younger than sixteen is told who does it for her (${language})`, { as: tooYoung, language }, async (person) => {
          await person.beginsMoving();
          await person.reads(person.says("refused-too-young"));
        });

        aside(`who left the country is told what to do (${language})`, { as: emigrated, language }, async (person) => {
          await person.beginsMoving();
          await person.reads(person.says("refused-emigrated"));
        });
      }

      aside("nobody signs in as somebody who died", { as: dead }, async (person) => {
        await person.goes("/inloggen");
        await person.presses(person.button("sign-in-digid-button"));
        await person.findsHerself(dead.bsn);
        await person.reads("0 gevonden");
        assert.equal(await person.page.locator('[name="persoon"]').count(), 0);
      });

      aside("who acts for a company is asked to sign in for herself", {}, async (person) => {
        await person.goes("/inloggen");
        await person.signsIn("eherkenning", company.words);
        await person.goes("/beginnen/verhuismelding");
        await person.presses(person.button("start-verhuismelding"));
        assert.equal(await person.heading(), person.says("sign-in-title"));
      });
    });

    describe("what she tells", () => {
      aside("what is not right can be said, and does not stop her", { as: single }, async (person) => {
        await person.beginsMoving();
        await person.hand.press(person.page.locator("summary", { hasText: person.says("form-differs-title") }).first());
        await person.reads(person.says("form-differs-hint"));
        await forEveryone(person, "verhuizen/klopt-dit-niet");
        await person.fills("naam-anders", "Mijn tweede voornaam ontbreekt.");
        await person.fillsInMove();
        await person.reads("Mijn tweede voornaam ontbreekt.");
        const number = await person.sends();
        await person.reads("Mijn tweede voornaam ontbreekt.");
        assert.match(await signals(number), /klopt dit niet: Uw naam\..*Mijn tweede voornaam ontbreekt\./);
        await person.goes("/beginnen/verhuismelding");
        await person.presses(person.button("start-verhuismelding"));
        await person.hand.press(person.page.locator("summary", { hasText: person.says("form-differs-title") }).first());
        await person.presses(person.page.getByRole("link", { name: person.says("form-differs-link") }).first());
        assert.equal(await person.heading(), person.says("my-data-title"));
      });

      for (const language of ["nl", "en"]) {
        aside(`an address that is not there, and one of several (${language})`, { as: single, language }, async (person) => {
          await person.beginsMoving();
          await person.continues();
          await person.movesTo({ huisnummer: "999" });
          await person.reads(person.says("fault-address-unknown"));
          await person.movesTo({ postcode: "3812 AA", huisnummer: "14" });
          await person.reads(person.says("fault-address-choose"));
          const choices = person.page.locator('main [name="nieuw-adres"]');
          assert.equal(await choices.count(), 3);
          await person.hand.choose(choices.nth(1));
          await person.continues();
          await person.isAt("datum");
          await person.movesOn();
          await person.continues();
          await person.reads("Voorbeeldlaan 14A, 3812 AA Amersfoort");
          await person.sends();
          await person.reads("Voorbeeldlaan 14A, 3812 AA Amersfoort");
        });
      }

      aside("a letter and an addition lead to one address at once", { as: single }, async (person) => {
        await person.beginsMoving();
        await person.continues();
        await person.movesTo({ postcode: "3812aa", huisnummer: "14", huisletter: "a" });
        await person.isAt("datum");
        await person.page.goBack();
        await person.movesTo({ postcode: "3011 VB", huisnummer: "24", huisletter: "", toevoeging: "3" });
        await person.isAt("datum");
      });

      aside("what is no house number is explained at its field", { as: single }, async (person) => {
        await person.beginsMoving();
        await person.continues();
        await person.movesTo({ huisnummer: "12 bis" });
        await person.reads(person.says("fault-huisnummer"));
        await person.movesTo({ huisnummer: "12", huisletter: "bis" });
        await person.reads(person.says("fault-huisletter"));
        await person.movesTo({ postcode: "38", huisletter: "" });
        await person.reads(person.says("fault-postcode"));
      });

      for (const language of ["nl", "en"]) {
        aside(`a municipality that takes nothing here leads to its own site (${language})`, { as: single, language }, async (person) => {
          await person.beginsMoving();
          await person.continues();
          await person.movesTo({ postcode: "2597 EN", huisnummer: "6" });
          assert.match(await person.heading(), /Den Haag|'s-Gravenhage|The Hague/);
          assert.match(new URL(await person.link("elsewhere-link").getAttribute("href")).hostname, /denhaag/);
          await person.presses(person.link("elsewhere-change-address"));
          await person.isAt("adres");
          await person.movesTo();
          await person.isAt("datum");
        });

        aside(`a day that is not there, too far ahead, in time, or late (${language})`, { as: single, language }, async (person) => {
          await person.beginsMoving();
          await person.continues();
          await person.movesTo();
          await person.continues();
          await person.reads(person.says("fault-date-empty"));
          await person.movesOn({ day: 31, month: 2, year: dutchDay().year });
          await person.reads(person.says("fault-date"));
          await person.movesOn(29);
          await person.reads(person.says("fault-date-ahead"));
          await person.movesOn(28);
          await person.continues();
          await person.readsNot(person.says("form-date-counts"));
          await person.presses(person.page.locator('main a[href*="/datum?wijzig"]').first());
          await person.movesOn(LATE);
          const counts = /2\.20/;
          assert.match(await person.fact(person.says("form-date-counts")), counts);
          assert.match(await person.fact(person.says("form-date-counts")), new RegExp(String(dutchDay().year)));
          await person.sends();
          assert.match(await person.fact(person.says("form-date-counts")), counts);
        });
      }

      aside("who ticks nobody is told to choose", { as: family }, async (person) => {
        await person.beginsMoving();
        await person.ticks("ik");
        await person.continues();
        await person.reads(person.says("fault-people"));
      });

      aside("a double click on send makes one notice", { as: single }, async (person) => {
        await person.beginsMoving();
        await person.fillsInMove();
        await person.button("check-send", { what: person.service.noun }).dblclick();
        await person.arrivesAt(/\/bewijs\//);
        const number = await person.fact(person.says("receipt-number"));
        await person.page.reload();
        assert.equal(await person.fact(person.says("receipt-number")), number);
        await person.page.goBack();
        const again = person.button("check-send", { what: person.service.noun });
        if (await again.isVisible()) await person.presses(again);
        assert.equal(await person.fact(person.says("receipt-number")), number);
      });

      story("the same notice sent three times at the same moment gives one number", { as: single }, async (person) => {
        await person.beginsMoving();
        await person.fillsInMove();
        const address = person.page.url().replace("/controle", "/versturen");
        const send = async () => {
          const answer = await person.page.context().request.post(address);
          return /20\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await answer.text())?.[0];
        };
        const numbers = await Promise.all([send(), send(), send()]);
        assert.match(numbers[0] ?? "", NUMBER);
        assert.equal(new Set(numbers).size, 1, `numbers: ${numbers}`);
      });
    });

    describe("later, and elsewhere", () => {
      story("what was begun in one browser goes on in another, for the same person alone", { as: single }, async (person) => {
        await person.beginsMoving();
        await person.continues();
        await person.movesTo();
        await person.isAt("datum");
        const form = new URL(person.page.url()).pathname;
        const number = await meanwhile(scene, Resident, { as: single }, async (elsewhere) => {
          await elsewhere.goes("/mijn");
          await elsewhere.signsIn();
          await elsewhere.reads(elsewhere.says("mine-unsent-title"));
          await elsewhere.presses(elsewhere.page.locator(`main a[href*="${form.split("/")[2]}"]`));
          await elsewhere.isAt("wie");
          await elsewhere.reads(single.name);
          await elsewhere.goes(form.replace("datum", "adres"));
          assert.equal(await elsewhere.field("postcode").inputValue(), "3811 CJ");
          await elsewhere.continues();
          await elsewhere.movesOn();
          await elsewhere.continues();
          return elsewhere.sends();
        });
        // The first browser, still at its form, comes to the same receipt.
        await person.movesOn();
        assert.equal(await person.fact(person.says("receipt-number")), number);

        await meanwhile(scene, Resident, { as: stranger }, async (other) => {
          await other.goes("/mijn");
          await other.signsIn();
          const id = form.split("/")[2];
          for (const path of [form, `/formulier/${id}/controle`, `/bewijs/${id}`, `/bewijs/${id}/pdf`, `/mijn/zaken/${id}`, `/mijn/zaken/${id}/pdf`]) {
            const answer = await other.page.context().request.get(path);
            assert.equal(answer.status(), 404, path);
            assert.ok(!(await answer.text()).includes(number), path);
          }
        });
      });

      aside("what was begun can be thrown away", { as: stranger }, async (person) => {
        await person.beginsMoving();
        const form = person.page.url();
        await person.goes("/mijn");
        await person.presses(person.page.getByRole("button", { name: person.says("mine-unsent-discard") }).first());
        await person.readsNot(person.says("mine-unsent-title"));
        assert.equal((await person.page.context().request.get(form)).status(), 404);
      });

      aside("whoever began or sent one already is told so before the next", { as: keptHere }, async (person) => {
        const number = await person.hasMoved();
        await person.beginsMoving();
        const form = new URL(person.page.url()).pathname;
        await person.goes("/beginnen/verhuismelding");
        await person.reads(person.says("begin-draft", { when: "|" }).split("|")[0]);
        await forEveryone(person, "beginnen-al-begonnen");
        await person.presses(person.link("begin-draft-on"));
        assert.equal(new URL(person.page.url()).pathname, form, "no second one was made");
        await person.fillsInMove();
        await person.reads(`${number}`);
        await person.reads(person.says("check-running", { what: person.service.noun, numbers: number }));
        await forEveryone(person, "controle-loopt-al");
        assert.match(await signals(await person.sends()), new RegExp(number), "and so is who handles it");
      });

      aside("who signs out and comes back finds her form where she left it", { as: stranger }, async (person) => {
        await person.beginsMoving();
        await person.continues();
        const form = new URL(person.page.url()).pathname;
        await person.signsOut();
        await person.goes(form);
        await person.readsNot(stranger.name);
        await person.signsIn();
        await person.isAt("adres");
      });
    });

    describe("when a register does not answer", () => {
      const without = (register, stand, name, how, tell) =>
        aside(name, how, async (person) => {
          try {
            await tell(person, () => scene.doors.around.turn(register, stand));
          } finally {
            await scene.doors.around.back("brp", "bag");
          }
        });

      for (const [language, typed, movers, outcome] of [
        ["nl", single.name, "Alleen ik", "controle-brp-klopt"],
        ["en", "Iemand Anders", "Only me\nGrandma", "controle-brp-verschilt"],
      ]) {
        without("brp", "uit", `the BRP is away: she types it, and reads later how it compares: ${outcome}`, { as: single, language }, async (person, away) => {
          await away();
          await person.beginsMoving();
          await person.reads(person.says("form-away"));
          await person.reads(person.says("form-away-people"));
          await person.fills("naam", typed);
          const { officieleStraatnaam: street, huisnummer, postcode, woonplaats } = single.row.verblijfplaats.verblijfadres;
          await person.fills("huidig-adres", `${street} ${huisnummer}, ${postcode} ${woonplaats}`);
          await person.fills("verhuizers", movers);
          await person.fillsInMove();
          await person.reads(person.says("form-checked-later", { value: typed }));
          await person.reads(person.says("form-checked-later", { value: movers }));
          const number = await person.sends();
          await person.presses(person.link("receipt-mine"));
          await scene.doors.around.turn("brp", "aan");
          await person.readsSoon(person.says(outcome));
          if (outcome === "controle-brp-verschilt") {
            assert.match(await signals(number), /de naam is anders dan ingevuld, niet iedereen die is ingevuld, is herkend/);
          }
        });
      }

      for (const [number, outcome] of [
        ["1", "controle-bag-klopt"],
        ["999", "controle-bag-niet-gevonden"],
      ]) {
        without("bag", "uit", `the BAG is away: the address is looked up later: ${outcome}`, { as: single }, async (person, away) => {
          await away();
          await person.beginsMoving();
          await person.continues();
          await person.movesTo({ huisnummer: number });
          await person.isAt("datum");
          await person.movesOn();
          await person.continues();
          await person.reads(person.says("form-checked-later", { value: `3811 CJ ${number}` }));
          await person.sends();
          await person.presses(person.link("receipt-mine"));
          await scene.doors.around.turn("bag", "aan");
          await person.readsSoon(person.says(outcome));
        });
      }

      for (const stand of ["onbeschikbaar", "traag", "fout", "half", "ander"]) {
        without("brp", stand, `the BRP is “${stand}”: the form begins without it`, { as: stranger }, async (person, away) => {
          await away();
          await person.beginsMoving();
          await person.isAt("wie");
          await person.reads(person.says("form-away"));
          assert.equal(await person.field("naam").count(), 1);
        });

        without("bag", stand, `the BAG is “${stand}”: the form goes on without it`, { as: stranger }, async (person, away) => {
          await person.beginsMoving();
          await person.continues();
          await away();
          await person.movesTo();
          await person.isAt("datum");
        });
      }
    });

    async function wholeJourney(person) {
      await person.beginsMoving();
      await person.isAt("wie");
      await person.reads(family.name);
      await person.reads(family.row.verblijfplaats.verblijfadres.postcode.replace(/(?<=\d{4})(?=\w)/, " "));
      const { day, year } = dutchDay();
      const source = await person.page.locator(".jd-known__source").first().innerText();
      assert.ok(source.includes(String(day)) && source.includes(String(year)), source);
      const movers = person.page.locator("main fieldset", { has: person.page.locator('[name="verhuizers"]') });
      assert.equal(await movers.locator(".jd-known__source").innerText(), source, "who can be ticked comes from a register too");
      assert.equal(await person.page.locator('main input[type="text"], main textarea:not([name$="-anders"])').count(), 0, "nothing to type");
      for (const name of household) await person.reads(name);
      await person.ticks("partner-1");
      await person.ticks("kind-1");
      await person.continues();

      await person.isAt("adres");
      await person.movesTo();
      await person.isAt("datum");
      await person.movesOn();
      await person.isAt("contact");
      await person.continues();

      assert.equal(await person.heading(), person.says("check-title"));
      await person.reads("Voorbeeldhof 1, 3811 CJ Amersfoort");
      await person.reads(household[0]);
      await person.reads(household[1]);
      await person.readsNot(household[2]);
      await person.readsNot(person.says("form-date-counts"));

      const number = await person.sends();
      assert.match(number, NUMBER);
      await person.reads("Voorbeeldhof 1, 3811 CJ Amersfoort");
      const [promise] = person.says("receipt-date", { date: "|" }).split("|");
      await person.reads(promise.trim());
      await person.reads(person.says("promise-only"));
      const [next, law] = [person.page.locator("main .jd-steps"), person.page.locator("summary", { hasText: person.says("receipt-rights-title") })];
      assert.ok((await next.boundingBox()).y < (await law.boundingBox()).y, "what happens now stands before the law");
      await person.readsNot("2.60");
      await person.unfolds("receipt-rights-title");
      await person.reads(person.says("receipt-why-aangifte").slice(0, 60));
      await person.reads("2.60");
      assert.deepEqual(await person.code(), [], "no words open what asks her to sign in");
      const paper = await person.page.context().request.get(await person.link("receipt-save").getAttribute("href"));
      assert.equal((await paper.body()).subarray(0, 4).toString(), "%PDF");

      await person.presses(person.link("receipt-mine"));
      await person.reads(number);
      const [deadline] = person.says("zaak-deadline", { date: "|" }).split("|");
      await person.readsNot(deadline);
    }
  });
}
