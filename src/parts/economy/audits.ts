import type { Interval } from '#kernel/decimal.ts'
import { say, type Words } from '#kernel/i18n/words.ts'
import type { Period } from '#kernel/period.ts'
import { knownEntry } from '#kernel/unit-catalogue.ts'
import { cellChecks } from './audit-cells.ts'
import { historyChecks, slipped } from './audit-history.ts'
import { breaks, itemsOf, readRule } from './audit-rule.ts'
import { type Cell, emptyCell, type Past, type Raw, rangeOfPrinted } from './audit-subject.ts'
import type { FindingClass, FormAudit, FormDeclaration, FormItem } from './declaration.ts'
import { findingTexts } from './finding-texts.ts'
import { itemsIn } from './periods.ts'

/** One thing the audit noticed, at a place of the form. */
export interface Finding {
  /** check, item and the digits it looked at: a changed figure is another finding and asks for its own reason */
  key: string
  /** `growth-disagrees`, or the code of a declared audit */
  code: string
  class: FindingClass
  item: string
  place: 'value' | 'base' | 'growth'
  problem: Words
  cure: Words
}

export interface AuditAsked {
  form: FormDeclaration
  period: Period
  cells: ReadonlyMap<string, Cell>
  /** what the unit told of each item before, earliest first */
  past: ReadonlyMap<string, readonly Past[]>
  /** levels of other forms' items for the same span: every value that rounds to what was told */
  elsewhere: ReadonlyMap<string, { value: Interval | null; base: Interval | null; digits: string }>
}

/** Everything the audit says of a submission, item by item in the form's order, heaviest class first within an item. */
export function auditOf(asked: AuditAsked): Finding[] {
  const items = itemsIn(asked.form, asked.period)
  const standing = items.flatMap((item) => standingFindings(asked, item))
  const codes = items.map(({ code }) => code)
  const declared = asked.form.audits.flatMap((audit) => declaredFinding(asked, audit, codes))
  const place = (finding: Finding) => codes.indexOf(finding.item)
  return [...standing, ...declared].sort((a, b) => place(a) - place(b) || (a.class < b.class ? -1 : 1))
}

/** Whether a reason is enough for a finding's class: some words for B, six characters for C (blanks do not count). */
export function isReasonEnough(found: FindingClass, words: string): boolean {
  const length = [...words.replaceAll(/\s/g, '')].length
  return found === 'C' ? length >= 6 : length >= 1
}

function standingFindings(asked: AuditAsked, item: FormItem): Finding[] {
  const cell = asked.cells.get(item.code) ?? emptyCell
  const subject = { item, cell, form: asked.form, period: asked.period, past: asked.past.get(item.code) ?? [] }
  const byItself = cellChecks(subject)
  const wrong = [...byItself.filter((found) => found.class === 'A'), ...slipped(subject)]
  // A cell that is missing, unfit or in the wrong unit says nothing about growth and trends.
  const raw = wrong.length > 0 ? wrong : [...byItself, ...historyChecks(subject)]
  return raw.map((found) => wordedFinding(item, cell, found))
}

function wordedFinding(item: FormItem, cell: Cell, found: Raw): Finding {
  const text = findingTexts[found.code]!
  const inBoth = (words: Words, name: Words): Words => ({
    zh: say(words, 'zh', { ...found.details, range: rangeIn('zh', found.details), item: name.zh }),
    en: say(words, 'en', { ...inEnglish(found.details), range: rangeIn('en', found.details), item: name.en }),
  })
  return {
    ...{ key: [found.code, item.code, digitsOf(cell)].join('|'), code: found.code, class: found.class },
    ...{ item: item.code, place: found.place },
    ...{ problem: inBoth(text.problem, item.name), cure: inBoth(text.cure, item.name) },
  }
}

/** 在 31.4 到 31.6 之间, or 为 31.5 when both ends print alike. */
function rangeIn(locale: 'zh' | 'en', { low, high }: Raw['details']): string {
  if (low === high) return locale === 'zh' ? `为 ${low}` : `${low}`
  return locale === 'zh' ? `在 ${low} 到 ${high} 之间` : `${low} to ${high}`
}

/** The details with units as English says them. */
function inEnglish(details: Raw['details']): Raw['details'] {
  const told = (name: string) => (typeof details[name] === 'string' ? { [name]: unitIn(details[name], 'en') } : {})
  return { ...details, ...told('unit'), ...told('likely') }
}

function unitIn(code: string, locale: 'zh' | 'en'): string {
  return knownEntry(code)?.[locale] ?? code
}

function declaredFinding(asked: AuditAsked, audit: FormAudit, codes: readonly string[]): Finding[] {
  const rule = readRule(audit.rule)
  const named = itemsOf(rule)
  const item = audit.item ?? named.find((code) => codes.includes(code))
  const broken = breaks(rule, (code, of) => worthOf(asked, code, of))
  if (!broken || !item || !codes.includes(item)) return []
  const { problem, cure } = withFigures(asked, audit, named)
  const digits = named.map((code) => `${code}=${digitsFor(asked, code)}`)
  return [
    {
      key: [audit.code, ...digits].join('|'),
      code: audit.code,
      class: audit.class,
      item,
      place: 'value',
      problem,
      cure,
    },
  ]
}

/** The declared words, followed by the figures they are about. */
function withFigures(asked: AuditAsked, audit: FormAudit, named: readonly string[]): { problem: Words; cure: Words } {
  const figures = (locale: 'zh' | 'en') =>
    named
      .map((code) => {
        const item = asked.form.items.find((one) => one.code === code)
        const value = asked.cells.get(code)?.value ?? asked.elsewhere.get(code)?.digits ?? '—'
        const unit = item ? `${locale === 'en' ? ' ' : ''}${unitIn(item.unit, locale)}` : ''
        return `${item?.name[locale] ?? code} ${value}${unit}`
      })
      .join(locale === 'zh' ? '，' : ', ')
  const problem = { zh: `${audit.problem.zh}：${figures('zh')}`, en: `${audit.problem.en}: ${figures('en')}` }
  return { problem, cure: audit.cure }
}

function worthOf(asked: AuditAsked, code: string, of: 'value' | 'base'): Interval | null {
  const item = asked.form.items.find((one) => one.code === code)
  if (!item) return asked.elsewhere.get(code)?.[of] ?? null
  const digits = asked.cells.get(code)?.[of] ?? null
  return digits === null ? null : rangeOfPrinted(digits, item)
}

function digitsFor(asked: AuditAsked, code: string): string {
  const cell = asked.cells.get(code)
  return cell ? digitsOf(cell) : (asked.elsewhere.get(code)?.digits ?? '')
}

function digitsOf({ value, base, growth }: Cell): string {
  return [value, base, growth].map((digits) => digits ?? '').join(';')
}
