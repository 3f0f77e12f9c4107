/** Encodings of bank files: GPC and ABO come in windows-1250 or, from older programs, in CP 852. */

/** Upper half of CP 852 (Latin 2 of DOS), which TextDecoder does not know. */
const CP852 =
  'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0';

/** Letters with diacritics that Czech texts are made of; what else stands above ASCII speaks against the encoding. */
const CZECH = /[áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ]/gu;
const NOT_ASCII = /[^\p{ASCII}]/gu;

function decodeCp852(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : CP852.charAt(byte - 128);
  return text;
}

const strange = (text: string): number => (text.match(NOT_ASCII)?.length ?? 0) - (text.match(CZECH)?.length ?? 0);

/** The text of UTF-8 bytes without its mark; null where they are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A Czech text whose encoding nobody says: UTF-8, windows-1250 or CP 852, whichever reads as Czech letters. */
export function decodeCzech(bytes: Uint8Array): string {
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return utf8;
  const windows = new TextDecoder('windows-1250').decode(bytes);
  const dos = decodeCp852(bytes);
  return strange(dos) < strange(windows) ? dos : windows;
}

let bytesOf1250: ReadonlyMap<string, number> | undefined;

/** In windows-1250; what the encoding lacks loses its diacritics, or becomes a question mark. */
export function encodeWindows1250(text: string): Uint8Array {
  bytesOf1250 ??= new Map(
    Array.from({ length: 256 }, (_, byte): [string, number] => [new TextDecoder('windows-1250').decode(Uint8Array.of(byte)), byte]),
  );
  const known = bytesOf1250;
  return Uint8Array.from([...text].map((character) => known.get(character) ?? known.get(character.normalize('NFD').charAt(0)) ?? 0x3f));
}

/** Without diacritics, in ASCII: `Žluťoučký kůň` -> `Zlutoucky kun`; other characters become spaces. */
export function withoutDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, ' ');
}
