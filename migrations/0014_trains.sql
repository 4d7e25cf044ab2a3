-- Places, routes and published history of the trains.

-- What others published about the trains, each with the scope it was printed for: who is counted, and which trains. Figures of two
-- scopes are never drawn or computed as one series.
create table train_scopes (
  code text collate "C" primary key,
  ordinal integer not null,
  name_zh text not null,
  name_en text not null,
  note_zh text not null,
  note_en text not null,
  -- the scope in which the zone counts its own trains
  own boolean not null
);

create table train_history (
  id bigint generated always as identity primary key,
  ordinal integer not null,
  -- of a period, or from the first train up to its last day
  kind text not null check (kind in ('period', 'cumulative')),
  period text collate "C" not null,
  starts_on date,
  ends_on date not null,
  what text not null check (what in ('trains', 'outbound', 'return', 'value', 'weight', 'teu')),
  -- the amount itself, or its growth on the year before as printed
  form text not null check (form in ('level', 'growth')),
  value numeric not null,
  unit text not null,
  scope text collate "C" not null references train_scopes,
  -- unconfirmed: no source could be opened; about: printed as rounded; undated: the year stands nowhere in the source
  certainty text not null check (certainty in ('published', 'unconfirmed', 'about', 'undated')),
  source text not null,
  loaded_at timestamptz not null,
  -- the package no longer says so
  dropped_at timestamptz
);
create index train_history_order on train_history (ordinal);
