/** sessions */
export async function up(knex) {
  await knex.raw(`DROP INDEX "sessions_previous_hash_index"`);
  await knex.schema.createTable('signing_keys', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('public_key', `text COLLATE "de-x-icu"`).notNullable();
    t.text('private_key').notNullable();
  });
  await knex.raw(`ALTER TABLE "sessions" ADD COLUMN "ends_at" timestamp with time zone DEFAULT now() + interval '90 days' NOT NULL`);
  await knex.raw(`ALTER TABLE "sessions" ALTER COLUMN "ends_at" DROP DEFAULT`);
  await knex.raw(`ALTER TABLE "sessions" ADD COLUMN "address" text COLLATE "de-x-icu"`);
  await knex.raw(`ALTER TABLE "sessions" ADD CONSTRAINT "sessions_address_check" CHECK ((char_length(address) <= 60))`);
  await knex.raw(`ALTER TABLE "signing_keys" ADD CONSTRAINT "signing_keys_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "signing_keys" ADD CONSTRAINT "signing_keys_public_key_check" CHECK ((char_length(public_key) <= 1000))`);
}

export async function down(knex) {
  await knex.raw(`ALTER TABLE "sessions" DROP CONSTRAINT "sessions_address_check"`);
  await knex.schema.dropTable('signing_keys');
  await knex.raw(`ALTER TABLE "sessions" DROP COLUMN "ends_at"`);
  await knex.raw(`ALTER TABLE "sessions" DROP COLUMN "address"`);
  await knex.raw(`CREATE INDEX sessions_previous_hash_index ON public.sessions USING btree (previous_hash)`);
}
