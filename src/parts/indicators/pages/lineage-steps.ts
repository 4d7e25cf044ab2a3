import type { Words } from '#web/locale.tsx'
import type { LineageNodeShape, Source } from '../shapes.ts'

/** One step of the tree as it is drawn: what it is, its own value, and what it is made of. */
export interface Step {
  key: string
  node: LineageNodeShape
  /** how it enters the step before it: `+` `−` `×` `÷`, or nothing for the first */
  sign: string
  /** what is done with the parts; null where the one part is taken as it is */
  rule: Words | null
  parts: Step[]
  /** the batches or submissions behind a measure or a reported item */
  source: Source | null
}

/** The tree of a fact's lineage as steps: sums of sums are one sum, and the ends carry their sources. */
export function stepsOf(tree: LineageNodeShape, sources: readonly Source[], key = '0', sign = ''): Step {
  const operands = operandsOf(tree)
  return {
    ...{ key, node: tree, sign },
    rule: ruleOf(tree, operands),
    parts: operands.map((operand, index) => stepsOf(operand.node, sources, `${key}.${index}`, operand.sign)),
    source: tree.to === 'measure' || tree.to === 'item' ? sourceOf(tree, sources) : null,
  }
}

interface Operand {
  node: LineageNodeShape
  sign: string
}

const signs: Record<string, string> = { '+': '+', '-': '−', '*': '×', '/': '÷' }

/** a + b − c reads as three operands, not as a pair within a pair. */
function operandsOf(node: LineageNodeShape): Operand[] {
  if (node.kind === 'call') {
    const divided = node.text.startsWith('share') || node.text.startsWith('ratio')
    return node.parts.map((part, index) => ({ node: part, sign: divided && index > 0 ? '÷' : '' }))
  }
  if (node.kind === 'negative') return node.parts.map((part) => ({ node: part, sign: '−' }))
  if (node.kind !== 'operation') return node.parts.map((part) => ({ node: part, sign: '' }))
  const operator = operatorOf(node)
  const [left, right] = node.parts
  if (!left || !right) return []
  const additive = operator === '+' || operator === '−'
  const opened = additive && left.kind === 'operation' && ['+', '−'].includes(operatorOf(left))
  return [...(opened ? operandsOf(left) : [{ node: left, sign: '' }]), { node: right, sign: operator }]
}

/** The operator stands between the texts of the two operands, apart from brackets. */
function operatorOf({ text, parts: [left, right] }: LineageNodeShape): string {
  const from = text.indexOf(left?.text ?? '') + (left?.text.length ?? 0)
  const to = text.lastIndexOf(right?.text ?? '')
  const between = text.slice(from, Math.max(from, to)).replace(/[()\s]/g, '')
  return signs[between] ?? between
}

const rules: Record<string, Words> = {
  share: { zh: '前者占后者的百分比', en: 'the first in percent of the second' },
  ratio: { zh: '前者除以后者', en: 'the first divided by the second' },
  max: { zh: '取最大', en: 'the largest of' },
  min: { zh: '取最小', en: 'the smallest of' },
}

function ruleOf(node: LineageNodeShape, operands: readonly Operand[]): Words | null {
  if (node.kind === 'call') return rules[node.text.slice(0, node.text.indexOf('('))] ?? null
  if (node.kind !== 'operation') return null
  const used = new Set(operands.slice(1).map(({ sign }) => sign))
  if (used.has('÷')) return { zh: '相除', en: 'divided' }
  return used.has('×') ? { zh: '相乘', en: 'multiplied' } : { zh: '相加减', en: 'added up' }
}

/** The source whose name and conditions the node's text has; of several the one with the most conditions. */
export function sourceOf({ name, text }: LineageNodeShape, sources: readonly Source[]): Source | null {
  const fitting = sources.filter(
    (source) =>
      source.name === name &&
      (source.since === null || text.includes(source.since)) &&
      source.where.every(({ dimension, values }) => [dimension, ...values].every((word) => text.includes(word))),
  )
  return fitting.sort((a, b) => conditions(b) - conditions(a))[0] ?? null
}

const conditions = ({ where, since }: Source) =>
  where.reduce((sum, { values }) => sum + 1 + values.length, since === null ? 0 : 1)

/** `industry = 汽车及零部件` in the ledger's own words: 行业 = 汽车及零部件; and the day a level is counted from. */
export function conditionWords({ where, since, columns }: Source, locale: 'zh' | 'en'): string[] {
  const from = since === null ? [] : [locale === 'zh' ? `自 ${since} 起累计` : `counted since ${since}`]
  const named = where.map(({ dimension, values }) => {
    const column = columns.find(({ name }) => name === dimension)
    const words = values.map((value) => column?.choices?.[value]?.[locale] ?? value)
    return `${column?.words[locale] ?? dimension} = ${words.join(locale === 'zh' ? '、' : ', ')}`
  })
  return [...named, ...from]
}

/** How many rows and how many batches or reports stand behind all sources together. */
export function countsBehind(sources: readonly Source[]): { rows: number; parts: number } {
  const parts = new Set(sources.flatMap((source) => source.parts.map(({ path }) => path)))
  return { rows: sources.reduce((sum, { rows }) => sum + rows, 0), parts: parts.size }
}
