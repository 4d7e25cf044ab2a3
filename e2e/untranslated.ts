import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

const zone = new URL('../zones/zhengzhou-2018/', import.meta.url)

/** Words of the zone's records, which a page says as they were recorded in either language. */
const recorded = [
  ...cellsOf('people.csv', ['name_zh', 'title']),
  ...cellsOf('records/trade/trains-2018.csv', ['线路', '口岸']),
  ...cellsOf('records/economy/enterprises.csv', ['企业名称', '行业']),
  ...cellsOf('records/trade/ftz-registrations.csv', ['企业名称', '功能区块']),
  ...cellsOf('records/trade/ftz-changes.csv', ['变更后名称', '备注']),
  ...cellsOf('records/trade/ftz-reforms.csv', ['改革事项', '印发文件']),
  ...cellsOf('records/trade/ftz-innovations.csv', ['创新案例', '报送对象']),
  ...cellsOf('records/economy/output-2018.csv', ['行业', '细分行业']),
  ...cellsOf('records/projects/projects.csv', ['项目名称', '建设单位', '引荐单位', '建设地点', '指挥部', '建设内容']),
  ...cellsOf('records/projects/project-stages.csv', ['凭据']),
  ...cellsOf('records/projects/project-months.csv', ['本月进展']),
  ...cellsOf('projects/judgements.csv', ['narrative']),
  ...cellsOf('projects/baselines.csv', ['reason']),
  ...cellsOf('projects/excuses.csv', ['reason']),
  ...cellsOf('projects/codes.csv', ['code', 'reason']),
  ...cellsOf('projects/contacts.csv', ['words']),
  ...cellsOf('records/projects/project-milestones.csv', ['节点']),
  ...cellsOf('projects/problems.csv', ['title']),
  ...cellsOf('projects/visits.csv', ['met']),
  ...cellsOf('matters/matters.csv', ['title', 'address', 'description', 'source']),
  ...cellsOf('matters/deeds.csv', ['words']),
  ...cellsOf('matters/batches.csv', ['name_zh']),
  ...cellsOf('matters/issues.csv', ['finding_words', 'measures']),
  ...cellsOf('matters/standards.csv', ['大类名称', '小类名称', '处置单位', '立案条件', '结案条件']),
].sort((a, b) => b.length - a.length)

const saying = 'h1, h2, h3, h4, h5, h6, button, label, legend, th, dt, caption, option, nav a, summary, small, p'

/**
 * Words in headings, buttons, labels and sentences that are not in the page's language: Chinese on an English page apart from what
 * the records say, bare English in the buttons and links of a Chinese one. What is marked with another `lang` is meant so.
 */
export async function untranslated(page: Page, language: 'zh' | 'en'): Promise<string[]> {
  const words = await (language === 'en' ? saidIn(page, saying, 'zh-CN') : saidIn(page, 'button, nav a', 'en'))
  const odd = language === 'en' ? isChinese : isBareEnglish
  return [...new Set(words)].filter(odd)
}

async function saidIn(page: Page, selector: string, meantSo: string): Promise<string[]> {
  return page.locator('body').evaluate(
    (body, { selector, meantSo }) =>
      [...body.querySelectorAll(selector)]
        .filter((one) => one.checkVisibility() && !one.closest(`[lang="${meantSo}"]`))
        .flatMap((one) => [one.textContent, one.getAttribute('aria-label'), one.getAttribute('title')])
        .filter(Boolean)
        .map((text) => text.trim()),
    { selector, meantSo },
  )
}

function isChinese(words: string): boolean {
  const rest = recorded.reduce((left, known) => left.replaceAll(known, ''), words)
  return /\p{Script=Han}/u.test(rest)
}

/** Names of formats, keys and accounts are the same in Chinese. */
const sameInChinese = ['CSV', 'xlsx', 'Word', 'Markdown', 'Ctrl K', 'English', ...cellsOf('accounts.csv', ['username'])]

function isBareEnglish(words: string): boolean {
  return /[A-Za-z]{2,}/.test(sameInChinese.reduce((left, known) => left.replaceAll(known, ''), words))
}

function cellsOf(file: string, columns: readonly string[]): string[] {
  const [head = '', ...lines] = readFileSync(new URL(file, zone), 'utf8').trim().split(/\r?\n/)
  const places = columns.map((column) => head.split(',').indexOf(column))
  return [...new Set(lines.flatMap((line) => places.map((place) => line.split(',')[place] ?? '')))].filter(Boolean)
}
