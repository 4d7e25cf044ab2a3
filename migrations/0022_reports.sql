-- Reports of citizens: how the zone takes them, where each came from (for limits only), and what its reporter said once it was closed.
create table report_settings (
  single boolean primary key default true check (single),
  -- [{category, words: {zh, en}}]: what people report most, in their own words, in the order of the page
  kinds jsonb not null,
  -- first letters of categories that are none of the public's: inspections, projects
  not_public text[] not null,
  -- whom to call when it cannot wait
  urgent jsonb not null,
  an_hour integer not null check (an_hour > 0),
  a_day integer not null check (a_day > 0),
  -- for so many days after closing the reporter may say that it is not fixed, so many times
  answer_days integer not null check (answer_days > 0),
  reopenings integer not null check (reopenings >= 0)
);

create table reports (
  matter_id bigint primary key references matters,
  sender text not null,
  sent_at timestamptz not null
);
create index reports_sender on reports (sender, sent_at);

create table report_answers (
  id bigint generated always as identity primary key,
  -- the matter reported, and the one that was closed: another one after a merge
  reported bigint not null references matters,
  matter_id bigint not null references matters,
  -- which of its closings: how often it had been reopened
  closing integer not null,
  fixed boolean not null,
  words text not null default '',
  at timestamptz not null,
  sent_key text not null,
  unique (reported, sent_key)
);
create index report_answers_matter on report_answers (matter_id, closing);
