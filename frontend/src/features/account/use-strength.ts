import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { measurePassword, type Strength } from './api'

const PAUSE_MS = 300

/** How strong the typed password is, a moment after its writer pauses; the server measures, and keeps nothing. */
export function useStrength(password: string): Strength | null {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(password), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [password])
  const { data } = useQuery({
    queryKey: ['password-strength', settled],
    queryFn: ({ signal }) => measurePassword(settled, signal),
    enabled: settled !== '',
    // A password stays nowhere longer than it must.
    gcTime: 0,
    retry: false,
  })
  return settled === password && settled !== '' ? (data ?? null) : null
}
