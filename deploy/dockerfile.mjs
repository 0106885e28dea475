// Reads the Dockerfile and its ignore list, so that both can be tried without Docker.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The instructions of a Dockerfile: `{ name, args, options }`, in order, continued lines joined. */
export function parseDockerfile(text) {
  const lines = text
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n');
  return lines.map((line) => {
    const [, name, rest] = /^(\w+)\s+(.*)$/.exec(line);
    const options = {};
    const args = rest.replace(/^(?:--([\w-]+)=(\S+)\s+)+/, (all) => {
      for (const [, key, value] of all.matchAll(/--([\w-]+)=(\S+)/g)) options[key] = value;
      return '';
    });
    return { name: name.toUpperCase(), args, options };
  });
}

/** Groups instructions by stage: `[{ name, base, steps }]`; the last one has no name. */
export function stagesOf(instructions) {
  const stages = [];
  for (const step of instructions) {
    if (step.name === 'FROM') {
      const [base, , name] = step.args.split(/\s+/);
      stages.push({ base, name, steps: [] });
    } else stages.at(-1).steps.push(step);
  }
  return stages;
}

const pattern = (glob) =>
  new RegExp(
    `^${glob
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*\*\//g, '§')
      .replace(/\*/g, '[^/]*')
      .replace(/§/g, '(?:.*/)?')}(?:/|$)`,
  );

/** The files of a folder that `.dockerignore` lets into the image build, by their path from the folder. */
export function contextFiles(root) {
  const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n').filter(Boolean).map(pattern);
  const files = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = relative(root, join(folder, entry.name));
      if (ignored.some((one) => one.test(path))) continue;
      if (entry.isDirectory()) walk(join(folder, entry.name));
      else files.push(path);
    }
  };
  walk(root);
  return files;
}
