import { NavLink } from 'react-router'
import { useWords, type Words } from '#web/locale.tsx'
import './project-doors.css'

const doors = {
  projects: { to: '/projects', words: { zh: '项目', en: 'Projects' } },
  pipeline: { to: '/projects/pipeline', words: { zh: '招商线索', en: 'Pipeline' } },
  problems: { to: '/projects/problems', words: { zh: '问题清单', en: 'Problems' } },
  rules: { to: '/projects/rules', words: { zh: '亮灯规则', en: 'Light rules' } },
} satisfies Record<string, { to: string; words: Words }>

/** The pages of major projects, one beside another. */
export function ProjectDoors({ here }: { here: keyof typeof doors }) {
  const t = useWords()
  return (
    <nav className="project-doors" aria-label={t({ zh: '重大项目各页', en: 'Pages of projects' })}>
      {Object.entries(doors).map(([name, { to, words }]) => (
        <NavLink key={name} to={to} end aria-current={name === here ? 'page' : undefined}>
          {t(words)}
        </NavLink>
      ))}
    </nav>
  )
}
