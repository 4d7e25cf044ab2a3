import { z } from 'zod'
import {
  type EvidenceKind,
  evidenceKinds,
  type LossReason,
  leadSources,
  lossReasons,
  type Programme,
  type ProjectKind,
  programmes,
  projectKinds,
  type Stage,
  stages,
} from '../register/words.ts'

export const Words = z.object({ zh: z.string(), en: z.string() })
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const keysOf = <Key extends string>(words: Record<Key, unknown>) => z.enum(Object.keys(words) as [Key, ...Key[]])

export const StageShape = keysOf<Stage>(stages)
export const KindShape = keysOf<ProjectKind>(projectKinds)
export const ProgrammeShape = keysOf<Programme>(programmes)
export const EvidenceShape = keysOf<EvidenceKind>(evidenceKinds)
export const LossShape = keysOf<LossReason>(lossReasons)
export const SourceShape = keysOf<keyof typeof leadSources>(leadSources)
export const Light = z.enum(['green', 'yellow', 'red', 'none'])
export const Confidence = z.enum(['green', 'amber', 'red'])
export const UnitShape = z.object({ code: z.string(), name: Words })
export const PlaceShape = z.object({ longitude: z.number(), latitude: z.number() })
