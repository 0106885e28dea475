// Checks an exported audit trail with nothing but Node: node audit-verify-offline.mjs <export.jsonl> [<audit-heads.jsonl>]
// The format is defined in docs/audit.md. Ends with 0 when everything is whole, else with 1 and the first fault.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';

const [file, headsFile] = process.argv.slice(2);
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const hex = (text) => Buffer.from(text, 'hex');
const broken = (text) => {
  console.log(`BROKEN: ${text}`);
  process.exit(1);
};
/** The members without empty ones, by length of name and then by name, as PostgreSQL writes them. */
const canonical = (entry) =>
  `{${Object.keys(entry)
    .filter((name) => entry[name] !== null)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((name) => `${JSON.stringify(name)}: ${JSON.stringify(entry[name])}`)
    .join(', ')}}`;

/** Lines as bytes: nothing is decoded before it is compared. */
async function* lines() {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file)) {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield rest.subarray(0, end);
      rest = rest.subarray(end + 1);
    }
  }
  if (rest.length) yield rest;
}

const whole = createHash('sha256');
const heads = new Map();
const note = (head) => heads.set(head.position, head);
if (headsFile) for (const text of readFileSync(headsFile, 'utf8').split('\n').filter(Boolean)) note(JSON.parse(text));
let [number, count, erased, last, chain, header, known, closing] = [0, 0, 0, 0, '', undefined, undefined, undefined];
const passed = new Map();
for await (const bytes of lines()) {
  number += 1;
  let line;
  try {
    line = JSON.parse(bytes.toString('utf8'));
  } catch {}
  const at = `line ${number}${line?.entry ? ` (position ${line.entry.position}, entry ${line.entry.id})` : ''}`;
  if (!line || !bytes.equals(Buffer.from(JSON.stringify(line)))) broken(`${at}: not as it was written`);
  if (closing) broken(`${at}: something was added after the end`);
  if (!header) {
    if (line.format !== 'kontor-audit/1') broken(`${at}: no export of an audit trail`);
    [header, last, chain] = [line, line.first - 1, line.chain];
  } else if ('entry' in line && !known) {
    const { entry, salt, content } = line;
    if (entry === null) broken(`${at}: the entry at position ${last + 1} is missing`);
    if (entry.position !== last + 1)
      broken(
        `${at}: position ${last + 1} was expected: ${entry.position > last ? 'entries are missing' : 'moved or inserted'}`,
      );
    chain = sha256(hex(chain), canonical(entry));
    if (chain !== line.chain) broken(`${at}: changed, moved or inserted`);
    if (salt === null && content === null) erased += 1;
    else if (sha256(hex(salt ?? ''), content ?? '') !== entry.digest) broken(`${at}: content changed`);
    passed.set(entry.position, chain);
    [last, count] = [entry.position, count + 1];
  } else if (Array.isArray(line.heads) && !known) known = line.heads;
  else if (known) {
    closing = line;
    if (line.count !== count || line.last !== last || line.chain !== chain)
      broken(`${at}: ${line.count} entries up to position ${line.last} were exported, ${count} up to ${last} are here`);
    if (line.sha256 !== whole.digest('hex')) broken(`${at}: a line before it was changed`);
    continue;
  } else broken(`${at}: changed`);
  whole.update(bytes).update('\n');
}
if (!closing) broken(`after line ${number} (position ${last}): the end was cut off`);
for (const head of known) note(head);
for (const { position, chain: expected, at } of heads.values()) {
  if (passed.has(position) && passed.get(position) !== expected)
    broken(`position ${position}: differs from the head of ${at}`);
  if (position > last && at < header.until)
    broken(`position ${last + 1}: the end was cut off, the head of ${at} is at ${position}`);
}
console.log(
  `WHOLE: ${count} entries, positions ${header.first} to ${last}${erased ? `, of ${erased} the content was erased` : ''}`,
);
