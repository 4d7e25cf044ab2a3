-- The unit tree and the people, each with where they stood on any day. Stretches of days are half open: a row holds from
-- `from_on` until the day before `to_on`; no `to_on` means still.
create extension if not exists btree_gist;

-- Every one- and two-character piece of a text: `search_grams(search_text) @> search_grams(pattern)` narrows a search of
-- one or two Chinese characters, for which pg_trgm has no index entry; `like` then decides.
create function search_grams(words text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct gram), '{}')
  from generate_series(1, length(words)) as place,
    lateral (values (substr(words, place, 1)), (substr(words, place, 2))) as pieces (gram)
$$;

create table units (
  code text primary key check (code ~ '^[A-Z0-9][A-Z0-9-]*$'),
  name_zh text not null,
  name_en text not null,
  kind text not null check (kind in ('committee', 'department', 'office', 'community', 'park')),
  -- where it stands among its siblings
  ordinal integer not null,
  opened_on date not null,
  -- the first day it is no more
  closed_on date,
  search_text text not null,
  check (closed_on > opened_on)
);

create table unit_names (
  unit_code text not null references units,
  name_zh text not null,
  name_en text not null,
  from_on date not null,
  to_on date,
  primary key (unit_code, from_on),
  check (to_on > from_on),
  exclude using gist (unit_code with =, daterange(from_on, to_on) with &&)
);

create table unit_places (
  unit_code text not null references units,
  -- none: the root of the zone
  parent_code text references units,
  from_on date not null,
  to_on date,
  primary key (unit_code, from_on),
  check (to_on > from_on),
  check (parent_code <> unit_code),
  exclude using gist (unit_code with =, daterange(from_on, to_on) with &&)
);
create index unit_places_parent on unit_places (parent_code);
create unique index unit_places_one_root on unit_places ((parent_code is null)) where parent_code is null and to_on is null;

create table people (
  id uuid primary key default gen_random_uuid(),
  code text not null unique,
  name text not null,
  -- syllables with a space between: `zhang san`
  pinyin text not null,
  initials text not null,
  unit_code text not null references units,
  title text not null default '',
  -- AES-256-GCM under a key derived from the configured secret (src/parts/org/personal-data.ts)
  phone_encrypted bytea,
  phone_masked text,
  joined_on date not null,
  -- the first day they are no longer here
  left_on date,
  search_text text not null,
  check (left_on > joined_on),
  check ((phone_encrypted is null) = (phone_masked is null))
);
create index people_unit on people (unit_code);
create index people_by_pinyin on people (pinyin collate "C", code collate "C");
create index people_search on people using gin (search_grams(search_text));

create table person_places (
  person_id uuid not null references people,
  unit_code text not null references units,
  title text not null default '',
  from_on date not null,
  to_on date,
  primary key (person_id, from_on),
  check (to_on > from_on),
  exclude using gist (person_id with =, daterange(from_on, to_on) with &&)
);
create index person_places_unit on person_places (unit_code);

-- Accounts that a demonstration zone brought with it; the sign-in page of a demonstration shows them, a real zone has none.
create table demonstration_accounts (
  user_id uuid primary key references users on delete cascade,
  person_code text not null
);
