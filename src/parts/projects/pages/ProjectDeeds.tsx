import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { T } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import type { ProjectTold } from './ProjectPage.tsx'
import { projectPath } from './project-words.ts'

/** What may be done with a project from its page. */
export function ProjectDeeds({ told }: { told: ProjectTold }) {
  const may = useMay()
  const go = useNavigate()
  return (
    <>
      {may('projects/write') && (
        <Button type="primary" autoInsertSpace={false} onClick={() => go(`${projectPath(told.project)}/update`)}>
          <T zh="月度填报" en="Monthly update" />
        </Button>
      )}
      <Button autoInsertSpace={false} onClick={() => go(`${projectPath(told.project)}/sheet`)}>
        <T zh="调度单" en="Dispatch sheet" />
      </Button>
    </>
  )
}
