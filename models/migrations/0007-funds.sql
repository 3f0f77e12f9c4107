-- Where a programme belongs: organisation (= tenant) -> fund (dotační fond) -> area of support (oblast podpory) -> programme. Programmes that were made before,
-- or in a town without funds, have no area record and keep the text of `programmes.area`; one with an area record has that text empty and is called by the record.
create table funds (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  name text not null check (name <> ''),
  purpose text not null default '',
  year_budget bigint check (year_budget > 0),    -- haléř in a calendar year; null: not stated
  active boolean not null default true,          -- an inactive one is offered to no new programme
  position integer not null default 0,           -- order in lists
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  unique (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create unique index funds_name on funds (tenant_id, lower(name collate "und-x-icu"));

create table areas (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  fund_id uuid not null,
  name text not null check (name <> ''),
  description text not null default '',
  active boolean not null default true,
  position integer not null default 0,           -- order within the fund
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  unique (tenant_id, id),
  foreign key (tenant_id, fund_id) references funds (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create unique index areas_name on areas (tenant_id, fund_id, lower(name collate "und-x-icu"));

do $$
declare t text;
begin
  foreach t in array array['funds', 'areas'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy tenant on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to postup_app', t);
  end loop;
end $$;

alter table programmes add column area_id uuid;
alter table programmes add foreign key (tenant_id, area_id) references areas (tenant_id, id);
create index programmes_area on programmes (tenant_id, area_id) where area_id is not null;
