// The pages: each returns a title and what to show.

import { follow, get } from "./api.js";
import { h, here, spanned, when } from "./dom.js";

const STATUS = {
  verified: "compared with the evidence",
  checked: "checked",
  unverified: "not verified",
  disputed: "disputed",
  retracted: "retracted",
};

function picture(image, eager) {
  if (!image) return null;
  const types = [...new Set(image.renditions.map((one) => one.type))];
  const files = (type) => image.renditions.filter((one) => one.type === type).map((one) => `${one.url} ${one.width}w`).join(", ");
  const caption = [image.caption, image.credit].filter(Boolean).join(" ");
  return h(
    "figure",
    {},
    h(
      "picture",
      {},
      types.map((type) => h("source", { type, srcset: files(type), sizes: "min(100vw, 42rem)" })),
      h("img", { src: image.url, alt: image.alt ?? "", width: image.width, height: image.height, loading: eager ? null : "lazy" }),
    ),
    caption && h("figcaption", {}, caption),
  );
}

function teaser(article, level = "h2") {
  const heading = article.short_headline || article.headline;
  return h(
    "article",
    { lang: article.language, dir: article.direction },
    h(level, {}, h("a", { href: `#/articles/${article.short_id}` }, heading)),
    h("p", {}, article.dek),
    h("p", { class: "quiet" }, article.section?.name, article.section && " · ", when(article.published_at)),
  );
}

function speakerLink(speaker) {
  const place = { person: "people", organization: "organizations" }[speaker.type];
  return place && speaker.slug ? h("a", { href: `#/${place}/${speaker.slug}` }, speaker.name) : speaker.name;
}

function statement(quote) {
  return h(
    "figure",
    { class: "statement" },
    h("blockquote", { lang: quote.language || null }, h("p", {}, quote.text)),
    h("figcaption", {}, speakerLink(quote.speaker), quote.speaker_label && `, ${quote.speaker_label}`),
  );
}

async function more(page, show) {
  const box = h("div", {}, page.results.map(show));
  if (!page.next) return box;
  const button = h("button", { type: "button" }, "More");
  let next = page.next;
  button.addEventListener("click", async () => {
    const further = await follow(next);
    button.before(...further.results.map(show));
    next = further.next;
    if (!next) button.remove();
  });
  box.append(button);
  return box;
}

export async function front(section) {
  const page = await get("front/", { section });
  const articles = [...page.secondary, ...page.rail, ...page.strips.flatMap((strip) => strip.articles), ...page.listing];
  const title = page.section?.name ?? "Front page";
  return {
    title,
    body: [
      h("h1", {}, title),
      page.banner && h("p", { class: "banner" }, page.banner.text),
      page.lead && h("div", { class: "lead" }, picture(page.lead.lead_image, true), teaser(page.lead)),
      h("div", { class: "grid" }, articles.map((one) => teaser(one))),
      page.said.length > 0 && h("section", { "aria-labelledby": "said" }, h("h2", { id: "said" }, "Said"), page.said.map(statement)),
    ],
  };
}

/** Where a quotation comes from, opened by a button: who, when, where, to whom, from what, and how far it is checked. */
function provenance(quote, number) {
  const rows = [
    ["Speaker", [speakerLink(quote.speaker), quote.speaker_label && `, ${quote.speaker_label}`]],
    ["Why no name", quote.anonymity],
    ["Said", when(quote.said_on)],
    ["Occasion", quote.occasion?.title],
    ["Place", quote.place_said],
    ["To", quote.addressee],
    ["Status", [STATUS[quote.status] ?? quote.status, quote.notice && `: ${quote.notice}`]],
    ["Sources", quote.sources.map((one) => h("a", { href: one.url || null }, one.title))],
  ].filter(([, value]) => value && String(value) !== "");
  return h(
    "section",
    { id: `record-${quote.short_id}`, popover: "auto", class: "record", "aria-label": `Quotation ${number}` },
    h("blockquote", {}, h("p", {}, quote.text)),
    h("dl", {}, rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
  );
}

function textOf(part, article) {
  const numbers = new Map(article.quotes.map((quote, index) => [quote.short_id, index + 1]));
  return spanned(part.text, part.spans, (span, inside) => {
    if (span.type === "link") return h("a", { href: here(span.url) }, inside);
    if (span.type === "strong") return h("strong", {}, inside);
    if (span.type === "emphasis") return h("em", {}, inside);
    if (span.type !== "quote") return h("span", { class: span.type }, inside);
    const number = numbers.get(span.quote);
    const label = `Where quotation ${number} comes from`;
    const button = h("button", { type: "button", class: "mark", popovertarget: `record-${span.quote}`, "aria-label": label }, String(number));
    return h("span", { class: "quote", id: span.anchor }, inside, number && button);
  });
}

function block(one, article) {
  if (one.type === "heading") return h(`h${one.level}`, {}, textOf(one, article));
  if (one.type === "list") return h(one.ordered ? "ol" : "ul", {}, one.items.map((item) => h("li", {}, textOf(item, article))));
  if (one.type === "quotation") return h("blockquote", {}, h("p", {}, textOf(one, article)));
  if (one.type === "figure") return picture(one.image);
  if (one.type === "embed") return h("p", {}, h("a", { href: one.embed.url }, one.embed.title || one.embed.url));
  if (one.type === "pull_quote") return h("aside", { class: "pull" }, h("p", {}, one.text), h("p", { class: "quiet" }, one.speaker));
  return h("p", {}, textOf(one, article));
}

export async function article(key) {
  const one = await get(`articles/${encodeURIComponent(key)}/`);
  const corrections = one.corrections.map((note) => h("p", { class: "correction" }, h("strong", {}, "Note: "), note.note));
  const retraction = one.retraction_notice && h("p", { class: "correction" }, h("strong", {}, "Retracted: "), one.retraction_notice);
  return {
    title: one.headline,
    body: h(
      "article",
      { lang: one.language, dir: one.direction, class: "story" },
      h("h1", {}, one.headline),
      h("p", { class: "dek" }, one.dek),
      h("p", { class: "quiet" }, one.bylines.map((byline) => byline.credited_as).join(", "), " · ", when(one.published_at)),
      picture(one.lead_image, true),
      retraction,
      retraction ? null : corrections,
      one.blocks.map((part) => block(part, one)),
      one.quotes.map((quote, index) => provenance(quote, index + 1)),
    ),
  };
}

export async function speaker(kind, key) {
  const filter = { people: "person", organizations: "organization" }[kind];
  const [record, page] = await Promise.all([
    get(`${kind}/${encodeURIComponent(key)}/`),
    get("quotes/", { [filter]: key, ordering: "-published", limit: "20" }),
  ]);
  const row = (quote) =>
    h(
      "li",
      {},
      h("p", { class: "quiet" }, when(quote.said_on) ?? when(quote.published_at), quote.occasion && ` · ${quote.occasion.title}`),
      statement(quote),
      h("p", { class: "quiet" }, "In ", h("a", { href: `#/articles/${quote.article.short_id}` }, quote.article.headline)),
    );
  const list = await more(page, row);
  return {
    title: record.name,
    body: [h("h1", {}, record.name), h("p", {}, record.description), h("ol", { class: "timeline" }, [...list.childNodes])],
  };
}

export async function search(words) {
  const [articles, quotes] = await Promise.all([
    get("search/", { q: words }),
    get("search/", { q: words, type: "quotes" }),
  ]);
  const nothing = articles.results.length + quotes.results.length === 0;
  const spellings = articles.suggestions.map((text) => h("li", {}, h("a", { href: `#/search/${encodeURIComponent(text)}` }, text)));
  return {
    title: `Search: ${words}`,
    body: [
      h("h1", {}, `Search: ${words}`),
      nothing && h("p", {}, "Nothing was found."),
      spellings.length > 0 && h("ul", {}, spellings),
      articles.results.length > 0 && h("section", { "aria-labelledby": "a" }, h("h2", { id: "a" }, "Articles"), await more(articles, (hit) => teaser(hit.article, "h3"))),
      quotes.results.length > 0 && h("section", { "aria-labelledby": "b" }, h("h2", { id: "b" }, "Quotations"), await more(quotes, (hit) => statement(hit.quote))),
    ],
  };
}
