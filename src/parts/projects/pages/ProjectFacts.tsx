import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Part } from '#web/kit/Page.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import { moneyWords } from '../register/printed.ts'
import { leadSources, lossReasons, programmes, projectKinds } from '../register/words.ts'
import type { ProjectTold } from './ProjectPage.tsx'

/** What the register holds of it, and the codes it has had: one project keeps one identity for life. */
export function ProjectFacts({ told: { project, facts, codes } }: { told: ProjectTold }) {
  const t = useWords()
  const yi = (value: string | null) => value !== null && t(moneyWords(value))
  const lines: [Words, ReactNode][] = [
    [{ zh: '编号', en: 'Code' }, project.code],
    [{ zh: '国家项目代码', en: 'National code' }, facts.nationalCode],
    [{ zh: '类型', en: 'Kind' }, t(projectKinds[project.kind])],
    [{ zh: '专项', en: 'Programme' }, t(programmes[project.programme])],
    [{ zh: '责任单位', en: 'Responsible unit' }, t(project.department.name)],
    [{ zh: '指挥部', en: 'Command post' }, facts.commandPost],
    [{ zh: '企业', en: 'Enterprise' }, project.enterprise],
    [{ zh: '来源', en: 'Source' }, facts.source && t(leadSources[facts.source])],
    [{ zh: '引荐', en: 'Introduced by' }, facts.introducer],
    [{ zh: '总投资', en: 'Investment' }, yi(project.investment)],
    [{ zh: '协议投资', en: 'Promised' }, yi(facts.promised)],
    [{ zh: '核实投资', en: 'Verified' }, yi(facts.verified)],
    [{ zh: '面积', en: 'Area' }, facts.area !== null && <Quantity value={facts.area} unit="平方米" />],
    [{ zh: '计划开工', en: 'Planned start' }, facts.plannedStart && <When at={facts.plannedStart} />],
    [{ zh: '计划完工', en: 'Planned end' }, facts.plannedEnd && <When at={facts.plannedEnd} />],
    [{ zh: '地址', en: 'Address' }, facts.address],
    [{ zh: '流失原因', en: 'Lost for' }, facts.loss && t(lossReasons[facts.loss])],
    [{ zh: '内容', en: 'Contents' }, facts.summary],
  ]
  return (
    <Part
      title={t({ zh: '登记', en: 'Register' })}
      deeds={
        <Link to={`/ledgers/projects/projects?q=${encodeURIComponent(project.code)}`}>
          <T zh="台账中的这一行" en="Its row in the ledger" />
        </Link>
      }
    >
      <dl className="project-facts">
        {lines
          .filter(([, drawn]) => drawn !== null && drawn !== false && drawn !== '')
          .map(([name, drawn]) => (
            <div key={name.en}>
              <dt>{t(name)}</dt>
              <dd>{drawn}</dd>
            </div>
          ))}
      </dl>
      {codes.length > 1 && (
        <p className="project-codes">
          <T zh="代码沿革：" en="Codes it has had: " />
          {codes.map(({ code, on, reason }) => (
            <span key={code}>
              {code} {on && <When at={on} />} {reason && <span lang="zh-CN">{reason}</span>}
            </span>
          ))}
        </p>
      )}
    </Part>
  )
}
