const RELOADED = 'np-reloaded'
/** Who loaded anew less than this ago was not helped by it. */
const SHORTLY = 60_000

/** What wakes those that wait for a connection. */
const WAKE = 'np-load-again'

function connection(): Promise<void> {
  const woken = new AbortController()
  return new Promise((resolve) => {
    const go = () => {
      woken.abort()
      resolve()
    }
    for (const sign of ['online', WAKE]) addEventListener(sign, go, { signal: woken.signal })
  })
}

/** For who does not want to wait any longer: a browser may not notice that it has a connection again. */
export const loadAgain = (): void => void dispatchEvent(new Event(WAKE))

/**
 * Fetches a part of the application. Without a connection it waits for one. A part that is gone belongs to an older
 * version of this site: the page is loaded anew, and comes as the newer one.
 */
export async function loadPart<T>(fetch: () => Promise<T>, reload = () => location.reload()): Promise<T> {
  try {
    return await fetch()
  } catch (error) {
    if (!navigator.onLine) {
      await connection()
      return loadPart(fetch, reload)
    }
    if (!mayReload(Date.now())) throw error
    reload()
    return new Promise(() => undefined)
  }
}

/** Not again and again, for a part that stays away; and never where a browser lets nothing be remembered. */
function mayReload(now: number): boolean {
  try {
    if (now - Number(sessionStorage.getItem(RELOADED)) < SHORTLY) return false
    sessionStorage.setItem(RELOADED, String(now))
    return true
  } catch {
    return false
  }
}
