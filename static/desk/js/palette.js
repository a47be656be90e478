// Ctrl/Cmd K: find or do anything. The server says what there is; this asks, moves and opens. From within the text of an
// article it inserts an earlier quotation, and tells the form which record that is. Without it the finder is a page.
import { toast } from "./say.js";

const dialog = document.getElementById("palette");
const PAUSE = 120; // milliseconds without typing before the server is asked

function palette() {
  const input = dialog.querySelector("input"), list = document.getElementById("palette-list"), count = document.getElementById("palette-n");
  let lines = [], at = 0, pause = null, asked = 0, shown = null, waiting = false, editor = null;

  Object.assign(input, { role: "combobox", ariaExpanded: "false", ariaAutoComplete: "list" });
  input.setAttribute("aria-controls", list.id);
  Object.assign(list, { role: "listbox", ariaLabel: dialog.dataset.results });

  function mark(index) {
    at = (index + lines.length) % (lines.length || 1);
    lines.forEach((line) => { line.ariaSelected = String(line === lines[at]); });
    if (!lines[at]) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", lines[at].id);
    lines[at].scrollIntoView({ block: "nearest" });
  }

  function show(html) {
    const made = new DOMParser().parseFromString(html, "text/html").querySelector(".palette-lines");
    if (!made) return fail();
    list.replaceChildren(...made.children);
    for (const group of list.querySelectorAll("[data-group]")) {
      const name = group.firstElementChild;
      Object.assign(group, { role: "group", ariaLabel: name.textContent });
      name.ariaHidden = "true";
    }
    lines = [...list.querySelectorAll("a")];
    lines.forEach((line) => { line.role = "option"; line.tabIndex = -1; });
    input.ariaExpanded = String(lines.length > 0);
    count.textContent = made.dataset.count;
    mark(0);
    if (waiting) { waiting = false; take(); }
  }

  function fail() {
    waiting = false;
    count.textContent = dialog.dataset.failed;
  }

  async function ask() {
    clearTimeout(pause);
    pause = null;
    const number = ++asked, query = new URLSearchParams({ q: input.value, lines: "" });
    if (dialog.dataset.article) query.set("article", dialog.dataset.article);
    if (editor) { query.set("insert", ""); query.set("language", document.getElementById("id_language")?.value ?? ""); }
    const response = await fetch(`${dialog.dataset.url}?${query}`).catch(() => null);
    const html = response?.ok && !response.redirected ? await response.text() : null;
    if (number !== asked) return; // more was typed meanwhile
    shown = input.value;
    if (html === null) fail(); else show(html);
  }

  function take() {
    const line = lines[at];
    if (!line) return;
    if (!line.dataset.insert || !editor) { location.assign(line.href); return; }
    const target = editor, form = document.getElementById("article_form");
    dialog.close();
    target.chain().focus().insertContent({ type: "text", text: line.dataset.insert }).run();
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: "inserted", value: line.dataset.quote });
    form.append(field);
    toast(dialog.dataset.inserted);
  }

  function open() {
    if (dialog.open) return;
    editor = document.activeElement?.closest?.(".ProseMirror")?.closest(".prose-editor")?.editor ?? null;
    dialog.showModal();
    input.value = "";
    input.focus();
    ask();
  }

  // Before the editor and the menus: they have keys of their own.
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (dialog.open) dialog.close(); else open();
  }, true);
  document.querySelectorAll("[data-palette]").forEach((way) => way.addEventListener("click", (event) => { event.preventDefault(); open(); }));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
    const line = event.target.closest("#palette-list a");
    if (!line?.dataset.insert || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    mark(lines.indexOf(line));
    take();
  });
  input.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(ask, PAUSE); });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); mark(at + step); }
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    if (shown === input.value && !pause) take();
    else { waiting = true; ask(); } // what is typed is looked up first
  });
}

if (dialog) palette();
