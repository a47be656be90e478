// <time data-until datetime=…> counts down from the server's clock, not the visitor's; how that reads says the page.
const host = document.querySelector("[data-now]");
const start = Date.parse(host?.dataset.now);
const loaded = performance.now();
const clocks = [...document.querySelectorAll("time[data-until]")];
const SOON = 1800; // seconds

function text(seconds) {
  const all = Math.abs(seconds), pad = (n) => String(n).padStart(2, "0");
  const h = Math.floor(all / 3600), m = Math.floor(all / 60) % 60, s = Math.floor(all % 60);
  const days = Math.floor(h / 24);
  const time = days > 1 ? `${days} d` : h ? `${h}:${pad(m)} h` : `${m}:${pad(s)}`;
  return (seconds < 0 ? host.dataset.late : host.dataset.in).replace("{time}", time);
}

function tick() {
  const now = start + performance.now() - loaded;
  for (const clock of clocks) {
    const left = (Date.parse(clock.dateTime) - now) / 1000;
    const words = text(left);
    if (clock.textContent !== words) clock.textContent = words;
    clock.classList.toggle("soon", left < SOON);
  }
}
if (host && clocks.length) { tick(); setInterval(tick, 1000); }
