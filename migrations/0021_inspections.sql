-- Inspection batches with their issues, supervision orders, the ladder of escalation, and who patrols where.

-- One hand-over of issues by an inspection: a daily batch of the central inspection's second look, a list of the province or the city.
create table inspection_batches (
  code text collate "C" primary key check (code ~ '^[A-Za-z0-9-]+$'),
  name_zh text not null,
  name_en text not null,
  level text not null check (level in ('central', 'province', 'city')),
  received_on date not null,
  -- the day by which all of it has to be answered
  due_on date not null,
  note text not null default '',
  kept_at timestamptz not null,
  by_id text not null,
  by_name text not null,
  check (due_on >= received_on)
);

-- An issue is a matter; what an inspection asks beyond it stands here.
create table inspection_issues (
  batch_code text collate "C" not null references inspection_batches,
  nth integer not null check (nth > 0),
  -- 受理编号
  receipt text collate "C" not null unique,
  matter_id bigint not null unique references matters,
  -- air, water, noise, soil, waste, ecology, other
  pollution text not null,
  -- 重点件
  key boolean not null default false,
  -- 属实, 部分属实, 不属实; none while it is looked into
  finding text check (finding in ('true', 'partly', 'false')),
  finding_words text not null default '',
  -- what was done, as the public table prints it
  measures text not null default '',
  ordered integer not null default 0 check (ordered >= 0),
  fined integer not null default 0 check (fined >= 0),
  fine_yuan numeric not null default 0 check (fine_yuan >= 0),
  answerable integer not null default 0 check (answerable >= 0),
  found_at timestamptz,
  found_by text,
  -- 销号: the duty unit's lead, then the supervision centre
  accepted_first_at timestamptz,
  accepted_first_by text,
  accepted_at timestamptz,
  accepted_by text,
  -- in the public table from then on
  published_at timestamptz,
  primary key (batch_code, nth),
  check (accepted_at is null or accepted_first_at is not null),
  check (finding is not null or accepted_first_at is null)
);
create index inspection_issues_published on inspection_issues (published_at) where published_at is not null;

-- Looks at an issue after it was struck off; a failed one makes the matter rebound.
create table inspection_rechecks (
  id bigint generated always as identity primary key,
  matter_id bigint not null references inspection_issues (matter_id),
  passed boolean not null,
  words text not null check (length(words) >= 2),
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);
create index inspection_rechecks_of on inspection_rechecks (matter_id, id);

-- 督办函
create table supervision_orders (
  id integer generated always as identity primary key,
  year integer not null,
  nth integer not null,
  matter_id bigint not null references matters,
  kind text not null check (kind in ('timeout', 'leader', 'important')),
  level smallint not null check (level between 1 and 3),
  to_unit text not null references units,
  from_unit text not null references units,
  requirement text not null check (length(requirement) >= 2),
  reply_by date not null,
  issued_at timestamptz not null,
  by_id text not null,
  by_name text not null,
  reply text,
  replied_at timestamptz,
  replied_by text,
  -- who issued it is content with the reply, or the matter closed
  resolved_at timestamptz,
  resolved_by text,
  unique (year, nth),
  check ((reply is null) = (replied_at is null))
);
create index supervision_orders_matter on supervision_orders (matter_id);
create index supervision_orders_open on supervision_orders (to_unit, reply_by) where resolved_at is null;

-- Each rung that a late stage reached, once; the ladder stops where the stage is done.
create table matter_escalations (
  matter_id bigint not null references matters,
  -- passage of the matter
  stage integer not null,
  rung smallint not null check (rung between 1 and 4),
  to_unit text not null,
  -- when the clock reached the rung, and when that was seen
  reached_at timestamptz not null,
  at timestamptz not null,
  order_id integer references supervision_orders,
  primary key (matter_id, stage, rung)
);
create index matter_escalations_at on matter_escalations (at);
create index matter_escalations_unit on matter_escalations (to_unit, at);

-- Where an inspector looks for problems of their own accord; what the public finds first there counts as missed.
create table matter_patrols (
  person_code text not null,
  unit_code text not null references units,
  primary key (person_code, unit_code)
);
