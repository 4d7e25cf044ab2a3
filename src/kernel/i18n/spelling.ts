import { pinyin } from 'pinyin-pro'

/** How a name is spelled: syllables with a space between, and their first letters. */
export interface Spelling {
  /** `zhang san` */
  pinyin: string
  /** `zs` */
  initials: string
  /** what a search compares with: see {@link searchPattern} */
  searchText: string
}

/** The spelling of a name; surnames by their reading as surnames (曾 zeng, 单 shan). `codes` are found too. */
export function spell(name: string, kind: 'person' | 'unit', codes: readonly string[] = []): Spelling {
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    surname: kind === 'person' ? 'head' : 'off',
    v: true,
    nonZh: 'consecutive',
  })
    .flatMap((syllable) => syllable.toLowerCase().split(/[\s·]+/u))
    .filter((syllable) => syllable !== '')
  const initials = syllables.map((syllable) => [...syllable][0])
  const tails = syllables.flatMap((_, at) => [syllables.slice(at).join(''), initials.slice(at).join('')])
  const words = new Set([name.toLowerCase(), ...tails, ...codes.map((code) => code.toLowerCase())])
  return { pinyin: syllables.join(' '), initials: initials.join(''), searchText: ` ${[...words].join(' ')} ` }
}

const han = /\p{Script=Han}/u

/**
 * The piece of a search text that a query asks for: characters anywhere in the name, letters and digits from the
 * beginning of a word (`zhangsan`, `san`, `zs`, a code). Null when the query is empty.
 */
export function searchPattern(query: string): string | null {
  const plain = query.trim().toLowerCase().slice(0, 60)
  if (plain === '') return null
  if (han.test(plain)) return plain.replaceAll(/\s+/gu, '')
  return ` ${plain.replaceAll(/[\s']+/gu, '')}`
}

/** A pattern for `like` that finds the text as it stands. */
export function likePattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
}

const spelled = new Map<string, string>()

/** Whether one of the names is what a query asks for: by its characters, its pinyin, its first letters, or a piece of a code. */
export function isNamedBy(names: readonly string[], query: string): boolean {
  const wanted = query.trim().toLowerCase()
  const pattern = searchPattern(query)
  if (pattern === null) return false
  return names.some((name) => name.toLowerCase().includes(wanted) || spelledOnce(name).includes(pattern))
}

/** The names searched are those of the catalogue and the ledgers: few, and asked for at every key. */
function spelledOnce(name: string): string {
  const known = spelled.get(name) ?? spell(name, 'unit').searchText
  spelled.set(name, known)
  return known
}
