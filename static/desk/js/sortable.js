// Rows of a formset in the order their numbers say: drag by the handle, buttons, or Alt + arrows. Without scripts the numbers are typed.
import { say } from "./say.js";

for (const list of document.querySelectorAll("[data-sortable]")) {
  let held = null;
  const rows = () => [...list.querySelectorAll(".inline-related:not(.empty-form)")];
  const name = (row) => row.querySelector(".select2-selection__rendered, select option:checked")?.textContent.trim() ?? "";

  const renumber = () => rows().forEach((row, i) => { row.querySelector("[name$='-order']").value = i; });
  const settle = (row) => {
    renumber();
    row.dispatchEvent(new Event("input", { bubbles: true }));
    say(`${name(row)}, ${list.dataset.place} ${rows().indexOf(row) + 1}`);
  };
  const move = (row, step, focus) => {
    const all = rows(), other = all[all.indexOf(row) + step];
    if (!other) return;
    if (step < 0) other.before(row); else other.after(row);
    focus.focus();
    settle(row);
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
    const handle = document.createElement("span"); // for the pointer; the buttons say the same to everybody else
    Object.assign(handle, { className: "drag-handle", draggable: true, ariaHidden: "true", textContent: "⠿" });
    tools.append(handle);
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
  list.addEventListener("dragstart", (event) => {
    held = event.target.closest(".drag-handle")?.closest(".inline-related") ?? null;
    if (!held) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setDragImage(held, 0, 0);
    held.classList.add("is-held");
  });
  list.addEventListener("dragover", (event) => {
    if (!held) return;
    event.preventDefault();
    const over = event.target.closest(".inline-related:not(.empty-form)");
    if (!over || over === held || !list.contains(over)) return;
    const box = over.getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) over.before(held); else over.after(held);
  });
  list.addEventListener("drop", (event) => { if (held) event.preventDefault(); });
  list.addEventListener("dragend", () => {
    if (!held) return;
    held.classList.remove("is-held");
    settle(held);
    held = null;
  });
}
