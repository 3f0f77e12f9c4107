-- What every click asks, each in one trip to the database instead of begin, set, ask, commit. The functions run as their caller and
-- under its policies; the tenant is set inside, for the transaction of the one statement. Never call them inside another transaction.

-- The person of a session as they are now, with those in whose place they may act today; null when they are no longer active.
create function signed_in_person(wanted_tenant uuid, wanted_user uuid) returns jsonb language plpgsql as $$
declare person jsonb;
begin
  perform set_config('app.tenant', wanted_tenant::text, true);
  select jsonb_build_object('id', u.id, 'email', u.email, 'name', u.name, 'roles', u.roles, 'language', u.language, 'substitutes', coalesce((
      select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'roles', a.roles, 'processId', s.process_id) order by a.name)
      from substitutions s join users a on a.id = s.absent_id and a.active
      where s.substitute_id = u.id and (now() at time zone 'Europe/Prague')::date between s.starts_on and s.ends_on
    ), '[]'))
  into person from users u where u.id = wanted_user and u.active;
  return person;
end $$;

-- Takes an idempotency key, or says who had it: 'new', 'abandoned' (the effect of the first request is unknown), 'answered' (with the answer),
-- 'inProgress', 'other' (the key belongs to another request). A row's status is null while somebody works on it and 0 when it ended unclearly.
-- The commit does not wait for the disk: whatever the request then does comes later in the same log, so when that is kept, this is too.
create function take_key(wanted_tenant uuid, wanted_user uuid, wanted_key text, wanted_hash text, process_started timestamptz,
  out state text, out status integer, out body jsonb) language plpgsql as $$
declare kept idempotency_keys;
begin
  perform set_config('app.tenant', wanted_tenant::text, true), set_config('synchronous_commit', 'off', true);
  loop
    insert into idempotency_keys (tenant_id, user_id, key, request_hash) values (wanted_tenant, wanted_user, wanted_key, wanted_hash) on conflict do nothing;
    if found then state := 'new'; return; end if;
    select * into kept from idempotency_keys k where k.tenant_id = wanted_tenant and k.user_id = wanted_user and k.key = wanted_key for update;
    exit when found; -- otherwise it was given back meanwhile
  end loop;
  if kept.request_hash <> wanted_hash then state := 'other';
  elsif kept.status > 0 then state := 'answered'; status := kept.status; body := kept.body;
  elsif kept.status = 0 or kept.created_at < process_started or kept.created_at < now() - interval '15 seconds' then
    update idempotency_keys k set status = null, created_at = now() where k.tenant_id = wanted_tenant and k.user_id = wanted_user and k.key = wanted_key;
    state := 'abandoned';
  else state := 'inProgress';
  end if;
end $$;

-- Ends the work on a key: keeps the answer, keeps 0 when the effect is unknown, gives the key back when the request was refused (null).
-- An answer that a crash of the database loses is found again by the act itself, whose key in Temporal is the same.
create function end_key(wanted_tenant uuid, wanted_user uuid, wanted_key text, ended integer, answer jsonb) returns void language plpgsql as $$
begin
  perform set_config('app.tenant', wanted_tenant::text, true), set_config('synchronous_commit', 'off', true);
  if ended is null then
    delete from idempotency_keys k where k.tenant_id = wanted_tenant and k.user_id = wanted_user and k.key = wanted_key;
  else
    update idempotency_keys k set status = ended, body = answer where k.tenant_id = wanted_tenant and k.user_id = wanted_user and k.key = wanted_key;
  end if;
end $$;

revoke all on function signed_in_person(uuid, uuid), take_key(uuid, uuid, text, text, timestamptz), end_key(uuid, uuid, text, integer, jsonb) from public;
grant execute on function signed_in_person(uuid, uuid), take_key(uuid, uuid, text, text, timestamptz), end_key(uuid, uuid, text, integer, jsonb) to postup_app;
