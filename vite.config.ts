import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = `http://127.0.0.1:${process.env['PORT'] ?? 8080}`

/** Pages: `vite build` writes dist/web, `vite` serves them with hot reload beside a running Jingkai (PORT). */
export default defineConfig({
  root: 'src/web',
  plugins: [react(), compressed()],
  resolve: { alias: [{ find: /^zod$/, replacement: path.resolve('src/web/unread-shapes.ts') }] },
  server: { port: 5173, proxy: { '/api': server, '/sdmx': server } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
  },
})

/** Writes .br and .gz beside each text file, which the server sends as they are. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir }) {
      const folder = dir ?? ''
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const file = path.join(folder, name)
        if (!/\.(js|css|svg)$/.test(name)) continue
        const text = readFileSync(file)
        writeFileSync(`${file}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
        writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
      }
    },
  }
}
