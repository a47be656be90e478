// The body editor: Tiptap with the elements that the sanitizer allows, and nothing else.
// The textarea stays the form's field: without scripts it is edited as it is, with them it is kept in step.
import * as pe from "../django_prose_editor/editor.js";

const PAUSE = 800; // milliseconds without typing before the server is asked for the quotations
const EXTENSIONS = [
  pe.Document,
  pe.Paragraph,
  pe.Text,
  pe.HardBreak,
  pe.Heading.configure({ levels: [2, 3] }),
  pe.BulletList,
  pe.OrderedList,
  pe.ListItem,
  pe.Blockquote,
  pe.Bold,
  pe.Italic,
  pe.Link,
  pe.History,
  pe.NoSpellCheck,
  pe.Dropcursor,
  pe.Gapcursor,
].filter(Boolean);

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

// Word processors bring markup that means nothing here. Styles are read as text: under the policy `element.style` is empty.
function cleanPaste(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("script,style,meta,link,title,o\\:p").forEach((node) => node.remove());
  page.querySelectorAll("b[id^=docs-internal-guid]").forEach((node) => node.replaceWith(...node.childNodes));
  for (const node of page.querySelectorAll("span[style]")) {
    const style = node.getAttribute("style");
    const wanted = [/font-weight:\s*(bold|[6-9]00)/i.test(style) && "strong", /font-style:\s*italic/i.test(style) && "em"];
    for (const name of wanted.filter(Boolean)) {
      const wrapper = page.createElement(name);
      wrapper.append(...node.childNodes);
      node.append(wrapper);
    }
  }
  for (const node of page.body.querySelectorAll("*")) {
    for (const { name } of [...node.attributes]) if (name !== "href") node.removeAttribute(name);
  }
  return page.body.innerHTML;
}

const sync = (textarea, editor) => {
  const html = editor.getHTML();
  textarea.value = html === "<p></p>" ? "" : html;
};

function create(textarea) {
  if (textarea.closest(".prose-editor") || textarea.id.includes("__prefix__")) return;
  const box = document.createElement("div");
  box.className = "prose-editor";
  textarea.before(box);
  const tools = document.getElementById(`${textarea.id}_tools`);
  if (tools) { tools.hidden = false; box.before(tools); }
  const count = tools?.querySelector("[data-words]");
  let pause;
  const editor = new pe.Editor({
    element: box,
    injectCSS: false,
    extensions: EXTENSIONS,
    content: textarea.value,
    editorProps: {
      transformPastedHTML: cleanPaste,
      attributes: { role: "textbox", "aria-multiline": "true", "aria-label": textarea.dataset.label },
    },
    onUpdate({ editor: changed }) {
      sync(textarea, changed);
      paint();
      clearTimeout(pause);
      pause = setTimeout(scan, PAUSE);
    },
    onSelectionUpdate: paint,
  });
  textarea.hidden = true;
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  label?.addEventListener("click", () => editor.commands.focus());

  function paint() {
    if (!tools) return;
    count.textContent = (editor.getText({ blockSeparator: " " }).match(/\S+/g) ?? []).length;
    for (const button of tools.querySelectorAll("[data-act]")) {
      const active = ACTIVE[button.dataset.act];
      if (active) button.setAttribute("aria-pressed", String(editor.isActive(...active)));
    }
  }

  // Quotations are painted over the text, not written into it: what is stored stays clean.
  async function scan() {
    if (!window.Highlight || !textarea.dataset.scan) return;
    const blocks = [...box.querySelectorAll("p,h2,h3")];
    const body = new FormData();
    body.set("paragraphs", JSON.stringify(blocks.map((block) => block.textContent)));
    body.set("csrfmiddlewaretoken", textarea.form.elements.csrfmiddlewaretoken.value);
    const response = await fetch(textarea.dataset.scan, { method: "POST", body, credentials: "same-origin" }).catch(() => null);
    if (!response?.ok) return; // marks are a help; the text is saved with or without them
    const { spans } = await response.json();
    CSS.highlights.set("quotation", new Highlight(...spans.flatMap((span) => range(blocks[span.paragraph], span))));
  }

  tools?.addEventListener("mousedown", (event) => { if (event.target.closest("button")) event.preventDefault(); });
  tools?.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act in ACTS) ACTS[act](editor.chain().focus()).run();
    if (act === "link") link(editor, tools.dataset.ask);
  });
  // An exception in an extension would leave the textarea behind: whatever happens, what is seen is what is sent.
  textarea.form.addEventListener("submit", () => sync(textarea, editor), { capture: true });
  paint();
  scan();
  textarea.dispatchEvent(new CustomEvent("prose-editor:ready", { detail: { editor, textarea }, bubbles: true }));
}

function link(editor, question) {
  const given = window.prompt(question, editor.getAttributes("link").href ?? "https://");
  if (given === null) return;
  const mark = { href: given.trim() };
  if (/^(https?:|mailto:)/i.test(mark.href)) editor.chain().focus().extendMarkRange("link").setMark("link", mark).run();
  else editor.chain().focus().extendMarkRange("link").unsetMark("link").run();
}

// Offsets of the server count code points, those of the DOM count UTF-16 units.
function range(block, { start, end }) {
  if (!block) return [];
  const points = [...block.textContent];
  const units = (stop) => points.slice(0, stop).join("").length;
  const from = place(block, units(start)), to = place(block, units(end));
  if (!from || !to) return [];
  const found = document.createRange();
  found.setStart(...from);
  found.setEnd(...to);
  return [found];
}

function place(block, offset) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let left = offset, node = walker.nextNode(); node; node = walker.nextNode()) {
    if (left <= node.length) return [node, left];
    left -= node.length;
  }
  return null;
}

document.querySelectorAll("textarea[data-body-editor]").forEach(create);
