import type { Memory } from './site.ts'
import { subjectOf } from './subject.ts'
import type { Token } from './tokens.ts'

const said = /^(?:前列|前茅|第一方阵|第一梯队|中上游|上游|前沿)/

/** 位居全市前列: a rank in words, which no figure can confirm; told apart from the claims so that a reader sees it. */
export function rankWordsOf(tokens: readonly Token[], memory: Memory | null) {
  const found: { from: number; to: number; indicator: string; scope: string | null }[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.tag !== 'rankish') continue
    const end = Math.min(tokens.length, at + 6)
    let scope = ''
    for (let i = at + 1; i < end; i++) {
      const next = tokens[i]
      if (!next || next.tag === 'mark' || next.figure) break
      const here = saidAt(next.text)
      if (here) {
        const from = next.start + here.at
        found.push({
          from,
          to: from + here.length,
          indicator: subjectBefore(tokens, at) || (memory?.base ?? ''),
          scope: (scope + next.text.slice(0, here.at)).replace(/的$/, '') || null,
        })
        break
      }
      scope += next.text
    }
  }
  return found
}

function saidAt(text: string): { at: number; length: number } | null {
  for (let at = 0; at < Math.min(text.length, 12); at++) {
    const here = said.exec(text.slice(at, at + 4))
    if (here) return { at, length: here[0].length }
  }
  return null
}

function subjectBefore(tokens: readonly Token[], at: number): string {
  let from = at
  while (from > 0 && from > at - 24 && tokens[from - 1]?.tag !== 'mark' && tokens[from - 1]?.tag !== 'figure') from -= 1
  const subject = subjectOf(tokens, from, at)
  return `${subject.text}${subject.rate?.word ?? ''}`
}
