// Two things that Material's header lacks: buttons for keyboards, and a search that waits.
(() => {
  "use strict";

  // Drawer and search are opened by labels, which no keyboard reaches. A button lies on each label
  // and presses it; without scripts the checkbox that the label belongs to lies there instead.
  for (const button of document.querySelectorAll(".fc-press")) {
    const toggle = document.getElementById(button.dataset.for);
    const within = document.querySelector(button.dataset.within);
    button.addEventListener("click", () => toggle.click());
    toggle.addEventListener("change", () => {
      button.setAttribute("aria-expanded", String(toggle.checked));
      if (toggle.checked) within.focus();
    });
    document.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !toggle.checked) return;
      toggle.click();
      button.focus();
    });
  }

  // Material fetches the index of its search on every page, and reads it. On a large site that is
  // most of what a visit costs, so the request waits here until a reader turns to the search.
  const toggle = document.getElementById("__search");
  const field = document.querySelector(".md-search__input");
  if (!field) return;

  const { open, send } = XMLHttpRequest.prototype;
  const indexes = new WeakSet();
  const waiting = [];
  let begun = false;

  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    if (String(address).endsWith("/search/search_index.json")) indexes.add(this);
    return open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (indexes.has(this) && !begun) waiting.push(() => send.apply(this, body));
    else send.apply(this, body);
  };
  const begin = () => {
    begun = true;
    for (const request of waiting.splice(0)) request();
  };
  toggle.addEventListener("change", begin);
  field.addEventListener("focus", begin);
  if (toggle.checked || document.activeElement === field) begin();
})();
