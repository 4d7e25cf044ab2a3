import { Link } from 'react-router'
import type { Reply } from '#web/client.ts'
import { T, useWords } from '#web/locale.tsx'
import { moneyWords } from '../register/printed.ts'
import type { projectsShape } from '../sight/list-shapes.ts'
import { projectPath } from './project-words.ts'

/** How many projects, how many lights of which colour, what the worst one lacks, and how far the money is. */
export function ProjectsSentence({ list: { whole, worst, disagreements } }: { list: Reply<typeof projectsShape> }) {
  const t = useWords()
  const { green = 0, yellow = 0, red = 0, none = 0 } = whole.lights
  return (
    <>
      <T
        zh="{projects} 个项目中，绿灯 {green} 个、黄灯 {yellow} 个、红灯 {red} 个"
        en="Of {projects} projects {green} are green, {yellow} yellow and {red} red"
        {...{ projects: whole.projects, green, yellow, red }}
      />
      {none > 0 &&
        t(
          {
            zh: '，{none} 个未到评灯的时候',
            en: none === 1 ? ', one is not lit yet' : ', {none} are not lit yet',
          },
          { none },
        )}
      {worst?.because && worst.light !== 'green' && (
        <>
          <T zh="；最急的是" en="; the most pressing is " />
          <Link to={projectPath(worst)}>{worst.name}</Link>
          <T zh="，{because}" en=": {because}" because={t(worst.because)} />
        </>
      )}
      <T
        zh="。总投资{all}，已完成{done}"
        en=". Together they are worth {all}, of which {done} is done"
        all={t(moneyWords(whole.investment))}
        done={t(moneyWords(whole.invested))}
      />
      {whole.alarms > 0 &&
        t(
          {
            zh: '；{count} 个项目的资金跑在进度前面',
            en:
              whole.alarms === 1
                ? '; in one the money runs ahead of the work'
                : '; in {count} the money runs ahead of the work',
          },
          { count: whole.alarms },
        )}
      {disagreements.length > 0 &&
        t(
          {
            zh: '；{count} 个项目的计算灯与研判不一致',
            en:
              disagreements.length === 1
                ? '; in one the computed light and the judgement disagree'
                : '; in {count} the computed light and the judgement disagree',
          },
          { count: disagreements.length },
        )}
      <T zh="。" en="." />
    </>
  )
}
