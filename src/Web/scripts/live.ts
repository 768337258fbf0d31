interface CallChange {
  id: string;
  state: string;
  text: string;
}

/** Keeps the states on the page true while calls move through the pipeline (server-sent events). */
export function startLive(): void {
  const page = document.querySelector<HTMLElement>("[data-live]");
  if (!page) {
    return;
  }

  const events = new EventSource(page.dataset["live"] ?? "");
  events.addEventListener("call", (event) => apply(page, JSON.parse((event as MessageEvent<string>).data) as CallChange));
  addEventListener("pagehide", () => events.close());
}

function apply(page: HTMLElement, change: CallChange): void {
  const holders = page.querySelectorAll<HTMLElement>(`[data-call="${CSS.escape(change.id)}"]`);
  for (const holder of holders) {
    const state = holder.querySelector<HTMLElement>(".state");
    if (state && state.dataset["state"] !== change.state) {
      state.dataset["state"] = change.state;
      state.textContent = change.text;
      state.className = `state state-${kind(change.state)}`;
    }
  }

  const settled = change.state === "done" || change.state === "stopped";
  if (settled && (holders.length > 0 || page.dataset["fresh"] !== undefined)) {
    refreshSoon();
  }
}

const kind = (state: string): string => (state === "done" || state === "stopped" ? state : "working");

let waiting = 0;

// A finished call has a score, topics and a strip: fetch the page again and swap what is marked as live
function refreshSoon(): void {
  waiting ||= window.setTimeout(() => {
    waiting = 0;
    void refresh();
  }, 700);
}

async function refresh(): Promise<void> {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) {
    return;
  }

  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll<HTMLElement>("[data-part]")) {
    const next = fresh.querySelector(`[data-part="${CSS.escape(part.dataset["part"] ?? "")}"]`);
    if (next && !part.contains(document.activeElement)) {
      part.replaceWith(next);
    }
  }
}
