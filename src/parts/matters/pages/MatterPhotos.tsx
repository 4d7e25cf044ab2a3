import { PhotoStrip } from '#web/kit/PhotoStrip.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { MatterShown, StepShown } from '../desk/matter-shapes.ts'
import { photoWords } from './matter-words.ts'

type Photo = StepShown['photos'][number]

/** Before and after, side by side: what was reported or verified, and what was handed back or checked. */
export function MatterPhotos({ matter }: { matter: MatterShown }) {
  const photos = matter.steps.flatMap((step) => step.photos)
  const after = photos.filter(({ kind }) => kind === 'after')
  const before = photos.filter(({ kind }) => kind !== 'after')
  if (photos.length === 0) return null
  return (
    <div className="matter-photos">
      <section>
        <h2>
          <T zh="处置前" en="Before" />
        </h2>
        <Strip photos={before} />
      </section>
      <section>
        <h2>
          <T zh="处置后" en="After" />
        </h2>
        {after.length > 0 ? (
          <Strip photos={after} />
        ) : (
          <p className="missing">
            <T zh="还没有照片" en="No photos yet" />
          </p>
        )}
      </section>
    </div>
  )
}

export function Strip({ photos }: { photos: readonly Photo[] }) {
  const t = useWords()
  return (
    <PhotoStrip
      photos={photos.map(({ id, kind, takenAt, place }) => ({
        ...{ id, words: t(photoWords[kind] ?? { zh: kind, en: kind }), takenAt, place },
      }))}
    />
  )
}
