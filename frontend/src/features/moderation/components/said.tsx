/** What somebody wrote, under its name. */
export function Said({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <p>
        <strong>{title}</strong>
      </p>
      <p className="np-prose np-prose--plain" dir="auto">
        {text}
      </p>
    </div>
  )
}
