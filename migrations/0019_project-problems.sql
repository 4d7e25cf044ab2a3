-- Problems, commissioners and visits.

-- How the zone cares for its projects: which unit dispatches, how long a reply may take, when a project counts as unvisited.
create table project_care (
  single boolean primary key default true check (single),
  settings jsonb not null
);

create table project_problems (
  id bigint generated always as identity primary key,
  -- WT-2018-0001
  number text collate "C" not null unique,
  project_code text collate "C" not null,
  title text not null,
  description text not null,
  kind text not null check (kind in ('land', 'permits', 'utilities', 'funding', 'labour', 'policy', 'logistics', 'other')),
  raised_from text not null check (raised_from in ('enterprise', 'visit', 'department')),
  raised_at timestamptz not null,
  raised_by text not null,
  raised_person text,
  raised_name text not null,
  -- the same request again raises no second one
  key text unique,
  state text not null check (state in ('raised', 'dispatched', 'replied', 'solved', 'withdrawn')),
  -- the department it lies with, from its dispatch on
  unit_code text references units,
  due_on date,
  -- how often the enterprise said "not solved"
  reopened integer not null default 0,
  -- when it became a matter
  escalated_at timestamptz,
  settled_at timestamptz,
  -- of the problem as somebody looked at it: the second of two movers is told
  version integer not null default 1,
  check ((unit_code is null) = (due_on is null))
);
create index project_problems_project on project_problems (project_code, id);
create index project_problems_open on project_problems (unit_code, due_on) where state in ('raised', 'dispatched', 'replied');

create table project_problem_steps (
  problem_id bigint not null references project_problems,
  ordinal integer not null,
  at timestamptz not null,
  deed text not null check (deed in ('raise', 'dispatch', 'return', 'reply', 'confirm', 'refuse', 'reopen', 'withdraw', 'escalate')),
  -- who: an account (or the enterprise through its link), the person behind it, and their name as it was
  by_id text not null,
  by_person text,
  by_name text not null,
  unit_code text references units,
  due_on date,
  words text not null default '',
  primary key (problem_id, ordinal)
);

-- A problem's stay with a department: from dispatch to reply, and what the enterprise said of it.
create table project_problem_passages (
  problem_id bigint not null references project_problems,
  nth integer not null,
  unit_code text not null references units,
  sent_at timestamptz not null,
  due_on date not null,
  replied_at timestamptz,
  -- sent back as not theirs: counts for nobody
  returned_at timestamptz,
  verdict text check (verdict in ('solved', 'not-solved')),
  judged_at timestamptz,
  primary key (problem_id, nth)
);
create index project_problem_passages_unit on project_problem_passages (unit_code, due_on);

-- Links by which an enterprise confirms without an account. Only a hash is kept; a new link ends the one before.
create table project_problem_links (
  problem_id bigint not null references project_problems,
  made_at timestamptz not null,
  made_by text not null,
  made_name text not null,
  token_sha256 text primary key,
  expires_on date not null,
  ended_at timestamptz
);
create index project_problem_links_problem on project_problem_links (problem_id);

-- Who serves a project, from when until when. A row holds until the day before `to_on`.
create table project_commissioners (
  id bigint generated always as identity primary key,
  project_code text collate "C" not null,
  person_code text not null references people (code),
  person_name text not null,
  -- the unit that seconds them
  unit_code text not null references units,
  from_on date not null,
  to_on date,
  -- what is handed over to whoever comes next
  handover text not null default '',
  appointed_by text not null,
  appointed_at timestamptz not null,
  check (to_on >= from_on)
);
create unique index project_commissioners_one on project_commissioners (project_code) where to_on is null;
create index project_commissioners_person on project_commissioners (person_code) where to_on is null;

create table project_visits (
  id bigint generated always as identity primary key,
  project_code text collate "C" not null,
  person_code text not null references people (code),
  person_name text not null,
  visited_on date not null,
  kind text not null check (kind in ('site', 'call', 'meeting')),
  -- who was met, by post
  met text not null default '',
  words text not null,
  longitude double precision,
  latitude double precision,
  recorded_at timestamptz not null,
  recorded_by text not null,
  key text unique,
  check ((longitude is null) = (latitude is null))
);
create index project_visits_project on project_visits (project_code, visited_on desc);
create index project_visits_person on project_visits (person_code, visited_on desc);

create table project_visit_photos (
  visit_id bigint not null references project_visits,
  nth integer not null,
  photo_id uuid not null references photos (id),
  primary key (visit_id, nth)
);

-- Personal addresses of the milestone calendar, for calendar programs that cannot sign in.
create table project_calendar_links (
  user_id text primary key,
  token_sha256 text not null unique,
  made_at timestamptz not null
);
