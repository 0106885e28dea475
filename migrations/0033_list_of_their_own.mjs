/** A role may read something for the sake of other records, with no list of its own in navigation, search and home page. */
export async function up(knex) {
  await knex.raw(`ALTER TABLE "role_permissions" ADD COLUMN "aside" boolean DEFAULT false NOT NULL`);
}

export async function down(knex) {
  await knex.raw(`ALTER TABLE "role_permissions" DROP COLUMN "aside"`);
}
