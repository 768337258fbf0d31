// Many files, a progress bar for each, and a lost connection only costs the chunk that was under way.
const chunkSize = 4 * 1024 * 1024;
const parallel = 2;
const longestPause = 15_000;

interface Words {
  waiting: string;
  sending: string;
  resuming: string;
  accepted: string;
  duplicate: string;
  reasons: Record<string, string>;
  failed: string;
  open: string;
}

interface Accepted {
  state: string;
  reason?: string;
  detail?: string;
  calls: string[];
}

interface Row {
  file: File;
  state: HTMLElement;
  bar: HTMLProgressElement;
  reason: HTMLElement;
  action: HTMLElement;
}

class Refused extends Error {}

/** Turns the upload form into one that takes many files and resumes. */
export function startUploads(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-uploads]");
  const input = form?.querySelector<HTMLInputElement>("input[type=file]");
  if (!form || !input) {
    return;
  }

  const queue = new Queue(form);
  input.addEventListener("change", () => {
    queue.add([...(input.files ?? [])]);
    input.value = "";
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  const drop = form.querySelector<HTMLElement>("[data-drop]") ?? form;
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("is-over"); });
  }

  for (const name of ["dragleave", "drop"]) {
    drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.remove("is-over"); });
  }

  drop.addEventListener("drop", (event) => queue.add([...(event.dataTransfer?.files ?? [])]));
  addEventListener("beforeunload", (event) => {
    if (queue.busy) {
      event.preventDefault();
    }
  });
}

class Queue {
  private readonly rows: Row[] = [];
  private running = 0;
  private readonly words: Words;
  private readonly list: HTMLElement;

  constructor(private readonly form: HTMLFormElement) {
    this.words = JSON.parse(form.dataset["words"] ?? "{}") as Words;
    this.list = document.getElementById("uploading") as HTMLElement;
  }

  get busy(): boolean {
    return this.running > 0;
  }

  add(files: File[]): void {
    for (const file of files) {
      this.rows.push(this.draw(file));
    }

    (this.list.closest("[hidden]") as HTMLElement | null)?.removeAttribute("hidden");
    while (this.running < parallel && this.rows.length > 0) {
      void this.work();
    }
  }

  private async work(): Promise<void> {
    this.running++;
    for (let row = this.rows.shift(); row; row = this.rows.shift()) {
      await this.send(row);
    }

    this.running--;
  }

  private draw(file: File): Row {
    const line = document.createElement("li");
    line.className = "upload";
    const name = make("span", "clip", file.name);
    name.title = file.name;
    const state = make("span", "state", this.words.waiting);
    const bar = document.createElement("progress");
    bar.className = "progress";
    bar.max = Math.max(1, file.size);
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    const reason = make("span", "upload-reason", "");
    reason.hidden = true;
    const action = make("span", "row row-tight", "");
    action.append(state);
    line.append(name, action, bar, reason);
    this.list.append(line);
    return { file, state, bar, reason, action };
  }

  private async send(row: Row): Promise<void> {
    try {
      this.show(row, "working", this.words.sending);
      const id = await this.begin(row.file);
      await this.chunks(row, id);
      const done = await this.complete(id);
      if (done.state === "refused") {
        throw new Refused(this.words.reasons[done.reason ?? ""] ?? done.detail ?? this.words.failed);
      }

      row.bar.value = row.bar.max;
      this.show(row, "done", done.state === "duplicate" ? this.words.duplicate : this.words.accepted);
      this.offer(row, done.calls);
    } catch (problem) {
      this.show(row, "stopped", this.words.failed);
      row.bar.hidden = true;
      row.reason.hidden = false;
      row.reason.textContent = problem instanceof Refused ? problem.message : String(problem);
    }
  }

  private offer(row: Row, calls: string[]): void {
    if (calls[0]) {
      const link = make("a", "button button-small", this.words.open) as HTMLAnchorElement;
      link.href = calls.length === 1 ? `/calls/${calls[0]}` : "/calls";
      row.action.append(link);
    }
  }

  private show(row: Row, kind: string, text: string): void {
    row.state.className = `state state-${kind}`;
    row.state.textContent = text;
  }

  private async begin(file: File): Promise<string> {
    const fields = [...new FormData(this.form)].filter(([name, value]) => typeof value === "string" && value !== "" && !name.startsWith("__"));
    const answer = await this.ask("/uploads", {
      method: "POST",
      body: JSON.stringify({ fileName: file.name, size: file.size, metadata: Object.fromEntries(fields) }),
      headers: { "Content-Type": "application/json" },
    });
    return ((await answer.json()) as { id: string }).id;
  }

  private async chunks(row: Row, id: string): Promise<void> {
    let offset = 0;
    let pause = 500;
    while (offset < row.file.size) {
      try {
        await this.chunk(row, id, offset);
        offset = Math.min(row.file.size, offset + chunkSize);
        pause = 500;
        this.show(row, "working", this.words.sending);
      } catch (problem) {
        if (problem instanceof Refused) {
          throw problem;
        }

        this.show(row, "working", this.words.resuming);
        await new Promise((resume) => setTimeout(resume, pause));
        pause = Math.min(longestPause, pause * 2);
        offset = await this.reached(id, offset);
      }

      row.bar.value = offset;
    }
  }

  private chunk(row: Row, id: string, offset: number): Promise<void> {
    return new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.open("PATCH", `/uploads/${id}`);
      request.setRequestHeader("Upload-Offset", String(offset));
      request.setRequestHeader("Content-Type", "application/offset+octet-stream");
      this.sign((name, value) => request.setRequestHeader(name, value));
      request.timeout = 120_000;
      request.upload.onprogress = (event) => { row.bar.value = offset + event.loaded; };
      request.onload = () => {
        if (request.status < 300) {
          done();
        } else if (request.status === 409 || request.status >= 500) {
          fail(new Error(String(request.status)));
        } else {
          fail(new Refused(this.message(request.responseText, request.status)));
        }
      };
      request.onerror = request.ontimeout = () => fail(new Error("connection"));
      request.send(row.file.slice(offset, offset + chunkSize));
    });
  }

  // Where the server stands; our own count while it can't be asked
  private async reached(id: string, known: number): Promise<number> {
    try {
      const answer = await fetch(`/uploads/${id}`, { method: "HEAD" });
      return answer.ok ? Number(answer.headers.get("Upload-Offset") ?? known) : known;
    } catch {
      return known;
    }
  }

  private async complete(id: string): Promise<Accepted> {
    const answer = await this.ask(`/uploads/${id}/complete`, { method: "POST" });
    return (await answer.json()) as Accepted;
  }

  private async ask(url: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("Accept", "application/json");
    this.sign((name, value) => headers.set(name, value));
    const answer = await fetch(url, { ...init, headers });
    if (!answer.ok) {
      throw new Refused(this.message(await answer.text(), answer.status));
    }

    return answer;
  }

  private message(body: string, status: number): string {
    try {
      const problem = JSON.parse(body) as { code?: string; detail?: string; title?: string };
      return this.words.reasons[problem.code ?? ""] ?? problem.detail ?? problem.title ?? String(status);
    } catch {
      return String(status);
    }
  }

  // The same proof against forged requests that the forms carry
  private sign(set: (name: string, value: string) => void): void {
    const token = this.form.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]")?.value;
    if (token) {
      set("RequestVerificationToken", token);
    }
  }
}

function make(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
