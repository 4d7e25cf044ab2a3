import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call, type Problem, type Reply } from '#web/client.ts'
import { previewShape } from '../template-shapes.ts'

export interface TryOut {
  code: string
  locale: 'zh' | 'en'
  body: string
  period: string
  area?: string | undefined
  dated?: string | undefined
}

/** What a text would print, a moment after the hand rests; the last that could be written stays while a slip is being mended. */
export function useTryOut(asked: TryOut) {
  const { code, ...body } = useRested(asked)
  const answer = useQuery<Reply<typeof previewShape>, Problem>({
    queryKey: [previewShape.path, code, body],
    queryFn: () => call(previewShape, { params: { code }, body }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  })
  const [written, setWritten] = useState(answer.data?.written ?? null)
  const latest = answer.data?.written ?? null
  useEffect(() => {
    if (latest) setWritten(latest)
  }, [latest])
  const current = !answer.isPlaceholderData && asked.body === body.body
  return {
    written: latest ?? written,
    fault: answer.data?.fault ?? null,
    problem: answer.error,
    waiting: answer.isFetching || !current,
  }
}

/** The value once it has stayed the same for 400 ms. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value)
  const key = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(key) as T), 400)
    return () => clearTimeout(timer)
  }, [key])
  return rested
}
