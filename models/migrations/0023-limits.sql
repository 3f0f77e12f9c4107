-- Limits of money hold for decisions as for proposals: a reservation says what an act on its way takes, until its task is done or the act is known to have failed.
alter table amount_reservations add column year integer;         -- calendar year of the decision that awards the amount; null: it is only proposed
delete from amount_reservations r using tasks t where t.tenant_id = r.tenant_id and t.id = r.task_id and t.state <> 'open';
insert into amount_reservations (tenant_id, task_id, act_id, case_id, amount, year)
  select i.tenant_id, i.task_id, i.update_id, i.case_id, (i.sends #>> '{act,values,amount}')::bigint, left(i.sends #>> '{act,values,decidedOn}', 4)::integer
  from bulk_items i
  where i.done_at is null and i.refused_at is null and i.sends #>> '{act,outcome}' = 'approve' and i.sends #>> '{act,values,decidedOn}' is not null
  on conflict do nothing;
grant delete, update (reserved_at) on amount_reservations to postup_app;

-- In which tenants reservations are so old that their acts must have ended: which tenants to look into, nothing else.
create function tenants_with_reservations(at_least interval) returns table (id uuid) language sql stable security definer set search_path = public as $$
  select distinct tenant_id from amount_reservations where reserved_at < now() - at_least
$$;
revoke all on function tenants_with_reservations(interval) from public;
grant execute on function tenants_with_reservations(interval) to postup_app;

-- Letters as a search sees them: of one size and without marks, whatever the locale of the database, for under C neither lower() nor ilike knows 'Ž'. The same as
-- `folded` of processes/folding.ts. No unaccent: an extension may be missing. The marks are U+0300 to U+036F.
create function fold(said text) returns text language sql immutable strict parallel safe as $$
  select lower(regexp_replace(normalize(said, nfd), U&'[\0300-\036F]', '', 'g') collate "und-x-icu")
$$;
grant execute on function fold(text) to postup_app;

alter table cases drop column search;
alter table cases add column search text not null generated always as (fold(number || ' ' || title || ' ' || applicant_name)) stored;
alter table grants add column search text not null generated always as (fold(applicant_name || ' ' || project_title || ' ' || municipality)) stored;
alter table grants add column applicant_folded text not null generated always as (fold(applicant_name)) stored;
create index grants_applicant_folded on grants (tenant_id, applicant_folded) where applicant_kind = 'natural';
