import { useWords } from '#web/locale.tsx'
import { lineDiff, nearChanges } from './line-diff.ts'

/** What changed between two texts, line by line; lines far from any change are left out. */
export function LineDiff({ before, after, lang }: { before: string; after: string; lang: 'zh' | 'en' }) {
  const t = useWords()
  const lines = nearChanges(lineDiff(before, after))
  const said = { gone: { zh: '删去：', en: 'removed: ' }, new: { zh: '加上：', en: 'added: ' } }
  return (
    <ol className="line-diff" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      {lines.map((line, place) => {
        const key = `${place} ${line?.kind ?? ''}`
        if (!line) {
          return (
            <li key={key} className="line-diff-gap" aria-hidden>
              ⋯
            </li>
          )
        }
        const { kind, was, now, text } = line
        return (
          <li key={key} data-kind={kind}>
            <span aria-hidden>{now ?? was}</span>
            <span aria-hidden>{{ same: '', gone: '−', new: '+' }[kind]}</span>
            {kind === 'same' ? (
              <span>{text}</span>
            ) : (
              <span>
                <span className="for-readers">{t(said[kind])}</span>
                {kind === 'gone' ? <del>{text}</del> : <ins>{text}</ins>}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
