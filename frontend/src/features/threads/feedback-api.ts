import { infiniteQueryOptions } from '@tanstack/react-query'
import { get, tenantPath } from '@/api/client'
import type { FeedbackPage } from '@/api/types'

/** What is on top of a conversation, answers its question, or that the outcome rests on. */
export const feedbackQuery = (tenant: string, thread: string) =>
  infiniteQueryOptions({
    queryKey: ['feedback', tenant, thread],
    queryFn: ({ pageParam, signal }) => get<FeedbackPage>(tenantPath(tenant, 'threads', thread, 'feedback'), { query: { cursor: pageParam, limit: 24 }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 0,
  })
