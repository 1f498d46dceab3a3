// Everything works without this file; it only saves clicks.
Object.assign(htmx.config, {
  includeIndicatorStyles: false,
  allowEval: false,
  selfRequestsOnly: true,
  refreshOnHistoryMiss: true,
  responseHandling: [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    { code: "403", swap: true, error: true },
    { code: "[45]..", swap: false, error: true },
  ],
});
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit-on-change]")) event.target.form.requestSubmit();
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-print]");
  if (button) window.print();
});
document.addEventListener("submit", (event) => {
  const question = event.target.dataset.confirm;
  if (question && !window.confirm(question)) { event.preventDefault(); return; }
  const button = event.submitter;
  if (button && !event.target.matches("[method=get]")) setTimeout(() => { button.disabled = true; }, 0);
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("button[disabled][type=submit]").forEach((b) => { if (!b.dataset.fixed) b.disabled = false; });
});
// From a field to its place in the document.
document.addEventListener("focusin", (event) => {
  const place = event.target.dataset.place && document.getElementById(event.target.dataset.place);
  if (place) place.scrollIntoView({ block: "center" });
});
// The page one is on stands in sight in a line that scrolls.
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll(".tabs [aria-current]").forEach((one) => {
    const line = one.parentElement;
    line.scrollLeft = one.offsetLeft - line.offsetLeft - (line.clientWidth - one.offsetWidth) / 2;
  });
});
