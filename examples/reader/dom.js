// Elements without HTML in strings: what the API says is text, whatever stands in it.

/** h("p", {class: "dek"}, "words", h("b", {}, "more")). Nothing is added for null, false and empty strings. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== false && child !== "" && child !== undefined));
  return element;
}

/** A moment or a day as people read it. */
export function when(text, lang = "en") {
  if (!text) return null;
  const isDay = text.length === 10;
  const options = isDay ? { dateStyle: "long", timeZone: "UTC" } : { dateStyle: "long", timeStyle: "short" };
  return h("time", { datetime: text }, new Intl.DateTimeFormat(lang, options).format(new Date(text)));
}

/** The text with the ranges of its spans wrapped; places are code points, as the API counts. */
export function spanned(text, spans, wrap) {
  const points = [...text];
  const slice = (from, to) => points.slice(from, to).join("");
  const build = (from, to, inside) => {
    const parts = [];
    let at = from;
    while (inside.length) {
      const span = inside.shift();
      const within = [];
      while (inside.length && inside[0].end <= span.end) within.push(inside.shift());
      if (span.start > at) parts.push(slice(at, span.start));
      parts.push(wrap(span, build(span.start, span.end, within)));
      at = span.end;
    }
    if (to > at) parts.push(slice(at, to));
    return parts;
  };
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  return build(0, points.length, ordered);
}

/** An address of the site as one of this reader, where it has a page for it. */
export function here(url) {
  const [, kind, key] = new URL(url, "https://x.invalid").pathname.split("/");
  const pages = { articles: "articles", people: "people", organizations: "organizations", sections: "sections" };
  return pages[kind] && key ? `#/${pages[kind]}/${key}` : url;
}
