// Places of the plain text, counted in code points as the server does, in the fields and in the editor.
import { blocksOf, units } from "./marks.js";

const BREAK = 2; // between two blocks the plain text has a blank line
const editor = () => document.querySelector(".prose-editor")?.editor;
const field = (place) => document.getElementById(`id_${place}`);
const points = (text) => [...text].length;

// The text of the body as it is seen, which the field may not have yet.
export const body = () => editor()?.getHTML() ?? field("body").value;

// Each block with words in it, by its place in the plain text and in the document.
function placed() {
  let start = 0;
  return blocksOf(editor()).filter(({ text }) => text.trim()).map((block) => {
    const here = { ...block, start, end: start + points(block.text) };
    start = here.end + BREAK;
    return here;
  });
}

function range(start, end) {
  const blocks = placed();
  const first = blocks.find((block) => start <= block.end), last = blocks.find((block) => end <= block.end);
  if (!first || !last) return null;
  const at = (block, point) => block.at + units(block.text, Math.max(0, point - block.start));
  return { from: at(first, start), to: at(last, end) };
}

export function select(place, start, end) {
  const target = field(place);
  if (place === "body" && editor()) {
    const found = range(start, end);
    if (found) editor().chain().focus().setTextSelection(found).scrollIntoView().run();
    else editor().commands.focus();
    return;
  }
  target.focus();
  target.setSelectionRange(units(target.value, start), units(target.value, end));
}

// All edits at once, or none when something else stands there by now. In the editor they are one step to undo.
export function edit(edits) {
  const inBody = edits.filter(({ place }) => place === "body");
  const places = inBody.map((one) => ({ ...one, ...range(one.start, one.end) }));
  const fits = edits.every((one) => one.place === "body" || [...field(one.place).value].slice(one.start, one.end).join("") === one.was)
    && places.every((one) => one.to && editor().state.doc.textBetween(one.from, one.to, "\n\n", "\n") === one.was);
  if (!fits) return null;
  const before = { headline: field("headline").value, dek: field("dek").value, body: places.length > 0 };
  for (const place of ["headline", "dek"]) {
    const letters = [...field(place).value];
    const here = edits.filter((one) => one.place === place).sort((a, b) => b.start - a.start);
    for (const one of here) letters.splice(one.start, one.end - one.start, one.text);
    if (here.length) write(place, letters.join(""));
  }
  if (places.length) {
    const { state, view } = editor();
    const change = state.tr;
    for (const one of places.sort((a, b) => b.from - a.from)) {
      if (one.text) change.insertText(one.text, one.from, one.to);
      else change.deleteRange(one.from, one.to);
    }
    view.dispatch(change);
  }
  return before;
}

// Takes back what `edit` did, as long as nobody has typed since.
export function restore(before) {
  for (const place of ["headline", "dek"]) if (field(place).value !== before[place]) write(place, before[place]);
  if (before.body) editor().commands.undo();
}

function write(place, text) {
  field(place).value = text;
  field(place).dispatchEvent(new Event("input", { bubbles: true }));
}
