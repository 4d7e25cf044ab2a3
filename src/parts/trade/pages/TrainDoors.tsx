import { NavLink } from 'react-router'
import { useWords, type Words } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import './train-doors.css'

const doors = {
  board: { to: '/opening/trains', words: { zh: '开行', en: 'Board' } },
  corridors: { to: '/opening/trains/corridors', words: { zh: '通道', en: 'Corridors' } },
  balance: { to: '/opening/trains/balance', words: { zh: '去回程与进度', en: 'Balance and pace' } },
  history: { to: '/opening/trains/history', words: { zh: '历年公布', en: 'Published history' } },
} satisfies Record<string, { to: string; words: Words }>

/** The pages of the trains, one beside another. */
export function TrainDoors({ here }: { here: keyof typeof doors }) {
  const t = useWords()
  const may = useMay()
  return (
    <nav className="train-doors" aria-label={t({ zh: '班列各页', en: 'Pages of the trains' })}>
      {Object.entries(doors).map(([name, { to, words }]) => (
        <NavLink key={name} to={to} end aria-current={name === here ? 'page' : undefined}>
          {t(words)}
        </NavLink>
      ))}
      {may('ledgers/import') && (
        <NavLink to="/opening/trains/list">{t({ zh: '导入清单', en: 'Import a list' })}</NavLink>
      )}
    </nav>
  )
}
