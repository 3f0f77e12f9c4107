-- Who may touch what. The app's role cannot bypass the policies; events cannot be changed by anybody but the owner, and that is found by the chain.
-- The owner itself is not held (no 'force'): the functions below run as the owner and must see across tenants also where it is no superuser.

do $$
declare t text;
begin
  for t in
    select c.table_name from information_schema.columns c join information_schema.tables i using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'tenant_id' and i.table_type = 'BASE TABLE' and c.table_name <> 'session'
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy tenant on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to postup_app', t);
  end loop;
end $$;

revoke update, delete on events, rests, seals, submissions, comments from postup_app;
revoke insert, update, delete on tenants from postup_app;
grant update (name, ico, address, coat_of_arms, colours, settings, version) on tenants to postup_app;
revoke delete on users, cases, tasks, letters, incidents, programmes, chain_heads, grants, case_numbers from postup_app;

-- What was uploaded to a draft may be thrown away with it; what is in a case stays.
create policy unfiled on documents as restrictive for delete to postup_app using (not exists (select from cases c where c.id = documents.case_id));

grant usage on schema public to postup_app, postup_session;
grant select, insert, update, delete on session, sign_in_limits to postup_session;

-- What is needed before a tenant is known: whom an e-mail belongs to, and which tenants there are. Nothing else crosses.
create function sign_in_candidates(wanted_email text, wanted_slug text)
returns table (tenant_id uuid, slug text, tenant_name text, user_id uuid) language sql stable security definer set search_path = public as $$
  select u.tenant_id, t.slug, t.name, u.id from users u join tenants t on t.id = u.tenant_id
  where u.email = lower(wanted_email) and u.active and (wanted_slug is null or t.slug = wanted_slug)
$$;
create function public_tenants()
returns table (id uuid, slug text, name text, kind text, ico text, address text, coat_of_arms text, colours jsonb) language sql stable security definer set search_path = public as $$
  select id, slug, name, kind, ico, address, coat_of_arms, colours from tenants where kind <> 'platform' order by name
$$;
-- For work that goes round all tenants one after another, each in its own transaction: sealing, purging, watching.
create function tenant_ids() returns table (id uuid) language sql stable security definer set search_path = public as $$
  select id from tenants order by id
$$;
revoke all on function sign_in_candidates(text, text), public_tenants(), tenant_ids() from public;
grant execute on function sign_in_candidates(text, text), public_tenants(), tenant_ids() to postup_app;
