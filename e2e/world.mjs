// The product, started as an administrator starts it, and the browser with which people come to it.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { startAround } from "./around.mjs";

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));
const binary = process.env.JUISTEDEUR_BINARY ? resolve(process.env.JUISTEDEUR_BINARY) : join(root, "target/debug/juistedeur");

/** A number that passes the 11-check and was made up. */
export const BSN = "111222333";

/** A photo of 64 by 48 dots. */
export const PHOTO = Buffer.from(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8" +
    "fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAwAEADASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAQFA//EABcQAQADAAAAAAAAAAAAAAAAAAAEQoH/xAAWAQEB" +
    "AQAAAAAAAAAAAAAAAAAAAwL/xAAYEQEAAwEAAAAAAAAAAAAAAAAAAQIRMf/aAAwDAQACEQMRAD8A4gIIgAAAAAAAJJtNSqptNSq14pXgqhXxKqhXwtwtxWAkmAAkm01K1RuLZDUWxlKoV8VhNtgm2gDDL//Z",
  "base64",
);

const PLACE_IN_PHOTO = "MADE-WITH-A-CAMERA-AT-HOME";

/** The same photo, as a camera would write it: with notes about place and device. */
export function photoWithNotes() {
  const note = Buffer.from(`Exif\0\0${PLACE_IN_PHOTO}`);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(note.length + 2);
  return Buffer.concat([PHOTO.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, note, PHOTO.subarray(2)]);
}

/** Is what the camera wrote still in these bytes? */
export const tellsPlace = (bytes) => Buffer.from(bytes).includes(PLACE_IN_PHOTO);

/** The databases on which the journeys are made. PostgreSQL takes part when JUISTEDEUR_TEST_POSTGRES names a server. */
export function databases() {
  const postgres = process.env.JUISTEDEUR_TEST_POSTGRES;
  if (!postgres) return [{ name: "SQLite" }];
  const psql = findPsql();
  return [{ name: "SQLite" }, { name: "PostgreSQL", server: postgres, psql, skip: psql ? false : "psql is not installed" }];
}

function onPath(program) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return join(folder, program);
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

function findPsql() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : [];
  return onPath("psql") ?? versions.map((version) => join(debian, version, "bin/psql")).find(existsSync);
}

async function makeDatabase({ server, psql }) {
  const name = `e2e_${randomBytes(6).toString("hex")}`;
  const tell = (sql) => run(psql, ["--no-psqlrc", "--quiet", "--command", sql, server]);
  await tell(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => tell(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** A port that nobody uses now, below those that a system gives to who calls out: none takes it before the product listens there. */
function freePort(tries = 100) {
  return new Promise((found, failed) => {
    const port = randomInt(10_000, 30_000);
    const server = createServer().on("error", (error) => (tries ? freePort(tries - 1).then(found, failed) : failed(error)));
    server.listen(port, "127.0.0.1", () => server.close(() => found(port)));
  });
}

/** Starts the product with a database and a folder of its own; `settings` go before those of the tests. Nobody can sign in. */
export const open = (database = { name: "SQLite" }, settings = {}) => start(database, settings, false);

/** The same with a provider where one signs in, and with the registers, as `around`. */
export const openWithAll = (database = { name: "SQLite" }, settings = {}) => start(database, settings, true);

async function start(database, settings, withAll) {
  const [port, data] = [await freePort(), await mkdtemp(join(tmpdir(), "juistedeur-e2e-"))];
  const postgres = database.server && (await makeDatabase(database));
  const url = `http://127.0.0.1:${port}`;
  const around = withAll ? await startAround(url, data) : undefined;
  const ours = Object.entries(process.env).filter(([name]) => !name.startsWith("JUISTEDEUR_"));
  const env = {
    ...Object.fromEntries(ours),
    JUISTEDEUR_DEMO: "true",
    JUISTEDEUR_LOG: "text",
    JUISTEDEUR_DATA: data,
    JUISTEDEUR_LISTEN: `127.0.0.1:${port}`,
    JUISTEDEUR_OPERATIONS_LISTEN: "",
    JUISTEDEUR_PORTAL: url,
    JUISTEDEUR_POSTS_PER_MINUTE: "100000",
    JUISTEDEUR_UPLOADS_PER_MINUTE: "100000",
    ...(postgres && { JUISTEDEUR_DATABASE__URL: postgres.url }),
    ...around?.settings,
    ...settings,
  };
  // The demo's settings know a provider and registers of their own; where nobody can sign in those stay out.
  const settingsFile = withAll ? ["--settings", "demo.toml"] : [];
  const server = spawn(binary, [...settingsFile, "serve"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  const gone = new Promise((end) => server.once("exit", (code, signal) => end({ code, signal })));
  server.on("error", (error) => (log += `${error}\n`));
  for (const stream of [server.stdout, server.stderr]) stream.setEncoding("utf8").on("data", (text) => (log += text));
  let asked = false;
  gone.then((end) => asked || console.error(`the product stopped by itself: ${JSON.stringify(end)}\n${log.slice(-4_000)}`));
  const stop = async () => {
    asked = true;
    server.kill("SIGTERM");
    const end = await Promise.race([gone, pause(15_000, undefined, { ref: false })]);
    if (!end) server.kill("SIGKILL");
    await around?.stop();
    await postgres?.drop();
    await rm(data, { recursive: true, force: true });
    assert.deepEqual(end, { code: 0, signal: null }, `the product did not stop when asked:\n${log.slice(-2_000)}`);
  };
  try {
    await ready(url, server, () => log);
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
  return {
    url,
    data,
    around,
    log: () => log,
    stop,
    /** Works on the command line, as `medewerker` of `organisatie`. */
    desk: async (organisatie, ...what) => {
      const args = [...settingsFile, "vraag", "--organisatie", organisatie, "--medewerker", "test", ...what];
      return (await run(binary, args, { cwd: root, env })).stdout;
    },
  };
}

async function ready(url, server, log) {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(50)) {
    if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) break;
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`the product did not get ready:\n${log()}`);
}

/** The browser: `chromium` on the PATH, or the one that CHROMIUM names. */
export async function startBrowser() {
  const executablePath = process.env.CHROMIUM ?? onPath("chromium");
  if (!executablePath) throw new Error("no chromium on the PATH; CHROMIUM can name one");
  const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath, headless: true, args: [...flags, ...quiet] });
}
