-- Major projects: what is no count or sum. The register, stages, months and milestones are ledgers; `project_code` is the code of their rows.

-- A plan as it was frozen; versions only ever grow.
create table project_baselines (
  project_code text not null,
  version integer not null check (version > 0),
  frozen_on date not null,
  reason text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (project_code, version)
);
create table project_baseline_milestones (
  project_code text not null,
  version integer not null,
  milestone text not null,
  due_on date not null,
  primary key (project_code, version, milestone),
  foreign key (project_code, version) references project_baselines
);
create table project_baseline_months (
  project_code text not null,
  version integer not null,
  month date not null,
  planned_percent numeric,
  planned numeric,
  primary key (project_code, version, month),
  foreign key (project_code, version) references project_baselines
);

-- When a milestone was expected, as told in a month; the latest word of a month stands.
create table project_expectations (
  project_code text not null,
  milestone text not null,
  month date not null,
  expected_on date not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (project_code, milestone, month)
);

create table project_light_rules (
  version text primary key,
  from_on date,
  rule jsonb not null
);

-- The computed light each time it became another, with what it was computed from.
create table project_lights (
  id bigint primary key generated always as identity,
  project_code text not null,
  on_day date not null,
  rule_version text not null,
  state text not null check (state in ('green', 'yellow', 'red', 'none')),
  inputs jsonb not null,
  at timestamptz not null
);
create index project_lights_of on project_lights (project_code, id desc);

-- A valid reason why an input of the light is not held against a project, by a person, until a day.
create table project_excuses (
  id bigint primary key generated always as identity,
  project_code text not null,
  input text not null check (input in ('start', 'progress', 'payment', 'statistics')),
  reason text not null,
  from_on date not null,
  until_on date,
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
create index project_excuses_of on project_excuses (project_code);

create table project_judgements (
  id bigint primary key generated always as identity,
  project_code text not null,
  level text not null check (level in ('green', 'amber', 'red')),
  narrative text not null,
  on_day date not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
create index project_judgements_of on project_judgements (project_code, id desc);

-- Every code a project ever had; one that no longer holds keeps its end and why.
create table project_codes (
  id bigint primary key generated always as identity,
  project_code text not null,
  scheme text not null check (scheme in ('national', 'plan', 'former', 'other')),
  code text not null,
  from_on date not null,
  until_on date,
  reason text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
create index project_codes_of on project_codes (project_code);

-- What happened between stages while a project is sought: it sets the stall clock back.
create table project_contacts (
  id bigint primary key generated always as identity,
  project_code text not null,
  on_day date not null,
  kind text not null check (kind in ('call', 'visit', 'meeting', 'document')),
  words text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
create index project_contacts_of on project_contacts (project_code, on_day desc);

create table project_photos (
  id bigint primary key generated always as identity,
  project_code text not null,
  photo_id uuid not null references photos (id),
  stage text,
  on_day date not null,
  words text not null default '',
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  unique (project_code, photo_id)
);
