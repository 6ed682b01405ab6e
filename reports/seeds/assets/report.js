// Two switches, and scrolling by keyboard only where there is something to scroll. Pages can be read without it.
"use strict";

function turns(id, on, change) {
  const button = document.getElementById(id);
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    on = !on;
    button.textContent = on ? button.dataset.hide : button.dataset.show;
    change(on);
  });
}

turns("all-code", false, (on) => {
  for (const code of document.querySelectorAll("details.code")) code.open = on;
});
turns("labels", true, (on) => document.body.classList.toggle("unlabelled", !on));

if (!document.querySelector("details.code")) document.getElementById("all-code")?.setAttribute("hidden", "");

const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const region of document.querySelectorAll(".scroll, pre")) watcher.observe(region);
