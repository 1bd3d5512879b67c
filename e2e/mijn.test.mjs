// Someone looks at what government has of her: her cases, her data, and who looked. Nobody else sees any of it.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { forEveryone, noBarrier, picture } from "./barriers.mjs";
import { aloneHere, cafe, company, confidential, doubted, dutchDay, emigrated, family, household, keptHere, single, stranger } from "./people.mjs";
import { Resident } from "./resident.mjs";
import { Staff } from "./staff.mjs";
import { everyWay, meanwhile, once, stage, storiesOf } from "./stories.mjs";
import { databases, openWithAll } from "./world.mjs";

const ELSEWHERE = /^http:\/\/127\.0\.0\.1:\d+\/interactie\//;

for (const database of databases()) {
  describe(`My government, on ${database.name}`, { skip: database.skip, timeout: 600_000 }, () => {
    const scene = stage(() => openWithAll(database));
    const story = storiesOf(scene, Resident);
    const aside = once(database, story);

    everyWay(story, database, "her case from first to last", { as: single }, wholeStory);

    describe("signing in", () => {
      for (const language of ["nl", "en"]) {
        aside(`who is not signed in goes on where she wanted to be (${language})`, { language }, async (person) => {
          await person.goes("/mijn/inzage");
          await person.signsIn();
          assert.equal(await person.heading(), person.says("looked-title"));
          assert.equal(await person.page.locator("html").getAttribute("lang"), language);
        });

        aside(`who stops halfway is told so, and can go on (${language})`, { language }, async (person) => {
          await person.goes("/mijn/gegevens");
          await person.presses(person.button("sign-in-digid-button"));
          assert.match(person.page.url(), ELSEWHERE);
          await person.presses(person.page.locator('[name="doe"][value="annuleren"]'));
          assert.equal(await person.page.locator("html").getAttribute("lang"), language);
          await person.reads(person.says("sign-in-cancelled"));
          await person.signsIn();
          assert.equal(await person.heading(), person.says("my-data-title"));
        });

        story(`who signs out has nothing left on this device (${language})`, { language }, async (person) => {
          await person.goes("/mijn");
          await person.signsIn();
          await person.signsOut();
          assert.equal(await person.page.locator("html").getAttribute("lang"), language);
          assert.equal(await person.heading(), person.says("signed-out-title"));
          await person.page.goBack();
          for (const path of ["/mijn", "/mijn/gegevens", "/mijn/inzage", "/mijn/download"]) {
            await person.goes(path);
            assert.equal(await person.heading(), person.says("sign-in-title"), path);
          }
        });
      }

      for (const language of ["nl", "en"]) {
        aside(`the provider goes away halfway: the page says so, and later it works (${language})`, { language }, async (person) => {
          await person.goes("/mijn/inzage");
          await person.presses(person.button("sign-in-digid-button"));
          await person.findsHerself(single.bsn);
          // She shows who she is, and the provider sends her back; what the product then asks the provider meets no answer.
          const form = await person.page.locator("main form").evaluate((form) => {
            const level = form.querySelector('[name="niveau"]:checked').value;
            return { persoon: form.querySelector('[name="persoon"]').value, niveau: level };
          });
          const step = (answer) => person.page.context().request.get(answer.headers().location, { maxRedirects: 0 });
          const chosen = await person.page.context().request.post(person.page.url(), { form, maxRedirects: 0 });
          const back = (await step(chosen)).headers().location;
          assert.match(back, /\/inloggen\/terug\?/);
          await scene.doors.around.signInAway();
          try {
            const answer = await person.page.goto(back);
            assert.equal(answer.status(), 503);
            await person.reads(person.says("sign-in-unavailable"));
          } finally {
            await scene.doors.around.signInBack();
          }
          await person.signsIn();
          assert.equal(await person.heading(), person.says("looked-title"));
        });
      }

      aside("whoever is signed in stays so when the provider is away", { as: stranger }, async (person) => {
        await person.goes("/mijn");
        await person.signsIn();
        await scene.doors.around.signInAway();
        try {
          await person.goes("/mijn");
          assert.equal(await person.heading(), person.says("mine-title"));
          // The provider, where she would sign out too, is an error of the browser.
          const signOut = person.page.locator("header").getByRole("button", { name: person.says("nav-sign-out"), exact: true });
          await Promise.all([person.page.waitForEvent("load"), signOut.click()]);
          await person.goes("/mijn");
          assert.equal(await person.heading(), person.says("sign-in-title"), "signed out here, whatever the provider does");
        } finally {
          await scene.doors.around.signInBack();
        }
      });
    });

    describe("where she is signed in", () => {
      const others = (person) => person.page.locator('main [name="welke"]:not([value="andere"])');
      const isOut = async (person) => {
        await person.goes("/mijn");
        assert.equal(await person.heading(), person.says("sign-in-title"));
      };
      const isIn = async (person) => {
        await person.goes("/mijn");
        if ((await person.heading()) === person.says("sign-in-title")) await person.signsIn();
        assert.equal(await person.heading(), person.says("mine-title"));
      };

      for (const language of ["nl", "en"]) {
        aside(`stands on a page of hers, and from there she signs out elsewhere (${language})`, { as: keptHere, language }, (atHome) =>
          meanwhile(scene, Resident, { as: keptHere }, (atLibrary) =>
            meanwhile(scene, Resident, { as: keptHere }, async (onPhone) => {
              for (const one of [atLibrary, atHome]) await isIn(one);
              await atHome.presses(atHome.link("sessions-title"));
              assert.equal(await others(atHome).count(), 1);
              await atHome.reads(atHome.says("sessions-here"));
              if (language === "nl") await forEveryone(atHome, "mijn-sessies");
              await atHome.presses(others(atHome).first());
              await atHome.reads(atHome.says("sessions-none"));
              if (language === "nl") await forEveryone(atHome, "mijn-sessies-geen");
              await isOut(atLibrary);
              // Two at once, and she stays where she is.
              for (const one of [atLibrary, onPhone]) await isIn(one);
              await atHome.goes("/mijn/sessies");
              assert.equal(await others(atHome).count(), 2);
              await atHome.presses(atHome.button("sessions-end-others"));
              await atHome.reads(atHome.says("sessions-none"));
              for (const one of [atLibrary, onPhone]) await isOut(one);
              await atHome.goes("/mijn/inzage?alles");
              await atHome.reads(atHome.says("action-sessie-beeindigd"));
              await atHome.signsOut();
            }),
          ),
        );
      }

      aside("is there for who acts for a company, and for who works", { as: stranger }, async (person) => {
        await person.goes("/mijn");
        await person.signsIn("eherkenning", cafe.atBranch);
        await person.presses(person.link("sessions-title"));
        await person.reads("eHerkenning");
        await person.reads(person.says("sessions-none"));
        await meanwhile(scene, Staff, { name: "Noor Zandstra" }, (once) =>
          meanwhile(scene, Staff, { name: "Noor Zandstra" }, async (twice) => {
            await twice.presses(twice.link("sessions-title"));
            assert.equal(await others(twice).count(), 1);
            await forEveryone(twice, "balie-sessies");
            await twice.presses(others(twice).first());
            await twice.reads(twice.says("sessions-none"));
            await once.goes("/balie");
            assert.equal(await once.heading(), once.says("sign-in-desk-title"));
          }),
        );
      });
    });

    for (const language of ["nl", "en"]) {
      aside(`who acts for a company sees on every page for whom (${language})`, { language }, async (person) => {
        await person.goes("/mijn");
        await person.signsIn("eherkenning", company.words);
        const banner = person.says("acts-for", { name: person.says("acts-for-company", { kvk: company.kvk }) });
        for (const path of ["/mijn", "/mijn/gegevens", "/mijn/inzage", "/", "/product/verhuismelding", "/vraag", "/volgen", "/bestaat-niet"]) {
          await person.goes(path);
          const head = (await person.page.locator("header").innerText()).replaceAll("\u00a0", " ");
          assert.ok(head.includes(banner), `${path}: ${head}`);
          assert.ok(head.includes(company.name), `${path}: ${head}`);
        }
        await person.goes("/mijn/gegevens");
        await person.reads(person.says("register-kvk"));
        await person.reads(company.trade);
        await person.reads(company.kvk);
        assert.match(await person.fact(person.says("my-data-bezoekadres")), /\d{4} [A-Z]{2} /);
        assert.ok((await person.fact(person.says("my-data-handelsnamen"))).includes(company.trade));
        await person.reads(person.says("my-data-wrong-kvk"));
        await person.readsNot("BRP");
        const download = await (await person.page.context().request.get("/mijn/download")).json();
        assert.deepEqual(download.zaken, []);
        for (const path of ["/mijn/machtigingen", "/mijn/namens"]) {
          await person.goes(path);
          await person.reads(person.says("error-not-for-company-text"));
        }
        await person.goes("/inloggen?naar=/mijn&niveau=hoog");
        await person.reads(person.says("sign-in-step-up-company"));
        assert.equal(await person.button("sign-in-eherkenning-button").count(), 1);
        assert.equal(await person.button("sign-in-digid-button").count(), 0, "for a company one shows who one is with eHerkenning");
        await forEveryone(person, `inloggen-bedrijf-hoger-${language}`);
      });
    }

    aside("who is authorised for one branch sees and does what is of that branch", {}, async (person) => {
      const banner = person.says("acts-for", { name: person.says("acts-for-branch", { kvk: cafe.kvk, vestiging: cafe.branch }) });
      const begins = async (words) => {
        await person.goes("/beginnen/evenementenvergunning");
        await person.presses(person.button("start-evenementenvergunning"));
        await person.signsIn("eherkenning", words);
        await person.presses(person.button("start-evenementenvergunning"));
        await person.reads(cafe.street);
        await person.goes("/mijn");
      };
      const unsent = () => person.page.locator("main form[action^='/mijn/concepten/']").count();
      await begins(cafe.atBranch);
      const head = (await person.page.locator("header").innerText()).replaceAll("\u00a0", " ");
      assert.ok(head.includes(banner), head);
      await person.reads(person.says("mine-branch-lead"));
      assert.equal(await unsent(), 1);
      for (const path of ["/mijn/gegevens", "/mijn/inzage", "/mijn/download"]) {
        await person.goes(path);
        assert.equal(await person.heading(), person.says("error-not-for-branch-title"), path);
      }
      // What she asks is of her branch too, and its receipt is in the box.
      await person.goes("/vraag");
      await person.reads(person.says("vraag-mine"));
      await person.fills("bericht", "Mag ons terras in de winter blijven staan?");
      await person.fills("plaats", "Amersfoort");
      await person.presses(person.button("vraag-button"));
      const number = await person.fact(person.says("thread-number"));
      await person.presses(person.link("receipt-mine"));
      await person.reads(number);
      await person.goes("/mijn");
      await person.reads(person.says("mine-vraag-open"));
      await noBarrier(person);
      await picture(person, "1280/mijn-vestiging");
      await person.presses(person.page.locator('main a[href$="/mijn/berichten"]'));
      await person.reads(person.says("berichten-receipt"));
      await person.reads(number);
      await noBarrier(person);
      await person.goes("/mijn");
      await person.presses(person.page.locator("header").getByRole("button", { name: person.says("nav-sign-out"), exact: true }));
      await begins(cafe.whole);
      assert.equal(await unsent(), 2, "the company has what its branch began");
      await person.reads(number);
    });

    describe("her data", () => {
      aside("are what the register says of her, with those of her family", { as: family }, async (person) => {
        await person.goes("/mijn/gegevens");
        await person.signsIn();
        await person.reads(person.says("register-brp"));
        assert.equal(await person.fact(person.says("my-data-naam")), family.name);
        assert.match(await person.fact(person.says("my-data-geslacht")), /^(man|vrouw)$/);
        assert.match(await person.fact(person.says("my-data-inschrijving")), /\d{4}$/);
        const partner = await person.fact(person.says("my-data-partner"));
        assert.ok(partner.startsWith(household[0]), partner);
        const children = await person.fact(person.says("my-data-kinderen"));
        for (const child of household.slice(1)) assert.ok(children.includes(child), children);
        assert.ok(!(await person.page.content()).includes(family.bsn), "her number stands on the page");
        await person.readsNot(person.says("form-in-onderzoek"));
      });

      aside("hold her income, for who is known surely enough, and fail each by itself", { as: aloneHere }, async (person) => {
        await person.goes("/mijn/gegevens");
        await person.signsIn();
        await person.reads(person.says("my-data-rdw-text"));
        await person.readsNot("€");
        await person.presses(person.link("my-data-income-sign-in"));
        await person.signsIn();
        const year = dutchDay().year - 1;
        assert.match(await person.fact(person.says("my-data-income", { year })), /^€ [\d.]+/);
        await noBarrier(person);
        await scene.doors.around.turn("bri", "uit");
        try {
          await person.page.reload();
          await person.reads(person.says("my-data-away"));
          assert.equal(await person.fact(person.says("my-data-naam")), aloneHere.name);
        } finally {
          await scene.doors.around.back("bri");
        }
        await person.goes("/mijn/inzage?alles");
        await person.reads(person.says("action-register-bevraagd-bri"));
      });

      aside("are kept by no municipality of who lives abroad", { as: emigrated }, async (person) => {
        await person.goes("/mijn/gegevens");
        await person.signsIn();
        await person.reads(person.says("my-data-holder-rni"));
        await person.reads(person.says("my-data-wrong-rni"));
        assert.equal(await person.button("form-differs-title").count(), 0);
      });

      aside("say what is under investigation", { as: doubted }, async (person) => {
        await person.goes("/mijn/gegevens");
        await person.signsIn();
        const address = await person.fact(person.says("my-data-adres"));
        assert.ok(address.includes(person.says("form-in-onderzoek")), address);
      });

      aside("say that she keeps them confidential", { as: confidential }, async (person) => {
        await person.goes("/mijn/gegevens");
        await person.signsIn();
        assert.equal(await person.fact(person.says("my-data-geheim")), person.says("my-data-geheim-ja"));
      });

      aside("are not shown when the register is away, and are not gone", { as: single }, async (person) => {
        await person.goes("/mijn");
        await person.signsIn();
        for (const stand of ["uit", "half", "ander", "fout"]) {
          await scene.doors.around.turn("brp", stand);
          await person.goes("/mijn/gegevens");
          assert.equal(await person.heading(), person.says("my-data-title"), stand);
          await person.reads(person.says("my-data-away"));
          await person.readsNot(single.name);
        }
        await scene.doors.around.back("brp");
        await person.goes("/mijn/gegevens");
        await person.reads(single.name);
      });
    });

    aside("a report without a name stays out of it, signed in or not", { as: stranger }, async (person) => {
      await person.goes("/mijn");
      await person.signsIn();
      const answer = await person.page.context().request.post("/beginnen/melding-openbare-ruimte", { form: { vraag: "Een losse tegel" } });
      assert.equal(answer.status(), 200);
      await person.goes("/mijn");
      await person.reads(person.says("mine-open-none"));
      for (const heading of ["mine-unsent-title", "mine-open-title", "mine-ended-title"]) await person.readsNot(person.says(heading));
      await forEveryone(person, "mijn-niets");
    });

    async function wholeStory(person) {
      const number = await person.hasMoved();
      await person.presses(person.link("receipt-mine"));
      await person.reads(number);
      const zaak = new URL(person.page.url()).pathname;
      await person.presses(person.link("zaak-mine"));
      assert.equal(await person.heading(), person.says("mine-title"));
      await person.reads(person.says("mine-open-title"));
      await person.reads(person.says("zaak-number", { number }));
      await person.readsNot(person.says("mine-deadline", { date: "|" }).split("|")[0]);

      await person.presses(person.page.locator(`main a[href="${zaak}"]`));
      await person.fills("bericht", "Ik verhuis een dag later.\nDe sleutel is er nog niet.");
      await person.presses(person.button("zaak-add-button"));
      await person.reads("De sleutel is er nog niet.");
      await person.presses(person.button("zaak-easy-makkelijk"));
      await person.reads(person.says("zaak-easy-thanks"));
      const paper = await person.page.context().request.get(await person.link("zaak-pdf").getAttribute("href"));
      assert.equal(paper.status(), 200);
      assert.equal((await paper.body()).subarray(0, 4).toString(), "%PDF");
      await person.presses(person.link("zaak-withdraw-button"));
      await person.presses(person.link("zaak-withdraw-no"));
      assert.equal(await person.button("zaak-add-button").count(), 1, "a look at what it means withdraws nothing");
      await person.withdraws();
      await person.reads(person.says("zaak-over", { result: "" }).trim());
      assert.equal(await person.button("zaak-add-button").count(), 0);
      await person.goes("/mijn");
      await person.reads(person.says("mine-ended-title"));
      await person.reads(person.says("resultaat-ingetrokken"));
      await person.reads(person.says("zaak-number", { number }));

      await person.presses(person.link("my-data-title"));
      await person.reads(single.name);
      // What others did stands there first; what she did herself is one press away.
      await person.goes("/mijn/inzage");
      for (const action of ["zaak-aangevuld", "zaak-ingetrokken", "ingelogd"]) await person.readsNot(person.says(`action-${action}`));
      await person.presses(person.link("looked-all"));
      for (const action of ["zaak-ontvangen", "zaak-gelezen", "zaak-aangevuld", "zaak-ingetrokken", "ingelogd", "register-bevraagd-brp", "register-bevraagd-bag"])
        await person.reads(person.says(`action-${action}`));
      await person.reads(person.says("doel-zaak-intrekken"));
      await person.reads("Amersfoort");
      await person.reads(person.says("looked-why"));
      await person.reads("Wet BRP");
      await person.reads(String(new Date().getFullYear()));

      await person.goes("/mijn");
      const download = await person.page.context().request.get(await person.link("mine-download").getAttribute("href"));
      assert.match(download.headers()["content-type"], /^application\/json/);
      const { zaken } = await download.json();
      const hers = zaken.find((one) => one.identificatie === number);
      assert.ok(hers, `${number} is not in ${JSON.stringify(zaken).slice(0, 500)}`);
      assert.ok(JSON.stringify(hers).includes("De sleutel is er nog niet."));
      assert.ok(!(await download.text()).includes(single.bsn), "her number stands in the download");
      await person.signsOut();
    }
  });
}

describe("Signing in where the provider never answered", { timeout: 120_000 }, () => {
  const scene = stage(openWithAll);
  storiesOf(scene, Resident)("says so, loses nothing, and works as soon as it answers", {}, async (person) => {
    await scene.doors.around.signInAway();
    await person.goes("/mijn/gegevens");
    const [answer] = await Promise.all([
      person.page.waitForResponse((response) => response.request().method() === "POST"),
      person.presses(person.button("sign-in-digid-button")),
    ]);
    assert.equal(answer.status(), 503);
    await person.reads(person.says("sign-in-unavailable"));
    await scene.doors.around.signInBack();
    await person.signsIn();
    assert.equal(await person.heading(), person.says("my-data-title"));
  });
});
