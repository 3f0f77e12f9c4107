-- By what applications of a programme are scored, in versions that never change: a case keeps the one that held when it began. Version 0 is the common set
-- of processes/grant/criteria.ts and has no row.
create table evaluation_criteria (
  tenant_id uuid not null references tenants,
  programme_id uuid not null,
  version integer not null check (version > 0),
  criteria jsonb not null,                       -- processes/grant/criteria.ts
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, programme_id, version),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
alter table evaluation_criteria enable row level security;
create policy tenant on evaluation_criteria
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on evaluation_criteria to postup_app;

alter table cases add column criteria_version integer not null default 0;

-- How many evaluations an application should have that count.
alter table programmes add column evaluations_needed integer not null default 1 check (evaluations_needed between 1 and 30);

-- Who evaluates a case, where it is not all of the programme's evaluators.
create table case_evaluators (
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  evaluator_id uuid not null,
  place integer not null,                        -- their order
  assigned_by uuid not null,
  assigned_at timestamptz not null default now(),
  primary key (tenant_id, case_id, evaluator_id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, evaluator_id) references users (tenant_id, id),
  foreign key (tenant_id, assigned_by) references users (tenant_id, id)
);
alter table case_evaluators enable row level security;
create policy tenant on case_evaluators
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, delete on case_evaluators to postup_app;

-- Amounts that acts on their way take of a programme's total: two proposals at once must not both fit into the same rest. A row counts while its task is
-- open; afterwards the register of grants says what came of it.
create table amount_reservations (
  tenant_id uuid not null references tenants,
  task_id text not null,
  act_id uuid not null,
  case_id uuid not null,
  amount bigint not null check (amount >= 0),    -- haléř
  reserved_at timestamptz not null default now(),
  primary key (tenant_id, task_id, act_id),
  foreign key (tenant_id, task_id) references tasks (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
create index amount_reservations_case on amount_reservations (tenant_id, case_id);
alter table amount_reservations enable row level security;
create policy tenant on amount_reservations
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on amount_reservations to postup_app;

-- What the procedure decided on at a task that is done: small values, nothing personal.
alter table tasks add column decided jsonb not null default '{}';
update tasks t set decided = case
    when e.what -> 'values' ?& array['benefit', 'quality', 'economy'] then e.what -> 'values' || jsonb_build_object('points',
      (e.what -> 'values' ->> 'benefit')::numeric + (e.what -> 'values' ->> 'quality')::numeric + (e.what -> 'values' ->> 'economy')::numeric)
    else coalesce(e.what -> 'values', '{}') end
  from events e where e.chain_id = t.case_id and e.type = 'taskDone' and e.what ->> 'taskKey' = t.id;
