import type { ReactNode } from 'react'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import type { BatchShown } from '../import-shapes.ts'
import { BatchState } from './BatchState.tsx'
import { useUnits } from './unit-names.ts'
import { grouped } from './values.ts'
import { originWords, whoEntered } from './words.ts'

/** Who, when, which file, and whether the batch counts. */
export function BatchFacts({ batch }: { batch: BatchShown }) {
  const t = useWords()
  const { locale } = useLocale()
  const { withdrawn } = batch
  const { names } = useUnits()
  return (
    <dl className="batch-facts">
      <Fact words={{ zh: '状态', en: 'State' }}>
        <BatchState withdrawn={withdrawn !== null} />
      </Fact>
      {withdrawn && (
        <Fact words={{ zh: '撤回', en: 'Withdrawn' }}>
          {withdrawn.byName}, <When at={withdrawn.at} />
          <span className="row-reason">{withdrawn.reason}</span>
        </Fact>
      )}
      <Fact words={{ zh: '记入', en: 'Entered' }}>
        {t(whoEntered(batch))}, <When at={batch.enteredAt} />
        {batch.reason && <span className="row-reason">{batch.reason}</span>}
      </Fact>
      <Fact words={{ zh: '单位', en: 'Unit' }}>{names.get(batch.unit)?.[locale] ?? batch.unit}</Fact>
      <Fact words={{ zh: '方式', en: 'How' }}>{t(originWords[batch.origin])}</Fact>
      {batch.origin !== 'page' && batch.origin !== 'door' && (
        <Fact words={{ zh: '文件', en: 'File' }}>
          {batch.fileName}
          <small> {fileSaid(batch)}</small>
        </Fact>
      )}
      {batch.sha256 && (
        <Fact words={{ zh: '文件指纹', en: 'Fingerprint' }}>
          <code title={batch.sha256}>{batch.sha256.slice(0, 16)}…</code>
        </Fact>
      )}
      {batch.ignored.length > 0 && (
        <Fact words={{ zh: '没有导入的列', en: 'Columns left out' }}>
          {batch.ignored.join(t({ zh: '、', en: ', ' }))}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ words, children }: { words: Words; children: ReactNode }) {
  return (
    <div>
      <dt>
        <T {...words} />
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

function fileSaid({ format, encoding, bytes, seconds }: BatchShown): string {
  const size = bytes === null ? null : `${grouped(Math.max(1, Math.round(bytes / 1000)))} KB`
  return [format, encoding, size, `${Number(seconds)} s`].filter(Boolean).join(' · ')
}
