import { Box } from '@mui/material';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Span } from '../../../processes/publicSettlement/blackening';
import { isMarked, toggled, tokensOf } from './marks';

const LOOK = {
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  lineHeight: 1.9,
  '& button': { font: 'inherit', color: 'inherit', border: 0, borderRadius: 0.5, background: 'none', p: 0, px: 0.25, cursor: 'pointer' },
  '& button:hover': { outline: '1px solid', outlineColor: 'text.secondary' },
  '& button:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 1 },
  '& button[aria-pressed="true"]': { bgcolor: 'common.black', color: 'common.white' },
} as const;

interface WordMarksProps {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly label: string;
  readonly describedBy: string;
  readonly onChange: (spans: readonly Span[]) => void;
}

/** The text word by word: each blackened or shown by a click or the space bar. The words are one stop of the keyboard; arrows go from one to another. */
export function WordMarks({ text, spans, label, describedBy, onChange }: WordMarksProps) {
  const tokens = useMemo(() => tokensOf(text), [text]);
  const wordsAt = useMemo(() => tokens.flatMap(({ isWord }, index) => (isWord ? [index] : [])), [tokens]);
  const [current, setCurrent] = useState(wordsAt[0] ?? 0);
  const group = useRef<HTMLDivElement>(null);

  const go = (event: KeyboardEvent): void => {
    const place = wordsAt.indexOf(current);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: place + 1,
      ArrowDown: place + 1,
      ArrowLeft: place - 1,
      ArrowUp: place - 1,
      Home: 0,
      End: wordsAt.length - 1,
    };
    const next = wordsAt[steps[event.key] ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    group.current?.querySelector<HTMLButtonElement>(`[data-at="${next}"]`)?.focus();
  };

  return (
    <Box ref={group} role="group" aria-label={label} aria-describedby={describedBy} onKeyDown={go} sx={LOOK}>
      {tokens.map((token, index) => {
        const marked = isMarked(token, spans);
        if (!token.isWord) return <span key={token.from}>{token.text}</span>;
        return (
          <button
            key={token.from}
            type="button"
            data-at={index}
            tabIndex={index === current ? 0 : -1}
            aria-pressed={marked}
            onFocus={() => setCurrent(index)}
            onClick={() => onChange(toggled(text, spans, token))}
          >
            {token.text}
          </button>
        );
      })}
    </Box>
  );
}
