// Quotations painted over the text as decorations: what is stored stays clean.
import * as pe from "../../django_prose_editor/editor.js";

const { Plugin, PluginKey } = pe.pm.state;
const { Decoration, DecorationSet } = pe.pm.view;
const key = new PluginKey("quotations");

export const Quotations = pe.Extension.create({
  name: "quotations",
  addProseMirrorPlugins() {
    return [new Plugin({
      key,
      state: {
        init: () => DecorationSet.empty,
        // Between two scans the marks move along with the text they stand on.
        apply: (tr, marks) => tr.getMeta(key) ?? marks.map(tr.mapping, tr.doc),
      },
      props: { decorations: (state) => key.getState(state) },
    })];
  },
});

// The text blocks in order, each with its place in the document and its text; a line break counts as one character.
export function blocksOf(editor) {
  const found = [];
  editor.state.doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    found.push({ at: at + 1, text: node.textBetween(0, node.content.size, "\n", "\n") });
    return false;
  });
  return found;
}

// Offsets of the server count code points, those of the document UTF-16 units.
export const units = (text, points) => [...text].slice(0, points).join("").length;

const marksOf = (state) => key.getState(state);
const draw = (from, to, look) => Decoration.inline(from, to, look, { look });
const show = (editor, marks) => editor.view.dispatch(
  editor.state.tr.setMeta(key, DecorationSet.create(editor.state.doc, marks)).setMeta("addToHistory", false),
);

export function paint(editor, blocks, spans, panel) {
  show(editor, spans.filter((span) => blocks[span.paragraph]).map((span) => {
    const { at, text } = blocks[span.paragraph];
    const look = { class: "quote", "data-state": span.state };
    if (span.use) look["data-use"] = String(span.use);
    if (span.number) look["data-n"] = String(span.number);
    return draw(at + units(text, span.start), at + units(text, span.end), look);
  }));
  if (panel) follow(editor, panel);
}

// What the panel shows: which quotation is the current one, and the state of each by its use.
export function follow(editor, { current, states }) {
  show(editor, marksOf(editor.state).find().map(({ from, to, spec: { look } }) => {
    const name = look["data-use"];
    return draw(from, to, { ...look, class: name === current ? "quote is-lit" : "quote", "data-state": states[name] ?? look["data-state"] });
  }));
}
