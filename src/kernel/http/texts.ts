import type { RefusalTexts } from '../refusal.ts'

/** What the door itself refuses. */
export const httpRefusals: RefusalTexts = {
  'kernel/fault': {
    problem: { zh: '系统出错了，编号 {requestId}。', en: 'Something failed on our side, number {requestId}.' },
    cure: {
      zh: '没有数据被改动。请稍后再试；如仍出错，把编号告诉系统管理员。',
      en: 'Nothing was changed. Try again later; if it stays, tell the administrator the number.',
    },
  },
  'kernel/text-not-kept': {
    problem: {
      zh: '{place} 里有无法保存的字符（空字符或残缺的字符）',
      en: '{place} has characters that cannot be kept (a NUL, or half of one)',
    },
    cure: { zh: '删去这些字符，或重新粘贴后再提交。', en: 'Remove them, or paste the text anew, and send again.' },
  },
  'kernel/shape': {
    problem: { zh: '提交的内容不合要求：{places}', en: 'What was sent does not fit: {places}' },
    cure: { zh: '按提示改正后再提交。', en: 'Mend the places named and send again.' },
  },
  'kernel/request-unreadable': {
    problem: { zh: '请求无法读取：{reason}', en: 'The request cannot be read: {reason}' },
    cure: { zh: '检查请求格式后再试。', en: 'Check the form of the request and try again.' },
  },
  'kernel/address-unreadable': {
    problem: { zh: '网址里有无法识别的百分号编码。', en: 'The address holds a percent sign that encodes nothing.' },
    cure: { zh: '请把 % 写成 %25，或从页面上重新打开。', en: 'Write % as %25, or open the page again from its link.' },
  },
  'kernel/body-too-large': {
    problem: { zh: '提交的内容太大。', en: 'What was sent is too large.' },
    cure: { zh: '把文件拆小，或改用 CSV 分批导入。', en: 'Split the file, or import it as CSV in parts.' },
  },
  'kernel/media-type': {
    problem: { zh: '不接受这种内容类型。', en: 'This content type is not accepted here.' },
    cure: { zh: '用 JSON 提交，文件用表单上传。', en: 'Send JSON, or a form with one file.' },
  },
  'kernel/json-unreadable': {
    problem: { zh: '提交的 JSON 无法读取。', en: 'The JSON that was sent cannot be read.' },
    cure: { zh: '检查括号、引号和编码（UTF-8）。', en: 'Check brackets, quotes and encoding (UTF-8).' },
  },
  'kernel/file-expected': {
    problem: { zh: '这里需要上传一个文件。', en: 'A file is expected here.' },
    cure: { zh: '用表单字段 file 上传一个文件。', en: 'Upload one file in the form field named file.' },
  },
  'kernel/upload-cut': {
    problem: { zh: '文件没有传完。', en: 'The upload was cut off.' },
    cure: { zh: '没有数据入库，请重新上传。', en: 'Nothing was taken in; upload the file again.' },
  },
  'kernel/database-away': {
    problem: { zh: '数据库暂时连不上。', en: 'The database cannot be reached just now.' },
    cure: { zh: '请稍后再试；系统会自动恢复连接。', en: 'Try again shortly; the connection mends itself.' },
  },
  'kernel/database-lost': {
    problem: { zh: '数据库在处理中断开了。', en: 'The database went away during the work.' },
    cure: {
      zh: '没有得到确认的改动都没有留下一半：数据库恢复后再做一次即可，已经进库的文件再导入不会重复。',
      en: 'Nothing is half done. Once the database is back do the same again: a file that is in already changes nothing.',
    },
  },
  'kernel/database-disk-full': {
    problem: {
      zh: '数据库所在的磁盘满了，这次没有改动任何数据。（{reason}）',
      en: 'The disk of the database is full; nothing was changed. ({reason})',
    },
    cure: {
      zh: '请在该磁盘上腾出空间（导入一个文件约需其大小的三倍），然后再做一次。',
      en: 'Free some space on that disk (an import needs about three times the size of its file), then do the same again.',
    },
  },
  'kernel/disk-full': {
    problem: {
      zh: '本机存放文件的磁盘满了，这次没有改动任何数据。（{reason}）',
      en: 'The disk on which files are kept is full; nothing was changed. ({reason})',
    },
    cure: {
      zh: '请腾出空间，或用环境变量 TMPDIR 指向空间更大的文件夹后重新启动，然后再做一次。',
      en: 'Free some space, or start again with TMPDIR set to a folder with more room, then do the same again.',
    },
  },
  'kernel/try-again': {
    problem: { zh: '同一时刻有别人改了同一处。', en: 'Somebody changed the same thing at the same moment.' },
    cure: { zh: '刷新后再试一次。', en: 'Reload and try once more.' },
  },
  'kernel/not-found': {
    problem: { zh: '没有这个地址：{path}', en: 'There is nothing at {path}' },
    cure: { zh: '检查地址，或从首页重新进入。', en: 'Check the address, or start from the first page.' },
  },
  'kernel/sign-in-needed': {
    problem: { zh: '需要登录。', en: 'Signing in is needed.' },
    cure: { zh: '登录后再试。', en: 'Sign in and try again.' },
  },
  'kernel/not-for-programs': {
    problem: {
      zh: '程序密钥不能做这件事（{permission}）',
      en: 'This key for programs does not open this ({permission})',
    },
    cure: {
      zh: '密钥只能用于开立时写明的用途；其他事情请登录后办理',
      en: 'A key opens what it was made for; sign in for anything else',
    },
  },
  'kernel/not-permitted': {
    problem: { zh: '您没有“{permission}”的权限。', en: 'You may not do this: {permission}.' },
    cure: { zh: '如工作需要，请向安全管理员申请。', en: 'If your work needs it, ask the security administrator.' },
  },
  'kernel/foreign-origin': {
    problem: { zh: '请求来自别的网站，已拒绝。', en: 'The request comes from another site and was refused.' },
    cure: { zh: '在本系统页面里操作。', en: 'Work from this system’s own pages.' },
  },
  'kernel/too-many-requests': {
    problem: { zh: '请求太频繁。', en: 'Too many requests.' },
    cure: { zh: '{seconds} 秒后再试。', en: 'Try again in {seconds} seconds.' },
  },
  'kernel/zone-missing': {
    problem: { zh: '“{folder}”里没有 zone.yaml。', en: 'There is no zone.yaml in “{folder}”.' },
    cure: {
      zh: '给出园区数据包的文件夹，如 zones/zhengzhou-2018。',
      en: 'Name a zone folder, such as zones/zhengzhou-2018.',
    },
  },
  'kernel/zone-unreadable': {
    problem: { zh: '{file} 读不通：{problem}', en: '{file} cannot be read: {problem}' },
    cure: { zh: '按提示改正后再加载。', en: 'Mend the places named and load again.' },
  },
  'kernel/demonstration-exposed': {
    problem: {
      zh: '演示账号只能在本机地址上提供，当前地址是 {host}。',
      en: 'Demonstration accounts are served on this machine only, and the address is {host}.',
    },
    cure: {
      zh: '把 HOST 设为 127.0.0.1；确需对外演示时设 JINGKAI_ALLOW_DEMONSTRATION=yes。',
      en: 'Set HOST to 127.0.0.1; to show it to others all the same, set JINGKAI_ALLOW_DEMONSTRATION=yes.',
    },
  },
  'kernel/backup-exists': {
    problem: { zh: '“{folder}”里已有一份备份。', en: 'There is a backup in “{folder}” already.' },
    cure: { zh: '换一个新的文件夹。', en: 'Name a new folder.' },
  },
  'kernel/backup-missing': {
    problem: {
      zh: '“{folder}”里没有备份（缺 manifest.json）。',
      en: 'There is no backup in “{folder}” (no manifest.json).',
    },
    cure: { zh: '给出 jingkai backup 写出的文件夹。', en: 'Name a folder that jingkai backup wrote.' },
  },
  'kernel/backup-of-other-version': {
    problem: {
      zh: '备份来自第 {backup} 号迁移，本程序是第 {here} 号。',
      en: 'The backup is of migration {backup}, this program of {here}.',
    },
    cure: { zh: '用同一版本的程序恢复，再升级。', en: 'Restore with the program version that wrote it, then upgrade.' },
  },
  'kernel/backup-changed': {
    problem: {
      zh: '备份中的表 {table} 与清单的哈希不符。',
      en: 'The table {table} of the backup does not match its hash.',
    },
    cure: { zh: '没有数据入库；换一份完好的备份。', en: 'Nothing was restored; use an intact backup.' },
  },
  'kernel/restore-not-empty': {
    problem: { zh: '目标库里已有园区数据。', en: 'The database holds a zone already.' },
    cure: {
      zh: '把 JINGKAI_DATA 指向一个新文件夹再恢复。',
      en: 'Point JINGKAI_DATA at a new folder and restore there.',
    },
  },
}
