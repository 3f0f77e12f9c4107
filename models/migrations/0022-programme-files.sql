-- Payments of grants one by one. `grants.paid` is what was paid of a grant so far and `grants.paid_on` the day of the last payment: a grant that is paid in parts in
-- March and in November was paid in both months. Every rise of the sum is one payment, whoever writes it.
create table grant_payments (
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  ordinal integer not null check (ordinal > 0),  -- within the grant, from 1
  paid_on date not null,
  amount bigint not null check (amount > 0),     -- haléř
  primary key (tenant_id, case_id, ordinal),
  foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
alter table grant_payments enable row level security;
create policy tenant on grant_payments
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on grant_payments to postup_app;

-- As they were accepted at the step of payment, where they make up the sum; otherwise the one that is known.
with accepted as (
  select t.tenant_id, t.case_id, row_number() over (partition by t.case_id order by t.ordinal) as ordinal,
    (s.data ->> 'paidOn')::date as paid_on, (s.data ->> 'amount')::bigint as amount
  from tasks t join submissions s on s.tenant_id = t.tenant_id and s.id = t.submission_id
  where t.process_id = 'grant' and t.step = 'payment' and t.state = 'done' and s.data ? 'paidOn' and s.data ? 'amount'
), whole as (
  select g.case_id from grants g join accepted a on a.case_id = g.case_id group by g.case_id, g.paid having sum(a.amount) = g.paid and min(a.amount) > 0
)
insert into grant_payments (tenant_id, case_id, ordinal, paid_on, amount)
select tenant_id, case_id, ordinal, paid_on, amount from accepted where case_id in (select case_id from whole)
union all
select tenant_id, case_id, 1, paid_on, paid from grants where paid > 0 and paid_on is not null and case_id not in (select case_id from whole);

create function keep_grant_payment() returns trigger language plpgsql set search_path = public as $$
begin
  insert into grant_payments (tenant_id, case_id, ordinal, paid_on, amount)
  select new.tenant_id, new.case_id, coalesce(max(p.ordinal), 0) + 1, new.paid_on, new.paid - coalesce(case when tg_op = 'UPDATE' then old.paid end, 0)
  from grant_payments p where p.tenant_id = new.tenant_id and p.case_id = new.case_id;
  return null;
end $$;
create trigger paid_first after insert on grants for each row
  when (new.paid > 0 and new.paid_on is not null) execute function keep_grant_payment();
create trigger paid_more after update of paid on grants for each row
  when (new.paid > coalesce(old.paid, 0) and new.paid_on is not null) execute function keep_grant_payment();

-- The file that a programme was taken over from: the same one again is told. Null where it was made here.
alter table programmes add column taken_sha256 text check (taken_sha256 ~ '^[0-9a-f]{64}$');
