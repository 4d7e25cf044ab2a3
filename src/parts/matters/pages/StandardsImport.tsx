import { Button, Input } from 'antd'
import { useState } from 'react'
import { Problem, type Reply, uploadFile } from '#web/client.ts'
import { FileDrop } from '#web/kit/FileDrop.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { useDeed } from '#web/kit/use-deed.ts'
import { T, useWords } from '#web/locale.tsx'
import { sendStandards } from '../standards/shapes.ts'
import { FormField } from './FormField.tsx'

type Looked = Reply<typeof sendStandards>

/** A new version from a table: first what it would change and what is wrong in it, then its import with a reason. */
export function StandardsImport() {
  const t = useWords()
  const say = useSay()
  const [file, setFile] = useState<File | null>(null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const [reason, setReason] = useState('')
  const look = useDeed(async (chosen: File) => {
    setFile(chosen)
    setLooked(null)
    setLooked(await send(chosen, 'true', ''))
  })
  const take = useDeed(async () => {
    if (!file) return
    const taken = await send(file, 'false', reason)
    say(t({ zh: '已启用第 {id} 版标准', en: 'Version {id} is in force' }, { id: taken.set ?? 0 }))
    window.location.reload()
  })
  return (
    <div className="standards-import">
      <FileDrop accept=".xlsx,.csv" onFiles={([chosen]) => chosen && look.deed(chosen)} disabled={look.busy}>
        <T
          zh="列：小类代码、小类名称、处置单位、立案条件、结案条件、处置时限（合并单元格可以）"
          en="Code and name of the category, duty unit, conditions and limit under their Chinese headings; merged cells are understood"
        />
      </FileDrop>
      <ProblemLine problem={look.problem} />
      {looked && <LookedAt looked={looked} name={file?.name ?? ''} />}
      {looked && looked.faults.length === 0 && (
        <form
          className="orders-form"
          onSubmit={(event) => {
            event.preventDefault()
            take.deed()
          }}
        >
          <FormField words={<T zh="改版原因" en="Why it changes" />}>
            {(id) => (
              <Input id={id} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
            )}
          </FormField>
          <ProblemLine problem={take.problem} />
          <p className="orders-deeds">
            <Button type="primary" htmlType="submit" loading={take.busy} disabled={reason.trim().length < 2}>
              <T zh="启用这一版" en="Put it in force" />
            </Button>
          </p>
        </form>
      )}
    </div>
  )
}

async function send(file: File, dryRun: 'true' | 'false', reason: string): Promise<Looked> {
  const fields = { title: file.name.replace(/\.\w+$/, ''), reason: reason || 'preview' }
  const done = uploadFile(sendStandards, { sent: { query: { dryRun } }, file, fields })
  return await done.catch((met: unknown) => {
    throw met instanceof Problem ? met : new Problem({ code: 'fault', status: 500, title: String(met) })
  })
}

function LookedAt({
  looked: { standards, categories, faults, notes, diff, again },
  name,
}: {
  looked: Looked
  name: string
}) {
  const t = useWords()
  return (
    <div className="standards-looked">
      <p>
        {again
          ? t({ zh: '{name} 已经导入过。', en: '{name} was imported before.' }, { name })
          : t(
              {
                zh: '{name}：{categories} 个小类，{standards} 条标准；新增 {added}，删去 {removed}，修改 {changed}，不变 {unchanged}。',
                en: '{name}: {categories} categories, {standards} standards; {added} added, {removed} removed, {changed} changed, {unchanged} as before.',
              },
              {
                ...{ name, categories, standards, added: diff.added.length, removed: diff.removed.length },
                ...{ changed: diff.changed.length, unchanged: diff.unchanged },
              },
            )}
      </p>
      {faults.length > 0 && (
        <p className="standards-faulty">
          <T
            zh="有 {n} 处错误，整份未导入；改正后再拖进来。"
            en="{n} faults: nothing is taken in until they are corrected."
            n={faults.length}
          />
        </p>
      )}
      <ul>
        {faults.slice(0, 50).map(({ sheet, line, words }) => (
          <li key={`${sheet} ${line} ${words.zh}`} data-fault>
            {t({ zh: `${sheet} 第 ${line} 行：`, en: `${sheet}, row ${line}: ` })}
            {t(words)}
          </li>
        ))}
        {notes.slice(0, 20).map(({ sheet, line, words }) => (
          <li key={`${sheet} ${line} ${words.zh}`}>
            {t({ zh: `${sheet} 第 ${line} 行：`, en: `${sheet}, row ${line}: ` })}
            {t(words)}
          </li>
        ))}
        {diff.changed.slice(0, 50).map(({ code, name: changed, condition, changes }) => (
          <li key={`${code} ${condition}`}>
            {code} {changed}：{condition}
            {changes.map(({ field, was, is }) => (
              <small key={field}>
                {t(was)} → {t(is)}
              </small>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
