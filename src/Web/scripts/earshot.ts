// What the pages gain when script runs. Every page works without it.
import { startCaptcha } from "./captcha";
import { startCopying, startDialogs, startForms, startTheme } from "./shell";
import { startKeys } from "./keys";
import { startLive } from "./live";
import { startPasskeys } from "./passkeys";
import { startQuotes } from "./quotes";
import { startScoring } from "./scoring";
import { startUploads } from "./upload";
import { startWebsite } from "./website";

document.documentElement.classList.add("js");
for (const element of document.querySelectorAll<HTMLElement>("[data-needs-script]")) {
  element.hidden = false;
}

startTheme();
startDialogs();
startForms();
startCopying();
startKeys();
startPasskeys();
startCaptcha();
startQuotes();
startLive();
startScoring();
startUploads();
startWebsite();
