import { When } from '#web/kit/When.tsx'

/** A moment or a day without its year, unless that is another one than now. */
export function Moment({ at, now }: { at: string; now: string }) {
  return <When at={at} short={at.slice(0, 4) === now.slice(0, 4)} />
}
