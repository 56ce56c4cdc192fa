import { navigate } from 'wouter/use-browser-location'
import { leaveForPage } from '@/lib/arrival'
import { isElsewhere } from './own-host'
import { isAppPath } from './paths'

function target(event: MouseEvent): HTMLAnchorElement | null {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  const link = plain && !event.defaultPrevented ? (event.target as Element).closest('a') : null
  return link && link.href && !link.target && !link.hasAttribute('download') ? link : null
}

/** Every plain link in the page, also in text that the server rendered, changes page without loading the site again. */
function follow(event: MouseEvent): void {
  const link = target(event)
  if (!link || link.origin !== location.origin || !isAppPath(link.pathname)) return
  const samePage = link.pathname === location.pathname && link.search === location.search
  if (samePage && link.hash) return
  event.preventDefault()
  go(link.pathname + link.search + link.hash)
}

/** The address of this page, to come back to. */
export const here = (): string => location.pathname + location.search + location.hash

/** Every change of page goes through here; one to a page at another host leaves the application. */
export function go(address: string): void {
  const elsewhere = isElsewhere(address)
  if (!elsewhere) return change(address)
  void elsewhere.then((leaves) => (leaves ? location.assign(address) : change(address)))
}

function change(address: string): void {
  leaveForPage()
  navigate(address)
  if (!address.includes('#')) scrollTo(0, 0)
}

export function followLinks(): () => void {
  document.addEventListener('click', follow)
  addEventListener('popstate', leaveForPage)
  return () => {
    document.removeEventListener('click', follow)
    removeEventListener('popstate', leaveForPage)
  }
}
