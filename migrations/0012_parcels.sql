-- What one account sends singly within an hour is one batch.
alter table batches drop constraint batches_origin_check;
alter table batches add constraint batches_origin_check check (origin in ('file', 'page', 'zone', 'door'));

-- Keys by which a program acts for an account, within one unit and for named permissions only. The key itself is nowhere: only its hash.
create table program_keys (
  id bigint generated always as identity primary key,
  user_id uuid not null references users (id),
  name text not null,
  unit_code text collate "C" not null,
  -- the unit of the grant that the key narrows; once that is revoked the key opens nothing
  root_code text collate "C" not null,
  permissions text[] not null,
  -- the first letters, by which its holder knows it again
  prefix text not null,
  sha256 text not null unique,
  made_at timestamptz not null,
  made_by text not null,
  used_on date,
  revoked_at timestamptz,
  revoked_by text
);
create index on program_keys (user_id);
