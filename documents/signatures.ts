/**
 * What a file shows of an electronic signature: told by its structure only. Whether the signature is valid, whose it is and whether it is qualified is not
 * looked into, and nothing here may be read as if it were.
 */
import { zipEntries } from './zip';

/** A signature inside a PDF (PAdES), beside a file (CAdES, .p7s), or in a container with the files it signs (ASiC-E, .asice). */
export type SignatureKind = 'pdf' | 'detached' | 'container';

/** DER of an object identifier: signedData of PKCS #7 and CMS, 1.2.840.113549.1.7.2 (RFC 5652). */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');
const SEQUENCE = 0x30;

/** Length of the DER element at the place and where its content begins; null where it is no whole element. */
function derAt(bytes: Buffer, at: number): { readonly from: number; readonly length: number | null } | null {
  const first = bytes[at + 1];
  if (first === undefined) return null;
  if (first < 0x80) return { from: at + 2, length: first };
  // An indefinite length ends with zeros; writers of signatures use it too.
  if (first === 0x80) return { from: at + 2, length: null };
  const octets = first - 0x80;
  if (octets > 4 || at + 2 + octets > bytes.length) return null;
  return { from: at + 2 + octets, length: bytes.readUIntBE(at + 2, octets) };
}

/** Content of a file in PEM; the file itself where it is in DER. */
function withoutArmour(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1', 0, Math.min(bytes.length, 5_000_000));
  const [, body] = /^\s*-----BEGIN (?:PKCS7|CMS)-----\s+([A-Za-z0-9+/=\s]+)-----END (?:PKCS7|CMS)-----\s*$/.exec(text) ?? [];
  return body === undefined ? bytes : Buffer.from(body, 'base64');
}

/** Is it a signature of CMS (.p7s): a whole sequence that says it is signed data? */
export function isDetachedSignature(file: Buffer): boolean {
  const bytes = withoutArmour(file);
  if (bytes[0] !== SEQUENCE) return false;
  const outer = derAt(bytes, 0);
  if (!outer) return false;
  // Nothing may follow what signs: a file of two kinds at once is no honest one.
  if (outer.length !== null && outer.from + outer.length !== bytes.length) return false;
  return bytes.subarray(outer.from, outer.from + SIGNED_DATA.length).equals(SIGNED_DATA);
}

export const ASICE_TYPE = 'application/vnd.etsi.asic-e+zip';
const MIME_LIMIT = 200;

/** Is it a container of ASiC-E (ETSI EN 319 162-1): its first entry says so, and it holds a signature? */
export function isSignatureContainer(file: Buffer): boolean {
  const entries = zipEntries(file);
  if (!entries) return false;
  const declared = entries[0]?.name === 'mimetype' ? (entries[0].read(MIME_LIMIT)?.toString('latin1').trim() ?? '') : '';
  return declared === ASICE_TYPE && entries.some(({ name }) => /^META-INF\/[^/]*(signatures?[^/]*\.xml|\.p7s)$/i.test(name));
}

/** A PDF is signed where an object is a signature with the range of bytes that it covers (ISO 32000-1, 12.8). */
function hasPdfSignature(pdf: Buffer): boolean {
  const text = pdf.toString('latin1');
  return (
    /\/ByteRange\s*\[\s*\d+\s+\d+\s+\d+\s+\d+\s*\]/.test(text) &&
    /\/SubFilter\s*\/(adbe\.pkcs7\.(detached|sha1)|adbe\.x509\.rsa_sha1|ETSI\.(CAdES\.detached|RFC3161))/.test(text)
  );
}

/** What the file shows; null: nothing of a signature. */
export function signatureIn(file: Buffer): SignatureKind | null {
  if (file.subarray(0, 5).toString('latin1') === '%PDF-') return hasPdfSignature(file) ? 'pdf' : null;
  if (file.subarray(0, 2).toString('latin1') === 'PK') return isSignatureContainer(file) ? 'container' : null;
  return isDetachedSignature(file) ? 'detached' : null;
}
