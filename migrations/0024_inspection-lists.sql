-- A list of issues as an inspection hands it over: each issue with the unit it names and its own day, and what makes a list sent twice known.
alter table inspection_batches add column list_sha256 text collate "C" unique;

alter table inspection_issues
  -- 整改时限; the batch's day where the list says none
  add column due_on date,
  -- 责任单位 as the inspection names it; who handles it is decided when it is dispatched
  add column named_unit text references units;
