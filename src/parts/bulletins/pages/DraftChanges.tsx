import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Part } from '#web/kit/Page.tsx'
import { T } from '#web/locale.tsx'
import { draftVersionShape } from '../sign-off/shapes.ts'
import type { DraftShown } from './DraftPage.tsx'
import { LineDiff } from './LineDiff.tsx'
import './template-editor.css'

/** What the writer changed of the template's text, for whoever reviews it; nothing while it is the template's own. */
export function DraftChanges({ draft: { id, version, bodies, tree } }: { draft: DraftShown }) {
  const first = useEndpoint(draftVersionShape, { params: { id, version: 1 } }, { enabled: version > 1 })
  if (version === 1) return null
  const [before, after] = [first.data?.bodies[tree.locale], bodies[tree.locale]]
  return (
    <Part
      title={<T zh="文字改动" en="Changes to the text" />}
      note={<T zh="与起草时的模板原文相比" en="against the template it was drawn up from" />}
    >
      {first.error && <ErrorState problem={first.error} onRetry={() => first.refetch()} />}
      {!first.data && !first.error && <Loading lines={4} />}
      {before !== undefined && after !== undefined && before !== after && (
        <LineDiff before={before} after={after} lang={tree.locale} />
      )}
      {before !== undefined && before === after && (
        <p>
          <T zh="这种文字没有改动。" en="Nothing was changed in this language." />
        </p>
      )}
    </Part>
  )
}
