-- Customs messages as they were received, and the documents in them. Persons stand in documents only as keyed marks and masked words.
create table customs_files (
  id bigint generated always as identity primary key,
  file_name text not null,
  sha256 text not null,
  bytes bigint not null,
  unit_code text not null,
  messages integer not null,
  documents integer not null,
  accepted integer not null,
  changed integer not null,
  unchanged integer not null,
  refused integer not null,
  departed integer not null,
  received_at timestamptz not null,
  received_by text not null,
  received_by_name text not null
);
create unique index customs_files_once on customs_files (sha256, unit_code);

create table customs_messages (
  id bigint generated always as identity primary key,
  file_id bigint not null references customs_files deferrable initially deferred,
  place integer not null,
  name text not null,
  -- 311, 621, …; null where the root is unknown
  number text,
  edition text,
  flow text check (flow in ('import', 'export')),
  guid text not null,
  documents integer not null,
  departed integer not null,
  -- why the rest could not be read
  broken jsonb,
  -- the first departures, as they were found
  departures jsonb not null
);
create index customs_messages_of on customs_messages (file_id, place);

-- Orders, payments, waybills and lists; a changed one keeps its old version.
create table customs_documents (
  id bigint generated always as identity primary key,
  file_id bigint not null references customs_files deferrable initially deferred,
  message_place integer not null,
  ordinal integer not null,
  kind text not null check (kind in ('order', 'payment', 'waybill', 'list')),
  flow text not null check (flow in ('import', 'export')),
  -- what a document of its kind is known by
  identity text collate "C" not null,
  platform text collate "C" not null,
  order_no text collate "C" not null,
  carrier text collate "C" not null,
  waybill_no text collate "C" not null,
  transaction_no text collate "C" not null,
  -- what it says, as the match reads it
  said json not null,
  digest bytea not null,
  unit_code text not null,
  received_at timestamptz not null,
  replaced_at timestamptz,
  replaced_by bigint references customs_files deferrable initially deferred
);
create unique index customs_documents_now on customs_documents (kind, flow, identity) where replaced_at is null;
create index customs_documents_order on customs_documents (order_no, platform) where replaced_at is null;
create index customs_documents_of on customs_documents (file_id);
create index customs_documents_ended on customs_documents (replaced_by) where replaced_by is not null;
create index customs_documents_waybill on customs_documents (carrier, waybill_no) where replaced_at is null and waybill_no <> '';
create index customs_documents_transaction on customs_documents (transaction_no) where replaced_at is null and transaction_no <> '';

-- Documents that were not taken: a number that is taken by another document, a deletion of nothing.
create table customs_refusals (
  id bigint generated always as identity primary key,
  file_id bigint not null references customs_files deferrable initially deferred,
  message_place integer not null,
  ordinal integer not null,
  code text not null,
  kind text not null,
  identity text not null,
  said json not null
);
create index customs_refusals_of on customs_refusals (file_id, id);

-- What the match says of each order today.
create table customs_matches (
  flow text not null,
  platform text collate "C" not null,
  order_no text collate "C" not null,
  unit_code text not null,
  platform_name text not null,
  state text not null check (state in ('matched', 'waiting', 'mismatch')),
  mismatches jsonb not null,
  -- the codes alone, for counting
  reasons text[] not null,
  value numeric,
  since timestamptz not null,
  changed_at timestamptz not null,
  primary key (flow, platform, order_no)
);
create index customs_matches_state on customs_matches (state, since, platform);
create index customs_matches_platform on customs_matches (platform, state);
