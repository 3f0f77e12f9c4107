-- An applicant's identity, kept once: a person or an association in whose name applications are written, whoever of its people writes them. A case without one
-- belongs to the account that submitted it, as before.
create table applicant_identities (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  manager_id uuid not null,                      -- who made it: has every right and gives rights to others
  applicant_kind text not null check (applicant_kind in ('natural', 'legal')),
  name text not null,
  ico text,
  birth_date date,
  legal_form text,                               -- code of the register of persons, as ARES says it
  street text not null,
  municipality text not null,
  postcode text not null,
  representatives jsonb not null default '[]',   -- processes/identities/identity.ts
  owners jsonb not null default '[]',
  holdings jsonb not null default '[]',
  bank_account text,
  past_support jsonb not null default '[]',      -- given elsewhere, as the applicant declares it; amounts in haléř
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  unique (tenant_id, id),
  foreign key (tenant_id, manager_id) references users (tenant_id, id)
);
create index applicant_identities_ico on applicant_identities (tenant_id, ico) where ico is not null;

-- Rights of people other than the manager; the larger right includes the smaller ones.
create table identity_people (
  tenant_id uuid not null references tenants,
  identity_id uuid not null,
  user_id uuid not null,
  may text not null check (may in ('view', 'edit', 'submit')),
  created_at timestamptz not null default now(),
  primary key (identity_id, user_id),
  foreign key (tenant_id, identity_id) references applicant_identities (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index identity_people_user on identity_people (tenant_id, user_id);

-- For who has no account yet. Only the hash of the link's token is kept.
create table identity_invitations (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  identity_id uuid not null,
  email text not null check (email = lower(email)),
  may text not null check (may in ('view', 'edit', 'submit')),
  token_hash text not null,
  expires_at timestamptz not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  unique (identity_id, email),
  foreign key (tenant_id, identity_id) references applicant_identities (tenant_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);

-- Papers kept for later applications (statutes, an extract of the register). An application gets a copy of the row; the bytes are stored once.
create table identity_documents (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  identity_id uuid not null,
  title text not null,
  file_name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  valid_until date,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  foreign key (tenant_id, identity_id) references applicant_identities (tenant_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index identity_documents_identity on identity_documents (tenant_id, identity_id);

do $$
declare t text;
begin
  foreach t in array array['applicant_identities', 'identity_people', 'identity_invitations', 'identity_documents'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy tenant on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to postup_app', t);
  end loop;
end $$;

-- Does the programme want to know what the applicant got elsewhere? A draft and its case keep what held when they began.
alter table programmes add column asks_past_support boolean not null default false;

alter table drafts
  add column identity_id uuid,
  add column asks_past_support boolean not null default false,
  add foreign key (tenant_id, identity_id) references applicant_identities (tenant_id, id);
alter table cases
  add column identity_id uuid,
  add column asks_past_support boolean not null default false,
  add foreign key (tenant_id, identity_id) references applicant_identities (tenant_id, id);
create index drafts_identity on drafts (tenant_id, identity_id) where identity_id is not null;
create index cases_identity on cases (tenant_id, identity_id) where identity_id is not null;

-- The person as they are now, with the identities that they share and their right to each, still in one trip.
create or replace function signed_in_person(wanted_tenant uuid, wanted_user uuid) returns jsonb language plpgsql as $$
declare person jsonb;
begin
  perform set_config('app.tenant', wanted_tenant::text, true);
  select jsonb_build_object('id', u.id, 'email', u.email, 'name', u.name, 'roles', u.roles, 'language', u.language, 'substitutes', coalesce((
      select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'roles', a.roles, 'processId', s.process_id) order by a.name)
      from substitutions s join users a on a.id = s.absent_id and a.active
      where s.substitute_id = u.id and (now() at time zone 'Europe/Prague')::date between s.starts_on and s.ends_on
    ), '[]'), 'identities', coalesce((
      select jsonb_object_agg(shared.id, shared.may) from (
        select i.id, 'submit' as may from applicant_identities i where i.manager_id = u.id
        union all
        select p.identity_id, p.may from identity_people p join applicant_identities i on i.id = p.identity_id
        where p.user_id = u.id and i.manager_id <> u.id
      ) as shared
    ), '{}'))
  into person from users u where u.id = wanted_user and u.active;
  return person;
end $$;
