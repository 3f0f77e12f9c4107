-- Bulk acts (hromadné úkony): one acceptance, many cases. A bulk act is written whole, with everything that will be sent to its cases, in the transaction in which it
-- is accepted; the workflow `bulk` then works its items off, each once (docs/decisions/0021).
create table bulk_acts (
  id uuid primary key,                           -- made of who asks, the key of the request and what is asked: the same request again is the same bulk act
  tenant_id uuid not null references tenants,
  act text not null,                             -- 'decide', 'moveDeadline', 'notify' (processes/bulk.ts)
  what jsonb not null,                           -- what is common to its items: the resolution; the new day and the reason; the subject and the text
  created_by uuid not null,
  request_id text not null,                      -- of the request that was accepted; events of the cases carry it too
  document_id uuid,                              -- the resolution's document, linked to every case that was decided
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index bulk_acts_list on bulk_acts (tenant_id, created_at desc);
create index bulk_acts_unended on bulk_acts (tenant_id) where ended_at is null;

create table bulk_items (
  tenant_id uuid not null references tenants,
  bulk_id uuid not null,
  position integer not null,                     -- in the list as it was sent
  case_id uuid not null,
  task_id text,
  update_id uuid not null,                       -- of the Update that carries the act: the case does it once
  sends jsonb not null,                          -- the prepared act, or the key of the letter (processes/bulk.ts)
  refusal jsonb,                                 -- why it had no effect
  done_at timestamptz,
  refused_at timestamptz,
  primary key (tenant_id, bulk_id, position),
  check (done_at is null or refused_at is null),
  check ((refused_at is null) = (refusal is null)),
  foreign key (tenant_id, bulk_id) references bulk_acts (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
create index bulk_items_case on bulk_items (tenant_id, case_id);

do $$
declare t text;
begin
  foreach t in array array['bulk_acts', 'bulk_items'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy tenant on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
  end loop;
end $$;
-- What was accepted stays as it was accepted; only how it ended is added.
grant select, insert on bulk_acts, bulk_items to postup_app;
grant update (ended_at) on bulk_acts to postup_app;
grant update (refusal, done_at, refused_at) on bulk_items to postup_app;

-- Bulk acts that nobody has brought to their end: which of which tenant, nothing else.
create function unended_bulk_acts(at_least interval) returns table (tenant_id uuid, id uuid) language sql stable security definer set search_path = public as $$
  select tenant_id, id from bulk_acts where ended_at is null and created_at < now() - at_least order by created_at
$$;
revoke all on function unended_bulk_acts(interval) from public;
grant execute on function unended_bulk_acts(interval) to postup_app;

-- Lists of ten thousand cases: what is searched in, folded once and not at each question (ilike over three columns took most of the time). No trigram index: under
-- row-level security a condition that is not leakproof, as `like`, is asked after the policy and cannot choose the rows.
alter table cases add column search text not null generated always as (lower(number || ' ' || title || ' ' || applicant_name)) stored;
