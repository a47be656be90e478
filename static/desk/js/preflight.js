// Preflight runs on a pause of typing, on what stands in the form. The server says what it finds; here it is shown, leads
// to its place, is mended in the text and waived. Without this file the same buttons save and reload.
import { say, toast } from "./say.js";
import { body, edit, restore, select } from "./textedit.js";

const PAUSE = 1000; // milliseconds without typing before the server is asked
const form = document.getElementById("article_form");
const pane = document.getElementById("panel-preflight");
const list = document.getElementById("quote-list");
let pause, asked = 0, before = null, mending = false, counts = "", settled = "";

const box = () => pane.querySelector("[data-findings]");
const undo = () => pane.querySelector("[data-undo]");

const soon = () => { clearTimeout(pause); pause = setTimeout(look, PAUSE); };

async function look(extra = {}) {
  clearTimeout(pause);
  const number = ++asked;
  const data = new FormData(form);
  data.set("body", body());
  for (const [name, value] of Object.entries(extra)) data.set(name, value);
  const response = await fetch(pane.dataset.url, { method: "POST", body: data }).catch(() => null);
  if (number !== asked) return false; // a later question is under way: its answer counts
  if (!response || (response.status !== 200 && response.status !== 400) || response.redirected) { toast(pane.dataset.failed); return false; }
  show(await response.text());
  return response.ok;
}

// The new findings take the place of the old ones; what somebody writes there, and where the focus is, stays.
function show(html) {
  const made = new DOMParser().parseFromString(html, "text/html").querySelector(".findings");
  if (!made) return;
  for (const old of pane.querySelectorAll("details.waive[open]")) {
    const next = made.querySelector(`details.waive[data-hash="${old.dataset.hash}"]`);
    if (!next) continue;
    next.open = true;
    next.querySelector("textarea").value = old.querySelector("textarea").value;
  }
  const focus = pane.contains(document.activeElement) ? document.activeElement : null;
  const way = focus && [focus.id && `#${focus.id}`, focus.name && `[name="${focus.name}"][value="${focus.value}"]`].find(Boolean);
  const caret = focus?.selectionStart;
  box().replaceChildren(made);
  undo().hidden = !before;
  if (focus) {
    const again = (way && pane.querySelector(way)) ?? pane.querySelector(".acts a, .acts button, summary") ?? document.getElementById("tab-preflight");
    again.focus({ preventScroll: true });
    if (caret !== undefined && again.id === focus.id) again.setSelectionRange?.(caret, caret);
  }
  count(made.dataset);
}

function count({ blockerCount, warningCount }) {
  const tab = document.querySelector("[data-blockers]");
  tab.textContent = blockerCount;
  tab.className = `count ${Number(blockerCount) ? "red" : "green"}`;
  const now = `${blockerCount}, ${warningCount}`;
  if (counts && now !== counts) say(`${pane.dataset.counts} ${now}`);
  counts = now;
}

function mend(button) {
  mending = true;
  const done = edit(JSON.parse(button.dataset.edits));
  mending = false;
  if (done) { before = done; toast(pane.dataset.done); } else toast(pane.dataset.stale);
  look();
}

function jump(link) {
  const place = link.dataset.jump;
  if (["headline", "dek", "body"].includes(place)) { select(place, Number(link.dataset.start), Number(link.dataset.end)); return; }
  document.getElementById("tab-details").click();
  const target = document.getElementById(link.hash.slice(1));
  const way = target.matches(".select2-hidden-accessible") ? target.nextElementSibling.querySelector(".select2-selection") : target;
  (way.matches("div") ? way.querySelector("select, input:not([type=hidden]), a") ?? way : way).focus();
}

// The main button against blockers: their list, with how many there are. What it counts is looked at anew first.
let passes = false;
async function stop(event) {
  const button = event.submitter, stopping = () => Number(pane.querySelector(".findings").dataset.stoppingCount);
  if (event.defaultPrevented || passes || !button?.matches("[data-needs-clear]") || !stopping()) { passes = false; return; }
  event.preventDefault();
  await look();
  if (!stopping()) { passes = true; form.requestSubmit(button); return; }
  document.getElementById("tab-preflight").click();
  document.getElementById("g-blocker").focus();
  toast(pane.querySelector(".findings").dataset.stoppingWords);
}

async function act(button) {
  if (await look({ [button.name]: button.value })) toast(pane.dataset.noted);
}

if (pane) {
  pane.addEventListener("click", (event) => {
    const link = event.target.closest("[data-jump]"), button = event.target.closest("button");
    const quote = event.target.closest("[data-quote]")?.dataset.quote;
    if (link) { event.preventDefault(); jump(link); }
    if (quote) { event.preventDefault(); document.getElementById("tab-quotes").click(); document.querySelector(`#quote-list [data-use="${quote}"]`)?.click(); }
    if (!button || button.name === "_record") return; // a record follows what is saved: the form saves first
    event.preventDefault();
    if (button.matches("[data-undo]")) { const last = before; before = null; restore(last); toast(pane.dataset.undone); look(); }
    else if (button.dataset.edits) mend(button);
    else act(button);
  });
  // A reason is no text of the article: nothing is unsaved because of it.
  pane.addEventListener("input", (event) => event.stopPropagation());
  form.addEventListener("input", () => {
    if (!mending) { before = null; if (undo()) undo().hidden = true; }
    soon();
  });
  form.addEventListener("submit", stop);
  form.addEventListener("change", soon);
  // Whoever settles a quotation sees at once what that leaves to be done.
  settled = JSON.stringify(Object.fromEntries([...list?.children ?? []].map(({ dataset }) => [dataset.use, dataset.state])));
  document.addEventListener("quotes:look", ({ detail: { states } }) => {
    const now = JSON.stringify(states);
    if (now !== settled) soon();
    settled = now;
  });
  const { blockerCount, warningCount } = pane.querySelector(".findings").dataset;
  counts = `${blockerCount}, ${warningCount}`;
}
