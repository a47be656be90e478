// How close the rows of the lists stand; each browser keeps what was chosen last. Without scripts there is no switch.
const box = document.querySelector(".density");
const radios = box?.querySelectorAll("[name=density]") ?? [];

function set(value) {
  document.documentElement.dataset.density = value;
  radios.forEach((radio) => { radio.checked = radio.value === value; });
}

set(localStorage.getItem("density") ?? "");
radios.forEach((radio) => radio.addEventListener("change", () => { localStorage.setItem("density", radio.value); set(radio.value); }));
if (box) box.hidden = false;
