import { useMessages } from '../language.tsx';
import style from './facets.module.css';

interface ValueProps {
  label: string;
  count: number;
  checked: boolean;
  onChange: (on: boolean) => void;
}

/** One value of a facet, with how many hits are left when it is chosen. */
export function Value({ label, count, checked, onChange }: ValueProps) {
  const { common } = useMessages();
  return (
    <label className={style.value}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span className={style.label}>{label}</span>
      <span className={style.count}>{common.count(count)}</span>
    </label>
  );
}
