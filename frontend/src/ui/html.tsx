import { useWritten } from '@/i18n/written'

/** HTML that our own server rendered and sanitised; nothing else may come here. */
export function ServerHtml(props: { html: string; className?: string; language?: { lang: string; dir: 'ltr' | 'rtl' } | undefined }) {
  const written = useWritten()
  return <div className={`np-prose ${props.className ?? ''}`} dir="auto" lang={written(props.html)} {...props.language} dangerouslySetInnerHTML={{ __html: props.html }} />
}
