import type { FieldTask } from '#parts/matters/desk/field-shapes.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { T, useWords } from '#web/locale.tsx'
import { MatterClock } from '../MatterClock.tsx'

interface TaskListProps {
  tasks: readonly FieldTask[]
  now: string
  /** numbers of tasks that are done on this phone and wait to be sent */
  done: ReadonlySet<string>
  onOpen: (task: FieldTask) => void
}

/** What is to be looked at on the spot, the most urgent first; done ones that are still on the phone say so. */
export function TaskList({ tasks, now, done, onOpen }: TaskListProps) {
  const t = useWords()
  if (tasks.length === 0)
    return (
      <Empty title={<T zh="没有待核实、待核查的事项" en="Nothing is to be verified or checked" />}>
        <T
          zh="派给您单位核实、核查的事项会列在这里；没有网络时也能打开、拍照、填写，恢复后自动发送。"
          en="What your unit is to verify or check stands here. It opens and can be filled in without a network, and is sent once that is back."
        />
      </Empty>
    )
  return (
    <ol className="field-tasks">
      {tasks.map((task) => (
        <li key={task.number}>
          <button type="button" disabled={done.has(task.number)} onClick={() => onOpen(task)}>
            <span className="field-deed">
              {task.deed === 'verify' ? <T zh="核实" en="Verify" /> : <T zh="核查" en="Check" />}
            </span>
            <strong lang="zh-CN">{task.title}</strong>
            <MatterClock {...task} pausedAt={null} closedAt={null} now={now} />
            <small>
              {t(task.categoryName)}
              {task.address && (
                <>
                  {' · '}
                  <span lang="zh-CN">{task.address}</span>
                </>
              )}
              {done.has(task.number) && (
                <>
                  {' · '}
                  <T zh="已填，待发送" en="Done, waiting to be sent" />
                </>
              )}
            </small>
          </button>
        </li>
      ))}
    </ol>
  )
}
