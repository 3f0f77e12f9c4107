import { words, type Words } from '../../processes/words';

/** Why a DOCX is refused: each thing by itself, in words for who made the file. */
export class DocxRefused extends Error {
  override readonly name = 'DocxRefused';

  constructor(readonly whys: readonly Words[]) {
    super(whys.map(({ en }) => en).join(' '));
  }
}

export const refusal = (cs: string, en: string): DocxRefused => new DocxRefused([words(cs, en)]);
