import { lazy } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { AccessibilityPage } from './home/AccessibilityPage';
import { HomePage } from './home/HomePage';
import { ProgrammePage } from './home/ProgrammePage';
import { TenantsPage } from './home/TenantsPage';
import { SignInPage } from './people/SignInPage';
import { BareLayout, TenantLayout } from './tenant/TenantLayout';
import { Crashed } from './ui/Crashed';
import { NotFound } from './ui/Problem';

// What a reader of public pages does not need comes when it is asked for; the forms above all.
const RegisterPage = lazy(() => import('./register/RegisterPage').then((file) => ({ default: file.RegisterPage })));
const GrantPage = lazy(() => import('./register/GrantPage').then((file) => ({ default: file.GrantPage })));
const OpenDataPage = lazy(() => import('./openData/OpenDataPage').then((file) => ({ default: file.OpenDataPage })));
const CalendarPage = lazy(() => import('./calendar/CalendarPage').then((file) => ({ default: file.CalendarPage })));
const ContractsPage = lazy(() => import('./contracts/ContractsPage').then((file) => ({ default: file.ContractsPage })));
const ApplicationPage = lazy(() => import('./application/ApplicationPage').then((file) => ({ default: file.ApplicationPage })));
const PreviewPage = lazy(() => import('./application/PreviewPage').then((file) => ({ default: file.PreviewPage })));
const FilePreviewPage = lazy(() => import('./application/FilePreviewPage').then((file) => ({ default: file.FilePreviewPage })));
const ReceiptPage = lazy(() => import('./application/ReceiptPage').then((file) => ({ default: file.ReceiptPage })));
const NewApplicationPage = lazy(() => import('./application/NewApplicationPage').then((file) => ({ default: file.NewApplicationPage })));
const MyCasesPage = lazy(() => import('./cases/MyCasesPage').then((file) => ({ default: file.MyCasesPage })));
const CasePage = lazy(() => import('./cases/CasePage').then((file) => ({ default: file.CasePage })));
const TaskPage = lazy(() => import('./cases/TaskPage').then((file) => ({ default: file.TaskPage })));
const ApplicantsPage = lazy(() => import('./applicants/ApplicantsPage').then((file) => ({ default: file.ApplicantsPage })));
const ApplicantPage = lazy(() => import('./applicants/ApplicantPage').then((file) => ({ default: file.ApplicantPage })));
const InvitationPage = lazy(() => import('./applicants/InvitationPage').then((file) => ({ default: file.InvitationPage })));
const ReceiptCheckPage = lazy(() => import('./receiptCheck/ReceiptCheckPage').then((file) => ({ default: file.ReceiptCheckPage })));
const AccountPage = lazy(() => import('./people/AccountPage').then((file) => ({ default: file.AccountPage })));
const RegistrationPage = lazy(() => import('./people/RegistrationPage').then((file) => ({ default: file.RegistrationPage })));
const ForgottenPasswordPage = lazy(() => import('./people/PasswordPages').then((file) => ({ default: file.ForgottenPasswordPage })));
const NewPasswordPage = lazy(() => import('./people/PasswordPages').then((file) => ({ default: file.NewPasswordPage })));

/** Pages that are the same with a municipality in the address and without one: letters and links may lead to either. */
const people: RouteObject[] = [
  { path: 'prihlaseni', element: <SignInPage /> },
  { path: 'registrace', element: <RegistrationPage /> },
  { path: 'zapomenute-heslo', element: <ForgottenPasswordPage /> },
  { path: 'nove-heslo/:token', element: <NewPasswordPage /> },
  { path: 'ucet', element: <AccountPage /> },
  { path: 'pristupnost', element: <AccessibilityPage /> },
];

export const router = createBrowserRouter([
  {
    element: <BareLayout />,
    errorElement: <Crashed />,
    children: [{ path: '/', element: <TenantsPage /> }, ...people, { path: '*', element: <NotFound /> }],
  },
  {
    path: '/:obec',
    element: <TenantLayout />,
    errorElement: <Crashed />,
    children: [
      { index: true, element: <HomePage /> },
      { path: 'programy/:id', element: <ProgrammePage /> },
      { path: 'programy/:id/nova-zadost', element: <NewApplicationPage /> },
      { path: 'nahled/soubor', element: <FilePreviewPage /> },
      { path: 'nahled/:id', element: <PreviewPage /> },
      { path: 'zadost/:draftId', element: <ApplicationPage /> },
      { path: 'moje', element: <MyCasesPage /> },
      { path: 'moje/:caseId', element: <CasePage /> },
      { path: 'moje/:caseId/prijato', element: <ReceiptPage /> },
      { path: 'moje/:caseId/ukol/:task', element: <TaskPage /> },
      { path: 'zadatele', element: <ApplicantsPage /> },
      { path: 'zadatele/:id', element: <ApplicantPage /> },
      { path: 'pozvanka/:token', element: <InvitationPage /> },
      { path: 'overeni', element: <ReceiptCheckPage /> },
      { path: 'registr', element: <RegisterPage /> },
      { path: 'registr/:caseId', element: <GrantPage /> },
      { path: 'kalendar', element: <CalendarPage /> },
      { path: 'smlouvy', element: <ContractsPage /> },
      { path: 'otevrena-data', element: <OpenDataPage /> },
      ...people,
      { path: '*', element: <NotFound /> },
    ],
  },
]);
