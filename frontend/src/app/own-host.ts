/** Addresses are the same on every host; on an organisation's own one its front page is that organisation, and others are elsewhere. */
import { tenantOf } from './paths'

/** A browser that waits longer than this for an answer goes on without one. */
const PATIENCE = 3000

/** Of whom this host showed a page, when the browser came. */
const shown = tenantOf(location.pathname)
/** A host that answered with a front page is nobody's own. */
let asked = location.pathname === '/' ? Promise.resolve(false) : null

async function ask(): Promise<boolean> {
  try {
    return (await fetch('/', { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) })).type === 'opaqueredirect'
  } catch {
    asked = null
    return false
  }
}

/** Whether a page is at another host, which the server alone knows. Of most pages it need not be asked. */
export function isElsewhere(address: string): false | Promise<boolean> {
  const tenant = tenantOf(new URL(address, location.href).pathname)
  return tenant !== null && tenant !== shown && (asked ??= ask())
}
