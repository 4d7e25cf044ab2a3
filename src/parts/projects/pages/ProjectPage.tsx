import { useParams } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { useWords } from '#web/locale.tsx'
import { projectShape } from '../sight/project-shapes.ts'
import { MilestoneTable } from './MilestoneTable.tsx'
import { PhotoTimeline } from './PhotoTimeline.tsx'
import { ProjectCurves } from './ProjectCurves.tsx'
import { ProjectDeeds } from './ProjectDeeds.tsx'
import { ProjectFacts } from './ProjectFacts.tsx'
import { ProjectProblems } from './ProjectProblems.tsx'
import { ProjectSentence } from './ProjectSentence.tsx'
import { ProjectVisits } from './ProjectVisits.tsx'
import { SheetDoor } from './SheetDoor.tsx'
import { StageLine } from './StageLine.tsx'
import { StageSheet } from './StageSheet.tsx'
import { TwoLights } from './TwoLights.tsx'
import './project.css'

export type ProjectTold = Reply<typeof projectShape>

/** One project: what to say of it, both lights, its way through the stages, milestones against three baselines, money and work, photos. */
export default function ProjectPage() {
  const t = useWords()
  const { code = '' } = useParams()
  const { data, error, refetch } = useEndpoint(projectShape, { params: { code } })
  const before = data && data.light.light === 'none' && data.stall !== null
  return (
    <Page
      title={data?.project.name ?? code}
      trail={[
        before
          ? { title: t({ zh: '招商线索', en: 'Pipeline' }), to: '/projects/pipeline' }
          : { title: t({ zh: '重大项目', en: 'Projects' }), to: '/projects' },
      ]}
      sentence={data && <ProjectSentence told={data} />}
      deeds={data && <ProjectDeeds told={data} />}
      help="leader/project"
      wide
    >
      {error && <ErrorState problem={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading lines={16} />}
      {data && <Told told={data} />}
    </Page>
  )
}

function Told({ told }: { told: ProjectTold }) {
  const t = useWords()
  return (
    <div className="project">
      {told.light.inputs.length > 0 && <TwoLights told={told} />}
      <Part
        title={t({ zh: '阶段', en: 'Stages' })}
        note={t({ zh: '每一关都要凭据', en: 'every gate asks for evidence' })}
        deeds={
          told.nextStages.length > 0 && (
            <SheetDoor words={t({ zh: '记录阶段', en: 'Record a stage' })} permission="projects/write">
              {(close) => <StageSheet told={told} onClose={close} />}
            </SheetDoor>
          )
        }
      >
        <StageLine told={told} />
      </Part>
      {told.milestones.length > 0 && <MilestoneTable told={told} />}
      {told.curve.length > 0 && <ProjectCurves told={told} />}
      {told.photos.length > 0 && <PhotoTimeline photos={told.photos} />}
      <Part title={t({ zh: '问题', en: 'Problems' })}>
        <ProjectProblems code={told.project.code} />
      </Part>
      <Part title={t({ zh: '服务专员与走访', en: 'Commissioner and visits' })}>
        <ProjectVisits code={told.project.code} />
      </Part>
      <ProjectFacts told={told} />
    </div>
  )
}
