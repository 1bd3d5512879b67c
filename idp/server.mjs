// Sign-in for demo and tests: a real OpenID provider where one chooses a test person. Never for real people.
//
//   node idp/server.mjs --listen 127.0.0.1:8092 --persons FILE [--companies FILE] [--staff FILE] [--clients FILE] [--portal URL] [--test]
//
// --clients is a JSON list of client_id, redirect_uris, post_logout_redirect_uris and jwks, jwks_uri or jwks_file; without it the three
// clients are those of the portal at --portal. --test adds POST /test/wissel-sleutels: the provider signs with new keys from then on.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { interaction } from "./interaction.mjs";
import { newKeys, newProvider } from "./provider.mjs";
import { people as everybody } from "./people.mjs";

const data = (name) => fileURLToPath(new URL(`data/${name}`, import.meta.url));

/** What differs between the three; a citizen's BSN is no subject, so hers is made for each client. */
const KINDS = {
  "juistedeur-digid": { id_token_signed_response_alg: "PS256", subject_type: "pairwise" },
  "juistedeur-eherkenning": { id_token_signed_response_alg: "ES256", subject_type: "public" },
  "juistedeur-medewerkers": { id_token_signed_response_alg: "ES256", subject_type: "public" },
};

function clientsOf({ clients: file, portal }) {
  if (!file) {
    return Object.keys(KINDS).map((client_id) => ({
      client_id,
      redirect_uris: [new URL("/inloggen/terug", portal).href],
      post_logout_redirect_uris: [new URL("/uitgelogd", portal).href],
      jwks_uri: new URL("/.well-known/jwks.json", portal).href,
    }));
  }
  return JSON.parse(readFileSync(file, "utf8")).map(({ jwks_file, ...client }) => ({
    ...client,
    ...(jwks_file && { jwks: JSON.parse(readFileSync(resolve(dirname(file), jwks_file), "utf8")) }),
  }));
}

const { values: options } = parseArgs({
  options: {
    listen: { type: "string", default: "127.0.0.1:8092" },
    persons: { type: "string" },
    companies: { type: "string", default: data("bedrijven.json") },
    staff: { type: "string", default: data("medewerkers.json") },
    clients: { type: "string" },
    portal: { type: "string", default: "http://127.0.0.1:8080" },
    test: { type: "boolean", default: false },
  },
});
if (!options.persons) {
  console.error("--persons is missing: a file with persons in the form of the BRP API, JSON lines or a JSON list");
  process.exit(2);
}

const [host, port] = options.listen.split(":");
const people = everybody({ persons: options.persons, companies: options.companies, workers: options.staff });
const clients = clientsOf(options).map((client) => {
  if (!KINDS[client.client_id]) throw new Error(`${client.client_id}: a client is one of ${Object.keys(KINDS).join(", ")}`);
  return { ...KINDS[client.client_id], ...client };
});
const cookieKeys = [randomBytes(32)];
let keys = newKeys();

const server = createServer();
server.listen(Number(port), host, () => {
  const issuer = `http://${host}:${server.address().port}`;
  const renew = () => newProvider({ issuer, clients, people, keys, cookieKeys });
  let provider = renew();
  server.on("request", (request, response) => {
    const [path] = request.url.split("?");
    if (path.startsWith("/interactie/")) {
      interaction(provider, people, request, response).catch((error) => {
        console.error(error);
        response.destroy();
      });
    } else if (options.test && request.method === "POST" && path === "/test/wissel-sleutels") {
      keys = [...newKeys(), ...keys];
      provider = renew();
      response.writeHead(204).end();
    } else {
      provider.callback()(request, response);
    }
  });
  console.log(`listening on ${issuer}`);
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
