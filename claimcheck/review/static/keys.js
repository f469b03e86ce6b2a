"use strict";
// Keys, and a few comforts. Every page works without this file.

const STORE = "claimcheck-keys";
const dialog = document.getElementById("keys");
const form = document.getElementById("answer");

function stored(store, name) {
  try { return store.getItem(name); } catch { return null; }
}

function keep(store, name, value) {
  try { value ? store.setItem(name, value) : store.removeItem(name); } catch { /* private window */ }
}

const keysOn = () => stored(localStorage, STORE) !== "off";

function typing(target) {
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target.matches("input") && !["radio", "checkbox", "button", "submit"].includes(target.type);
}

function press(element) {
  if (element.matches("input[type=radio]")) {
    element.checked = true;
    element.focus();
    element.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (element.matches("input, textarea, select")) {
    element.focus();
    if (element.select) element.select();
  } else {
    element.click();
  }
}

function record() {
  if (form && form.querySelector("input[name=verdict]:checked")) form.requestSubmit();
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.id === "note") {
    event.preventDefault();
    record();
    return;
  }
  if (event.ctrlKey || event.metaKey) return;
  if (event.key === "Escape" && typing(event.target)) {
    event.target.blur();
    return;
  }
  if (!keysOn() || typing(event.target) || (dialog && dialog.open)) return;
  if (event.key === "Enter") {
    if (!event.target.closest("a, button, summary")) {
      event.preventDefault();
      record();
    }
    return;
  }
  const element = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (element) {
    event.preventDefault();
    press(element);
  }
});

// The list of keys opens in place.
const opener = document.querySelector('[data-key="?"]');
if (dialog && opener && dialog.showModal) {
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    dialog.showModal();
  });
  const toggle = document.getElementById("keys-on");
  toggle.checked = keysOn();
  toggle.addEventListener("change", () => {
    keep(localStorage, STORE, toggle.checked ? "" : "off");
    document.documentElement.classList.toggle("keys-off", !toggle.checked);
  });
  document.documentElement.classList.toggle("keys-off", !keysOn());
}

// The derivation opens by its key.
const derivation = document.querySelector(".derivation > summary");
if (derivation) derivation.dataset.key = "d";

// One press of a button sends a form once.
for (const sent of document.querySelectorAll('form[method="post"]')) {
  sent.addEventListener("submit", (event) => {
    if (sent.dataset.sent) event.preventDefault();
    sent.dataset.sent = "yes";
  });
}
window.addEventListener("pageshow", () => {
  for (const sent of document.querySelectorAll("form[data-sent]")) delete sent.dataset.sent;
});

// A note that was begun is still there when the page is opened again.
if (form) {
  const chosen = () => form.querySelector("input[name=verdict]:checked");
  const ask = () => { form.elements.reason[0].required = Boolean(chosen() && "why" in chosen().dataset); };
  form.addEventListener("change", ask);
  ask();
  const note = form.elements.note;
  const name = `note of ${form.dataset.draft}`;
  if (!note.value) note.value = stored(sessionStorage, name) || "";
  note.addEventListener("input", () => keep(sessionStorage, name, note.value));
  form.addEventListener("submit", () => keep(sessionStorage, name, ""));
}

// Choosing from the filter shows the result at once.
for (const filter of document.querySelectorAll("form[data-auto] select")) {
  filter.addEventListener("change", () => filter.form.requestSubmit());
}

// The address without what was just recorded can be copied and shared.
const here = new URL(location.href);
if (here.searchParams.has("done") || here.searchParams.has("left")) {
  here.searchParams.delete("done");
  here.searchParams.delete("left");
  history.replaceState(null, "", here);
}

// A running check shows how far it is.
async function follow(state) {
  while (state.dataset.follow) {
    await new Promise((resume) => setTimeout(resume, 700));
    try {
      const answer = await fetch(state.dataset.follow, { headers: { accept: "text/html" } });
      if (!answer.ok) return location.reload();
      const found = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (found.body.textContent !== state.textContent) state.replaceChildren(...found.body.childNodes);
      if (state.querySelector("[data-over]")) delete state.dataset.follow;
    } catch {
      // The server does not answer just now; ask again.
    }
  }
}
const state = document.querySelector("[data-follow]");
if (state) follow(state);
