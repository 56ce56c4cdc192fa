/** HTML that our own server rendered and sanitised; nothing else may come here. */
export function ServerHtml(props: { html: string; className?: string; language?: { lang: string; dir: 'ltr' | 'rtl' } | undefined }) {
  return <div className={`np-prose ${props.className ?? ''}`} dir="auto" {...props.language} dangerouslySetInnerHTML={{ __html: props.html }} />
}
