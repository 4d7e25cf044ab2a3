import { anchorAudit } from './audit/anchors.ts'
import type { Work } from './db/work.ts'
import type { Job } from './jobs/job.ts'
import { sweepPhotos } from './photos/sweep.ts'

/** Background work that belongs to no part. */
export function kernelJobs(dataFolder: string): Job[] {
  return [
    {
      name: 'audit/anchor',
      words: { zh: '在数据库外记下审计链末端', en: "Note the audit chain's end outside of the database" },
      schedule: '0 * * * *',
      run: async (work) => {
        await anchorAudit(work, dataFolder)
      },
    },
    {
      name: 'access/forget',
      words: { zh: '清除过期的登录、验证和进度', en: 'Forget ended sessions, used challenges and old progress' },
      schedule: '20 3 * * *',
      run: forget,
    },
    {
      name: 'photos/sweep',
      words: { zh: '清除没有用到的照片', en: 'Remove photos that nothing used' },
      schedule: '40 * * * *',
      run: async (work) => {
        await sweepPhotos(work)
      },
    },
  ]
}

/** Sessions and challenges once they have run out, tries at the door after thirty days, progress after seven. */
async function forget(work: Work): Promise<void> {
  const now = work.now()
  await work.pool.query('delete from sessions where expires_at < $1', [now])
  await work.pool.query('delete from verifications where expires_at < $1', [now])
  await work.pool.query(`delete from sign_in_failures where failed_at < $1::timestamptz - interval '30 days'`, [now])
  await work.pool.query(`delete from progress where told_at < $1::timestamptz - interval '7 days'`, [now])
}
