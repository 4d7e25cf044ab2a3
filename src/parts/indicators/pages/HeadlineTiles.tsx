import { Link } from 'react-router'
import { type Mark, sharedScale } from '#web/charts/line-path.ts'
import { Sparkline } from '#web/charts/Sparkline.tsx'
import { Change } from '#web/kit/Figure.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { Cockpit } from '../shapes.ts'
import { figureAddress } from './addresses.ts'
import { changeShown, FactFigure } from './FactFigure.tsx'
import { noChangeWords } from './fact-words.ts'
import { grouped, growthMarks } from './headline-groups.ts'

type Headline = Cockpit['headline'][number]

/** The headline figures by subject, each subject under its name in the margin and on one scale of growth. */
export function HeadlineTiles({ headline }: { headline: readonly Headline[] }) {
  return (
    <div className="tiles">
      {grouped(headline).map(({ key, words, members }) => (
        <Group key={key} words={words} members={members} />
      ))}
    </div>
  )
}

function Group({ words, members }: { words: { zh: string; en: string }; members: readonly Headline[] }) {
  const t = useWords()
  const marks = members.map(({ series }) => growthMarks(series))
  const inPercent = marks.filter((_, index) => members[index]?.fact.change.unit === '%')
  const scale = sharedScale(inPercent, true)
  return (
    <section className="tile-group">
      <h3>{t(words)}</h3>
      <ul>
        {members.map((member, index) => (
          <li key={member.fact.indicator}>
            <Tile
              headline={member}
              marks={marks[index] ?? []}
              {...(member.fact.change.unit === '%' ? { scale } : {})}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface TileProps {
  headline: Headline
  marks: readonly Mark[]
  scale?: { low: number; high: number }
}

function Tile({ headline: { fact, rank }, marks, scale }: TileProps) {
  const t = useWords()
  const { change } = fact
  const known = marks.filter(({ value }) => value !== null).length
  return (
    <>
      <Link className="tile-name" to={figureAddress(fact.indicator, { period: fact.period })}>
        {t(fact.name)}
      </Link>
      <FactFigure fact={fact} size="large" />
      <p className="tile-change">
        {change.value === null ? (
          <span className="missing">— {change.reason && <T {...noChangeWords[change.reason]} />}</span>
        ) : (
          <Change {...changeShown(change, fact)} />
        )}
      </p>
      {rank && (
        <p className="tile-change">
          <T zh="同类地区第 {rank}，共 {of}" en="{rank} of {of} among peers" rank={rank.rank} of={rank.of} />
        </p>
      )}
      {known > 1 && (
        <Sparkline
          marks={marks}
          width={168}
          height={40}
          zero
          {...(scale ? { scale } : {})}
          label={t({ zh: '{name}近两年累计同比走势', en: '{name}: growth over two years' }, { name: t(fact.name) })}
        />
      )}
    </>
  )
}
