let lead = "";

/** One-letter keys: / search, ? help, j k lines or turns, [ ] pages, g then c or u to go. */
export function startKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]")) {
      return;
    }

    if (act(event.key)) {
      event.preventDefault();
    }
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function act(key: string): boolean {
  if (lead === "g") {
    lead = "";
    return go(key);
  }

  switch (key) {
    case "/": return focus("input[type=search]");
    case "?": return openHelp();
    case "j": case "ArrowDown": return key === "j" || hasLine() ? move(1) : false;
    case "k": case "ArrowUp": return key === "k" || hasLine() ? move(-1) : false;
    case "[": return click("[data-key=previous-page]");
    case "]": return click("[data-key=next-page]");
    case "g": lead = "g"; setTimeout(() => { lead = ""; }, 1200); return true;
    default: return false;
  }
}

function go(key: string): boolean {
  const places: Record<string, string> = { c: "/calls", u: "/upload", t: "/team", a: "/audit", s: "/settings" };
  const place = places[key];
  if (place) {
    location.assign(place);
  }

  return place !== undefined;
}

function focus(selector: string): boolean {
  const field = document.querySelector<HTMLInputElement>(selector);
  field?.focus();
  field?.select();
  return field !== null;
}

function click(selector: string): boolean {
  const link = document.querySelector<HTMLElement>(selector);
  link?.click();
  return link !== null;
}

function openHelp(): boolean {
  const dialog = document.getElementById("keys");
  if (dialog instanceof HTMLDialogElement) {
    dialog.showModal();
  }

  return true;
}

const lines = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-line]")];

const hasLine = (): boolean => document.activeElement?.matches("[data-line]") === true;

function move(step: number): boolean {
  const all = lines();
  const here = all.findIndex((line) => line === document.activeElement);
  const next = all[here < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + step))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
  return next !== undefined;
}
