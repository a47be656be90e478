// Asks the API, and nothing else. The site is named once: reader/?site=https://news.example

const given = new URLSearchParams(location.search).get("site");
export const site = new URL(given ?? "http://127.0.0.1:8000").origin;
const kept = new Map(); // address → {etag, body}: what is unchanged is not sent again

/** The body of a resource below /api/v1/. Throws an Error that says what the site said. */
export async function get(path, query = {}) {
  const address = new URL(`/api/v1/${path}`, site);
  for (const [name, value] of Object.entries(query)) if (value) address.searchParams.set(name, value);
  return follow(address.href);
}

/** The same for an address that the API gave, such as that of the next page. */
export async function follow(address) {
  const known = kept.get(address);
  const headers = { Accept: "application/json", ...(known && { "If-None-Match": known.etag }) };
  const response = await fetch(address, { headers });
  if (response.status === 304 && known) return known.body;
  const body = await response.json();
  if (!response.ok) throw new Error(body.detail ?? response.statusText);
  kept.set(address, { etag: response.headers.get("ETag"), body });
  return body;
}
