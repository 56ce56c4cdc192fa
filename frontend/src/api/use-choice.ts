import { useRef } from 'react'
import { useMutation } from './use-mutation'

interface Options<T> {
  /** Choices of the same name are saved one after another. */
  name: string
  /** What the server has. */
  held: T
  save: (wanted: T) => Promise<unknown>
  /** Fetches what the server has now; what is asked is shown until then. */
  refresh: () => Promise<unknown>
  /** The last is saved. */
  onSaved: () => void
}

/**
 * A choice that is saved at once. By arrow keys one passes several: they are saved one after another, and of those
 * that wait only the last. What is asked is shown, and what holds when nothing is asked any more.
 */
export function useChoice<T>({ name, held, save, refresh, onSaved }: Options<T>) {
  const last = useRef(0)
  const saving = useMutation({
    scope: { id: name },
    mutationFn: async ({ wanted, turn }: { wanted: T; turn: number }) => {
      if (turn === last.current) await save(wanted)
    },
    // An earlier one may have been saved where the last was refused.
    onSettled: async (_, error, { turn }) => {
      if (turn !== last.current) return
      await refresh()
      if (!error && turn === last.current) onSaved()
    },
  })
  return {
    value: saving.isPending ? saving.variables.wanted : held,
    choose: (wanted: T) => saving.mutate({ wanted, turn: ++last.current }),
    error: saving.error,
  }
}
