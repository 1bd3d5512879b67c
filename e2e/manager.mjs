// Someone who manages an organisation: proposes, looks at what a colleague proposed, publishes.
import assert from "node:assert/strict";
import { Staff } from "./staff.mjs";

/** A manager, by the name under which she signs in. */
export class Manager extends Staff {
  static home = "manage-title";

  /** From the overview to a service, by its name. */
  async opens(service) {
    await this.goes("/beheer");
    await this.presses(this.page.getByRole("link", { name: service, exact: true }).last());
    assert.equal(await this.heading(), service);
  }

  /** From a service to the form in which it is changed. */
  async changes(service) {
    await this.opens(service);
    await this.presses(this.link("manage-edit"));
  }

  /** Fills in, sees what changes, and proposes it; gives where the proposal is. */
  async proposes(fields, why) {
    for (const [name, text] of Object.entries(fields)) await this.fills(name, text);
    await this.fills("waarom-wijziging", why);
    await this.presses(this.button("manage-preview"));
    assert.equal(await this.heading(), this.says("manage-preview-title"));
    await this.presses(this.button("manage-propose"));
    await this.reads(this.says("manage-version-own"));
    return new URL(this.page.url()).pathname.replace(/^\/en(?=\/)/, "");
  }

  /** Looks at what waits on the overview, and publishes it. */
  async publishes(what) {
    await this.goes("/beheer");
    await this.reads(this.says("manage-waiting-you"));
    await this.presses(this.page.getByRole("link", { name: what, exact: true }).first());
    await this.presses(this.button("manage-publish"));
  }
}
