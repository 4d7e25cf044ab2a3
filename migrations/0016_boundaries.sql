-- Where the zone and its units lie: an area from a day until the day before another, WGS-84.
create table boundaries (
  kind text not null check (kind in ('zone', 'office', 'park', 'community', 'cell')),
  -- of a cell its grid number, of others the unit or area code
  code text not null check (code <> ''),
  unit_code text not null references units (code),
  from_on date not null,
  to_on date check (to_on > from_on),
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  -- coordinates of a GeoJSON MultiPolygon
  polygons jsonb not null,
  primary key (kind, code, from_on)
);
