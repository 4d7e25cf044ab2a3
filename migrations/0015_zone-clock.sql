-- A demonstration zone lives on the day its records run up to: how many days its clock stands behind, fixed when it is first loaded.
alter table zone_settings add column clock_behind_days integer not null default 0;
