import { lazy, Suspense, useMemo } from 'react'
import { useAppearance, useMedia, usePhone } from '#web/appearance.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { sansFamily, tokens } from '#web/tokens.ts'
import { heightOf, optionOf, pictureWidth } from '../pictures/option.ts'
import { altOf, type Picture } from '../pictures/picture.ts'

const PictureDrawing = lazy(() => import('./PictureDrawing.tsx'))

/** What the sheet leaves of a narrow phone. */
const phoneWidth = 320

/** A chart of a bulletin, drawn by the same definition as in its files; on a print in the ink of paper. */
export function PictureDrawn({ picture }: { picture: Picture }) {
  const { tokens: screen } = useAppearance()
  const printing = useMedia('print')
  const width = usePhone() ? phoneWidth : pictureWidth
  const ink = printing ? tokens.light : screen
  const option = useMemo(
    () => optionOf(picture, { tokens: { ...ink, page: ink.surface }, family: sansFamily, moves: false }, width),
    [picture, ink, width],
  )
  const height = heightOf(picture, width)
  return (
    <div
      role="img"
      aria-label={altOf(picture)}
      style={{ position: 'relative', height, maxWidth: pictureWidth, margin: '0 auto' }}
    >
      <Suspense fallback={<Loading shape="chart" height={height} />}>
        <PictureDrawing option={option} />
      </Suspense>
    </div>
  )
}
