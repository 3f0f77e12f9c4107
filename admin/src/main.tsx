import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { insideAddress } from './address';
import { App } from './App';

const RELOADED = 'reloadedAt';
const AGAIN_AFTER_MS = 10_000;

/** A newer version was put in place while the page was open, and its part is gone: load the page anew. Not over and over where the part is truly missing. */
window.addEventListener('vite:preloadError', (event) => {
  if (Date.now() - Number(sessionStorage.getItem(RELOADED)) < AGAIN_AFTER_MS) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  event.preventDefault();
  window.location.reload();
});

const inside = insideAddress(location.pathname, location.hash);
const root = document.getElementById('root');
if (inside !== null) {
  location.replace(inside);
} else if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
