-- What the match compares at once, what follows a customs document, and how often each outcome stands.

-- The numbers by which receipts and returns speak of a list, and what the match needs of a document without reading it.
alter table customs_documents
  add column list_no text collate "C" not null default '',
  add column cop_no text collate "C" not null default '',
  -- day of the sender's own time, else the day it was received
  add column sent_on date not null default '1970-01-01',
  -- of an order: its platform as it spells itself, and the value of its goods
  add column platform_name text not null default '',
  -- of a list: goods, freight and insurance in yuan, and the buyer's mark, for the yearly limit
  add column value numeric,
  add column buyer text collate "C" not null default '',
  -- cancelled by customs: no longer part of the match
  add column cancelled_at timestamptz,
  -- what it states towards the other documents of its order, as one number: over documents that agree they cancel out; null where
  -- the document is wrong by itself
  add column agree bigint,
  -- of a payment: what takes its transaction out of that number, for orders that name none
  add column agree_unnamed bigint;
drop index customs_documents_waybill;
create index customs_documents_waybill on customs_documents (waybill_no, carrier) where replaced_at is null and waybill_no <> '';
create index customs_documents_list on customs_documents (list_no) where replaced_at is null and list_no <> '';
create index customs_documents_cop on customs_documents (cop_no) where replaced_at is null and cop_no <> '';
create index customs_documents_buyer on customs_documents (buyer, sent_on) where replaced_at is null and buyer <> '';

-- What each buyer's lists come to in a year. Buyers are keyed marks.
create table customs_buyer_years (
  buyer text collate "C" not null,
  year integer not null,
  spent numeric not null,
  lists integer not null,
  primary key (buyer, year)
);
create index customs_buyer_years_high on customs_buyer_years (year, spent) where spent > 20000;

-- Receipts, cancellations, returns, states of waybills, arrivals, departures, tax bills: all that follows a document.
create table customs_follow_ups (
  id bigint generated always as identity primary key,
  file_id bigint not null references customs_files deferrable initially deferred,
  message_place integer not null,
  ordinal integer not null,
  -- of its message: 622, 625, …
  number text not null,
  flow text not null check (flow in ('import', 'export')),
  kind text not null,
  -- what it speaks of, and by which numbers
  about text not null,
  platform text collate "C" not null,
  order_no text collate "C" not null,
  payer text collate "C" not null,
  transaction_no text collate "C" not null,
  carrier text collate "C" not null,
  waybill_no text collate "C" not null,
  seller text collate "C" not null,
  cop_no text collate "C" not null,
  list_no text collate "C" not null,
  guid text collate "C" not null,
  -- state or negative error as it was returned, and the official error code where there is one
  status text not null,
  code text not null,
  -- the state in which it leaves its list; empty where it says nothing of one
  state text not null,
  -- YYYYMMDDhhmmssSSS
  said_at text collate "C" not null,
  info text not null,
  faults jsonb not null,
  said json not null,
  digest bytea not null,
  unit_code text not null,
  received_at timestamptz not null,
  -- whether the document it speaks of is here
  bound boolean not null
);
create unique index customs_follow_ups_once on customs_follow_ups (digest);
create index customs_follow_ups_order on customs_follow_ups (order_no, platform) where order_no <> '';
create index customs_follow_ups_of on customs_follow_ups (file_id, id);
-- Those that wait for their document, by each number that it may come under.
create index customs_follow_ups_await_order on customs_follow_ups (order_no) where not bound and order_no <> '';
create index customs_follow_ups_await_payment on customs_follow_ups (transaction_no) where not bound and transaction_no <> '';
create index customs_follow_ups_await_waybill on customs_follow_ups (waybill_no) where not bound and waybill_no <> '';
create index customs_follow_ups_await_cop on customs_follow_ups (cop_no) where not bound and cop_no <> '';
create index customs_follow_ups_await_list on customs_follow_ups (list_no) where not bound and list_no <> '';

create index customs_messages_guid on customs_messages (guid);

-- What customs said last of a list.
create table customs_list_states (
  flow text not null,
  identity text collate "C" not null,
  platform text collate "C" not null,
  order_no text collate "C" not null,
  -- the number that customs gave it
  list_no text collate "C" not null,
  state text not null,
  -- cancelled or returned: no receipt of the declaration changes it any more
  ended boolean not null,
  status text not null,
  code text not null,
  info text not null,
  said_at text collate "C" not null,
  primary key (flow, identity)
);
create index customs_list_states_order on customs_list_states (order_no, platform);
create index customs_list_states_list on customs_list_states (list_no) where list_no <> '';

alter table customs_files
  add column follow_ups integer not null default 0,
  add column unbound integer not null default 0;

-- Day of the earliest document of an order; ages are counted from it.
alter table customs_matches add column sent_on date not null default '1970-01-01';
drop index customs_matches_state;
drop index customs_matches_platform;
create index customs_matches_open on customs_matches (state, sent_on, flow, platform, order_no) where state <> 'matched';
create index customs_matches_of_platform on customs_matches (platform, state, sent_on) where state <> 'matched';

-- How many orders stand in each state and for each reason; kept in the transaction that changes them.
create table customs_match_counts (
  unit_code text not null,
  flow text not null,
  platform text collate "C" not null,
  state text not null,
  sent_on date not null,
  orders integer not null,
  primary key (unit_code, flow, platform, state, sent_on)
);
create table customs_reason_counts (
  unit_code text not null,
  flow text not null,
  platform text collate "C" not null,
  reason text not null,
  sent_on date not null,
  orders integer not null,
  primary key (unit_code, flow, platform, reason, sent_on)
);

-- Earlier versions of a document, and what was refused under its number.
create index customs_documents_past on customs_documents (kind, flow, identity) where replaced_at is not null;
create index customs_documents_past_order on customs_documents (order_no, platform) where replaced_at is not null;
create index customs_refusals_identity on customs_refusals (kind, identity);

-- What was received before: days are those of the receipt, and the next match of an order reads its documents.
update customs_documents set
  list_no = coalesce(said->>'listNo', ''),
  cop_no = coalesce(said->>'copNo', ''),
  sent_on = (received_at at time zone 'Asia/Shanghai')::date,
  platform_name = case when kind = 'order' then coalesce(said->>'platformName', '') else '' end;
update customs_matches set sent_on = (since at time zone 'Asia/Shanghai')::date;
insert into customs_match_counts
  select unit_code, flow, platform, state, sent_on, count(*) from customs_matches group by 1, 2, 3, 4, 5;
insert into customs_reason_counts
  select unit_code, flow, platform, reason, sent_on, count(*) from customs_matches cross join lateral unnest(reasons) as reason group by 1, 2, 3, 4, 5;
