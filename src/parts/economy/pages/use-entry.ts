import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '#web/client.ts'
import { Problem } from '#web/problem.ts'
import { type EntryRow, type SubmissionView, saveDraftShape, submissionShape } from '../shapes.ts'
import type { Pasted, Place } from './paste.ts'

export type Params = { form: string; unit: string; period: string }
export type Typed = Record<Place, string>

/** How long the hand must rest before what it typed is kept. */
const rest = 800

/** What is typed into a submission, kept a moment after the hand rests; what the server keeps comes back with its findings. */
export function useEntry(params: Params, view: SubmissionView) {
  const queries = useQueryClient()
  const [typed, setTyped] = useState<Record<string, Typed>>({})
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const key = [submissionShape.path, params, {}]
  const show = (reply: SubmissionView) => queries.setQueryData(key, reply)

  const save = async (): Promise<boolean> => {
    const sent = typed
    if (Object.keys(sent).length === 0) return true
    setSaving(true)
    setProblem(null)
    try {
      const rows = Object.entries(sent).map(([item, cells]) => ({ item, ...cells }))
      show(await call(saveDraftShape, { params, body: { rows } }))
      setTyped((now) => Object.fromEntries(Object.entries(now).filter(([item, cells]) => sent[item] !== cells)))
      return true
    } catch (met) {
      if (!(met instanceof Problem)) throw met
      setProblem(met)
      return false
    } finally {
      setSaving(false)
    }
  }
  // The timer keeps what stands when it rings, not what stood when it was set.
  const saveNow = useRef(save)
  saveNow.current = save

  useEffect(() => {
    if (Object.keys(typed).length === 0) return
    const timer = window.setTimeout(() => saveNow.current(), rest)
    return () => window.clearTimeout(timer)
  }, [typed])

  const put = (cells: readonly Pasted[]) =>
    setTyped((before) => {
      const next = { ...before }
      for (const { code, place, text } of cells) {
        const row = view.rows.find((one) => one.code === code)
        if (row) next[code] = { ...(next[code] ?? standing(row)), [place]: text }
      }
      return next
    })
  const shown = (row: EntryRow): Typed => typed[row.code] ?? standing(row)
  return { shown, put, save, show, saving, problem, unsaved: Object.keys(typed).length > 0 }
}

export function standing({ value, base, growth }: EntryRow): Typed {
  return { value: value ?? '', base: base ?? '', growth: growth ?? '' }
}
