import { Migration } from '@medusajs/framework/mikro-orm/migrations';

export class Migration20261130000000 extends Migration {
  async up() {
    this.addSql(`create table "upsell_message" (
      "id" text primary key,
      "body" jsonb not null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null
    )`);
  }

  async down() {
    this.addSql('drop table "upsell_message"');
  }
}
