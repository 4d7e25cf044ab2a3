-- Templates are edited on a page too: where a version came from and why it was made. A version of the zone package that came
-- after somebody's edit is kept aside until a person takes it into use.
alter table bulletin_templates
  add column origin text not null default 'zone' check (origin in ('zone', 'page')),
  add column reason text not null default '',
  add column kept_aside boolean not null default false,
  add constraint bulletin_templates_reason check (origin = 'zone' or length(reason) >= 2);

-- A bulletin while people work on it. Nothing here is changed: a save is a further version, a deed is a further step.
create table bulletin_drafts (
  id bigint generated always as identity primary key,
  template text not null,
  period text not null,
  -- the unit whose figures it tells
  area text not null
);
create index bulletin_drafts_of on bulletin_drafts (template, period, area);

create table draft_versions (
  draft_id bigint not null references bulletin_drafts,
  version integer not null check (version > 0),
  -- the day the document bears (成文日期)
  dated date not null,
  primary key (draft_id, version)
);

-- One language of a save: Markdown with figure tags, begun as the template's.
create table draft_texts (
  draft_id bigint not null,
  version integer not null,
  locale text not null check (locale in ('zh', 'en')),
  template_version integer not null,
  body text not null,
  sha256 text not null,
  primary key (draft_id, version, locale),
  foreign key (draft_id, version) references draft_versions
);

create table draft_steps (
  id bigint generated always as identity primary key,
  draft_id bigint not null,
  step text not null check (step in ('drafted', 'edited', 'checked', 'returned', 'reviewed', 'issued', 'dropped')),
  -- the save it was about
  version integer not null,
  -- over the texts with their figures and every fact behind them; the bulletin is issued with the hash that was reviewed
  sha256 text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  words text not null default '',
  -- of a check: its record, how many findings of each verdict, and each figure as it read
  check_id bigint references check_records,
  counts jsonb,
  printed jsonb,
  -- of an issue: the bulletin
  bulletin_id bigint references bulletins,
  foreign key (draft_id, version) references draft_versions,
  check (step not in ('returned', 'dropped') or length(words) >= 6),
  check ((step = 'checked') = (counts is not null and printed is not null and check_id is not null)),
  check ((step = 'issued') = (bulletin_id is not null))
);
create index draft_steps_of on draft_steps (draft_id, id);
create unique index draft_steps_bulletin on draft_steps (bulletin_id);

create trigger bulletin_drafts_stay before update or delete or truncate on bulletin_drafts execute function bulletins_stay();
create trigger draft_versions_stay before update or delete or truncate on draft_versions execute function bulletins_stay();
create trigger draft_texts_stay before update or delete or truncate on draft_texts execute function bulletins_stay();
create trigger draft_steps_stay before update or delete or truncate on draft_steps execute function bulletins_stay();
