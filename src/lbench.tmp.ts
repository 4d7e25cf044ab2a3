import { createWriteStream, existsSync, mkdtempSync } from 'node:fs'
import pg from 'pg'
import { startPostgres } from './kernel/db/postgres.ts'
import { migrate } from './kernel/db/migrate.ts'
import { createPool } from './kernel/db/pool.ts'
import { read } from './kernel/db/work.ts'
import { ensureLedgerTables } from './parts/ledgers/tables-of-ledgers.ts'
import { importFile } from './parts/ledgers/import.ts'
import { measureValue } from './parts/ledgers/measures.ts'
const N = Number(process.argv[2] ?? 1000000)
const csv = `/tmp/parcels-${N}.csv`
if (!existsSync(csv)) {
  const out = createWriteStream(csv)
  out.write('日期,方向,监管方式,国家(地区),统一社会信用代码,包裹数(包),货值(元),重量(千克)\n')
  const ents = ['91410171DEM000014J','91410171DEM000022D','91410100MA44UQJ03U','91410171DEM000719R']
  const { checkCharacter } = await import('./parts/ledgers/uscc.ts')
  const E = Array.from({length: 60}, (_, i) => { const f = '91410171DEM' + String(700000+i*7).slice(0,6); return f + checkCharacter(f) })
  const C = ['JP','KR','DE','US','RU','GB','FR','AU','NZ','IT','ES','NL','PL','BE','CA','BR','TH','VN','MY','SG']
  const rows: string[] = []
  let n = 0
  outer: for (let d = 0; ; d++) { const day = new Date(Date.UTC(2018,0,1)+d*864e5).toISOString().slice(0,10)
    for (const dir of ['进口','出口']) for (const m of ['9610','1210']) for (const c of C) for (const e of E) {
      rows.push(`${day},${dir},${m},${c},${e},${1+(n*7919)%900},${((n*104729)%9000000)/100},${((n*15485863)%900000)/1000}\n`)
      if (++n >= N) break outer } }
  // shuffle
  let s = 42; for (let i = rows.length-1; i>0; i--) { s = (s*1103515245+12345)&0x7fffffff; const j = s % (i+1); const t = rows[i]!; rows[i]=rows[j]!; rows[j]=t }
  for (const r of rows) if (!out.write(r)) await new Promise(d=>out.once('drain',d))
  await new Promise<void>(d=>out.end(d))
}
const given = process.argv[3]
const postgres = given ? undefined : await startPostgres({ dataDir: mkdtempSync('/tmp/lbench-pg-'), dieWithParent: true })
const url = given ?? postgres!.connectionString
const pool = createPool(url, 4)
const client = await pool.connect()
await migrate(client, '/work/main/migrations'); await ensureLedgerTables(client)
await client.query(`insert into units (code, name_zh, name_en, kind, ordinal, opened_on, search_text) values ('ZONE', '管委会', 'Committee', 'committee', 1, '1993-04-01', '') on conflict do nothing`)
await client.query(`insert into unit_names (unit_code, name_zh, name_en, from_on) select code, name_zh, name_en, opened_on from units; insert into unit_places (unit_code, parent_code, from_on) values ('ZONE', null, '1993-04-01')`)
client.release()
const { readFileSync } = await import('node:fs')
const connect = pool.connect.bind(pool)
;(pool as any).connect = async () => { const c: any = await connect(); if (c.__p) return c; c.__p = 1; const q = c.query.bind(c); const pid = (await q('select pg_backend_pid() p')).rows[0].p
 const cpu = () => { const f = readFileSync(`/proc/${pid}/stat`,'utf8').split(') ')[1]!.split(' '); return (Number(f[11])+Number(f[12]))/100 }
 c.query = (...a: any[]) => { const t = performance.now(), u = cpu(); const r = q(...a); if (r && r.then) return r.then((x: any) => { const ms = performance.now()-t; if (ms > 100) console.log('   ', ms.toFixed(0),'ms cpu', (cpu()-u).toFixed(2), String(a[0]?.text ?? a[0]).replace(/\s+/g,' ').slice(0,90)); return x }); return r }
 return c }
const work = { pool, actor: { id: 'cli', name: 'cli', via: 'cli' as const, grants: [] }, now: () => new Date(), requestId: 'x', secret: 'x'.repeat(40) }
let t0 = performance.now(); let settling = 0; let cpu = process.cpuUsage(); let cpuRead: any
const r = await importFile(work, { ledger: 'trade/parcel-manifests', file: { name: 'a.csv', path: csv }, onProgress: (p) => { if (p.stage === 'settling') { settling = performance.now(); cpuRead = process.cpuUsage(cpu) } } })
console.log('node cpu read s', (cpuRead.user+cpuRead.system)/1e6)
console.log('fresh', { ...r, findings: r.findings.slice(0,1) }, Math.round(r.rows / ((performance.now()-t0)/1000)), 'rows/s; read', ((settling-t0)/1000).toFixed(2), 'settle', ((performance.now()-settling)/1000).toFixed(2), 'rss', Math.round(process.memoryUsage().rss/1e6))
t0 = performance.now()
const again = await importFile(work, { ledger: 'trade/parcel-manifests', file: { name: 'a.csv', path: csv } })
console.log('same', again.sameAs, (performance.now()-t0).toFixed(0),'ms')
for (const [from,to] of [['2018-03-01','2018-03-31'],['2018-01-01','2018-12-31'],['2018-01-01','2018-06-28']] as const) {
  for (let i=0;i<3;i++) { t0 = performance.now(); const v = await read(work, tx => measureValue(tx, { measure: 'trade/parcel-manifests.value', filters: [{dimension:'direction', values:['import']}], from, to })); console.log(from,to,v?.toFixed(), (performance.now()-t0).toFixed(2),'ms') }
}
// a changed file: every 10th value changed
const { execSync } = await import('node:child_process')
execSync(`awk -F, 'NR>1 && NR%10==0 {$7=$7+1} {print}' OFS=, ${csv} > ${csv}.changed`)
t0 = performance.now(); 
const c = await importFile(work, { ledger: 'trade/parcel-manifests', file: { name: 'b.csv', path: `${csv}.changed` }, onProgress: (p) => { if (p.stage === 'settling') settling = performance.now() } })
console.log('changed', { ...c, findings: c.findings.slice(0,1) }, Math.round(c.rows / ((performance.now()-t0)/1000)), 'rows/s; read', ((settling-t0)/1000).toFixed(2))
await pool.end(); await postgres?.stop(); process.exit(0)
