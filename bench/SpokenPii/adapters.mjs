// Runs one masker of the leader table over corpus files and writes its predictions.
// usage: node adapters.mjs TOOL PACKAGES OUT CORPUS...
//   TOOL      openredaction | redact-pii | digits | nothing
//   PACKAGES  folder that holds node_modules
//   OUT       folder for the predictions, one file for each corpus file, and speed.txt (MB/s, second pass, this process)
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const [tool, packages, out, ...corpora] = process.argv.slice(2);
const require = createRequire(join(resolve(packages), 'index.js'));

const maskers = {
  // Every run of digits, and nothing else: the simplest thing that could be called a masker.
  digits: () => text => [...text.matchAll(/\d[\d .:/-]*\d|\d/g)].map(m => ({ start: m.index, end: m.index + m[0].length, type: 'OTHER' })),
  nothing: () => () => [],
  openredaction: () => {
    const { OpenRedaction } = require('openredaction');
    const redactor = new OpenRedaction({ includeNames: true, includeAddresses: true, includePhones: true, includeEmails: true });
    return async text => (await redactor.detect(text)).detections.map(d => ({ start: d.position[0], end: d.position[1], type: d.type }));
  },
  // redact-pii gives text only: what stands between two kept pieces was masked.
  'redact-pii': () => {
    const { SyncRedactor } = require('redact-pii');
    const mark = '\uE000';
    const redactor = new SyncRedactor({ globalReplaceWith: mark });
    return text => between(text, redactor.redact(text).split(mark));
  },
};

function between(text, kept) {
  const spans = [];
  let at = kept[0].length;
  for (let i = 1; i < kept.length; i++) {
    const last = i === kept.length - 1;
    const next = kept[i] === '' ? (last ? text.length : at) : last ? text.length - kept[i].length : text.indexOf(kept[i], at + 1);
    if (next > at) spans.push({ start: at, end: next, type: 'OTHER' });
    at = next + kept[i].length;
  }
  return spans;
}

const mask = maskers[tool]();
const rows = corpora.map(file => readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line)));
mkdirSync(out, { recursive: true });
for (const [i, file] of corpora.entries()) {
  const lines = [];
  for (const { id, text } of rows[i]) lines.push(JSON.stringify({ id, spans: await mask(text) }));
  writeFileSync(join(out, basename(file)), lines.join('\n') + '\n');
}

const texts = rows.flat().map(row => row.text);
const started = process.hrtime.bigint();
for (const text of texts) await mask(text);
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
writeFileSync(join(out, 'speed.txt'), (bytes / 1e6 / seconds).toFixed(2) + '\n');
