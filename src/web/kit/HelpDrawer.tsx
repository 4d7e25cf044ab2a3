import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ask } from '../client.ts'
import { type Locale, useLocale, useWords } from '../locale.tsx'
import type { Problem } from '../problem.ts'
import { ErrorState } from './ErrorState.tsx'
import { Loading } from './Loading.tsx'
import { Markdown } from './Markdown.tsx'
import { SideSheet } from './SideSheet.tsx'

/** A page of the guide in the reader's language, opened at one heading. */
export default function HelpDrawer({ section, onClose }: { section: string; onClose: () => void }) {
  const t = useWords()
  const { locale } = useLocale()
  const [page = '', heading = ''] = section.split('/')
  const guide = useQuery<string, Problem>({
    queryKey: ['/api/guide/:locale/:page', locale, page],
    queryFn: () => readGuide(locale, page),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const ground = useRef<HTMLDivElement>(null)
  const arrived = guide.isSuccess
  useEffect(() => {
    if (arrived) ground.current?.querySelector(`#help-${CSS.escape(heading)}`)?.scrollIntoView({ block: 'start' })
  }, [arrived, heading])
  return (
    <SideSheet title={t({ zh: '使用说明', en: 'Guide' })} onClose={onClose}>
      <div ref={ground}>
        {guide.isPending && <Loading lines={12} />}
        {guide.isError && <ErrorState problem={guide.error} onRetry={() => guide.refetch()} />}
        {guide.isSuccess && <Markdown text={guide.data} idPrefix="help-" />}
      </div>
    </SideSheet>
  )
}

async function readGuide(locale: Locale, page: string): Promise<string> {
  const told = await ask('GET', `/api/guide/${locale}/${encodeURIComponent(page)}`)
  return withoutNeighbours((told as { markdown: string }).markdown)
}

/** The guide's pictures and other pages stand beside its files, where a drawer cannot lead: the words of a link stay. */
function withoutNeighbours(markdown: string): string {
  return markdown.replace(/^!\[.*\n?/gm, '').replace(/\[([^\]]+)\]\((?:\.\/)?[\w-]+\.md(?:#[\w-]*)?\)/g, '$1')
}
