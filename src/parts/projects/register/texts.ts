import type { RefusalTexts } from '#kernel/refusal.ts'

export const registerTexts: RefusalTexts = {
  'projects/unknown': {
    problem: { zh: '没有编号为 {project} 的项目', en: 'There is no project {project}' },
    cure: { zh: '请核对编号，或从项目表里打开', en: 'See to the code, or open it from the table of projects' },
  },
  'projects/code-known': {
    problem: { zh: '编号 {code} 已经用于另一个项目', en: 'The code {code} belongs to a project already' },
    cure: { zh: '请打开那个项目核对，或另用一个编号', en: 'Open that project to compare, or use another code' },
  },
  'projects/code-taken': {
    problem: { zh: '代码 {code} 现在属于“{project}”', en: 'The code {code} now belongs to "{project}"' },
    cure: {
      zh: '请核对代码；若那个项目的代码已作废，先在那里登记新代码',
      en: 'See to the code; if it is void there, register the new one of that project first',
    },
  },
  'projects/code-same': {
    problem: { zh: '这个项目现在的代码就是 {code}', en: 'The project bears the code {code} already' },
    cure: { zh: '不用再登记', en: 'Nothing needs to be done' },
  },
  'projects/moved-meanwhile': {
    problem: { zh: '“{project}”刚刚被别人移到“{stage}”', en: 'Somebody has just moved "{project}" to "{stage}"' },
    cure: {
      zh: '您填的内容还在；请看过新的阶段再提交',
      en: 'What you wrote is still here: look at where it stands now, then send it again',
    },
  },
  'projects/stage-not-next': {
    problem: { zh: '从“{from}”不能到“{stage}”', en: 'From "{from}" a project cannot go to "{stage}"' },
    cure: { zh: '现在可以到：{next}', en: 'It may now go to: {next}' },
  },
  'projects/gate-needs-evidence': {
    problem: { zh: '到“{stage}”要有凭据：{needs}', en: '"{stage}" asks for evidence: {needs}' },
    cure: {
      zh: '请选凭据种类并填写编号，或上传照片',
      en: 'Choose the kind of evidence and give its number, or send the photo',
    },
  },
  'projects/loss-needs-reason': {
    problem: { zh: '“{project}”流失的原因没有选', en: 'The reason why "{project}" was lost is missing' },
    cure: { zh: '请选流失原因', en: 'Choose why it was lost' },
  },
  'projects/day-ahead': {
    problem: { zh: '{day} 还没有到', en: '{day} has not come yet' },
    cure: {
      zh: '请填已经发生的日期；预计日期填在“预计”里',
      en: 'Give a day that has passed; a day that is expected goes into the field for that',
    },
  },
  'projects/day-before-stage': {
    problem: {
      zh: '{day} 早于它到达现在阶段的日期 {since}',
      en: '{day} is before it reached its present stage on {since}',
    },
    cure: {
      zh: '请核对日期；前一阶段的日期错了，请先更正',
      en: 'See to the day; if the day of the earlier stage is wrong, correct that first',
    },
  },
  'projects/day-past': {
    problem: { zh: '{day} 已经过去', en: '{day} is past' },
    cure: { zh: '请填今天或以后的日期，或不填', en: 'Give today or a later day, or none' },
  },
  'projects/month-ahead': {
    problem: { zh: '{month} 还没有到，现在是 {today}', en: '{month} has not come yet; it is {today}' },
    cure: { zh: '请选本月或以前的月份', en: 'Choose this month or an earlier one' },
  },
  'projects/milestone-unknown': {
    problem: { zh: '“{project}”没有节点 {milestone}', en: '"{project}" has no milestone {milestone}' },
    cure: { zh: '请从节点表里选，或先增加这个节点', en: 'Choose from its milestones, or add this one first' },
  },
  'projects/nothing-to-freeze': {
    problem: {
      zh: '项目 {project} 还没有节点，没有计划可以冻结',
      en: 'Project {project} has no milestones, so there is no plan to freeze',
    },
    cure: { zh: '请先填节点计划', en: 'Give its milestones first' },
  },
  'projects/baseline-same': {
    problem: {
      zh: '“{project}”的计划和现行基线完全一样',
      en: 'The plan of "{project}" is that of the current baseline',
    },
    cure: { zh: '不用再冻结；计划调整以后再来', en: 'There is nothing to freeze until the plan changes' },
  },
  'projects/zone-file': {
    problem: { zh: '{file} 读不通：{problem}', en: '{file} cannot be read: {problem}' },
    cure: { zh: '请按说明更正这个文件后再加载', en: 'Correct the file and load the zone again' },
  },
}
