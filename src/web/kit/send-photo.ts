import { sendOpenPhotoShape, sendPhotoShape } from '#kernel/photos/shapes.ts'
import { type Reply, uploadFile } from '../client.ts'
import { currentLocale } from '../locale.tsx'
import { Problem } from '../problem.ts'

/** A photo as the server keeps it. */
export type Photo = Reply<typeof sendPhotoShape>

interface Sending {
  /** names the photo whatever happens: sent again under the same key it is there once */
  key: string
  /** by somebody without an account */
  open?: boolean | undefined
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

const LIMIT = 20 * 1024 * 1024

/** Sends one photo. Throws a {@link Problem}; one that is too large is not sent at all. */
export async function sendPhoto(file: Blob, { key, open, onProgress, signal }: Sending): Promise<Photo> {
  if (file.size > LIMIT) throw tooLarge()
  const named = file instanceof File ? file : new File([file], 'photo.jpg', { type: file.type })
  return uploadFile(open ? sendOpenPhotoShape : sendPhotoShape, {
    sent: {},
    file: named,
    fields: { key },
    ...(onProgress && { onProgress }),
    ...(signal && { signal }),
  })
}

function tooLarge(): Problem {
  const zh = currentLocale() === 'zh'
  return new Problem({
    code: 'photos/too-large',
    status: 413,
    title: zh ? '这个文件太大，不是普通的照片。' : 'This file is too large for a photo.',
    cure: zh
      ? '没有上传。请选择一张照片（20 MB 以内），或重拍一张。'
      : 'It was not sent. Choose a photo of 20 MB at most, or take another.',
  })
}
