import { statSync } from 'node:fs'
import path from 'node:path'
import type { Out } from '#kernel/command.ts'
import { say } from '#kernel/i18n/words.ts'
import type { ImportProgress, ImportResult } from './import.ts'

/** The one bar over all files of a command: which file, rows a second and the time left. */
export interface FilesProgress {
  /** Answers who is told of the progress of the file. */
  begins(file: string): (progress: ImportProgress) => void
  ends(result: ImportResult): void
  end(): void
}

/** Files that are in already cost next to nothing and do not count for the speed. */
export function filesProgress(files: readonly string[], out: Out): FilesProgress {
  const sizes = files.map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
  const all = Math.max(
    1,
    sizes.reduce((sum, size) => sum + size, 0),
  )
  const bar = out.progress({ zh: '导入', en: 'Importing' }, 1000)
  let [number, behind, skipped, rows, started] = [0, 0, 0, 0, performance.now()]
  return {
    begins: (file) => {
      number += 1
      return ({ stage, rows: read, share }) => {
        const done = behind + sizes[number - 1]! * share
        const seconds = (performance.now() - started) / 1000
        const speed = Math.round((rows + read) / seconds)
        const left = ((all - done) * seconds) / Math.max(1, done - skipped)
        const words = stage === 'reading' ? reading : settling
        const told = {
          number,
          files: files.length,
          file: path.basename(file),
          speed: grouped(speed),
          left: clock(left),
        }
        bar.step((1000 * done) / all, say(words, out.locale, told))
      }
    },
    ends: (result) => {
      behind += sizes[number - 1]!
      if (result.sameAs === null) rows += result.rows
      else {
        skipped += sizes[number - 1]!
        if (rows === 0) started = performance.now()
      }
      bar.step((1000 * behind) / all)
    },
    end: () => bar.end(),
  }
}

const reading = {
  zh: '第 {number}/{files} 个 {file} · 每秒 {speed} 行 · 还需 {left}',
  en: '{number} of {files} {file} · {speed} rows/s · {left} left',
}
const settling = {
  zh: '第 {number}/{files} 个 {file} · 正在入库 · 还需 {left}',
  en: '{number} of {files} {file} · settling · {left} left',
}

const grouped = (count: number): string => count.toLocaleString('en')

/** `1:02:03`, `2:03` */
function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`
}
