// Select2 draws fields of its own: they take over the name of the field that they stand for.
function name(container) {
  const select = container.previousElementSibling?.matches("select") ? container.previousElementSibling : container.parentElement.querySelector("select");
  const label = select && document.querySelector(`label[for="${select.id}"]`)?.textContent.replace(/:\s*$/, "").trim();
  if (!label) return;
  for (const box of container.querySelectorAll("[role=combobox]")) {
    box.removeAttribute("aria-labelledby");
    box.ariaLabel = [label, box.querySelector(".select2-selection__rendered")?.title].filter(Boolean).join(": ");
  }
  for (const field of container.querySelectorAll("input, [role=textbox]")) field.ariaLabel = label;
}

// It draws them whenever it likes, also for rows that are added later.
const drawn = (node) => (node.matches?.(".select2-container") ? name(node) : node.querySelectorAll?.(".select2-container").forEach(name));
new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach(drawn))).observe(document.body, { childList: true, subtree: true });
drawn(document.body);
