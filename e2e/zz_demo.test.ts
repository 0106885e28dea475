import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { demo, forget, openBrowser, openPage, type Served, serve, signIn } from './kontor.ts';
let served: Served; let browser: Browser;
beforeAll(async () => { served = await serve(); browser = await openBrowser(); });
afterAll(async () => { await browser?.close(); await served?.stop(); if (served) forget(served.home); });
test.each([[1440, 900], [390, 844]])('%i', async (width, height) => {
  const { page, quiet, complaints } = await openPage(browser, served, { width, height });
  await signIn(page, demo);
  const session = await (await fetch(`${served.url}/api/v1/session`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(demo) })).json() as any;
  const get = async (p: string) => (await fetch(`${served.url}/api/v1${p}`, { headers: { Authorization: `Bearer ${session.access_token}` } })).json() as any;
  const t = (await get('/trainings?filter={"status":"planned"}&range=[0,20]'));
  const tr = (await get('/trainers?sort=["rating","DESC"]&range=[0,3]').catch(() => [])); 
  const trainers = Array.isArray(tr) && tr.length ? tr : await get('/trainers');
  for (const [name, path] of [['list', '/trainings'], ['board', '/trainings/board'], ['calendar', '/trainings/calendar'], ['sessions', '/training_sessions/calendar'], ['training', `/trainings/${t[3].id}/show`], ['trainer', `/trainers/${trainers[0].id}/show`], ['trainers', '/trainers'], ['templates', '/training_templates'], ['template', `/training_templates/01900000-0000-7000-8023-000000000010/show`], ['locations', '/locations'], ['feedback', '/feedback_responses'], ['home', '/'], ['contacts', '/contacts']] as const) {
    await page.goto(path); await quiet(); await page.waitForTimeout(700);
    await page.screenshot({ path: `/tmp/shots/${width}-${name}.png`, fullPage: ['training', 'trainer', 'template'].includes(name) });
  }
  await page.goto('/trainings');
  await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'Importieren' }).click();
  const d = page.getByRole('dialog', { name: 'Trainings importieren' });
  await d.locator('input[type=file]').setInputFiles('docs/samples/trainings.csv');
  await d.getByRole('button', { name: 'Daten prüfen' }).waitFor(); await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/shots/${width}-mapping.png` });
  await d.getByRole('button', { name: 'Daten prüfen' }).click();
  await d.getByText('Wer oder was ist gemeint?').waitFor(); await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/shots/${width}-review.png` });
  await d.getByRole('combobox').first().click(); await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/shots/${width}-choose.png` });
  console.log(width, complaints);
}, 240_000);
test('trainer', async () => {
  const { page, quiet, complaints } = await openPage(browser, served, { width: 390, height: 844 });
  await signIn(page, { email: 'joerg.petersen@newoa.example', password: demo.password });
  for (const [name, path] of [['home', '/'], ['sessions', '/training_sessions'], ['assignments', '/trainer_assignments'], ['trainings', '/trainings']] as const) {
    await page.goto(path); await quiet(); await page.waitForTimeout(600);
    await page.screenshot({ path: `/tmp/shots/trainer-${name}.png` });
  }
  console.log('trainer', complaints);
}, 120_000);
