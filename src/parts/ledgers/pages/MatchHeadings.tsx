import { Button } from 'antd'
import { useId } from 'react'
import { Part } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { LedgerShown } from '../shapes.ts'
import { columnsMissing, columnsTwice, isTheirs } from './mapping.ts'
import type { HeadingFound, Preview } from './reply-types.ts'
import type { Import } from './use-import.ts'
import '#web/kit/plain-field.css'

interface MatchHeadingsProps {
  ledger: LedgerShown
  preview: Preview
  work: Import
}

/** Which column each heading of the file fills, with what stands below it; asked only where the ledger cannot tell. */
export function MatchHeadings({ ledger, preview, work }: MatchHeadingsProps) {
  const t = useWords()
  const { mapping, busy } = work.state
  const wordsOf = (names: readonly string[]) =>
    names.map((name) => t(ledger.columns.find((column) => column.name === name)?.words ?? { zh: name, en: name }))
  const missing = columnsMissing(ledger, mapping)
  const twice = columnsTwice(mapping)
  return (
    <Part
      title={t({ zh: '2. 对应表头', en: '2. Match the headings' })}
      note={t(
        {
          zh: '表头在第 {line} 行；带 * 的列必填。',
          en: 'Headings stand on line {line}; columns with * are required.',
        },
        { line: preview.headingLine },
      )}
    >
      <ul className="headings-list">
        {placed(preview).map((one) => (
          <HeadingRow key={one.place} {...one} ledger={ledger} preview={preview} work={work} />
        ))}
      </ul>
      <p className="import-hint" aria-live="polite">
        {preview.headings.every((heading) => heading.how === 'unknown') &&
          t({
            zh: '没有一个表头是这本台账的，可能选错了文件。',
            en: 'None of these headings belongs to this ledger: it may be the wrong file. ',
          })}
        {missing.length > 0 &&
          t(
            { zh: '还缺必填的列：{names}。', en: 'Required columns without a heading: {names}. ' },
            { names: wordsOf(missing) },
          )}
        {twice.length > 0 &&
          t({ zh: '有两个表头对应同一列：{names}。', en: 'Two headings fill {names}.' }, { names: wordsOf(twice) })}
      </p>
      <div className="import-deeds">
        <Button
          type="primary"
          disabled={missing.length + twice.length > 0 || busy !== null}
          loading={busy === 'trying'}
          onClick={work.tryIt}
        >
          <T zh="按此对应，试运行" en="Try it with these" />
        </Button>
      </div>
    </Part>
  )
}

/** Headings with where they stand: two may say the same. */
function placed({ headings }: Preview): { heading: HeadingFound; place: number }[] {
  return headings.map((heading, place) => ({ heading, place })).filter((one) => isTheirs(one.heading))
}

interface HeadingRowProps extends MatchHeadingsProps {
  heading: HeadingFound
  place: number
}

function HeadingRow({ heading, place, ledger, preview, work }: HeadingRowProps) {
  const id = useId()
  const t = useWords()
  const now = work.state.mapping[heading.heading] ?? null
  const guess = ledger.columns.find((column) => column.name === heading.guess)
  const samples = preview.samples.flatMap((cells) => cells[place]?.trim() || []).slice(0, 3)
  return (
    <li data-unsure={heading.how === 'unknown' || undefined}>
      <label htmlFor={id}>
        <strong>{heading.heading}</strong>
        <small>{samples.join(t({ zh: '、', en: ', ' })) || t({ zh: '（空）', en: '(empty)' })}</small>
      </label>
      <select
        id={id}
        className="plain-field"
        value={now ?? ''}
        onChange={(event) => work.match(heading.heading, event.target.value || null)}
      >
        <option value="">{t({ zh: '不导入', en: 'Leave out' })}</option>
        {ledger.columns.map((column) => (
          <option key={column.name} value={column.name}>
            {t(column.words)}
            {column.unit ? `（${column.unit}）` : ''}
            {column.optional ? '' : ' *'}
          </option>
        ))}
      </select>
      {guess && (
        <small className="heading-guess">
          {t(
            { zh: '您是不是指“{guess}”？请核对', en: 'Did you mean “{guess}”? Please see to it' },
            { guess: t(guess.words) },
          )}
        </small>
      )}
    </li>
  )
}
