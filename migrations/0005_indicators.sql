-- Declarations of indicators as they were loaded; a change is a new version, a row is never edited.
create table indicator_versions (
  id bigint generated always as identity primary key,
  code text collate "C" not null,
  version integer not null check (version > 0),
  -- place in the catalogue
  ordinal integer not null,
  declaration jsonb not null,
  sha256 text not null,
  loaded_at timestamptz not null,
  loaded_by text not null,
  unique (code, version)
);

-- Aims for a period; a revision is a new row.
create table target_versions (
  id bigint generated always as identity primary key,
  indicator text collate "C" not null,
  period text collate "C" not null,
  version integer not null check (version > 0),
  operator text not null check (operator in ('>', '>=', '<', '<=')),
  value numeric not null,
  unit text not null,
  reason text not null check (reason <> ''),
  origin text not null check (origin in ('zone', 'page')),
  set_at timestamptz not null,
  set_by text not null,
  set_by_name text not null,
  unique (indicator, period, version)
);

-- What peers reported of an indicator, supplied by hand; a correction is a new row.
create table peer_values (
  id bigint generated always as identity primary key,
  indicator text collate "C" not null,
  period text collate "C" not null,
  peer text not null,
  value numeric not null,
  supplied_at timestamptz not null,
  supplied_by text not null
);
create index peer_values_of on peer_values (indicator, period, peer, id desc);
