import { useSyncExternalStore } from 'react'
import { useSearchParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useSession } from '#web/session.ts'
import { fieldTasks } from '../desk/field-shapes.ts'
import { doors } from './field/doors.ts'
import type { Errand } from './field/errand.ts'
import { PatrolForm } from './field/PatrolForm.tsx'
import { TaskForm } from './field/TaskForm.tsx'
import { TaskList } from './field/TaskList.tsx'
import { useOutbox } from './field/use-outbox.ts'
import { useFieldWorker } from './field/use-worker.ts'
import { WaitingStrip } from './field/WaitingStrip.tsx'
import { MatterTab } from './MatterTab.tsx'
import '#web/kit/plain-field.css'
import './matters.css'
import './field.css'

/** For the inspector's phone: what to verify and check, and what a patrol finds; all of it works without a network. */
export default function FieldPage() {
  const t = useWords()
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const owner = useSession().data?.person?.id
  const tasks = useEndpoint(fieldTasks, undefined, { refetchInterval: 120_000, networkMode: 'always' })
  const waiting = useOutbox(owner, doors)
  const online = useOnline()
  useFieldWorker()

  const open = (where: Record<string, string>) => setSearch(where, { preventScrollReset: false })
  const chosen = tasks.data?.tasks.find(({ number }) => number === search.get('task'))
  const patrol = search.get('patrol') !== null
  const done = async (errand: Errand) => {
    await waiting.add(errand)
    say(
      online
        ? t({ zh: '已存在手机上，正在发送', en: 'Kept on the phone; sending' })
        : t({ zh: '已存在手机上，有网络时发送', en: 'Kept on the phone until there is a network' }),
    )
    open({})
  }
  const numbers = new Set(waiting.errands.flatMap(({ params }) => params['number'] ?? []))
  return (
    <Page
      title={t({ zh: '现场核查', en: 'Field checks' })}
      {...(tasks.data && !chosen ? { sentence: <FieldSentence tasks={tasks.data.tasks} /> } : {})}
      help="clerk/field"
    >
      <div className="matters field">
        <WaitingStrip waiting={waiting} online={online} />
        {!tasks.data && tasks.error && <ErrorState problem={tasks.error} onRetry={() => void tasks.refetch()} />}
        {!tasks.data && !tasks.error && <Loading lines={8} />}
        {tasks.data && owner && !chosen && (
          <nav className="matter-tabs" aria-label={t({ zh: '做什么', en: 'What to do' })}>
            <MatterTab
              chosen={!patrol}
              words={t({ zh: '任务', en: 'Tasks' })}
              count={tasks.data.tasks.length}
              onChoose={() => open({})}
            />
            <MatterTab
              chosen={patrol}
              words={t({ zh: '巡查上报', en: 'Report from a patrol' })}
              onChoose={() => open({ patrol: '' })}
            />
          </nav>
        )}
        {tasks.data && owner && chosen && (
          <TaskForm task={chosen} owner={owner} now={tasks.data.now} onDone={done} onBack={() => open({})} />
        )}
        {tasks.data && owner && !chosen && patrol && (
          <PatrolForm categories={tasks.data.categories} owner={owner} onDone={done} />
        )}
        {tasks.data && !chosen && !patrol && (
          <TaskList
            tasks={tasks.data.tasks}
            now={tasks.data.now}
            done={numbers}
            onOpen={({ number }) => open({ task: number })}
          />
        )}
      </div>
    </Page>
  )
}

function FieldSentence({ tasks }: { tasks: readonly { deed: 'verify' | 'check'; light: string }[] }) {
  const verify = tasks.filter(({ deed }) => deed === 'verify').length
  const late = tasks.filter(({ light }) => light === 'behind').length
  return (
    <T
      zh="待核实 {verify} 件，待核查 {check} 件，其中超时 {late} 件。没有网络也能填写，恢复后自动发送。"
      en="{verify} to verify, {check} to check, {late} of them overdue. It works without a network and sends once that is back."
      verify={verify}
      check={tasks.length - verify}
      late={late}
    />
  )
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed)
      window.addEventListener('offline', changed)
      return () => {
        window.removeEventListener('online', changed)
        window.removeEventListener('offline', changed)
      }
    },
    () => navigator.onLine,
  )
}
