import { Progress, useProgress } from '#web/kit/Progress.tsx'
import { useWords } from '#web/locale.tsx'
import type { Import } from './use-import.ts'

/** How far a dry run or an import has come, first up to the server, then row by row; and a way to stop it. */
export function ImportRunning({ work }: { work: Import }) {
  const t = useWords()
  const { busy, progress, sent, file } = work.state
  const { told, lost } = useProgress(progress)
  const name =
    busy === 'trying'
      ? t({ zh: '正在试运行，不改动数据…', en: 'Trying it; nothing is changed…' })
      : t({ zh: '正在导入…', en: 'Importing…' })
  const uploading =
    sent < 1 && file
      ? {
          done: Math.round(sent * file.size),
          total: file.size,
          ended: false,
          words: { zh: '正在上传文件…', en: 'Sending the file…' },
        }
      : null
  return (
    <div className="import-running">
      <Progress told={told ?? uploading} lost={lost} name={name} onStop={work.stop} />
    </div>
  )
}
