-- Accounts of the office: each with a name, and perhaps a token with which Fio banka gives its movements. Where a movement came from, and which one may be another
-- one told of twice.

-- `000019-2000145399/0800` -> `19-2000145399/0800`, as processes/banking/accounts.ts writes it.
create function bank_account_plain(text text) returns text language sql immutable as $$
  select regexp_replace(regexp_replace(regexp_replace(replace(text, ' ', ''), '^0+-', ''), '^0+(\d)', '\1'), '-0+(\d)', '-\1')
$$;

create table bank_accounts (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  name text not null,
  account text not null,                         -- bank_account_plain
  retired_at timestamptz,                        -- nothing is paid from it any more; its statements are still taken in
  fio_token text,                                -- sealed (models/secrets.ts); never shown
  fio_token_by uuid,
  fio_token_at timestamptz,
  fio_asked_at timestamptz,                      -- Fio answers one question in 30 seconds
  fio_unsure boolean not null default true,      -- Fio may have moved its pointer past what is stored here
  fio_last_id text,                              -- the last movement that 'last' brought and that is stored
  fio_fetched_at timestamptz,
  fio_failure text,                              -- processes/banking/fioFailures.ts, of the last try; null: it went well
  fio_failed_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (tenant_id, id),
  unique (tenant_id, account),
  foreign key (tenant_id, fio_token_by) references users (tenant_id, id)
);
alter table bank_accounts enable row level security;
create policy tenant on bank_accounts
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on bank_accounts to postup_app;
grant update (name, retired_at, fio_token, fio_token_by, fio_token_at, fio_asked_at, fio_unsure, fio_last_id, fio_fetched_at, fio_failure, fio_failed_at, version)
  on bank_accounts to postup_app;

-- The account in the settings is the first one: whoever writes the settings, it is on the list.
create function account_of_settings() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if coalesce(new.settings ->> 'bankAccount', '') <> '' then
    insert into bank_accounts (tenant_id, name, account) values (new.id, 'Účet úřadu', bank_account_plain(new.settings ->> 'bankAccount'))
    on conflict (tenant_id, account) do update set retired_at = null, version = bank_accounts.version + 1 where bank_accounts.retired_at is not null;
  end if;
  return new;
end $$;
create trigger account_of_settings after insert or update of settings on tenants for each row execute function account_of_settings();
insert into bank_accounts (tenant_id, name, account)
select id, 'Účet úřadu', bank_account_plain(settings ->> 'bankAccount') from tenants where coalesce(settings ->> 'bankAccount', '') <> ''
on conflict do nothing;

-- From which account a programme pays and to which its money comes back; null: the first one.
alter table programmes add column bank_account_id uuid;
alter table programmes add foreign key (tenant_id, bank_account_id) references bank_accounts (tenant_id, id);

-- The account in contracts and letters of a programme: its own, that of the settings, or the oldest. Under the policies of who asks.
create function office_account(of_tenant uuid, of_programme uuid) returns text language sql stable as $$
  select coalesce(
    (select a.account from programmes p join bank_accounts a on a.id = p.bank_account_id where p.id = of_programme and a.retired_at is null),
    (select nullif(t.settings ->> 'bankAccount', '') from tenants t where t.id = of_tenant),
    (select a.account from bank_accounts a where a.tenant_id = of_tenant and a.retired_at is null order by a.created_at, a.id limit 1))
$$;

-- Taken in by the system itself where nobody is named.
alter table bank_statements alter column taken_by drop not null;

-- The same day, amount, symbol and other side came before from a source that names movements otherwise. It pays nothing until a person says that it is another one.
alter table bank_entries add column duplicate_of uuid;
alter table bank_entries add column distinct_reason text;
alter table bank_entries add column distinct_by uuid;
alter table bank_entries add foreign key (tenant_id, duplicate_of) references bank_entries (tenant_id, id);
alter table bank_entries add foreign key (tenant_id, distinct_by) references users (tenant_id, id);
create index bank_entries_duplicate on bank_entries (tenant_id, duplicate_of) where duplicate_of is not null;
grant update (distinct_reason, distinct_by) on bank_entries to postup_app;
