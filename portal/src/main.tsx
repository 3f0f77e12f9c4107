import '@gov-design-system-ce/fonts/lib/roboto.css';
import '@gov-design-system-ce/styles/tokens.css';
import '@gov-design-system-ce/styles/styles.css';
import './styles/gov.css';
import './styles/page.css';
import './styles/parts.css';
import './styles/forms.css';
import './styles/check.css';
import './styles/calendar.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { router } from './router';
import { SessionProvider } from './session/SessionProvider';
import { SpeechProvider } from './words/SpeechProvider';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with id "root"');

createRoot(root).render(
  <StrictMode>
    <SpeechProvider>
      <SessionProvider>
        <RouterProvider router={router} />
      </SessionProvider>
    </SpeechProvider>
  </StrictMode>,
);
