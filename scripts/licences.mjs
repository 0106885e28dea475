// Every package that Kontor installs has a licence that allows it to be passed on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib.mjs';

const allowed =
  /^(MIT|MIT-0|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|ISC|MPL-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|Python-2\.0|PostgreSQL|OFL-1\.1|Zlib)$/i;
/** libvips as sharp ships it, for each platform. */
const libvips = Object.keys(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages)
  .filter((path) => path.startsWith('node_modules/@img/sharp-'))
  .map((path) => [path.split('node_modules/').at(-1), 'LGPL-3.0-or-later']);
/** Packages whose metadata are silent or unusual, checked by hand. */
const known = new Map([
  ['chainsaw', 'MIT/X11'],
  ['traverse', 'MIT/X11'],
  ['buffers', 'no licence field; MIT by its author'],
  ['css-mediaquery', 'BSD-3-Clause'],
  ['passport-strategy', 'MIT'],
  ['pause', 'MIT'],
  ['png-js', 'MIT by its licence file'],
  ['only', 'MIT by its readme'],
  ['busboy', 'MIT'],
  ['combine-errors', 'MIT by its readme'],
  ['dicer', 'MIT'],
  ['streamsearch', 'MIT'],
  ['optimist', 'MIT/X11'],
  ['rai', 'MIT by its licence file'],
  ['simplesmtp', 'MIT by its licence file'],
  ['humanize-number', 'MIT by its readme'],
  // LGPL-3.0: a shared library beside sharp (Apache-2.0), replaceable, used unchanged; see docs/decisions/0020
  ...libvips,
]);

const fits = (licence) =>
  typeof licence === 'string' &&
  licence
    .replace(/[()]/g, '')
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((one) => allowed.test(one.trim())));

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const bad = Object.entries(packages).filter(([path, entry]) => {
  const name = path.split('node_modules/').at(-1);
  return path.startsWith('node_modules/') && !entry.link && !fits(entry.license) && !known.has(name);
});
for (const [path, entry] of bad) console.error(`${path}: ${entry.license ?? 'no licence'}`);
if (bad.length) process.exit(1);
