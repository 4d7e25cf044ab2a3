import { Link } from 'react-router'
import type { Reply } from '#web/client.ts'
import { Part } from '#web/kit/Page.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import type { indicatorShape } from '../shapes.ts'
import { figureAddress } from './addresses.ts'
import { basisWords, betterWords, growthRuleWords } from './fact-words.ts'
import { unitWords } from './unit-words.ts'

type Declared = Reply<typeof indicatorShape>

/** What the figure means: unit, basis, rules, source; its formulas by date; what else stands on it. */
export function Definition({ declared }: { declared: Declared }) {
  const t = useWords()
  return (
    <>
      <Part title={t({ zh: '口径', en: 'Definition' })}>
        <Rules declared={declared} />
      </Part>
      <Part title={t({ zh: '公式', en: 'Formula' })}>
        <Formulas declared={declared} />
      </Part>
      {declared.usedBy.length > 0 && (
        <Part title={t({ zh: '谁用到它', en: 'Used by' })}>
          <ul className="plain-list">
            {declared.usedBy.map(({ code, name }) => (
              <li key={code}>
                <Link to={figureAddress(code)}>{t(name)}</Link>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

function Rules({ declared }: { declared: Declared }) {
  const t = useWords()
  const { locale } = useLocale()
  const { unit, basis, betterWhen, rounding, growth, source, code } = declared
  const between = locale === 'zh' ? '、' : ', '
  const rows: [Words, string][] = [
    [{ zh: '单位', en: 'Unit' }, t(unitWords(unit))],
    [{ zh: '口径', en: 'Basis' }, t(basisWords(basis))],
    [{ zh: '方向', en: 'Direction' }, t(betterWords[betterWhen])],
    [{ zh: '取舍', en: 'Rounding' }, t(roundingWords(rounding), { places: Math.abs(rounding.places) })],
    [{ zh: '同比', en: 'Growth' }, t(growthRuleWords[growth])],
    [{ zh: '来源', en: 'Source' }, t(source)],
    [{ zh: '又名', en: 'Also' }, declared.aliases.join(between)],
    [{ zh: '代码', en: 'Code' }, code],
  ]
  return (
    <dl className="definition">
      {rows
        .filter(([, said]) => said)
        .map(([name, said]) => (
          <div key={name.en}>
            <dt>{t(name)}</dt>
            <dd>{said}</dd>
          </div>
        ))}
    </dl>
  )
}

function roundingWords({ places, mode }: Declared['rounding']): Words {
  const half = mode === 'half-up' ? { zh: '四舍五入', en: 'half up' } : { zh: '四舍六入五成双', en: 'half to even' }
  if (places === 0) return { zh: `取整，${half.zh}`, en: `whole numbers, ${half.en}` }
  if (places > 0) return { zh: `{places} 位小数，${half.zh}`, en: `{places} decimals, ${half.en}` }
  return { zh: `到 10 的 {places} 次方，${half.zh}`, en: `to the {places}th power of ten, ${half.en}` }
}

/** The formula of each stretch of time, the newest first: a figure of an earlier period keeps the formula of its own day. */
function Formulas({ declared: { formulas, versions } }: { declared: Declared }) {
  return (
    <>
      <ol className="formulas">
        {[...formulas].reverse().map(({ from, expression }) => (
          <li key={from}>
            <code>{expression}</code>
            <small>
              <T zh="自 " en="from " />
              <When at={from} />
              <T zh=" 起" en="" />
            </small>
          </li>
        ))}
      </ol>
      <ul className="plain-list second">
        {[...versions].reverse().map(({ version, loadedAt, loadedBy }) => (
          <li key={version}>
            <T zh="声明第 {version} 版" en="Declaration, version {version}" version={version} /> ·{' '}
            <When at={loadedAt} time={false} /> · {loadedBy}
          </li>
        ))}
      </ul>
    </>
  )
}
