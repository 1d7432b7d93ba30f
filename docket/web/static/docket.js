// Comfort only: every screen works without this file.
"use strict";

(() => {
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

  // A second click on the button that registers sends nothing more.
  for (const form of document.querySelectorAll("form")) {
    form.addEventListener("submit", (event) => {
      if (!event.submitter || !event.submitter.hasAttribute("data-once")) return;
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
    });
  }
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });

  // The draft is saved while one types; the version tells whether another tab did so too.
  const form = document.querySelector("form[data-autosave]");
  if (form && form.dataset.autosave) {
    const told = form.querySelector("[data-saved]");
    let waiting = 0;
    let saving = false;
    let changed = false;
    let leaving = false;
    const save = async () => {
      if (saving || leaving || !changed) return;
      saving = true;
      changed = false;
      try {
        const answer = await fetch(form.dataset.autosave, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "error" });
        const body = (answer.headers.get("content-type") || "").includes("json") ? await answer.json() : {};
        if (answer.ok) {
          form.elements._version.value = body.version;
          told.textContent = body.saved;
          const now = form.querySelector("[data-now]");
          // Told again only when it changed: a screen reader reads it aloud.
          if (now && now.textContent !== body.now) now.textContent = body.now;
        } else {
          told.textContent = answer.status === 401 ? "Niet bewaard: uw sessie is afgelopen. Klik op Concept bewaren en meld u aan; er gaat niets verloren." : body.detail || "Niet bewaard; klik op Concept bewaren.";
        }
      } catch {
        told.textContent = "Niet bewaard: geen verbinding. Wat u typte staat nog op het scherm.";
      }
      saving = false;
      if (changed) plan();
    };
    const plan = () => {
      clearTimeout(waiting);
      waiting = setTimeout(save, 1500);
    };
    form.addEventListener("input", () => {
      changed = true;
      plan();
    });
    form.addEventListener("submit", (event) => {
      // A save under way would make this post look like another tab's.
      if (saving) {
        event.preventDefault();
        const button = event.submitter;
        const again = setInterval(() => {
          if (saving) return;
          clearInterval(again);
          form.requestSubmit(button);
        }, 50);
        return;
      }
      leaving = true;
      clearTimeout(waiting);
    });
    addEventListener("pageshow", () => { leaving = false; });
  }

  // Documents are made after the page is shown: their panel is fetched again once they are there.
  const pending = document.querySelector("[data-pending]");
  if (pending) {
    let left = 20;
    const look = async () => {
      left -= 1;
      try {
        const answer = await fetch(pending.dataset.pending);
        if (answer.ok && (await answer.json()).pending === 0) {
          const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
          const made = page.getElementById(pending.id);
          if (made && !pending.contains(document.activeElement)) pending.replaceChildren(...made.childNodes);
          return;
        }
      } catch {
        return;
      }
      if (left > 0) setTimeout(look, 1500);
    };
    setTimeout(look, 1000);
  }

  // The menu below "Meer" covers the page: Escape, or going on elsewhere, closes it.
  const more = document.querySelector("[data-menu]");
  if (more) {
    addEventListener("click", (event) => { if (!more.contains(event.target)) more.open = false; });
    more.addEventListener("focusout", (event) => { if (event.relatedTarget && !more.contains(event.relatedTarget)) more.open = false; });
    more.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      more.open = false;
      more.querySelector("summary").focus();
    });
  }

  // Single-key shortcuts, only where the account has them on and nobody is typing.
  if (document.body.dataset.shortcuts === "on") {
    let before = "";
    // Walks from row to row of a list by its link, so that Enter opens it. The arrows only once one walks: else they scroll the page.
    const walk = (step, arrow) => {
      const rows = [...document.querySelectorAll("[data-row]")];
      const here = rows.indexOf(document.activeElement);
      if (rows.length === 0 || (arrow && here === -1)) return false;
      const next = here === -1 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + step));
      rows[next].focus();
      rows[next].closest("tr").scrollIntoView({ block: "nearest" });
      return true;
    };
    addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || typing(event.target)) return;
      const key = event.key;
      const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[key];
      if (step && !before && !event.shiftKey && walk(step, key.length > 1)) {
        event.preventDefault();
        return;
      }
      const sequence = before + key;
      before = "";
      const addresses = { n: "/nieuw", "?": "/hulp", gl: "/dossiers", gv: "/vandaag", gb: "/te-beslissen", gc: "/concepten", gm: "/mails" };
      if (key === "/") {
        const search = document.querySelector("[data-shortcut-target=search]");
        if (search) {
          event.preventDefault();
          search.focus();
        }
      } else if (sequence in addresses) {
        event.preventDefault();
        location.assign(addresses[sequence]);
      } else if (key === "g") {
        before = "g";
        setTimeout(() => { before = ""; }, 1500);
      }
    });
  }
})();
