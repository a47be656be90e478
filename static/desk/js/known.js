// “Someone else”: while a name is typed, the newsroom's own people and organizations are offered.
const PAUSE = 150; // milliseconds without typing
const FIELDS = { person: "speaker_person", organization: "speaker_organization" };

export function offerKnown(pane) {
  const list = document.createElement("datalist");
  list.id = "known-speakers";
  pane.append(list);
  let pause;
  pane.addEventListener("input", (event) => {
    const field = event.target;
    if (!field.name?.endsWith("-other")) return;
    field.setAttribute("list", list.id);
    clearTimeout(pause);
    pause = setTimeout(() => look(pane, list, field), PAUSE);
  });
}

async function look(pane, list, field) {
  const kind = field.closest(".qcard").querySelector("[name$='-other_kind']").value;
  const query = new URLSearchParams({ app_label: "articles", model_name: "quote", field_name: FIELDS[kind], term: field.value.trim() });
  const response = await fetch(`${pane.dataset.known}?${query}`).catch(() => null);
  if (!response?.ok) return; // a help only: any name can be typed
  const { results } = await response.json();
  list.replaceChildren(...results.map(({ text }) => Object.assign(document.createElement("option"), { value: text })));
}
