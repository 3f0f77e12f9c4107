-- A commit happens change by change, each once. A rest's number cannot tell: where servers die between the commit and Temporal's word of it, the case comes
-- to that rest again, and perhaps with other company (docs/decisions/0012).

create table committed_changes (
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  id text not null,                              -- type, subject, which time: taskDone/<task>/1
  mark text not null,                            -- what must not differ when it comes again: the outcome, the status
  primary key (tenant_id, case_id, id)
);

drop table rests;

-- Acts whose effect is in the tables, and of which nobody has yet heard that Temporal has kept them too. A worker sends those that stay here again, under
-- the same id; Temporal does an act once by its id.
create table unconfirmed_acts (
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  id text not null,
  act jsonb not null,
  committed_at timestamptz not null default now(),
  primary key (tenant_id, case_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['committed_changes', 'unconfirmed_acts'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy tenant on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
  end loop;
end $$;
grant select, insert on committed_changes to postup_app;
grant select, insert, delete on unconfirmed_acts to postup_app;

-- Whose acts stay unconfirmed: which tenants to look into, nothing else.
create function tenants_with_unconfirmed_acts(at_least interval) returns table (id uuid) language sql stable security definer set search_path = public as $$
  select distinct tenant_id from unconfirmed_acts where committed_at < now() - at_least
$$;

-- Temporal has kept the act. In one trip, as in 0003; when it is lost in a crash, the act is sent again and found done.
create function confirm_act(wanted_tenant uuid, wanted_case uuid, wanted_id text) returns void language plpgsql as $$
begin
  perform set_config('app.tenant', wanted_tenant::text, true), set_config('synchronous_commit', 'off', true);
  delete from unconfirmed_acts a where a.tenant_id = wanted_tenant and a.case_id = wanted_case and a.id = wanted_id;
end $$;

revoke all on function tenants_with_unconfirmed_acts(interval), confirm_act(uuid, uuid, text) from public;
grant execute on function tenants_with_unconfirmed_acts(interval), confirm_act(uuid, uuid, text) to postup_app;
