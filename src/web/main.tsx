import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { AppearanceProvider, layTokenSheet } from './appearance.tsx'
import './base.css'
import { LocaleProvider } from './locale.tsx'
import { Problem } from './problem.ts'
import { openRouter } from './shell/router.tsx'

layTokenSheet()

/** What the reader did wrong is not asked again; what the network did is. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, problem) =>
        failures < 2 && (!(problem instanceof Problem) || problem.status === 0 || problem.status >= 502),
    },
  },
})

const router = openRouter()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <LocaleProvider>
      <AppearanceProvider>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AppearanceProvider>
    </LocaleProvider>
  </StrictMode>,
)
