-- The engine's own tables; the tables of declared ledgers follow from their declarations (src/parts/ledgers/tables-of-ledgers.ts).
create table batches (
  id bigint generated always as identity primary key,
  ledger text collate "C" not null,
  unit_code text collate "C" not null,
  -- a file, a row mended on a page, or a file of the zone package
  origin text not null check (origin in ('file', 'page', 'zone')),
  file_name text not null,
  sha256 text,
  bytes bigint,
  format text,
  encoding text,
  headings jsonb not null default '[]',
  mapping jsonb not null default '{}',
  ignored jsonb not null default '[]',
  -- why a row was mended by hand
  reason text,
  rows bigint not null default 0,
  accepted bigint not null default 0,
  corrected bigint not null default 0,
  unchanged bigint not null default 0,
  rejected bigint not null default 0,
  warned bigint not null default 0,
  seconds numeric(12, 3) not null default 0,
  entered_at timestamptz not null,
  entered_by text not null,
  entered_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_by_name text,
  withdrawn_reason text,
  withdrawn_removed bigint,
  withdrawn_restored bigint
);
create index on batches (ledger, id desc);
create index on batches (sha256) where sha256 is not null;

-- Rows a batch did not take, and rows it took with a warning, as the file had them.
create table import_findings (
  batch_id bigint not null references batches (id),
  line bigint not null,
  severity text not null check (severity in ('reject', 'warn')),
  faults jsonb not null,
  cells jsonb not null
);
create index on import_findings (batch_id, severity, line);

-- What each ledger's tables were made from.
create table ledger_shapes (
  ledger text collate "C" primary key,
  shape jsonb not null,
  applied_at timestamptz not null default now()
);

-- Counts the changes of each ledger, and keeps its moments in order whatever the clock does.
create table ledger_versions (
  ledger text collate "C" primary key,
  version bigint not null default 0,
  changed_at timestamptz
);
