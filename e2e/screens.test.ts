import { readFileSync } from 'node:fs';
import { type AnyField, kindOf, type Resource, resourceLabel } from '@kontor/shared';
import { model } from '@kontor/shared/modules/index';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { type Api, apiOf } from './api.ts';
import { at, demo, forget, openBrowser, openPage, type Served, serve, signIn, visit, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let watched: Watched;
let page: Page;
let api: Api;

beforeAll(async () => {
  served = await serve();
  api = await apiOf(served);
  browser = await openBrowser();
  watched = await openPage(browser, served, { width: 1440, height: 900 });
  page = watched.page;
  await signIn(page, demo);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  forget(served.home);
});

const shown = [...model.resources.values()].filter((resource) => !resource.server_only && !resource.owned);
const writable = shown.filter((resource) => !resource.internal && !resource.append_only);

/** Text that a person could type into a required input of a kind. */
const typed = (field: AnyField): string => {
  const { valid } = kindOf(field).samples(field);
  return String(valid[0]?.in ?? 'Beispiel').slice(0, 40);
};

/** The first of several fields of which a check wants one. */
const wanted = (resource: Resource): string | undefined =>
  /"(\w+)":\{"null":false\}/.exec(JSON.stringify(resource.checks ?? {}))?.[1];

/** Somebody who takes part in the same training each time, by their name. */
const somebody = async (): Promise<string> => {
  const contact = await api('POST', '/contacts', { first_name: 'Zacharias', last_name: 'Einmalig' });
  return (await api('POST', '/enrolments', { training_id: await training(), contact_id: contact.id })).participant;
};
/** A training with room for all. */
const training = async (): Promise<string> => {
  const [known] = await api('GET', `/trainings?filter=${encodeURIComponent('{"name":"Mit Platz für alle"}')}`);
  const [brand] = await api('GET', '/brands');
  return (known ?? (await api('POST', '/trainings', { name: 'Mit Platz für alle', kind: 'open', brand_id: brand.id })))
    .id;
};

/** A session of that training, by its name. */
const session = async (name: string): Promise<string> => {
  const [starts_at, ends_at] = [at(300, '09:00'), at(300, '16:00')];
  return (await api('POST', '/training_sessions', { name, training_id: await training(), starts_at, ends_at })).name;
};

/**
 * Not every record of the demo company fits: who has cancelled gets no certificate, who is not enrolled was not there. What
 * there is once for each may be there for the first of them, by the day on which the demo company was made.
 */
const fitting: Record<string, () => Promise<string>> = {
  'certificates.enrolment_id': somebody,
  'attendance_records.enrolment_id': somebody,
  'attendance_records.session_id': () => session('Einmaliger Termin'),
  'trainer_assignments.session_id': () => session('Termin ohne Trainer'),
  'feedback_responses.enrolment_id': somebody,
};

async function fillRequired(resource: Resource): Promise<void> {
  let instants = 0;
  for (const [name, field] of Object.entries(resource.fields)) {
    if (
      !(field.required || name === wanted(resource)) ||
      field.default !== undefined ||
      kindOf(field).computed ||
      field.readOnly
    )
      continue;
    const label = typeof field.label === 'string' ? field.label : field.label.de;
    const fits = fitting[`${resource.name}.${name}`];
    if (fits) {
      const title = await fits();
      await page.getByRole('combobox', { name: label }).last().fill(title);
      // from its beginning: until it is found, „one of that name“ is offered to be made; a day may stand below the name
      await page
        .getByRole('option', { name: new RegExp(`^${title}`) })
        .first()
        .click();
    } else if (field.kind === 'datetime') {
      // what ends, ends after it has begun
      await page
        .locator('form')
        .getByLabel(new RegExp(`^${label}`))
        .and(page.locator('input'))
        .first()
        .fill(`30.03.2026 ${String(9 + instants++).padStart(2, '0')}:00`);
    } else if (field.kind === 'reference') {
      await page.getByRole('combobox', { name: label }).last().click();
      await page.getByRole('option').first().click();
    } else if (kindOf(field).accepts) {
      const file = { name: 'Schreiben.txt', mimeType: 'text/plain', buffer: Buffer.from('Guten Tag') };
      const uploaded = page.waitForResponse('**/api/v1/files');
      await page.locator('form input[type=file]').first().setInputFiles(file);
      await uploaded;
      await page.locator('form').getByText('Schreiben.txt').first().waitFor();
      await watched.quiet();
    } else if (field.names === 'resource') {
      await page.getByRole('combobox', { name: label }).click();
      await page.getByRole('option').first().click();
    } else if (field.kind === 'rich_text') {
      await page.locator('form').getByRole('textbox', { name: label }).fill(typed(field));
    } else if (field.kind === 'subject') {
      await page.getByRole('combobox', { name: `${label}:` }).click();
      await page.getByRole('option').nth(1).click(); // the first one stands for none
      await page.getByRole('combobox', { name: label }).nth(1).click();
      await page.getByRole('option').first().click();
    } else {
      await page
        .locator('form')
        .getByLabel(new RegExp(`^${label}`))
        .and(page.locator('input, textarea'))
        .first()
        .fill(typed(field));
    }
  }
}

describe('every list, board, calendar and trash renders without a complaint', () => {
  test.each(shown.map((resource) => [resource.name, resource] as const))('%s', async (name, resource) => {
    const addresses = [
      `/${name}`,
      ...(resource.views?.board ? [`/${name}/board`] : []),
      ...(resource.views?.calendar ? [`/${name}/calendar`] : []),
      ...(resource.trash ? [`/${name}/trash`] : []),
    ];
    for (const address of addresses) {
      await visit(page, address);
      await page
        .getByRole('heading', { name: new RegExp(resourceLabel(resource, 'de')) })
        .first()
        .waitFor();
      await watched.quiet();
    }
    expect(watched.complaints.splice(0)).toEqual([]);
  });
});

describe('every form can be filled in and saved', () => {
  test.each(
    writable
      .filter((resource) => !Object.values(resource.fields).some((f) => f.kind === 'json' && f.required))
      .map((resource) => [resource.name, resource] as const),
  )('%s', async (name, resource) => {
    onTestFailed(async () => void (await page.goto('/'))); // a form that is left open would not let the next one in
    await visit(page, `/${name}/create`);
    await page.getByRole('button', { name: 'Speichern', exact: true }).waitFor();
    await fillRequired(resource);
    const saved = page.waitForResponse(
      (response) => response.request().method() === 'POST' && new URL(response.url()).pathname === `/api/v1/${name}`,
    );
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    const answer = await saved;
    expect([answer.status(), await answer.text()]).toEqual([201, expect.any(String)]);
    const { id } = (await answer.json()) as { id: string };
    // the page goes on by itself, and a form that is still there would not let us go; a new key stands in a dialog before all
    const save = page.locator('button', { hasText: /^Speichern$/ });
    await page.waitForURL((url) => url.pathname.includes(id));
    await save.waitFor({ state: 'detached' });
    await visit(page, `/${name}/${id}`);
    await save.waitFor();
    await visit(page, `/${name}/${id}/show`);
    await save.waitFor({ state: 'detached' });
    await page.locator('h1').waitFor();
    await watched.quiet();
    expect(watched.complaints.splice(0)).toEqual([]);
  });
});

test('an export of more than a thousand rows is written in the background, and downloaded from there', async () => {
  const names = Array.from({ length: 1001 }, (_, i) => `Ausfuhr ${i}`);
  // in two parts: each is done at once, and both together are too many for a direct export
  for (const part of [names.slice(0, 600), names.slice(600)]) {
    const imported = await api('POST', '/tags/import', ['Name', ...part].join('\n'));
    expect(imported).toMatchObject({ created: part.length, failed: 0 });
  }
  await visit(page, '/tags');
  await page.getByText(/von 1\.0\d\d/).waitFor();
  await page.getByRole('button', { name: 'Weitere Aktionen' }).first().click();
  await page.getByRole('menuitem', { name: 'Als CSV exportieren' }).click();
  await page.getByRole('button', { name: 'Zum Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Herunterladen' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^Schlagwörter .*\.csv$/);
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines.filter((line) => line.includes('Ausfuhr'))).toHaveLength(1001);
  expect(watched.complaints.splice(0)).toEqual([]);
});
