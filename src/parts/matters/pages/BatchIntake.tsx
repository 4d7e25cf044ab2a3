import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { downloadOf, type Reply, uploadFile } from '#web/client.ts'
import { DayInput } from '#web/kit/DayInput.tsx'
import { FileDrop } from '#web/kit/FileDrop.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { useDeed } from '#web/kit/use-deed.ts'
import { T, useWords } from '#web/locale.tsx'
import { listTemplateShape, sendListShape } from '../inspections/list-shapes.ts'
import { type Datum, datums, datumWords, type Level, levels, levelWords } from '../inspections/words.ts'
import { BatchLooked } from './BatchLooked.tsx'
import { FormField } from './FormField.tsx'
import './batch-intake.css'

export type Looked = Reply<typeof sendListShape>

interface Said {
  nameZh: string
  nameEn: string
  level: Level
  receivedOn: string
  dueOn: string
  datum: Datum
}

/** Takes a batch in: what it is, its list of issues looked at row by row, then whole or not at all. */
export function BatchIntake({ today }: { today: string }) {
  const t = useWords()
  const say = useSay()
  const go = useNavigate()
  const [said, setSaid] = useState<Said>(() => blank(today))
  const [file, setFile] = useState<File | null>(null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const look = useDeed(async (chosen: File, form: Said) => {
    setFile(chosen)
    setLooked(null)
    setLooked(await send(chosen, form, 'true'))
  })
  const take = useDeed(async () => {
    if (!file) return
    const done = await send(file, said, 'false')
    setLooked(done)
    if (!done.taken) return
    say(t({ zh: '已接收 {n} 件，待立案', en: '{n} issues are in, to be registered' }, { n: done.rows.length }))
    go(`/matters/inspections/${done.taken}`)
  })
  const change = (changed: Partial<Said>) => {
    const next = { ...said, ...changed }
    setSaid(next)
    // Days and coordinates are judged against the form: what was shown for the old one no longer holds.
    if (file && !('nameZh' in changed || 'nameEn' in changed || 'level' in changed)) look.deed(file, next)
  }
  const clean = looked !== null && looked.faults.length === 0 && !looked.again
  return (
    <form
      className="batch-intake"
      onSubmit={(event) => {
        event.preventDefault()
        take.deed()
      }}
    >
      <BatchFields said={said} change={change} />
      <FileDrop accept=".xlsx,.csv" onFiles={([chosen]) => chosen && look.deed(chosen, said)} disabled={look.busy}>
        <T zh="交办清单，xlsx 或 csv，最多 500 件" en="The list of issues, xlsx or csv, at most 500 of them" />
      </FileDrop>
      <p className="batch-template">
        <a href={downloadOf(listTemplateShape)} download>
          <T zh="下载清单模板" en="Load the template" />
        </a>
        <T
          zh="必有的列：受理编号、交办问题、污染类型、整改时限"
          en="It needs the receipt number, the issue, its pollution and its deadline"
        />
      </p>
      <ProblemLine problem={look.problem} />
      {look.busy && <p role="status">{t({ zh: '正在逐行检查…', en: 'Looking at each row…' })}</p>}
      {looked && <BatchLooked looked={looked} name={file?.name ?? ''} />}
      <ProblemLine problem={take.problem} />
      {clean && (
        <p className="orders-deeds">
          <Button type="primary" htmlType="submit" loading={take.busy} disabled={said.nameZh.trim().length < 2}>
            <T zh="接收 {n} 件" en="Take in all {n}" n={looked.rows.length} />
          </Button>
          {said.nameZh.trim().length < 2 && (
            <small>
              <T zh="先写批次名称" en="Name the batch first" />
            </small>
          )}
        </p>
      )}
    </form>
  )
}

interface FieldsProps {
  said: Said
  change: (changed: Partial<Said>) => void
}

function BatchFields({ said, change }: FieldsProps) {
  const t = useWords()
  return (
    <div className="batch-fields">
      <FormField words={<T zh="批次名称" en="Name of the batch" />}>
        {(id) => (
          <Input
            {...{ id, maxLength: 80, value: said.nameZh }}
            placeholder={t({ zh: '如：中央环保督察“回头看”第 19 批', en: 'In Chinese, as it was handed over' })}
            onChange={(event) => change({ nameZh: event.target.value })}
          />
        )}
      </FormField>
      <FormField words={<T zh="英文名称（可不填）" en="Name in English, if any" />}>
        {(id) => (
          <Input
            {...{ id, maxLength: 120, value: said.nameEn }}
            onChange={(event) => change({ nameEn: event.target.value })}
          />
        )}
      </FormField>
      <FormField words={<T zh="层级" en="Level" />}>
        {(id) => (
          <Select
            {...{ id, value: said.level }}
            onChange={(level) => change({ level })}
            options={levels.map((value) => ({ value, label: t(levelWords[value]) }))}
          />
        )}
      </FormField>
      <FormField words={<T zh="经纬度坐标系" en="Coordinates are" />}>
        {(id) => (
          <Select
            {...{ id, value: said.datum }}
            onChange={(datum) => change({ datum })}
            options={datums.map((value) => ({ value, label: t(datumWords[value]) }))}
          />
        )}
      </FormField>
      <FormField words={<T zh="接收日期" en="Received on" />}>
        {(id) => (
          <DayInput
            {...{ id, value: said.receivedOn }}
            onChange={({ target }) => target.value && change({ receivedOn: target.value })}
          />
        )}
      </FormField>
      <FormField words={<T zh="整批办结期限" en="All of it is due on" />}>
        {(id) => (
          <DayInput
            {...{ id, value: said.dueOn }}
            onChange={({ target }) => target.value && change({ dueOn: target.value })}
          />
        )}
      </FormField>
    </div>
  )
}

/** Received today, to be answered within fifteen days, as the inspections' daily batches are. */
function blank(today: string): Said {
  const due = new Date(`${today}T00:00:00Z`)
  due.setUTCDate(due.getUTCDate() + 15)
  const dueOn = due.toISOString().slice(0, 10)
  return { nameZh: '', nameEn: '', level: 'central', receivedOn: today, dueOn, datum: 'wgs84' }
}

function send(file: File, { nameZh, nameEn, ...form }: Said, dryRun: 'true' | 'false'): Promise<Looked> {
  const names = dryRun === 'true' ? {} : { nameZh, ...(nameEn.trim() ? { nameEn } : {}) }
  return uploadFile(sendListShape, { sent: { query: { dryRun, ...form, ...names } }, file } as never)
}
