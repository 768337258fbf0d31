// Builds wwwroot/js/earshot.js from the modules in this folder. The first line of the output holds the digest of the sources;
// tests/Unit/Web/ScriptsAreCurrentTests.cs compares it, so that the committed output is never older than its sources.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { build } from "esbuild";

const sources = readdirSync(".").filter((name) => name.endsWith(".ts")).sort();
const digest = createHash("sha256");
for (const name of sources) {
  digest.update(readFileSync(name));
}

const result = await build({
  entryPoints: ["earshot.ts"],
  outfile: "../wwwroot/js/earshot.js",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  banner: { js: `// sources ${digest.digest("hex")}` },
  metafile: true,
});
for (const [file, { bytes }] of Object.entries(result.metafile.outputs)) {
  process.stdout.write(`${file} ${bytes} bytes\n`);
}
