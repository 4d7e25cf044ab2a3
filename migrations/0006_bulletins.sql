-- Templates as they were loaded, and bulletins as they were issued. An issued bulletin is never edited: its text, its figures
-- and the facts they were printed from stay as they are; what happens to it afterwards is a further step.
create table bulletin_templates (
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]*$'),
  locale text not null check (locale in ('zh', 'en')),
  version integer not null check (version > 0),
  body text not null,
  sha256 text not null,
  loaded_at timestamptz not null,
  loaded_by text not null,
  primary key (code, locale, version)
);

create table bulletins (
  id bigint generated always as identity primary key,
  template text not null,
  period text not null,
  -- the days of the period
  starts_on date not null,
  ends_on date not null,
  -- the unit whose figures it tells
  area text not null,
  -- the moment whose figures it froze
  as_of timestamptz not null,
  -- the day it bears (成文日期)
  dated date not null,
  -- over the texts of all its languages and every frozen fact
  sha256 text not null
);
create index bulletins_by_period on bulletins (template, period, area);
create index bulletins_latest on bulletins (ends_on desc, id desc);

-- One language of a bulletin.
create table bulletin_texts (
  bulletin_id bigint not null references bulletins,
  locale text not null check (locale in ('zh', 'en')),
  template_version integer not null,
  title text not null,
  tree jsonb not null,
  sha256 text not null,
  primary key (bulletin_id, locale)
);

-- The facts it stands on, whole, as they were: one a source, however often it is printed.
create table bulletin_facts (
  bulletin_id bigint not null references bulletins,
  key text not null,
  -- null: a count over the year's targets
  indicator text,
  source jsonb not null,
  primary key (bulletin_id, key)
);
create index bulletin_facts_indicator on bulletin_facts (indicator);

-- Each printed figure, where it stands and in which words.
create table bulletin_figures (
  bulletin_id bigint not null,
  locale text not null,
  place integer not null,
  kind text not null,
  key text not null,
  print jsonb not null,
  printed text not null,
  missing boolean not null,
  primary key (bulletin_id, locale, place),
  foreign key (bulletin_id, locale) references bulletin_texts,
  foreign key (bulletin_id, key) references bulletin_facts
);

create table bulletin_steps (
  bulletin_id bigint not null references bulletins,
  step text not null check (step in ('issued', 'withdrawn')),
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  reason text not null default '',
  primary key (bulletin_id, step),
  check (step = 'issued' or length(reason) >= 6)
);

create function bulletins_stay() returns trigger language plpgsql as $$
begin
  raise exception 'An issued bulletin is never changed: % on % is refused.', tg_op, tg_table_name
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger bulletins_stay before update or delete or truncate on bulletins execute function bulletins_stay();
create trigger bulletin_texts_stay before update or delete or truncate on bulletin_texts execute function bulletins_stay();
create trigger bulletin_facts_stay before update or delete or truncate on bulletin_facts execute function bulletins_stay();
create trigger bulletin_figures_stay before update or delete or truncate on bulletin_figures execute function bulletins_stay();
create trigger bulletin_steps_stay before update or delete or truncate on bulletin_steps execute function bulletins_stay();
create trigger bulletin_templates_stay before update or delete or truncate on bulletin_templates execute function bulletins_stay();
