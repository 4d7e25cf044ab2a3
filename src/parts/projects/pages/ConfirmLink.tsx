import { Button } from 'antd'
import { useState } from 'react'
import { type Reply, useSend } from '#web/client.ts'
import { Part } from '#web/kit/Page.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { linkShape, type problemShape } from '../problems/shapes.ts'

/** The link by which the enterprise confirms: shown once, to be sent by whoever made it. */
export function ConfirmLink({ problem }: { problem: Reply<typeof problemShape> }) {
  const t = useWords()
  const say = useSay()
  const [address, setAddress] = useState<string | null>(null)
  const make = useSend(linkShape, {
    onDone: ({ token }) => setAddress(`${window.location.origin}/confirm/${token}`),
  })
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    say(t({ zh: '已复制', en: 'Copied' }))
  }
  return (
    <Part
      title={<T zh="企业确认" en="The enterprise's word" />}
      note={
        problem.link && (
          <T
            zh="{who}生成过链接，有效期到 {day}。"
            en="{who} made a link that holds until {day}."
            who={problem.link.madeBy}
            day={problem.link.expiresOn}
          />
        )
      }
    >
      {problem.mayLink && (
        <>
          <p className="people-note">
            <T
              zh="把链接发给提出问题的企业，企业不用账号就能确认解决或者说明没有解决。链接只显示这一次；重新生成后旧链接作废。"
              en="Send the link to the enterprise: without an account it confirms, or says it is not solved. The link is shown this once; a new one ends the old."
            />
          </p>
          {address && (
            <p className="confirm-link">
              <code>{address}</code>
              {window.isSecureContext && (
                <Button size="small" autoInsertSpace={false} onClick={() => void copy(address)}>
                  {t({ zh: '复制', en: 'Copy' })}
                </Button>
              )}
            </p>
          )}
          {make.data && (
            <p className="people-note">
              <T zh="有效期到" en="Holds until" /> <When at={make.data.expiresOn} />
            </p>
          )}
          <ProblemLine problem={make.error} />
          <Button
            autoInsertSpace={false}
            loading={make.isPending}
            onClick={() => make.mutate({ params: { number: problem.number }, body: { seen: problem.version } })}
          >
            {problem.link || address
              ? t({ zh: '重新生成链接', en: 'Make a new link' })
              : t({ zh: '生成确认链接', en: 'Make the link' })}
          </Button>
        </>
      )}
    </Part>
  )
}
