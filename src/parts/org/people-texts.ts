import type { RefusalTexts } from '#kernel/refusal.ts'

/** What is refused about people, in verbs and in rows of a list. */
export const peopleRefusals: RefusalTexts = {
  'org/person-unknown': {
    problem: { zh: '没有这名人员（{person}）。', en: 'There is no such person ({person}).' },
    cure: { zh: '请从人员页重新查找。', en: 'Find them again on the People page.' },
  },
  'org/person-code-taken': {
    problem: { zh: '工号 {code} 已有人用。', en: 'The person code {code} is taken.' },
    cure: { zh: '请换一个工号，或打开已有人员修改。', en: 'Choose another code, or open the person who has it.' },
  },
  'org/person-code-unreadable': {
    problem: { zh: '工号“{code}”不合要求。', en: 'The person code "{code}" cannot be used.' },
    cure: { zh: '工号用字母、数字、点、横线，最长 30 位。', en: 'Use letters, digits, dots and hyphens, at most 30.' },
  },
  'org/person-code-twice': {
    problem: { zh: '工号 {code} 在第 {line} 行已出现。', en: 'The person code {code} already stands in line {line}.' },
    cure: { zh: '一人只留一行。', en: 'Keep one line for a person.' },
  },
  'org/person-left': {
    problem: { zh: '{name} 自 {left} 起已离开。', en: '{name} left on {left}.' },
    cure: {
      zh: '离开的人员只能查阅；返岗请用新工号新增。',
      en: 'Who left can only be read; add a returning person under a new code.',
    },
  },
  'org/person-move-too-early': {
    problem: {
      zh: '{name} 自 {last} 起在现岗位，{on} 早于或等于它。',
      en: '{name} has held this place since {last}; {on} is not after it.',
    },
    cure: { zh: '请选 {last} 之后的日期。', en: 'Choose a day after {last}.' },
  },
  'org/joined-differs': {
    problem: {
      zh: '{name} 的入职日期在册为 {joined}，与本行不同。',
      en: '{name} joined on {joined} by the record, this line says otherwise.',
    },
    cure: {
      zh: '请核对；以在册为准时把本行该格改为 {joined} 或留空。',
      en: 'Check it; if the record is right, write {joined} in this line or leave the cell empty.',
    },
  },
  'org/phone-unreadable': {
    problem: { zh: '电话号码不合要求。', en: 'The phone number cannot be read.' },
    cure: {
      zh: '请填 11 位手机号，或带区号的座机号，例如 0371-66660000。',
      en: 'Give an 11-digit mobile number, or a fixed one with its area code such as 0371-66660000.',
    },
  },
  'org/phone-missing': {
    problem: { zh: '{name} 没有登记电话。', en: 'No phone is on record for {name}.' },
    cure: { zh: '请在人员名册里补上电话后重新导入。', en: 'Add the phone to the list of people and import it again.' },
  },
  'org/phone-sealed': {
    problem: { zh: '电话用另一把密钥封存，打不开。', en: 'The phone was sealed with another key and does not open.' },
    cure: {
      zh: '请系统管理员核对 JINGKAI_SECRET 或数据文件夹里的密钥是否换过，恢复原密钥。',
      en: 'Ask the administrator whether JINGKAI_SECRET or the secret in the data folder was changed, and to put the old one back.',
    },
  },
  'org/headings-missing': {
    problem: {
      zh: '名册缺少这些列：{missing}。文件里的列：{found}。',
      en: 'The list lacks these columns: {missing}. It has: {found}.',
    },
    cure: {
      zh: '请下载模板对照第一行表头，改好后再导入。',
      en: 'Compare the first row with the template, then import again.',
    },
  },
  'org/list-too-long': {
    problem: {
      zh: '名册有 {rows} 行，一次最多 {most} 行。',
      en: 'The list has {rows} rows; at most {most} go at once.',
    },
    cure: { zh: '请拆成几个文件分别导入。', en: 'Split it into several files.' },
  },
  'org/row-too-long': {
    problem: {
      zh: '本行有 {cells} 格，表头只有 {headings} 格。',
      en: 'This row has {cells} cells, the headings {headings}.',
    },
    cure: { zh: '请检查是否有多余的逗号或串格。', en: 'Look for a stray comma or a shifted cell.' },
  },
  'org/cell-empty': {
    problem: { zh: '“{heading}”没有填。', en: '"{heading}" is empty.' },
    cure: { zh: '请补上后再导入。', en: 'Fill it in and import again.' },
  },
  'org/text-too-long': {
    problem: { zh: '姓名或职务超过 {most} 个字。', en: 'The name or title is longer than {most} characters.' },
    cure: { zh: '请缩短后再导入。', en: 'Shorten it and import again.' },
  },
}
