import { sansFamily } from '#web/tokens.ts'

/** The family of the charts on paper; the renderer writes it into a quoted attribute as it is given. */
export const paperFamily = sansFamily.replaceAll('"', "'")
