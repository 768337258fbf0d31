// Rules and scorecards tried on real calls while they are written.

interface Piece {
  text: string;
  hit: boolean;
}

interface TriedCall {
  address: string;
  title: string;
  turns: { speaker: string; pieces: Piece[] }[];
}

interface Tried {
  summary: string;
  errors: { place: string; message: string; warning?: boolean }[];
  calls: TriedCall[];
  answers: { title: string; answer: string; tone: string; quotes: string[] }[];
}

const pause = 300;

/** Forms with data-try post themselves as they are written, and show what comes back. */
export function startScoring(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-try]")) {
    start(form);
  }
}

function start(form: HTMLFormElement): void {
  const output = document.getElementById(form.dataset.output ?? "");
  if (!output) {
    return;
  }

  let timer = 0;
  let latest = 0;
  const ask = async (): Promise<void> => {
    const mine = ++latest;
    const answer = await fetch(form.dataset.try ?? "", { method: "POST", body: new FormData(form) }).catch(() => null);
    if (answer?.ok && mine === latest) {
      show(output, (await answer.json()) as Tried);
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), pause);
  });
  void ask();
}

function show(output: HTMLElement, tried: Tried): void {
  output.replaceChildren(
    element("p", "small strong", tried.summary),
    ...tried.errors.map((error) => element("p", error.warning ? "field-warn" : "field-error", `${error.place}: ${error.message}`)),
    ...tried.answers.map(answerLine),
    ...tried.calls.map(callCard),
  );
}

function answerLine(answer: Tried["answers"][0]): HTMLElement {
  const line = element("div", "tried-answer");
  line.append(element("span", "grow", answer.title), element("span", `badge badge-${answer.tone}`, answer.answer));
  for (const quote of answer.quotes) {
    line.append(element("q", "small muted", quote));
  }

  return line;
}

function callCard(call: TriedCall): HTMLElement {
  const card = element("div", "tried-call");
  if (call.address) {
    const link = element("a", "small strong", call.title) as HTMLAnchorElement;
    link.href = call.address;
    card.append(link);
  }

  for (const turn of call.turns) {
    const line = element("p", "small");
    line.append(element("span", "faint", turn.speaker && `${turn.speaker}: `), ...turn.pieces.map((piece) => element(piece.hit ? "mark" : "span", "", piece.text)));
    card.append(line);
  }

  return card;
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
