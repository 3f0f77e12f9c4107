import { environment } from '../models/environment';
import { localUrl as urlOf } from '../workers/start/httpReady';

/** Where the api of this machine's system answers. */
export function localUrl(): string {
  const { host, port } = environment();
  return urlOf(host, port);
}
