-- Photos, and what was read from them. Bytes lie beside them so that a backup holds them; whatever shows a photo points at it by a
-- foreign key, and what nothing points at is swept.
create table photos (
  id uuid primary key default gen_random_uuid(),
  -- a resend by the same keeper under the same key is the same photo
  kept_by text not null,
  key text,
  -- of a photo that anybody may send: a keyed mark of where it came from, for limits only
  sender text,
  kept_at timestamptz not null,
  sha256 text not null,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  -- upright, in pixels
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  -- as the camera wrote it: no zone unless the camera wrote one
  taken_at text,
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  -- from when on anybody may see its re-encoded pictures
  shown_since timestamptz,
  unique (kept_by, key),
  check ((longitude is null) = (latitude is null))
);
create index photos_kept_at on photos (kept_at);
create index photos_sender on photos (sender, kept_at) where sender is not null;

-- The photo as it was sent, and its pictures without metadata.
create table photo_pictures (
  photo_id uuid not null references photos (id) on delete cascade,
  size text not null check (size in ('original', 'screen', 'thumb')),
  content bytea not null,
  primary key (photo_id, size)
);
-- Pictures are compressed already.
alter table photo_pictures alter column content set storage external;
