-- The ground: tenants, people, cases, tasks, documents, letters, the audit trail, grants.
-- Every table but those of the session role has tenant_id and a policy; without a tenant set, a query sees nothing.
-- References between tables carry the tenant too: a foreign key is checked past the policies, and must not lead to another tenant.

create table tenants (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid generated always as (id) stored,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
  name text not null,
  kind text not null default 'municipality' check (kind in ('municipality', 'association', 'platform')),
  ico text,
  address text not null default '',
  coat_of_arms text,                             -- small SVG or PNG as a data address, checked at entry
  colours jsonb not null default '{}',           -- {"primary": "#...", "accent": "#..."}
  settings jsonb not null default '{}',          -- limits and switches, see processes/settings.ts
  created_at timestamptz not null default now(),
  version integer not null default 1
);

create table users (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  email text not null check (email = lower(email)),
  name text not null,
  phone text,
  password_hash text,
  roles text[] not null default '{}',
  language text not null default 'cs' check (language in ('cs', 'en')),
  active boolean not null default true,
  failed_sign_ins integer not null default 0,
  locked_until timestamptz,
  reset_token_hash text,
  reset_expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  unique (tenant_id, id),
  unique (tenant_id, email)
);
create index users_email on users (email);

create table substitutions (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  absent_id uuid not null,
  substitute_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  process_id text,                               -- null: all processes
  created_by uuid not null,
  created_at timestamptz not null default now(),
  check (absent_id <> substitute_id),
  check (ends_on >= starts_on),
  foreign key (tenant_id, absent_id) references users (tenant_id, id),
  foreign key (tenant_id, substitute_id) references users (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);

create table programmes (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  title text not null,
  area text not null default '',
  purpose text not null,
  reasons text not null,
  total_amount bigint not null check (total_amount > 0),       -- haléř
  max_amount bigint not null check (max_amount > 0),           -- haléř, in one case
  eligible text not null,
  criteria text not null,
  conditions text not null,
  attachments text not null default '',
  intake_opens_at timestamptz not null,
  intake_closes_at timestamptz not null,
  decision_days integer not null default 90 check (decision_days between 1 and 730),
  settlement_due_on date not null,
  evaluator_ids uuid[] not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'published', 'closed')),
  published_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  unique (tenant_id, id),
  check (intake_closes_at > intake_opens_at),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);

-- A draft of an application; its id becomes the id of the case, so submitting twice is submitting once.
create table drafts (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  user_id uuid not null,
  process_id text not null,
  subject_id uuid,                               -- the programme
  data jsonb not null default '{}',
  submitted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index drafts_user on drafts (tenant_id, user_id);

create table submissions (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  step text not null,                            -- 'application' for the one that begins the case
  task_id text,
  user_id uuid not null,
  data jsonb not null,
  created_at timestamptz not null default now(),
  unique (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index submissions_case on submissions (tenant_id, case_id);

create table case_numbers (
  tenant_id uuid not null references tenants,
  prefix text not null,
  year integer not null,
  last integer not null default 0,
  primary key (tenant_id, prefix, year)
);

create table cases (
  id uuid primary key,
  tenant_id uuid not null references tenants,
  process_id text not null,
  number text not null,
  title text not null,
  applicant_id uuid not null,
  applicant_name text not null,
  subject_id uuid,                               -- the programme
  status text not null,
  result text,
  suspended boolean not null default false,
  values jsonb not null default '{}',            -- what c.record said
  clock jsonb,
  clock_due_at timestamptz,
  waits_for text,                                -- a named wait, when no task is open
  waits_until timestamptz,
  rest integer not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  unique (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, applicant_id) references users (tenant_id, id)
);
create index cases_list on cases (tenant_id, changed_at desc, id);
create index cases_applicant on cases (tenant_id, applicant_id);
create index cases_subject on cases (tenant_id, subject_id);
create index cases_open on cases (tenant_id, id) where closed_at is null;

-- The row that makes a commit happen once.
create table rests (
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  rest integer not null,
  committed_at timestamptz not null default now(),
  primary key (tenant_id, case_id, rest)
);

create table tasks (
  id text primary key,                           -- <case>.<step>.<ordinal>
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  process_id text not null,
  step text not null,
  ordinal integer not null,
  role text not null,
  assignee_id uuid,
  claimed_by uuid,
  claimed_at timestamptz,
  follow_up_on date,
  state text not null default 'open' check (state in ('open', 'done', 'cancelled')),
  params jsonb not null default '{}',
  clock jsonb,
  due_at timestamptz,
  overdue boolean not null default false,
  opened_at timestamptz not null,
  closed_at timestamptz,
  done_by uuid,
  done_on_behalf_of uuid,
  outcome text,
  submission_id uuid,
  unique (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, assignee_id) references users (tenant_id, id),
  foreign key (tenant_id, claimed_by) references users (tenant_id, id),
  foreign key (tenant_id, done_by) references users (tenant_id, id),
  foreign key (tenant_id, done_on_behalf_of) references users (tenant_id, id),
  foreign key (tenant_id, submission_id) references submissions (tenant_id, id)
);
create index tasks_inbox on tasks (tenant_id, state, role, due_at);
create index tasks_case on tasks (tenant_id, case_id);
create index tasks_claimed on tasks (tenant_id, claimed_by) where state = 'open';

create table task_drafts (
  task_id text not null,
  tenant_id uuid not null references tenants,
  user_id uuid not null,
  data jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (task_id, user_id),
  foreign key (tenant_id, task_id) references tasks (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);

create table comments (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  author_id uuid not null,
  text text not null check (length(text) between 1 and 10000),
  created_at timestamptz not null default now(),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, author_id) references users (tenant_id, id)
);
create index comments_case on comments (tenant_id, case_id);

create table documents (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  case_id uuid,                                  -- the case or, before it began, the draft with the same id
  key text,                                      -- of a document made by the kernel
  template text,
  title text not null,
  file_name text not null,
  media_type text not null,
  size integer not null default 0,
  sha256 text,
  state text not null check (state in ('queued', 'ready')),
  for_applicant boolean not null default true,
  values jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null default now(),
  unique (case_id, key),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index documents_case on documents (tenant_id, case_id);

create table letters (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  key text not null,
  template text not null,
  recipient jsonb not null,
  values jsonb not null default '{}',
  to_addresses text[] not null default '{}',     -- filled when it is sent
  subject text,
  body text,
  state text not null default 'queued' check (state in ('queued', 'sent', 'kept')),
  message_id text,
  attempts integer not null default 0,           -- handed to the mail server so many times; more than one may mean sent twice
  queued_at timestamptz not null,
  sent_at timestamptz,
  unique (case_id, key),
  foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
create index letters_case on letters (tenant_id, case_id);

create table incidents (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  key text not null,                             -- of the effect, or 'workflow' for a case that does not move
  what text not null,
  error text not null,
  state text not null default 'open' check (state in ('open', 'retrying', 'resolved')),
  opened_at timestamptz not null,
  last_at timestamptz not null,
  resolved_at timestamptz,
  unique (case_id, key)
);
create index incidents_open on incidents (tenant_id, state, opened_at);

create table idempotency_keys (
  tenant_id uuid not null references tenants,
  user_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer,
  body jsonb,
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id, key),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);

-- The audit trail. One chain a case; a tenant's events outside of cases are the chain whose case is the tenant's id.
create table events (
  tenant_id uuid not null references tenants,
  chain_id uuid not null,
  seq integer not null,
  case_id uuid,
  type text not null,
  at timestamptz not null,
  actor_id uuid,
  role text,
  on_behalf_of uuid,
  what jsonb not null,
  before jsonb,
  after jsonb,
  request_id text,
  prev_hash text not null,
  hash text not null,
  primary key (chain_id, seq)
);
create index events_feed on events (tenant_id, at desc, chain_id, seq);
create index events_actor on events (tenant_id, actor_id, at desc);

-- The last row of each chain, and of the chain of seals (whose id is made of the tenant's): rows cut off at the end are missed by it.
create table chain_heads (
  chain_id uuid primary key,
  tenant_id uuid not null references tenants,
  seq integer not null,
  hash text not null,
  sealed_seq integer not null default 0          -- up to which row the last seal reached
);
create index chain_heads_unsealed on chain_heads (tenant_id) where seq > sealed_seq;

create table seals (
  tenant_id uuid not null references tenants,
  day date not null,
  heads jsonb not null,                          -- chain -> [seq, hash] of chains that changed since the last seal
  prev_hash text not null,
  hash text not null,
  sealed_at timestamptz not null,
  primary key (tenant_id, day)
);

-- The register of the grant process: one row a case, written by the commit from what the workflow recorded.
create table grants (
  case_id uuid primary key,
  tenant_id uuid not null references tenants,
  programme_id uuid not null,
  applicant_id uuid not null,
  applicant_kind text not null check (applicant_kind in ('natural', 'legal')),
  applicant_name text not null,
  ico text,
  municipality text not null,
  project_title text not null,
  year integer not null,
  requested bigint not null,                     -- all amounts in haléř
  points numeric(6, 2),
  proposed bigint,
  awarded bigint,
  resolution_number text,
  decided_on date,
  decided_by text check (decided_by in ('council', 'assembly')),
  contract_number text,
  signed_on date,
  paid bigint,
  paid_on date,
  accepted bigint,
  returned bigint,
  state text not null default 'running' check (state in ('running', 'awarded', 'settled', 'ended')),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, applicant_id) references users (tenant_id, id)
);
create index grants_applicant on grants (tenant_id, applicant_id);
create index grants_ico on grants (tenant_id, ico) where ico is not null;
create index grants_programme on grants (tenant_id, programme_id);
create index grants_register on grants (tenant_id, year, awarded) where awarded is not null;

-- Sessions and sign-in limits: a role of its own, which sees nothing else.
create table session (
  sid text primary key,
  sess jsonb not null,
  expire timestamptz not null,
  user_id uuid generated always as ((sess ->> 'userId')::uuid) stored,
  tenant_id uuid generated always as ((sess ->> 'tenantId')::uuid) stored
);
create index session_expire on session (expire);
create index session_owner on session (user_id);
create table sign_in_limits (key varchar(255) primary key, points integer not null default 0, expire bigint);
