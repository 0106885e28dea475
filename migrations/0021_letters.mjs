/** letters */
export async function up(knex) {
  await knex.schema.createTable('document_templates', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('resource', `text COLLATE "de-x-icu"`).notNullable();
    t.text('layout').notNullable();
    t.uuid('brand_id');
    t.text('language').notNullable();
    t.text('category').notNullable();
    t.specificType('subject', `text COLLATE "de-x-icu"`).notNullable();
    t.text('body').notNullable();
    t.boolean('active').notNullable().defaultTo(knex.raw(`true`));
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((COALESCE(name, ''::text) || ' '::text) || COALESCE(subject, ''::text)))) STORED`);
  });
  await knex.raw(`ALTER TABLE "brands" ADD COLUMN "letter_form" text DEFAULT 'b' NOT NULL`);
  await knex.raw(`ALTER TABLE "brands" ALTER COLUMN "letter_form" DROP DEFAULT`);
  await knex.raw(`ALTER TABLE "brands" ADD COLUMN "logo_side" text DEFAULT 'right' NOT NULL`);
  await knex.raw(`ALTER TABLE "brands" ALTER COLUMN "logo_side" DROP DEFAULT`);
  await knex.raw(`ALTER TABLE "brands" ADD COLUMN "footer" text COLLATE "de-x-icu"`);
  await knex.raw(`ALTER TABLE "brands" ADD COLUMN "letter_closing" text COLLATE "de-x-icu"`);
  await knex.raw(`ALTER TABLE "companies" ADD COLUMN "bank_name" text COLLATE "de-x-icu"`);
  await knex.raw(`ALTER TABLE "companies" ADD COLUMN "iban" text`);
  await knex.raw(`ALTER TABLE "companies" ADD COLUMN "bic" text COLLATE "de-x-icu"`);
  await knex.raw(`ALTER TABLE "employees" ADD COLUMN "address" jsonb`);
  await knex.raw(`ALTER TABLE "brands" ADD CONSTRAINT "brands_footer_check" CHECK ((char_length(footer) <= 400))`);
  await knex.raw(`ALTER TABLE "brands" ADD CONSTRAINT "brands_letter_closing_check" CHECK ((char_length(letter_closing) <= 400))`);
  await knex.raw(`ALTER TABLE "brands" ADD CONSTRAINT "brands_letter_form_check" CHECK ((letter_form = ANY (ARRAY['b'::text, 'a'::text])))`);
  await knex.raw(`ALTER TABLE "brands" ADD CONSTRAINT "brands_logo_side_check" CHECK ((logo_side = ANY (ARRAY['right'::text, 'left'::text])))`);
  await knex.raw(`ALTER TABLE "companies" ADD CONSTRAINT "companies_bank_name_check" CHECK ((char_length(bank_name) <= 120))`);
  await knex.raw(`ALTER TABLE "companies" ADD CONSTRAINT "companies_bic_check" CHECK ((char_length(bic) <= 11))`);
  await knex.raw(`ALTER TABLE "companies" ADD CONSTRAINT "companies_iban_check" CHECK ((iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'::text))`);
  await knex.raw(`ALTER TABLE "document_templates" ADD CONSTRAINT "document_templates_category_check" CHECK ((category = ANY (ARRAY['contract'::text, 'offer'::text, 'invoice'::text, 'receipt'::text, 'certificate'::text, 'photo'::text, 'letter'::text, 'other'::text])))`);
  await knex.raw(`ALTER TABLE "document_templates" ADD CONSTRAINT "document_templates_language_check" CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))`);
  await knex.raw(`ALTER TABLE "document_templates" ADD CONSTRAINT "document_templates_layout_check" CHECK ((layout = ANY (ARRAY['letter'::text, 'certificate'::text])))`);
  await knex.raw(`ALTER TABLE "document_templates" ADD CONSTRAINT "document_templates_name_check" CHECK ((char_length(name) <= 120))`);
  await knex.raw(`ALTER TABLE "document_templates" ADD CONSTRAINT "document_templates_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "document_templates" ADD CONSTRAINT "document_templates_resource_check" CHECK ((char_length(resource) <= 60))`);
  await knex.raw(`ALTER TABLE "document_templates" ADD CONSTRAINT "document_templates_subject_check" CHECK ((char_length(subject) <= 500))`);
  await knex.raw(`ALTER TABLE "employees" ADD CONSTRAINT "employees_address_check" CHECK ((jsonb_typeof(address) = 'object'::text))`);
  await knex.raw(`ALTER TABLE "document_templates" ADD CONSTRAINT "document_templates_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`CREATE INDEX document_templates_active_index ON public.document_templates USING btree (active)`);
  await knex.raw(`CREATE INDEX document_templates_brand_id_index ON public.document_templates USING btree (brand_id)`);
  await knex.raw(`CREATE INDEX document_templates_language_index ON public.document_templates USING btree (language)`);
  await knex.raw(`CREATE INDEX document_templates_layout_index ON public.document_templates USING btree (layout)`);
  await knex.raw(`CREATE UNIQUE INDEX document_templates_name_brand_id_language_unique ON public.document_templates USING btree (name, brand_id, language) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE INDEX document_templates_name_id_index ON public.document_templates USING btree (name, id)`);
  await knex.raw(`CREATE INDEX document_templates_resource_index ON public.document_templates USING btree (resource)`);
  await knex.raw(`CREATE INDEX document_templates_search_text_index ON public.document_templates USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE TRIGGER document_templates_gone BEFORE DELETE ON public.document_templates FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'record_grants.subject')`);
}

export async function down(knex) {
  await knex.raw(`ALTER TABLE "document_templates" DROP CONSTRAINT "document_templates_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "brands" DROP CONSTRAINT "brands_footer_check"`);
  await knex.raw(`ALTER TABLE "brands" DROP CONSTRAINT "brands_letter_closing_check"`);
  await knex.raw(`ALTER TABLE "brands" DROP CONSTRAINT "brands_letter_form_check"`);
  await knex.raw(`ALTER TABLE "brands" DROP CONSTRAINT "brands_logo_side_check"`);
  await knex.raw(`ALTER TABLE "companies" DROP CONSTRAINT "companies_bank_name_check"`);
  await knex.raw(`ALTER TABLE "companies" DROP CONSTRAINT "companies_bic_check"`);
  await knex.raw(`ALTER TABLE "companies" DROP CONSTRAINT "companies_iban_check"`);
  await knex.raw(`ALTER TABLE "employees" DROP CONSTRAINT "employees_address_check"`);
  await knex.schema.dropTable('document_templates');
  await knex.raw(`ALTER TABLE "brands" DROP COLUMN "letter_form"`);
  await knex.raw(`ALTER TABLE "brands" DROP COLUMN "logo_side"`);
  await knex.raw(`ALTER TABLE "brands" DROP COLUMN "footer"`);
  await knex.raw(`ALTER TABLE "brands" DROP COLUMN "letter_closing"`);
  await knex.raw(`ALTER TABLE "companies" DROP COLUMN "bank_name"`);
  await knex.raw(`ALTER TABLE "companies" DROP COLUMN "iban"`);
  await knex.raw(`ALTER TABLE "companies" DROP COLUMN "bic"`);
  await knex.raw(`ALTER TABLE "employees" DROP COLUMN "address"`);
}
