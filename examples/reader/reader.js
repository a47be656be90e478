// Shows the page that the address names: #/ · #/sections/… · #/articles/… · #/people/… · #/organizations/… · #/search/…

import { get } from "./api.js";
import { h } from "./dom.js";
import * as pages from "./pages.js";

const main = document.getElementById("main");
const status = document.getElementById("status");
const query = document.getElementById("q");
let turn = 0; // what was asked for last is what is shown

function page() {
  const [, kind, key] = location.hash.split("/").map(decodeURIComponent);
  if (kind === "articles") return pages.article(key);
  if (kind === "people" || kind === "organizations") return pages.speaker(kind, key);
  if (kind === "search") return pages.search(key);
  return pages.front(kind === "sections" ? key : undefined);
}

async function show(isFirst) {
  const mine = ++turn;
  status.textContent = "Loading …";
  try {
    const { title, body } = await page();
    if (mine !== turn) return;
    document.title = `${title} · Reader`;
    main.replaceChildren(...[body].flat().filter(Boolean));
    status.textContent = "";
  } catch (error) {
    if (mine !== turn) return;
    main.replaceChildren(h("h1", {}, "This cannot be shown"), h("p", {}, error.message));
    status.textContent = "";
  }
  if (!isFirst) {
    scrollTo(0, 0);
    main.focus();
  }
}

async function sections() {
  const { results } = await get("sections/", { limit: "100", fields: "slug,name" });
  const list = results.map((one) => h("li", {}, h("a", { href: `#/sections/${one.slug}` }, one.name)));
  document.getElementById("sections").replaceChildren(...list);
}

document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  location.hash = `#/search/${encodeURIComponent(query.value.trim())}`;
});
addEventListener("hashchange", () => {
  if (location.hash.startsWith("#/") || location.hash === "") show(false);
});
await Promise.allSettled([sections(), show(true)]);
