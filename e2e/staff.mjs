// Someone at work at the desk of an organisation.
import assert from "node:assert/strict";
import { Resident } from "./resident.mjs";

/** A worker, by the name under which she signs in. */
export class Staff extends Resident {
  /** What the page is called on which she comes. */
  static home = "desk-title";

  static async comes(browser, doors, { name, ...how }) {
    const worker = await super.comes(browser, doors, how);
    await worker.goes("/balie");
    await worker.signsIn("medewerkers", name);
    assert.equal(await worker.heading(), worker.says(this.home));
    return worker;
  }

  /** From the work list to a zaak or question, by its number. */
  async finds(number) {
    await this.goes("/balie");
    await this.fills("nummer", number);
    await this.presses(this.button("desk-find-button"));
  }

  /** Unfolds it, writes, and sends. */
  async writes(title, field, text, button) {
    await this.unfolds(title);
    await this.fills(field, text);
    await this.presses(this.button(button));
  }
}
