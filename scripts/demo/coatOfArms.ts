/** Coats of arms of the invented tenants, as data addresses of small SVG. */

const address = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

const shield = (field: string, charge: string): string =>
  address(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 56" width="48" height="56"><path d="M2 2h44v28c0 14-12 20-22 24C14 50 2 44 2 30z" fill="${field}" stroke="#1f2937" stroke-width="2"/>${charge}</svg>`,
  );

/** Per fess: a path that climbs towards an open gate. */
export const townArms = shield(
  '#1d4ed8',
  '<path d="M10 40l9-9 7 4 12-15" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/><path d="M29 12h12v11h-3v-5a3 3 0 0 0-6 0v5h-3z" fill="#facc15"/>',
);

/** Three linked rings. */
export const associationArms = shield(
  '#047857',
  '<g fill="none" stroke="#fff" stroke-width="3"><circle cx="17" cy="20" r="7"/><circle cx="31" cy="20" r="7"/><circle cx="24" cy="31" r="7"/></g>',
);

/** A bridge over water. */
export const districtArms = shield(
  '#7c2d12',
  '<path d="M8 32v-6a16 14 0 0 1 32 0v6" fill="none" stroke="#fff" stroke-width="4"/><path d="M8 40q4-4 8 0t8 0 8 0 8 0" fill="none" stroke="#7dd3fc" stroke-width="3"/>',
);
