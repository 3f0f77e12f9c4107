-- The officers' own section beside a case: a number of their own, labels, notes, support de minimis, records of inspections. Neither the applicant nor
-- evaluators read any of it; that is held by the api (processes/policy.ts), the tenant by the policies here.

-- One row a case from when somebody first fills it in; version 0 is a case without one.
create table case_sections (
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  own_number text check (length(own_number) between 1 and 100),  -- číslo jednací or spisová značka of the records service
  version integer not null default 1,
  updated_by uuid not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, case_id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, updated_by) references users (tenant_id, id)
);
create index case_sections_own_number on case_sections (tenant_id, own_number) where own_number is not null;

-- A tenant's own set of labels. What is no longer wanted is retired and stays on the cases that have it.
create table labels (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  name text not null check (length(name) between 1 and 40),
  name_key text not null,                        -- in small letters: a database in the C locale has none for Czech
  colour text not null,                          -- a name of the palette in processes/officersSection/palette.ts
  retired boolean not null default false,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  unique (tenant_id, id),
  unique (tenant_id, name_key),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);

create table case_labels (
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  label_id uuid not null,
  primary key (case_id, label_id),
  foreign key (tenant_id, case_id) references case_sections (tenant_id, case_id),
  foreign key (tenant_id, label_id) references labels (tenant_id, id)
);
create index case_labels_label on case_labels (tenant_id, label_id);

-- Notes in versions: an edit is another row, so that what was written before can still be read by who oversees the office.
create table case_notes (
  tenant_id uuid not null references tenants,
  id uuid not null,
  version integer not null check (version > 0),
  case_id uuid not null,
  author_id uuid not null,
  text text not null check (length(text) between 1 and 10000),
  created_at timestamptz not null default now(),
  primary key (id, version),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, author_id) references users (tenant_id, id)
);
create index case_notes_case on case_notes (tenant_id, case_id);

-- Is support in the programme support de minimis (nařízení Komise (EU) 2023/2831)?
alter table programmes add column de_minimis boolean not null default false;

-- Support de minimis granted in a case, or by another provider as the officer found it in the central register. Voided where it was a mistake, never removed.
create table de_minimis_records (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  ico text not null default '',                  -- of who has it; empty for a natural person without one, known by name and day of birth
  name text not null,
  born_on date,
  granted_on date not null,                      -- day on which the right to it arose: Art. 3(3)
  cents bigint not null check (cents > 0),       -- EUR cents
  amount bigint check (amount > 0),              -- haléř
  rate integer check (rate > 0),                 -- CZK for 1 EUR in ten-thousandths
  rate_source text check (rate_source in ('ecb', 'cnb')),
  provider text not null default '',             -- empty: this office
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  voided_by uuid,
  voided_at timestamptz,
  void_reason text,
  check (ico <> '' or born_on is not null),
  check (provider <> '' or (amount is not null and rate is not null and rate_source is not null)),
  check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null)),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, recorded_by) references users (tenant_id, id),
  foreign key (tenant_id, voided_by) references users (tenant_id, id)
);
create index de_minimis_records_ico on de_minimis_records (tenant_id, ico);
create index de_minimis_records_case on de_minimis_records (tenant_id, case_id);

-- Two who are one undertaking (Art. 2(2)), as an officer found and wrote why.
create table undertaking_links (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  ico text not null,
  other_ico text not null,
  reason text not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  ended_by uuid,
  ended_at timestamptz,
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  foreign key (tenant_id, ended_by) references users (tenant_id, id)
);
create unique index undertaking_links_pair on undertaking_links (tenant_id, least(ico, other_ico), greatest(ico, other_ico)) where ended_at is null;

-- Records of inspections (§ 12 zákona č. 255/2012 Sb.), several a case; what is finished stays as it is.
create table inspections (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  ordinal integer not null,                      -- of the case: 1, 2, …
  held_on date,
  place text not null default '',
  inspectors text[] not null default '{}',       -- who inspected
  present text[] not null default '{}',          -- who was there of the inspected
  subject text not null default '',              -- what was inspected
  findings text not null default '',
  measures jsonb not null default '[]',          -- [{what, dueOn}]
  document_ids uuid[] not null default '{}',     -- of the case
  record_id uuid,                                -- the PDF of the finished record among the documents
  finished_by uuid,
  finished_at timestamptz,                       -- null: a draft
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  unique (tenant_id, id),
  unique (case_id, ordinal),
  check ((finished_at is null) = (finished_by is null) and (finished_at is null) = (record_id is null)),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  foreign key (tenant_id, finished_by) references users (tenant_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['case_sections', 'labels', 'case_labels', 'case_notes', 'de_minimis_records', 'undertaking_links', 'inspections'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy tenant on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on case_sections, labels to postup_app;
grant select, insert, delete on case_labels to postup_app;
grant select, insert on case_notes to postup_app;
grant select, insert, update (voided_by, voided_at, void_reason) on de_minimis_records to postup_app;
grant select, insert, update (ended_by, ended_at) on undertaking_links to postup_app;
grant select, insert, update, delete on inspections to postup_app;

create policy draft_changes on inspections as restrictive for update to postup_app using (finished_at is null) with check (true);
create policy draft_goes on inspections as restrictive for delete to postup_app using (finished_at is null);
