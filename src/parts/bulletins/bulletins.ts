/** The face of the part: bulletins are written from templates, drawn as files, and issued. */
export { composeBulletin } from './compose.ts'
export { documentOf } from './documents.ts'
export { issueBulletin, writeFirstBulletin } from './issue.ts'
