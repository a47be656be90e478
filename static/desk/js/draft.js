// What is typed is kept in this browser until the server has it: an expired session, a closed tab or a dead
// connection loses at most the last seconds. The copy belongs to one person and one article.
const form = document.getElementById("article_form");
const bar = document.getElementById("kept-copy");
const FIELDS = ["headline", "dek", "body"];
const PAUSE = 1000; // milliseconds without typing before the copy is written
const KEEP = 14 * 24 * 3600 * 1000; // milliseconds after which a copy nobody asked for is dropped

const key = form.dataset.draft;
const fields = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name]?.value ?? ""]));
const same = (a, b) => FIELDS.every((name) => plain(a[name]) === plain(b[name]));
const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();

const read = () => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
const drop = () => { try { localStorage.removeItem(key); } catch { /* private mode: there is no copy */ } };
const write = () => {
  try { localStorage.setItem(key, JSON.stringify({ ...fields(), at: Date.now() })); } catch { /* full or forbidden: the form itself still has it */ }
};

function restore(copy) {
  for (const name of ["headline", "dek"]) {
    form.elements[name].value = copy[name];
    form.elements[name].dispatchEvent(new Event("input", { bubbles: true }));
  }
  document.dispatchEvent(new CustomEvent("body:set", { detail: copy.body }));
}

function offer(copy) {
  const time = bar.querySelector("time");
  time.dateTime = new Date(copy.at).toISOString();
  time.textContent = new Date(copy.at).toLocaleString(document.documentElement.lang || undefined, { dateStyle: "medium", timeStyle: "short" });
  bar.hidden = false;
  bar.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act === "restore") restore(copy);
    if (act === "forget") drop();
    if (act) bar.hidden = true;
  });
}

export function keepCopies() {
  const saved = fields();
  const copy = read();
  const isOld = !copy || Date.now() - copy.at > KEEP || same(copy, saved);
  if (isOld) drop(); else offer(copy);
  let pause;
  const soon = () => { clearTimeout(pause); pause = setTimeout(() => (same(fields(), saved) ? drop() : write()), PAUSE); };
  // While an older copy waits for an answer it is not written over by a stray key: the answer comes first.
  form.addEventListener("input", (event) => { if (bar.hidden && !event.target.closest("#panel-quotes")) soon(); });
  form.addEventListener("submit", () => { if (bar.hidden && !same(fields(), saved)) write(); });
}
