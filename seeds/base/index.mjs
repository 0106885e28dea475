/** What every installation needs: the number sequences. */
export async function seed(seeder) {
  await seeder.insert('number_sequences', [
    {
      id: '01900000-0000-7000-8000-000000000001',
      key: 'customer',
      name: 'Kundennummern',
      pattern: 'K-{00000}',
      next_value: 10001,
      yearly: false,
    },
  ]);
}
