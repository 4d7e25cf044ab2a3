import { useEndpoint, useSend } from '#web/client.ts'
import { useSay } from '#web/kit/Said.tsx'
import { useStored } from '#web/kit/stored-words.ts'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { phraseOf } from '../check-desk/phrase.ts'
import { aliasesShape, withdrawAliasShape } from '../check-desk/shapes.ts'
import type { Finding } from '../checking/report.ts'

/** Who bound these words to the indicator and when, and the way to take it back. */
export function CheckAlias({ finding, area }: { finding: Finding; area: string }) {
  const t = useWords()
  const say = useSay()
  const stored = useStored()
  const { data } = useEndpoint(aliasesShape, { query: { area } })
  const withdraw = useSend(withdrawAliasShape, { onDone: () => say(t({ zh: '已撤回', en: 'Withdrawn' })) })
  const phrase = phraseOf(finding.claim)
  const alias = data?.aliases.find((one) => one.phrase === phrase && one.indicator === finding.indicator)
  if (!alias) return null
  const { id, chosenAt, chosenBy, mine } = alias
  return (
    <p className="check-statement">
      {stored(chosenBy)} <When at={chosenAt} time />{' '}
      {mine && (
        <button
          type="button"
          className="check-link"
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { id } })}
        >
          <T zh="撤回这个对应" en="Withdraw this choice" />
        </button>
      )}
    </p>
  )
}
