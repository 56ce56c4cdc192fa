import { post } from './client'

/** How a text will read: rendered and sanitised by the server, as posts are. */
export const renderMarkdown = (text: string): Promise<string> => post<{ html: string }>('/v1/markdown/_render', { body: { text } }).then((rendered) => rendered.html)
