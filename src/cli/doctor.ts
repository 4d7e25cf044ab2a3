import type { Command } from '#kernel/command.ts'
import { say } from '#kernel/i18n/words.ts'
import { queuesOf } from '#kernel/jobs/declared.ts'
import { jobsDoctor } from '#kernel/jobs/queries.ts'
import { kernelJobs } from '#kernel/kernel-jobs.ts'
import type { DoctorLine } from '#kernel/part.ts'
import { parts } from '#parts/index.ts'

export const doctor: Command = {
  name: 'doctor',
  summary: { zh: '检查数据库、迁移、任务和各部分是否正常', en: 'Check the database, migrations, jobs and every part' },
  run: async (work, _asked, out) => {
    const { rows } = await work.pool.query<{ version: string; migrations: string; size: string }>(
      `select current_setting('server_version') as version, (select max(number) from migrations)::text as migrations,
         pg_size_pretty(pg_database_size(current_database())) as size`,
    )
    const { version = '', migrations = '', size = '' } = rows[0] ?? {}
    const lines: DoctorLine[] = [
      {
        name: 'database',
        well: Number.parseInt(version, 10) >= 15,
        words: {
          zh: `PostgreSQL ${version}，迁移到 ${migrations}，占用 ${size}`,
          en: `PostgreSQL ${version}, migrated to ${migrations}, ${size} on disk`,
        },
      },
    ]
    lines.push(...(await jobsDoctor(work.pool, queuesOf(parts, kernelJobs('')))))
    for (const part of parts) lines.push(...((await part.doctor?.(work)) ?? []))
    for (const line of lines) out.print(`${line.well ? '●' : '■'} ${line.name}  ${say(line.words, out.locale)}`)
    out.json({ well: lines.every((line) => line.well), lines })
    return lines.every((line) => line.well) ? 0 : 3
  },
}
