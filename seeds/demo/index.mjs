const password = 'kontor-demo-2026';
const company = '01900000-0000-7000-8000-00000000c001';
const brands = ['NeWoa', 'Yellow-Boat', 'copilotenschule.de'].map((name, i) => ({ id: `01900000-0000-7000-8000-00000000b00${i + 1}`, name, company_id: company, colour: ['#1f6feb', '#b45309', '#0f766e'][i] }));

/** The demo company. */
export async function seed(seeder) {
  await seeder.insert('companies', [{ id: company, name: 'NeWoa Akademie GmbH', currency: 'EUR' }]);
  await seeder.insert('brands', brands);
  const id = '01900000-0000-7000-8000-00000000a001';
  await seeder.insert('users', [{ id, name: 'Anna Berger', email: 'anna.berger@newoa.example', roles: ['administrator'], brand_ids: brands.map((b) => b.id), language: 'de', active: true }]);
  await seeder.insert('credentials', [{ id, user_id: id, password_hash: await seeder.hashPassword(password) }]);
  return [{ email: 'anna.berger@newoa.example', password, role: 'administrator' }];
}
