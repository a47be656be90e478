// Rows of a formset in the order their numbers say: buttons, or Alt + arrows. Without scripts the numbers are typed.
import { say } from "./say.js";

for (const list of document.querySelectorAll("[data-sortable]")) {
  const rows = () => [...list.querySelectorAll(".inline-related:not(.empty-form)")];
  const name = (row) => row.querySelector(".select2-selection__rendered, select option:checked")?.textContent.trim() ?? "";

  const renumber = () => rows().forEach((row, i) => { row.querySelector("[name$='-order']").value = i; });
  const move = (row, step, focus) => {
    const all = rows(), other = all[all.indexOf(row) + step];
    if (!other) return;
    if (step < 0) other.before(row); else other.after(row);
    renumber();
    focus.focus();
    row.dispatchEvent(new Event("input", { bubbles: true }));
    say(`${name(row)}, ${list.dataset.place} ${rows().indexOf(row) + 1}`);
  };
  const equip = (row) => {
    if (row.querySelector("[data-move]")) return;
    const tools = document.createElement("span");
    tools.className = "movers";
    for (const [step, label, sign] of [[-1, list.dataset.up, "↑"], [1, list.dataset.down, "↓"]]) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "btn ghost icon small", ariaLabel: label, title: label, textContent: sign });
      button.dataset.move = step;
      tools.append(button);
    }
    row.querySelector(".inline-fields").append(tools);
  };

  list.classList.add("is-sortable");
  rows().forEach(equip);
  document.addEventListener("formset:added", (event) => { if (list.contains(event.target)) { equip(event.target); renumber(); } });
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (button) move(button.closest(".inline-related"), Number(button.dataset.move), button);
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const row = event.target.closest(".inline-related");
    if (step && event.altKey && row) { event.preventDefault(); move(row, step, event.target); }
  });
}
