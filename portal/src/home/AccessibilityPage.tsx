import { Page } from '../ui/Page';
import { useWords } from '../words/context';

/** Prohlášení o přístupnosti (§ 7 zákona č. 99/2019 Sb.). */
export function AccessibilityPage() {
  const { t } = useWords();
  const { accessibility: words } = t;
  return (
    <Page title={words.title} lead={words.intro}>
      <h2>{words.state}</h2>
      <p>{words.stateText}</p>
      <h2>{words.known}</h2>
      <ul>
        {words.knownItems.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <h2>{words.help}</h2>
      <p>{words.helpText}</p>
      <h2>{words.enforcement}</h2>
      <p>{words.enforcementText}</p>
    </Page>
  );
}
