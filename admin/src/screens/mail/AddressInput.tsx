import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { MailProposal } from '../../providers/dataProvider.ts';
import { useWords } from './words.ts';

interface AddressInputProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly proposals: readonly MailProposal[];
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}

const shown = ({ name, email }: MailProposal) => (name && name !== email ? `${name} <${email}>` : email);

/** Several addresses that were pasted at once; with names they come one by one. */
const separated = (typed: string): string[] => (typed.includes('<') ? [typed] : typed.split(/[,;\s]+/).filter(Boolean));

/** Addresses: proposed ones by name, others typed; Enter, comma or leaving the field takes what was typed. */
export function AddressInput({ label, value, onChange, proposals, error, autoFocus = false }: AddressInputProps) {
  const t = useWords();
  return (
    <Autocomplete
      multiple
      clearText={t('clear')}
      freeSolo
      autoSelect
      filterSelectedOptions
      options={proposals.map(shown)}
      value={[...value]}
      onChange={(_event, chosen) => onChange([...new Set(chosen.flatMap(separated))])}
      renderInput={(params) => (
        <TextField {...params} label={label} error={Boolean(error)} helperText={error} autoFocus={autoFocus} />
      )}
    />
  );
}
