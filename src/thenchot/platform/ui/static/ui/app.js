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
// Beside a day that is typed, a button that opens the browser's own calendar.
function addCalendars(root) {
  root.querySelectorAll("input[data-day]").forEach((field) => {
    if (field.nextElementSibling?.matches(".calendar")) return;
    const box = document.createElement("span"), open = document.createElement("button");
    const days = document.createElement("input");
    box.className = "calendar";
    Object.assign(open, { type: "button", title: field.dataset.day });
    open.setAttribute("aria-label", `${field.dataset.day}: ${field.labels?.[0]?.textContent.trim() ?? ""}`);
    open.innerHTML = '<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M2 4h12v10H2zM2 7h12M5 2v3M11 2v3"/></svg>';
    Object.assign(days, { type: "date", tabIndex: -1 });
    days.setAttribute("aria-hidden", "true");
    open.addEventListener("click", () => {
      const [, day, month, year] = field.value.match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/) ?? [];
      days.value = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : "";
      days.showPicker();
    });
    days.addEventListener("change", () => {
      if (days.value) field.value = days.value.split("-").reverse().join("/");
      field.dispatchEvent(new Event("change", { bubbles: true }));
      open.focus();
    });
    box.append(open, days);
    field.after(box);
  });
}
if (HTMLInputElement.prototype.showPicker) {
  document.addEventListener("DOMContentLoaded", () => addCalendars(document));
  document.addEventListener("htmx:load", (event) => addCalendars(event.target));
}
// One box for everything: opened by its button or Ctrl+K; arrows choose, Enter opens. The dialog
// itself gives Esc, and the focus back to where it was.
const palette = () => document.getElementById("palette");
const options = () => [...document.querySelectorAll("#palette-list a[role=option]")];
function openPalette() {
  const field = palette().querySelector("input");
  field.value = "";
  if (!palette().open) palette().showModal();
  field.focus();
  htmx.trigger(field, "opened");
}
function choose(option) {
  options().forEach((one) => one.setAttribute("aria-selected", String(one === option)));
  const field = palette().querySelector("input");
  if (option) field.setAttribute("aria-activedescendant", option.id);
  else field.removeAttribute("aria-activedescendant");
  option?.scrollIntoView({ block: "nearest" });
}
// Letters of a Vietnamese keyboard (Telex, VNI) that are still being put together are no commands.
const isComposing = (event) => event.isComposing || event.keyCode === 229;
function asksForPalette(event) {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") return true;
  return event.key === "/" && !event.target.closest("input, textarea, select, [contenteditable]");
}
document.addEventListener("keydown", (event) => {
  if (isComposing(event)) return;
  const isAsked = asksForPalette(event);
  if (isAsked && palette()) { event.preventDefault(); openPalette(); return; }
  if (!event.target.matches("#palette input")) return;
  const all = options(), at = all.findIndex((one) => one.ariaSelected === "true");
  const next = { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1 }[event.key];
  if (next !== undefined && all.length) choose(all[(next + all.length) % all.length]);
  else if (event.key === "Enter" && at >= 0) all[at].click();
  else return;
  event.preventDefault();
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-palette]")) { event.preventDefault(); openPalette(); }
  if (event.target === palette() || event.target.closest("[data-close]")) palette().close();
});
document.addEventListener("htmx:afterSwap", (event) => {
  const isBox = event.target.id === "palette-list";
  if (isBox) choose(palette().querySelector("input").value ? options()[0] : undefined);
});
