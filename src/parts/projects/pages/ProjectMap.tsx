import { Link } from 'react-router'
import { usePhone } from '#web/appearance.tsx'
import { ZoneMap } from '#web/kit/ZoneMap.tsx'
import { T, useWords } from '#web/locale.tsx'
import { LightMark } from './Lights.tsx'
import { lightStates, lightWords, type ProjectRow, projectPath } from './project-words.ts'

/** Where the projects stand and which light each has; those without a place are named below. */
export default function ProjectMap({ rows }: { rows: readonly ProjectRow[] }) {
  const t = useWords()
  const phone = usePhone()
  const placeless = rows.filter(({ place }) => !place)
  return (
    <div className="project-map">
      <ZoneMap
        words={{ zh: '项目灯图', en: 'Map of lights' }}
        height={phone ? 380 : 560}
        stateWords={{
          ahead: lightWords.green,
          warning: lightWords.yellow,
          behind: lightWords.red,
          none: lightWords.none,
        }}
        points={rows.flatMap((row) =>
          row.place
            ? [
                {
                  ...row.place,
                  key: row.code,
                  state: lightStates[row.light],
                  name: row.name,
                  words: row.because ? t(row.because) : t(lightWords[row.light]),
                  to: projectPath(row),
                },
              ]
            : [],
        )}
      />
      {placeless.length > 0 && (
        <p>
          <T zh="没有登记位置：" en="Without a place: " />
          {placeless.map((row) => (
            <span key={row.code}>
              <Link to={projectPath(row)}>{row.name}</Link> <LightMark light={row.light} />
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
