-- Templates of contracts and of their amendments, in DOCX, as officers edit them. Every version is kept and never changes; its bytes are in the file store. Without a
-- programme it is the municipality's own default. A withdrawn version ends the row of versions: what was the default before holds again.
create table contract_templates (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  programme_id uuid,                             -- null: of the whole municipality
  document_kind text not null check (document_kind in ('contract', 'amendment')),
  version integer not null check (version > 0),
  withdrawn boolean not null default false,      -- nothing holds from this version on
  file_name text not null,
  sha256 text,                                   -- null where withdrawn
  size integer not null default 0,
  fields text[] not null default '{}',           -- names of the fields that it uses
  lacks jsonb not null default '[]',             -- processes/grant/contract/obligatory.ts, as it stood at the upload
  notes jsonb not null default '[]',             -- what cannot be converted to PDF
  created_by uuid not null,
  created_at timestamptz not null default now(),
  unique (tenant_id, id),
  unique nulls not distinct (tenant_id, programme_id, document_kind, version),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
alter table contract_templates enable row level security;
create policy tenant on contract_templates
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on contract_templates to postup_app;

-- What a file shows of a signature, told by its content and not verified: null where it shows none.
alter table documents add column signature text check (signature in ('pdf', 'detached', 'container'));
-- From which version of a template a document was made.
alter table documents add column contract_template_id uuid;
