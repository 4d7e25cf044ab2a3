import { Part } from '#web/kit/Page.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { LedgerShown } from '../shapes.ts'
import type { LedgerColumn } from './reply-types.ts'
import { Severity } from './Severity.tsx'
import { choicesOf, unitWords } from './values.ts'

/** What the ledger promises: its columns, what makes a row the same row, what is checked and what is counted. */
export function LedgerDeclaration({ ledger }: { ledger: LedgerShown }) {
  const t = useWords()
  return (
    <Part title={t({ zh: '这本台账怎么记', en: 'How this ledger is kept' })}>
      <p className="ledger-promise">
        {t(
          {
            zh: '{grain}，来自{source}。{key}相同就是同一行：再次导入时值没变则不动，变了则更正并保留旧值。',
            en: 'It holds {grain}, from the {source}. Rows with the same {key} are the same row: imported again it stays when nothing changed, and is corrected, the old values kept, when something did.',
          },
          {
            grain: t(ledger.grain),
            source: t(ledger.source),
            key: ledger.key.map((name) => t(columnOf(ledger, name)?.words ?? { zh: name, en: name })),
          },
        )}
      </p>
      <div className="ledger-declared">
        <Columns ledger={ledger} />
        <Checks ledger={ledger} />
      </div>
    </Part>
  )
}

function Columns({ ledger }: { ledger: LedgerShown }) {
  const t = useWords()
  return (
    <section>
      <h3>
        <T zh="列" en="Columns" />
      </h3>
      <dl>
        {ledger.columns.map((column) => (
          <div key={column.name}>
            <dt>
              {t(column.words)}
              <UnitOf column={column} />
            </dt>
            <dd>
              <Rule column={column} isKey={ledger.key.includes(column.name)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function UnitOf({ column }: { column: LedgerColumn }) {
  const t = useWords()
  const unit = unitWords(column)
  return unit && <small> {t(unit)}</small>
}

function Rule({ column, isKey }: { column: LedgerColumn; isKey: boolean }) {
  const t = useWords()
  const { locale } = useLocale()
  const said = [
    isKey && t({ zh: '识别一行', en: 'identifies a row' }),
    column.optional && t({ zh: '可空', en: 'may be empty' }),
    column.choices &&
      choicesOf(column)
        .map((choice) => choice.words[locale])
        .join(locale === 'zh' ? '、' : ', '),
    column.min !== null && t({ zh: '至少 {min}', en: 'at least {min}' }, { min: column.min }),
    column.max !== null && t({ zh: '至多 {max}', en: 'at most {max}' }, { max: column.max }),
    column.places !== null &&
      t({ zh: '最多 {places} 位小数', en: 'up to {places} decimals' }, { places: column.places }),
    column.note && t(column.note),
  ].filter(Boolean)
  return <>{said.join(locale === 'zh' ? '；' : '; ')}</>
}

function Checks({ ledger }: { ledger: LedgerShown }) {
  const t = useWords()
  return (
    <section>
      <h3>
        <T zh="校验" en="Checks" />
      </h3>
      {ledger.checks.length === 0 && (
        <p>
          <T zh="除各列自身的规则外没有其他校验。" en="None beyond what each column asks." />
        </p>
      )}
      <dl>
        {ledger.checks.map((check) => (
          <div key={check.name}>
            <dt>
              <Severity severity={check.severity} /> {t(check.meaning)}
            </dt>
            <dd>{t(check.cure)}</dd>
          </div>
        ))}
      </dl>
      <h3>
        <T zh="度量" en="Measures" />
      </h3>
      <p>{ledger.measures.map((measure) => t(measure.words)).join(t({ zh: '、', en: ', ' }))}</p>
    </section>
  )
}

const columnOf = (ledger: LedgerShown, name: string) => ledger.columns.find((column) => column.name === name)
