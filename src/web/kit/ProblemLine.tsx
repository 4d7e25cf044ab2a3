import type { Problem } from '../problem.ts'
import './problem-line.css'

/** Why a deed was refused and what to do, in the place where the deed was tried; nothing while there is no problem. */
export function ProblemLine({ problem }: { problem: Problem | null | undefined }) {
  if (!problem) return null
  return (
    <p className="problem-line" role="alert">
      <strong>{problem.title}</strong> {problem.cure}
    </p>
  )
}
