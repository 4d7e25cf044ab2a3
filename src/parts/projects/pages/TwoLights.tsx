import { Link } from 'react-router'
import { Part } from '#web/kit/Page.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { inputNames } from '../sight/sheet.ts'
import { JudgeSheet } from './JudgeSheet.tsx'
import { JudgedMark, LightMark } from './Lights.tsx'
import type { ProjectTold } from './ProjectPage.tsx'
import { confidenceMeaning } from './project-words.ts'
import { ExcuseSheet } from './ReasonSheet.tsx'
import { SheetDoor } from './SheetDoor.tsx'

/** The computed light with each of its inputs and what would turn it green; beside it what a named person judged. */
export function TwoLights({ told }: { told: ProjectTold }) {
  const t = useWords()
  const { project, light, judgement } = told
  return (
    <Part
      title={t({ zh: '两个灯', en: 'Two lights' })}
      note={
        project.disagrees
          ? t({ zh: '计算与研判不一致，至少有一个要改', en: 'they disagree: one of the two needs a change' })
          : t({ zh: '一个按规则算，一个由人判断', en: 'one by the rule, one by a person' })
      }
      deeds={
        <SheetDoor words={t({ zh: '研判', en: 'Judge' })} permission="projects/judge">
          {(close) => <JudgeSheet told={told} onClose={close} />}
        </SheetDoor>
      }
    >
      <div className="two-lights">
        <section aria-label={t({ zh: '计算的灯', en: 'Computed light' })}>
          <h3>
            <T zh="按规则计算" en="By the rule" /> <LightMark light={project.light} />
            <small>
              <Link to="/projects/rules">
                <T zh="规则 {rule}" en="Rule {rule}" rule={light.rule} />
              </Link>
            </small>
          </h3>
          <dl>
            {light.inputs.map((one) => (
              <div key={one.input}>
                <dt>{t(inputNames[one.input])}</dt>
                <dd>
                  <LightMark light={one.light} />
                  <span>{t(one.reason)}</span>
                  {one.toGreen && one.light !== 'green' && (
                    <small className="to-green">
                      <T zh="转绿：" en="Green when: " />
                      {t(one.toGreen)}
                    </small>
                  )}
                  {one.excuse && (
                    <small>
                      <T zh="已说明理由：" en="Excused: " />
                      <span lang="zh-CN">{one.excuse.reason}</span>
                      {one.excuse.by && ` · ${one.excuse.by}`}
                      {one.excuse.until && (
                        <>
                          {' · '}
                          <T zh="有效到 " en="until " />
                          <When at={one.excuse.until} />
                        </>
                      )}
                    </small>
                  )}
                  {one.light === 'yellow' && !one.excuse && (one.input === 'start' || one.input === 'statistics') && (
                    <small>
                      <SheetDoor words={t({ zh: '说明理由', en: 'Give a reason' })} permission="projects/judge">
                        {(close) => <ExcuseSheet told={told} input={one.input} onClose={close} />}
                      </SheetDoor>
                    </small>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-label={t({ zh: '研判', en: 'Judgement' })}>
          <h3>
            <T zh="由人研判" en="By a person" /> <JudgedMark judged={judgement?.level ?? null} />
          </h3>
          {judgement ? (
            <>
              <blockquote lang="zh-CN">{judgement.narrative}</blockquote>
              <p className="judged-by">
                {judgement.by} · <When at={judgement.on} />
              </p>
              <p className="judged-meaning">{t(confidenceMeaning[judgement.level])}</p>
            </>
          ) : (
            <p className="judged-meaning">
              <T zh="还没有人研判这个项目。" en="Nobody has judged this project yet." />
            </p>
          )}
        </section>
      </div>
    </Part>
  )
}
