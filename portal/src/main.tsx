import '@gov-design-system-ce/fonts/lib/roboto.css';
import '@gov-design-system-ce/styles/lib/tokens.css';
import '@gov-design-system-ce/styles/lib/styles.css';
import '@gov-design-system-ce/styles/lib/html/components/gov-button.css';
import '@gov-design-system-ce/styles/lib/html/components/gov-icon.css';
import '@gov-design-system-ce/styles/lib/html/components/gov-message.css';
import '@gov-design-system-ce/styles/lib/html/components/gov-tag.css';
import '@gov-design-system-ce/styles/lib/html/components/gov-form-control.css';
import '@gov-design-system-ce/styles/lib/html/components/gov-form-label.css';
import '@gov-design-system-ce/styles/lib/html/components/gov-form-message.css';
import '@gov-design-system-ce/styles/lib/html/components/gov-form-input.css';
import '@gov-design-system-ce/styles/lib/html/components/gov-form-select.css';
import '@gov-design-system-ce/styles/lib/html/components/gov-form-radio.css';
import '@gov-design-system-ce/styles/lib/html/components/gov-form-checkbox.css';
import './styles/page.css';
import './styles/parts.css';
import './styles/forms.css';
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
