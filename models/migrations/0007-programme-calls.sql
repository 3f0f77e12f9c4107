-- Calls (výzvy) of a programme: each takes applications in its own time and has its own periods. What used to stand on the programme becomes its first call.
create table calls (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  programme_id uuid not null,
  ordinal integer not null check (ordinal > 0),  -- within the programme, from 1
  title text not null default '',                -- empty: it is called by its ordinal
  intake_opens_at timestamptz not null,
  intake_closes_at timestamptz not null,
  decision_days integer not null default 90 check (decision_days between 1 and 730),
  settlement_due_on date not null,
  amount bigint check (amount > 0),              -- haléř, of the programme's total; null: what is left of it
  published_at timestamptz,                      -- null: being prepared
  closed_at timestamptz,                         -- its intake was ended before its time
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  unique (tenant_id, id),
  unique (tenant_id, programme_id, ordinal),
  check (intake_closes_at > intake_opens_at),
  check (closed_at is null or published_at is not null),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);

alter table calls enable row level security;
create policy tenant on calls
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on calls to postup_app;

insert into calls (tenant_id, programme_id, ordinal, intake_opens_at, intake_closes_at, decision_days, settlement_due_on, published_at, created_by, created_at, updated_at)
select tenant_id, id, 1, intake_opens_at, intake_closes_at, decision_days, settlement_due_on, published_at, created_by, created_at, updated_at from programmes;

alter table drafts add column call_id uuid;
alter table drafts add foreign key (tenant_id, call_id) references calls (tenant_id, id);
alter table cases add column call_id uuid;
alter table cases add foreign key (tenant_id, call_id) references calls (tenant_id, id);
create index cases_call on cases (tenant_id, call_id) where call_id is not null;
update drafts d set call_id = c.id from calls c where c.tenant_id = d.tenant_id and c.programme_id = d.subject_id;
update cases s set call_id = c.id from calls c where c.tenant_id = s.tenant_id and c.programme_id = s.subject_id;

-- From here on `programmes.state` says of the programme itself: draft, published (with its first call, its terms stand), closed (no call takes applications any more).
alter table programmes
  drop column intake_opens_at, drop column intake_closes_at, drop column decision_days, drop column settlement_due_on, drop column published_at;

-- The call that a programme presents: of the published ones the open one, else the next, else the last; where none is published, the first.
-- One row a programme, read under the policies of who asks.
create view current_calls with (security_invoker = true) as
select distinct on (programme_id) * from calls
order by programme_id,
  case when published_at is null then 3 when closed_at is not null or intake_closes_at < now() then 2 when intake_opens_at > now() then 1 else 0 end,
  case when published_at is null then ordinal
       when closed_at is not null or intake_closes_at < now() then - extract(epoch from intake_closes_at)
       else extract(epoch from intake_opens_at) end;
grant select on current_calls to postup_app;
