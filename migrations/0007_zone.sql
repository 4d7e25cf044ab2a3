-- The zone this database belongs to, as its package said when it was last loaded.
create table zone_settings (
  single boolean primary key default true check (single),
  code text not null,
  settings jsonb not null,
  folder_sha256 text not null,
  loaded_at timestamptz not null
);
