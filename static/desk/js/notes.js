// Notes are sent without leaving the text, and can be about the words that are selected in it. Without this file the same
// form sends the page.
import { say, toast } from "./say.js";
import { select } from "./textedit.js";

const form = document.getElementById("note-form");
const tab = document.querySelector("[data-notes]");
const pane = () => document.getElementById("panel-notes");
const chosen = form?.elements.namedItem("selected");

function about(words) {
  chosen.value = words;
  const box = document.getElementById("note-selected");
  box.hidden = !words;
  box.querySelector("q").textContent = words.length > 90 ? `${words.slice(0, 90)}…` : words;
  document.getElementById("id_note_spot").closest(".field").hidden = Boolean(words);
}

async function send(button) {
  const data = new FormData(form, button);
  const { failed, url } = pane().dataset;
  const response = await fetch(url, { method: "POST", body: data, headers: { "X-Pane": "1" } }).catch(() => null);
  if (!response || response.redirected || ![200, 400].includes(response.status)) { toast(failed); return; }
  const made = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("panel-notes");
  const was = pane();
  if (!made) { toast(failed); return; }
  for (const name of ["role", "aria-labelledby"]) if (was.hasAttribute(name)) made.setAttribute(name, was.getAttribute(name));
  const words = response.ok ? "" : chosen.value;
  was.replaceWith(made);
  about(words);
  tab.textContent = made.dataset.count;
  const error = made.querySelector(".errornote");
  if (error) say(error.textContent);
  document.getElementById("id_note_text").focus();
}

if (form && tab) {
  form.addEventListener("submit", (event) => { event.preventDefault(); send(event.submitter); });
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const inText = selection.anchorNode?.parentElement?.closest(".prose-editor .ProseMirror");
    if (!inText) return;
    const words = selection.toString().trim();
    // A stretch over several paragraphs is no one passage: the place is chosen from the list then.
    about(words.includes("\n") || words.length > 2000 ? "" : words);
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-act=unselect]")) about("");
    const link = event.target.closest("#panel-notes [data-jump]");
    if (!link) return;
    event.preventDefault();
    select(link.dataset.place, Number(link.dataset.start), Number(link.dataset.end));
  });
}
