import { Link } from 'wouter';
import type { CascadeNode } from '../../../schemas/search.ts';
import { directiveAddress } from '../routes.ts';
import style from './cascade.module.css';

/** The same as a list: for reading aloud, for printing, for finding one paper by eye. */
export function CascadeTree({ cascade }: { cascade: readonly CascadeNode[] }) {
  return (
    <ul className={style.tree}>
      {cascade.map(({ number, via, children }, i) => (
        <li key={`${number} ${i}`}>
          <Link href={directiveAddress(number)}>{number}</Link> <span className={style.via}>{via}</span>
          {children.length > 0 && <CascadeTree cascade={children} />}
        </li>
      ))}
    </ul>
  );
}
