/** Shows a short message at the edge of the page. */
export function toast(text: string): void {
  const place = document.getElementById("toasts");
  if (!place) {
    return;
  }

  const note = document.createElement("div");
  note.className = "toast";
  note.textContent = text;
  place.append(note);
  setTimeout(() => note.remove(), 5000);
}

/** Changes the theme at once and tells the server in the background. */
export function startTheme(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-theme-switch]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const night = isNight();
      const theme = night ? "light" : "dark";
      const body = new FormData(form);
      body.set("theme", theme);
      document.documentElement.dataset["theme"] = theme;
      void fetch(form.action, { method: "POST", body, redirect: "manual" });
    });
  }
}

function isNight(): boolean {
  const chosen = document.documentElement.dataset["theme"];
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

/** Buttons with data-open="id" open the dialog of that id. */
export function startDialogs(): void {
  document.addEventListener("click", (event) => {
    const opener = (event.target as Element).closest<HTMLElement>("[data-open]");
    const dialog = opener && document.getElementById(opener.dataset["open"] ?? "");
    if (dialog instanceof HTMLDialogElement) {
      dialog.showModal();
    }

    if (event.target instanceof HTMLDialogElement) {
      event.target.close(); // a click on the veil
    }
  });
}

/** Filters apply when they change; forms learn the time zone; a form is sent once. */
export function startForms(): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const input of document.querySelectorAll<HTMLInputElement>("input[data-zone]")) {
    input.value = zone;
  }

  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-apply]")) {
    form.addEventListener("change", (event) => {
      if (!(event.target instanceof HTMLInputElement && event.target.type === "search")) {
        form.requestSubmit();
      }
    });
    form.addEventListener("submit", () => dropEmpty(form));
  }
}

// Empty filters stay out of the address
function dropEmpty(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input[name], select[name]")) {
    field.disabled = field.value === "";
  }

  setTimeout(() => {
    for (const field of form.querySelectorAll<HTMLInputElement>("[disabled]")) {
      field.disabled = false;
    }
  });
}

/** Buttons with data-copy copy that text. */
export function startCopying(): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-copy]");
    if (button) {
      void navigator.clipboard.writeText(button.dataset["copy"] ?? "").then(() => toast(button.dataset["done"] ?? "✓"));
    }
  });
}
