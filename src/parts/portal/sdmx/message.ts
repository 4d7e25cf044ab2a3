import { createHash } from 'node:crypto'
import type { Locale, Words } from '#kernel/i18n/words.ts'
import type { Cube } from './cube.ts'
import { agencyOf } from './names.ts'

/** Names in both languages and in the reader's. */
export function named(words: Words, locale: Locale) {
  return { name: words[locale], names: { zh: words.zh, en: words.en } }
}

/** The head of an SDMX-JSON message. The same question about the same cube has the same head, so that it can be kept. */
export function metaOf(
  cube: Cube,
  kind: 'data' | 'structure',
  { question, locale }: { question: string; locale: Locale },
) {
  const { area, zone, prepared } = cube
  const id = createHash('sha256').update(`${kind} ${question} ${locale} ${prepared.toISOString()}`).digest('hex')
  return {
    schema: `https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/${kind}-message/tools/schemas/2.0.0/sdmx-json-${kind}-schema.json`,
    id: id.slice(0, 24),
    test: false,
    prepared: prepared.toISOString(),
    contentLanguages: locale === 'zh' ? ['zh', 'en'] : ['en', 'zh'],
    sender: { id: agencyOf(area), ...named(zone, locale) },
  }
}
