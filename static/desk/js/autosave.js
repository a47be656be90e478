// Every few seconds what is typed goes to the server as this person's draft, and with it that somebody is here.
// It says so in the bar; only a failure is announced. The words it shows come from the page.
import { choices, chosen, fields, markKept } from "./draft.js";
import { say } from "./say.js";

const form = document.getElementById("article_form");
const bar = document.getElementById("save");
const shown = bar.querySelector("[data-text]");
const presence = document.getElementById("presence");
const PAUSE = 1500; // milliseconds without typing before the draft is sent
const LONGEST = 4000; // milliseconds after which it is sent while somebody types on
const LOOK = 1000; // milliseconds between two looks at what was chosen
const BEAT = 15000; // milliseconds between two heartbeats
const PATIENCE = 10000; // milliseconds for an answer

let unsent = false;
let typing = false;
let busy = false;
let left = false;
let failing = "";
let since = 0;
let timer;

// Whoever signed in again in another tab has a new token; it stands in the cookie.
const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? form.elements.csrfmiddlewaretoken.value;

function show(state, text) {
  bar.dataset.state = state;
  shown.textContent = text ?? bar.dataset[state];
  if (state !== "failed") for (const one of bar.querySelectorAll("button, a")) one.hidden = true;
}

function fail(code, message) {
  show("failed", message);
  bar.querySelector("[data-retry]").hidden = code === "elsewhere";
  bar.querySelector("[data-keep]").hidden = code !== "elsewhere";
  bar.querySelector("[data-sign-in]").hidden = code !== "signed-out";
  if (failing !== code) say(`${message}. ${bar.dataset.safe}`);
  failing = code;
}

function post(url, message) {
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token() },
    body: JSON.stringify(message),
    redirect: "manual", // a redirect is the login page: the session has ended
    signal: AbortSignal.timeout(PATIENCE),
  });
}

export async function send(takeOver = false) {
  if (busy || left) return;
  busy = true;
  clearTimeout(timer);
  const sends = unsent;
  unsent = false;
  since = 0;
  if (sends) show("saving");
  const message = {
    person: Number(form.dataset.person), window: form.dataset.window, continues: form.elements.continues.value,
    version: Number(form.elements.opened_version?.value || form.dataset.version), is_typing: typing, take_over: takeOver,
    ...(sends ? { fields: fields(), choices: choices() } : {}),
  };
  const response = await post(form.dataset.autosave, message).catch(() => null);
  busy = false;
  if (left) return;
  if (response?.ok) answer(await response.json(), sends);
  else {
    unsent ||= sends;
    if (sends) await explain(response);
  }
  if (unsent && !failing) soon();
}

function answer(data, sent) {
  if (data.presence !== undefined && data.presence !== presence.dataset.last) {
    presence.innerHTML = data.presence;
    presence.dataset.last = data.presence;
  }
  if (!sent) return;
  failing = "";
  if (unsent) return; // more was typed meanwhile
  markKept();
  show("kept", `${bar.dataset.kept} ${data.clock}`);
}

export async function keepOnServer({ fields: texts, choices: made, window, version }) {
  const message = { person: Number(form.dataset.person), window: form.dataset.window, continues: window, version: Number(version ?? form.dataset.version), fields: texts, choices: made };
  const response = await post(form.dataset.autosave, message).catch(() => null);
  return response?.ok ? (await response.json()).draft : null;
}

async function explain(response) {
  if (!response || response.status >= 500) return fail("offline", bar.dataset.failed);
  if (response.type === "opaqueredirect" || response.status === 403) return fail("signed-out", bar.dataset.signedOut);
  const problem = await response.json().catch(() => ({}));
  return fail(problem.problem ?? "refused", problem.message ?? `${bar.dataset.failed} (${response.status})`);
}

function soon() {
  clearTimeout(timer);
  since ||= Date.now();
  timer = setTimeout(send, Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())));
}

export function autosave() {
  form.addEventListener("input", (event) => {
    if (event.target.closest("#panel-quotes")) return;
    unsent = typing = true;
    if (!failing) show("changed");
    if (failing !== "elsewhere") soon();
  });
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    form.elements.csrfmiddlewaretoken.value = token();
    left = true;
    clearTimeout(timer);
  });
  // No event tells of every choice: widgets of jQuery, rows that are added, taken away and moved.
  let last = JSON.stringify(chosen());
  setInterval(() => {
    const now = JSON.stringify(chosen());
    if (now === last) return;
    last = now;
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }, LOOK);
  addEventListener("pageshow", () => { left = false; });
  addEventListener("online", () => send());
  addEventListener("visibilitychange", () => { if (document.hidden && unsent) send(); });
  bar.addEventListener("click", (event) => {
    if (event.target.closest("[data-retry]")) send();
    if (event.target.closest("[data-keep]")) send(true);
  });
  const takeOver = document.getElementById("take_over");
  takeOver?.addEventListener("submit", async (event) => {
    event.preventDefault(); // what is typed stays on the page
    const response = await post(takeOver.action, {}).catch(() => null);
    if (response?.ok) { presence.innerHTML = (await response.json()).presence; document.getElementById("text")?.querySelector("[contenteditable]")?.focus(); }
    else await explain(response);
  });
  setInterval(() => { if (!document.hidden || unsent) send(); }, BEAT);
  send();
}
