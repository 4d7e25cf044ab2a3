import type { Claim } from '../claims/claim.ts'

/**
 * The words by which a claim names its indicator, as aliases keep them: `产值`, or with what its paragraph speaks of where the
 * name alone is bare, `装备制造业·产值`. Width, case and space do not count. Empty when the text names nothing.
 */
export function phraseOf({ indicator, subject }: Pick<Claim, 'indicator' | 'subject'>): string {
  const name = plain(indicator)
  if (name === '') return ''
  const about = plain(subject ?? '')
  return (about === '' || name.includes(about) ? name : `${about}·${name}`).slice(0, 200)
}

function plain(words: string): string {
  return words.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()
}
