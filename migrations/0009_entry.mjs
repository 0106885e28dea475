/** Invitations, new passwords, and the outbox. */
export async function up(knex) {
  await knex.schema.createTable('auth_tokens', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('user_id').notNullable();
    t.text('purpose').notNullable();
    t.specificType('token_hash', `text COLLATE "de-x-icu"`).notNullable();
    t.timestamp('expires_at', { useTz: true }).notNullable();
    t.timestamp('used_at', { useTz: true });
    t.timestamp('replaced_at', { useTz: true });
  });
  await knex.schema.createTable('email_messages', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('to', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('to_name', `text COLLATE "de-x-icu"`);
    t.specificType('subject', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('text', `text COLLATE "de-x-icu"`).notNullable();
    t.text('link');
    t.text('state').notNullable();
    t.integer('attempts').notNullable();
    t.timestamp('next_attempt_at', { useTz: true });
    t.timestamp('expires_at', { useTz: true });
    t.timestamp('sent_at', { useTz: true });
    t.specificType('error', `text COLLATE "de-x-icu"`);
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((COALESCE("to", ''::text) || ' '::text) || COALESCE(subject, ''::text)))) STORED`);
  });
  await knex.raw(`ALTER TABLE "users" ADD COLUMN "invited_until" timestamp with time zone`);
  await knex.raw(`ALTER TABLE "users" ADD COLUMN "password_changed_at" timestamp with time zone`);
  await knex.raw(`ALTER TABLE "auth_tokens" ADD CONSTRAINT "auth_tokens_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "auth_tokens" ADD CONSTRAINT "auth_tokens_purpose_check" CHECK ((purpose = ANY (ARRAY['invite'::text, 'reset'::text])))`);
  await knex.raw(`ALTER TABLE "auth_tokens" ADD CONSTRAINT "auth_tokens_token_hash_check" CHECK ((char_length(token_hash) <= 64))`);
  await knex.raw(`ALTER TABLE "email_messages" ADD CONSTRAINT "email_messages_error_check" CHECK ((char_length(error) <= 2000))`);
  await knex.raw(`ALTER TABLE "email_messages" ADD CONSTRAINT "email_messages_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "email_messages" ADD CONSTRAINT "email_messages_state_check" CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'expired'::text])))`);
  await knex.raw(`ALTER TABLE "email_messages" ADD CONSTRAINT "email_messages_subject_check" CHECK ((char_length(subject) <= 200))`);
  await knex.raw(`ALTER TABLE "email_messages" ADD CONSTRAINT "email_messages_text_check" CHECK ((char_length(text) <= 20000))`);
  await knex.raw(`ALTER TABLE "email_messages" ADD CONSTRAINT "email_messages_to_check" CHECK ((char_length("to") <= 254))`);
  await knex.raw(`ALTER TABLE "email_messages" ADD CONSTRAINT "email_messages_to_name_check" CHECK ((char_length(to_name) <= 120))`);
  await knex.raw(`ALTER TABLE "auth_tokens" ADD CONSTRAINT "auth_tokens_user_id_fkey" FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE`);
  await knex.raw(`CREATE UNIQUE INDEX auth_tokens_token_hash_unique ON public.auth_tokens USING btree (token_hash)`);
  await knex.raw(`CREATE INDEX auth_tokens_user_id_index ON public.auth_tokens USING btree (user_id)`);
  await knex.raw(`CREATE INDEX email_messages_created_at_id_index ON public.email_messages USING btree (created_at, id)`);
  await knex.raw(`CREATE INDEX email_messages_search_text_index ON public.email_messages USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX email_messages_state_next_attempt_at_index ON public.email_messages USING btree (state, next_attempt_at)`);
  await knex.raw(`CREATE INDEX email_messages_to_index ON public.email_messages USING btree ("to")`);
  // who has a password was given it at some time
  await knex.raw(`UPDATE users SET password_changed_at = c.updated_at FROM credentials c WHERE c.user_id = users.id`);
}

export async function down(knex) {
  await knex.raw(`ALTER TABLE "auth_tokens" DROP CONSTRAINT "auth_tokens_user_id_fkey"`);
  await knex.schema.dropTable('auth_tokens');
  await knex.schema.dropTable('email_messages');
  await knex.raw(`ALTER TABLE "users" DROP COLUMN "invited_until"`);
  await knex.raw(`ALTER TABLE "users" DROP COLUMN "password_changed_at"`);
}
