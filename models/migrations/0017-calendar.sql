-- Events that holders of grants announced, as the last announcement of each says; the town's calendar is made of them. Days and hours are those of
-- Europe/Prague as people write them, so that a change of the clocks does not move an event.
create table calendar_events (
  id uuid primary key,                           -- of the submission that announced it first: the same however often it is written
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  submission_id uuid not null,                   -- by which it stands now
  title text not null,
  starts_on date not null,
  starts_at time,                                -- null: the whole day
  ends_on date not null,                         -- the last day
  ends_at time,
  place text not null,
  invitation text,
  link text,
  wished boolean not null,                       -- the applicant wants it in the calendar
  cancelled_at timestamptz,                      -- the applicant says that it will not take place
  announced_at timestamptz not null,
  changed_at timestamptz not null,
  sequence integer not null default 0,           -- how many times the applicant announced it anew (RFC 5545, SEQUENCE)
  hidden_at timestamptz,                         -- the office does not show it
  hidden_by uuid,
  hidden_reason text,
  version integer not null default 1,
  unique (tenant_id, id),
  check (ends_on >= starts_on),
  check (starts_at is not null or ends_at is null),
  check ((hidden_at is null) = (hidden_reason is null) and (hidden_at is null) = (hidden_by is null)),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, hidden_by) references users (tenant_id, id)
);
create index calendar_events_case on calendar_events (tenant_id, case_id);
create index calendar_events_days on calendar_events (tenant_id, starts_on, ends_on);

alter table calendar_events enable row level security;
create policy tenant on calendar_events
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on calendar_events to postup_app;

-- What was announced before there was a calendar; who asked for it then is in it now.
insert into calendar_events (id, tenant_id, case_id, submission_id, title, starts_on, starts_at, ends_on, place, invitation, wished, announced_at, changed_at)
select s.id, s.tenant_id, s.case_id, s.id, s.data ->> 'title', (s.data ->> 'day')::date, (s.data ->> 'time')::time, (s.data ->> 'day')::date,
  s.data ->> 'place', s.data ->> 'text', coalesce((s.data ->> 'invites')::boolean, false), t.closed_at, t.closed_at
from tasks t join submissions s on s.tenant_id = t.tenant_id and s.id = t.submission_id
where t.process_id = 'grant' and t.step = 'eventAnnouncement' and t.state = 'done';
