import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Security headers of every answer. Scripts come from our own files only: nothing inline, nothing evaluated. Styles may be inline,
 * because the components of both faces put their style sheets into the page while they run.
 * @param tilesUrl of the map, whose pictures come from elsewhere
 */
export function securityHeaders(publicUrl: string, tilesUrl?: string): RequestHandler {
  const https = publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...(tilesUrl === undefined ? [] : [new URL(tilesUrl).origin])],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: https,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'sameorigin' },
  });
}
