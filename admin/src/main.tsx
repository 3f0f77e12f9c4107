import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { insideAddress } from './address';
import { App } from './App';

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
