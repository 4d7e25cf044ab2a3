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

-- Where trains go: hubs, yards, border stations and ends. Yards have no UN/LOCODE of their own and belong to a place that has one.
create table train_places (
  code text collate "C" primary key,
  ordinal integer not null,
  name_zh text not null,
  name_en text not null,
  locode text collate "C" check (locode ~ '^[A-Z]{2}[A-Z2-9]{3}$'),
  parent text collate "C" references train_places,
  kind text not null check (kind in ('hub', 'yard', 'border', 'gauge', 'end')),
  country text collate "C" not null check (country ~ '^[A-Z]{2}$'),
  lon numeric not null,
  lat numeric not null,
  -- other words that rows say for it
  aliases text[] not null
);

create table train_routes (
  code text collate "C" primary key,
  ordinal integer not null,
  name_zh text not null,
  name_en text not null,
  scope text not null check (scope in ('europe', 'asia')),
  from_place text collate "C" not null references train_places,
  to_place text collate "C" not null references train_places,
  aliases text[] not null
);

-- The legs of a route by one of its border ports, outbound.
create table train_route_legs (
  route text collate "C" not null references train_routes,
  port text collate "C" not null references train_places,
  leg integer not null,
  from_place text collate "C" not null references train_places,
  to_place text collate "C" not null references train_places,
  -- whether the containers change to wagons of another gauge at its end
  gauge_change boolean not null,
  distance_km integer not null,
  days numeric(4, 1) not null,
  primary key (route, port, leg)
);

-- A train list that came in: its containers and the trains' own rows are two batches of one file.
create table train_lists (
  id bigint generated always as identity primary key,
  file_name text not null,
  sha256 text collate "C" not null,
  unit_code text collate "C" not null,
  container_batch bigint not null references batches,
  train_batch bigint references batches,
  trains integer not null,
  entered_at timestamptz not null
);
create index train_lists_batches on train_lists (container_batch);
