const RELOADED = 'np-reloaded'

/**
 * Fetches a part of the application. Without a connection it waits for one. A part that is gone belongs to an older
 * version of this site: the page is loaded anew, once, and comes as the newer one.
 */
export async function loadPart<T>(fetch: () => Promise<T>, reload = () => location.reload()): Promise<T> {
  try {
    const part = await fetch()
    sessionStorage.removeItem(RELOADED)
    return part
  } catch (error) {
    if (!navigator.onLine) {
      await new Promise((resolve) => addEventListener('online', resolve, { once: true }))
      return loadPart(fetch, reload)
    }
    if (sessionStorage.getItem(RELOADED) === location.href) throw error
    sessionStorage.setItem(RELOADED, location.href)
    reload()
    return new Promise(() => undefined)
  }
}
