import type { RefusalTexts } from '../refusal.ts'

/** What the audit chain refuses. */
export const auditRefusals: RefusalTexts = {
  'audit/head-missing': {
    problem: {
      zh: '审计链的末端记录不见了，不能再写入。',
      en: 'The end of the audit chain is missing; nothing can be written.',
    },
    cure: {
      zh: '请运行 jingkai audit verify 查明，并从备份恢复。',
      en: 'Run jingkai audit verify to see what is gone, and restore from a backup.',
    },
  },
}
