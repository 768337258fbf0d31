/** The puzzle of the inquiry form, and the count of a page that the visitor agreed to. */
export function startWebsite(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-puzzle-form]")) {
    form.addEventListener("focusin", () => void solve(form), { once: true });
    form.addEventListener("submit", (event) => {
      if (answerOf(form)?.value === "") {
        event.preventDefault();
        void solve(form).then(() => form.requestSubmit());
      }
    });
  }

  const visits = document.querySelector<HTMLFormElement>("form[data-visits]");
  if (visits) {
    void fetch(visits.action, { method: "POST", body: new FormData(visits) });
  }
}

function answerOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>("input[name=answer]");
}

const running = new WeakMap<HTMLFormElement, Promise<void>>();

function solve(form: HTMLFormElement): Promise<void> {
  const known = running.get(form);
  if (known) {
    return known;
  }

  const work = search(form);
  running.set(form, work);
  return work;
}

async function search(form: HTMLFormElement): Promise<void> {
  const puzzle = form.querySelector<HTMLInputElement>("input[data-puzzle]");
  const answer = answerOf(form);
  if (!puzzle || !answer) {
    return;
  }

  const bits = Number(puzzle.dataset["puzzle"]);
  const text = new TextEncoder();
  for (let number = 0; ; number++) {
    const digest = new DataView(await crypto.subtle.digest("SHA-256", text.encode(`${puzzle.value}.${number}`)));
    if (Math.clz32(digest.getUint32(0)) >= bits) {
      answer.value = String(number);
      return;
    }
  }
}
