/** Counts that all processes share. They are worth no write-ahead log: a crash may forget them. */
export async function up(knex) {
  await knex.schema.createTable('rate_limits', (t) => {
    t.text('key').notNullable();
    t.integer('points').notNullable();
    t.specificType('expire', `bigint`);
  });
  await knex.raw(`ALTER TABLE "rate_limits" ADD CONSTRAINT "rate_limits_pkey" PRIMARY KEY (key)`);
  await knex.raw(`ALTER TABLE "rate_limits" SET UNLOGGED`);
  await knex.raw(`CREATE INDEX rate_limits_expire_index ON public.rate_limits USING btree (expire)`);
}

export async function down(knex) {
  await knex.schema.dropTable('rate_limits');
}
