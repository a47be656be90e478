// The focal point of a picture: a click on it, or arrow keys on the point. The two number fields are what is sent.
import { say } from "./say.js";

const STEP = 0.02, FAR = 0.1;
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const within = (value) => Math.min(1, Math.max(0, value));

for (const box of document.querySelectorAll("[data-focal]")) {
  const form = box.closest("form");
  const [x, y] = form.querySelectorAll("[data-focal-input]");
  const stage = box.querySelector(".focal-stage");
  const pictures = [...box.querySelectorAll("img")];
  if (!x || !y) continue;

  const point = document.createElement("button");
  Object.assign(point, { type: "button", className: "focal-point" });
  stage.append(point);

  const draw = () => {
    const [left, top] = [x, y].map((field) => `${Math.round(within(Number(field.value)) * 100)}%`);
    Object.assign(point.style, { left, top });
    point.setAttribute("aria-label", `${box.dataset.name}: ${left}, ${top}`);
    for (const crop of box.querySelectorAll(".focal-crops img")) crop.style.objectPosition = `${left} ${top}`;
    box.hidden = !pictures[0].getAttribute("src");
  };
  const put = (toX, toY) => {
    x.value = within(toX).toFixed(2);
    y.value = within(toY).toFixed(2);
    draw();
    x.dispatchEvent(new Event("input", { bubbles: true }));
  };

  stage.addEventListener("click", (event) => {
    if (event.target === point) return;
    const frame = pictures[0].getBoundingClientRect();
    put((event.clientX - frame.left) / frame.width, (event.clientY - frame.top) / frame.height);
    point.focus();
  });
  point.addEventListener("keydown", (event) => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    const step = event.shiftKey ? FAR : STEP;
    put(Number(x.value) + move[0] * step, Number(y.value) + move[1] * step);
    say(point.getAttribute("aria-label"));
  });
  for (const field of [x, y]) field.addEventListener("input", draw);
  form.querySelector("[data-focal-file]")?.addEventListener("change", (event) => {
    const file = event.target.files[0];
    if (file) for (const picture of pictures) picture.src = URL.createObjectURL(file);
    put(0.5, 0.5);
  });
  draw();
}
