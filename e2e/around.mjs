// What stands around the product: the provider where test persons sign in, and the registers.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Starts a program and waits for the line in which it says where it listens. */
function start(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const gone = new Promise((end) => child.once("exit", end));
  let said = "";
  return new Promise((found, failed) => {
    const hear = (text) => {
      said += text;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (url) found({ url, stop: () => (child.kill("SIGTERM"), gone) });
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", hear);
    child.once("error", failed);
    gone.then(() => failed(new Error(`${command} ${args[0]} stopped:\n${said}`)));
  });
}

/** The provider for the portal at this address. */
const provider = (portal, listen = "127.0.0.1:0") =>
  start(process.execPath, ["idp/server.mjs", "--listen", listen, "--portal", portal, "--persons", "crates/simulators/data/personen.jsonl"]);

/** How long the way to something that was away stays closed after it is back, in milliseconds; a little longer. */
const CLOSED = 5_500;

const PATHS = { brp: "/haalcentraal/api/brp", bag: "/lvbag/individuelebevragingen/v2", kvk: "/api", rdw: "", bri: "" };

/** Provider and registers for the portal at this address; its key for the provider comes in `data`. */
export async function startAround(portal, data) {
  const binary = join(root, "target/debug/simulators");
  const [idp, registers] = await Promise.all([provider(portal), start(binary, ["--listen", "127.0.0.1:0"])]);
  let signIn = idp;
  const ways = ["DIGID", "EHERKENNING", "MEDEWERKERS"].flatMap((way) => [
    [`JUISTEDEUR_SIGN_IN__PROVIDER__${way}__ISSUER`, idp.url],
    [`JUISTEDEUR_SIGN_IN__PROVIDER__${way}__KEY`, join(data, "sign-in.pem")],
  ]);
  const places = Object.entries(PATHS).map(([name, path]) => [`JUISTEDEUR_REGISTERS__${name.toUpperCase()}__URL`, registers.url + path]);
  /** Puts a register in another state: see `crates/simulators/README.md`. */
  const turn = async (register, stand, more = {}) => {
    const body = JSON.stringify({ register, stand, ...more });
    const answer = await fetch(`${registers.url}/_schakelaar`, { method: "POST", headers: { "content-type": "application/json" }, body });
    if (!answer.ok) throw new Error(`${register} ${stand}: ${answer.status} ${await answer.text()}`);
  };
  return {
    settings: Object.fromEntries([...ways, ...places]),
    turn,
    /** Registers are back, and the way to them is open again. */
    back: async (...names) => {
      for (const name of names) await turn(name, "aan");
      await pause(CLOSED);
    },
    /** The provider goes away, and comes back at the same place; then the way to it is open again. */
    signInAway: () => signIn.stop(),
    signInBack: async () => {
      signIn = await provider(portal, new URL(idp.url).host);
      await pause(CLOSED);
    },
    stop: () => Promise.all([signIn.stop(), registers.stop()]),
  };
}
