import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = `http://127.0.0.1:${process.env['PORT'] ?? 8080}`

/** Pages: `vite build` writes dist/web, `vite` serves them with hot reload beside a running Jingkai (PORT). */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  server: { port: 5173, proxy: { '/api': server } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: true,
    chunkSizeWarningLimit: 700,
  },
})
