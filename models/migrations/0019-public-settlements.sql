-- Public versions of accepted settlements (veřejná verze vyúčtování): what the grant was spent on, without personal data. One row a settlement from when an
-- officer begins to prepare it. What is not published has nothing public here: facts are filled in by the publication and emptied by the withdrawal.
create table public_settlements (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  ordinal integer not null,                      -- which accepted settlement of the grant: 1, 2, …
  settlement_id uuid not null,                   -- what the applicant sent: a row of submissions
  check_id uuid not null,                        -- verdicts of the office on it: likewise
  texts jsonb not null,                          -- [{choice, spans}], one for each free text of the settlement, in its order
  facts jsonb,                                   -- what everybody reads; null: not published
  document_id uuid,                              -- the PDF of it among the documents of the case
  published_by uuid,
  published_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdraw_reason text,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  unique (tenant_id, id),
  unique (case_id, ordinal),
  check ((facts is null) = (published_at is null) and (facts is null) = (published_by is null) and (facts is null) = (document_id is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdraw_reason is null)),
  check (published_at is null or withdrawn_at is null),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, published_by) references users (tenant_id, id),
  foreign key (tenant_id, withdrawn_by) references users (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index public_settlements_published on public_settlements (tenant_id, case_id) where facts is not null;

alter table public_settlements enable row level security;
create policy tenant on public_settlements using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on public_settlements to postup_app;
