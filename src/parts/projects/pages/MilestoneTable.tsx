import { usePhone } from '#web/appearance.tsx'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Part } from '#web/kit/Page.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { GanttScale } from './GanttScale.tsx'
import { Slip } from './Lights.tsx'
import { MilestoneMarks } from './MilestoneMarks.tsx'
import type { ProjectTold } from './ProjectPage.tsx'
import type { Milestone } from './project-words.ts'
import { BaselineSheet } from './ReasonSheet.tsx'
import { SheetDoor } from './SheetDoor.tsx'
import { timeScale } from './time-scale.ts'
import './gantt.css'

/** Milestones on a line of days, then as rows with their slip against the first baseline, the current one and a month ago. */
export function MilestoneTable({ told }: { told: ProjectTold }) {
  const t = useWords()
  const phone = usePhone()
  const { day, milestones, baselineVersion } = told
  const scale = timeScale(
    [day, ...milestones.flatMap((one) => [one.first, one.baseline, one.expected, one.met])],
    phone ? 5 : 12,
  )
  return (
    <Part
      title={t({ zh: '节点', en: 'Milestones' })}
      note={
        baselineVersion === null
          ? t({ zh: '还没有冻结基线', en: 'no baseline is frozen yet' })
          : t(
              { zh: '现行基线是第 {version} 版', en: 'the current baseline is version {version}' },
              { version: baselineVersion },
            )
      }
      deeds={
        <SheetDoor words={t({ zh: '冻结基线', en: 'Freeze a baseline' })} permission="projects/judge">
          {(close) => <BaselineSheet told={told} onClose={close} />}
        </SheetDoor>
      }
    >
      {scale && (
        <div className="gantt gantt-alone">
          <GanttScale scale={scale} day={day} />
          <div className="gantt-track">
            {scale.ticks.map((tick) => (
              <i
                key={tick.day}
                className="gantt-grid"
                data-year={tick.year || undefined}
                style={{ left: `${scale.at(tick.day)}%` }}
              />
            ))}
            <MilestoneMarks milestones={milestones} scale={scale} />
            <i className="gantt-today" style={{ left: `${scale.at(day)}%` }} />
          </div>
        </div>
      )}
      <DataTable<Milestone>
        caption={{ zh: '节点与偏差', en: 'Milestones and their slip' }}
        columns={columns}
        rows={milestones}
        rowKey={({ milestone }) => milestone}
      />
    </Part>
  )
}

const columns: Column<Milestone>[] = [
  {
    key: 'title',
    title: { zh: '节点', en: 'Milestone' },
    phone: 'head',
    draw: ({ title, met }) => (
      <span className="milestone-name" data-met={met !== null || undefined}>
        <i aria-hidden /> {title}
      </span>
    ),
  },
  {
    key: 'baseline',
    title: { zh: '现行基线', en: 'Current baseline' },
    draw: ({ baseline, first }) => (
      <>
        <When at={baseline} />
        {first !== null && first !== baseline && (
          <small className="milestone-first">
            <T zh="首版 " en="first " />
            <When at={first} />
          </small>
        )}
      </>
    ),
  },
  {
    key: 'now',
    title: { zh: '完成或预计', en: 'Met or expected' },
    draw: ({ met, expected }) =>
      met ? (
        <>
          <When at={met} /> <T zh="完成" en="met" />
        </>
      ) : (
        <>
          <When at={expected} /> {expected && <T zh="预计" en="expected" />}
        </>
      ),
  },
  {
    key: 'first',
    title: { zh: '对首版基线', en: 'Against the first' },
    number: true,
    draw: ({ slip }) => <Slip days={slip.first} />,
  },
  {
    key: 'current',
    title: { zh: '对现行基线', en: 'Against the current' },
    number: true,
    draw: ({ slip }) => <Slip days={slip.current} />,
  },
  {
    key: 'lastMonth',
    title: { zh: '对上月预计', en: 'Against a month ago' },
    number: true,
    draw: ({ slip }) => <Slip days={slip.lastMonth} />,
  },
]
