-- What the zone chose to show to anybody: one row a choice, its end a further row; the last row of a subject is in force.
create table open_choices (
  id bigint generated always as identity primary key,
  -- an indicator's code, a bulletin's number, or the code of a template all of whose bulletins are meant
  kind text not null check (kind in ('indicator', 'bulletin', 'template')),
  subject text collate "C" not null,
  open boolean not null,
  -- of an indicator: the first day of the periods shown
  since date,
  -- of an indicator: a period is shown so many days after its end, or once a bulletin that prints it has been issued as well
  release text check (release in ('ended', 'issued')),
  delay_days integer check (delay_days between 0 and 366),
  reason text not null check (length(reason) >= 2),
  origin text not null check (origin in ('zone', 'page')),
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  check (not open or kind <> 'indicator' or num_nonnulls(since, release, delay_days) = 3)
);
create index open_choices_latest on open_choices (kind, subject, id desc);

-- Figures as they were let out: the only place from which public pages and programs read values. A value that changes afterwards
-- is a further row from the moment of the change; one that is no longer there is a row without a value. Nothing is overwritten.
create table open_observations (
  id bigint generated always as identity primary key,
  indicator text collate "C" not null,
  freq text not null check (freq in ('A', 'S', 'Q', 'M')),
  period text collate "C" not null,
  starts_on date not null,
  ends_on date not null,
  measure text not null check (measure in ('LEVEL', 'GROWTH', 'LEVEL_YTD', 'GROWTH_YTD')),
  value numeric,
  unit text not null,
  -- digits after the point
  places integer not null,
  status text not null check (status in ('computed', 'provisional', 'accepted', 'locked')),
  basis text not null,
  valid_from timestamptz not null,
  unique (indicator, freq, period, measure, valid_from)
);

create function open_figures_stay() returns trigger language plpgsql as $$
begin
  raise exception 'What was shown to the public is never changed: % on % is refused.', tg_op, tg_table_name
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger open_choices_stay before update or delete or truncate on open_choices execute function open_figures_stay();
create trigger open_observations_stay before update or delete or truncate on open_observations
  execute function open_figures_stay();
