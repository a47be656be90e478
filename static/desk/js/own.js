// Ctrl Enter presses the page's primary button.
document.addEventListener("keydown", (event) => {
  const button = (event.ctrlKey || event.metaKey) && event.key === "Enter" && document.querySelector(".dock .btn.primary");
  if (!button) return;
  event.preventDefault();
  button.form.requestSubmit(button);
});
