import { words } from '../../processes/words';
import { uploadOfOne } from '../http/upload';

/** 20 MB a file. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

export const oneFile = uploadOfOne({ maxBytes: MAX_FILE_BYTES, limit: words('20 MB na soubor', '20 MB a file'), maxFieldBytes: 2_000 });
