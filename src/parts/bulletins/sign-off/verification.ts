import type { Words } from '#kernel/i18n/words.ts'
import { bulletinDigest, digestOf } from '../digest.ts'
import { type Source, sayFigure } from '../figure-kinds.ts'
import { inlinesOf } from '../tree.ts'
import type { FrozenWhole } from './frozen.ts'

/** One thing that is not as it was signed. */
export interface Difference {
  /** what it is about: `zh`, `zh 12`, `reviewed`, `documents/zh.md` */
  where: string
  words: Words
}

/** Holds a bulletin against its own hashes: texts, figures, facts, steps, check. Empty when all is as it was signed. */
export function differencesIn(whole: FrozenWhole): Difference[] {
  const trees = whole.texts.map(({ tree }) => tree)
  const all = bulletinDigest(trees, whole.sources)
  return [
    ...whole.texts.flatMap(textDifference),
    ...whole.figures.flatMap((figure) => figureDifference(whole, figure, all === whole.sha256)),
    ...(all === whole.sha256 ? [] : [wholeDifference(all, whole.sha256)]),
    ...stepDifferences(whole),
    ...checkDifference(whole),
  ]
}

function textDifference({ locale, tree, sha256 }: FrozenWhole['texts'][number]): Difference[] {
  const found = digestOf(tree)
  if (found === sha256) return []
  const language = locale === 'zh' ? { zh: '中文', en: 'Chinese' } : { zh: '英文', en: 'English' }
  return [
    {
      where: locale,
      words: {
        zh: `${language.zh}正文被改动：应为 ${short(sha256)}，现为 ${short(found)}`,
        en: `The ${language.en} text was altered: ${short(sha256)} expected, ${short(found)} found`,
      },
    },
  ]
}

/**
 * A figure is looked up where it stands in the text. Where texts or facts are not what was signed, it is also printed again from its
 * fact, to name the one that was altered; otherwise a later manner of printing would pass for a forgery.
 */
function figureDifference(whole: FrozenWhole, figure: FrozenWhole['figures'][number], intact: boolean): Difference[] {
  const { locale, place, kind, key, print, text } = figure
  const source = whole.sources.get(key)
  const again = source ? sayFigure(kind, source, print, locale).text : null
  const standing = standingIn(whole, locale).get(place)
  const name = source ? nameOf(source) : key
  const where = `${locale} ${place}`
  const found: Difference[] = []
  if (!intact && again !== text) {
    found.push({
      where,
      words: {
        zh: `第 ${place} 处数字（${name}）登记为“${text}”，按留存的数据应为“${again ?? '—'}”`,
        en: `Figure ${place} (${name}) is kept as "${text}"; the fact that was kept says "${again ?? '—'}"`,
      },
    })
  }
  // A table or picture may leave a figure out of the running text; what stands there must be what was kept.
  if (standing !== undefined && standing !== text) {
    found.push({
      where,
      words: {
        zh: `第 ${place} 处数字（${name}）文中写“${standing}”，登记为“${text}”`,
        en: `Figure ${place} (${name}) reads "${standing}" in the text and is kept as "${text}"`,
      },
    })
  }
  return found
}

function wholeDifference(found: string, expected: string): Difference {
  return {
    where: 'bulletin',
    words: {
      zh: `正文与数据合计的校验值不符：应为 ${short(expected)}，现为 ${short(found)}`,
      en: `The hash over texts and facts differs: ${short(expected)} expected, ${short(found)} found`,
    },
  }
}

/** What was checked, reviewed and issued last is one and the same text. */
function stepDifferences({ steps, sha256 }: FrozenWhole): Difference[] {
  const last = (step: string) => steps.findLast((one) => one.step === step)
  return ['checked', 'reviewed', 'issued'].flatMap((step) => {
    const signed = last(step)
    if (!signed?.sha256 || signed.sha256 === sha256) return []
    return [
      {
        where: step,
        words: {
          zh: `${stepNames[step]}签署的是 ${short(signed.sha256)}，印发的是 ${short(sha256)}`,
          en: `What was ${step} is ${short(signed.sha256)}, what was issued is ${short(sha256)}`,
        },
      },
    ]
  })
}

const stepNames: Record<string, string> = { checked: '核对', reviewed: '审核', issued: '印发' }

function checkDifference({ check }: FrozenWhole): Difference[] {
  if (!check) return []
  const { text, ...report } = check.report
  const found = digestOf({ text, report })
  if (found === check.sha256) return []
  return [
    {
      where: `check ${check.id}`,
      words: {
        zh: `核对记录 ${check.id} 被改动：应为 ${short(check.sha256)}，现为 ${short(found)}`,
        en: `Record of check ${check.id} was altered: ${short(check.sha256)} expected, ${short(found)} found`,
      },
    },
  ]
}

function standingIn({ texts }: FrozenWhole, locale: 'zh' | 'en'): Map<number, string> {
  const tree = texts.find((text) => text.locale === locale)?.tree
  const inlines = tree ? inlinesOf(tree.blocks) : []
  return new Map(inlines.flatMap((inline) => (inline.kind === 'figure' ? [[inline.figure, inline.text] as const] : [])))
}

function nameOf(source: Source): string {
  if (source.of === 'fact') return source.fact.indicator
  return source.of === 'pace' ? source.row.indicator : String(source.year)
}

const short = (sha256: string) => sha256.slice(0, 16)
