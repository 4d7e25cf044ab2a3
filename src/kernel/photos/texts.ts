import type { RefusalTexts } from '../refusal.ts'

/** What is said of photos that are not kept. */
export const photoRefusals: RefusalTexts = {
  'photos/too-large': {
    problem: { zh: '照片太大，超过了 {limit} MB。', en: 'The photo is too large: more than {limit} MB.' },
    cure: {
      zh: '没有保存。请用手机的普通画质重拍，或把照片缩小后再传。',
      en: 'It was not kept. Take it again in ordinary quality, or make it smaller and send it again.',
    },
  },
  'photos/not-a-photo': {
    problem: { zh: '这个文件不是照片。', en: 'This file is not a photo.' },
    cure: {
      zh: '请选择 JPEG、PNG 或 WebP 格式的照片；苹果手机的 HEIC 照片请在“设置—相机—格式”里改为“兼容性最佳”。',
      en: 'Choose a photo in JPEG, PNG or WebP. On an iPhone set Camera, Formats to "Most Compatible" for photos in HEIC.',
    },
  },
  'photos/broken': {
    problem: { zh: '照片损坏，打不开。', en: 'The photo is damaged and cannot be opened.' },
    cure: { zh: '可能没有传完。请重传，或重拍一张。', en: 'It may be cut short. Send it again, or take another.' },
  },
  'photos/too-many-pixels': {
    problem: {
      zh: '照片有 {width}×{height} 个像素，超过了 {limit} 百万像素。',
      en: 'The photo has {width} by {height} pixels, more than {limit} million.',
    },
    cure: { zh: '请缩小后再传，或换普通画质重拍。', en: 'Make it smaller, or take it again in ordinary quality.' },
  },
  'photos/cut': {
    problem: { zh: '照片没有传完。', en: 'The photo was cut off on its way.' },
    cure: {
      zh: '没有保存，请重传一次；不会变成两张。',
      en: 'It was not kept. Send it again; it will not be there twice.',
    },
  },
  'photos/unknown': {
    problem: { zh: '没有这张照片。', en: 'There is no such photo.' },
    cure: {
      zh: '照片上传后一天内没有用到会被清除，请重新上传。',
      en: 'A photo that is not used within a day is removed. Send it again.',
    },
  },
  'photos/too-many': {
    problem: {
      zh: '一小时内从您的网络传来的照片超过了 {limit} 张。',
      en: 'More than {limit} photos came from your network within an hour.',
    },
    cure: {
      zh: '请过一会儿再传；不带照片也可以先提交。',
      en: 'Send it a little later; a report can also be sent without photos.',
    },
  },
  'photos/key-used': {
    problem: { zh: '这个编号已经用于另一张照片。', en: 'Another photo was sent under this key.' },
    cure: { zh: '请为每张照片用一个新编号。', en: 'Use a new key for each photo.' },
  },
  'photos/key-unreadable': {
    problem: { zh: '照片编号不合要求。', en: 'The key of the photo cannot be read.' },
    cure: {
      zh: '请用 16 至 64 个字母、数字或短横线，例如一个 UUID。',
      en: 'Use 16 to 64 letters, digits or hyphens, such as a UUID.',
    },
  },
}
