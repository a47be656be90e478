// The body editor: Tiptap with the elements that the sanitizer allows, and nothing else.
// The textarea stays the form's field: without scripts it is edited as it is, with them it is kept in step.
import * as pe from "../../django_prose_editor/editor.js";
import { cleanPaste } from "./clean.js";
import { listsOfText } from "./pasted.js";
import { choose, figure, open } from "./figures.js";
import { Quotations, blocksOf, follow, paint } from "./marks.js";

const PAUSE = 800; // milliseconds without typing before the server is asked for the quotations
const EXTENSIONS = [
  pe.Document, pe.Paragraph, pe.Text, pe.HardBreak, pe.Heading.configure({ levels: [2, 3] }), pe.BulletList, pe.OrderedList,
  pe.ListItem, pe.Blockquote, pe.Bold, pe.Italic, pe.Link, pe.History, pe.NoSpellCheck, pe.Dropcursor, pe.Gapcursor, Quotations,
];
const WHOLE = { preserveWhitespace: true }; // two spaces are two until somebody sets them right
const ACTS = {
  bold: (c) => c.toggleBold(),
  italic: (c) => c.toggleItalic(),
  h2: (c) => c.toggleHeading({ level: 2 }),
  h3: (c) => c.toggleHeading({ level: 3 }),
  bullets: (c) => c.toggleBulletList(),
  numbers: (c) => c.toggleOrderedList(),
  quote: (c) => c.toggleBlockquote(),
  undo: (c) => c.undo(),
  redo: (c) => c.redo(),
};
const ACTIVE = { bold: ["bold"], italic: ["italic"], h2: ["heading", { level: 2 }], h3: ["heading", { level: 3 }], bullets: ["bulletList"], numbers: ["orderedList"], quote: ["blockquote"] };

const sync = (textarea, editor) => {
  const html = editor.getHTML();
  const value = html === "<p></p>" ? "" : html;
  if (textarea.value !== value) textarea.value = value;
};

function create(textarea) {
  const box = document.createElement("div");
  box.className = "prose-editor";
  textarea.before(box);
  const tools = document.getElementById(`${textarea.id}_tools`);
  const words = tools.querySelector("[data-words]");
  const pictures = document.getElementById(`${textarea.id}_pictures`);
  open(textarea.dataset.library, textarea.dataset.site);
  let pause, panel;
  const editor = new pe.Editor({
    element: box,
    injectCSS: false,
    extensions: [...EXTENSIONS, figure(pictures.dataset.missing)],
    content: textarea.value,
    parseOptions: WHOLE,
    editorProps: {
      transformPastedHTML: cleanPaste,
      handlePaste: (_view, event) => pastePlain(event.clipboardData),
      attributes: { role: "textbox", "aria-multiline": "true", "aria-label": textarea.dataset.label, class: "body serif", dir: "auto" },
    },
    onUpdate({ editor: changed }) {
      sync(textarea, changed);
      show();
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
      clearTimeout(pause);
      pause = setTimeout(scan, PAUSE);
    },
    onSelectionUpdate: () => show(),
  });
  box.editor = editor; // other modules find it there
  textarea.hidden = true;
  tools.hidden = false;
  (document.getElementById("tools") ?? box.parentElement).prepend(tools);
  document.querySelector(`label[for="${textarea.id}"]`)?.addEventListener("click", () => editor.commands.focus());

  function pastePlain(data) {
    const html = data.types.includes("text/html") ? "" : listsOfText(data.getData("text/plain"));
    return Boolean(html) && editor.commands.insertContent(html);
  }

  function show() {
    words.textContent = (editor.getText({ blockSeparator: " " }).match(/\S+/g) ?? []).length;
    for (const button of tools.querySelectorAll("[data-act]")) {
      const active = ACTIVE[button.dataset.act];
      if (active) button.setAttribute("aria-pressed", String(editor.isActive(...active)));
    }
  }

  async function place() {
    const image = await choose(pictures);
    const chain = editor.chain().focus();
    if (image) chain.insertContent({ type: "figure", attrs: { image } });
    chain.run();
  }

  async function scan() {
    const blocks = blocksOf(editor);
    const body = new FormData();
    body.set("paragraphs", JSON.stringify(blocks.map((block) => block.text)));
    body.set("article", textarea.dataset.article ?? "");
    body.set("csrfmiddlewaretoken", textarea.form.elements.csrfmiddlewaretoken.value);
    const response = await fetch(textarea.dataset.scan, { method: "POST", body }).catch(() => null);
    if (!response?.ok) return; // marks are a help; the text is saved with or without them
    const { spans } = await response.json();
    if (blocksOf(editor).every((block, i) => block.text === blocks[i]?.text)) paint(editor, blocks, spans, panel);
  }

  tools.addEventListener("mousedown", (event) => { if (event.target.closest("button")) event.preventDefault(); });
  tools.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act in ACTS) ACTS[act](editor.chain().focus()).run();
    if (act === "link") link(editor, tools.dataset.ask);
    if (act === "picture") place();
  });
  tools.querySelector("[data-marks]").addEventListener("change", (event) => box.classList.toggle("no-marks", !event.target.checked));
  document.addEventListener("body:set", (event) => { editor.commands.setContent(event.detail, { emitUpdate: true, parseOptions: WHOLE }); });
  document.addEventListener("quotes:look", (event) => { panel = event.detail; follow(editor, panel); });
  // An exception in an extension would leave the textarea behind: whatever happens, what is seen is what is sent.
  textarea.form.addEventListener("submit", () => sync(textarea, editor), { capture: true });
  show();
  scan();
  textarea.dispatchEvent(new CustomEvent("prose-editor:ready", { detail: { editor, textarea }, bubbles: true }));
}

function link(editor, question) {
  const given = window.prompt(question, editor.getAttributes("link").href ?? "https://");
  if (given === null) return;
  const href = given.trim();
  const chain = editor.chain().focus().extendMarkRange("link");
  if (/^(https?:|mailto:)/i.test(href)) chain.setMark("link", { href }).run();
  else chain.unsetMark("link").run();
}

document.querySelectorAll("textarea[data-body-editor]").forEach(create);
