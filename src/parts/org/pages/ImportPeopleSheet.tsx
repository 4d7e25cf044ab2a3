import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { downloadOf, uploadFile } from '#web/client.ts'
import { DayInput } from '#web/kit/DayInput.tsx'
import { FileDrop } from '#web/kit/FileDrop.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { Problem } from '#web/problem.ts'
import { importPeopleShape, type PeopleImport, peopleShape, peopleTemplateShape } from '../shapes.ts'
import { Refused } from './DeedSheet.tsx'

/** Takes a list of people in, and says row by row what could not be taken and why. */
export function ImportPeopleSheet({ today, onClose }: { today: string; onClose: () => void }) {
  const t = useWords()
  const queries = useQueryClient()
  const dayId = useId()
  const [on, setOn] = useState(today)
  const upload = useMutation<PeopleImport, Problem, File>({
    mutationFn: (file) => uploadFile(importPeopleShape, { sent: { query: { on } }, file }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [peopleShape.path] }),
  })
  return (
    <SideSheet title={t({ zh: '导入人员名册', en: 'Import a list of people' })} onClose={onClose}>
      <p className="org-meaning">
        <T
          zh="按工号认人：新工号新增；单位、职务、姓名、电话不同的算变动，以前的任职留在经历里；空格子不改动在册内容。同一名册再导一次什么也不变。"
          en="People are known by their code: a new code is added; another unit, title, name or phone is a change, and the place held before stays in the history; an empty cell changes nothing. The same list again changes nothing."
        />
      </p>
      <p>
        <Button icon={<DownloadOutlined aria-hidden />} href={downloadOf(peopleTemplateShape)} download>
          {t({ zh: '下载模板', en: 'Download the template' })}
        </Button>
      </p>
      <label className="import-day" htmlFor={dayId}>
        <T zh="调动自哪一天起" en="Moves hold from" />
        <DayInput id={dayId} value={on} onChange={(event) => setOn(event.target.value)} />
      </label>
      <FileDrop
        accept=".xlsx,.csv"
        disabled={upload.isPending || on === ''}
        onFiles={([file]) => file && upload.mutate(file)}
      >
        <T zh="xlsx 或 CSV，一次最多 5 万行" en="xlsx or CSV, at most 50,000 rows at once" />
      </FileDrop>
      <div aria-live="polite">
        {upload.isPending && <p>{t({ zh: '正在导入…', en: 'Importing…' })}</p>}
        {upload.error && <Refused problem={upload.error} />}
        {upload.data && <Imported result={upload.data} />}
      </div>
    </SideSheet>
  )
}

function Imported({ result }: { result: PeopleImport }) {
  const t = useWords()
  const { locale } = useLocale()
  const { rows, added, changed, unchanged, rejected } = result
  return (
    <>
      <p>
        <strong>
          {t(
            {
              zh: '共 {rows} 行：新增 {added} 人，变动 {changed} 人，未变 {unchanged} 人，退回 {rejected} 行。',
              en: '{rows} rows: {added} added, {changed} changed, {unchanged} unchanged, {rejected} sent back.',
            },
            { rows, added, changed, unchanged, rejected: rejected.length },
          )}
        </strong>
      </p>
      {rejected.length > 0 && (
        <>
          <p className="org-note">
            <T
              zh="退回的行没有入库，其余已入库。请在原文件里改好这些行再导入整个文件。"
              en="The rows below are not in, the others are. Mend them in your file and import the whole file again."
            />
          </p>
          <table className="rejected-people">
            <thead>
              <tr>
                <th scope="col">{t({ zh: '行', en: 'Line' })}</th>
                <th scope="col">{t({ zh: '内容', en: 'Cells' })}</th>
                <th scope="col">{t({ zh: '原因和办法', en: 'Reason and cure' })}</th>
              </tr>
            </thead>
            <tbody>
              {rejected.slice(0, 200).map((row) => (
                <tr key={row.line}>
                  <td>{row.line}</td>
                  <td>{row.cells.filter(Boolean).join(' ')}</td>
                  <td>
                    {row.problem[locale]}
                    <small>{row.cure[locale]}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {rejected.length > 200 && (
            <p className="org-note">{t({ zh: '只列前 200 行。', en: 'The first 200 rows are listed.' })}</p>
          )}
        </>
      )}
    </>
  )
}
