import { Part } from '#web/kit/Page.tsx'
import { PhotoStrip } from '#web/kit/PhotoStrip.tsx'
import { When } from '#web/kit/When.tsx'
import { useWords } from '#web/locale.tsx'
import type { ProjectTold } from './ProjectPage.tsx'

/** Photos by the day they were taken for, the newest first; time and place as the camera wrote them. */
export function PhotoTimeline({ photos }: { photos: ProjectTold['photos'] }) {
  const t = useWords()
  const days = [...new Set(photos.map(({ on }) => on))].sort().reverse()
  return (
    <Part
      title={t({ zh: '照片', en: 'Photos' })}
      note={t({ zh: '时间和位置按相机所记', en: 'time and place as the camera wrote them' })}
    >
      <ol className="photo-days">
        {days.map((day) => (
          <li key={day}>
            <When at={day} />
            <PhotoStrip
              photos={photos
                .filter(({ on }) => on === day)
                .map(({ id, words, takenAt, place }) => ({ id, takenAt, place, ...(words ? { words } : {}) }))}
            />
          </li>
        ))}
      </ol>
    </Part>
  )
}
