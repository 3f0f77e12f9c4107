-- Money that goes out and comes back: payment orders as files for the bank, statements as the bank gave them, and which movement is which payment.
-- Amounts in haléř (the smallest unit of the currency), negative for money that went out.

-- A file of payments. Cancelled: the file was not given to the bank, and its tasks may be ordered again.
create table bank_orders (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  format text not null,                          -- processes/banking/views.ts
  account text not null,                         -- of the payer
  pay_on date not null,
  total bigint not null check (total > 0),
  file_name text not null,
  sha256 text not null,
  content bytea not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  cancelled_by uuid,
  cancelled_at timestamptz,
  cancel_reason text,
  unique (tenant_id, id),
  check ((cancelled_at is null) = (cancel_reason is null)),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  foreign key (tenant_id, cancelled_by) references users (tenant_id, id)
);
create index bank_orders_list on bank_orders (tenant_id, created_at desc);

create table bank_order_items (
  tenant_id uuid not null references tenants,
  order_id uuid not null,
  ordinal integer not null,
  task_id text not null,
  case_id uuid not null,
  name text not null,
  account text not null,
  amount bigint not null check (amount > 0),
  variable_symbol text not null,
  primary key (order_id, ordinal),
  unique (order_id, task_id),
  foreign key (tenant_id, order_id) references bank_orders (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, task_id) references tasks (tenant_id, id)
);
create index bank_order_items_task on bank_order_items (tenant_id, task_id);

-- A file of the bank that was taken in, one row a statement.
create table bank_statements (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  format text not null,
  account text not null,
  currency text not null,
  file_name text not null,
  sha256 text not null,
  first_on date,
  last_on date,
  entries integer not null,
  new_entries integer not null,                  -- the others were known from a file before
  taken_by uuid not null,
  taken_at timestamptz not null default now(),
  unique (tenant_id, id),
  foreign key (tenant_id, taken_by) references users (tenant_id, id)
);
create index bank_statements_list on bank_statements (tenant_id, taken_at desc);

-- Which task movements pay: one live match a task. The ids of the acts that complete it say whether it was this match that did.
create table bank_matches (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  task_id text not null,
  case_id uuid not null,
  amount bigint not null,
  recorded boolean not null,                     -- the payment was written into the case by hand before; nothing is completed
  submission_ids uuid[] not null default '{}',
  reason text,                                   -- of a person who matched what does not fit exactly
  matched_by uuid not null,
  matched_at timestamptz not null default now(),
  withdrawn_at timestamptz,                      -- the case refused the act
  unique (tenant_id, id),
  foreign key (tenant_id, task_id) references tasks (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, matched_by) references users (tenant_id, id)
);
create unique index bank_matches_task on bank_matches (tenant_id, task_id) where withdrawn_at is null;

-- A movement of the account, once, however many files have it. With neither match nor reason it waits for a person.
create table bank_entries (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  statement_id uuid not null,                    -- that brought it first
  account text not null,
  entry_id text not null,                        -- the bank's, or made of the movement: processes/banking/statement.ts
  booked_on date not null,
  amount bigint not null,
  currency text not null,
  variable_symbol text,
  counter_account text,
  counter_name text,
  message text,
  reversal boolean not null,
  match_id uuid,
  aside_reason text,
  aside_by uuid,
  unique (tenant_id, id),
  unique (tenant_id, account, entry_id),
  check (match_id is null or aside_reason is null),
  foreign key (tenant_id, statement_id) references bank_statements (tenant_id, id),
  foreign key (tenant_id, match_id) references bank_matches (tenant_id, id),
  foreign key (tenant_id, aside_by) references users (tenant_id, id)
);
create index bank_entries_waiting on bank_entries (tenant_id, booked_on) where match_id is null and aside_reason is null;
create index bank_entries_match on bank_entries (tenant_id, match_id) where match_id is not null;
create index bank_entries_list on bank_entries (tenant_id, booked_on desc, id);

do $$
declare t text;
begin
  foreach t in array array['bank_orders', 'bank_order_items', 'bank_statements', 'bank_matches', 'bank_entries'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy tenant on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
    execute format('grant select, insert on %I to postup_app', t);
  end loop;
end $$;
-- What the bank said and what was ordered is never rewritten; only what people make of it.
grant update (cancelled_by, cancelled_at, cancel_reason) on bank_orders to postup_app;
grant update (submission_ids, withdrawn_at) on bank_matches to postup_app;
grant update (match_id, aside_reason, aside_by) on bank_entries to postup_app;
