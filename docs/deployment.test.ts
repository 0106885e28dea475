import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contextFiles, parseDockerfile, stagesOf } from '../deploy/dockerfile.mjs';
import { root } from './scratch.ts';

const require = createRequire(join(root, 'package.json'));
const lint = (require('dockerfilelint') as { run(path: string, text: string): Record<string, unknown[]> }).run;
const yaml = createRequire(require.resolve('dockerfilelint'))('js-yaml') as { load(text: string): any };
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const stages = stagesOf(parseDockerfile(read('Dockerfile')));
const image = stages.at(-1)!.steps;
const compose = yaml.load(read('docker-compose.yml'));
const described = [...read('docs/configuration.md').matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name);

describe('the image', () => {
  test('the linter has nothing to say', () => {
    const findings = Object.values(lint(root, read('Dockerfile'))).filter((value) => Array.isArray(value));
    expect(findings.flat()).toEqual([]);
  });

  test('every file that is copied is there and let through', () => {
    const files = contextFiles(root);
    for (const { steps } of stages)
      for (const { name, args, options } of steps) {
        if (name !== 'COPY' || options.from) continue;
        for (const source of args.split(/\s+/).slice(0, -1))
          expect([
            source,
            files.some((file) => source === '.' || file === source || file.startsWith(`${source}/`)),
          ]).toEqual([source, true]);
      }
    for (const unwanted of [/node_modules/, /\/dist\//, /^\.env/, /^\.git\//, /\.test\.tsx?$/, /^\.kontor/])
      expect(files.filter((file) => unwanted.test(file))).toEqual([]);
    expect(files).toContain('api/src/cli/serve.ts');
  });

  test('runs as another user than root, watches its health, and starts what npm start starts', () => {
    const step = (name: string) => image.find((one) => one.name === name)!.args;
    expect(step('USER')).toBe('node');
    expect(step('HEALTHCHECK')).toContain('/health/ready');
    const [, program] = JSON.parse(step('CMD')) as string[];
    expect(read('scripts/start.mjs')).toContain(program);
    expect(program).toBe('api/dist/cli/serve.js');
    expect(step('ENV')).toContain('KONTOR_DEMO=false');
  });
});

describe('docker-compose.yml', () => {
  const { postgres, kontor } = compose.services;

  test('is complete: health, order, volumes, no demo, nothing open to the world but the proxy’s door', () => {
    expect(postgres.image).toMatch(/^postgres:18/);
    expect(postgres.healthcheck.test).toContain('pg_isready');
    expect(postgres.ports).toBeUndefined();
    expect(kontor.depends_on.postgres.condition).toBe('service_healthy');
    expect(kontor.environment.KONTOR_DEMO).toBe('false');
    for (const port of kontor.ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    const named = [...postgres.volumes, ...kontor.volumes].map((volume: string) => volume.split(':')[0]!);
    for (const volume of named.filter((name) => !name.startsWith('.')))
      expect(Object.keys(compose.volumes)).toContain(volume);
    expect(kontor.volumes).toContain('home:/data');
  });

  test('sets only variables that exist, and takes every secret from outside', () => {
    for (const name of Object.keys(kontor.environment)) expect(described).toContain(name);
    const text = read('docker-compose.yml');
    const asked = new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name!));
    const example = new Set([...read('.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name!));
    expect([...asked].sort()).toEqual([...example].sort());
    for (const secret of ['KONTOR_OWNER_PASSWORD', 'KONTOR_APP_PASSWORD', 'KONTOR_SECRET'])
      for (const [, rest] of text.matchAll(new RegExp(`\\$\\{${secret}(.*?)\\}`, 'g'))) expect(rest).toMatch(/^:\?/);
  });
});

test('the unit of systemd starts the same program and leaves it the time it takes', () => {
  const unit = read('deploy/kontor.service');
  expect(unit).toContain('api/dist/cli/serve.js');
  const patience = Number(/TimeoutStopSec=(\d+)/.exec(unit)![1]) * 1000;
  const ours = Number(/closeAllConnections\(\), ([\d_]+)\)/.exec(read('api/src/start.ts'))![1]!.replace('_', ''));
  expect(patience).toBeGreaterThan(ours);
  for (const [, name] of unit.matchAll(/\b((?:KONTOR|DATABASE|NODE|PUBLIC)_[A-Z_]+)=/g))
    expect(described).toContain(name);
});
