// The comparison: a choice is shown at once, and two buttons walk through the changes.
const form = document.getElementById("compare_form");
const changes = [...document.querySelectorAll("#diffs :is(ins, del)")].filter((one) => !(one.matches("ins") && one.previousSibling?.nodeName === "DEL"));
let at = -1;

form.addEventListener("change", () => form.requestSubmit());
document.getElementById("compare-button").hidden = true;
for (const button of form.querySelectorAll("[data-step]")) {
  button.hidden = !changes.length;
  button.addEventListener("click", () => {
    document.querySelector(".is-at")?.classList.remove("is-at");
    at = (at + Number(button.dataset.step) + changes.length + (at < 0 && button.dataset.step < 0 ? 1 : 0)) % changes.length;
    changes[at].classList.add("is-at");
    changes[at].scrollIntoView({ block: "center" });
    document.getElementById("change-n").textContent = `${at + 1} / ${changes.length}`;
  });
}
