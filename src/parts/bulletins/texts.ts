import type { RefusalTexts } from '#kernel/refusal.ts'

/** What the part says when it refuses. */
export const refusals: RefusalTexts = {
  'bulletins/template-unknown': {
    problem: { zh: '没有通报模板“{template}”。', en: 'There is no bulletin template "{template}".' },
    cure: {
      zh: '现有或相近的模板：{known}。模板放在园区数据包的 templates 文件夹里。',
      en: 'There are, or nearest: {known}. Templates lie in the folder templates of the zone package.',
    },
  },
  'bulletins/template-unreadable': {
    problem: {
      zh: '模板 {template} 第 {line} 行写得不对：{problem}',
      en: 'Line {line} of the template {template} is wrong: {problem}',
    },
    cure: {
      zh: '请改正该行后重新加载；开头须有 --- 之间的 name 和 period，正文是带数字标签的 Markdown。',
      en: 'Mend that line and load again. A template begins with name and period between lines of ---, then Markdown with figure tags.',
    },
  },
  'bulletins/indicator-unknown': {
    problem: {
      zh: '模板 {template} 第 {line} 行用了不存在的指标“{indicator}”。',
      en: 'Line {line} of the template {template} names an indicator that is not there: "{indicator}".',
    },
    cure: {
      zh: '相近的指标：{nearest}。改正代码后重新加载。',
      en: 'Nearest: {nearest}. Correct the code and load again.',
    },
  },
  'bulletins/option-unknown': {
    problem: {
      zh: '模板 {template} 第 {line} 行的选项“{option}”不认识。',
      en: 'Line {line} of the template {template} has an unknown option "{option}".',
    },
    cure: { zh: '可用的有：{known}。', en: 'Known: {known}.' },
  },
  'bulletins/project-missing': {
    problem: {
      zh: '{template} 第 {line} 行：到本期末没有编号 {project} 的项目阶段',
      en: '{template}, line {line}: by the end of the period project {project} has reached no stage',
    },
    cure: {
      zh: '请核对项目编号；只在某一期才写的句子，请放进该期的条件里',
      en: 'See to the code; a sentence that only one period has goes into a condition of that period',
    },
  },
  'bulletins/target-missing': {
    problem: {
      zh: '模板 {template} 第 {line} 行要用指标 {indicator} 的目标，但这一年没有设它的目标。',
      en: 'Line {line} of the template {template} asks for the target of {indicator}, which has none in that year.',
    },
    cure: {
      zh: '请先在目标页设定目标，或从模板里去掉这一处。',
      en: 'Set the target on the Targets page, or take it out of the template.',
    },
  },
  'bulletins/title-missing': {
    problem: { zh: '模板 {template} 的正文没有标题。', en: 'The text of the template {template} has no title.' },
    cure: { zh: '请让正文第一行是“# 标题”。', en: 'Let the first line of the text be "# Title".' },
  },
  'bulletins/markdown-unsupported': {
    problem: {
      zh: '模板 {template} 里的“{element}”不能印在通报上：{text}',
      en: 'The template {template} has a "{element}", which a bulletin cannot print: {text}',
    },
    cure: {
      zh: '可用的是标题（## 到 ####）、段落、列表、表格、加粗和强调。',
      en: 'Use headings (## to ####), paragraphs, lists, tables, strong and emphasis.',
    },
  },
  'bulletins/language-missing': {
    problem: {
      zh: '模板“{template}”没有这种文字：{language}。',
      en: 'The template "{template}" is not written in: {language}.',
    },
    cure: {
      zh: '请换一种文字，或在 templates 文件夹里补上该文字的模板。',
      en: 'Choose the other language, or add the template in this one to the folder templates.',
    },
  },
  'bulletins/period-kind': {
    problem: {
      zh: '模板 {template} 不是为 {period} 这样的时期写的。',
      en: 'The template {template} is not written for a period like {period}.',
    },
    cure: {
      zh: '它要的时期是 {kind}：year 如 2018，half 如 2018-H1，quarter 如 2018-Q2，month 如 2018-06。',
      en: 'It takes a {kind}: year like 2018, half like 2018-H1, quarter like 2018-Q2, month like 2018-06.',
    },
  },
  'bulletins/period-not-begun': {
    problem: {
      zh: '{period} 从 {start} 开始，而数据到 {today} 为止。',
      en: '{period} begins on {start}; the records are of {today}.',
    },
    cure: { zh: '请选已经开始的时期。', en: 'Choose a period that has begun.' },
  },
  'bulletins/figures-missing': {
    problem: {
      zh: '有 {count} 个指标没有数据：{indicators}。',
      en: '{count} indicators have no figure: {indicators}.',
    },
    cure: {
      zh: '请先补齐填报或记录；确需印发时，可选择缺数也印发，缺处会印“数据暂缺”。',
      en: 'Fill in the forms or records first; or issue even so, and the gaps are printed as not yet known.',
    },
  },
  'bulletins/issued-already': {
    problem: {
      zh: '{period} 的这份通报（{template}）已经印发，编号 {id}。',
      en: 'The bulletin {template} of {period} has been issued: number {id}.',
    },
    cure: {
      zh: '如须重印，请先写明原因撤回编号 {id}。',
      en: 'To issue it anew, withdraw number {id} with a reason first.',
    },
  },
  'bulletins/unknown': {
    problem: { zh: '没有编号为 {id} 的通报。', en: 'There is no bulletin number {id}.' },
    cure: { zh: '请从通报列表打开。', en: 'Open it from the list of bulletins.' },
  },
  'bulletins/withdrawn-already': {
    problem: { zh: '这份通报已由 {by} 撤回。', en: 'This bulletin has been withdrawn by {by}.' },
    cure: {
      zh: '撤回的通报只供查阅；可按同一模板重新印发。',
      en: 'It is kept for reference; the same template can be issued anew.',
    },
  },
  'bulletins/format-unknown': {
    problem: { zh: '不能写成“{out}”这样的文件。', en: 'A bulletin cannot be written as "{out}".' },
    cure: { zh: '文件名请以 .docx、.html 或 .md 结尾。', en: 'Let the file name end in .docx, .html or .md.' },
  },
  'bulletins/moment-unreadable': {
    problem: { zh: '“{text}”不是一个时刻。', en: '"{text}" is not a moment.' },
    cure: { zh: '请写成 2018-07-01T08:00:00+08:00 这样的形式。', en: 'Write it like 2018-07-01T08:00:00+08:00.' },
  },
  'bulletins/template-changed': {
    problem: {
      zh: '{by}刚保存了这个模板的第 {version} 版。',
      en: 'Version {version} of this template has just been saved by {by}.',
    },
    cure: {
      zh: '请先看过新版本，把您的修改并进去再保存；您写的内容还在本页。',
      en: 'Look at that version, bring your changes into it and save again; what you wrote is still on this page.',
    },
  },
  'bulletins/template-same': {
    problem: {
      zh: '内容与在用的第 {version} 版完全相同。',
      en: 'The text is that of version {version}, which is in use.',
    },
    cure: { zh: '改动以后再保存。', en: 'Save it once something has changed.' },
  },
  'bulletins/people-sign': {
    problem: {
      zh: '通报要由人逐步签署，不能从模板直接印发。',
      en: 'A bulletin is signed step by step by people; it cannot be issued straight from a template.',
    },
    cure: {
      zh: '请在“通报”页起草，核对、审核后由负责人印发。',
      en: 'Draw it up on the page Bulletins; it is checked, reviewed, and issued by a lead.',
    },
  },
  'bulletins/template-version-unknown': {
    problem: { zh: '模板 {template} 没有第 {version} 版。', en: 'The template {template} has no version {version}.' },
    cure: { zh: '请从版本列表里选。', en: 'Choose one from the list of versions.' },
  },
}
