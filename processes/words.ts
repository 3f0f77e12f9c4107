/** A text that people read, in both languages of the product. Czech is the default; no such text lives outside processes/ and the faces' word files. */
export interface Words {
  readonly cs: string;
  readonly en: string;
}

export type Language = keyof Words;

/** Short hand for a pair of texts. */
export function words(cs: string, en: string): Words {
  return { cs, en };
}
