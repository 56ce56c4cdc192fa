/** A file that is on its way, or did not arrive. */
export interface Sending {
  key: string
  file: File
  /** From 0 to 1. */
  part: number
  fault: string | null
  /** Whether its fault may pass by itself: then trying again helps. */
  mayPass: boolean
}

/** Why what the files are for has to wait; null when all are there. */
export function lateness(sending: readonly Sending[]): 'failed' | 'wait' | null {
  if (sending.length === 0) return null
  return sending.some((one) => one.fault) ? 'failed' : 'wait'
}
