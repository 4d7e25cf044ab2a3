import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initSync, MSTL } from '@bsull/augurs/mstl'

/** MSTL needs two full seasons. */
export const MSTL_LEAST = 24

let ready = false

/**
 * Seasonal-trend decomposition by Loess with ETS on the trend (`@bsull/augurs`), on logarithms: the strongest single method of
 * figures.md 6.2. Null when it cannot say: fewer than 24 points, a value not above zero, or no model found.
 * The first call reads the library's WebAssembly file, once; otherwise pure.
 */
export function mstlForecast(values: readonly number[], horizon: number, season = 12): number[] | null {
  if (values.length < Math.max(MSTL_LEAST, 2 * season) || values.some((value) => !(value > 0))) return null
  if (horizon <= 0) return []
  prepare()
  const model = MSTL.ets([season])
  try {
    model.fit(Float64Array.from(values, Math.log))
    const forecast = model.predict(horizon).point.map(Math.exp)
    return forecast.every(Number.isFinite) ? forecast : null
  } catch (error) {
    // The library throws plain strings when no trend model fits; anything else is a fault of ours.
    if (typeof error === 'string' || String(error).includes('Fit error')) return null
    throw error
  } finally {
    model.free()
  }
}

/** Its own start-up fetches a file: address, which Node refuses; so the bytes are handed over. */
function prepare(): void {
  if (ready) return
  const script = createRequire(import.meta.url).resolve('@bsull/augurs/mstl')
  initSync({ module: readFileSync(script.replace(/mstl\.js$/u, 'mstl_bg.wasm')) })
  ready = true
}
