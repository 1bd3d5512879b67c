// The page between question and answer: here a test person is chosen, in place of showing who one is.
import { LEVELS } from "./levels.mjs";
import { choicePage, gonePage } from "./page.mjs";

const MOST_BYTES = 4096;

async function form(request) {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += chunk;
    if (text.length > MOST_BYTES) return new URLSearchParams();
  }
  return new URLSearchParams(text);
}

function show(response, status, html) {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
  });
  response.end(html);
}

/** Shows the page, searches, cancels, or sends the person back as who she chose to be. */
export async function interaction(provider, people, request, response) {
  let details;
  try {
    details = await provider.interactionDetails(request, response);
  } catch {
    return show(response, 404, gonePage());
  }
  const client = details.params.client_id;
  const asked = (details.params.acr_values ?? "").split(" ");
  const answer = request.method === "POST" ? await form(request) : new URLSearchParams();
  if (answer.get("doe") === "annuleren") {
    return provider.interactionFinished(request, response, { error: "access_denied", error_description: "cancelled by the person" });
  }
  const one = people.at(client, answer.get("persoon") ?? "");
  const chosen = answer.get("niveau");
  if (one && LEVELS[client].some(([acr]) => acr === chosen)) {
    return provider.interactionFinished(request, response, { login: { accountId: one.account, acr: chosen, remember: false } });
  }
  show(response, 200, choicePage({ client, people, words: answer.get("zoek") ?? "", chosen, asked }));
}
