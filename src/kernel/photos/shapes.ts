import { z } from 'zod'
import { endpoint } from '../http/endpoint.ts'

export const PhotoShape = z.object({
  id: z.string(),
  width: z.int(),
  height: z.int(),
  takenAt: z.string().nullable(),
  place: z.object({ longitude: z.number(), latitude: z.number() }).nullable(),
})

const id = z.uuid()

export const sendPhotoShape = endpoint({
  method: 'POST',
  path: '/api/photos',
  permission: 'signed-in',
  summary: { zh: '上传一张照片（同一 key 重传无害）', en: 'Send a photo (again with the same key does no harm)' },
  body: 'file',
  reply: PhotoShape,
})

export const sendOpenPhotoShape = endpoint({
  method: 'POST',
  path: '/api/open/photos',
  permission: 'public',
  summary: {
    zh: '群众上传一张照片（同一 key 重传无害，两小时内未用即清除）',
    en: 'Anybody sends a photo (again with the same key does no harm; removed when unused for two hours)',
  },
  body: 'file',
  reply: PhotoShape,
  perMinute: 60,
})

export const pictureShape = endpoint({
  method: 'GET',
  path: '/api/photos/:id/:size',
  permission: 'signed-in',
  summary: { zh: '照片（重新编码，不含拍摄信息）', en: 'A photo, re-encoded without what its camera wrote' },
  params: z.object({ id, size: z.enum(['thumb', 'screen']) }),
  reply: 'file',
})

export const originalShape = endpoint({
  method: 'GET',
  path: '/api/photos/:id/original',
  permission: 'photos/originals',
  summary: { zh: '照片原件（查看留痕）', en: 'A photo as it was sent; reading it is noted' },
  params: z.object({ id }),
  reply: 'file',
})

export const openPictureShape = endpoint({
  method: 'GET',
  path: '/api/open/photos/:id/:file',
  permission: 'public',
  summary: {
    zh: '公开的照片（重新编码，不含拍摄信息）',
    en: 'A photo that is open, re-encoded without what its camera wrote',
  },
  params: z.object({ id, file: z.enum(['thumb.jpg', 'screen.jpg']) }),
  reply: 'file',
  open: { seconds: 300 },
})
