// The working screen: text, quotations, bylines, and what Ctrl S and Ctrl Enter do.
import "./editor.js";
import "./tabs.js";
import "./quotes.js";
import "./preflight.js";
import "./notes.js";
import "./sortable.js";
import { autosave, keepOnServer } from "./autosave.js";
import { keepCopies } from "./draft.js";

const form = document.getElementById("article_form");
let changed = false;

// Headings grow with their words.
for (const area of form.querySelectorAll(".heads textarea:not([data-body-editor])")) {
  const fit = () => { area.rows = 1; while (area.scrollHeight > area.clientHeight + 2 && area.rows < 12) area.rows += 1; };
  area.addEventListener("input", fit);
  area.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  fit();
}

form.addEventListener("input", (event) => {
  if (event.target.closest("#panel-quotes, #panel-notes")) return;
  changed = true;
});
// On a slow line a second Ctrl S would compete with the first: it waits until the page has answered, or given up.
const PATIENCE = 15000; // milliseconds
let sent = 0;
form.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  if (Date.now() - sent < PATIENCE) { event.preventDefault(); return; }
  sent = Date.now();
  changed = false;
});
addEventListener("pageshow", () => { sent = 0; });
addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });

keepCopies(keepOnServer);
autosave();

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const button = { s: "save-button", Enter: "primary" }[event.key];
  const target = button && document.getElementById(button);
  if (!target) return;
  event.preventDefault();
  form.requestSubmit(target);
});
