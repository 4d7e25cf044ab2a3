import path from 'node:path'
import type { Work } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { receiveMessages } from './receive.ts'

/** Receives the customs messages of a zone package, `customs/*.zip` and `*.xml` by name; files received before change nothing. */
export async function loadMessages(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  const files = [...zone.files('customs', '.zip'), ...zone.files('customs', '.xml')].sort()
  const unit = zone.settings.keepers['trade/customs'] ?? zone.settings.rootUnit
  let documents = 0
  for (const file of files) {
    const name = path.basename(file)
    const received = await receiveMessages(work, { file: { name, path: path.join(zone.folder, file) }, unit })
    documents += received.documents
  }
  if (files.length > 0)
    tell({
      zh: `海关报文：${files.length} 个文件，${documents} 份单证`,
      en: `Customs messages: ${documents} documents in ${files.length} files`,
    })
}
