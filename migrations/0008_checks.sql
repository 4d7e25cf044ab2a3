-- What people told the checker, and what it told them. A choice of indicator for words of a text is an alias for the unit it was
-- made in and the units below; it ends, it is never rewritten. A check that was signed off stays as it was, with the file it read.
create table claim_aliases (
  id bigint generated always as identity primary key,
  -- the words of a claim as phrase.ts writes them
  phrase text not null check (length(phrase) between 1 and 200),
  -- code; the catalogue may lose it later, and then the alias binds nothing
  indicator text not null,
  unit text not null,
  -- a sentence in which the words stood
  example text not null default '',
  chosen_at timestamptz not null,
  chosen_by_id text not null,
  chosen_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by_id text,
  withdrawn_by text,
  check (num_nulls(withdrawn_at, withdrawn_by_id, withdrawn_by) in (0, 3))
);
create unique index claim_aliases_in_force on claim_aliases (phrase, unit) where withdrawn_at is null;

create function claim_aliases_end() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
    and to_jsonb(new) - array['withdrawn_at', 'withdrawn_by_id', 'withdrawn_by']
      = to_jsonb(old) - array['withdrawn_at', 'withdrawn_by_id', 'withdrawn_by'] then
    return new;
  end if;
  raise exception 'An alias is withdrawn once and never changed: % on % is refused.', tg_op, tg_table_name
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger claim_aliases_end before update or delete on claim_aliases for each row execute function claim_aliases_end();
create trigger claim_aliases_kept before truncate on claim_aliases execute function bulletins_stay();

create table check_records (
  id bigint generated always as identity primary key,
  name text not null,
  format text not null check (format in ('docx', 'html', 'md', 'txt')),
  -- the unit whose figures it was held against, and the period it is about
  area text not null,
  period text not null,
  -- null: against the figures of the moment of recording
  as_of timestamptz,
  text text not null,
  -- of the text in UTF-8
  text_sha256 text not null,
  -- all of the report but its text
  report jsonb not null,
  counts jsonb not null,
  -- over the text and the report, keys in order
  sha256 text not null,
  recorded_at timestamptz not null,
  recorded_by_id text not null,
  recorded_by text not null
);
create index check_records_latest on check_records (id desc, area);

-- The file that was read, byte for byte, where it is one that comments can be written into.
create table check_files (
  check_id bigint primary key references check_records,
  bytes bytea not null check (length(bytes) <= 20971520),
  sha256 text not null
);

create trigger check_records_stay before update or delete or truncate on check_records execute function bulletins_stay();
create trigger check_files_stay before update or delete or truncate on check_files execute function bulletins_stay();
