// The quote desk: one list, one card, and the spans in the text are three views of the same quotation.
// Keys act only while focus is in the list or the card's speakers, never while somebody types.
// What is decided is shown at once and sent in order; what the server refuses comes back to be decided again.
import { offerKnown } from "./known.js";
import { say, toast } from "./say.js";

const pane = document.getElementById("panel-quotes");
const list = document.getElementById("quote-list");
const text = () => document.querySelector(".prose-editor .ProseMirror");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const undo = [];
const ahead = new Map(); // uses decided here whose answer is still to come: an older answer says nothing about them
let options = [], at = 0, anchor = 0, waiting = 0, sending = Promise.resolve();

const use = (i) => options[i].dataset.use;
const card = (i) => document.getElementById(`use-${use(i)}`);
const field = (i, name) => card(i).querySelector(`[name="use-${use(i)}-${name}"]`);
const radios = (i) => [...card(i).querySelectorAll("input[type=radio]")];
const picked = (i) => radios(i).find((radio) => radio.checked);
const spans = (i) => text()?.querySelectorAll(`[data-use="${use(i)}"]`) ?? [];
const isOpen = (i) => ["proposed", "unattributed"].includes(options[i].dataset.state) || options[i].dataset.open === "true";
const selected = () => { const [a, b] = [at, anchor].sort((x, y) => x - y); return options.slice(a, b + 1).map((_, k) => a + k); };

function show(i, { extend = false, scroll = true } = {}) {
  at = Math.max(0, Math.min(options.length - 1, i));
  if (!extend) anchor = at;
  const range = selected();
  options.forEach((option, k) => {
    option.classList.toggle("is-current", k === at);
    option.ariaSelected = String(range.includes(k));
    card(k).classList.toggle("is-current", k === at);
  });
  look();
  list.setAttribute("aria-activedescendant", options[at].id);
  const row = options[at], top = row.offsetTop - list.offsetTop;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + row.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + row.offsetHeight - list.clientHeight;
  if (scroll) spans(at)[0]?.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
}

// The text is told which quotation is current and in which state each one is; it draws them itself.
function look() {
  const states = Object.fromEntries(options.map((option) => [option.dataset.use, option.dataset.state]));
  document.dispatchEvent(new CustomEvent("quotes:look", { detail: { current: use(at), states } }));
}

function paint(i, row) {
  options[i].dataset.state = row.state;
  options[i].dataset.open = String(row.open);
  const glyph = options[i].querySelector("use");
  if (row.icon) glyph.setAttribute("href", glyph.getAttribute("href").replace(/#.*/, `#${row.icon}`));
  if (row.label) options[i].querySelector(".qlabel").textContent = row.label;
  if (row.who !== undefined) options[i].querySelector(".qwho").textContent = row.who || list.dataset.nobody;
  options[i].querySelector(".qconf").textContent = row.open && row.confidence ? `${row.confidence} %` : "";
}

// How a row looks, to be put back when what was decided could not be sent.
const looks = (i) => ({
  state: options[i].dataset.state, open: isOpen(i), icon: options[i].querySelector("use").getAttribute("href").split("#")[1],
  label: options[i].querySelector(".qlabel").textContent, who: options[i].querySelector(".qwho").textContent,
});

function count() {
  const open = options.filter((_, i) => isOpen(i)).length;
  document.querySelectorAll("[data-open]:not(.qopt)").forEach((node) => { node.textContent = open; });
  const total = options.filter((option) => !["not", "lost"].includes(option.dataset.state)).length;
  document.getElementById("q-done").textContent = total - open;
  document.getElementById("q-total").textContent = total;
  Object.assign(document.getElementById("q-progress"), { max: total, value: total - open });
  return open;
}

function next(from, step = 1) {
  for (let k = 1; k <= options.length; k++) {
    const i = (from + step * k + options.length * 2) % options.length;
    if (isOpen(i)) return i;
  }
  return -1;
}

// Everything is sent one after the other: the answer to one act is the ground of the next.
function send(indexes, act, extra = {}, before = indexes.map(looks)) {
  const data = new URLSearchParams();
  for (const i of indexes) {
    data.append("use", use(i));
    for (const element of card(i).querySelectorAll("[form]")) {
      if (element.name?.startsWith("use-") && (!["radio", "checkbox"].includes(element.type) || element.checked)) data.append(element.name, element.value);
    }
  }
  data.set(act, extra[act] ?? "");
  for (const i of indexes) ahead.set(use(i), (ahead.get(use(i)) ?? 0) + 1);
  data.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
  const uses = indexes.map(use);
  busy(1);
  sending = sending.then(() => post(data, uses, before)).finally(() => busy(-1));
}

function busy(step) {
  waiting += step;
  pane.ariaBusy = String(waiting > 0);
}

// Whoever saves or leaves right after a key takes the decisions along.
function waitForAnswers(event) {
  if (!waiting) return;
  event.preventDefault();
  sending.then(() => event.target.requestSubmit(event.submitter));
}

async function post(data, uses, before) {
  const response = await fetch(pane.dataset.url, { method: "POST", body: data, headers: { Accept: "application/json" } }).catch(() => null);
  for (const one of uses) ahead.set(one, ahead.get(one) - 1);
  const answer = response?.headers.get("content-type")?.startsWith("application/json") ? await response.json() : null;
  if (!response?.ok || !answer) {
    uses.forEach((one, k) => {
      const i = options.findIndex((option) => option.dataset.use === one);
      if (i >= 0) paint(i, before[k]);
    });
    count();
    const isOut = response?.redirected || response?.status === 403;
    toast((answer?.errors ?? [isOut ? list.dataset.out : list.dataset.failed]).join(" "));
    show(options.findIndex((option) => option.dataset.use === uses[0]));
    return;
  }
  const typing = document.activeElement?.closest(".qcard");
  for (const [one, html] of Object.entries(answer.cards)) {
    if (ahead.get(one)) continue;
    const old = document.getElementById(`use-${one}`);
    if (!old || (old === typing && document.activeElement.matches("input:not([type=radio]), select"))) continue;
    const made = new DOMParser().parseFromString(html, "text/html").querySelector(".qcard");
    made.classList.toggle("is-current", old.classList.contains("is-current"));
    old.replaceWith(made);
  }
  forget(new Set(answer.rows.map((row) => String(row.use))));
  for (const row of answer.rows) {
    const i = options.findIndex((option) => option.dataset.use === String(row.use));
    if (i >= 0 && !ahead.get(String(row.use))) paint(i, row);
  }
  count();
  look();
}

// A lost quotation, at the end of the list, goes once it has been found again.
function forget(kept) {
  options = options.filter((option, i) => {
    if (kept.has(option.dataset.use)) return true;
    document.getElementById(`use-${option.dataset.use}`)?.remove();
    option.remove();
    return false;
  });
}

function settle(indexes, act) {
  indexes = indexes.filter((i) => options[i].dataset.state !== "lost");
  if (!indexes.length) return;
  const silent = indexes.find((i) => act === "confirm" && !picked(i));
  if (silent !== undefined) { show(silent); say(`${silent + 1}: ${list.dataset.ask}`); return; }
  undo.push(indexes);
  const before = indexes.map(looks);
  const done = { confirm: { state: "confirmed", icon: "check" }, reject: { state: "not", icon: "x" } }[act];
  for (const i of indexes) {
    const who = act === "confirm" ? card(i).querySelector(`label[for="${picked(i).id}"] b`)?.textContent ?? field(i, "other").value : "";
    paint(i, { ...done, state: options[i].dataset.state === "drift" && act === "confirm" ? "drift" : done.state, open: false, who });
  }
  send(indexes, act, {}, before);
  const open = count(), to = next(indexes.at(-1));
  if (to >= 0) show(to);
  say(to < 0 ? list.dataset.all : `${list.dataset.left} ${open}`);
}

function choose(digit) {
  const radio = radios(at)[digit - 1];
  if (!radio) return;
  radio.checked = true;
  take(radio);
  if (radio.value === "other") { field(at, "other").focus(); say(list.dataset.name); return; }
  settle([at], "confirm");
}

// A role belongs to its speaker: another speaker brings another role.
function take(radio) {
  field(at, "label").value = radio.dataset.label;
  if (radio.value !== "other") field(at, "other").value = "";
}

function sameOccasion() {
  const range = selected(), first = range.length > 1 ? range[0] : Math.max(0, at - 1);
  const value = field(first, "occasion").value;
  range.forEach((i) => { field(i, "occasion").value = value; });
  send(range, "occasion", { occasion: value });
  say(field(first, "occasion").selectedOptions[0]?.textContent ?? "");
}

function back() {
  const indexes = undo.pop();
  if (!indexes) return;
  const before = indexes.map(looks);
  indexes.forEach((i) => paint(i, { state: "proposed", icon: "quote", open: true }));
  send(indexes, "reopen", {}, before);
  count();
  show(indexes[0]);
  say(list.dataset.undone);
}

function withRecord(act, value) {
  const before = [looks(at)];
  undo.push([at]);
  paint(at, { state: "confirmed", icon: "check", open: false });
  send([at], act, { [act]: value }, before);
}

const acts = {
  confirm: () => settle(selected(), "confirm"),
  reject: () => settle(selected(), "reject"),
  reopen: () => { send(selected(), "reopen"); },
  join: (button) => withRecord("join", button.value),
  continue: (button) => withRecord("continue", button.value),
};
const keys = {
  Enter: acts.confirm, n: acts.reject, o: sameOccasion, z: back, v: () => document.getElementById("verify-link").click(),
  ArrowDown: (e) => show(at + 1, { extend: e.shiftKey }), ArrowUp: (e) => show(at - 1, { extend: e.shiftKey }),
  Home: () => show(0), End: () => show(options.length - 1),
};

function onKey(event) {
  const inList = event.target === list, inSpeakers = event.target.matches("input[type=radio]");
  if (event.key === "Enter" && event.target.matches(".qcard input, .qcard select")) { event.preventDefault(); list.focus({ preventScroll: true }); settle([at], "confirm"); return; }
  if ((!inList && !inSpeakers) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (inSpeakers && event.key.startsWith("Arrow")) return;
  const digit = Number(event.key);
  const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act && !(digit >= 1 && digit <= 9)) return;
  event.preventDefault();
  list.focus({ preventScroll: true });
  if (act) act(event); else choose(digit);
}

function onClick(event) {
  const button = event.target.closest("[data-act]"), act = button?.dataset.act, option = event.target.closest(".qopt");
  if (act in acts) { event.preventDefault(); list.focus({ preventScroll: true }); acts[act](button); }
  if (option) show(options.indexOf(option), { extend: event.shiftKey });
}

// F8 goes on from the current quotation; from the text, from the caret; from anywhere else it stops at the current one first.
function whereFrom(step) {
  if (pane.contains(document.activeElement)) return at;
  const caret = getSelection().anchorNode;
  if (!text()?.contains(caret)) return at - step;
  const isAhead = (span) => span && (span.contains(caret) || caret.compareDocumentPosition(span) & Node.DOCUMENT_POSITION_FOLLOWING);
  const first = options.findIndex((_, i) => isAhead(spans(i)[0]));
  return (first < 0 ? options.length : first) - (step > 0 ? 1 : 0);
}

function toText() {
  const body = text();
  if (!body) return;
  body.focus({ preventScroll: true });
  const spot = spans(at)[0];
  if (spot) getSelection().collapse(spot, spot.childNodes.length);
}

function toList() {
  document.getElementById("tab-quotes").click();
  list.focus({ preventScroll: true });
}

function start() {
  options = [...list.children];
  Object.assign(list, { role: "listbox", ariaLabel: list.dataset.label, ariaMultiSelectable: "true", tabIndex: 0 });
  options.forEach((option) => { option.role = "option"; });
  offerKnown(pane);
  pane.addEventListener("keydown", onKey);
  pane.addEventListener("click", onClick);
  pane.addEventListener("change", (event) => { if (event.target.matches("input[type=radio]")) take(event.target); });
  pane.addEventListener("input", (event) => {
    if (event.target.name?.endsWith("-other")) { const radio = radios(at).at(-1); radio.checked = true; }
  });
  document.getElementById("article_form").addEventListener("submit", waitForAnswers);
  addEventListener("beforeunload", (event) => { if (waiting) event.preventDefault(); });
  document.addEventListener("click", (event) => {
    const go = event.target.closest("[data-go]")?.dataset.go, span = event.target.closest(".prose-editor .quote[data-use]");
    const to = options.findIndex((option) => option.dataset.use === (go ?? span?.dataset.use));
    if (to < 0) return;
    if (go) { event.preventDefault(); toList(); }
    show(to, { scroll: Boolean(go) });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "F8") { event.preventDefault(); const step = event.shiftKey ? -1 : 1, to = next(whereFrom(step), step); if (to >= 0) { toList(); show(to); } }
    const isDone = event.defaultPrevented && !event.target.closest(".ProseMirror"); // the editor calls every Escape its own
    if (event.key !== "Escape" || event.isComposing || isDone || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    if (pane.contains(document.activeElement)) toText(); else toList();
  });
  count();
  const asked = options.findIndex((option) => location.hash === `#use-${option.dataset.use}`);
  show(asked >= 0 ? asked : Math.max(0, next(-1)), { scroll: asked >= 0 });
}

if (list) start();
