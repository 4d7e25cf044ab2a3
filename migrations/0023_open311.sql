-- Open311: what the service says of itself, and what programs sent beside a request.
create table open311_settings (
  single boolean primary key default true check (single),
  -- the domain that clients name; one service, one jurisdiction
  jurisdiction text not null check (jurisdiction <> ''),
  contact jsonb not null,
  key_service jsonb not null,
  -- categories whose requests are answered with a token first
  batch text[] not null,
  at timestamptz not null
);

create table open311_requests (
  matter_id bigint primary key references matters,
  token uuid not null unique default gen_random_uuid(),
  -- the account whose key it came with
  sent_by text not null,
  -- the description as it was sent, without what was added for the desk
  description text not null,
  attributes jsonb not null,
  at timestamptz not null
);

-- Updates from programs; the same one again is refused.
create table open311_updates (
  sent_by text not null,
  update_id text not null,
  matter_id bigint not null references matters,
  status text not null,
  version integer not null,
  at timestamptz not null,
  primary key (sent_by, update_id)
);
-- Followers ask for the moves between two moments.
create index matter_steps_at on matter_steps (at, id);
create index open311_updates_matter on open311_updates (matter_id);
