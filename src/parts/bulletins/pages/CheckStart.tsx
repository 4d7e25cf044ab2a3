import { Button } from 'antd'
import { useState } from 'react'
import type { Problem } from '#web/client.ts'
import { FileDrop } from '#web/kit/FileDrop.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { T, useWords } from '#web/locale.tsx'
import { readingOrder, verdictSigns } from '../check-desk/verdict-words.ts'
import { VerdictGlyph } from './CheckLegend.tsx'
import { sampleDraft } from './check-sample.ts'
import './check-start.css'

interface CheckStartProps {
  busy: boolean
  problem: Problem | null
  onText: (text: string) => void
  onFile: (file: File) => void
}

/** The empty desk: a sheet to paste on, a place for a file, and what the checker can and cannot do. */
export function CheckStart({ busy, problem, onText, onFile }: CheckStartProps) {
  const t = useWords()
  const [text, setText] = useState('')
  const empty = text.trim() === ''
  return (
    <div className="check-start" aria-busy={busy}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!empty) onText(text)
        }}
      >
        <textarea
          className="paper check-blank"
          value={text}
          aria-label={t({ zh: '文稿', en: 'Draft' })}
          placeholder={t({ zh: '把文稿粘贴在这里……', en: 'Paste a Chinese draft here…' })}
          onChange={(event) => setText(event.target.value)}
        />
        <ProblemLine problem={problem} />
        <div className="check-deeds">
          <Button type="primary" size="large" htmlType="submit" disabled={empty} loading={busy} autoInsertSpace={false}>
            <T zh="核对" en="Check" />
          </Button>
          <Button size="large" onClick={() => onText(sampleDraft)} autoInsertSpace={false}>
            <T zh="用示例文稿试一试" en="Try it with a sample" />
          </Button>
        </div>
      </form>
      <aside>
        <FileDrop accept=".docx,.html,.htm,.md,.txt" disabled={busy} onFiles={([file]) => file && onFile(file)}>
          <T
            zh="Word（.docx）、网页、Markdown、文本；20 MB 以内"
            en="Word (.docx), HTML, Markdown, plain text; up to 20 MB"
          />
        </FileDrop>
        <Lesson />
      </aside>
    </div>
  )
}

function Lesson() {
  const t = useWords()
  return (
    <>
      <section>
        <h2>
          <T zh="读什么" en="What it reads" />
        </h2>
        <p>
          <T
            zh="文中的每一处数字：总量、增减、占比、位次、倍数、完成率、时序；阿拉伯数字和汉字数字，正文、表格和脚注。"
            en="Every figure of a Chinese text: amounts, changes, shares, ranks, multiples, completion and pace; in digits or in characters; in the text, tables and footnotes."
          />
        </p>
      </section>
      <section>
        <h2>
          <T zh="怎么说" en="What it says" />
        </h2>
        <dl className="check-means">
          {readingOrder.map((verdict) => (
            <div key={verdict}>
              <dt>
                <VerdictGlyph verdict={verdict} /> {t(verdictSigns[verdict].words)}
              </dt>
              <dd>{t(verdictSigns[verdict].means)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>
          <T zh="核对不了什么" en="What it cannot check" />
        </h2>
        <p>
          <T
            zh="台账和报表里没有的数、图片里的数、计划和预测，它会说“无法核对”，不会猜。没有核对的总是排在最前面。"
            en="Figures that no ledger or form holds, figures inside pictures, plans and forecasts: it says so and never guesses. What was not checked always comes first."
          />
        </p>
      </section>
    </>
  )
}
