-- Columns of an export of cases that people keep by name: for themselves, or for the whole office.
create table export_choices (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  name text not null check (length(name) between 1 and 80),
  name_key text not null,                        -- in small letters: a database in the C locale has none for Czech
  shared boolean not null default false,
  columns text[] not null check (cardinality(columns) <= 200),   -- in their order; processes/exports/views.ts
  format text not null,                          -- 'xlsx', 'csv'
  tables_apart boolean not null default false,   -- tables on sheets of their own
  owner_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (tenant_id, owner_id) references users (tenant_id, id)
);
create unique index export_choices_own on export_choices (tenant_id, owner_id, name_key) where not shared;
create unique index export_choices_shared on export_choices (tenant_id, name_key) where shared;

alter table export_choices enable row level security;
create policy tenant on export_choices
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on export_choices to postup_app;
