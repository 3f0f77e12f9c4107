-- Groups of evaluators (hodnotící skupiny): who evaluates in which areas and programmes, and in which of their applications. A group without areas and
-- programmes is for all programmes that leave the choice to groups.
create table evaluator_groups (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  name text not null check (name <> ''),
  active boolean not null default true,          -- an inactive one gives evaluators to no further case
  question text,                                 -- only applications that answer a choice of the form with this title ...
  answers text[],                                -- ... by one of these, as the applicant reads them
  label_id uuid,                                 -- only cases with this label
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  unique (tenant_id, id),
  check ((question is null) = (answers is null)),
  check (question is null or label_id is null),
  foreign key (tenant_id, label_id) references labels (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create unique index evaluator_groups_name on evaluator_groups (tenant_id, lower(name collate "und-x-icu"));

create table evaluator_group_members (
  tenant_id uuid not null references tenants,
  group_id uuid not null,
  user_id uuid not null,
  place integer not null,                        -- their order
  starts_on date,                                -- first day of membership; null: from ever
  ends_on date,                                  -- last day; null: until further notice
  check (ends_on >= starts_on),
  primary key (tenant_id, group_id, user_id),
  foreign key (tenant_id, group_id) references evaluator_groups (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);

create table evaluator_group_areas (
  tenant_id uuid not null references tenants,
  group_id uuid not null,
  area_id uuid not null,
  primary key (tenant_id, group_id, area_id),
  foreign key (tenant_id, group_id) references evaluator_groups (tenant_id, id) on delete cascade,
  foreign key (tenant_id, area_id) references areas (tenant_id, id)
);

create table evaluator_group_programmes (
  tenant_id uuid not null references tenants,
  group_id uuid not null,
  programme_id uuid not null,
  primary key (tenant_id, group_id, programme_id),
  foreign key (tenant_id, group_id) references evaluator_groups (tenant_id, id) on delete cascade,
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['evaluator_groups', 'evaluator_group_members', 'evaluator_group_areas', 'evaluator_group_programmes'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy tenant on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
  end loop;
end $$;
grant select, insert, update, delete on evaluator_groups to postup_app;
grant select, insert, delete on evaluator_group_members, evaluator_group_areas, evaluator_group_programmes to postup_app;

-- Applications are evaluated by groups, not by the persons named in evaluator_ids.
alter table programmes add column evaluators_by_groups boolean not null default false;

-- Through which group one evaluates the case; null: chosen by name. Nobody assigned whom the groups gave when the evaluation opened.
alter table case_evaluators add column group_id uuid;
alter table case_evaluators add foreign key (tenant_id, group_id) references evaluator_groups (tenant_id, id);
alter table case_evaluators alter column assigned_by drop not null;

-- For which round of evaluation the running case has read who evaluates it: from then on until that round stands in the tables, nobody may change them, or
-- they would be asked by nobody. The first round is before the first proposal.
alter table grants add column evaluators_read integer not null default 0;
