/** A unit's code or name without width, case and blanks: 建 设 局 is 建设局. */
export function spellingOf(written: string): string {
  return written.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
}

/** {@link spellingOf} in SQL. */
export const spellingSql = (written: string) => `lower(regexp_replace(normalize(${written}, NFKC), '\\s', '', 'g'))`
