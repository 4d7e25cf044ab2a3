-- Matters from report to verified closure. What is decided per zone is data here: desks, time rules, standards.
create table matter_desks (
  -- the two axes: who verifies, registers, checks and closes; who dispatches
  desk text primary key check (desk in ('supervision', 'command')),
  unit_code text not null references units
);

-- Working hours, days off over the official calendar, and the limits of the desks' own stages; the last row is in force.
create table matter_time_rules (
  id integer generated always as identity primary key,
  -- [["08:00", "12:00"], ["14:00", "18:00"]], in Asia/Shanghai
  hours jsonb not null,
  -- [{day, kind: 'off' | 'work', name}], laid over the official calendar and the zone's own rows
  days jsonb not null,
  -- stage → {amount, kind, reading}
  limits jsonb not null,
  reason text not null check (length(reason) >= 2),
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);

-- What a zone begins with: the hours and limits that cities use as a rule.
insert into matter_time_rules (hours, days, limits, reason, at, by_id, by_name) values (
  '[["08:00", "12:00"], ["14:00", "18:00"]]',
  '[]',
  '{"accept": {"amount": 0.25, "kind": "working-hours", "reading": "rolling"},
    "verify": {"amount": 24, "kind": "urgent-hours", "reading": "rolling"},
    "register": {"amount": 0.5, "kind": "working-hours", "reading": "rolling"},
    "dispatch": {"amount": 0.25, "kind": "working-hours", "reading": "rolling"},
    "confirm": {"amount": 1, "kind": "working-hours", "reading": "rolling"},
    "check": {"amount": 2, "kind": "working-hours", "reading": "rolling"},
    "close": {"amount": 2, "kind": "working-hours", "reading": "rolling"}}',
  'delivered', '2018-01-01T00:00:00Z', 'system', 'Jingkai'
);

-- A version of the zone's standards as one file said them; the last one is in force, a matter keeps the one it was opened under.
create table matter_standard_sets (
  id integer generated always as identity primary key,
  title text not null,
  file_name text not null,
  sha256 text not null,
  reason text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);

create table matter_categories (
  set_id integer not null references matter_standard_sets,
  -- E0304: C for a component or E for an event, two digits of the major and two of the minor category
  code text collate "C" not null check (code ~ '^[CE][0-9]{4}$'),
  major_zh text not null,
  major_en text not null,
  name_zh text not null,
  name_en text not null,
  keywords text not null default '',
  primary key (set_id, code)
);

create table matter_standards (
  id integer generated always as identity primary key,
  set_id integer not null,
  category text collate "C" not null,
  -- counted within the category
  ordinal integer not null,
  condition text not null,
  close_condition text not null,
  amount numeric not null check (amount > 0),
  kind text not null check (kind in ('urgent-hours', 'working-hours', 'working-days', 'calendar-days')),
  reading text not null check (reading in ('rolling', 'end-of-day')),
  -- who handles it as a rule; what the file said when it names no unit of the zone
  unit_code text references units,
  unit_said text not null,
  competent_said text not null,
  unique (set_id, category, ordinal),
  foreign key (set_id, category) references matter_categories
);

-- The last number given on a day: C or E, the category, the day and this.
create table matter_numbers (
  day date primary key,
  last integer not null
);

create table matters (
  id bigint generated always as identity primary key,
  number text collate "C" not null unique,
  -- what a reporter follows it by; nobody can guess it
  code text collate "C" not null unique,
  idempotency_key text collate "C" unique,
  external_reference text,
  inflow text not null,
  source text not null,
  category text collate "C" not null,
  set_id integer not null references matter_standard_sets,
  standard_id integer references matter_standards,
  title text not null,
  description text not null,
  longitude double precision,
  latitude double precision,
  address text not null default '',
  -- where it lies, as the boundaries of its day had it
  community text,
  office text,
  cell text,
  -- who opened it: an account, or none for the public
  opened_by text,
  state text not null,
  aside text,
  -- counts the moves: two people who looked at the same one cannot both move it
  version integer not null default 1,
  -- the unit that has to do the next deed; the last one stays when it has ended
  lies_with text not null,
  duty_unit text,
  -- accounts that a desk or unit named for its stage
  assigned_to text,
  -- where a suspended matter goes back to, and when by itself
  resumes_to text,
  suspended_until date,
  -- the clock of the stage it is in: null without one; a stopped one keeps started_at and has paused_at
  started_at timestamptz not null,
  warn_at timestamptz,
  due_at timestamptz,
  paused_at timestamptz,
  -- what the reporter was promised: the end of the handling clock, or a day named
  limit_due_at timestamptz,
  promised_on date,
  opened_at timestamptz not null,
  verified boolean,
  registered_at timestamptz,
  dispatched_at timestamptz,
  first_handed_back_at timestamptz,
  handed_back_at timestamptz,
  closed_at timestamptz,
  changed_at timestamptz not null,
  rework integer not null default 0,
  returned integer not null default 0,
  reopened integer not null default 0,
  extended integer not null default 0,
  suspended_ms bigint not null default 0,
  suspensions integer not null default 0,
  appeals integer not null default 0,
  -- accounts that accepted it or handed it back: none of them checks or closes it
  handlers text[] not null default '{}',
  -- the raw fact stays when an appeal takes the blame away
  overdue boolean not null default false,
  timeout_exempt boolean not null default false,
  merged_into bigint references matters,
  check ((longitude is null) = (latitude is null))
);
create index matters_mine on matters (lies_with, due_at, id)
  include (state, warn_at, inflow, category, longitude, latitude, duty_unit, office, community) where closed_at is null;
create index matters_due on matters (due_at, id) include (state, inflow, lies_with, warn_at) where closed_at is null;
create index matters_duty on matters (duty_unit, opened_at);
create index matters_assigned on matters (assigned_to, due_at) where closed_at is null and assigned_to is not null;
create index matters_placeless on matters (lies_with) where closed_at is null and longitude is null;
create index matters_place on matters using gist (point(longitude, latitude)) where closed_at is null and longitude is not null;
create index matters_alike on matters (category, opened_at);
create index matters_opened on matters (opened_at, id);
create index matters_closed on matters (closed_at, id) where closed_at is not null;
create index matters_unit on matters (duty_unit, closed_at);
create index matters_merged on matters (merged_into) where merged_into is not null;
create index matters_external on matters (external_reference) where external_reference is not null;
create index matters_changed on matters (changed_at, id);
create index matters_set on matters (set_id) where closed_at is null;
create index matters_resume on matters (suspended_until) where state = 'suspended';

-- Who reported it; a merge keeps every one of them with the matter that goes on.
create table matter_reporters (
  id bigint generated always as identity primary key,
  -- the matter reported first, and the one whose course the reporter is told
  reported bigint not null references matters,
  matter_id bigint not null references matters,
  -- {name, phone, email}, sealed under the installation's secret; null when the reporter gave nothing
  contact bytea,
  at timestamptz not null
);
create index matter_reporters_of on matter_reporters (matter_id);
create index matter_reporters_first on matter_reporters (reported);

-- Every move, in its order; nothing is ever taken out.
create table matter_steps (
  id bigint generated always as identity primary key,
  matter_id bigint not null references matters,
  version integer not null,
  deed text not null,
  from_state text,
  to_state text not null,
  -- who had it before, who has it after
  from_unit text,
  to_unit text not null,
  reason text not null default '',
  words text not null default '',
  -- what the reporter may read of it
  told text not null default '',
  -- further facts of the deed: passed, ground, until, place, at by the phone
  said jsonb not null default '{}',
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  -- a phone may send a deed twice
  sent_key text,
  unique (matter_id, version)
);
create unique index matter_steps_sent on matter_steps (matter_id, sent_key) where sent_key is not null;
create index matter_steps_by on matter_steps (by_id, at);

-- One passage through a stage with its clock. The rules it was computed by are named, so that it can be explained.
create table matter_stages (
  matter_id bigint not null references matters,
  nth integer not null,
  stage text not null,
  unit_code text not null,
  person_id text,
  -- the limit; null for a stage without one
  amount numeric,
  kind text,
  reading text,
  rules_id integer references matter_time_rules,
  calendar text,
  started_at timestamptz not null,
  -- [[from, to], …]; the last one is open while it is stopped
  pauses jsonb not null default '[]',
  extensions integer not null default 0,
  warn_at timestamptz,
  due_at timestamptz,
  done_at timestamptz,
  -- how it ended: passed on, given back, or fallen away
  outcome text check (outcome in ('done', 'returned', 'void')),
  -- which light was told: 0 green, 1 yellow, 2 red
  light smallint not null default 0,
  primary key (matter_id, nth)
);
create index matter_stages_warn on matter_stages (warn_at) where done_at is null and light = 0;
create index matter_stages_due on matter_stages (due_at) where done_at is null and light < 2;
create index matter_stages_unit on matter_stages (stage, unit_code, due_at);
create index matter_stages_person on matter_stages (person_id, stage, due_at) where person_id is not null;

-- Each time a running clock turned yellow or red, as the sweep found it.
create table matter_lights (
  id bigint generated always as identity primary key,
  matter_id bigint not null references matters,
  nth integer not null,
  light smallint not null check (light in (1, 2)),
  -- the moment it was due to turn, and the moment that was seen
  turned_at timestamptz not null,
  seen_at timestamptz not null,
  unique (matter_id, nth, light)
);
create index matter_lights_seen on matter_lights (seen_at);

-- Wishes that somebody else decides: an extension, a suspension, an appeal against an overdue mark.
create table matter_wishes (
  id bigint generated always as identity primary key,
  matter_id bigint not null references matters,
  kind text not null check (kind in ('extension', 'suspension', 'appeal')),
  nth integer not null,
  reason text not null,
  until_on date,
  asked_at timestamptz not null,
  asked_by text not null,
  asked_name text not null,
  state text not null check (state in ('asked', 'granted', 'refused', 'lapsed'))
);
create unique index matter_wishes_open on matter_wishes (matter_id) where state = 'asked';
create index matter_wishes_of on matter_wishes (matter_id, id);

create table matter_decisions (
  wish_id bigint not null references matter_wishes,
  level integer not null check (level in (1, 2)),
  granted boolean not null,
  words text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  primary key (wish_id, level)
);

create table matter_photos (
  matter_id bigint not null references matters,
  version integer not null,
  place integer not null,
  photo_id uuid not null references photos (id),
  kind text not null check (kind in ('near', 'far', 'reference', 'before', 'after')),
  primary key (matter_id, version, place)
);
create index matter_photos_photo on matter_photos (photo_id);
