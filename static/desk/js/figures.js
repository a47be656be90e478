// Pictures of the library in the text: the stored body only names them, the editor shows them.
import * as pe from "../../django_prose_editor/editor.js";

const PAUSE = 150; // milliseconds without typing before the library is asked
const MOST = 12;
const library = { address: "", site: "" };
const known = new Map(); // short id → promise of what the library says, null where it says nothing

const ask = (address) => fetch(address, { headers: { Accept: "application/json" } })
  .then((response) => (response.ok && !response.redirected ? response.json() : null)).catch(() => null);

const described = (picture) => [picture.alt || picture.caption, picture.credit].filter(Boolean).join(" · ");
const smallest = (picture) => [...picture.renditions].sort((a, b) => a.width - b.width)[0]?.url ?? picture.url;
// Ours are loaded from where the desk is, by whatever name it was reached; those in a bucket from there.
const here = (address) => (address.startsWith(library.site) ? address.slice(library.site.length) : address);

function look(id) {
  if (!known.has(id)) known.set(id, ask(`${library.address}${id}/`));
  return known.get(id);
}

const thumbnail = (picture) => Object.assign(document.createElement("img"), { src: here(smallest(picture)), alt: "", loading: "lazy" });

export const open = (address, site) => Object.assign(library, { address, site });

// A block that is moved and deleted as a whole. `missing` is what is said of a picture that is gone.
export const figure = (missing) => pe.Node.create({
  name: "figure",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    image: { default: null, parseHTML: (element) => element.dataset.image, renderHTML: ({ image }) => ({ "data-image": image }) },
  }),
  parseHTML: () => [{ tag: "figure[data-image]" }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],
  addNodeView: () => ({ node }) => {
    const dom = document.createElement("figure"), words = document.createElement("figcaption");
    Object.assign(dom, { className: "placed", contentEditable: "false" });
    words.textContent = node.attrs.image;
    dom.append(words);
    look(node.attrs.image).then((picture) => {
      words.textContent = picture ? described(picture) : missing;
      if (picture) dom.prepend(thumbnail(picture));
    });
    return { dom };
  },
});

// Opens the dialog and answers with the short id of what was chosen, or null.
export function choose(dialog) {
  const [field, list] = [dialog.querySelector("input"), dialog.querySelector("ul")];
  let pause, number = 0;

  async function find() {
    const mine = ++number;
    const page = await ask(`${library.address}?limit=${MOST}&q=${encodeURIComponent(field.value.trim())}`.replace(/&q=$/, ""));
    if (mine !== number) return;
    list.replaceChildren(...(page?.results ?? []).map((picture) => {
      known.set(picture.short_id, Promise.resolve(picture));
      const button = Object.assign(document.createElement("button"), { type: "button", value: picture.short_id, className: "item" });
      button.append(thumbnail(picture), described(picture));
      const line = document.createElement("li");
      line.append(button);
      return line;
    }));
    dialog.querySelector("[role=status]").textContent = list.childElementCount ? "" : dialog.dataset[page ? "none" : "failed"];
  }

  return new Promise((done) => {
    const stop = new AbortController();
    const on = (target, name, act) => target.addEventListener(name, act, { signal: stop.signal });
    on(field, "input", (event) => { event.stopPropagation(); clearTimeout(pause); pause = setTimeout(find, PAUSE); });
    on(field, "keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); find(); } });
    on(list, "click", (event) => { const button = event.target.closest("button"); if (button) dialog.close(button.value); });
    on(dialog.querySelector("footer button"), "click", () => dialog.close(""));
    on(dialog, "close", () => { stop.abort(); clearTimeout(pause); done(dialog.returnValue || null); });
    dialog.returnValue = "";
    field.value = "";
    dialog.showModal();
    find();
  });
}
