import { expect, test } from 'vitest'
import { extractClaims } from '#parts/bulletins/claims/extract.ts'
import { pasteDraft } from '#parts/bulletins/drafts/read-draft.ts'
import { statementsOf } from './statements.ts'

const told = (rows: readonly string[]) => {
  const draft = pasteDraft(
    ['| 单位 | 完成投资（亿元） | 同比增长（%） |', '| --- | --- | --- |', ...rows].join('\n'),
    'a.md',
  )
  const { claims } = extractClaims(draft.text, { blocks: draft.blocks })
  return statementsOf(claims, draft.text, draft.blocks).map(
    ({ kind, holds, claims: places }) => `${kind} ${holds} ${claims[places.at(-1) ?? 0]?.text}`,
  )
}

test.each([
  ['true', ['| 甲园 | 3.2 | 5 |', '| 乙园 | 4.1 | 6 |', '| 合计 | 7.3 | 5.6 |'], ['sum yes 7.3']],
  ['by rounding', ['| 合计 | 7.4 | 5.6 |', '| 甲园 | 3.2 | 5 |', '| 乙园 | 4.1 | 6 |'], ['sum rounding 7.4']],
  ['false', ['| 甲园 | 3.2 | 5 |', '| 乙园 | 4.1 | 6 |', '| 合计 | 8.3 | 5.6 |'], ['sum no 8.3']],
  [
    'with a part of a row',
    ['| 甲园 | 3.2 | 5 |', '| 其中：甲一 | 1.2 | 5 |', '| 乙园 | 4.1 | 6 |', '| 合计 | 7.3 | 5.6 |'],
    [],
  ],
  ['with a row unsaid', ['| 甲园 | 3.2 | 5 |', '| 乙园 | — | 6 |', '| 合计 | 7.3 | 5.6 |'], []],
])('the last or first row of a table: %s', (_name, rows, wanted) => {
  expect(told(rows)).toEqual(wanted)
})
