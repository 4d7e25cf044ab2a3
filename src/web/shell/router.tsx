import { createBrowserRouter, Outlet, type RouteObject } from 'react-router'
import { SayProvider } from '../kit/Said.tsx'
import { type Page, pages } from '../pages.ts'
import { CrashedPage } from './Crashed.tsx'
import { Gate } from './Gate.tsx'
import { NotFound } from './NotFound.tsx'
import { Opening } from './Opening.tsx'
import { Shell } from './Shell.tsx'

/** The addresses of the product: bare pages by themselves, all others inside the shell. */
export function openRouter(): ReturnType<typeof createBrowserRouter> {
  const inside = pages.filter((page) => !page.bare).map(routeOf)
  const bare = pages.filter((page) => page.bare).map(routeOf)
  return createBrowserRouter([
    {
      element: <Said />,
      errorElement: <CrashedPage />,
      HydrateFallback: Opening,
      children: [
        ...bare,
        {
          element: <Shell />,
          children: [{ errorElement: <CrashedPage />, children: [...inside, { path: '*', element: <NotFound /> }] }],
        },
      ],
    },
  ])
}

/** Inside the router, because what is said may hold a link. */
function Said() {
  return (
    <SayProvider>
      <Outlet />
    </SayProvider>
  )
}

function routeOf(page: Page): RouteObject {
  return {
    path: page.path,
    lazy: async () => {
      const { default: Drawn } = await page.load()
      return { element: <Gate page={page} drawn={<Drawn />} /> }
    },
  }
}
