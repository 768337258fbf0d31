/** The puzzle before registration: finds the number that the form asks for. Nothing is asked of anybody else. */
export function startCaptcha(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("input[data-captcha-puzzle]")) {
    void solve(field);
  }
}

async function solve(field: HTMLInputElement): Promise<void> {
  const button = field.form?.querySelector<HTMLButtonElement>("[data-captcha-wait]");
  const [challenge, bits] = [field.dataset["captchaPuzzle"] ?? "", Number(field.dataset["bits"])];
  button?.setAttribute("disabled", "");
  const encoder = new TextEncoder();
  for (let from = 0; field.value === ""; from += 256) {
    const tries = Array.from({ length: 256 }, (_, i) => `${challenge}:${from + i}`);
    const digests = await Promise.all(tries.map((text) => crypto.subtle.digest("SHA-256", encoder.encode(text))));
    const found = digests.findIndex((digest) => Math.clz32(new DataView(digest).getUint32(0)) >= bits);
    field.value = found < 0 ? "" : tries[found] ?? "";
  }

  button?.removeAttribute("disabled");
}
