// What is typed is kept in this browser until the server has it: an expired session, a closed tab or a dead
// connection loses at most the last seconds. Each copy belongs to one person, one article and one window.
const form = document.getElementById("article_form");
const bar = document.getElementById("kept-copy");
const PAUSE = 1000; // milliseconds without typing before the copy is written
const KEEP = 14 * 24 * 3600 * 1000; // milliseconds after which a copy nobody asked for is dropped
export const TEXTS = ["headline", "dek", "body", "short_headline", "seo_title", "dateline_place", "canonical_url", "editors_note"];

const prefix = `${form.dataset.draft}:`;
const key = prefix + form.dataset.window;
const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const same = (a, b) => TEXTS.every((name) => plain(a[name]) === plain(b[name])) && JSON.stringify(a.choices ?? []) === JSON.stringify(b.choices ?? []);
// Everything else that the form sends: section, bylines, topics, earlier quotations. As long as it is what was opened there is nothing of it to keep.
const OWN = new Set([...TEXTS, "csrfmiddlewaretoken", "window", "continues", "opened_version"]);
export const chosen = () => [...new FormData(form)].filter(([name, value]) => !OWN.has(name) && typeof value === "string");
const opened = JSON.stringify(chosen());
export const choices = () => { const now = chosen(); return "chosen" in form.dataset || JSON.stringify(now) !== opened ? now : []; };
export const fields = () => Object.fromEntries(TEXTS.filter((name) => form.elements[name]).map((name) => [name, form.elements[name].value]));

// Private mode and full disks throw; the form itself still has the text then.
function stored(act, otherwise) {
  try { return act(localStorage) ?? otherwise; } catch { return otherwise; }
}
const drop = (name = key) => stored((all) => all.removeItem(name));
const write = (kept = false) => stored((all) => all.setItem(key, JSON.stringify({ ...fields(), choices: choices(), version: form.elements.opened_version?.value, at: Date.now(), window: form.dataset.window, kept })));

function copies() {
  const names = stored((all) => Object.keys(all), []).filter((name) => name.startsWith(prefix) && name !== key);
  return names.map((name) => {
    try { return { name, ...JSON.parse(localStorage.getItem(name)) }; } catch { return { name, at: 0 }; }
  });
}

// The server has what this window shows.
export function markKept() {
  if (stored((all) => all.getItem(key))) write(true);
}

// The server shows a form as it was left; where it cannot be asked, at least the texts come back at once.
async function restore(copy, keepOnServer) {
  const texts = Object.fromEntries(TEXTS.filter((name) => typeof copy[name] === "string").map((name) => [name, copy[name]]));
  const draft = copy.choices?.length && await keepOnServer({ ...copy, fields: texts });
  if (draft) { drop(copy.name); location.assign(`?draft=${draft}`); return; }
  if (copy.version && form.elements.opened_version) form.elements.opened_version.value = copy.version; // what others saved since is merged
  for (const name of TEXTS) {
    if (name === "body" || !form.elements[name] || copy[name] === undefined) continue;
    form.elements[name].value = copy[name];
    form.elements[name].dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (copy.body !== undefined) document.dispatchEvent(new CustomEvent("body:set", { detail: copy.body }));
  form.elements.continues.value = copy.window ?? "";
}

function offer(copy, keepOnServer) {
  const time = bar.querySelector("time");
  time.dateTime = new Date(copy.at).toISOString();
  time.textContent = new Date(copy.at).toLocaleString(document.documentElement.lang || undefined, { dateStyle: "medium", timeStyle: "short" });
  bar.hidden = false;
  bar.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act === "restore") restore(copy, keepOnServer);
    if (act === "forget") drop(copy.name);
    if (act) bar.hidden = true;
  });
}

// ``keepOnServer`` makes a copy of this browser the draft of the server, and returns its number.
export function keepCopies(keepOnServer) {
  const saved = fields();
  const isSaved = () => same({ ...fields(), choices: choices() }, saved);
  const settled = form.dataset.settled.split(" ");
  const loaded = form.elements.continues.value;
  const offers = new Map([...form.querySelectorAll("[data-offer]")].map((one) => [one.dataset.offer, one]));
  // What is forgotten on the server is forgotten here.
  for (const [window, one] of offers) one.querySelector("button")?.addEventListener("click", () => drop(prefix + window));
  const waiting = copies().filter((copy) => {
    const isDone = settled.includes(copy.window) || copy.window === loaded || Date.now() - copy.at > KEEP || same(copy, saved);
    if (isDone) drop(copy.name);
    return !isDone && !(copy.kept && offers.has(copy.window)); // the server offers the same words itself
  });
  const newest = waiting.sort((a, b) => b.at - a.at)[0];
  if (newest) {
    const older = offers.get(newest.window);
    if (older) older.hidden = true;
    offer(newest, keepOnServer);
  }
  let pause;
  form.addEventListener("input", (event) => {
    if (event.target.closest("#panel-quotes")) return;
    clearTimeout(pause);
    pause = setTimeout(() => (isSaved() ? drop() : write()), PAUSE);
  });
  form.addEventListener("submit", () => { clearTimeout(pause); if (!isSaved()) write(); });
}
