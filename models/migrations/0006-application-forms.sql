-- What a programme asks beyond what the law asks of every application, in versions that never change: a draft and the case it becomes keep the one with which
-- they began. Version 0 asks nothing more and has no row.
create table application_forms (
  tenant_id uuid not null references tenants,
  programme_id uuid not null,
  version integer not null check (version > 0),
  items jsonb not null,                          -- processes/formItems/items.ts
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, programme_id, version),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
alter table application_forms enable row level security;
create policy tenant on application_forms
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on application_forms to postup_app;

alter table drafts add column form_version integer not null default 0;
alter table cases add column form_version integer not null default 0;
