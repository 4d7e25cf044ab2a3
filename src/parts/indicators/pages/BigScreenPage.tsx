import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { useSession } from '#web/session.ts'
import { type Cockpit, cockpitShape } from '../shapes.ts'
import { grouped } from './headline-groups.ts'
import { ScreenFigures } from './ScreenFigures.tsx'
import { ScreenTargets } from './ScreenTargets.tsx'
import { useRotation } from './use-rotation.ts'
import { YearSentence } from './YearSentence.tsx'
import './big-screen.css'

const MINUTE = 60_000

/**
 * The wall of a meeting room: targets, then pillar by pillar, twenty seconds each, read anew every minute. Arrows turn by hand,
 * the space bar holds, Escape leaves.
 */
export default function BigScreenPage() {
  const cockpit = useEndpoint(
    cockpitShape,
    {},
    { refetchInterval: MINUTE, refetchIntervalInBackground: true, refetchOnWindowFocus: true },
  )
  if (!cockpit.data) {
    return (
      <main className="screen">
        {cockpit.error ? <ErrorState whole problem={cockpit.error} onRetry={() => cockpit.refetch()} /> : <Loading />}
      </main>
    )
  }
  return <Screen cockpit={cockpit.data} stale={cockpit.isRefetchError} readAt={cockpit.dataUpdatedAt} />
}

interface ScreenProps {
  cockpit: Cockpit
  /** the last reading failed: what stands is older */
  stale: boolean
  readAt: number
}

function Screen({ cockpit, stale, readAt }: ScreenProps) {
  const t = useWords()
  const { locale } = useLocale()
  const zone = useSession().data?.zone
  const groups = grouped(cockpit.headline)
  const frames = [{ key: 'targets', words: { zh: '目标', en: 'Targets' } }, ...groups]
  const { place, held, turn, hold } = useRotation(frames.length)
  const group = groups.find(({ key }) => key === frames[place]?.key)
  return (
    <main className="screen">
      <header>
        <h1>{zone && t(zone.name)}</h1>
        <p>
          <T zh="数据截至 {on}" en="Data to {on}" on={printWhen(cockpit.on, locale)} />
          {stale && <strong> · {t({ zh: '暂时读不到新数据', en: 'no new data for now' })}</strong>}
        </p>
        <time dateTime={new Date(readAt).toISOString()}>{clock(readAt, locale)}</time>
      </header>
      <section className="screen-frame" key={frames[place]?.key} aria-label={frames[place] && t(frames[place].words)}>
        {group ? (
          <ScreenFigures group={group} />
        ) : (
          <>
            <p className="screen-sentence">
              <YearSentence
                year={cockpit.year}
                counts={cockpit.sentence}
                targets={cockpit.pace.targets}
                slowest={cockpit.sentence.slowest}
              />
            </p>
            <ScreenTargets targets={cockpit.pace.targets} />
          </>
        )}
      </section>
      <footer>
        <nav aria-label={t({ zh: '各版', en: 'Pages of the screen' })}>
          {frames.map(({ key, words }, index) => (
            <button
              key={key}
              type="button"
              aria-current={index === place ? 'true' : undefined}
              onClick={() => turn(index)}
            >
              {t(words)}
            </button>
          ))}
        </nav>
        <button type="button" aria-pressed={held} onClick={hold}>
          {held ? <T zh="继续" en="Go on" /> : <T zh="停住" en="Hold" />}{' '}
          <kbd>
            <T zh="空格" en="Space" />
          </kbd>
        </button>
        <span>
          <kbd>Esc</kbd> <T zh="离开" en="leave" />
        </span>
      </footer>
    </main>
  )
}

/** The minute of the last reading, in Shanghai. */
function clock(at: number, locale: 'zh' | 'en'): string {
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}
