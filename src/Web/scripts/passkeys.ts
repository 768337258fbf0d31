interface Challenge { options: string; state: string }

/** Passkeys: the button at the door, and the one that adds another. */
export function startPasskeys(): void {
  const known = typeof PublicKeyCredential !== "undefined" && "parseRequestOptionsFromJSON" in PublicKeyCredential;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-passkey-sign-in]")) {
    button.hidden = !known;
    button.addEventListener("click", () => void attempt(button, () => enter(button)));
  }

  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-passkey-add]")) {
    button.disabled ||= !known;
    button.addEventListener("click", () => void attempt(button, add));
  }

  document.addEventListener("click", (event) => {
    if ((event.target as Element).closest("[data-print]")) {
      print();
    }
  });
}

async function attempt(button: HTMLButtonElement, act: () => Promise<void>): Promise<void> {
  const error = document.querySelector<HTMLElement>("[data-passkey-error]");
  error?.setAttribute("hidden", "");
  button.disabled = true;
  try {
    await act();
  } catch {
    error?.removeAttribute("hidden"); // refused by the person, the device or the server: the page says what to do
  } finally {
    button.disabled = false;
  }
}

async function enter(button: HTMLButtonElement): Promise<void> {
  const { options, state } = await send<Challenge>("/api/accounts/sign-in/passkey/options", {});
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
  const credential = await navigator.credentials.get({ publicKey });
  await send("/api/accounts/sign-in/passkey", { credential: JSON.stringify(credential), state });
  location.assign(button.dataset["passkeySignIn"] || "/calls");
}

async function add(): Promise<void> {
  const { options, state } = await send<Challenge>("/api/accounts/me/second-factor/passkeys/options", {});
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options));
  const credential = await navigator.credentials.create({ publicKey });
  const name = document.querySelector<HTMLInputElement>("#passkey-name")?.value ?? "";
  const { recoveryCodes } = await send<{ recoveryCodes: string[] }>("/api/accounts/me/second-factor/passkeys", { credential: JSON.stringify(credential), state, name });
  if (recoveryCodes.length === 0) {
    location.assign("/settings?tab=security&saved=true");
  } else {
    show(recoveryCodes);
  }
}

function show(codes: string[]): void {
  const box = document.querySelector<HTMLElement>("[data-codes]");
  box?.querySelector("[data-codes-list]")?.replaceChildren(...codes.map((code) => Object.assign(document.createElement("li"), { textContent: code })));
  box?.querySelector<HTMLElement>("[data-codes-copy]")?.setAttribute("data-copy", codes.join("\n"));
  box?.removeAttribute("hidden");
  box?.scrollIntoView({ block: "center" });
}

async function send<T>(path: string, body: object): Promise<T> {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }

  return (answer.status === 204 ? {} : await answer.json()) as T;
}
