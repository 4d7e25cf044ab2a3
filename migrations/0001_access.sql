-- Who may sign in, what they may do, what they did, and how far long work has come.

-- Accounts. Better Auth reads and writes users, sessions, credentials, verifications and second_factors
-- (src/kernel/access/auth.ts maps its names to these).
create table users (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  username text not null unique,
  display_username text,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  person_code text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  disabled_at timestamptz,
  disabled_by text,
  check ((disabled_at is null) = (disabled_by is null))
);
create index users_person on users (person_code) where person_code is not null;

create table sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_user on sessions (user_id);

create table credentials (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credentials_user on credentials (user_id);

create table verifications (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_identifier on verifications (identifier);

create table second_factors (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index second_factors_user on second_factors (user_id);
create index second_factors_secret on second_factors (secret);

-- A try at the door. It counts as a failure from the moment it begins, so that tries side by side cannot pass the
-- limit together; the row of a try that succeeds goes away, and the earlier ones of that user name are forgiven.
create table sign_in_failures (
  id bigint generated always as identity primary key,
  username text not null,
  address text not null,
  failed_at timestamptz not null,
  forgiven_at timestamptz
);
create index sign_in_failures_username on sign_in_failures (username, failed_at);
create index sign_in_failures_address on sign_in_failures (address, failed_at);

-- Roles held within a unit's subtree. A revoked grant keeps its row.
create table grants (
  id bigint generated always as identity primary key,
  user_id uuid not null references users,
  role text not null
    check (role in ('viewer', 'clerk', 'reviewer', 'lead', 'administrator', 'security', 'auditor')),
  unit_code text not null,
  granted_by text not null,
  granted_at timestamptz not null,
  revoked_by text,
  revoked_at timestamptz,
  check ((revoked_at is null) = (revoked_by is null))
);
create unique index grants_held on grants (user_id, role, unit_code) where revoked_at is null;

-- The audit chain: every row carries the hash of the row before it (src/kernel/audit/chain.ts says of what).
create table audit_entries (
  seq bigint primary key check (seq > 0),
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  via text not null,
  action text not null,
  subject text not null,
  unit_code text,
  before jsonb,
  after jsonb,
  request_id text not null,
  prev_hash text not null,
  hash text not null
);
create index audit_entries_subject on audit_entries (subject, seq);
create index audit_entries_actor on audit_entries (actor_id, seq);
create index audit_entries_at on audit_entries (at);

-- How long the chain is and how it ends, written in the transaction of the rows: tells a cut tail from a short chain.
create table audit_heads (
  chain integer primary key check (chain = 1),
  entries bigint not null,
  hash text not null
);
insert into audit_heads values (1, 0, repeat('0', 64));

create function refuse_to_rewrite_audit() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_entries_kept before update or delete on audit_entries
  for each row execute function refuse_to_rewrite_audit();
create trigger audit_entries_whole before truncate on audit_entries
  for each statement execute function refuse_to_rewrite_audit();
create trigger audit_heads_kept before delete on audit_heads
  for each row execute function refuse_to_rewrite_audit();
create trigger audit_heads_grow before update on audit_heads
  for each row when (new.entries <= old.entries) execute function refuse_to_rewrite_audit();
create trigger audit_heads_whole before truncate on audit_heads
  for each statement execute function refuse_to_rewrite_audit();

-- What a transaction asks to be done after it: a job, an event for whoever listens, a failed job to try again.
-- The server that runs jobs takes each row once, in its own transaction (src/kernel/jobs/errands.ts).
create table errands (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('job', 'event', 'retry')),
  name text not null,
  data jsonb not null,
  key text,
  asked_at timestamptz not null
);

-- How far long work has come, for the bar on the page.
create table progress (
  id text primary key,
  user_id text not null,
  done bigint not null,
  total bigint,
  words jsonb not null,
  told_at timestamptz not null,
  ended_at timestamptz
);
create index progress_told on progress (told_at);
