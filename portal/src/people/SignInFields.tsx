import { TextField } from '../ui/Field';
import { useWords } from '../words/context';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

/** The address by which a person signs in. @param asUsername whether the account is there already, so that a keeper of passwords may offer it */
export function EmailField({ asUsername = true, ...props }: Props & { readonly asUsername?: boolean }) {
  const { t } = useWords();
  return <TextField id="email" type="email" label={t.session.email} autoComplete={asUsername ? 'username' : 'email'} required {...props} />;
}

/** The password as it is now. */
export function CurrentPasswordField(props: Props & { readonly id: string; readonly label: string }) {
  return <TextField type="password" autoComplete="current-password" required {...props} />;
}

/** A password that is being chosen, with what it must be. */
export function NewPasswordField(props: Props & { readonly label: string }) {
  const { t } = useWords();
  return <TextField id="password" type="password" autoComplete="new-password" required help={t.register.passwordHelp} {...props} />;
}
