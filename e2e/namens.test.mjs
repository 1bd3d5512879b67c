// A daughter moves her father with what he gave her in writing, a parent moves a child, and who is stopped midway does nothing more.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { forEveryone } from "./barriers.mjs";
import { daughter, family, father } from "./people.mjs";
import { Resident } from "./resident.mjs";
import { everyWay, meanwhile, once, stage, storiesOf } from "./stories.mjs";
import { databases, openWithAll } from "./world.mjs";

/** Who may act for another, or lets another act. */
class Mandated extends Resident {
  /** Signs in on the way to this page. */
  async arrives(path) {
    await this.goes(path);
    await this.signsIn();
  }

  /** Lets somebody move him; gives the eight words. */
  async authorises() {
    await this.arrives("/mijn/machtigingen/geven");
    await this.fills("voor", "mijn dochter");
    await this.hand.press(this.page.locator('main [name="diensten"][value="verhuismelding"]'));
    await this.chooses("tot", "jaar");
    await this.presses(this.button("machtiging-give-button"));
    assert.equal(await this.heading(), this.says("machtiging-words-title"));
    return (await this.code()).join(" ");
  }

  /** Looks at what it is, and accepts it. */
  async accepts(words, giver) {
    await this.arrives("/mijn/machtigingen");
    await this.fills("code", words);
    await this.presses(this.button("machtiging-take-button"));
    await this.reads(this.says("machtiging-offer-lead", { name: giver.name }));
    await this.presses(this.button("machtiging-offer-button"));
    assert.equal(await this.heading(), this.says("namens-title"));
  }

  /** Goes on for this person; the head of every page says so. */
  async actsFor(name) {
    await this.presses(this.button("namens-button", { name }).first());
    await this.isFor(name);
  }

  async isFor(name) {
    const head = await this.page.locator("header").innerText();
    assert.ok(head.includes(this.says("acts-for-person", { name })), head);
  }

  async isForHerself() {
    const head = await this.page.locator("header").innerText();
    assert.ok(!head.includes(this.says("acts-for-person").trim()), head);
  }

  async goesOnForHerself() {
    await this.presses(this.page.locator("header").getByRole("button", { name: this.says("namens-self"), exact: true }));
    await this.isForHerself();
  }

  /** The first of what she may do for another; what was begun already has the same name and stands below it. */
  beginning() {
    return this.page.locator("main").getByRole("link", { name: this.service.title, exact: true }).first();
  }

  /** From the list of what she may do for another to the receipt. */
  async movesAnother(name) {
    await this.presses(this.beginning());
    await this.presses(this.button("start-verhuismelding"));
    await this.isFor(name);
    await this.fillsInMove();
    await this.reads(this.says("behalf-for-label"));
    return this.sends();
  }
}

for (const database of databases()) {
  describe(`For another person, on ${database.name}`, { skip: database.skip, timeout: 600_000 }, () => {
    const scene = stage(() => openWithAll(database));
    const story = storiesOf(scene, Mandated);
    const aside = once(database, story);
    /** What the father does, in the language of the daughter. */
    const he = ({ language }, tell) => meanwhile(scene, Mandated, { as: father, language }, tell);

    everyWay(story, database, "a daughter moves her father, who sees that she did", { as: daughter }, async (she) => {
      const words = await he(she, (giver) => giver.authorises());
      await she.accepts(words, father);
      await she.actsFor(father.name);
      const number = await she.movesAnother(father.name);
      await she.reads(father.name);
      await she.reads(she.says("behalf-by-machtiging", { name: daughter.name }));
      await she.goes("/vraag");
      await she.reads(she.says("vraag-behalf"));
      await she.goesOnForHerself();
      await she.readsNot(number);
      await he(she, async (giver) => {
        await giver.arrives("/mijn");
        await giver.reads(number);
        await giver.goes("/mijn/inzage");
        await giver.reads(giver.says("looked-representative", { name: "" }).split(",")[0]);
      });
    });

    story("who is stopped midway is told so, and he finishes what she began", { as: daughter }, async (she) => {
      const words = await he(she, (giver) => giver.authorises());
      await she.accepts(words, father);
      await she.actsFor(father.name);
      await she.goes("/inloggen?naar=/mijn&opnieuw=ja");
      await she.reads(she.says("sign-in-acting", { name: father.name }));
      await she.readsNot(she.says("sign-in-digid-text"));
      assert.equal(await she.button("sign-in-digid-button").count(), 1);
      assert.equal(await she.button("sign-in-eherkenning-button").count(), 0);
      await forEveryone(she, "inloggen-namens");
      await she.goes("/mijn");
      await she.presses(she.beginning());
      await she.presses(she.button("start-verhuismelding"));
      await she.isAt("wie");
      await she.continues();
      const address = new URL(she.page.url()).pathname;
      await he(she, async (giver) => {
        await giver.arrives("/mijn/machtigingen");
        const stop = giver.page.locator("main").getByRole("button", { name: giver.says("machtiging-end") }).first();
        await giver.presses(stop);
      });
      await she.movesTo();
      assert.equal(await she.heading(), she.says("behalf-ended-title"));
      await forEveryone(she, "namens/gestopt");
      await she.presses(she.button("namens-self"));
      await she.isForHerself();
      await she.readsNot(father.name);
      await he(she, async (giver) => {
        await giver.arrives("/mijn");
        await giver.goes(address);
        await giver.isAt("adres");
        await giver.movesTo();
        await giver.movesOn();
        await giver.continues();
        await giver.sends();
      });
    });

    aside("a parent moves a child, as far as the register says", { as: family }, async (parent) => {
      await parent.arrives("/mijn/namens");
      await parent.presses(parent.link("namens-kind-link"));
      assert.equal(await parent.heading(), parent.says("namens-kind-title"));
      await forEveryone(parent, "namens/kinderen");
      await parent.presses(parent.page.locator('main form[action$="/mijn/namens"] button').first());
      const name = (await parent.page.locator("header strong").innerText()).trim();
      await forEveryone(parent, "namens/mijn-voor-kind");
      await parent.presses(parent.beginning());
      await parent.presses(parent.button("start-verhuismelding"));
      await parent.isAt("wie");
      await forEveryone(parent, "namens/formulier");
      await parent.fillsInMove();
      await parent.sends();
      await parent.reads(parent.says("behalf-by-gezag", { name: family.name }));
      assert.ok(name.length > 0);
      await forEveryone(parent, "namens/bewijs");
    });

    aside("while the register is away nobody acts for a child", { as: family }, async (parent) => {
      await parent.arrives("/mijn/namens");
      await scene.doors.around.turn("brp", "uit");
      try {
        await parent.presses(parent.link("namens-kind-link"));
        assert.equal(await parent.heading(), parent.says("namens-away-title"));
        await forEveryone(parent, "namens/register-weg");
      } finally {
        await scene.doors.around.back("brp");
      }
    });

    aside("when who gave it died she is told so, and it is over for good", { as: daughter }, async (she) => {
      const words = await he(she, (giver) => giver.authorises());
      await she.accepts(words, father);
      const chooses = she.button("namens-button", { name: father.name });
      const before = await chooses.count();
      await scene.doors.around.turn("brp", "overleden");
      try {
        await she.presses(chooses.first());
        await she.reads(she.says("refused-behalf-deceased"));
        await forEveryone(she, "namens/gever-overleden");
      } finally {
        await scene.doors.around.back("brp");
      }
      await she.goes("/mijn/namens");
      assert.equal(await chooses.count(), before - 1);
    });

    for (const language of ["nl", "en"]) {
      aside(`every page of it is for everyone (${language})`, { as: father, language }, async (giver) => {
        const shown = (name) => forEveryone(giver, `namens/${language}-${name}`);
        await giver.arrives("/mijn/machtigingen/geven");
        await shown("geven");
        await giver.presses(giver.button("machtiging-give-button"));
        await giver.reads(giver.says("fault-machtiging-service"));
        await shown("geven-fout");
        const words = await meanwhile(scene, Mandated, { as: father, language }, (again) => again.authorises());
        await giver.goes("/mijn/machtigingen");
        await shown("lijst");
        await giver.presses(giver.page.locator("main .jd-cases a").first());
        await shown("woorden");
        await meanwhile(scene, Mandated, { as: daughter, language }, async (she) => {
          await she.arrives("/mijn/machtigingen");
          await she.fills("code", words);
          await she.presses(she.button("machtiging-take-button"));
          await forEveryone(she, `namens/${language}-aannemen`);
          await she.presses(she.button("machtiging-offer-button"));
          await she.reads(she.says("done-authorised", { name: father.name }));
          await forEveryone(she, `namens/${language}-kiezen`);
          await she.presses(she.page.locator('main form[action$="/mijn/namens"] button').first());
          await she.goes("/mijn/gegevens");
          assert.equal(await she.heading(), she.says("error-not-for-another-title"));
          await forEveryone(she, `namens/${language}-niet-voor-ander`);
        });
      });
    }
  });
}
