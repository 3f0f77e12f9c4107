/** Plain text that a person wrote: empty lines part paragraphs, single ones stay. Nothing in it is read as HTML. */
export function Prose({ text }: { readonly text: string }) {
  const paragraphs = text.split(/\n\s*\n/).map((one) => one.trim());
  return (
    <div className="prose">
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}
