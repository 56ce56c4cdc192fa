import { type DefaultError, type MutationFunction, useMutation as useTheirs, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'

/**
 * A change that one asks for. The library learns what a page would send only after it was painted: a key right behind
 * the last letter would send the words without it. Here it is always what stands on the page now.
 * Without a connection it would wait for one, and its button stay busy without a word; here its form says so at once.
 */
export function useMutation<Data = unknown, Fault = DefaultError, Asked = void, Before = unknown>(
  options: UseMutationOptions<Data, Fault, Asked, Before> & { mutationFn: MutationFunction<Data, Asked> },
): UseMutationResult<Data, Fault, Asked, Before> {
  const latest = useRef(options.mutationFn)
  latest.current = options.mutationFn
  return useTheirs({ networkMode: 'always', ...options, mutationFn: (asked, context) => latest.current(asked, context) })
}
