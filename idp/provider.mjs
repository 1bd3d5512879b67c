// The OpenID provider itself: the certified library, set to what the Dutch government's profile asks.
import { createHash, generateKeyPairSync, randomBytes } from "node:crypto";
import { Provider, interactionPolicy } from "oidc-provider";
import { LEVELS } from "./levels.mjs";
import { errorPage, logoutPage, signedOutPage } from "./page.mjs";
import { CLAIMS } from "./people.mjs";

const SETTINGS = {
  claims: { openid: ["sub", "acr", "auth_time", ...CLAIMS] },
  // Everything a client needs is in the ID token; there is no second question to /me.
  conformIdTokenClaims: false,
  clientAuthMethods: ["private_key_jwt"],
  clientDefaults: { token_endpoint_auth_method: "private_key_jwt", require_auth_time: true },
  enabledJWA: {
    clientAuthSigningAlgValues: ["PS256", "ES256", "RS256"],
    idTokenSigningAlgValues: ["PS256", "ES256"],
  },
  pkce: { required: () => true },
  responseTypes: ["code"],
  scopes: ["openid"],
  subjectTypes: ["pairwise", "public"],
  acrValues: Object.values(LEVELS).flat().map(([acr]) => acr),
  ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 900, IdToken: 300, Interaction: 900, Session: 900 },
};

/** A person is called otherwise at each client. */
const pairwise = (ctx, account, client) => createHash("sha256").update(`${client.sectorIdentifier} ${account}`).digest("base64url");

/** Nobody is remembered: every sign-in asks again, as DigiD and eHerkenning do, and forgets who it was before in this browser. */
function policy() {
  const { Check, base } = interactionPolicy;
  const always = new Check("always", "everybody shows who she is, each time", ({ oidc }) => {
    if (oidc.result?.login) return Check.NO_NEED_TO_PROMPT;
    for (const name of ["accountId", "loginTs", "acr", "authorizations"]) delete oidc.session[name];
    return Check.REQUEST_PROMPT;
  });
  const policy = base();
  policy.get("login").checks.add(always);
  return policy;
}

/** What the person chose is what the client gets: there is no consent to ask for test persons. */
async function loadExistingGrant(ctx) {
  const { provider, client, account } = ctx.oidc;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
  grant.addOIDCScope("openid");
  await grant.save();
  return grant;
}

/** A pair of keys, with names of their own: EC for ES256 and RSA for PS256. */
export function newKeys() {
  const pairs = [generateKeyPairSync("ec", { namedCurve: "P-256" }), generateKeyPairSync("rsa", { modulusLength: 2048 })];
  return pairs.map(({ privateKey }) => ({
    ...privateKey.export({ format: "jwk" }),
    use: "sig",
    kid: randomBytes(8).toString("hex"),
  }));
}

/** A provider at `issuer` for these clients and people that signs with the first of `keys` and still shows the others. */
export function newProvider({ issuer, clients, people, keys, cookieKeys }) {
  return new Provider(issuer, {
    ...SETTINGS,
    clients,
    cookies: { keys: cookieKeys },
    jwks: { keys },
    interactions: { policy: policy(), url: (ctx, interaction) => `/interactie/${interaction.uid}` },
    pairwiseIdentifier: pairwise,
    loadExistingGrant,
    findAccount: (ctx, id) => {
      const one = people.account(id);
      return one && { accountId: id, claims: () => ({ sub: id, ...one.claims }) };
    },
    // The library keeps clear of addresses of this machine; here everything is on this machine.
    fetch: (url, { dispatcher, ...options }) => fetch(url, options),
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { logoutSource: logoutPage, postLogoutSuccessSource: signedOutPage },
    },
    renderError: errorPage,
  });
}
