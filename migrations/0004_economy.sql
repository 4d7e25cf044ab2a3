-- Forms, what units submitted through them, and how it went.
create table forms (
  code text collate "C" not null,
  version integer not null check (version > 0),
  declaration jsonb not null,
  loaded_at timestamptz not null,
  primary key (code, version)
);

create table submissions (
  id bigint generated always as identity primary key,
  form_code text collate "C" not null,
  -- the version it was filled under
  form_version integer not null,
  unit_code text collate "C" not null,
  -- as it is called: 2018-06, 2018-H1
  period text collate "C" not null,
  -- the days its levels cover: 2018-06 of a cumulative form begins on 1 January
  start_on date not null,
  end_on date not null,
  opened_at timestamptz not null,
  foreign key (form_code, form_version) references forms (code, version),
  unique (form_code, unit_code, start_on, end_on),
  check (start_on <= end_on)
);
create index submissions_span on submissions (end_on, start_on);

-- Every state of every cell. Two timelines: what stood in the form (recorded to replaced), and what was told to the zone
-- (reported to superseded); a draft that was never submitted has no second one.
create table submission_values (
  id bigint generated always as identity primary key,
  submission_id bigint not null references submissions (id),
  item text collate "C" not null,
  value numeric,
  base numeric,
  growth numeric,
  recorded_at timestamptz not null,
  recorded_by text not null,
  replaced_at timestamptz,
  reported_at timestamptz,
  superseded_at timestamptz
);
create unique index submission_values_now on submission_values (submission_id, item) where replaced_at is null;
create unique index submission_values_told on submission_values (submission_id, item)
  where reported_at is not null and superseded_at is null;
create index submission_values_item on submission_values (item, submission_id) where reported_at is not null;

create table submission_steps (
  id bigint generated always as identity primary key,
  submission_id bigint not null references submissions (id),
  step text not null check (step in ('submitted', 'returned', 'accepted', 'locked', 'reopened')),
  -- of the return and the reopening: why
  words text,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  check (step not in ('returned', 'reopened') or words <> '')
);
create index submission_steps_of on submission_steps (submission_id, id);

-- What the audit found when a submission was handed in.
create table audit_findings (
  submission_id bigint not null references submissions (id),
  step_id bigint not null references submission_steps (id),
  -- check, item and the digits it looked at, so that a changed figure asks again
  finding text collate "C" not null,
  class text not null check (class in ('A', 'B', 'C', 'D')),
  item text collate "C" not null,
  words jsonb not null,
  primary key (step_id, finding)
);

create table explanations (
  id bigint generated always as identity primary key,
  submission_id bigint not null references submissions (id),
  finding text collate "C" not null,
  words text not null check (words <> ''),
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);
create index explanations_of on explanations (submission_id, id);

create table submission_reminders (
  id bigint generated always as identity primary key,
  form_code text collate "C" not null,
  unit_code text collate "C" not null,
  period text collate "C" not null,
  due_on date not null,
  -- the working day it was written on: one reminder a day
  reminded_on date not null,
  at timestamptz not null,
  unique (form_code, unit_code, period, reminded_on)
);

-- Counts the writes of the part, so that what stands on reported figures knows when to compute again.
create table economy_versions (
  single boolean primary key default true check (single),
  version bigint not null
);
insert into economy_versions (version) values (0);
