import type { RefusalTexts } from '#kernel/refusal.ts'

export const evaluationTexts: RefusalTexts = {
  'matters/persons-compared': {
    problem: {
      zh: '岗位考评只给督办和考评人员看。',
      en: 'The evaluation of persons is shown to who supervises them only.',
    },
    cure: {
      zh: '可查看专业部门和区域的考评；如需查看岗位考评，请向安全管理员申请“督办和考评”权限。',
      en: 'Look at duty units and areas, or ask the security administrator for the permission to supervise.',
    },
  },
  'matters/calendar-meanwhile': {
    problem: {
      zh: '日历在您查看之后已经换了版本（{by}：{reason}）。',
      en: 'The calendar was changed after you looked at it ({by}: {reason}).',
    },
    cure: { zh: '请刷新页面，在新版本上再改。', en: 'Load the page again and make your change on the new version.' },
  },
}
